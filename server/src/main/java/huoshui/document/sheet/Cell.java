package huoshui.document.sheet;

import java.time.LocalDate;

/** One cell of a sheet with the type it has there. 单元格 */
public sealed interface Cell {

    Cell BLANK = new Text("");

    /** As somebody looking at the sheet would read it, as far as that needs no formula. */
    String text();

    default boolean blank() {
        return text().isBlank();
    }

    /** Typed as text; digits and zeros stand as they were typed. 文本 */
    record Text(String text) implements Cell {}

    /**
     * Words of a file that has no types, such as CSV: a spreadsheet may have shortened 1966.10 to 1966.1 when it wrote them.
     * 无类型文字
     */
    record Untyped(String text) implements Cell {}

    /**
     * A number, to fifteen digits at most. 数值
     *
     * @param format as its style has it; empty for the general one
     * @param from1904 whether its workbook counts days from 1904
     */
    record Number(double value, String format, boolean from1904) implements Cell {
        @Override
        public String text() {
            if (value == Math.rint(value) && Math.abs(value) < 1e18) return String.valueOf((long) value);
            return java.math.BigDecimal.valueOf(value)
                    .round(new java.math.MathContext(15))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /**
     * A number shown as a date. 日期
     *
     * @param whole whether the day itself is shown, and not only its month
     */
    record Day(LocalDate day, boolean whole) implements Cell {
        @Override
        public String text() {
            return whole ? day.toString() : "%04d-%02d".formatted(day.getYear(), day.getMonthValue());
        }
    }

    /** What a formula came to nothing with, such as {@code #REF!}. 错误值 */
    record Fault(String text) implements Cell {}
}
