package huoshui.kernel.ledger;

import huoshui.kernel.Act;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Refusal;
import huoshui.kernel.seal.Seals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private final Envelope envelope;

    /** A ledger of which nothing is sealed. */
    public Ledger(String table, Kinds<B> kinds, JdbcClient jdbc, Acts acts, ApplicationEventPublisher events) {
        this(table, kinds, jdbc, acts, events, null);
    }

    /** A ledger whose encrypted chapters and sought values are sealed. */
    public Ledger(
            String table,
            Kinds<B> kinds,
            JdbcClient jdbc,
            Acts acts,
            ApplicationEventPublisher events,
            @Nullable Seals seals) {
        this.kinds = kinds;
        this.acts = acts;
        this.events = events;
        this.table = new LedgerTable(table, jdbc);
        this.envelope = new Envelope(seals);
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
        return table.rows(List.of(fact)).stream().findFirst().map(each -> each.fact(kinds, envelope));
    }

    /** Streams every line that acts {@code first} to {@code last} recorded, superseded or erased, among these kinds. */
    public void changed(long first, long last, Collection<String> kindCodes, Consumer<Fact<B>> each) {
        table.changed(first, last, kindCodes, row -> each.accept(row.fact(kinds, envelope)));
    }

    /** What a stored body says, for readers of the table who have a good reason not to go through facts. */
    public B read(UUID id, UUID subject, String kind, int version, String stored) {
        return kinds.read(
                kind, envelope.open(id, subject, kind, version, stored, "").body());
    }

    /** What {@code blind} holds for bodies of this kind that are sought by this value. */
    public byte[] blind(String kind, String value) {
        return envelope.blind(kind, value);
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
        return new Superseded(row.fact(kinds, envelope), now);
    }

    private List<Fact<B>> record(Act act, Pending pending, List<Change<B>> changes) {
        var records = new ArrayList<Change.Record<B>>();
        for (var change : changes) if (change instanceof Change.Record<B> one) records.add(one);
        if (records.isEmpty()) return List.of();
        envelope.freshen();
        var rows = records.stream()
                .map(each -> NewRow.of(each, kinds, envelope, act.number()))
                .toList();
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
        return rows.stream().map(each -> each.<B>fact(kinds, envelope)).toList();
    }
}
