package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.RecordFact.MergedInto;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two dossiers that turn out to be one person, and one that turns out to be two. 并档与拆档 */
@Component
public class Merges {

    private final Ledger<FactBody> ledger;
    private final Subjects subjects;
    private final Acts acts;
    private final JdbcClient jdbc;

    Merges(Ledger<FactBody> ledger, Subjects subjects, Acts acts, JdbcClient jdbc) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    /**
     * Joins a dossier to another; both ids stay. 并档
     *
     * @throws Refusal {@code same-dossier}, {@code already-merged}
     */
    @Transactional
    public void merge(Actor actor, Subject.Person from, Subject.Person into, String reason) {
        acts.begin();
        if (from.equals(into)) throw Refusal.input("same-dossier", "未并档：两份是同一份档案。请另选一份。");
        if (target(from).isPresent() || target(into).isPresent())
            throw Refusal.input("already-merged", "未并档：其中一份已并入别的档案。请先拆回，或选它并入的那一份。");
        ledger.write(
                actor,
                List.of(Change.record(from.id(), new MergedInto(into.id(), reason), Span.since(acts.today()), reason)));
    }

    /** Takes a merger back. 拆回 */
    @Transactional
    public void undo(Actor actor, Subject.Person from) {
        acts.begin();
        var merger = mergerOf(from).orElseThrow(() -> Refusal.absent("not-merged", "未拆回：这份档案没有并入别的档案。"));
        ledger.write(actor, List.of(Change.supersede(merger)));
    }

    /**
     * Moves named lines to a new dossier. 拆档
     *
     * @return the new dossier
     */
    @Transactional
    public Subject.Person split(Actor actor, Subject.Person from, Collection<UUID> facts, String reason) {
        acts.begin();
        var moved = ledger.history(from.id()).stream()
                .filter(each -> facts.contains(each.id()) && each.superseded() == null && !each.erased())
                .toList();
        if (moved.size() != facts.size() || moved.isEmpty())
            throw Refusal.input("not-all-there", "未拆档：所列事实中有不属于本档案或已失效的。请重新勾选。");
        var fresh = new Subject.Person(Ids.next());
        subjects.register(fresh);
        var changes = new ArrayList<Change<FactBody>>();
        for (var fact : moved) {
            changes.add(Change.supersede(fact));
            changes.add(Change.record(fresh.id(), fact.content(), fact.valid(), fact.basis() + "；拆档：" + reason));
        }
        ledger.write(actor, changes);
        return fresh;
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
