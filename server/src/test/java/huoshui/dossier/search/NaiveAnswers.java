package huoshui.dossier.search;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.search.Condition.All;
import huoshui.dossier.search.Condition.Any;
import huoshui.dossier.search.Condition.Not;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.Rank;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Conditions answered the slow way: straight from facts, by trying every value a silence or a partial date leaves open. Written
 * without a look at the city's own code.
 */
final class NaiveAnswers {

    private NaiveAnswers() {}

    static Condition condition(Random random, int depth) {
        if (depth < 3 && random.nextInt(3) == 0) {
            var of = new ArrayList<Condition>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) of.add(condition(random, depth + 1));
            return random.nextBoolean() ? new All(of) : new Any(of);
        }
        if (depth < 3 && random.nextInt(6) == 0) return new Not(condition(random, depth + 1));
        return switch (random.nextInt(9)) {
            case 0 -> Condition.test("age", op(random), 20 + random.nextInt(40));
            case 1 -> Condition.test("sex", Op.IS, "" + (1 + random.nextInt(2)));
            case 2 -> Condition.test("communist", Op.IS, random.nextBoolean());
            case 3 -> Condition.test("fulltime", Op.AT_LEAST, EducationLevel.values()[random.nextInt(5)].name());
            case 4 -> Condition.test("rank", op(random), Rank.values()[2 + random.nextInt(8)].code());
            case 5 -> Condition.test("post", Op.CONTAINS, random.nextBoolean() ? "局长" : "水务");
            case 6 -> Condition.test("outstanding3", op(random), random.nextInt(3));
            case 7 -> Condition.test("serviceYears", op(random), random.nextInt(35));
            default -> Condition.test("secondment", Op.HAS, true);
        };
    }

    private static Op op(Random random) {
        return random.nextBoolean() ? Op.AT_LEAST : Op.AT_MOST;
    }

    static Verdict evaluate(Condition condition, List<Fact<FactBody>> facts, LocalDate day) {
        return switch (condition) {
            case All(var of) ->
                of.stream().map(each -> evaluate(each, facts, day)).reduce(Verdict.MET, Verdict::and);
            case Any(var of) ->
                of.stream().map(each -> evaluate(each, facts, day)).reduce(Verdict.NOT_MET, Verdict::or);
            case Not(var of) -> evaluate(of, facts, day).negated();
            case Condition.Test test -> answer(test, facts, day);
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static Verdict answer(Condition.Test test, List<Fact<FactBody>> facts, LocalDate day) {
        var value = test.values().getFirst();
        return switch (test.field()) {
            case "age" -> possible(ages(identity(facts, day).map(Identity::birth), day), compare(test));
            case "sex" -> {
                var sex = identity(facts, day)
                        .map(Identity::sex)
                        .filter(each -> each != null)
                        .toList();
                yield sex.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(sex.getFirst().equals(value.equals("1") ? "男" : "女"));
            }
            case "communist" -> {
                var parties = on(facts, PartyMembership.class, day).toList();
                var is = parties.stream().anyMatch(each -> each.party().startsWith("中共"));
                yield parties.isEmpty() ? Verdict.UNKNOWN : Verdict.of(is == value.equals("true"));
            }
            case "fulltime" -> fulltime(facts, day, EducationLevel.valueOf(value));
            case "rank" -> {
                var held = on(facts, RankHeld.class, day).toList();
                if (held.isEmpty()) yield Verdict.UNKNOWN;
                int mine = Rank.read(held.getFirst().rank()).orElseThrow().ordinal();
                int asked = Rank.read(value).orElseThrow().ordinal();
                yield Verdict.of(test.op() == Op.AT_LEAST ? mine <= asked : mine >= asked);
            }
            case "post" -> {
                var posts = on(facts, PostHeld.class, day).toList();
                yield posts.isEmpty()
                        ? Verdict.UNKNOWN
                        : Verdict.of(posts.stream().anyMatch(each -> each.text().contains(value)));
            }
            case "outstanding3" -> possible(outstanding(facts, day), compare(test));
            case "serviceYears" ->
                possible(ages(on(facts, WorkStart.class, day).map(WorkStart::date), day), compare(test));
            case "secondment" -> {
                if (begun(facts, Seconded.class, day).findAny().isPresent()) yield Verdict.MET;
                yield begun(facts, PostHeld.class, day).findAny().isEmpty() ? Verdict.UNKNOWN : Verdict.NOT_MET;
            }
            default -> throw new IllegalArgumentException(test.field() + LevelHeld.class);
        };
    }

    private static IntPredicate compare(Condition.Test test) {
        int asked = Integer.parseInt(test.values().getFirst());
        return test.op() == Op.AT_LEAST ? each -> each >= asked : each -> each <= asked;
    }

    /** Every value is tried: all fit, none fits, or nobody can say. */
    private static Verdict possible(Set<Integer> values, IntPredicate fits) {
        if (values.isEmpty()) return Verdict.UNKNOWN;
        boolean all = values.stream().allMatch(fits::test);
        boolean none = values.stream().noneMatch(fits::test);
        return all ? Verdict.MET : none ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    private static Set<Integer> ages(
            Stream<? extends @org.jspecify.annotations.Nullable PartialDate> dates, LocalDate day) {
        var ages = new TreeSet<Integer>();
        dates.limit(1).filter(each -> each != null).forEach(date -> {
            for (int month = date.month() == 0 ? 1 : date.month();
                    month <= (date.month() == 0 ? 12 : date.month());
                    month++) {
                long months = YearMonth.of(date.year(), month)
                        .until(YearMonth.from(day), java.time.temporal.ChronoUnit.MONTHS);
                ages.add((int) Math.max(0, months) / 12);
            }
        });
        return ages;
    }

    private static Set<Integer> outstanding(List<Fact<FactBody>> facts, LocalDate day) {
        var starts = on(facts, WorkStart.class, day).toList();
        var counts = new TreeSet<Integer>(Set.of(0));
        for (int year = day.getYear() - 3; year < day.getYear(); year++) {
            int wanted = year;
            var grades = begun(facts, AnnualGrade.class, day)
                    .filter(each -> each.year() == wanted)
                    .toList();
            boolean before = !starts.isEmpty() && starts.getFirst().date().year() > year;
            var next = new HashSet<Integer>();
            for (int count : counts) {
                boolean yes = !grades.isEmpty() && grades.getFirst().grade().equals("优秀");
                boolean open = grades.isEmpty() && !before;
                if (yes || open) next.add(count + 1);
                if (!yes) next.add(count);
            }
            counts.clear();
            counts.addAll(next);
        }
        return counts;
    }

    private static Verdict fulltime(List<Fact<FactBody>> facts, LocalDate day, EducationLevel asked) {
        var done = facts.stream()
                .filter(each -> each.body() instanceof Study)
                .filter(each -> each.valid().to() == null || !each.valid().to().isAfter(day))
                .filter(each -> !each.valid().from().isAfter(day))
                .map(each -> (Study) each.content())
                .toList();
        if (done.isEmpty()) return Verdict.UNKNOWN;
        return Verdict.of(done.stream()
                .filter(each -> each.mode().equals("fulltime"))
                .flatMap(each -> EducationLevel.read(each.level()).stream())
                .anyMatch(each -> each.atLeast(asked)));
    }

    /** The name does not wait for the day it was evidenced. */
    private static Stream<Identity> identity(List<Fact<FactBody>> facts, LocalDate day) {
        var now = on(facts, Identity.class, day).findFirst();
        if (now.isPresent()) return now.stream();
        return facts.stream()
                .filter(each -> each.body() instanceof Identity)
                .sorted(Comparator.comparing(
                                (Fact<FactBody> each) -> each.valid().from())
                        .thenComparing(Fact::id))
                .map(each -> (Identity) each.content())
                .limit(1);
    }

    /** What holds on the day, the last begun first. */
    private static <B extends FactBody> Stream<B> on(List<Fact<FactBody>> facts, Class<B> kind, LocalDate day) {
        return facts.stream()
                .filter(each -> kind.isInstance(each.body()) && each.valid().covers(day))
                .sorted(Comparator.comparing(
                                (Fact<FactBody> each) -> each.valid().from())
                        .reversed())
                .map(each -> kind.cast(each.content()));
    }

    private static <B extends FactBody> Stream<B> begun(List<Fact<FactBody>> facts, Class<B> kind, LocalDate day) {
        return facts.stream()
                .filter(each ->
                        kind.isInstance(each.body()) && !each.valid().from().isAfter(day))
                .map(each -> kind.cast(each.content()));
    }
}
