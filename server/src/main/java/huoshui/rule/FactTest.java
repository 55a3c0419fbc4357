package huoshui.rule;

import huoshui.dossier.city.LinesAt;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a kind, in a window, whose fields are such. 事实筛选
 *
 * @param when the window for people: 近 24 个月; empty where there is none
 * @param what the facts: 处分（记过、记大过）
 */
public record FactTest(FactFields.Counted kind, Window window, List<FieldTest> where, String when, String what) {

    public FactTest {
        where = List.copyOf(where);
    }

    /** In which days a fact must lie. 时间窗 */
    sealed interface Window {

        /** Whatever had begun by the day. */
        record Ever() implements Window {}

        /** Holds on the day. */
        record Current() implements Window {}

        /** The last months (or days) up to the day. */
        record Last(int months, int days) implements Window {}

        /** The last complete calendar years. */
        record CalendarYears(int years) implements Window {}

        /** Between two days, both counted; without a last day up to the day asked about. */
        record Between(LocalDate from, @Nullable LocalDate to) implements Window {}

        /** Begun since the year, the present rank, level or post began. */
        record Since(Arguments.Since since) implements Window {}
    }

    /** One field compared. 字段比较 */
    record FieldTest(FactFields.Field field, Comparing how) {

        Verdict holds(FactBody body) {
            var value = field.read().apply(body);
            return value == null ? Verdict.UNKNOWN : how.holds(value);
        }
    }

    /** How a field's value is compared. */
    interface Comparing {
        Verdict holds(Object value);
    }

    /** 近 24 个月处分（记过、记大过） */
    String title() {
        return when + what;
    }

    /** 2024.01.01 以来有奖励 */
    String found(boolean any) {
        return when + (any ? "有" : "没有") + what;
    }

    Chapter chapter() {
        return kind.chapter();
    }

    /** Whether this fact is one of these, whatever its days. */
    Verdict fits(FactBody body) {
        var verdict = Verdict.MET;
        for (var each : where) verdict = verdict.and(each.holds(body));
        return verdict;
    }

    /** How many there are: at least those that surely fit, at most those that may. */
    Reading count(Question q) {
        var person = q.person();
        if (person == null) return Reading.unknown("此处没有档案可查");
        var found = window instanceof Window.Current
                ? person.lines().visibleLines(kind.kind())
                : person.lines().begunLines(kind.kind());
        if (found.isEmpty())
            return person.careerTold()
                    ? Reading.number(0, Evidence.NONE)
                    : Reading.unknown("档案无履历，不能断定有无" + kind.title());
        int sure = 0;
        int open = 0;
        var seen = new ArrayList<LinesAt.At>();
        for (var each : found) {
            var verdict = within(each, person).and(fits(each.body()));
            if (verdict == Verdict.NOT_MET) continue;
            if (verdict == Verdict.MET) sure++;
            else open++;
            seen.add(each);
        }
        if (open == 0) return Reading.number(sure, Evidence.of(seen));
        var missing = "有 " + open + " 条" + kind.title() + "的时间或内容未记全";
        return new Reading(true, sure, sure + open, 0, Evidence.of(seen), missing);
    }

    private Verdict within(LinesAt.At line, OnePerson person) {
        var day = person.day();
        return switch (window) {
            case Window.Ever ever -> Verdict.MET;
            case Window.Current current -> Verdict.MET;
            case Window.Last(var months, var days) ->
                since(line, day.minusMonths(months).minusDays(days));
            case Window.Between(var from, var to) ->
                since(line, from)
                        .and(
                                to == null
                                        ? Verdict.MET
                                        : begunSince(line.valid(), to.plusDays(1))
                                                .negated());
            case Window.CalendarYears(var years) -> calendarYears(line, day.getYear(), years);
            case Window.Since(var since) -> {
                var start = Beginnings.of(person, since);
                if (start == null) yield Verdict.UNKNOWN;
                var earliest = begunSince(line.valid(), start.firstDay());
                var latest = begunSince(line.valid(), start.dayAfter().minusDays(1));
                yield earliest == latest ? earliest : Verdict.UNKNOWN;
            }
        };
    }

    private static Verdict calendarYears(LinesAt.At line, int year, int years) {
        if (line.body() instanceof AnnualGrade is) return Verdict.of(is.year() < year && is.year() >= year - years);
        if (line.valid().firstDate() == null) return Verdict.UNKNOWN;
        int began = line.valid().from().getYear();
        return Verdict.of(began < year && began >= year - years);
    }

    /** A fact that lasts counts while it overlaps; an event counts by its first day. */
    private Verdict since(LinesAt.At line, LocalDate from) {
        var valid = line.valid();
        if (!kind.lasts()) return begunSince(valid, from);
        var to = valid.to();
        return Verdict.of(to == null || to.isAfter(from));
    }

    static Verdict begunSince(Span valid, LocalDate from) {
        if (!valid.from().isBefore(from)) return Verdict.MET;
        var first = valid.firstDate();
        if (first == null) return Verdict.UNKNOWN;
        return first.dayAfter().isAfter(from) ? Verdict.UNKNOWN : Verdict.NOT_MET;
    }

    /** Since when somebody is what they are. 起算日 */
    static final class Beginnings {

        private Beginnings() {}

        static @Nullable PartialDate of(OnePerson person, Arguments.Since since) {
            var card = person.card();
            return switch (since) {
                case IN_RANK -> card.rank() == null ? null : card.rank().since();
                case IN_LEVEL -> card.level() == null ? null : card.level().since();
                case IN_POST -> card.posts().since();
                case THIS_YEAR -> PartialDate.day(LocalDate.of(person.year(), 1, 1));
            };
        }
    }
}
