package huoshui.rule;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which what was done to somebody still stands in the way. 影响期
 *
 * @param clause the edition that opened it, by the law of the day; null where the decision itself set it or nothing reads it
 * @param source the fact it follows from
 * @param end first day on which it no longer runs, at the earliest
 * @param latest the same at the latest; {@link LocalDate#MAX} where nothing says
 * @param blocks what it stands in the way of
 * @param family what sort of thing opened it; null where the fact could not be read
 */
public record InfluencePeriod(
        @Nullable Provision clause,
        UUID source,
        LocalDate start,
        LocalDate end,
        LocalDate latest,
        Set<Blocked> blocks,
        @Nullable Family family) {

    /** Whether the fact could not be read, so that any clause may be the one. */
    boolean unread() {
        return clause == null && start.equals(end);
    }

    /** Whether the clause it follows from has been checked in full, or the decision itself says until when. */
    public boolean checked() {
        return clause == null || clause.status().blocks();
    }

    /** Whether it surely runs on this day. */
    public boolean runs(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** Whether it may run on this day. */
    public boolean mayRun(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(latest);
    }
}
