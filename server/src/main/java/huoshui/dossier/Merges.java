package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.RecordFact.Cancelled;
import huoshui.dossier.fact.RecordFact.MergedInto;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two dossiers that turn out to be one person. 并档 */
@Component
public class Merges {

    private final Ledger<FactBody> ledger;
    private final Acts acts;
    private final JdbcClient jdbc;

    Merges(Ledger<FactBody> ledger, Acts acts, JdbcClient jdbc) {
        this.ledger = ledger;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    /**
     * Joins a dossier to another; both ids stay. 并档
     *
     * @throws Refusal {@code same-dossier}, {@code already-merged}, {@code two-id-numbers} while each says another number
     */
    @Transactional
    public void merge(Actor actor, Subject.Person from, Subject.Person into, String reason) {
        acts.begin();
        if (from.equals(into)) throw Refusal.input("same-dossier", "未并档：两份是同一份档案。请另选一份。");
        if (target(from).isPresent() || target(into).isPresent())
            throw Refusal.input("already-merged", "未并档：其中一份已并入别的档案。请先拆回，或选它并入的那一份。");
        requireOneNumber(from, into);
        ledger.write(
                actor,
                List.of(Change.record(from.id(), new MergedInto(into.id(), reason), Span.since(acts.today()), reason)));
    }

    /** Nobody has two id numbers: one of them is wrong, or they are two people. */
    private void requireOneNumber(Subject.Person from, Subject.Person into) {
        var theirs = numbers(from);
        var ours = numbers(into);
        if (!theirs.isEmpty() && !ours.isEmpty() && Collections.disjoint(theirs, ours))
            throw Refusal.input("two-id-numbers", "未并档：两份档案的公民身份号码不同，一人不会有两个号码。请先核对并更正其中填错的一个；若都无误，则不是同一人。");
    }

    private Set<String> numbers(Subject.Person person) {
        return ledger.history(person.id()).stream()
                .filter(each -> each.superseded() == null && each.body() instanceof IdNumber)
                .map(each -> ((IdNumber) each.content()).number())
                .collect(Collectors.toSet());
    }

    /**
     * Takes a merger back; that there was one stays readable with the reason. 拆回
     *
     * @throws Refusal {@code not-merged}
     */
    @Transactional
    public void undo(Actor actor, Subject.Person from, String reason) {
        acts.begin();
        var merger = mergerOf(from).orElseThrow(() -> Refusal.absent("not-merged", "未拆回：这份档案没有并入别的档案。"));
        var why = new Cancelled(merger.id(), merger.chapter(), reason);
        ledger.write(
                actor,
                List.of(Change.supersede(merger), Change.record(from.id(), why, Span.since(acts.today()), reason)));
    }

    /** The mergers that count now by which others joined this dossier directly. */
    public List<Fact<FactBody>> joining(Subject.Person person) {
        return mergedInto(List.of(person.id()), acts.head()).stream()
                .flatMap(each -> mergerOf(new Subject.Person(each)).stream())
                .toList();
    }

    /** The dossier this one was merged into. */
    public Optional<Subject.Person> target(Subject.Person person) {
        return mergerOf(person).map(each -> new Subject.Person(((MergedInto) each.content()).person()));
    }

    private Optional<Fact<FactBody>> mergerOf(Subject.Person person) {
        return ledger.history(person.id()).stream()
                .filter(each -> each.kind().equals("merged-into") && each.superseded() == null)
                .findFirst();
    }

    /** Every line about this person, those of dossiers that were merged into it as known after this act included. */
    List<Fact<FactBody>> history(Subject.Person person, long known) {
        var all = new ArrayList<Fact<FactBody>>();
        for (var each : joined(person, known)) all.addAll(ledger.history(each));
        all.sort(Comparator.<Fact<FactBody>>comparingLong(Fact::known).thenComparing(Fact::id));
        return all;
    }

    /** This dossier's id and those of all merged into it, directly or through another. */
    private Set<UUID> joined(Subject.Person person, long known) {
        var all = new LinkedHashSet<UUID>(List.of(person.id()));
        var open = List.of(person.id());
        while (!open.isEmpty()) {
            open = mergedInto(open, known).stream().filter(all::add).toList();
        }
        return all;
    }

    private List<UUID> mergedInto(List<UUID> people, long known) {
        return jdbc.sql("""
                        select distinct subject from dossier.fact
                        where kind = 'merged-into' and body ->> 'person' = any(:people::text[])
                          and known_from <= :known and (known_to is null or known_to > :known)""")
                .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
                .param("known", known)
                .query((row, i) -> row.getObject("subject", UUID.class))
                .list();
    }
}
