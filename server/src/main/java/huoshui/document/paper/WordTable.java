package huoshui.document.paper;

import huoshui.document.paper.Passage.Down;
import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Typefaces.Face;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Boxes that tile a rectangle as one table: their edges are its grid. Word 表格 */
final class WordTable {

    private static final double NEAR = 0.05;

    private final XWPFDocument document;
    private final Fitting fitting;

    WordTable(XWPFDocument document, Fitting fitting) {
        this.document = document;
        this.fitting = fitting;
    }

    void fill(List<Box> boxes) {
        double[] across = edges(boxes, Box::x, Box::right);
        double[] down = edges(boxes, Box::y, Box::bottom);
        var table = document.createTable();
        table.removeRow(0);
        dress(table, across);
        for (int row = 0; row + 1 < down.length; row++) {
            var line = table.createRow();
            while (!line.getTableCells().isEmpty()) line.removeCell(0);
            line.setHeight((int) Math.round((down[row + 1] - down[row]) * WordPaper.TWIPS));
            line.setHeightRule(TableRowHeightRule.EXACT);
            row(line, boxes, across, down[row]);
        }
    }

    private static double[] edges(List<Box> boxes, ToDoubleFunction<Box> begin, ToDoubleFunction<Box> end) {
        var sorted = boxes.stream()
                .flatMap(each -> Stream.of(begin.applyAsDouble(each), end.applyAsDouble(each)))
                .sorted()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var distinct = new double[sorted.length];
        int count = 0;
        for (double each : sorted) if (count == 0 || each - distinct[count - 1] > NEAR) distinct[count++] = each;
        return java.util.Arrays.copyOf(distinct, count);
    }

    private static void dress(XWPFTable table, double[] across) {
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int i = 0; i + 1 < across.length; i++)
            grid.addNewGridCol().setW(WordPaper.twips(across[i + 1] - across[i]));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth((int) Math.round((across[across.length - 1] - across[0]) * WordPaper.TWIPS));
        var indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setW(java.math.BigInteger.ZERO);
        indent.setType(STTblWidth.DXA);
        var line = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(line, 12, 0, "000000");
        table.setBottomBorder(line, 12, 0, "000000");
        table.setLeftBorder(line, 12, 0, "000000");
        table.setRightBorder(line, 12, 0, "000000");
        table.setInsideHBorder(line, 4, 0, "000000");
        table.setInsideVBorder(line, 4, 0, "000000");
    }

    private void row(XWPFTableRow line, List<Box> boxes, double[] across, double y) {
        int column = 0;
        while (column + 1 < across.length) {
            double x = across[column];
            var box = boxes.stream()
                    .filter(each -> each.x() <= x + NEAR
                            && each.right() > x + NEAR
                            && each.y() <= y + NEAR
                            && each.bottom() > y + NEAR)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no box at " + x + ", " + y));
            int next = column;
            while (next + 1 < across.length && across[next] < box.right() - NEAR) next++;
            cell(line.createCell(), box, next - column, y);
            column = next;
        }
    }

    private void cell(XWPFTableCell cell, Box box, int columns, double y) {
        var dress = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var width = dress.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(WordPaper.twips(box.width()));
        if (columns > 1) dress.addNewGridSpan().setVal(java.math.BigInteger.valueOf(columns));
        boolean begins = Math.abs(box.y() - y) <= NEAR;
        dress.addNewVMerge().setVal(begins ? STMerge.RESTART : STMerge.CONTINUE);
        var margins = dress.addNewTcMar();
        double padding =
                box.passages().isEmpty() ? 0 : box.passages().getFirst().padding();
        for (var each : List.of(margins.addNewLeft(), margins.addNewRight())) {
            each.setType(STTblWidth.DXA);
            each.setW(WordPaper.twips(padding));
        }
        if (begins) contents(cell, box);
    }

    private void contents(XWPFTableCell cell, Box box) {
        while (!cell.getParagraphs().isEmpty()) cell.removeParagraph(0);
        if (box.picture() != null) {
            picture(cell, box, box.picture());
            return;
        }
        boolean several = box.passages().size() > 1;
        double at = 0;
        for (var passage : box.passages()) {
            var fitted = fitting.fit(passage, box.width(), box.height());
            double tall = fitted.lines().size() * fitted.pitch();
            double top = passage.down() == Down.BOTTOM ? box.height() - tall - 4 : (box.height() - tall) / 2;
            set(cell, passage, fitted, several ? Math.max(0, top - at) : 0);
            at = top + tall;
        }
        if (cell.getParagraphs().isEmpty()) cell.addParagraph();
        var down = box.passages().isEmpty()
                ? Down.MIDDLE
                : box.passages().getFirst().down();
        cell.setVerticalAlignment(
                several || down == Down.TOP
                        ? XWPFTableCell.XWPFVertAlign.TOP
                        : down == Down.BOTTOM
                                ? XWPFTableCell.XWPFVertAlign.BOTTOM
                                : XWPFTableCell.XWPFVertAlign.CENTER);
    }

    /** Paragraphs as they were written, so that they can be typed on; lines that had to be cut as they were cut. */
    private static void set(XWPFTableCell cell, Passage passage, Fitted fitted, double before) {
        boolean first = true;
        XWPFParagraph paragraph = null;
        for (var line : fitted.lines()) {
            if (paragraph != null && !line.begins() && fitted.whole()) {
                run(paragraph, passage, line.text(), fitted.size());
                continue;
            }
            paragraph = cell.addParagraph();
            paragraph.setAlignment(alignment(passage, fitted));
            if (first) paragraph.setSpacingBefore((int) Math.round(before * WordPaper.TWIPS));
            first = false;
            exactly(paragraph, fitted.pitch());
            if (passage.hanging() && line.indent() > 0) {
                int hang = (int) Math.round(line.indent() * WordPaper.TWIPS);
                paragraph.setIndentationLeft(hang);
                if (!line.head().isEmpty()) {
                    paragraph.setIndentationHanging(hang);
                    run(paragraph, passage, line.head(), fitted.size());
                    paragraph.createRun().addTab();
                }
            }
            run(paragraph, passage, line.text(), fitted.size());
        }
    }

    private static ParagraphAlignment alignment(Passage passage, Fitted fitted) {
        return switch (passage.across()) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
            case CENTER_ALONE -> fitted.lines().size() > 1 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER;
        };
    }

    private static void picture(XWPFTableCell cell, Box box, Picture picture) {
        double scale = Math.min((box.width() - 7) / picture.width(), (box.height() - 7) / picture.height());
        var paragraph = cell.addParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        try {
            paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(picture.bytes()),
                            picture.png()
                                    ? org.apache.poi.common.usermodel.PictureType.PNG
                                    : org.apache.poi.common.usermodel.PictureType.JPEG,
                            picture.png() ? "photo.png" : "photo.jpg",
                            Units.toEMU(picture.width() * scale),
                            Units.toEMU(picture.height() * scale));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InvalidFormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static void run(XWPFParagraph paragraph, Passage passage, String text, double size) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        font(run, passage.face());
    }

    /** The names official machines know these faces by. */
    static void font(XWPFRun run, Face face) {
        var name = WordTypefaces.of(face).word();
        run.setFontFamily(name, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(name, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(name, XWPFRun.FontCharRange.hAnsi);
    }

    static void exactly(XWPFParagraph paragraph, double points) {
        paragraph.setSpacingAfter(0);
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setLineRule(STLineSpacingRule.EXACT);
        spacing.setLine(WordPaper.twips(points));
    }
}
