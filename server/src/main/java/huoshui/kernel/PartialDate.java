package huoshui.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known: a day, a month, a year, or a year with a season. 时间（按已知精度）
 *
 * @param month 1–12, or 0 when only the year (with or without a season) is known
 * @param day 1–31, or 0 when the day is not known
 */
public record PartialDate(
        int year, int month, int day, @Nullable Season season) implements Comparable<PartialDate> {

    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})\\s*[.\\-/年]\\s*(\\d{1,2})\\s*(?:[.\\-/月]\\s*(?:(\\d{1,2})\\s*日?)?)?");
    private static final Pattern SEASONED = Pattern.compile("(\\d{4})\\s*年?\\s*([春夏秋冬初中底])");
    private static final int EARLIEST = 1850;
    private static final int LATEST = 2200;

    /** @throws DateTimeException when no calendar has such a date */
    public PartialDate {
        if (year < EARLIEST || year > LATEST) throw new DateTimeException("year " + year);
        if (month < 0 || month > 12 || (month == 0 && day != 0)) throw new DateTimeException("month " + month);
        if (day != 0) LocalDate.of(year, month, day);
        if (season != null && month != 0) throw new DateTimeException("season and month");
    }

    public static PartialDate day(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), null);
    }

    public static PartialDate month(int year, int month) {
        return new PartialDate(year, month, 0, null);
    }

    public static PartialDate year(int year) {
        return new PartialDate(year, 0, 0, null);
    }

    /**
     * Reads every spelling met in forms: 196603, 19660312, 19660300, 1966, 2002春, 1966.03, 1966-3, 1966年3月, full-width
     * digits. Empty when it is no date, or none the calendar has. {@code 1966.1} is read as January only by callers that
     * know the text was typed as text.
     */
    public static Optional<PartialDate> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var usual = usual(text);
        if (usual != null) return Optional.of(usual);
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        try {
            var digits = DIGITS.matcher(plain);
            if (digits.matches()) return Optional.of(of(digits.group(1), digits.group(2), digits.group(3)));
            var parts = PARTS.matcher(plain);
            if (parts.matches()) return Optional.of(of(parts.group(1), parts.group(2), parts.group(3)));
            var seasoned = SEASONED.matcher(plain);
            if (seasoned.matches())
                return Season.of(seasoned.group(2))
                        .map(season -> new PartialDate(Integer.parseInt(seasoned.group(1)), 0, 0, season));
            return Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static PartialDate of(String year, @Nullable String month, @Nullable String day) {
        int m = month == null ? 0 : Integer.parseInt(month);
        int d = day == null || m == 0 ? 0 : Integer.parseInt(day);
        return new PartialDate(Integer.parseInt(year), m, d, null);
    }

    /** Reads what {@link #text()} wrote. */
    @JsonCreator
    public static PartialDate parse(String text) {
        return read(text).orElseThrow(() -> new DateTimeException("no date: " + text));
    }

    public Precision precision() {
        if (day != 0) return Precision.DAY;
        if (month != 0) return Precision.MONTH;
        return season == null ? Precision.YEAR : Precision.SEASON;
    }

    /** The first day this date can mean. */
    public LocalDate firstDay() {
        if (season != null) return LocalDate.of(year, season.month(), 1);
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /**
     * The spellings of nearly all dates, 196603, 1966.03, 1966-03 and 1966-03-12, without the patterns, which read them alike but
     * were a fifth of an import's time; null for every other, and for whatever the calendar might not have.
     */
    private static @Nullable PartialDate usual(String text) {
        int length = text.length();
        if (length != 6 && length != 7 && length != 10) return null;
        int number = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (length > 6 && (i == 4 || i == 7)) {
                if (c != '-' && c != '.') return null;
                continue;
            }
            if (c < '0' || c > '9') return null;
            number = 10 * number + c - '0';
        }
        int day = length == 10 ? number % 100 : 0;
        int months = length == 10 ? number / 100 : number;
        int year = months / 100;
        int month = months % 100;
        boolean sound = year >= EARLIEST && year <= LATEST && month >= 1 && month <= 12 && day <= 28;
        return sound && (length < 10 || day > 0) ? new PartialDate(year, month, day, null) : null;
    }

    /** The first day after everything this date can mean. */
    public LocalDate dayAfter() {
        return switch (precision()) {
            case DAY -> firstDay().plusDays(1);
            case MONTH, SEASON -> firstDay().plusMonths(1);
            default -> firstDay().plusYears(1);
        };
    }

    /** ISO 8601 as far as known: {@code 1966}, {@code 1966-03}, {@code 1966-03-12}; a season keeps its word: {@code 2002春}. */
    @JsonValue
    public String text() {
        if (season != null) return year + season.word();
        if (month == 0) return String.valueOf(year);
        return day == 0 ? year + "-" + two(month) : year + "-" + two(month) + "-" + two(day);
    }

    /** As `.lrmx` holds it: {@code 196603}, {@code 19660312}, {@code 1966}, {@code 2002春}. */
    public String compact() {
        return text().replace("-", "");
    }

    /** As people read it: {@code 1966.03}, {@code 1966}, {@code 2002春}; a day only shows in full where asked for. */
    public String printed() {
        if (season != null || month == 0) return text();
        return year + "." + two(month);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The same date, no finer than a month. */
    public PartialDate toMonth() {
        return day == 0 ? this : new PartialDate(year, month, 0, null);
    }

    @Override
    public int compareTo(PartialDate other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return text();
    }
}
