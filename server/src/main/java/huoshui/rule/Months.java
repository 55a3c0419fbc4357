package huoshui.rule;

import huoshui.dossier.city.Bounds;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.BitSet;

/** Months covered by spans, each once: those surely covered and those that may be. 月份 */
final class Months {

    private static final int FIRST = 1900 * 12;

    private final int today;
    private final BitSet sure = new BitSet();
    private final BitSet maybe = new BitSet();

    Months(LocalDate day) {
        today = index(day);
    }

    /** The number of the month of a day, for reckoning in months. */
    static int index(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1 - FIRST;
    }

    /** Marks a span; one whose start is not known is only possible, from {@code earliest} on. */
    void mark(Span span, boolean certain, int earliest) {
        var first = span.firstDate();
        int from = first == null ? earliest : Bounds.months(first).least() - FIRST;
        int fromLate = first == null ? Integer.MAX_VALUE : Bounds.months(first).most() - FIRST;
        int to = span.to() == null ? today : Math.min(today, end(span, false));
        int toEarly = span.to() == null ? today : Math.min(today, end(span, true));
        if (from >= 0 && from < to) maybe.set(from, to);
        if (certain && fromLate >= 0 && fromLate < toEarly) sure.set(fromLate, toEarly);
    }

    private int end(Span span, boolean early) {
        var to = java.util.Objects.requireNonNull(span.to());
        if (span.end() == Precision.UNKNOWN) return early ? 0 : today;
        int at = index(to);
        if (span.end() == Precision.YEAR && !early) return at + 11;
        if (span.end() == Precision.THROUGH_YEAR && early) return at - 11;
        return at;
    }

    Bounds count() {
        int least = sure.cardinality();
        return new Bounds(least, Math.max(least, maybe.cardinality()));
    }
}
