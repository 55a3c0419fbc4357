package huoshui.rule;

import huoshui.dossier.city.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A measured value with the facts behind it. 读数
 *
 * @param known whether anything could be read; where not, {@code missing} says what would settle it
 * @param least of a number, as far as it is known
 * @param most of a number
 * @param codes which words of the measure's list apply, one bit each; of a flag bit 0 is no and bit 1 is yes
 */
public record Reading(
        boolean known,
        int least,
        int most,
        long codes,
        Evidence evidence,
        @Nullable String missing) {

    static final int UNBOUNDED = Integer.MAX_VALUE;

    static Reading number(int number, Evidence evidence) {
        return new Reading(true, number, number, 0, evidence, null);
    }

    /** @param missing what would make it exact */
    static Reading number(@Nullable Bounds bounds, Evidence evidence, String missing) {
        if (bounds == null) return unknown(missing, evidence);
        return new Reading(true, bounds.least(), bounds.most(), 0, evidence, missing);
    }

    static Reading code(int at, Evidence evidence) {
        return new Reading(true, 0, 0, 1L << at, evidence, null);
    }

    static Reading codes(long codes, Evidence evidence) {
        return new Reading(true, 0, 0, codes, evidence, null);
    }

    static Reading flag(boolean yes, Evidence evidence) {
        return new Reading(true, 0, 0, yes ? 2 : 1, evidence, null);
    }

    static Reading flag(@Nullable Boolean yes, Evidence evidence, String missing) {
        return yes == null ? unknown(missing, evidence) : flag(yes.booleanValue(), evidence);
    }

    static Reading unknown(String missing) {
        return unknown(missing, Evidence.NONE);
    }

    static Reading unknown(String missing, Evidence evidence) {
        return new Reading(false, 0, 0, 0, evidence, missing);
    }
}
