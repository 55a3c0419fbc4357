package huoshui.dossier.search;

import huoshui.access.Right;
import huoshui.access.Sight;
import huoshui.kernel.Chapter;
import org.jspecify.annotations.Nullable;

/** Who sees an id number in full: whoever keeps dossiers. Others see how it begins and ends. 公民身份号码的遮盖 */
public final class IdNumbers {

    private static final int BEGIN = 6;
    private static final int END = 2;

    private IdNumbers() {}

    public static boolean searchable(Sight sight) {
        return sight.reads(Chapter.BASIC) && (sight.may(Right.RECORD_FACT) || sight.may(Right.IMPORT));
    }

    /** As this account may see it. */
    public static @Nullable String shown(@Nullable String number, Sight sight) {
        if (number == null || searchable(sight)) return number;
        if (number.length() <= BEGIN + END) return "*".repeat(number.length());
        return number.substring(0, BEGIN)
                + "*".repeat(number.length() - BEGIN - END)
                + number.substring(number.length() - END);
    }
}
