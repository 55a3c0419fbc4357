package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import huoshui.bench.BenchCity;
import huoshui.bench.Figures;
import huoshui.door.QuietHouse;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/**
 * The conditions of ten shipped clauses, asked of everybody by our evaluator, by CEL and by Drools: one thread, the same city,
 * turn by turn in one run, by processor time of that thread.
 *
 * <p>All three are handed what was read of each person, outside the clock, each in the form it works on: ours as the columns that
 * the city keeps, CEL as its variables, Drools as facts. Each answers with one verdict a person and condition only. Ours is measured
 * twice more: person by person, as one person's page asks, and from the dossiers on, reading included. A number that is known only
 * within bounds is no value for the others: such answers are counted apart.
 */
class RivalsBench {

    private static final int WARM = Integer.getInteger("huoshui.warm", 10);

    /** So many invented people instead of the city on disk; 0 for the city. */
    private static final int INVENTED = Integer.getInteger("huoshui.invented", 0);

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 15);
    private static final int CLAUSES = 10;

    private final Figures figures = new Figures("rivals");
    private City city;
    private Chart chart;
    private Book book;
    private UUID[] people;
    private List<Provision> clauses;
    private Question[] read;
    private Everybody given;
    private int[] places;
    private Known[] known;

    @Test
    void measure() throws Exception {
        if (INVENTED > 0) {
            var sweep = Sweep.of(INVENTED, 17, any -> true);
            compare(sweep.city(), null, sweep.book());
        } else {
            try (var house = QuietHouse.over(BenchCity.folder(BenchCity.PEOPLE))) {
                var asking = house.room(Rulebook.class).at(house.room(Acts.class).now());
                compare(asking.city(), asking.chart(), asking.book());
            }
        }
        figures.done();
    }

    private void compare(City everybody, Chart units, Book clausesOf) throws Exception {
        city = everybody;
        chart = units;
        book = clausesOf;
        people = city.cards().stream().map(each -> each.id()).toArray(UUID[]::new);
        clauses = chosen();
        read = Arrays.stream(people).map(this::question).toArray(Question[]::new);
        known = Arrays.stream(read).map(this::known).toArray(Known[]::new);
        places = Arrays.stream(people).mapToInt(city::place).toArray();
        given = Everybody.of(asking(), true);
        given.prepare(dry -> clauses.forEach(each -> each.when().everybody(dry)));
        figures.put("people", people.length);
        figures.put("clauses", clauses.stream().map(Provision::code).collect(Collectors.joining(" ")));
        // One worker: whatever goes in parallel stays in the thread whose time is taken.
        try (var alone = new ForkJoinPool(1)) {
            alone.submit(() -> {
                        compare();
                        return null;
                    })
                    .get();
        }
    }

    private void compare() throws Exception {
        var cel = new InCel();
        var drools = new InDrools();
        var ours = new double[ROUNDS];
        var single = new double[ROUNDS];
        var whole = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        var others = new double[ROUNDS];
        byte[][] we = null;
        byte[][] they = null;
        byte[][] those = null;
        for (int i = -WARM; i < ROUNDS; i++) {
            long start = worked();
            together(readAnew());
            long before = worked();
            var alike = ours(each -> read[each]);
            long began = worked();
            we = together(given);
            long first = worked();
            if (!Arrays.deepEquals(we, alike)) throw new AssertionError("together and one by one differ");
            long rest = worked();
            they = cel.all();
            long second = worked();
            those = drools.all();
            long third = worked();
            if (i < 0) continue;
            whole[i] = (before - start) / 1e6;
            single[i] = (began - before) / 1e6;
            ours[i] = (first - began) / 1e6;
            theirs[i] = (second - rest) / 1e6;
            others[i] = (third - second) / 1e6;
        }
        figures.times("ours", ours);
        figures.times("ours, person by person", single);
        figures.times("ours, reading the dossiers too", whole);
        figures.times("CEL 0.14", theirs);
        figures.times("Drools 10.2", others);
        figures.put("CEL / ours", median(theirs) / median(ours));
        figures.put("Drools / ours", median(others) / median(ours));
        agree(we, they, "CEL");
        agree(we, those, "Drools");
    }

    /** Processor time of this thread, so that a busy machine does not blur what is compared. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] of) {
        return Arrays.stream(of).sorted().toArray()[of.length / 2];
    }

    private void agree(byte[][] we, byte[][] they, String name) {
        int same = 0;
        int bounds = 0;
        var verdicts = new int[3];
        for (int i = 0; i < people.length; i++) {
            for (int c = 0; c < clauses.size(); c++) {
                verdicts[we[i][c]]++;
                if (we[i][c] == they[i][c]) same++;
                else if (known[i].bounded.contains(c)) bounds++;
                else
                    throw new AssertionError("%s disagrees on %s of %s: we %s, they %s"
                            .formatted(name, clauses.get(c).code(), people[i], we[i][c], they[i][c]));
            }
        }
        figures.put(name + " answers alike", same);
        figures.put(name + " cannot say, numbers within bounds", bounds);
        for (var each : Verdict.values()) assertThat(verdicts[each.ordinal()]).isPositive();
    }

    /** Ten conditions over plain measures, as the book has them; conditions that are written twice count once. */
    private List<Provision> chosen() {
        var seen = new HashMap<String, Provision>();
        for (var each : book.inForce(city.at().valid())) {
            if (each.scope().subject() != Speaks.PERSON || each.when() == null || each.unless() != null) continue;
            if (plain(each.when())) seen.putIfAbsent(each.when().asked(), each);
        }
        return seen.values().stream()
                .sorted(java.util.Comparator.comparing(Provision::code))
                .limit(CLAUSES)
                .toList();
    }

    private static boolean plain(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(var of) -> of.stream().allMatch(RivalsBench::plain);
            case Criterion.Any(var of) -> of.stream().allMatch(RivalsBench::plain);
            case Criterion.Not(var of) -> plain(of);
            case Criterion.Compared is -> Known.FIELDS.contains(is.measure().name()) && is.with() == Arguments.NONE;
            case Criterion.OneOf is -> Known.FIELDS.contains(is.measure().name()) && is.with() == Arguments.NONE;
            default -> false;
        };
    }

    private Question question(UUID id) {
        return Question.of(
                new Subject.Person(id), Occasion.STANDING, null, city, chart, book, Map.of(), Map.of(), false);
    }

    private Rulebook.Asking asking() {
        return new Rulebook.Asking(book, city, chart, any -> true);
    }

    /** Every column these conditions compare, read from the dossiers once more. */
    private Everybody readAnew() {
        var everybody = Everybody.of(asking(), true);
        everybody.readAgain(dry -> clauses.forEach(each -> each.when().everybody(dry)));
        return everybody;
    }

    private byte[][] together(Everybody everybody) {
        var said = clauses.stream().map(each -> each.when().everybody(everybody)).toArray(Verdicts[]::new);
        var all = new byte[people.length][said.length];
        for (int i = 0; i < people.length; i++)
            for (int c = 0; c < said.length; c++) all[i][c] = (byte) said[c].at(places[i]).ordinal();
        return all;
    }

    private byte[][] ours(IntFunction<Question> questions) {
        var all = new byte[people.length][];
        for (int i = 0; i < people.length; i++) {
            var q = questions.apply(i);
            var verdicts = new byte[clauses.size()];
            for (int c = 0; c < verdicts.length; c++) {
                verdicts[c] = (byte) clauses.get(c).when().verdict(q).ordinal();
            }
            all[i] = verdicts;
        }
        return all;
    }

    private Known known(Question q) {
        var known = new Known();
        for (var name : Known.FIELDS) {
            var measure = Measures.of(name);
            var reading = measure.read(q, Arguments.NONE);
            boolean exact = reading.known() && (!measure.number() || reading.least() == reading.most());
            known.keep(
                    name,
                    !exact
                            ? null
                            : measure.number() ? reading.least() : Long.numberOfTrailingZeros(reading.codes()));
            if (reading.known() && !exact)
                for (int c = 0; c < clauses.size(); c++) if (reads(clauses.get(c).when(), name)) known.bounded.add(c);
        }
        return known;
    }

    private static boolean reads(Criterion criterion, String name) {
        var found = new boolean[1];
        criterion.walk(each -> found[0] |= each instanceof Criterion.Compared is
                        && is.measure().name().equals(name)
                || each instanceof Criterion.OneOf one && one.measure().name().equals(name));
        return found[0];
    }

    /** Words a mask allows, as a list of their places; 64 stands for none. */
    private static String places(long allowed) {
        return IntStream.range(0, 62)
                .filter(each -> (allowed & 1L << each) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    static String field(String measure) {
        var words = measure.split("-");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(each -> Character.toUpperCase(each.charAt(0)) + each.substring(1))
                        .collect(Collectors.joining());
    }

    /** The conditions in CEL, with what is not known marked as unknown. */
    private final class InCel {

        private final List<CelRuntime.Program> programs = new ArrayList<>();
        private final List<PartialVars> vars = new ArrayList<>();

        InCel() throws Exception {
            var builder = CelFactory.plannerCelBuilder()
                    .setOptions(CelOptions.current()
                            .enableUnknownTracking(true)
                            .enableHeterogeneousNumericComparisons(true)
                            .build())
                    .setResultType(SimpleType.BOOL);
            Known.FIELDS.forEach(each -> builder.addVar(field(each), SimpleType.INT));
            Cel cel = builder.build();
            for (var each : clauses)
                programs.add(cel.createProgram(cel.compile(said(each.when())).getAst()));
            for (var each : known) {
                var said = new HashMap<String, Object>();
                var unknown = new ArrayList<CelAttributePattern>();
                each.values.forEach((name, value) -> {
                    if (value == null) unknown.add(CelAttributePattern.create(field(name)));
                    else said.put(field(name), (long) value);
                });
                vars.add(PartialVars.of(said, unknown.toArray(CelAttributePattern[]::new)));
            }
        }

        private static String said(Criterion criterion) {
            return switch (criterion) {
                case Criterion.All(var of) ->
                    of.stream().map(InCel::said).collect(Collectors.joining(" && ", "(", ")"));
                case Criterion.Any(var of) ->
                    of.stream().map(InCel::said).collect(Collectors.joining(" || ", "(", ")"));
                case Criterion.Not(var of) -> "!" + said(of);
                case Criterion.Compared(var measure, var with, var range) ->
                    "(%1$s >= %2$d && %1$s <= %3$d)".formatted(field(measure.name()), range.low(), range.high());
                case Criterion.OneOf(var measure, var with, var allowed, var negated, var asks) ->
                    "%s(%s in [%s])".formatted(negated ? "!" : "", field(measure.name()), places(allowed));
                default -> throw new IllegalArgumentException();
            };
        }

        byte[][] all() throws Exception {
            var all = new byte[people.length][];
            for (int i = 0; i < people.length; i++) {
                var verdicts = new byte[programs.size()];
                for (int c = 0; c < verdicts.length; c++) {
                    var answer = programs.get(c).eval(vars.get(i));
                    verdicts[c] = (byte) (answer instanceof CelUnknownSet
                                    ? Verdict.UNKNOWN
                                    : Verdict.of((Boolean) answer))
                            .ordinal();
                }
                all[i] = verdicts;
            }
            return all;
        }
    }

    /** The conditions in Drools: a rule for met and a rule for not met; where neither fires it is unknown. */
    private final class InDrools {

        private final KieContainer container;

        InDrools() {
            var services = KieServices.Factory.get();
            var files = services.newKieFileSystem().write("src/main/resources/huoshui/clauses.drl", drl());
            var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR))
                throw new IllegalStateException(builder.getResults().toString());
            container = services.newKieContainer(services.getRepository().getDefaultReleaseId());
        }

        private String drl() {
            var text = new StringBuilder("package huoshui.clauses\nimport huoshui.rule.Known\n");
            for (int c = 0; c < clauses.size(); c++) {
                var when = clauses.get(c).when();
                for (boolean met : new boolean[] {true, false})
                    text.append("rule \"%d %s\" when $k : Known( %s ) then $k.say(%d, %b); end\n"
                            .formatted(c, met, said(when, met), c, met));
            }
            return text.toString();
        }

        private static String said(Criterion criterion, boolean met) {
            return switch (criterion) {
                case Criterion.All(var of) ->
                    of.stream().map(each -> said(each, met)).collect(Collectors.joining(met ? " && " : " || ", "(", ")"));
                case Criterion.Any(var of) ->
                    of.stream().map(each -> said(each, met)).collect(Collectors.joining(met ? " || " : " && ", "(", ")"));
                case Criterion.Not(var of) -> said(of, !met);
                case Criterion.Compared(var measure, var with, var range) ->
                    (met ? "(%1$s != null && %1$s >= %2$d && %1$s <= %3$d)" : "(%1$s != null && (%1$s < %2$d || %1$s > %3$d))")
                            .formatted(field(measure.name()), range.low(), range.high());
                case Criterion.OneOf(var measure, var with, var allowed, var negated, var asks) ->
                    "(%1$s != null && %1$s %2$s (%3$s))"
                            .formatted(field(measure.name()), met != negated ? "in" : "not in", places(allowed));
                default -> throw new IllegalArgumentException();
            };
        }

        byte[][] all() {
            var session = container.newKieSession();
            try {
                for (var each : known) {
                    each.verdicts = new byte[clauses.size()];
                    Arrays.fill(each.verdicts, (byte) Verdict.UNKNOWN.ordinal());
                    session.insert(each);
                }
                session.fireAllRules();
            } finally {
                session.dispose();
            }
            return Arrays.stream(known).map(each -> each.verdicts).toArray(byte[][]::new);
        }
    }
}
