package huoshui.rule;

import huoshui.dossier.search.Criteria;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One small closed language for rules, cohorts, triggers and pool gates. 条件
 *
 * <p>Nothing here runs anybody's code. Silence answers UNKNOWN and says what would settle it.
 */
public sealed interface Criterion {

    Answer ask(Question q);

    /** The verdict alone, as {@link #ask} gives it, without keeping what decided it: for counting a whole city. */
    default Verdict verdict(Question q) {
        return ask(q).verdict();
    }

    /** What everybody answers at once, as {@link #verdict} answers of one. */
    default Verdicts everybody(Everybody all) {
        return all.told(this);
    }

    /** A leaf's words about what was read; composed criteria have none of their own. */
    default String words(Reading reading) {
        return "";
    }

    /** As it was asked, for people. */
    String asked();

    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public Answer ask(Question q) {
            return Answer.all(each(of, q));
        }

        @Override
        public Verdict verdict(Question q) {
            var verdict = Verdict.MET;
            for (int i = 0; i < of.size() && verdict != Verdict.NOT_MET; i++)
                verdict = verdict.and(of.get(i).verdict(q));
            return verdict;
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return of.stream().map(each -> each.everybody(all)).reduce(Verdicts.met(all.places()), Verdicts::and);
        }

        @Override
        public String asked() {
            return joined(of, "且");
        }
    }

    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public Answer ask(Question q) {
            return Answer.any(each(of, q));
        }

        @Override
        public Verdict verdict(Question q) {
            var verdict = Verdict.NOT_MET;
            for (int i = 0; i < of.size() && verdict != Verdict.MET; i++)
                verdict = verdict.or(of.get(i).verdict(q));
            return verdict;
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return of.stream()
                    .map(each -> each.everybody(all))
                    .reduce(Verdicts.met(all.places()).negated(), Verdicts::or);
        }

        @Override
        public String asked() {
            return joined(of, "或");
        }
    }

    record Not(Criterion of) implements Criterion {
        @Override
        public Answer ask(Question q) {
            return new Answer.Turned(of.ask(q));
        }

        @Override
        public Verdict verdict(Question q) {
            return of.verdict(q).negated();
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return of.everybody(all).negated();
        }

        @Override
        public String asked() {
            return switch (of) {
                case OneOf one when one.measure().flag() -> one.measure().title(one.with()) + (one.yes() ? "：否" : "：是");
                case Counted counted
                when counted.range().words().isEmpty() -> counted.test().found(false);
                case InCohort cohort -> "不属于“" + cohort.name() + "”";
                default -> "并非（" + of.asked() + "）";
            };
        }
    }

    /** A number measure against a range. 数值比较 */
    record Compared(Measure measure, Arguments with, Range range) implements Criterion {
        @Override
        public Answer ask(Question q) {
            var reading = measure.read(q, with);
            return new Answer.Leaf(verdict(reading), this, reading);
        }

        @Override
        public Verdict verdict(Question q) {
            return verdict(measure.read(q, with));
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return Everybody.columned(measure, with) ? all.column(measure).within(range) : all.told(this);
        }

        private Verdict verdict(Reading reading) {
            return reading.known() ? range.holds(reading.least(), reading.most()) : Verdict.UNKNOWN;
        }

        @Override
        public String words(Reading reading) {
            return measure.said(with, reading) + "（条件：" + range.words() + "）";
        }

        @Override
        public String asked() {
            return measure.title(with) + range.words();
        }
    }

    /** A code measure or a flag against the words it may be. 代码比较 */
    record OneOf(Measure measure, Arguments with, long allowed, boolean negated, String asks) implements Criterion {
        @Override
        public Answer ask(Question q) {
            var reading = measure.read(q, with);
            return new Answer.Leaf(verdict(reading), this, reading);
        }

        @Override
        public Verdict verdict(Question q) {
            return verdict(measure.read(q, with));
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return Everybody.columned(measure, with) ? all.column(measure).oneOf(allowed, negated) : all.told(this);
        }

        /** Of a flag: whether it must be set. */
        boolean yes() {
            return (allowed & 2) != 0 != negated;
        }

        private Verdict verdict(Reading reading) {
            if (!reading.known()) return Verdict.UNKNOWN;
            boolean met = (reading.codes() & allowed) != 0;
            return Verdict.of(met != negated);
        }

        @Override
        public String words(Reading reading) {
            return measure.said(with, reading) + "（条件：" + asks.replace("：", "") + "）";
        }

        @Override
        public String asked() {
            return measure.title(with) + asks;
        }
    }

    /** One number as a part of another. 比例 */
    record Ratio(Measure of, Arguments ofWith, Measure to, Arguments toWith, Part part, Fraction fraction)
            implements Criterion {

        /** How the part compares. */
        enum Part {
            AT_LEAST("不少于"),
            MORE_THAN("多于"),
            AT_MOST("不超过"),
            LESS_THAN("少于");

            private final String word;

            Part(String word) {
                this.word = word;
            }

            boolean holds(int compared) {
                return switch (this) {
                    case AT_LEAST -> compared >= 0;
                    case MORE_THAN -> compared > 0;
                    case AT_MOST -> compared <= 0;
                    case LESS_THAN -> compared < 0;
                };
            }

            boolean upward() {
                return this == AT_LEAST || this == MORE_THAN;
            }
        }

        @Override
        public Answer ask(Question q) {
            var count = of.read(q, ofWith);
            var whole = to.read(q, toWith);
            if (!count.known() || !whole.known() || whole.most() <= 0) {
                var silent = !count.known() ? count : whole;
                return new Answer.Leaf(
                        Verdict.UNKNOWN, this, silent.known() ? Reading.unknown(to.title(toWith) + "为零") : silent);
            }
            boolean worst = part.holds(
                    part.upward()
                            ? fraction.compare(count.least(), whole.most())
                            : fraction.compare(count.most(), Math.max(1, whole.least())));
            boolean best = part.holds(
                    part.upward()
                            ? fraction.compare(count.most(), Math.max(1, whole.least()))
                            : fraction.compare(count.least(), whole.most()));
            var verdict = worst ? Verdict.MET : best ? Verdict.UNKNOWN : Verdict.NOT_MET;
            var both = new Reading(
                    true, count.least(), whole.least(), 0, () -> together(count, whole), open(count, whole));
            return new Answer.Leaf(verdict, this, both);
        }

        private static String open(Reading count, Reading whole) {
            var missing = count.least() != count.most() ? count.missing() : whole.missing();
            return missing == null ? "数字尚不确定" : missing;
        }

        private static List<java.util.UUID> together(Reading one, Reading other) {
            var all = new java.util.LinkedHashSet<>(one.evidence().ids());
            all.addAll(other.evidence().ids());
            return List.copyOf(all);
        }

        @Override
        public String words(Reading reading) {
            if (!reading.known()) return asked();
            return "%s %d，%s %d（条件：%s%s）"
                    .formatted(
                            of.title(ofWith), reading.least(), to.title(toWith), reading.most(), part.word, fraction);
        }

        @Override
        public String asked() {
            return "%s占%s的比例%s%s".formatted(of.title(ofWith), to.title(toWith), part.word, fraction);
        }
    }

    /** How many facts of a kind there are. 事实计数 */
    record Counted(FactTest test, Range range) implements Criterion {
        @Override
        public Answer ask(Question q) {
            var reading = test.count(q);
            var verdict = reading.known() ? range.holds(reading.least(), reading.most()) : Verdict.UNKNOWN;
            return new Answer.Leaf(verdict, this, reading);
        }

        @Override
        public String words(Reading reading) {
            if (!reading.known()) return test.title() + "：档案无记录";
            var count =
                    reading.least() == reading.most() ? reading.least() + " 条" : "至少 " + reading.least() + " 条，另有未能判定的";
            return test.title() + " " + count + (range.words().isEmpty() ? "" : "（条件：" + range.words() + "）");
        }

        @Override
        public String asked() {
            return range.words().isEmpty() ? test.found(true) : test.title() + range.words();
        }
    }

    /** What a named collective has concluded. 组织结论 */
    record Recorded(ConclusionKind kind, Set<String> values) implements Criterion {
        public Recorded {
            values = Set.copyOf(values);
        }

        @Override
        public Answer ask(Question q) {
            var said = q.concluded(kind);
            var silent = kind.silent();
            if (said == null && silent != null)
                return new Answer.Leaf(
                        Verdict.of(values.contains(silent)),
                        this,
                        Reading.code(kind.values().indexOf(silent), Evidence.NONE));
            if (said == null)
                return new Answer.Leaf(
                        Verdict.UNKNOWN, this, Reading.unknown("需有“" + kind.title() + "”的结论（由" + kind.by() + "作出）"));
            int at = kind.values().indexOf(said.value());
            if (at < 0)
                return new Answer.Leaf(
                        Verdict.UNKNOWN,
                        this,
                        Reading.unknown("“%s”的结论“%s”不在所列各项中".formatted(kind.title(), said.value()), said.evidence()));
            return new Answer.Leaf(Verdict.of(values.contains(said.value())), this, Reading.code(at, said.evidence()));
        }

        @Override
        public String words(Reading reading) {
            if (!reading.known()) return kind.title() + "：尚无结论";
            return kind.title() + "：" + kind.values().get(Long.numberOfTrailingZeros(reading.codes()));
        }

        @Override
        public String asked() {
            return kind.title() + "为"
                    + String.join(
                            "、", kind.values().stream().filter(values::contains).toList());
        }
    }

    /**
     * A field of the catalogue of the list of people, in a condition asked of everybody; clauses have measures instead. 条件项
     *
     * @param asks the sentence: 年龄不超过 45 岁
     * @param lacks what would settle it
     */
    record Catalogued(String asks, String lacks, Criteria.Asked by) implements Criterion {
        @Override
        public Answer ask(Question q) {
            var person = q.person();
            var verdict = person == null ? Verdict.UNKNOWN : by.of(person.card());
            var reading = verdict == Verdict.UNKNOWN
                    ? Reading.unknown("需补录" + lacks)
                    : Reading.flag(verdict == Verdict.MET, Evidence.NONE);
            return new Answer.Leaf(verdict, this, reading);
        }

        @Override
        public String words(Reading reading) {
            return asks + (!reading.known() ? "：待核" : (reading.codes() & 2) != 0 ? "：符合" : "：不符合");
        }

        @Override
        public String asked() {
            return asks;
        }
    }

    /** A saved criterion by its name. 人群 */
    record InCohort(String name, Criterion criterion) implements Criterion {
        @Override
        public Answer ask(Question q) {
            return criterion.ask(q);
        }

        @Override
        public Verdict verdict(Question q) {
            return criterion.verdict(q);
        }

        @Override
        public Verdicts everybody(Everybody all) {
            return criterion.everybody(all);
        }

        @Override
        public String asked() {
            return "属于“" + name + "”";
        }
    }

    /** This and everything inside it. */
    default void walk(Consumer<Criterion> visit) {
        visit.accept(this);
        switch (this) {
            case All(var of) -> of.forEach(each -> each.walk(visit));
            case Any(var of) -> of.forEach(each -> each.walk(visit));
            case Not(var of) -> of.walk(visit);
            case InCohort(var name, var of) -> of.walk(visit);
            case Compared compared -> compared.with().walk(visit);
            case OneOf one -> one.with().walk(visit);
            case Ratio ratio -> {
                ratio.ofWith().walk(visit);
                ratio.toWith().walk(visit);
            }
            case Counted counted -> {}
            case Recorded recorded -> {}
            case Catalogued field -> {}
        }
    }

    /** The measures it looks at itself. */
    default List<Measure> measures() {
        return switch (this) {
            case Compared compared -> List.of(compared.measure());
            case OneOf one -> List.of(one.measure());
            case Ratio ratio -> List.of(ratio.of(), ratio.to());
            default -> List.of();
        };
    }

    /** Chapters read to answer it. */
    default Set<Chapter> chapters() {
        var all = EnumSet.noneOf(Chapter.class);
        walk(each -> {
            switch (each) {
                case Compared compared -> all.addAll(compared.measure().chapters());
                case OneOf one -> all.addAll(one.measure().chapters());
                case Ratio ratio -> {
                    all.addAll(ratio.of().chapters());
                    all.addAll(ratio.to().chapters());
                }
                case Counted counted -> all.add(counted.test().chapter());
                case Recorded recorded -> all.add(recorded.kind().chapter());
                default -> {}
            }
        });
        return all;
    }

    private static Answer[] each(List<Criterion> of, Question q) {
        var answers = new Answer[of.size()];
        for (int i = 0; i < answers.length; i++) answers[i] = of.get(i).ask(q);
        return answers;
    }

    private static String joined(List<Criterion> of, String word) {
        var all = new StringBuilder();
        for (var each : of) {
            if (!all.isEmpty()) all.append(word);
            boolean bracket = each instanceof All || each instanceof Any;
            all.append(bracket ? "（" + each.asked() + "）" : each.asked());
        }
        return all.toString();
    }
}
