package huoshui.document.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook, row after row. 表格写出
 *
 * <p>Text goes out as text, neutral to formulas; dates as text too, so that 1966.10 stays what it is when somebody edits it.
 */
public final class SheetWriter implements AutoCloseable {

    /** How a cell looks. 单元格样式 */
    public enum Look {
        TITLE,
        NOTE,
        HEAD,
        GROUP,
        TEXT,
        CENTRED,
        NUMBER,
        TOTAL
    }

    /** How a whole workbook looks. 版式 */
    public record Style(String font, int size, String fill, boolean landscape, String paper) {

        public static final Style STANDARD = new Style("宋体", 11, "F3F0E8", true, "A4");
    }

    private static final int FLUSH = 1000;

    private final Workbook book;
    private final Style style;
    private final Set<String> names = new HashSet<>();
    private @Nullable Worksheet sheet;
    private @Nullable Run run;
    private int lastFlushed;

    public SheetWriter(OutputStream out, Style style) {
        this.book = new Workbook(out, "Huoshui", null);
        this.book.setCompressionLevel(4);
        this.book.setGlobalDefaultFont(style.font(), style.size());
        this.style = style;
    }

    /** Begins another sheet; its name is made fit for one. */
    public SheetWriter sheet(String name) throws IOException {
        dress();
        if (sheet != null) sheet.finish();
        var plain = name.replaceAll("[\\\\/*?:\\[\\]\\p{Cntrl}]", " ").strip();
        var fit = plain.isEmpty() ? "表" : plain.substring(0, Math.min(28, plain.length()));
        var free = fit;
        for (int i = 2; !names.add(free); i++) free = fit + i;
        sheet = book.newWorksheet(free);
        sheet.pageOrientation(style.landscape() ? "landscape" : "portrait");
        sheet.paperSize(
                style.paper().equals("A3")
                        ? org.dhatim.fastexcel.PaperSize.A3_PAPER
                        : org.dhatim.fastexcel.PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        lastFlushed = 0;
        return this;
    }

    private Worksheet sheet() {
        if (sheet == null) throw new IllegalStateException("no sheet begun");
        return sheet;
    }

    public void width(int column, double characters) {
        sheet().width(column, characters);
    }

    public void height(int row, double points) {
        sheet().rowHeight(row, points);
    }

    /** Rows above stay in sight and are printed on every page. */
    public void head(int from, int to, int columns) {
        sheet().freezePane(columns, to + 1);
        sheet().repeatRows(from, to);
    }

    public void foot(String words) {
        sheet().footer(words.replace("&", "&&"), Position.LEFT, 8);
        sheet().footer("第 &P 页 共 &N 页", Position.RIGHT, 8);
    }

    public void merge(int row, int column, int toRow, int toColumn) {
        if (row != toRow || column != toColumn)
            sheet().range(row, column, toRow, toColumn).merge();
    }

    public void text(int row, int column, String text, Look look) {
        if (!text.isEmpty()) sheet().inlineString(row, column, Formulas.neutral(text));
        look(row, column, look, "@");
    }

    /** Whatever is typed into this column stays text. */
    public void textColumn(int column) {
        sheet().style(column).format("@").set();
    }

    public void number(int row, int column, double value, Look look) {
        sheet().value(row, column, value);
        look(row, column, look, value == Math.rint(value) ? "0" : "0.0");
    }

    /** A number that opens something. */
    public void link(int row, int column, int value, String address, Look look) {
        number(row, column, value, look);
        sheet().hyperlink(row, column, new HyperLink(address));
    }

    /** What is above is written out for good, so that memory stays flat. */
    public void done(int row) throws IOException {
        if (row - lastFlushed < FLUSH) return;
        dress();
        sheet().flush();
        lastFlushed = row;
    }

    /** Cells side by side that look alike are dressed together: doing it one by one costs more than writing them. */
    private record Run(int row, int from, int to, Look look, String format) {

        boolean goesOn(int row, int column, Look look, String format) {
            return this.row == row && to + 1 == column && this.look == look && this.format.equals(format);
        }
    }

    private void look(int row, int column, Look look, String format) {
        if (run != null && run.goesOn(row, column, look, format)) {
            run = new Run(row, run.from, column, look, format);
            return;
        }
        dress();
        run = new Run(row, column, column, look, format);
    }

    private void dress() {
        if (run == null) return;
        var setter = sheet().range(run.row, run.from, run.row, run.to).style().verticalAlignment("center");
        switch (run.look) {
            case TITLE ->
                setter.fontSize(style.size() + 7).horizontalAlignment("center").fontName("方正小标宋简体");
            case NOTE -> setter.fontSize(Math.max(8, style.size() - 2)).fontColor("5A6866");
            case HEAD ->
                bordered(setter).bold().wrapText(true).fillColor(style.fill()).horizontalAlignment("center");
            case GROUP -> bordered(setter).bold().fillColor("FAF8F3");
            case TEXT -> bordered(setter).wrapText(true).format(run.format);
            case CENTRED -> bordered(setter).wrapText(true).format(run.format).horizontalAlignment("center");
            case NUMBER -> bordered(setter).format(run.format).horizontalAlignment("right");
            case TOTAL -> bordered(setter).bold().format(run.format).horizontalAlignment("right");
        }
        setter.set();
        run = null;
    }

    private static StyleSetter bordered(StyleSetter setter) {
        setter.borderStyle("thin").borderColor("8A9492");
        return setter;
    }

    @Override
    public void close() throws IOException {
        dress();
        if (sheet != null) sheet.finish();
        book.finish();
    }
}
