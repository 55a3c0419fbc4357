package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.Splits;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dossiers that turn out to be of one person, and one that turns out to be of two. 并档与拆档 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class MergerPages {

    /** What was done to the record is not itself moved or emptied. */
    private static final Set<String> DOINGS = Set.of("merged-into", "cancelled", "corrected");

    private final Dossiers dossiers;
    private final Merges merges;
    private final Splits splits;
    private final Guard guard;
    private final FactLines lines;

    MergerPages(Dossiers dossiers, Merges merges, Splits splits, Guard guard, FactLines lines) {
        this.dossiers = dossiers;
        this.merges = merges;
        this.splits = splits;
        this.guard = guard;
        this.lines = lines;
    }

    /**
     * One dossier that joined this one.
     *
     * @param person its own id
     * @param name as that dossier says it
     * @param line the merger: why, by whom, when
     */
    record Joined(UUID person, @Nullable String name, String reason, FactLine line) {}

    record Merging(@Nullable UUID person, @Nullable String reason) {}

    record Undoing(@Nullable String reason) {}

    /**
     * @param person an existing dossier; else a new one is opened for {@code name}, or for whoever the moved lines name
     */
    record Splitting(
            @Nullable List<UUID> facts,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable String reason) {}

    record Made(UUID id) {}

    /** Every line of a dossier, to be chosen from; sealed chapters among them are read for the stated purpose. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/lines")
    PersonPages.Lines all(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean ended, AsOf at, Signed signed) {
        var card = guard.seen(id, at, signed);
        var facts = dossiers.history(new Subject.Person(card.id())).stream()
                .filter(each -> each.known() <= at.known() && !DOINGS.contains(each.kind()))
                .filter(each -> ended || each.known(at.known()))
                .toList();
        return new PersonPages.Lines(lines.lines(guard.opened(card.id(), facts, signed), signed.sight(), at));
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/mergers")
    List<Joined> joined(@PathVariable UUID id, Signed signed) {
        var card = guard.seen(id, signed);
        return merges.joining(new Subject.Person(card.id())).stream()
                .map(each -> new Joined(
                        each.subject(), name(each.subject()), each.basis(), lines.line(each, signed.sight())))
                .toList();
    }

    private @Nullable String name(UUID dossier) {
        return dossiers.history(new Subject.Person(dossier)).stream()
                .filter(each -> each.subject().equals(dossier) && each.superseded() == null)
                .map(Fact::body)
                .filter(Identity.class::isInstance)
                .map(each -> ((Identity) each).name())
                .findFirst()
                .orElse(null);
    }

    /** The other dossier joins this one. */
    @Needs(Right.MERGE_PERSONS)
    @PostMapping("/mergers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable UUID id, @RequestBody Merging asked, Signed signed) {
        if (asked.person() == null) throw Guard.incomplete("另一份档案");
        var into = guard.changed(id, signed);
        var from = guard.changed(asked.person(), signed);
        merges.merge(signed.actor(), from, into, Guard.given(asked.reason(), "并档理由"));
    }

    /** Takes back that the other dossier joined this one. */
    @Needs(Right.MERGE_PERSONS)
    @PostMapping("/mergers/{other}/cancellations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id, @PathVariable UUID other, @RequestBody Undoing asked, Signed signed) {
        var person = guard.changed(id, signed);
        if (!guard.ids(person.id()).contains(other) || other.equals(person.id())) throw Guard.noFact();
        merges.undo(signed.actor(), new Subject.Person(other), Guard.given(asked.reason(), "拆回理由"));
    }

    @Needs(Right.MERGE_PERSONS)
    @PostMapping("/splits")
    @ResponseStatus(HttpStatus.CREATED)
    Made split(@PathVariable UUID id, @RequestBody Splitting asked, Signed signed) {
        var person = guard.changed(id, signed);
        if (asked.facts() == null || asked.facts().isEmpty()) throw Guard.incomplete("要拆出的事实");
        for (var each : asked.facts()) guard.writable(id, each, signed);
        var reason = Guard.given(asked.reason(), "拆档理由");
        var made = splits.split(signed.actor(), person, asked.facts(), destination(asked, signed), reason);
        return new Made(made.id());
    }

    private Splits.Destination destination(Splitting asked, Signed signed) {
        if (asked.person() != null) return new Splits.Destination.Existing(guard.changed(asked.person(), signed));
        if (asked.name() == null || asked.name().isBlank()) return new Splits.Destination.Fresh(null);
        if (asked.name().strip().length() > 60) throw Refusal.input("too-long", "未拆档：姓名超过 60 字。请核对后重填。");
        return new Splits.Destination.Fresh(
                new Identity(asked.name().strip(), asked.sex(), asked.birth(), null, null, null, null));
    }
}
