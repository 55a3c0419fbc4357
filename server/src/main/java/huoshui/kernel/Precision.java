package huoshui.kernel;

/**
 * How far a date is known. 时间精度
 *
 * <p>The three THROUGH ones are of ends only: the thing held through that day, month or year, which a half-open span tells
 * by the day after.
 */
public enum Precision {
    DAY('D'),
    MONTH('M'),
    SEASON('S'),
    YEAR('Y'),
    UNKNOWN('U'),
    THROUGH_DAY('d'),
    THROUGH_MONTH('m'),
    THROUGH_YEAR('y');

    private final char code;

    Precision(char code) {
        this.code = code;
    }

    /** The one character kept in the ledger. */
    public char code() {
        return code;
    }

    /** The end that reaches through all a date of this precision can mean. */
    Precision through() {
        return switch (this) {
            case DAY -> THROUGH_DAY;
            case MONTH, SEASON -> THROUGH_MONTH;
            case YEAR -> THROUGH_YEAR;
            default -> this;
        };
    }

    /** @throws IllegalArgumentException for a character the ledger never writes */
    public static Precision of(char code) {
        for (var each : values()) {
            if (each.code == code) return each;
        }
        throw new IllegalArgumentException("no precision " + code);
    }
}
