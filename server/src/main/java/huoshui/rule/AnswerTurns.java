package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.kernel.Chapter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * On which coming day an answer may become another: where a length is reached, a window lets go of a fact, a year is concluded,
 * a period ends, a recorded fact or a clause begins or ends. 答案可变之日
 *
 * @param periods the influence periods as they stand on a day
 */
record AnswerTurns(List<Line> lines, Book book, Function<LocalDate, List<InfluencePeriod>> periods) {

    private static final int FARTHEST_MONTHS = 12 * 12;

    /** The earliest day after this on which one of these answers may be another; null where time changes none of them. */
    @Nullable
    LocalDate after(List<Answer> answers, LocalDate day) {
        var earliest = earlier(boundary(day), book.turnAfter(day).orElse(null));
        for (var each : answers) earliest = earlier(earliest, after(each, day));
        return earliest;
    }

    private @Nullable LocalDate after(Answer answer, LocalDate day) {
        return switch (answer) {
            case Answer.Several several -> {
                LocalDate earliest = null;
                for (var each : several.parts()) earliest = earlier(earliest, after(each, day));
                yield earliest;
            }
            case Answer.Turned turned -> after(turned.of(), day);
            case Answer.Leaf leaf -> after(leaf, day);
            case Answer.Said said -> null;
            case Provision.Running running -> later(running.period(), day, null);
        };
    }

    private @Nullable LocalDate after(Answer.Leaf leaf, LocalDate day) {
        return switch (leaf.of()) {
            case Criterion.Compared(var measure, var with, var range) ->
                after(measure, with, range, leaf.reading(), day);
            case Criterion.OneOf one -> after(one.measure(), one.with(), null, leaf.reading(), day);
            case Criterion.Counted counted -> window(counted.test(), day);
            default -> null;
        };
    }

    private @Nullable LocalDate after(
            Measure measure, Arguments with, @Nullable Range range, Reading reading, LocalDate day) {
        if (measure.name().startsWith("influence")) return period(day);
        boolean graded = measure.chapters().contains(Chapter.APPRAISAL);
        var scale = measure.scale();
        if (scale == Scale.HOURS || scale == Scale.DAYS) return training(with, day);
        if (range == null || !reading.known() || scale == null)
            return graded ? newYear(day) : measure.name().equals("on-probation") ? nextMonth(day) : null;
        return switch (scale) {
            case MONTHS -> {
                var reached = months(range, reading, day, 1);
                yield graded ? earlier(reached, newYear(day)) : reached;
            }
            case YEARS, AGE -> months(range, reading, day, 12);
            case TIMES -> graded ? newYear(day) : nextMonth(day);
            default -> null;
        };
    }

    /** A length grows or shrinks by no more than one a month, so its nearest end cannot be reached earlier. */
    private static @Nullable LocalDate months(Range range, Reading reading, LocalDate day, int each) {
        long nearest = Long.MAX_VALUE;
        for (int value : new int[] {reading.least(), reading.most()}) {
            if (value == Reading.UNBOUNDED) continue;
            for (long end : new long[] {range.low(), range.high(), (long) range.high() + 1, (long) range.low() - 1}) {
                if (Math.abs(end) >= Integer.MAX_VALUE) continue;
                long far = Math.abs(end - value);
                if (far > 0) nearest = Math.min(nearest, far);
            }
        }
        if (nearest == Long.MAX_VALUE) return null;
        long months = each == 1 ? nearest : Math.max(1, (nearest - 1) * each);
        return months > FARTHEST_MONTHS ? null : day.withDayOfMonth(1).plusMonths(months);
    }

    private @Nullable LocalDate window(FactTest test, LocalDate day) {
        return switch (test.window()) {
            case FactTest.Window.Last(var months, var days) ->
                left(test.kind().kind(), test.kind().lasts(), months, days, day);
            case FactTest.Window.CalendarYears years -> newYear(day);
            case FactTest.Window.Since(var since) -> since == Arguments.Since.THIS_YEAR ? newYear(day) : null;
            default -> null;
        };
    }

    private @Nullable LocalDate training(Arguments with, LocalDate day) {
        if (with.since() == Arguments.Since.THIS_YEAR) return newYear(day);
        return left("training", false, 12 * (with.years() == 0 ? 5 : with.years()), 0, day);
    }

    /** The first day on which a window of so many months and days back lets go of one of these facts, or may have. */
    private @Nullable LocalDate left(String kind, boolean lasts, int months, int days, LocalDate day) {
        LocalDate earliest = null;
        for (var line : lines) {
            if (!line.kind().equals(kind)) continue;
            var valid = line.valid();
            var first = valid.firstDate();
            var marks = lasts
                    ? new @Nullable LocalDate[] {valid.to()}
                    : new @Nullable LocalDate[] {valid.from().plusDays(1), first == null ? null : first.dayAfter()};
            for (var mark : marks) {
                if (mark == null) continue;
                var on = reached(mark, months, days);
                if (on.isAfter(day)) earliest = earlier(earliest, on);
            }
        }
        return earliest;
    }

    /** The first day whose window begins on this one or later. */
    static LocalDate reached(LocalDate begins, int months, int days) {
        var on = begins.plusDays(days).plusMonths(months).minusDays(4);
        while (on.minusMonths(months).minusDays(days).isBefore(begins)) on = on.plusDays(1);
        return on;
    }

    private @Nullable LocalDate period(LocalDate day) {
        LocalDate earliest = null;
        for (var each : periods.apply(day)) earliest = later(each, day, earliest);
        return earliest;
    }

    private static @Nullable LocalDate later(InfluencePeriod period, LocalDate day, @Nullable LocalDate earliest) {
        var found = earliest;
        for (var each : List.of(period.end(), period.latest()))
            if (each.isAfter(day) && !each.equals(LocalDate.MAX)) found = earlier(found, each);
        return found;
    }

    /** The next day on which a recorded fact begins or ends. */
    private @Nullable LocalDate boundary(LocalDate day) {
        LocalDate earliest = null;
        for (var each : lines) {
            if (each.valid().from().isAfter(day))
                earliest = earlier(earliest, each.valid().from());
            var to = each.valid().to();
            if (to != null && to.isAfter(day)) earliest = earlier(earliest, to);
        }
        return earliest;
    }

    private static LocalDate nextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }

    private static LocalDate newYear(LocalDate day) {
        return LocalDate.of(day.getYear() + 1, 1, 1);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
