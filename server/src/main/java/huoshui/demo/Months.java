package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;

/** Months counted through from year 0, the step of the simulation. 月份序数 */
final class Months {

    private Months() {}

    static int of(int year, int month) {
        return year * 12 + month - 1;
    }

    static int of(LocalDate day) {
        return of(day.getYear(), day.getMonthValue());
    }

    /** Reads 201902. */
    static int read(String digits) {
        return of(Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4, 6)));
    }

    static int year(int month) {
        return Math.floorDiv(month, 12);
    }

    static int inYear(int month) {
        return Math.floorMod(month, 12) + 1;
    }

    /** As a résumé has it: 1990.09. */
    static String dotted(int month) {
        int inYear = inYear(month);
        return year(month) + (inYear < 10 ? ".0" : ".") + inYear;
    }

    static PartialDate date(int month) {
        return PartialDate.month(year(month), inYear(month));
    }
}
