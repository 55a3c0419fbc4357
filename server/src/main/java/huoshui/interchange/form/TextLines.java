package huoshui.interchange.form;

import java.util.regex.Pattern;

/**
 * Texts of the boxes that may hold line breaks, as the official editor would show them. 多行栏文字
 *
 * <p>CRLF and CR become LF; {@code ~}, the old separator, becomes a line break unless it stands for a dash between
 * figures or after the date a line begins with; outer blanks and blank lines go.
 */
final class TextLines {

    private static final Pattern DASH = Pattern.compile(
            "(?<=\\d)~+(?=\\s*\\d)"
                    + "|(?<=^|[\\n~（(：:；;])(?:[ \\t　]*(?:[（(]?\\d{1,2}[)）、.．][ 　]*)?\\d{4}(?:[.．年/-]\\d{1,2}月?|\\d{2}|年)?)(~+)");

    private TextLines() {}

    static String of(String text) {
        var plain = Blanks.lineFeeds(text);
        if (plain.indexOf('~') >= 0) plain = broken(plain);
        return trimLines(plain);
    }

    private static String broken(String text) {
        var kept = new StringBuilder(text);
        var dashes = DASH.matcher(text);
        for (int from = 0; dashes.find(from); from = Math.max(dashes.end(), from + 1)) {
            for (int i = dashes.start(); i < dashes.end(); i++) if (text.charAt(i) == '~') kept.setCharAt(i, '～');
        }
        return kept.toString().replace('~', '\n');
    }

    /** Leading and trailing blank lines go, and blanks at the very ends; inner indents stay. */
    private static String trimLines(String text) {
        return Blanks.trim(text);
    }
}
