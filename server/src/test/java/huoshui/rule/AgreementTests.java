package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.city.Around;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.resolver.Resolver;

@DisplayName("两套判定一致：随机的、有缺漏的档案，对说到人的全部条款；说单位、班子、批次的只凭各自的用例")
class AgreementTests {

    static final Path FILES = Path.of("src/main/resources/practice/rulebook");

    /** Dossiers asked on one day in one city. */
    private static final int TOGETHER = 20;

    private final List<Map<String, Object>> clauses = new ArrayList<>();
    private final Map<String, Map<String, Object>> conclusions = new LinkedHashMap<>();
    private final Map<String, Object> cohorts = new LinkedHashMap<>();
    private final long seed = Seeds.next();

    AgreementTests() throws IOException {
        var yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new org.yaml.snakeyaml.representer.Representer(new org.yaml.snakeyaml.DumperOptions()),
                new org.yaml.snakeyaml.DumperOptions(),
                new LoaderOptions(),
                new WithoutDates());
        try (var files = Files.list(FILES)) {
            for (var each : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Map<String, Object> file = yaml.load(Files.readString(each));
                for (var clause : list(file.get("provisions"))) clauses.add(clause);
                for (var group : list(file.get("cohorts")))
                    cohorts.put(group.get("name").toString(), java.util.Objects.requireNonNull(group.get("criterion")));
                for (var kind : list(file.get("conclusions")))
                    conclusions.put(kind.get("code").toString(), kind);
            }
        }
    }

    /** Leaves dates as they are written. */
    static final class WithoutDates extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(org.yaml.snakeyaml.nodes.Tag.BOOL, BOOL, "tf");
            addImplicitResolver(org.yaml.snakeyaml.nodes.Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(org.yaml.snakeyaml.nodes.Tag.MERGE, MERGE, "<");
        }
    }

    /** One edition of a clause as it is written, and as the room reads it. */
    private record Asked(Map<String, Object> written, Provision read) {}

    /** What came of some dossiers: how often each verdict, silence last; and which clauses the plain examiner knows. */
    private record Told(int[] counts, TreeSet<String> plain, TreeMap<String, String> unplain) {

        Told() {
            this(new int[4], new TreeSet<>(), new TreeMap<>());
        }

        Told and(Told other) {
            for (int i = 0; i < counts.length; i++) counts[i] += other.counts[i];
            plain.addAll(other.plain);
            unplain.putAll(other.unplain);
            return this;
        }
    }

    @Test
    void theFastAndThePlainExaminerAgreeOnEveryDossier() {
        int dossiers = Integer.getInteger("huoshui.dossiers", Boolean.getBoolean("huoshui.long") ? 100_000 : 5_000);
        var book = Rulebook.shipped();
        var openings = clauses.stream()
                .filter(each -> "OPENS".equals(each.get("effect")) && !"M".equals(each.get("status")))
                .toList();
        var asked = clauses.stream()
                .filter(this::aboutPeople)
                .map(each -> new Asked(each, read(each, book)))
                .toList();
        // Each some draws from a seed of its own, so that several threads draw the same as one.
        var told = IntStream.range(0, (dossiers + TOGETHER - 1) / TOGETHER)
                .parallel()
                .mapToObj(i -> new Some(i, book, openings).agree(asked, Math.min(TOGETHER, dossiers - i * TOGETHER)))
                .reduce(new Told(), (one, other) -> new Told().and(one).and(other));
        var counts = told.counts;
        System.out.printf(
                "agreement: seed %d, %d dossiers, %d clauses (%d beyond the plain examiner: %s), met %d, not met %d, unknown %d, silent %d%n",
                seed,
                dossiers,
                told.plain.size(),
                told.unplain.size(),
                told.unplain,
                counts[0],
                counts[1],
                counts[2],
                counts[3]);
        assertThat(counts[0]).isPositive();
        assertThat(counts[1]).isPositive();
        assertThat(counts[2]).isPositive();
        assertThat(told.unplain).as("every clause about people is compared").isEmpty();
        assertThat(told.plain)
                .containsAll(clauses.stream()
                        .filter(this::aboutPeople)
                        .map(each -> each.get("code").toString())
                        .toList());
    }

    private static Provision read(Map<String, Object> clause, Book book) {
        var start = PlainExaminer.start(
                java.util.Objects.requireNonNull(map(clause.get("in-force")).get("from")));
        return book.editions(clause.get("code").toString()).stream()
                .filter(each -> each.from().equals(start))
                .findFirst()
                .orElseThrow();
    }

    private boolean aboutPeople(Map<String, Object> clause) {
        var scope = clause.get("scope");
        return scope == null || "person".equals(map(scope).getOrDefault("subject", "person"));
    }

    /**
     * What somebody is considered for.
     *
     * @param next whether it is the rank above their own, if they have one
     */
    private record Aim(
            @Nullable Rank rank, @Nullable LeadershipLevel level, PlainWorld.@Nullable Chair seat, boolean next) {

        static Aim drawn(Random random, InventedDossiers dossiers, List<Line> facts, Card card) {
            if (random.nextInt(4) == 0) return new Aim(null, null, dossiers.aimed(facts), false);
            if (random.nextInt(4) == 0)
                return new Aim(Toward.next(card) instanceof Target.Rank(var above) ? above : null, null, null, true);
            var rank = random.nextInt(3) == 0 ? null : Rank.values()[random.nextInt(12)];
            var level = rank != null || random.nextInt(3) == 0 ? null : LeadershipLevel.values()[4 + random.nextInt(6)];
            return new Aim(rank, level, null, false);
        }

        Toward toward() {
            return next ? Toward.NEXT_RANK : new Toward(target(), false);
        }

        @Nullable
        Target target() {
            if (seat != null) return new Target.Post(seat.id());
            return rank != null ? new Target.Rank(rank) : level != null ? new Target.Level(level) : null;
        }
    }

    /** Some dossiers in a city of their own, on a day of their own. */
    private final class Some {

        private final int number;
        private final Book book;
        private final List<Map<String, Object>> openings;
        private final Random random;
        private final LocalDate day;
        private final PlainWorld world;
        private final Told told = new Told();

        Some(int number, Book book, List<Map<String, Object>> openings) {
            this.number = number;
            this.book = book;
            this.openings = openings;
            // Neighboring seeds draw alike at first; far ones do not.
            random = new Random(seed ^ number * 0x9E37_79B9_7F4A_7C15L);
            day = LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
            world = PlainWorld.invented(random);
        }

        Told agree(List<Asked> asked, int people) {
            var invented = new InventedDossiers(random, world, conclusions.values());
            var dossiers = new ArrayList<List<Line>>();
            for (int i = 0; i < people; i++) dossiers.add(invented.draw(new UUID(0, i + 1)));
            var everybody = new ArrayList<Line>();
            dossiers.forEach(everybody::addAll);
            world.relatives.values().forEach(everybody::addAll);
            var chart = world.chart();
            var city = City.of(new AsOf(day, 1), everybody, Around.of(chart));
            var inForce = asked.stream().filter(each -> each.read.inForce(day)).toList();
            var aims = new ArrayList<Aim>();
            for (int i = 0; i < people; i++)
                aims.add(Aim.drawn(
                        random,
                        invented,
                        dossiers.get(i),
                        city.find(new UUID(0, i + 1)).orElseThrow()));
            var together = together(inForce, aims, new Rulebook.Asking(book, city, chart, any -> true));
            for (int i = 0; i < people; i++)
                one(
                        new UUID(0, i + 1),
                        dossiers.get(i),
                        aims.get(i),
                        inForce,
                        city,
                        chart,
                        java.util.Objects.requireNonNull(
                                together.get(aims.get(i).toward())));
            return told;
        }

        /** What every clause says of everybody at once, considered for each of these. */
        private Map<Toward, List<Spoken>> together(List<Asked> asked, List<Aim> aims, Rulebook.Asking asking) {
            var all = Everybody.of(asking, true);
            all.prepare(dry -> together(asked, aims, dry));
            return together(asked, aims, all);
        }

        private static Map<Toward, List<Spoken>> together(List<Asked> asked, List<Aim> aims, Everybody all) {
            var spoken = new HashMap<Toward, List<Spoken>>();
            for (var aim : aims)
                spoken.computeIfAbsent(
                        aim.toward(),
                        toward -> asked.stream()
                                .map(each -> each.read.everybody(all.toward(toward)))
                                .toList());
            return spoken;
        }

        private void one(
                UUID person,
                List<Line> facts,
                Aim aim,
                List<Asked> asked,
                City city,
                Chart chart,
                List<Spoken> together) {
            int place = city.place(person);
            var slow = new PlainExaminer(conclusions, openings, cohorts, facts, day, world);
            var explained = about(person, city, chart);
            var counted = about(person, city, chart);
            for (int i = 0; i < asked.size(); i++) {
                var each = asked.get(i);
                Verdict wanted;
                try {
                    wanted = aim.seat == null
                            ? slow.says(each.written, aim.rank, aim.level)
                            : slow.says(each.written, aim.seat);
                    told.plain.add(each.read.code());
                } catch (PlainExaminer.Unplain other) {
                    told.unplain.put(each.read.code(), other.getMessage());
                    continue;
                }
                told.counts[wanted == null ? 3 : wanted.ordinal()]++;
                var occasion = each.read.scope().occasions().iterator().next();
                var answered = each.read
                        .ask(explained.on(occasion, aim.target()))
                        .map(Answer::verdict)
                        .orElse(null);
                var verdict = each.read.verdict(counted.on(occasion, aim.target()));
                alike("explained", each.read, person, aim, facts, answered, wanted);
                alike("counted", each.read, person, aim, facts, verdict, wanted);
                alike("together", each.read, person, aim, facts, together.get(i).at(place), wanted);
            }
        }

        private Question about(UUID person, City city, Chart chart) {
            return Question.of(
                    new Subject.Person(person), Occasion.STANDING, null, city, chart, book, Map.of(), Map.of(), false);
        }

        private void alike(
                String way,
                Provision clause,
                UUID person,
                Aim aim,
                List<Line> facts,
                @Nullable Verdict got,
                @Nullable Verdict wanted) {
            if (got != wanted)
                assertThat(got)
                        .as(
                                "%s, seed %d, some %d, dossier %s, %s on %s, aim %s, facts %s",
                                way, seed, number, person, clause.code(), day, aim, facts)
                        .isEqualTo(wanted);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@Nullable Object of) {
        return of == null ? List.of() : (List<Map<String, Object>>) of;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object of) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(of);
    }
}
