package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Unmatched;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts not yet tied to a unit, wording by wording. 未挂接任职 */
@RestController
@RequestMapping("/api/v1/unmatched-posts")
class UnmatchedPages {

    private final Unmatched unmatched;

    UnmatchedPages(Unmatched unmatched) {
        this.unmatched = unmatched;
    }

    record Settlement(String text, UUID unit, @Nullable UUID post) {}

    record Settled(int posts) {}

    @Needs(Right.CORRECT_FACT)
    @GetMapping
    List<Unmatched.Wording> list(Signed signed) {
        return unmatched.list(signed);
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/settlements")
    Settled settle(@RequestBody Settlement settlement, Signed signed) {
        return new Settled(unmatched.settle(signed, settlement.text(), settlement.unit(), settlement.post()));
    }
}
