package huoshui.interchange.form;

/** What counts as blank in forms typed by many hands: also the no-break, full-width and zero-width ones. 空白 */
final class Blanks {

    private Blanks() {}

    static boolean isBlank(int c) {
        if (c > ' ' && c < 0x7F) return false;
        return Character.isWhitespace(c)
                || c == 0x00A0
                || c == 0x2007
                || c == 0x202F
                || c == 0x3000
                || c == 0xFEFF
                || (c >= 0x200B && c <= 0x200F)
                || c == 0x2060;
    }

    static boolean isBlank(String text) {
        return trim(text).isEmpty();
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (from < to && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    static String trimEnd(String text) {
        int to = text.length();
        while (to > 0 && isBlank(text.charAt(to - 1))) to--;
        return text.substring(0, to);
    }

    /** Without any blank at all. */
    static String none(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) if (!isBlank(text.charAt(i))) out.append(text.charAt(i));
        return out.length() == text.length() ? text : out.toString();
    }

    /** Half-width columns of the blanks a line begins with: a full-width one counts two, a tab eight. */
    static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && isBlank(line.charAt(i)); i++) {
            columns += width(line.charAt(i));
        }
        return columns;
    }

    static int width(char blank) {
        if (blank == '\t') return 8;
        if (blank == 0x3000) return 2;
        return blank == 0xFEFF || (blank >= 0x200B && blank <= 0x200F) || blank == 0x2060 ? 0 : 1;
    }

    /** CRLF and CR as LF. */
    static String lineFeeds(String text) {
        if (text.indexOf('\r') < 0) return text;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
