package huoshui.assessment.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.InstrumentEdition;
import huoshui.assessment.InstrumentEdition.Fate;
import huoshui.assessment.Instruments;
import huoshui.kernel.Refusal;
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

/** Instruments, their editions, and what waits to be published. 测评表 */
@RestController
@RequestMapping("/api/v1/instruments")
class InstrumentPages {

    private final Instruments instruments;

    InstrumentPages(Instruments instruments) {
        this.instruments = instruments;
    }

    /** @param version 0 while it is a proposal */
    record Edition(
            UUID id, int version, String reason, @Nullable Fate fate, Form form) {

        static Edition of(InstrumentEdition each) {
            return new Edition(
                    each.id(),
                    each.version(),
                    each.reason(),
                    each.decision() == null ? null : each.decision().fate(),
                    Form.of(each.instrument()));
        }
    }

    record All(List<Edition> published, List<Edition> proposals) {}

    record Deciding(@Nullable Fate fate, @Nullable String reason) {}

    @Needs(Right.RUN_ROUNDS)
    @GetMapping
    All all() {
        return new All(
                instruments.published().stream().map(Edition::of).toList(),
                instruments.proposals().stream().map(Edition::of).toList());
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{edition}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Edition decide(@PathVariable UUID edition, @RequestBody Deciding asked, Signed signed) {
        if (asked.fate() == null) throw Refusal.input("incomplete", "未办理：没有选公布还是不予公布。请选取后再办。");
        return Edition.of(instruments.decide(signed, edition, asked.fate(), asked.reason()));
    }
}
