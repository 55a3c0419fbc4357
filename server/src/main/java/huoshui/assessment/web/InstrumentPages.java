package huoshui.assessment.web;

import huoshui.access.Accounts;
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
    private final Accounts accounts;

    InstrumentPages(Instruments instruments, Accounts accounts) {
        this.instruments = instruments;
        this.accounts = accounts;
    }

    /**
     * One edition.
     *
     * @param version 0 while it is a proposal
     * @param drafter who stands behind it; null while nobody does
     * @param own whether that is who asks
     */
    record Edition(
            UUID id,
            int version,
            String reason,
            @Nullable String drafter,
            boolean own,
            @Nullable Fate fate,
            Form form) {}

    private Edition edition(InstrumentEdition each, Signed signed) {
        var drafter = each.drafter();
        return new Edition(
                each.id(),
                each.version(),
                each.reason(),
                drafter == null ? null : accounts.displayNames(List.of(drafter)).getOrDefault(drafter, "—"),
                signed.account().equals(drafter),
                each.decision() == null ? null : each.decision().fate(),
                Form.of(each.instrument()));
    }

    record All(List<Edition> published, List<Edition> proposals) {}

    record Deciding(@Nullable Fate fate, @Nullable String reason) {}

    @Needs(Right.RUN_ROUNDS)
    @GetMapping
    All all(Signed signed) {
        return new All(
                instruments.published().stream()
                        .map(each -> edition(each, signed))
                        .toList(),
                instruments.proposals().stream()
                        .map(each -> edition(each, signed))
                        .toList());
    }

    /** Somebody stands behind a text that was read from a file. */
    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{edition}/takings")
    @ResponseStatus(HttpStatus.CREATED)
    Edition take(@PathVariable UUID edition, Signed signed) {
        return edition(instruments.take(signed, edition), signed);
    }

    @Needs(Right.RUN_ROUNDS)
    @PostMapping("/{edition}/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    Edition decide(@PathVariable UUID edition, @RequestBody Deciding asked, Signed signed) {
        if (asked.fate() == null) throw Refusal.input("incomplete", "未办理：没有选公布还是不予公布。请选取后再办。");
        return edition(instruments.decide(signed, edition, asked.fate(), asked.reason()), signed);
    }
}
