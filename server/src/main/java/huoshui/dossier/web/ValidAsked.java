package huoshui.dossier.web;

import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For which days something holds, as the page writes it: dates as far as known, or days with letters for how far.
 *
 * @param start letter of the first day's precision; null where {@code from} tells by itself
 */
record ValidAsked(
        @Nullable String from,
        @Nullable String to,
        @Nullable String start,
        @Nullable String end) {

    /** @throws Refusal {@code bad-dates} */
    static Span span(@Nullable ValidAsked asked) {
        if (asked == null || asked.from == null || asked.from.isBlank())
            throw Refusal.input("bad-dates", "未写入：没有填起始日期。请填写，可以只填年月或年。");
        try {
            return asked.start == null ? asked.partial() : asked.exact(asked.start);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw Refusal.input(
                    "bad-dates",
                    "未写入：起止“%s—%s”不是日期，或止早于起。请核对后重填。".formatted(asked.from, asked.to == null ? "" : asked.to));
        }
    }

    private Span partial() {
        return Span.between(
                PartialDate.parse(String.valueOf(from)), to == null || to.isBlank() ? null : PartialDate.parse(to));
    }

    private Span exact(String letter) {
        return new Span(
                LocalDate.parse(String.valueOf(from)),
                to == null || to.isBlank() ? null : LocalDate.parse(to),
                Precision.of(letter.charAt(0)),
                end == null || end.isBlank() ? Precision.UNKNOWN : Precision.of(end.charAt(0)));
    }
}
