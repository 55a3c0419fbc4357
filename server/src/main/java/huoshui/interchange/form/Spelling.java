package huoshui.interchange.form;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Periods as hands and scanners spell them, turned into one the reader knows: commas for dots, broken dashes, letters for
 * figures, Chinese figures, years of two figures, line numbers before them. 起止年月的异写
 *
 * <p>What the reader knows already stays as it is typed, so that what was typed well is printed well.
 */
final class Spelling {

    private static final String FIGURE = "[0-9０-９OoＯlIＩ]";
    private static final String DOT = "\\s?[.．。·・,，/／年]{1,2}\\s{0,2}";
    private static final String MONTH =
            "(" + FIGURE + "{4})" + DOT + "(" + FIGURE + "{1,2}+)(?!" + FIGURE + ")(?:\\s?月)?+";
    private static final String DASH = "\\s{0,3}+(?:(?:[-—–―－～~〜‐‑‒−﹣─━ー一]\\s?){1,8}+|[至到])\\s{0,4}+";
    private static final int REACH = 20;
    private static final Pattern LOOSE = Pattern.compile(
            MONTH + "(" + DASH + ")(?:" + MONTH + "|(?<to>" + FIGURE + "{1,2})(?![0-9０-９.．年/级届期名]|\\s*$))?");
    private static final Pattern SHORT =
            Pattern.compile("^(\\d{2})[.．](\\d{1,2})" + DASH + "(?:(\\d{2})[.．](\\d{1,2})(?!\\d)|(?=[今至现\\s]))");
    private static final Pattern NUMBERED = Pattern.compile("^(?:[●○◆◇■□▪▲★•·※]+\\s*|"
            + "[（(\\[【]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[）)\\]】、.．]\\s*)(?=(?:\\d{4}|[１２]\\S{3}|\\d{2}[.．]))");
    private static final String CHINESE = "[一二三四五六七八九〇零○]";
    private static final Pattern CHINESE_MONTH = Pattern.compile("([一二]" + CHINESE + "{3})年(十[一二]?|[一二三四五六七八九])月");
    private static final Pattern BROKEN = Pattern.compile("[^\\s至到]\\s+[^\\s至到]");
    private static final Pattern BROKEN_DASH = Pattern.compile("^(\\d{4})\\s*[-—–－]\\s[-—–－]\\s*(?=\\d{4})");
    private static final Pattern LABEL_BEFORE_FIGURE = Pattern.compile("^((?:其间|期间)\\s*)(?=\\d{4})");

    private Spelling() {}

    /** The line as meant; the same line where nothing needs mending. */
    static String meant(String line) {
        int indent = 0;
        while (indent < line.length() && Blanks.isBlank(line.charAt(indent))) indent++;
        var words = NUMBERED.matcher(line.substring(indent)).replaceFirst("");
        words = CHINESE_MONTH.matcher(words).replaceAll(Spelling::chinese);
        words = SHORT.matcher(words).replaceFirst(Spelling::full);
        words = BROKEN_DASH.matcher(words).replaceFirst("$1--");
        words = LABEL_BEFORE_FIGURE.matcher(words).replaceFirst("其间：");
        return line.substring(0, indent) + mended(words);
    }

    private static String mended(String words) {
        int at = year(words, 0);
        if (at < 0) return words;
        var out = new StringBuilder();
        var loose = LOOSE.matcher(words);
        int done = 0;
        for (; at >= 0; at = year(words, at)) {
            if (!loose.region(at, words.length()).lookingAt()) {
                at++;
                continue;
            }
            out.append(words, done, at);
            out.append(known(words, at, loose.end()) ? loose.group() : spelled(loose));
            done = loose.end();
            at = done;
        }
        return out.append(words, done, words.length()).toString();
    }

    /** Where four signs stand that may be the figures of a year, from there on; -1 for nowhere. */
    private static int year(String words, int from) {
        int figures = 0;
        for (int i = from; i < words.length(); i++) {
            figures = figure(words, i) ? figures + 1 : 0;
            if (figures == 4) return i - 3;
        }
        return -1;
    }

    private static boolean figure(String words, int at) {
        char c = words.charAt(at);
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９') || "OoＯlIＩ".indexOf(c) >= 0;
    }

    /** Whether the reader, left alone, reads all of this as one sound period. */
    private static boolean known(String words, int from, int to) {
        return Period.at(words.substring(from, Math.min(words.length(), to + REACH)), 0)
                .filter(each -> each.sound() && each.text() >= to - from)
                .isPresent();
    }

    private static String spelled(MatchResult found) {
        var from = month(found.group(1), found.group(2));
        if (from == null) return found.group();
        var to = found.group(4) == null ? null : month(found.group(4), found.group(5));
        if (found.group(4) == null && found.group(6) != null) to = month(found.group(1), found.group(6));
        if (to != null) return from + "--" + to + "  ";
        var dash = found.group(3);
        return found.group(4) != null
                ? found.group()
                : from + (BROKEN.matcher(dash).find() ? "--" : dash);
    }

    private static @Nullable String month(String year, String month) {
        var y = figures(year);
        int m = Integer.parseInt(figures(month));
        int of = Integer.parseInt(y);
        return m < 1 || m > 12 || of < 1900 || of > 2100 ? null : "%s.%02d".formatted(y, m);
    }

    private static String figures(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= '０' && c <= '９') out.append((char) (c - '０' + '0'));
            else if ("OoＯ".indexOf(c) >= 0) out.append('0');
            else if ("lIＩ".indexOf(c) >= 0) out.append('1');
            else out.append(c);
        }
        return out.toString();
    }

    private static String chinese(MatchResult found) {
        var year = new StringBuilder();
        for (char c : found.group(1).toCharArray()) year.append(figure(c));
        var month = found.group(2);
        int number = month.startsWith("十")
                ? 10 + (month.length() > 1 ? figure(month.charAt(1)) : 0)
                : figure(month.charAt(0));
        return "%s年%d月".formatted(year, number);
    }

    private static int figure(char c) {
        return "〇零○".indexOf(c) >= 0 ? 0 : "一二三四五六七八九".indexOf(c) + 1;
    }

    private static String full(MatchResult found) {
        var from = century(found.group(1)) + "." + found.group(2);
        return from + "--" + (found.group(3) == null ? "" : century(found.group(3)) + "." + found.group(4) + "  ");
    }

    private static String century(String year) {
        return (Integer.parseInt(year) >= 40 ? "19" : "20") + year;
    }
}
