package huoshui.document.paper;

import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.springframework.stereotype.Component;

/** Sheets as Word, each page's boxes one table that can be typed in. Word 印制 */
@Component
public class WordPaper {

    static final int TWIPS = 20;

    private static final double TOP = 54;
    private static final double BOTTOM = 36;
    private static final double SMALL = 7.5;
    private static final String FAINT = "#ebebeb";

    private final Fitting fitting;

    public WordPaper(Typefaces typefaces) {
        this.fitting = new Fitting(typefaces);
    }

    /** One sheet as a document. */
    public void write(Sheet sheet, Imprint imprint, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            WordTypefaces.tell(document);
            document.getProperties().getCoreProperties().setTitle(sheet.title());
            document.getProperties().getCoreProperties().setCreator("活水 Huoshui");
            var first = sheet.pages().getFirst();
            double left = left(first);
            section(document, first, left);
            footer(document, imprint);
            for (int i = 0; i < sheet.pages().size(); i++)
                page(document, sheet.pages().get(i), left, i > 0);
            if (!sheet.notes().isEmpty())
                words(document.createParagraph(), "附注：" + String.join("；", sheet.notes()) + "。", 9, 12);
            document.write(out);
        }
    }

    private static double left(Page page) {
        return page.boxes().stream().mapToDouble(Box::x).min().orElse(60);
    }

    private static void section(XWPFDocument document, Page page, double left) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(page.width()));
        size.setH(twips(page.height()));
        size.setOrient(page.width() > page.height() ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        var margin = section.addNewPgMar();
        margin.setLeft(twips(left));
        margin.setRight(twips(left));
        margin.setTop(twips(TOP));
        margin.setBottom(twips(BOTTOM));
        margin.setHeader(twips(20));
        margin.setFooter(twips(18));
    }

    private static void footer(XWPFDocument document, Imprint imprint) {
        var paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        words(paragraph, imprint.clocks() + "　" + imprint.printed() + "　第 ", SMALL, 10);
        field(paragraph, "PAGE");
        words(paragraph, " 页，共 ", SMALL, 10);
        field(paragraph, "NUMPAGES");
        words(paragraph, " 页", SMALL, 10);
        document.createHeaderFooterPolicy().createWatermark(imprint.mark());
        document.getHeaderList().forEach(each -> faint(each._getHdrFtr()));
    }

    /** The watermark comes black; it shall lie beneath notice. */
    private static void faint(XmlObject header) {
        try (var cursor = header.newCursor()) {
            while (cursor.hasNextToken()) {
                if (cursor.isStart() && cursor.getName().getLocalPart().equals("shape"))
                    cursor.setAttributeText(new QName("fillcolor"), FAINT);
                cursor.toNextToken();
            }
        }
    }

    private static void field(XWPFParagraph paragraph, String code) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(code);
        field.addNewR().addNewT().setStringValue("1");
    }

    private void page(XWPFDocument document, Page page, double left, boolean another) {
        double y = TOP;
        boolean begun = !another;
        double table = page.boxes().stream().mapToDouble(Box::y).min().orElse(page.height());
        for (var row : rows(page.lines()).entrySet()) {
            if (row.getKey() >= table) continue;
            begun = line(document, row.getValue(), row.getKey() - y, left, begun);
            y = row.getKey() + row.getValue().getFirst().height();
        }
        if (page.boxes().isEmpty()) return;
        gap(document, Math.max(1, table - y), !begun);
        new WordTable(document, fitting).fill(page.boxes());
        for (var row : rows(page.lines()).entrySet())
            if (row.getKey() >= table) line(document, row.getValue(), 3, left, true);
    }

    /** Words outside boxes, those on one height together. */
    private static SortedMap<Double, List<Box>> rows(List<Box> lines) {
        var rows = new TreeMap<Double, List<Box>>();
        for (var each : lines)
            rows.merge(
                    each.y(),
                    List.of(each),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        return rows;
    }

    private boolean line(XWPFDocument document, List<Box> boxes, double before, double left, boolean begun) {
        var first = boxes.getFirst();
        var passage = first.passages().getFirst();
        var fitted = fitting.fit(passage, first.width(), first.height());
        var paragraph = document.createParagraph();
        paragraph.setPageBreak(!begun);
        paragraph.setAlignment(
                passage.across() == Passage.Across.CENTER ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        paragraph.setIndentationLeft((int) Math.round((first.x() - left) * TWIPS));
        paragraph.setSpacingBefore((int) Math.round(Math.max(0, before) * TWIPS));
        for (int i = 0; i < boxes.size(); i++) {
            var each = boxes.get(i);
            if (i > 0) {
                paragraph.setIndentationLeft((int) Math.round((each.x() - left) * TWIPS));
                paragraph.setIndentationHanging((int) Math.round((each.x() - first.x()) * TWIPS));
                paragraph.createRun().addTab();
            }
            WordTable.run(
                    paragraph,
                    each.passages().getFirst(),
                    each.passages().getFirst().text(),
                    fitted.size());
        }
        WordTable.exactly(paragraph, first.height());
        return true;
    }

    private static void gap(XWPFDocument document, double height, boolean breaking) {
        var paragraph = document.createParagraph();
        paragraph.setPageBreak(breaking);
        paragraph.createRun().setFontSize(1);
        WordTable.exactly(paragraph, height);
    }

    private static void words(XWPFParagraph paragraph, String text, double size, double pitch) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setColor("595959");
        WordTable.font(run, Typefaces.Face.SONG);
        WordTable.exactly(paragraph, pitch);
    }

    static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS));
    }
}
