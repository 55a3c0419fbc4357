package huoshui.document.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as spreadsheets count them. 日期序列值 */
public final class Serials {

    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final int LEAP_THAT_NEVER_WAS = 60;
    private static final int LAST = 2_958_465;

    private Serials() {}

    /** @throws DateTimeException when no day has this number */
    public static LocalDate day(double serial, boolean from1904) {
        long days = (long) Math.floor(serial);
        if (days < 1 || days > LAST) throw new DateTimeException("serial " + serial);
        if (from1904) return FROM_1904.plusDays(days);
        return days < LEAP_THAT_NEVER_WAS ? FROM_1900.plusDays(days + 1) : FROM_1900.plusDays(days);
    }
}
