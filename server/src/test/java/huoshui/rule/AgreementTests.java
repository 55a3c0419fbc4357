package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.Crowd;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.FactBody;
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
        var unplain = new TreeMap<String, String>();
        var counts = new int[4];
        for (int i = 0; i < dossiers; i++) {
            var day = LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
            var facts = dossier();
            var city = City.of(new AsOf(day, 1), facts, Surroundings.NONE);
            var rank = random.nextInt(3) == 0 ? null : Rank.values()[random.nextInt(12)];
            var level = rank != null || random.nextInt(3) == 0 ? null : LeadershipLevel.values()[4 + random.nextInt(6)];
            var slow = new PlainExaminer(conclusions, openings, facts, day);
            for (var clause : asked) {
                var code = clause.get("code").toString();
                var fast = book.on(code, day).orElse(null);
                if (fast == null
                        || !fast.from()
                                .equals(PlainExaminer.start(
                                        map(clause.get("in-force")).get("from")))) continue;
                Verdict wanted;
                try {
                    wanted = slow.says(clause, rank, level);
                    plain.add(code);
                } catch (PlainExaminer.Unplain other) {
                    unplain.put(code, other.getMessage());
                    continue;
                }
                var got = says(fast, city, book, rank, level);
                counts[wanted == null ? 3 : wanted.ordinal()]++;
                assertThat(got)
                        .as(
                                "seed %d, dossier %d, %s on %s, target %s %s, facts %s",
                                seed, i, code, day, rank, level, facts)
                        .isEqualTo(wanted);
            }
        }
        System.out.printf(
                "agreement: seed %d, %d dossiers, %d clauses (%d beyond the plain examiner: %s), met %d, not met %d, unknown %d, silent %d%n",
                seed, dossiers, plain.size(), unplain.size(), unplain, counts[0], counts[1], counts[2], counts[3]);
        assertThat(counts[0]).isPositive();
        assertThat(counts[1]).isPositive();
        assertThat(counts[2]).isPositive();
        plain.removeAll(unplain.keySet());
        assertThat(plain.size()).isGreaterThan(asked.size() / 2);
    }

    private static @Nullable Verdict says(
            Provision clause, City city, Book book, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        var target = rank != null ? new Target.Rank(rank) : level != null ? new Target.Level(level) : null;
        var occasion = clause.scope().occasions().iterator().next();
        var person = new Subject.Person(PlainExaminer.somebody());
        var q = Question.of(person, occasion, target, city, null, book, Map.of(), Map.of(), false);
        return clause.ask(q).map(Answer::verdict).orElse(null);
    }

    private boolean aboutPeople(Map<String, Object> clause) {
        var scope = clause.get("scope");
        return scope == null || "person".equals(map(scope).getOrDefault("subject", "person"));
    }

    /** Somebody invented, with holes, sanctions now and then, and a few conclusions. */
    private List<Line> dossier() {
        var id = PlainExaminer.somebody();
        var lines = new ArrayList<Line>();
        for (var each : new Crowd(random.nextLong()).person(id, 1 + random.nextInt(12)))
            if (each instanceof Change.Record<FactBody> record) add(lines, record.body(), record.valid());
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
                    "conclusion");
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
