package huoshui.document.sheet;

/** Text that a spreadsheet could take for a formula, and how it is kept from that. 公式注入防护 */
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    public static boolean looksLike(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }

    /** With an apostrophe before it where it looks like one, as spreadsheets do it themselves. */
    public static String neutral(String text) {
        return looksLike(text) ? "'" + text : text;
    }

    /** What {@link #neutral} made, as it was. */
    public static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && looksLike(text.substring(1)) ? text.substring(1) : text;
    }
}
