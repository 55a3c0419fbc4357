package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Age as forms count it: completed to the month of reference, that month included. 周岁（计算到当月） */
public final class Ages {

    private Ages() {}

    /**
     * Whole years from birth to the reference month; by year when either is known by year only. Empty when the reference
     * lies before the birth.
     */
    public static OptionalInt at(PartialDate birth, PartialDate reference) {
        boolean byYear = yearOnly(birth) || yearOnly(reference);
        int years = byYear ? reference.year() - birth.year() : Math.floorDiv(months(reference) - months(birth), 12);
        return years < 0 ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /** The age cell of a family row: blank for the dead and where the birth is not known. */
    public static String cell(@Nullable PartialDate birth, @Nullable String post, @Nullable PartialDate reference) {
        if (birth == null || reference == null || Relatives.dead(post)) return "";
        var age = at(birth, reference);
        return age.isPresent() ? Integer.toString(age.getAsInt()) : "";
    }

    private static boolean yearOnly(PartialDate date) {
        return date.month() == 0 && date.season() == null;
    }

    static int months(PartialDate date) {
        var day = date.firstDay();
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
