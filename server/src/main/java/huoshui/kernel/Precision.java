package huoshui.kernel;

/** How far a date is known. 时间精度 */
public enum Precision {
    DAY('D'),
    MONTH('M'),
    SEASON('S'),
    YEAR('Y'),
    UNKNOWN('U');

    private final char code;

    Precision(char code) {
        this.code = code;
    }

    /** The one character kept in the ledger. */
    public char code() {
        return code;
    }

    /** @throws IllegalArgumentException for a character the ledger never writes */
    public static Precision of(char code) {
        for (var each : values()) {
            if (each.code == code) return each;
        }
        throw new IllegalArgumentException("no precision " + code);
    }
}
