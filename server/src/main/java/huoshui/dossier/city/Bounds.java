package huoshui.dossier.city;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A whole number as far as it is known: at least this, at most that. 上下界
 *
 * <p>A birth year without a month gives an age of 46 or 47, not a guess.
 */
public record Bounds(int least, int most) {

    public static Bounds exactly(int number) {
        return new Bounds(number, number);
    }

    public boolean exact() {
        return least == most;
    }

    public Bounds plus(int number) {
        return new Bounds(least + number, most + number);
    }

    /** In full years, where this counts months. */
    public Bounds years() {
        return new Bounds(Math.floorDiv(least, 12), Math.floorDiv(most, 12));
    }

    /** The months a date can mean, counted from year 0; a season counts as the month the form editor reckons from. */
    public static Bounds months(PartialDate date) {
        int january = date.year() * 12;
        if (date.season() != null) return exactly(january + date.season().month() - 1);
        return date.month() == 0 ? new Bounds(january, january + 11) : exactly(january + date.month() - 1);
    }

    /** Completed months from a date to the month of a day; the month reached counts as completed. 足月 */
    public static @Nullable Bounds monthsUntil(LocalDate day, @Nullable PartialDate since) {
        if (since == null) return null;
        int now = day.getYear() * 12 + day.getMonthValue() - 1;
        var start = months(since);
        return new Bounds(Math.max(0, now - start.most), Math.max(0, now - start.least));
    }
}
