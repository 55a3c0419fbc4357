package huoshui.interchange.general;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.Codes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row being read: hands out its values by type, and remembers which of them no fact took. 正在识读的一行 */
final class SheetRow {

    private final String set;
    private final int number;
    private final Map<String, String> values;
    private final SheetGathering into;
    private final Set<String> taken = new HashSet<>(Set.of(GeneralColumns.KEY));

    SheetRow(String set, int number, Map<String, String> values, SheetGathering into) {
        this.set = set;
        this.number = number;
        this.values = values;
        this.into = into;
    }

    @Nullable
    String text(String column) {
        taken.add(column);
        return GeneralPerson.value(values, column).orElse(null);
    }

    boolean has(String column) {
        return GeneralPerson.value(values, column).isPresent();
    }

    /** A date as far as it is known; one no calendar has is told, and left as it stands. */
    @Nullable
    PartialDate date(String column) {
        var text = text(column);
        if (text == null) return null;
        var date = PartialDate.read(text);
        if (date.isPresent()) return date.get();
        leave(column);
        into.warn(
                "general.bad-date",
                set,
                number,
                column,
                "“%s”不是日历上的时间：未计入。请按 YYYYMM 或 YYYYMMDD 改正。"
                        .formatted(text.length() > 20 ? text.substring(0, 20) + "…" : text));
        return null;
    }

    @Nullable
    Boolean flag(String column) {
        var text = text(column);
        if (text == null) return null;
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "1", "TRUE", "是" -> true;
            case "0", "FALSE", "否" -> false;
            default -> {
                leave(column);
                yield null;
            }
        };
    }

    @Nullable
    Integer number(String column) {
        var text = text(column);
        if (text == null) return null;
        if (text.matches("\\d{1,9}")) return Integer.valueOf(text);
        if (text.matches("\\d{1,9}\\.0+")) return Integer.valueOf(text.substring(0, text.indexOf('.')));
        leave(column);
        return null;
    }

    /** The word of a code where the word leads back to the code; else the value as it stands. */
    @Nullable
    String word(String column, String list) {
        var text = text(column);
        return text == null ? null : wordOf(text, list);
    }

    static String wordOf(String value, String list) {
        var codes = Codes.list(list);
        return codes.name(value).filter(name -> codes.named(name).isPresent()).orElse(value);
    }

    /** Gives a value back: no fact carries it. */
    void leave(String column) {
        taken.remove(column);
    }

    /** What {@link #has} needs not be kept for: its meaning is carried by another column. */
    void skip(String column) {
        taken.add(column);
    }

    void fact(FactBody body, Span valid) {
        into.add(new SheetFact(body, valid, set, number));
    }

    void error(String code, @Nullable String column, String what) {
        into.error(code, set, number, column, what);
    }

    void warn(String code, @Nullable String column, String what) {
        into.warn(code, set, number, column, what);
    }

    /** From start to end as far as they are known. */
    Span span(@Nullable PartialDate start, @Nullable PartialDate end, boolean ended) {
        if (start != null && end != null && end.dayAfter().isAfter(start.firstDay())) return Span.between(start, end);
        if (start != null && end != null) {
            warn("general.reversed", null, "起止时间颠倒（%s 至 %s）：只计起始时间。请核对改正。".formatted(start.printed(), end.printed()));
            return Span.since(start);
        }
        if (end != null) return SheetSpans.until(end);
        if (start == null) return Span.evidenced(into.evidenced());
        return ended ? SheetSpans.endedBefore(start, into.evidenced()) : Span.since(start);
    }

    Span evidenced() {
        return Span.evidenced(into.evidenced());
    }

    int number() {
        return number;
    }

    UnitKeys units() {
        return into.units();
    }

    Optional<String> peek(String column) {
        return GeneralPerson.value(values, column);
    }

    /** Ends the row: what was not taken is listed. */
    void close() {
        values.forEach((column, value) -> {
            if (!taken.contains(column) && !value.isBlank())
                into.unplaced(new GeneralReading.Unplaced(set, number, column, value));
        });
    }

    /** Leaves the whole row as it stands. */
    void leaveAll() {
        taken.clear();
        taken.add(GeneralColumns.KEY);
    }
}
