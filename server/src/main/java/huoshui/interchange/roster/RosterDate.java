package huoshui.interchange.roster;

import huoshui.document.sheet.Cell;
import huoshui.document.sheet.Serials;
import huoshui.interchange.roster.SheetMapping.Habit;
import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a cell says of a date. 名册中的日期
 *
 * <p>1966.1 is January to one clerk and what is left of 1966.10 to another, and 19661 is January 1966 or a day of 1953: a person
 * says which, the program never.
 */
sealed interface RosterDate {

    record Known(PartialDate date) implements RosterDate {}

    record Ambiguous(String text) implements RosterDate {}

    /** A number of five digits: a month without its point, or a day as spreadsheets count them. */
    record Pointless(String text, PartialDate month, PartialDate day) implements RosterDate {}

    record Unreadable(String text) implements RosterDate {}

    Pattern ONE = Pattern.compile("(\\d{4})[.．。]1");
    Pattern POINTLESS = Pattern.compile("(?:19|20)\\d{2}[1-9]");
    Pattern AGE = Pattern.compile("[（(]\\s*\\d{1,3}\\s*(?:周?岁)?\\s*[)）]|\\d{1,3}\\s*周?岁$");
    Pattern TIME = Pattern.compile("[T ]\\s*\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?$");
    Pattern TAIL = Pattern.compile("(?:出?生|入党|参加工作|起|任)$");
    int FIRST_SERIAL = 10_000;
    int LAST_SERIAL = 80_000;

    static RosterDate of(Cell cell, Habit habit) {
        return switch (cell) {
            case Cell.Day(var day, var whole) -> {
                var date = PartialDate.day(day);
                yield new Known(whole ? date : date.toMonth());
            }
            case Cell.Number number -> number(number, habit);
            case Cell.Fault(var text) -> new Unreadable(text);
            case Cell.Text(var text) -> text(text, habit);
            case Cell.Untyped(var text) -> text(text, habit);
        };
    }

    private static RosterDate number(Cell.Number number, Habit habit) {
        var text = number.text();
        if (text.matches("\\d{5}")) {
            int serial = Integer.parseInt(text);
            if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return new Unreadable(text);
            var day = PartialDate.day(Serials.day(serial, number.from1904()));
            if (!POINTLESS.matcher(text).matches()) return new Known(day);
            return new Pointless(text, PartialDate.month(serial / 10, serial % 10), day);
        }
        if (text.matches("\\d{4}\\.\\d{3}")) return new Unreadable(text);
        if (text.matches("\\d{4}\\.\\d{4}")) return read(text.substring(0, 4) + text.substring(5), text);
        return text(text, habit);
    }

    /** What is left of a date once ages, times and words around it are gone. */
    static String plain(String raw) {
        var plain = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .replaceAll("\\s*\\n\\s*", "")
                .strip();
        plain = AGE.matcher(plain).replaceAll("").strip();
        plain = TIME.matcher(plain).replaceAll("").strip();
        return TAIL.matcher(plain).replaceAll("").strip();
    }

    private static RosterDate text(String raw, Habit habit) {
        var plain = plain(raw);
        var one = ONE.matcher(plain);
        if (!one.matches()) return read(plain, raw);
        var january = read(one.group(1) + ".01", raw);
        if (january instanceof Unreadable) return january;
        return switch (habit) {
            case ASK -> new Ambiguous(plain);
            case JANUARY -> january;
            case OCTOBER -> read(one.group(1) + ".10", raw);
        };
    }

    private static RosterDate read(String plain, String raw) {
        try {
            Optional<PartialDate> date = PartialDate.read(plain);
            return date.<RosterDate>map(Known::new).orElseGet(() -> new Unreadable(raw));
        } catch (DateTimeException none) {
            return new Unreadable(raw);
        }
    }
}
