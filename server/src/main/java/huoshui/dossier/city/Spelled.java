package huoshui.dossier.city;

/**
 * A name in pinyin, in every reading, ready for searching. 姓名拼音
 *
 * @param full {@code hanruochuan}, several readings parted by blanks
 * @param initials {@code hrc}
 * @param given the same without the surname
 */
public record Spelled(String full, String initials, String given) {

    /** Whether one of the readings begins so; {@code asked} is lower case without blanks. */
    public boolean begins(String asked) {
        return begins(full, asked) || begins(initials, asked) || begins(given, asked);
    }

    private static boolean begins(String readings, String asked) {
        if (readings.startsWith(asked)) return true;
        for (int at = readings.indexOf(' '); at >= 0; at = readings.indexOf(' ', at + 1))
            if (readings.startsWith(asked, at + 1)) return true;
        return false;
    }

    /** The first reading: the one to sort by. */
    public String first() {
        int end = full.indexOf(' ');
        return end < 0 ? full : full.substring(0, end);
    }
}
