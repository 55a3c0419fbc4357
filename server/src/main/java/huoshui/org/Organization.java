package huoshui.org;

import huoshui.kernel.Act;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The whole organization in memory, every version of it, caught up with the ledger before every answer. 全市机构
 *
 * <p>Facts once read never leave: a superseded one still counts for readings as known before, and an erased one keeps its
 * place without its text. So a chart can be drawn at any two clocks without asking the database.
 */
@Component
public class Organization {

    private static final int CHARTS_KEPT = 12;

    private final OrgLedger ledger;
    private final Acts acts;
    private final Map<UUID, Fact<OrgFact>> plan = new ConcurrentHashMap<>();
    private final Map<UUID, Fact<OrgFact>> posts = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Fact<OrgFact>>> bySubject = new ConcurrentHashMap<>();
    private final NavigableSet<Long> changes = new ConcurrentSkipListSet<>();
    private final Map<AsOf, Chart> charts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AsOf, Chart> eldest) {
            return size() > CHARTS_KEPT;
        }
    };
    private volatile long reached;

    Organization(OrgLedger ledger, Acts acts) {
        this.ledger = ledger;
        this.acts = acts;
    }

    /** Today, with everything known so far. */
    public Chart now() {
        return at(acts.now());
    }

    public Chart at(AsOf at) {
        if (ledger.wroteHere()) return withOwn(at);
        catchUp(committed());
        var last = changes.floor(at.known());
        var key = new AsOf(at.valid(), last == null ? 0 : last);
        synchronized (charts) {
            var known = charts.get(key);
            if (known != null) return known;
        }
        var fresh = new Chart(key, plan.values(), posts.values(), this::about);
        synchronized (charts) {
            var other = charts.putIfAbsent(key, fresh);
            return other == null ? fresh : other;
        }
    }

    private Collection<Fact<OrgFact>> about(UUID subject) {
        return bySubject.getOrDefault(subject, Map.of()).values();
    }

    /** Number of the last act that changed anything here; cheap. */
    public long version() {
        catchUp(committed());
        return changes.isEmpty() ? 0 : changes.last();
    }

    /** Whether there ever was a unit. */
    boolean begun() {
        if (ledger.wroteHere()) return true;
        catchUp(committed());
        return !plan.isEmpty();
    }

    /** Every line about a unit, post or team, superseded ones too, in order of knowledge. */
    public List<Fact<OrgFact>> history(UUID subject) {
        if (ledger.wroteHere()) return ledger.facts().history(subject);
        catchUp(committed());
        return bySubject.getOrDefault(subject, Map.of()).values().stream()
                .sorted(Comparator.comparing((Fact<OrgFact> each) -> each.known())
                        .thenComparing(Fact::id))
                .toList();
    }

    /** What counts as true of it after act {@code known}, for whatever days, in order of days. */
    public List<Fact<OrgFact>> line(UUID subject, long known) {
        return history(subject).stream()
                .filter(each -> each.known(known) && !each.erased())
                .sorted(Comparator.comparing(
                        (Fact<OrgFact> each) -> each.valid().from()))
                .toList();
    }

    /** Whether a post was entered here only after it was set up, so that earlier holders may simply not be recorded. */
    public boolean silentBefore(UUID post, long known) {
        return line(post, known).stream()
                .findFirst()
                .map(first -> first.valid()
                        .from()
                        .plusMonths(1)
                        .isBefore(acts.of(first.known()).at().atZone(Acts.ZONE).toLocalDate()))
                .orElse(true);
    }

    /** Every unit that ever bore a code, those no longer standing too. */
    public Map<String, UUID> everCodedUnits() {
        return everCoded(acts.head());
    }

    /** Every post that ever bore a code, those abolished too. */
    public Map<String, UUID> everCodedPosts() {
        catchUp(committed());
        long known = acts.head();
        var all = new LinkedHashMap<String, UUID>();
        for (var fact : posts.values()) {
            if (fact.known(known) && fact.body() instanceof PostIs is && is.code() != null)
                all.put(is.code(), fact.subject());
        }
        return all;
    }

    /** Every unit that ever bore a code, as far as known: a code is never used twice. */
    Map<String, UUID> everCoded(long known) {
        catchUp(committed());
        var all = new LinkedHashMap<String, UUID>();
        for (var fact : plan.values()) {
            if (fact.known(known) && fact.body() instanceof UnitIs is && is.code() != null)
                all.put(is.code(), fact.subject());
        }
        return all;
    }

    private void catchUp(long head) {
        if (reached >= head) return;
        synchronized (this) {
            if (reached >= head) return;
            ledger.facts().changed(reached + 1, head, OrgLedger.CODES, this::take);
            reached = head;
        }
    }

    private void take(Fact<OrgFact> fact) {
        (OrgLedger.posted(fact) ? posts : plan).put(fact.id(), fact);
        bySubject
                .computeIfAbsent(fact.subject(), any -> new ConcurrentHashMap<>())
                .put(fact.id(), fact);
        changes.add(fact.known());
        if (fact.superseded() != null) changes.add(fact.superseded());
        if (fact.erased()) forget();
    }

    /** What is erased is gone from every day and every knowledge: no chart drawn before may be shown again. */
    private void forget() {
        synchronized (charts) {
            charts.clear();
        }
    }

    /** What this transaction itself wrote is not yet anyone else's: it is read beside the memory, never into it. */
    private Chart withOwn(AsOf at) {
        long before = committed();
        catchUp(before);
        var ownPlan = new LinkedHashMap<>(plan);
        var ownPosts = new LinkedHashMap<>(posts);
        ledger.facts()
                .changed(
                        before + 1,
                        before + 1,
                        OrgLedger.CODES,
                        each -> (OrgLedger.posted(each) ? ownPosts : ownPlan).put(each.id(), each));
        return new Chart(at, ownPlan.values(), ownPosts.values(), null);
    }

    /** The head, but not this transaction's own act, which may yet come to nothing. */
    private long committed() {
        return TransactionSynchronizationManager.getResource(acts) instanceof Act own ? own.number() - 1 : acts.head();
    }
}
