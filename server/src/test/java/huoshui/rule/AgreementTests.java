package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.Crowd;
import huoshui.dossier.city.Around;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Entered;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.kernel.ledger.Change;
import huoshui.org.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.resolver.Resolver;

@DisplayName("两套判定一致：随机的、有缺漏的档案，对全部条款")
class AgreementTests {

    static final Path FILES = Path.of("src/main/resources/practice/rulebook");
    static final List<String> SANCTIONS = List.of("党内警告", "党内严重警告", "政务警告", "政务记过", "警告", "撤职", "留党察看", "留党察看二年");
    static final List<String> MEASURES = List.of("诫勉", "免职", "降职", "调离岗位", "责令辞职", "提醒", "停职检查", "其他");

    static final List<String> GROUNDS = java.util.Arrays.asList(null, "问责", "不适宜担任现职", "到龄");

    private final List<Map<String, Object>> clauses = new ArrayList<>();
    private final Map<String, Map<String, Object>> conclusions = new LinkedHashMap<>();
    private final Map<String, Object> cohorts = new LinkedHashMap<>();
    private final Random random;
    private final long seed = Seeds.next();

    AgreementTests() throws IOException {
        random = new Random(seed);
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

    @Test
    void theFastAndThePlainExaminerAgreeOnEveryDossier() {
        int dossiers = Integer.getInteger("huoshui.dossiers", Boolean.getBoolean("huoshui.long") ? 100_000 : 5_000);
        var book = Rulebook.shipped();
        var openings = clauses.stream()
                .filter(each -> "OPENS".equals(each.get("effect")) && !"M".equals(each.get("status")))
                .toList();
        var asked = clauses.stream().filter(this::aboutPeople).toList();
        var plain = new TreeSet<String>();
        var world = PlainWorld.invented(random);
        var chart = world.chart();
        var around = Around.of(chart);
        var unplain = new TreeMap<String, String>();
        var counts = new int[4];
        for (int i = 0; i < dossiers; i++) {
            var day = LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
            if (i % 500 == 499) {
                world = PlainWorld.invented(random);
                chart = world.chart();
                around = Around.of(chart);
            }
            var facts = dossier(world);
            var everybody = new ArrayList<>(facts);
            world.relatives.values().forEach(everybody::addAll);
            var city = City.of(new AsOf(day, 1), everybody, around);
            var rank = random.nextInt(3) == 0 ? null : Rank.values()[random.nextInt(12)];
            var level = rank != null || random.nextInt(3) == 0 ? null : LeadershipLevel.values()[4 + random.nextInt(6)];
            var seat = random.nextInt(4) > 0 ? null : aimed(world, facts);
            var slow = new PlainExaminer(conclusions, openings, cohorts, facts, day, world);
            for (var clause : asked) {
                var code = clause.get("code").toString();
                var fast = book.on(code, day).orElse(null);
                if (fast == null
                        || !fast.from()
                                .equals(PlainExaminer.start(
                                        map(clause.get("in-force")).get("from")))) continue;
                Verdict wanted;
                try {
                    wanted = seat == null ? slow.says(clause, rank, level) : slow.says(clause, seat);
                    plain.add(code);
                } catch (PlainExaminer.Unplain other) {
                    unplain.put(code, other.getMessage());
                    continue;
                }
                var target = seat != null
                        ? new Target.Post(seat.id())
                        : rank != null ? new Target.Rank(rank) : level != null ? new Target.Level(level) : null;
                var got = says(fast, city, chart, book, target);
                counts[wanted == null ? 3 : wanted.ordinal()]++;
                assertThat(got)
                        .as("seed %d, dossier %d, %s on %s, target %s, facts %s", seed, i, code, day, target, facts)
                        .isEqualTo(wanted);
            }
        }
        System.out.printf(
                "agreement: seed %d, %d dossiers, %d clauses (%d beyond the plain examiner: %s), met %d, not met %d, unknown %d, silent %d%n",
                seed, dossiers, plain.size(), unplain.size(), unplain, counts[0], counts[1], counts[2], counts[3]);
        assertThat(counts[0]).isPositive();
        assertThat(counts[1]).isPositive();
        assertThat(counts[2]).isPositive();
        assertThat(unplain).as("every clause about people is compared").isEmpty();
        assertThat(plain)
                .containsAll(
                        asked.stream().map(each -> each.get("code").toString()).toList());
    }

    private static @Nullable Verdict says(
            Provision clause, City city, Chart chart, Book book, @Nullable Target target) {
        var occasion = clause.scope().occasions().iterator().next();
        var person = new Subject.Person(PlainExaminer.somebody());
        var q = Question.of(person, occasion, target, city, chart, book, Map.of(), Map.of(), false);
        var answered = clause.ask(q).map(Answer::verdict).orElse(null);
        assertThat(clause.verdict(q)).as(clause.code()).isEqualTo(answered);
        return answered;
    }

    private boolean aboutPeople(Map<String, Object> clause) {
        var scope = clause.get("scope");
        return scope == null || "person".equals(map(scope).getOrDefault("subject", "person"));
    }

    /** Somebody invented, with holes, sanctions now and then, and a few conclusions. */
    private List<Line> dossier(PlainWorld world) {
        var id = PlainExaminer.somebody();
        var lines = new ArrayList<Line>();
        for (var each : new Crowd(random.nextLong()).person(id, 1 + random.nextInt(12)))
            if (each instanceof Change.Record<FactBody> record)
                add(lines, placed(record.body(), world), record.valid());
        if (random.nextInt(8) == 0) add(lines, new Departed(one(List.of("退休", "调出", "辞职")), null, null, null), began());
        if (random.nextInt(8) == 0) add(lines, new Entered("调任", null, null, null, null, null), began());
        kin(lines, world);
        for (int i = random.nextInt(4) - 1; i > 0; i--) add(lines, sanction(), began());
        for (int i = random.nextInt(4) - 1; i > 0; i--)
            add(lines, new OrganizationalMeasure(one(MEASURES), one(GROUNDS), null, maybe(), gone(), null), began());
        for (var kind : conclusions.values()) {
            if (random.nextInt(3) > 0) continue;
            var values = (List<?>) kind.get("values");
            var value = values.get(random.nextInt(values.size())).toString();
            add(lines, new Conclusion(kind.get("code").toString(), value, "部务会", Chapter.SUPERVISION, null), began());
        }
        return lines;
    }

    /** In the invented units: matched to a seat, to a unit, to one nobody knows, or not at all; grown up somewhere. */
    private FactBody placed(FactBody body, PlainWorld world) {
        if (body instanceof Identity is && random.nextBoolean())
            return new Identity(
                    is.name(),
                    is.sex(),
                    is.birth(),
                    is.ethnicity(),
                    is.nativePlace(),
                    is.birthPlace(),
                    one(List.of("隆川", "永昭县", "石梁县", "澜江市")));
        if (!(body instanceof PostHeld is)) return body;
        var held = switch (random.nextInt(8)) {
            case 0 -> is.matchedTo(null, null);
            case 1 -> is.matchedTo(new UUID(random.nextLong(), 3), null);
            case 2, 3 -> is.matchedTo(one(List.copyOf(world.places.keySet())), null);
            default -> {
                var seat = one(List.copyOf(world.chairs.values()));
                yield is.matchedTo(random.nextBoolean() ? seat.unit() : null, seat.id());
            }
        };
        return random.nextInt(30) > 0 ? held : PostHeld.of("县公安局局长").matchedTo(held.unit(), held.post());
    }

    /** Kin in seats of the same city, some of them not confirmed, some nobody's. */
    private void kin(List<Line> lines, PlainWorld world) {
        world.relatives.clear();
        for (int i = random.nextInt(4); i > 0; i--) {
            var person = new UUID(7, i);
            add(
                    lines,
                    new FamilyMember(i, "妻子", "某某", null, null, null, random.nextInt(4) == 0 ? null : person),
                    began());
            if (random.nextInt(5) == 0) continue;
            var seat = near(lines, world);
            var held = PostHeld.of("科员").matchedTo(null, random.nextInt(6) == 0 ? null : seat.id());
            world.relatives.put(
                    person, List.of(new Line(new UUID(8, i), person, "post", held, began(), 1, Long.MAX_VALUE)));
        }
    }

    /** Rather one in the same unit, else nobody would ever sit near. */
    private PlainWorld.Chair near(List<Line> lines, PlainWorld world) {
        var own = aimed(world, lines);
        var same = world.chairs.values().stream()
                .filter(each -> own != null && each.unit().equals(own.unit()))
                .toList();
        return same.isEmpty() || random.nextInt(4) == 0 ? one(List.copyOf(world.chairs.values())) : one(same);
    }

    /** A seat, now and then one that is held already. */
    private PlainWorld.@Nullable Chair aimed(PlainWorld world, List<Line> lines) {
        var held = lines.stream()
                .filter(each -> each.body() instanceof PostHeld is && world.chair(is.post()) != null)
                .map(each -> world.chair(((PostHeld) each.body()).post()))
                .toList();
        return held.isEmpty() || random.nextBoolean() ? one(List.copyOf(world.chairs.values())) : held.getLast();
    }

    private FactBody sanction() {
        var name = one(SANCTIONS);
        return new Sanction(name, null, null, null, maybe(), gone(), null);
    }

    private @Nullable PartialDate maybe() {
        return random.nextInt(5) == 0 ? PartialDate.month(2019 + random.nextInt(9), 1 + random.nextInt(12)) : null;
    }

    private @Nullable PartialDate gone() {
        return random.nextInt(6) == 0 ? PartialDate.month(2019 + random.nextInt(8), 1 + random.nextInt(12)) : null;
    }

    private Span began() {
        int year = 2014 + random.nextInt(13);
        int month = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> Span.since(PartialDate.year(year));
            case 1 -> Span.evidenced(LocalDate.of(year, month, 1));
            case 2, 3 -> Span.since(LocalDate.of(year, month, 1 + random.nextInt(28)));
            default -> Span.since(PartialDate.month(year, month));
        };
    }

    private static void add(List<Line> lines, FactBody body, Span valid) {
        var kind = huoshui.dossier.fact.FactKinds.ALL.of(body).code();
        if (!Kept.all().contains(kind)) return;
        lines.add(new Line(new UUID(5, lines.size()), PlainExaminer.somebody(), kind, body, valid, 1, Long.MAX_VALUE));
    }

    /** Kinds the city keeps, as far as clauses read them. */
    static final class Kept {
        static java.util.Set<String> all() {
            return java.util.Set.of(
                    "identity",
                    "party",
                    "work-start",
                    "title",
                    "standing",
                    "post",
                    "rank",
                    "level",
                    "secondment",
                    "study",
                    "training",
                    "annual-grade",
                    "reward",
                    "sanction",
                    "org-measure",
                    "conclusion",
                    "family",
                    "entered",
                    "departed");
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
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
