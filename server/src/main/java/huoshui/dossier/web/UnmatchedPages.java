package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Unmatched;
import huoshui.dossier.Unmatched.Tie;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posts not yet tied to a unit, wording by wording. 未挂接任职 */
@RestController
@RequestMapping("/api/v1/unmatched-posts")
class UnmatchedPages {

    private final Unmatched unmatched;

    UnmatchedPages(Unmatched unmatched) {
        this.unmatched = unmatched;
    }

    record Settlements(List<Tie> settlements) {}

    record Settled(int posts) {}

    @Needs(Right.CORRECT_FACT)
    @GetMapping
    Unmatched.Listing list(Signed signed) {
        return unmatched.list(signed);
    }

    @Needs(Right.CORRECT_FACT)
    @GetMapping("/holders")
    List<Unmatched.Holder> holders(@RequestParam String text, Signed signed) {
        return unmatched.holders(signed, text);
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/settlements")
    Settled settle(@RequestBody Settlements asked, Signed signed) {
        return new Settled(unmatched.settle(signed, UnitReforms.given(asked.settlements())));
    }
}
