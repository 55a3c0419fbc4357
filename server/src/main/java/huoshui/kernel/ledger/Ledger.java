package huoshui.kernel.ledger;

import huoshui.kernel.Act;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A bitemporal, append-only table of facts: written by one writer at a time, superseded, never edited. 事实账
 *
 * <p>The table has the columns of {@code dossier.fact}; each room keeps its own in its own schema.
 */
public final class Ledger<B extends Body> {

    private final Kinds<B> kinds;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final LedgerTable table;

    public Ledger(String table, Kinds<B> kinds, JdbcClient jdbc, Acts acts, ApplicationEventPublisher events) {
        this.kinds = kinds;
        this.acts = acts;
        this.events = events;
        this.table = new LedgerTable(table, jdbc);
    }

    public Kinds<B> kinds() {
        return kinds;
    }

    /** Every line about this subject, superseded ones too, in order of knowledge. */
    public List<Fact<B>> history(UUID subject) {
        return facts(table.of(List.of(subject)));
    }

    /** What holds of this subject at both clocks. */
    public List<Fact<B>> of(UUID subject, AsOf at) {
        return history(subject).stream().filter(each -> each.visible(at)).toList();
    }

    /** What counts as true of these subjects after act {@code known}, for whatever days. */
    public List<Fact<B>> known(Collection<UUID> subjects, long known) {
        return facts(table.of(subjects)).stream()
                .filter(each -> each.known(known))
                .toList();
    }

    /** The same, of these kinds only. */
    public List<Fact<B>> known(Collection<UUID> subjects, Collection<String> kindCodes, long known) {
        return facts(table.of(subjects, kindCodes, known));
    }

    public Optional<Fact<B>> find(UUID fact) {
        return table.rows(List.of(fact)).stream().findFirst().map(each -> each.fact(kinds));
    }

    /** Streams every line that acts {@code first} to {@code last} recorded or superseded, among these kinds. */
    public void changed(long first, long last, Collection<String> kindCodes, Consumer<Fact<B>> each) {
        table.changed(first, last, kindCodes, row -> each.accept(row.fact(kinds)));
    }

    /**
     * Carries out these changes in the act of this transaction: superseding first, then recording. Announces them to the
     * journal.
     *
     * @return the new lines, in the order given
     * @throws Refusal {@code superseded} when a line was superseded meanwhile, {@code overlap} when the same thing would
     *     hold twice on one day
     */
    public List<Fact<B>> write(Actor actor, List<Change<B>> changes) {
        var act = acts.begin();
        var pending = pending(actor, act);
        supersede(act, pending, changes);
        return record(act, pending, changes);
    }

    /**
     * Empties text, basis and salt of these lines; row, kind and digest stay. The caller has made sure that two people
     * decided it.
     */
    public void erase(Actor actor, Collection<UUID> facts) {
        var act = acts.begin();
        var pending = pending(actor, act);
        for (var row : table.rows(facts)) {
            if (row.erased() != null) continue;
            pending.add(new Pending.Mark(Verb.ERASE, row.subject(), row.chapter(), '0', row.id(), new byte[0]));
        }
        table.erase(facts, act.number());
    }

    /** What the journal's entries cover. */
    public Covered covered() {
        return table;
    }

    private void supersede(Act act, Pending pending, List<Change<B>> changes) {
        var gone = new ArrayList<UUID>();
        for (var change : changes) {
            if (change instanceof Change.Supersede<B>(var fact, var subject)) gone.add(fact);
        }
        if (gone.isEmpty()) return;
        var rows = table.rows(gone);
        for (var row : rows) {
            if (row.superseded() != null) throw superseded(row);
            pending.add(new Pending.Mark(Verb.RECORD, row.subject(), row.chapter(), '-', row.id(), new byte[0]));
        }
        table.supersede(gone, act.number());
    }

    private Refusal superseded(FactRow row) {
        var now = facts(table.of(List.of(row.subject()))).stream()
                .filter(each -> each.kind().equals(row.kind()) && each.slot().equals(row.slot()))
                .filter(each -> each.superseded() == null)
                .toList();
        return new Refusal(
                Refusal.Sort.CONFLICT,
                "superseded",
                "未写入：您所依据的这一条已被他人更正或撤销。请看两个版本后再定。",
                Map.of("yours", row.fact(kinds), "current", now));
    }

    private List<Fact<B>> record(Act act, Pending pending, List<Change<B>> changes) {
        var rows = new ArrayList<FactRow>();
        for (var change : changes) {
            if (change instanceof Change.Record<B> one) rows.add(NewRow.of(one, kinds, act.number()));
        }
        if (rows.isEmpty()) return List.of();
        try {
            table.insert(rows);
        } catch (DataIntegrityViolationException clash) {
            throw overlap(rows, clash);
        }
        for (var row : rows)
            pending.add(new Pending.Mark(Verb.RECORD, row.subject(), row.chapter(), '+', row.id(), row.digest()));
        return facts(rows);
    }

    private static Refusal overlap(List<FactRow> rows, DataIntegrityViolationException clash) {
        var text = String.valueOf(clash.getMostSpecificCause().getMessage());
        if (!text.contains("exclu")) throw clash;
        return new Refusal(
                Refusal.Sort.CONFLICT,
                "overlap",
                "未写入：同一事项在同一天只能有一个值，所填起止与已有记录重叠。请先更正已有记录的起止，或改填本条起止。",
                Map.of("kinds", rows.stream().map(FactRow::kind).distinct().toList()));
    }

    private Pending pending(Actor actor, Act act) {
        var held = (Pending) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        var fresh = new Pending(
                actor, act.number(), events, () -> TransactionSynchronizationManager.unbindResourceIfPossible(this));
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private List<Fact<B>> facts(List<FactRow> rows) {
        return rows.stream().map(each -> each.<B>fact(kinds)).toList();
    }
}
