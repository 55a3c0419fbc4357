package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.interchange.Differences;
import huoshui.interchange.Differences.Difference;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words of the form beside the facts, and which shall be printed. 文字与事实不一 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class DifferencePages {

    private final Differences differences;

    DifferencePages(Differences differences) {
        this.differences = differences;
    }

    /** @param text null to print what the facts say */
    record Settlement(@Nullable Box box, @Nullable String text) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/differences")
    List<Difference> list(@PathVariable UUID id, AsOf at, Signed signed) {
        return differences.of(signed, new Subject.Person(id), at);
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Settlement settlement, Signed signed) {
        if (settlement.box() == null) throw Refusal.input("incomplete", "未认定：没有说明是表中哪一栏。请从差异清单中选一栏再办。");
        differences.settle(signed, new Subject.Person(id), settlement.box(), settlement.text());
    }
}
