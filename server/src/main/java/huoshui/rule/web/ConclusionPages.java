package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.ConclusionKind;
import huoshui.rule.Conclusions;
import huoshui.rule.Conclusions.Concluded;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recording what a named collective concluded. 录入组织结论 */
@RestController
@RequestMapping("/api/v1")
class ConclusionPages {

    private final Conclusions conclusions;

    ConclusionPages(Conclusions conclusions) {
        this.conclusions = conclusions;
    }

    /** A kind this account may record. */
    record Kind(String code, String title, List<String> values, String by, Chapter chapter) {

        static Kind of(ConclusionKind kind) {
            return new Kind(kind.code(), kind.title(), kind.values(), kind.by(), kind.chapter());
        }
    }

    record Written(UUID fact) {}

    @Needs(Right.RECORD_FACT)
    @GetMapping("/conclusion-kinds")
    List<Kind> kinds(Signed signed) {
        return conclusions.writable(signed).stream()
                .filter(each -> !Conclusions.BY_MEETING.contains(each.code()))
                .map(Kind::of)
                .toList();
    }

    @Needs(Right.RECORD_FACT)
    @PostMapping("/people/{id}/conclusions")
    @ResponseStatus(HttpStatus.CREATED)
    Written record(@PathVariable UUID id, @RequestBody Concluded asked, Signed signed) {
        if (asked.code() != null && Conclusions.BY_MEETING.contains(asked.code()))
            throw Refusal.input("by-meeting", "未写入：政治素质的结论须由会议作出，写明参会人员、理由和看过的测评。请在“政治素质档案”中记入集体结论。");
        return new Written(
                conclusions.record(signed, new Subject.Person(id), asked).id());
    }
}
