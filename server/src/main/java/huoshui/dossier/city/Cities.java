package huoshui.dossier.city;

import huoshui.kernel.Act;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The whole city in memory, caught up with the ledger before every answer. 全市在册
 *
 * <p>Loaded at the first question. Every question reads the head number (one indexed row) and takes in the acts it has not
 * seen, whichever process wrote them. What the asking transaction itself has written is seen by it alone.
 */
@Component
public class Cities {

    private static final int KEPT = 6;

    private final CityTable table;
    private final Acts acts;
    private final ObjectProvider<SurroundingsAt> surroundings;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private final Map<AsOf, City> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AsOf, City> eldest) {
            return size() > KEPT;
        }
    };
    private volatile Snapshot latest = Snapshot.empty();
    private @Nullable City newest;

    Cities(CityTable table, Acts acts, ObjectProvider<SurroundingsAt> surroundings) {
        this.table = table;
        this.acts = acts;
        this.surroundings = surroundings;
    }

    /** Whether a line of this kind, standing beside a talent's ground, shows that the dossier is a cadre's. */
    public static boolean showsCadre(String kind) {
        return Kept.ofCadres(kind);
    }

    /** Today, with everything known so far. */
    public City now() {
        return at(acts.now());
    }

    /** Any day, as known after any act. */
    public City at(AsOf at) {
        if (ownAct() != null) return ownCity(at);
        long head = acts.head();
        var clocks = new AsOf(at.valid(), Math.min(at.known(), head));
        var snapshot = caughtUp(clocks.known());
        synchronized (drawn) {
            if (newest != null && newest.at().equals(clocks)) return newest;
            var known = drawn.get(clocks);
            if (known != null) return known;
        }
        return keep(new City(clocks, snapshot, surroundings(clocks)));
    }

    /** Of two made at once one is kept; today's newest is kept whatever else is asked for. */
    private City keep(City fresh) {
        boolean today = fresh.at().valid().equals(acts.today());
        synchronized (drawn) {
            if (newest != null && newest.at().equals(fresh.at())) return newest;
            boolean newer = newest == null
                    || !newest.at().valid().equals(fresh.at().valid())
                    || newest.at().known() < fresh.at().known();
            if (today && newer) newest = fresh;
            var other = drawn.putIfAbsent(fresh.at(), fresh);
            return other == null ? fresh : other;
        }
    }

    /** The last act taken in so far. */
    public long reached() {
        return latest.head();
    }

    private Snapshot caughtUp(long act) {
        var snapshot = latest;
        if (snapshot.head() >= act) return snapshot;
        catchingUp.lock();
        try {
            return latest.head() >= act ? latest : takeIn(act);
        } finally {
            catchingUp.unlock();
        }
    }

    private Snapshot takeIn(long act) {
        var before = latest;
        if (before.head() == 0) Thread.ofVirtual().start(Pinyin::ready);
        var changes = table.changed(before.head() + 1, act);
        var next = before.with(act, changes);
        var own = carriedOver(before, next);
        boolean erased = !changes.gone().isEmpty();
        synchronized (drawn) {
            // What was erased must not be remembered by anything worked out before.
            if (erased) drawn.clear();
            newest = erased ? null : own;
            if (newest != null) drawn.put(newest.at(), newest);
            latest = next.snapshot();
        }
        return next.snapshot();
    }

    /** The newest city of the old head becomes that of the new one, so that only changed people are drawn again. */
    private @Nullable City carriedOver(Snapshot before, Snapshot.Next next) {
        City old;
        synchronized (drawn) {
            old = newest;
        }
        var day = acts.today();
        if (old == null || !old.at().equals(new AsOf(day, before.head()))) return null;
        var clocks = new AsOf(day, next.snapshot().head());
        return City.after(old, clocks, next.snapshot(), next.touched(), surroundings(clocks));
    }

    private Surroundings surroundings(AsOf at) {
        var asked = surroundings.getIfAvailable();
        return asked == null ? Surroundings.NONE : asked.at(at);
    }

    /** What this transaction has written is not yet anyone else's: it is laid over the memory, never into it. */
    private City ownCity(AsOf at) {
        var base = latest;
        long head = acts.head();
        var snapshot =
                base.with(head, table.changed(base.head() + 1, head)).snapshot().apart();
        return new City(at, snapshot, surroundings(at));
    }

    private @Nullable Long ownAct() {
        return TransactionSynchronizationManager.getResource(acts) instanceof Act own ? own.number() : null;
    }
}
