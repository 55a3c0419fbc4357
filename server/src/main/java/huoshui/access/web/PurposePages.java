package huoshui.access.web;

import huoshui.access.Needs;
import huoshui.access.PurposeLine;
import huoshui.access.PurposeLine.Use;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import huoshui.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of purposes, and what the city adds to it. 事由表 */
@RestController
@RequestMapping("/api/v1/purposes")
class PurposePages {

    private final Purposes purposes;

    PurposePages(Purposes purposes) {
        this.purposes = purposes;
    }

    /** @param ours whether the city added it */
    record Line(String code, Use use, String name, @Nullable String english, boolean ours, boolean retired) {

        static Line of(PurposeLine line) {
            return new Line(
                    line.code(), line.use(), line.name(), line.english(), line.addedBy() != null, line.retired());
        }
    }

    record Adding(@Nullable Use use, @Nullable String name) {}

    @SignedIn
    @GetMapping
    List<Line> all() {
        return purposes.all().stream()
                .filter(each -> each.use() != Use.HOUSE)
                .map(Line::of)
                .toList();
    }

    @Needs(Right.GRANT_ROLES)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Line add(@RequestBody Adding asked, Signed signed) {
        if (asked.use() == null || asked.name() == null) throw Refusal.input("bad-purpose", "未加入：没有写明事由或其用途。请填写后再加。");
        return Line.of(purposes.add(signed, asked.use(), asked.name()));
    }

    @Needs(Right.GRANT_ROLES)
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String code, Signed signed) {
        purposes.retire(signed, code);
    }
}
