package huoshui.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days for which something holds, half-open, with how far each end is known. 起止
 *
 * <p>A month-precise span covers from the 1st of its first month up to the 1st of its last month, so that neighbours meet
 * without clashing; the same month twice means that whole month. The same goes for years.
 *
 * @param to first day on which it no longer holds; null while it still does
 */
public record Span(LocalDate from, @Nullable LocalDate to, Precision start, Precision end) {

    /** @throws IllegalArgumentException when it would cover no day */
    public Span {
        if (to != null && !from.isBefore(to)) throw new IllegalArgumentException("empty span " + from + ".." + to);
    }

    /** From this day on, for good. */
    public static Span since(LocalDate day) {
        return new Span(day, null, Precision.DAY, Precision.UNKNOWN);
    }

    /** From this date on, for good. */
    public static Span since(PartialDate date) {
        return new Span(date.firstDay(), null, date.precision(), Precision.UNKNOWN);
    }

    /** Begins at no known day; first evidenced on this one. Measures over it answer UNKNOWN. */
    public static Span evidenced(LocalDate day) {
        return new Span(day, null, Precision.UNKNOWN, Precision.UNKNOWN);
    }

    /** @throws IllegalArgumentException when {@code last} lies before {@code first} */
    public static Span between(PartialDate first, @Nullable PartialDate last) {
        if (last == null) return since(first);
        var from = first.firstDay();
        var to = last.firstDay();
        if (from.isBefore(to)) return new Span(from, to, first.precision(), last.precision());
        return new Span(
                from, last.dayAfter(), first.precision(), last.precision().through());
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Span other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    public boolean open() {
        return to == null;
    }

    /** The same span, ending on this day. */
    public Span until(LocalDate day) {
        return new Span(from, day, start, Precision.DAY);
    }

    /** The first date as far as it is known; null when its start is not known. */
    public @Nullable PartialDate firstDate() {
        return dateOf(from, start);
    }

    /** The last date as far as it is known; null while open or when the end is not known. */
    public @Nullable PartialDate lastDate() {
        if (to == null) return null;
        return dateOf(to, end);
    }

    private static @Nullable PartialDate dateOf(LocalDate day, Precision precision) {
        return switch (precision) {
            case DAY -> PartialDate.day(day);
            case MONTH, SEASON -> PartialDate.month(day.getYear(), day.getMonthValue());
            case YEAR -> PartialDate.year(day.getYear());
            case THROUGH_DAY -> PartialDate.day(day.minusDays(1));
            case THROUGH_MONTH -> dateOf(day.minusDays(1), Precision.MONTH);
            case THROUGH_YEAR -> PartialDate.year(day.getYear() - 1);
            case UNKNOWN -> null;
        };
    }
}
