package huoshui.interchange.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the 其间 periods inside a resume text: in brackets of any kind, several in one, nested, or unbracketed. 其间 */
final class Asides {

    private static final String OPEN = "（([【〔﹙［";
    private static final String CLOSE = "）)]】〕﹚］";
    private static final String BEFORE = "；;，,。、：:（([【〔［";
    private static final Pattern LABEL = Pattern.compile("\\s*(?:其间|期间|其中)\\s*[:：，,、]?\\s*");
    private static final Pattern BARE_LABEL = Pattern.compile("(?:其间|期间)\\s*[:：]");

    private static final int REACH = 80;
    private static final int DEEPEST = 6;
    private static final int TOGETHER = 12;

    /** One 其间 period and where in the text it begins. */
    record Found(Period period, String text, int at) {}

    /**
     * A bracket, or what follows a label without one, and the periods that stand right in it.
     *
     * @param open where it begins, its bracket or label included
     * @param to where its words end
     * @param close where the text goes on
     */
    record Section(int open, int to, int close, List<Found> periods) {}

    private Asides() {}

    /** Every bracket or label of the text that has a period right in it. */
    static List<Section> sections(String text) {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < text.length(); i++) {
            boolean open = OPEN.indexOf(text.charAt(i)) >= 0;
            if (!open && !labelAt(text, i)) continue;
            int to = open ? closing(text, i) : text.length();
            var periods = new ArrayList<Found>();
            for (int at : starts(text, open ? i + 1 : i, to))
                periods.add(new Found(period(text, at, to).orElseThrow(), "", at));
            if (!periods.isEmpty()) sections.add(new Section(i, to, Math.min(to + 1, text.length()), periods));
            i = to;
        }
        return sections;
    }

    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        int i = 0;
        while (i < text.length()) {
            if (OPEN.indexOf(text.charAt(i)) >= 0) {
                int end = closing(text, i);
                content(text, i + 1, end, 0, found);
                i = end;
            } else if (labelAt(text, i)) {
                content(text, i, text.length(), 0, found);
                return found;
            }
            i++;
        }
        return found;
    }

    private static boolean labelAt(String text, int at) {
        return BARE_LABEL.matcher(text).region(at, text.length()).lookingAt();
    }

    /** Whether the line stands for itself: a bracket or label first, and a period right in it. */
    static boolean begins(String line) {
        int from = !line.isEmpty() && OPEN.indexOf(line.charAt(0)) >= 0 ? 1 : 0;
        if (from == 0 && !labelAt(line, 0)) return false;
        int end = from == 1 ? closing(line, 0) : line.length();
        var found = new ArrayList<Found>();
        content(line, from, end, 0, found);
        return !found.isEmpty();
    }

    /** The closing bracket that belongs to the opening one here; the end of the text when it was forgotten. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (OPEN.indexOf(text.charAt(i)) >= 0) depth++;
            else if (CLOSE.indexOf(text.charAt(i)) >= 0 && --depth == 0) return i;
        }
        return text.length();
    }

    /** The depth after this text, or 0 as soon as every bracket was closed once. */
    static int lowestDepth(String text, int before) {
        int depth = before;
        for (int i = 0; i < text.length(); i++) {
            if (OPEN.indexOf(text.charAt(i)) >= 0) depth++;
            else if (CLOSE.indexOf(text.charAt(i)) >= 0 && --depth == 0) return 0;
        }
        return depth;
    }

    static int depth(String text, int before) {
        int depth = before;
        for (int i = 0; i < text.length(); i++) {
            if (OPEN.indexOf(text.charAt(i)) >= 0) depth++;
            else if (CLOSE.indexOf(text.charAt(i)) >= 0 && depth > 0) depth--;
        }
        return depth;
    }

    private static void content(String text, int from, int to, int depth, List<Found> found) {
        if (depth > DEEPEST) return;
        var starts = starts(text, from, to);
        if (starts.isEmpty()) {
            nested(text, from, to, depth, found);
            return;
        }
        for (int n = 0; n < starts.size(); n++) {
            int at = starts.get(n);
            int end = n + 1 < starts.size() ? starts.get(n + 1) : to;
            var period = period(text, at, end).orElseThrow();
            var words = wordsOf(text, starts, n, to);
            if (n == 0) words = introduction(text, from, at) + words;
            found.add(new Found(period, words, at));
            nested(text, Math.min(period.text(), end), end, depth, found);
        }
    }

    /** Of periods named together, {@code 2010.03--2010.06、2011.03--2011.06  党校学习}, each has the words of the last. */
    private static String wordsOf(String text, List<Integer> starts, int n, int to) {
        for (int named = n; named < starts.size(); named++) {
            int end = named + 1 < starts.size() ? starts.get(named + 1) : to;
            var period = period(text, starts.get(named), end).orElseThrow();
            var words = bare(text.substring(Math.min(period.text(), end), end));
            if (!words.isEmpty() || named > n + TOGETHER) return words;
        }
        return "";
    }

    /** Whether a further period stands in the text outside every bracket and label. */
    static boolean loosePeriod(String text) {
        for (int i = 0; i < text.length(); i++) if (labelAt(text, i)) return false;
        return !starts(text, 0, text.length()).isEmpty();
    }

    /** The period at this place, looking no further than one can reach, so that long texts take no long time. */
    private static Optional<Period> period(String text, int at, int to) {
        return Period.at(text.substring(at, Math.min(to, at + REACH)), 0)
                .map(each -> new Period(each.from(), each.to(), each.sound(), at + each.text()));
    }

    /** Words other than the label before the first period belong to it. */
    private static String introduction(String text, int from, int at) {
        var words = text.substring(from, at);
        Matcher label = LABEL.matcher(words);
        return label.lookingAt() ? words.substring(label.end()) : words;
    }

    private static void nested(String text, int from, int to, int depth, List<Found> found) {
        for (int i = from; i < to; i++) {
            if (OPEN.indexOf(text.charAt(i)) < 0) continue;
            int end = Math.min(closing(text, i), to);
            content(text, i + 1, end, depth + 1, found);
            i = end;
        }
    }

    private static List<Integer> starts(String text, int from, int to) {
        var starts = new ArrayList<Integer>();
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (OPEN.indexOf(c) >= 0) depth++;
            else if (CLOSE.indexOf(c) >= 0 && depth > 0) depth--;
            if (depth > 0 || !digit(c) || !mayBegin(text, from, i)) continue;
            if (period(text, i, to).filter(Period::sound).isPresent()) starts.add(i);
        }
        return starts;
    }

    private static boolean digit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    private static boolean mayBegin(String text, int from, int at) {
        int before = at - 1;
        while (before >= from && Blanks.isBlank(text.charAt(before))) before--;
        if (before < from || BEFORE.indexOf(text.charAt(before)) >= 0) return true;
        Matcher label = LABEL.matcher(text).region(from, at);
        return (before < at - 1 && Period.plain(text.charAt(before)) != '-')
                || (label.lookingAt() && label.end() == at);
    }

    private static String bare(String words) {
        var text = Blanks.trim(words);
        while (!text.isEmpty() && "；;，,、。".indexOf(text.charAt(text.length() - 1)) >= 0)
            text = Blanks.trimEnd(text.substring(0, text.length() - 1));
        return text;
    }
}
