package huoshui.interchange.general;

import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import java.time.LocalDate;

/** Spans of which one end is not known. 起止不全 */
final class SheetSpans {

    private SheetSpans() {}

    /** Ended then; evidenced on the day before, and who knows since when. */
    static Span until(PartialDate end) {
        return new Span(end.firstDay().minusDays(1), end.firstDay(), Precision.UNKNOWN, end.precision());
    }

    /** Began then, and was over by the day it was told; when it ended is not known. */
    static Span endedBefore(PartialDate start, LocalDate told) {
        if (!start.firstDay().isBefore(told)) return Span.since(start);
        return new Span(start.firstDay(), told, start.precision(), Precision.UNKNOWN);
    }
}
