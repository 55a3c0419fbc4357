package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The months a line of the resume begins with, in any of the spellings met. 起止年月
 *
 * @param from null when only the end is given
 * @param to null when still open
 * @param sound false when it is meant as a period but the calendar has no such month
 * @param text where the words begin
 */
record Period(@Nullable PartialDate from, @Nullable PartialDate to, boolean sound, int text) {

    private static final String DATE = "(?:\\d{4}\\s?[./年]\\s{0,2}\\d{1,2}(?!\\d)\\s?月?(?:[./]?\\d{1,2}(?!\\d)日?)?\\.?"
            + "|\\d{4}-\\d{1,2}(?!\\d)(?:-\\d{1,2}(?!\\d))?"
            + "|\\d{4}年?[春夏秋冬初中底]"
            + "|\\d{8}(?!\\d)|\\d{6}(?!\\d)"
            + "|\\d{4}年?(?!\\d)(?!-(?:0[1-9]|1[0-2])(?!\\d)))";
    private static final Pattern START = Pattern.compile("[从自]?\\s*(" + DATE + ")\\s*(-+|[至到]|一{1,2}|起|以来)");
    private static final Pattern NO_START = Pattern.compile("-{2,}\\s{0,2}(" + DATE + ")");
    private static final Pattern END = Pattern.compile("(" + DATE + ")(?:底|初)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}年?");
    private static final Pattern DATELIKE = Pattern.compile("\\d{4}(?:[./-]|年\\d|\\d)");
    private static final Pattern NOW =
            Pattern.compile("(?:(?:至今|今(?![年日后天])|(?:至现在|现在|目前|迄今)(?=\\s|$|任|在|退|离|病|担|[:：,，]))\\s*)+");
    private static final Pattern BARE =
            Pattern.compile("\\d{4}\\s?[./年]\\s?\\d{1,2}(?!\\d)|\\d{4}-\\d{1,2}(?![\\d-])|\\d{6}(?!\\d)|\\d{8}(?!\\d)");
    private static final Pattern DATED =
            Pattern.compile("[（(\\[【]?\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?\\s*[)）\\]】.、,，:：]?\\s*"
                    + "(?:\\d{4}|\\d{2})\\s?[.,，、/年-]\\s?\\d{1,2}(?!\\d)\\s?月?\\s*(?:-|[至到今])"
                    + "|[一二][〇零○一二三四五六七八九]{3}年");
    private static final String LEAD = " :：,，;；、";
    private static final int OPEN_BLANKS = 4;

    /** The period that begins at this place of a line; empty when none does. */
    static Optional<Period> at(String line, int at) {
        if (at >= line.length() || !begins(plain(line.charAt(at)))) return Optional.empty();
        var plain = plain(line);
        var start = START.matcher(plain).region(at, plain.length());
        if (!start.lookingAt()) return withoutStart(plain, at);
        var from = date(start.group(1));
        int end = start.end();
        if (start.group(2).startsWith("起") || start.group(2).startsWith("以"))
            return Optional.of(new Period(from, null, from != null, words(plain, end)));
        int next = skip(plain, end);
        var now = NOW.matcher(plain).region(next, plain.length()).useTransparentBounds(true);
        if (now.lookingAt()) return Optional.of(new Period(from, null, from != null, words(plain, now.end())));
        if (columns(line, end, next) >= OPEN_BLANKS || next == plain.length())
            return Optional.of(new Period(from, null, from != null, words(plain, next)));
        return Optional.of(closed(plain, from, next));
    }

    /** Whether a period can begin with this; most lines and words do not, and need no pattern. */
    private static boolean begins(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == '从' || c == '自';
    }

    private static Period closed(String plain, @Nullable PartialDate from, int next) {
        var end = END.matcher(plain).region(next, plain.length()).useTransparentBounds(true);
        if (end.lookingAt() && (!YEAR.matcher(end.group(1)).matches() || blankAt(plain, end.end()))) {
            var to = date(end.group(1));
            return new Period(from, to, from != null && to != null, words(plain, end.end()));
        }
        boolean meantAsDate =
                DATELIKE.matcher(plain).region(next, plain.length()).lookingAt()
                        && !YEAR.matcher(plain.substring(next, Math.min(plain.length(), next + 5)))
                                .matches();
        return new Period(from, null, from != null && !meantAsDate, words(plain, next));
    }

    private static Optional<Period> withoutStart(String plain, int at) {
        var bare = NO_START.matcher(plain).region(at, plain.length()).useTransparentBounds(true);
        if (!bare.lookingAt()) return Optional.empty();
        var to = date(bare.group(1));
        return Optional.of(new Period(null, to, to != null, words(plain, bare.end())));
    }

    /** Whether a line begins with a month that no dash follows. */
    static boolean bareDate(String line) {
        return BARE.matcher(plain(line)).lookingAt();
    }

    /** Whether a line is meant to begin with a period in a spelling we do not read, behind a number perhaps. */
    static boolean meantAsDated(String line) {
        return DATED.matcher(plain(line)).lookingAt();
    }

    private static @Nullable PartialDate date(String text) {
        return FormDate.read(text).map(PartialDate::toMonth).orElse(null);
    }

    private static boolean blankAt(String plain, int at) {
        return at >= plain.length() || plain.charAt(at) == ' ' || LEAD.indexOf(plain.charAt(at)) >= 0;
    }

    private static int skip(String plain, int at) {
        int next = at;
        while (next < plain.length() && plain.charAt(next) == ' ') next++;
        return next;
    }

    private static int words(String plain, int at) {
        int next = at;
        while (next < plain.length() && LEAD.indexOf(plain.charAt(next)) >= 0) next++;
        return next;
    }

    private static int columns(String line, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) columns += Blanks.width(line.charAt(i));
        return columns;
    }

    /** The same length, with figures, dots, dashes and blanks in one spelling each. */
    static String plain(String line) {
        var out = new char[line.length()];
        for (int i = 0; i < out.length; i++) out[i] = plain(line.charAt(i));
        return new String(out);
    }

    static char plain(char c) {
        if (c >= '０' && c <= '９') return (char) (c - '０' + '0');
        if (Blanks.isBlank(c)) return ' ';
        return switch (c) {
            case '．', '。', '·', '・', '﹒', '｡' -> '.';
            case '／' -> '/';
            case '—', '–', '―', '－', '～', '~', '〜', '‐', '‑', '‒', '−', '﹣', '─', '━', '➖', 'ー', 'ｰ', '﹘', '⸺' -> '-';
            default -> c;
        };
    }
}
