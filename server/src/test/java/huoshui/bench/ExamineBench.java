package huoshui.bench;

import com.sun.management.OperatingSystemMXBean;
import huoshui.RunningHouse;
import huoshui.Visitor;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.door.QuietHouse;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Subject;
import huoshui.rule.Cohorts;
import huoshui.rule.Drafting;
import huoshui.rule.Edition;
import huoshui.rule.EditionKind;
import huoshui.rule.Editions;
import huoshui.rule.Examinations;
import huoshui.rule.Examinations.Ready;
import huoshui.rule.Examinations.Request;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Sweep;
import huoshui.rule.sweep.RankSweeps;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A whole city by all standing clauses, one person's findings, one cohort; and how it grows with the city. */
class ExamineBench {

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 15);
    private static final int WARM = 6;
    private static final List<Integer> SIZES =
            Boolean.getBoolean("huoshui.large") ? List.of(3_000, 30_000, 300_000) : List.of(3_000, 30_000);
    private static final Signed ALL_SEEING = allSeeing();

    private static final String STRICTER = """
            code: ZB-A1
            title: 优先晋升：近 3 年年度考核均为优秀
            cite: { regulation: 市管职级干部管理办法（示例）, edition: "示例", clause: 优先情形之一 }
            in-force: { from: %s }
            status: P
            effect: PREFERS
            scope: { occasion: rank-promotion }
            when: { grades: { grade: [ 优秀 ], years: 3 years, at-least: 3 times } }
            cases:
              - { facts: { grades: 3 times }, expect: MET }
              - { facts: { grades: 2 times }, expect: NOT_MET }
              - { expect: UNKNOWN }
            """;

    private final Figures figures = new Figures("examine");
    private final Random random = new Random(11);

    private static Signed allSeeing() {
        var account = UUID.randomUUID();
        var all = new Role(
                "all",
                "全部",
                false,
                true,
                EnumSet.allOf(Right.class),
                EnumSet.allOf(Chapter.class),
                EnumSet.allOf(Chapter.class));
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(account, null, List.of(all), null, List.of(everywhere), Set.of());
        return new Signed(account, "bench", "量者", null, false, sight, new Purpose("P14"));
    }

    @Test
    void measure() throws Exception {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        try (var house = QuietHouse.over(folder)) {
            city(house);
        }
        overHttp(folder);
        for (int people : SIZES) grown(people);
        figures.done();
    }

    private void city(QuietHouse house) throws Exception {
        var examinations = house.room(Examinations.class);
        var now = house.room(Acts.class).now();
        var ready = examinations.ready(ALL_SEEING, new Request(List.of(), null, List.of(), null, null, now));
        figures.put("people examined", ready.people().size());
        figures.put("clauses", ready.clauses().size());
        var told = new AtomicLong();
        times("everybody, all clauses, verdicts", i -> examinations.run(ready, found -> told.addAndGet(found.size())));
        figures.put("findings", told.get() / (ROUNDS + WARM));
        times("everybody, all clauses, counted", i -> examinations.summary(ready));
        times("everybody, all clauses, explained", i -> explained(examinations, ready));
        var rank = rank(examinations, house, ready);
        figures.put("rank clauses", rank.clauses().size());
        figures.put("people by rank clauses", rank.people().size());
        times("by rank clauses, explained", i -> explained(examinations, rank));
        one(examinations, ready);
        cohorts(house.room(Cohorts.class), now);
        anew(examinations, now);
        figures.times("journaling that everybody is read", 3, 1, i -> journaled(examinations, ready));
        sandbox(house.room(Drafting.class), house.room(Editions.class), now);
        // A sweep is kept for whoever asked: somebody else each time.
        var sweeps = house.room(RankSweeps.class);
        figures.times("rank sweep of the whole city, with coming days", 3, 1, i -> swept(sweeps, now));
    }

    private static long swept(RankSweeps sweeps, AsOf now) {
        return sweeps.of(allSeeing(), null, now).people().isEmpty() ? 500 : 200;
    }

    private static long journaled(Examinations examinations, Ready ready) {
        examinations.announce(ALL_SEEING, ready);
        return 200;
    }

    /** On days nobody has asked about before: everybody is there, nothing has been read of them. */
    private void anew(Examinations examinations, AsOf now) {
        var millis = new double[5];
        long worked = 0;
        for (int i = 0; i < millis.length; i++) {
            var day = new AsOf(now.valid().minusDays(i + 1), now.known());
            var ready = examinations.ready(ALL_SEEING, new Request(List.of(), null, List.of(), null, null, day));
            long began = System.nanoTime();
            long before = worked();
            examinations.summary(ready);
            worked += worked() - before;
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        figures.times("everybody, all clauses, nothing read before", millis);
        figures.put("everybody, all clauses, nothing read before, ms of processor time", worked / 1e6 / millis.length);
    }

    /** A draft of one clause; and one of a clause that opens an influence period, by which every clause may change. */
    private void sandbox(Drafting drafting, Editions editions, AsOf now) throws Exception {
        var one = STRICTER.formatted(now.valid());
        var place = new Edition.Place(EditionKind.PROVISION, "CF-08-1.1", LocalDate.of(2020, 7, 1));
        var every = editions.text(place).orElseThrow().replace("政务处分期：", "处分期：");
        figures.put(
                "sandbox, changes of one clause",
                drafting.difference(ALL_SEEING, one, now).changes().size());
        figures.times("sandbox, one clause, everybody", 5, 1, i -> different(drafting, one, now));
        figures.times("sandbox, every clause, everybody, journaled", 3, 1, i -> different(drafting, every, now));
    }

    private static long different(Drafting drafting, String text, AsOf now) {
        return drafting.difference(ALL_SEEING, text, now).people() > 0 ? 200 : 500;
    }

    /** Twenty thousand, or as many as there are. */
    private static Ready rank(Examinations examinations, QuietHouse house, Ready all) {
        var some = all.people().stream().limit(20_000).map(each -> each.id()).toList();
        var request = new Request(
                some,
                null,
                List.of(),
                Occasion.RANK_PROMOTION,
                null,
                house.room(Acts.class).now());
        return examinations.ready(ALL_SEEING, request).only(each -> each.code().startsWith("ZB-"));
    }

    /** Why, of whatever is not MET: words, facts and what is missing. */
    private static long explained(Examinations examinations, Ready ready) {
        var said = new AtomicLong();
        examinations.run(ready, each -> each != Verdict.MET, ExamineBench::length, said::addAndGet);
        return said.get();
    }

    private static long length(List<Finding> found) {
        long said = 0;
        for (var each : found) {
            if (each.verdict() == Verdict.MET) continue;
            var account = each.account();
            said += account.words().length()
                    + account.missing().size()
                    + account.evidence().size();
        }
        return said;
    }

    private void one(Examinations examinations, Ready ready) {
        var people = ready.people();
        var millis = new double[2_000];
        for (int i = -500; i < millis.length; i++) {
            var person =
                    new Subject.Person(people.get(random.nextInt(people.size())).id());
            long began = System.nanoTime();
            length(examinations.findings(ready, person));
            if (i >= 0) millis[i] = (System.nanoTime() - began) / 1e6;
        }
        figures.times("findings of one person, explained", millis);
    }

    private void cohorts(Cohorts cohorts, AsOf at) {
        var asked = new ArrayList<Asking>();
        for (int i = 0; i < 300; i++)
            asked.add(Asking.of(new Condition.Criterion(
                    "all: [ { age: { less-than: %d years } }, { any: [ { education: { at-least: 大学 } }, { grassroots: { at-least: %d months } } ] }, { not: { last-grade: { at-most: 基本称职 } } }, { service: { at-least: %d months } } ]"
                            .formatted(30 + random.nextInt(25), 12 + random.nextInt(60), random.nextInt(240)))));
        var millis = new double[asked.size() - 60];
        long worked = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (i == 60) worked = worked();
            long began = System.nanoTime();
            cohorts.sort(ALL_SEEING, asked.get(i), at, null);
            if (i >= 60) millis[i - 60] = (System.nanoTime() - began) / 1e6;
        }
        figures.times("one cohort, never asked before", millis);
        figures.put("one cohort, ms of processor time", (worked() - worked) / 1e6 / millis.length);
    }

    /** Processor time of this process so far, which tells more than the clock on a busy machine. */
    private static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void overHttp(java.nio.file.Path folder) throws Exception {
        try (var house = BenchCity.serve(folder)) {
            var visitor = new Visitor(house.port());
            visitor.signIn("xinxi", RunningHouse.password(folder, "xinxi"));
            var people = PersonBench.people(visitor);
            var user = Clicker.of(house, folder, "xinxi");
            figures.times(
                    "findings of one person, over HTTP",
                    1_000,
                    300,
                    i -> user.get("/api/v1/people/" + people.get(random.nextInt(people.size())) + "/findings"));
        }
    }

    /** A city of invented people without units, drawn afresh; how large and how fast. */
    private void grown(int people) {
        long before = heap();
        var sweep = Sweep.of(people, 17, any -> true);
        sweep.explained();
        figures.put(people + " people, clauses", sweep.clauses());
        figures.put(people + " people, heap bytes a person", (heap() - before) / people);
        int rounds = people > 100_000 ? 3 : ROUNDS;
        times(people + " people, explained", rounds, i -> sweep.explained());
        times(people + " people, counted", rounds, i -> sweep.counted());
        figures.put(people + " people, heap bytes a person, columns too", (heap() - before) / people);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void times(String name, IntConsumer round) {
        times(name, ROUNDS, round);
    }

    private void times(String name, int rounds, IntConsumer round) {
        var millis = new double[rounds];
        long worked = 0;
        for (int i = -Math.min(WARM, rounds); i < rounds; i++) {
            if (i == 0) worked = worked();
            long began = System.nanoTime();
            round.accept(i);
            if (i >= 0) millis[i] = (System.nanoTime() - began) / 1e6;
        }
        figures.times(name, millis);
        figures.put(name + ", ms of processor time", (worked() - worked) / 1e6 / rounds);
    }
}
