package huoshui.dossier.web;

import huoshui.access.Accounts;
import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Needs;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Erasure;
import huoshui.dossier.Erasures;
import huoshui.dossier.KeptCopies.Copy;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.Acts;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

/** Erasing: one asks, another looks at the very lines and agrees, the first does it. 抹除 */
@RestController
@RequestMapping("/api/v1")
class ErasurePages {

    private final Erasures erasures;
    private final Approvals approvals;
    private final Purposes purposes;
    private final Accounts accounts;
    private final Dossiers dossiers;
    private final Guard guard;
    private final FactLines lines;
    private final Acts acts;

    ErasurePages(
            Erasures erasures,
            Approvals approvals,
            Purposes purposes,
            Accounts accounts,
            Dossiers dossiers,
            Guard guard,
            FactLines lines,
            Acts acts) {
        this.erasures = erasures;
        this.approvals = approvals;
        this.purposes = purposes;
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.guard = guard;
        this.lines = lines;
        this.acts = acts;
    }

    record Asking(
            @Nullable List<UUID> facts,
            @Nullable List<String> copies,
            @Nullable String ground) {}

    /**
     * @param copies how many copies that may be theirs shall go too, or went
     * @param ground in words
     * @param state {@code waiting}, {@code agreed}, {@code declined}, {@code expired} or {@code done}
     */
    record ErasureLine(
            UUID id,
            UUID person,
            int facts,
            int copies,
            @Nullable String ground,
            String askedBy,
            Instant asked,
            @Nullable String decidedBy,
            String state,
            boolean mine,
            @Nullable Instant done) {}

    /**
     * @param facts the very lines; emptied ones without a body
     * @param copies what may be theirs and is still there, whether it shall go or not
     */
    record ErasureSheet(ErasureLine erasure, String name, List<FactLine> facts, List<CopyLine> copies) {}

    /** @param chosen whether it was asked to go too */
    record CopyLine(String key, String kept, String called, String why, boolean chosen) {

        static CopyLine of(Copy is, Collection<String> chosen) {
            return new CopyLine(is.key(), is.kept(), is.called(), is.why(), chosen.contains(is.key()));
        }
    }

    @Needs(Right.ERASE)
    @PostMapping("/people/{id}/erasures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureLine ask(@PathVariable UUID id, @RequestBody Asking asked, Signed signed) {
        var person = guard.changed(id, signed);
        if (asked.facts() == null || asked.facts().isEmpty()) throw Guard.incomplete("要抹除的事实");
        for (var each : asked.facts()) guard.writable(id, each, signed);
        var copies = asked.copies() == null ? List.<String>of() : asked.copies();
        return line(erasures.ask(signed, person, asked.facts(), copies, asked.ground()), signed);
    }

    /** Copies that may be this person's, for whoever asks to say which of them are. */
    @Needs(Right.ERASE)
    @GetMapping("/people/{id}/copies")
    List<CopyLine> copies(@PathVariable UUID id, Signed signed) {
        return erasures.copies(guard.changed(id, signed)).stream()
                .map(each -> CopyLine.of(each, List.of()))
                .toList();
    }

    /** What was asked about this person, for those who ask or decide. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/people/{id}/erasures")
    List<ErasureLine> of(@PathVariable UUID id, Signed signed) {
        var card = guard.seen(id, signed);
        if (!signed.sight().may(Right.ERASE) && !signed.sight().may(Right.APPROVE_ERASURE)) return List.of();
        return erasures.of(guard.ids(card.id())).stream()
                .map(each -> line(each, signed))
                .toList();
    }

    /** The lines it is about, read on the ground that it names. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/erasures/{id}")
    ErasureSheet sheet(@PathVariable UUID id, Signed signed) {
        var asked = erasures.find(id).orElseThrow(ErasurePages::absent);
        var approval = approvals.find(id).orElseThrow(ErasurePages::absent);
        if (!approvals.concerns(signed, approval)) throw absent();
        var card = guard.seen(asked.person(), signed);
        var named = Set.copyOf(asked.facts());
        var facts = dossiers.history(new Subject.Person(card.id())).stream()
                .filter(each -> named.contains(each.id()))
                .toList();
        var reading = signed.because(new Purpose(asked.ground()));
        return new ErasureSheet(
                line(asked, signed),
                card.who().name(),
                lines.lines(guard.opened(card.id(), facts, reading), signed.sight(), acts.now()),
                erasures.copies(new Subject.Person(card.id())).stream()
                        .map(each -> CopyLine.of(each, asked.copies()))
                        .toList());
    }

    @Needs(Right.ERASE)
    @PostMapping("/erasures/{id}/completions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable UUID id, Signed signed) {
        erasures.find(id).ifPresent(each -> guard.changed(each.person(), signed));
        erasures.erase(signed, id);
    }

    private ErasureLine line(Erasure each, Signed signed) {
        var approval = approvals.find(each.id()).orElseThrow(ErasurePages::absent);
        var names = accounts.displayNames(
                approval.decidedBy() == null ? List.of(each.askedBy()) : List.of(each.askedBy(), approval.decidedBy()));
        return new ErasureLine(
                each.id(),
                each.person(),
                each.facts().size(),
                each.copies().size(),
                purposes.words(each.ground()),
                names.getOrDefault(each.askedBy(), ""),
                each.asked(),
                approval.decidedBy() == null ? null : names.getOrDefault(approval.decidedBy(), ""),
                state(each, approval),
                each.askedBy().equals(signed.account()),
                each.done());
    }

    private String state(Erasure each, Approval approval) {
        if (each.done() != null) return "done";
        if (Boolean.FALSE.equals(approval.agreed())) return "declined";
        if (approvals.expired(approval)) return "expired";
        return approval.agreed() == null ? "waiting" : "agreed";
    }

    private static Refusal absent() {
        return Refusal.absent("no-erasure", "未找到：没有这项抹除，或它不由您办理。请从双人复核中打开。");
    }
}
