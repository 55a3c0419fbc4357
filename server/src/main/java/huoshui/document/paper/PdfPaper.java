package huoshui.document.paper;

import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import huoshui.document.paper.Typefaces.Face;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Sheets as PDF, with only the glyphs they use. PDF 印制 */
@Component
public class PdfPaper {

    private static final float OUTER = 1.5f;
    private static final float INNER = 0.5f;
    private static final double ASCENT = 0.88;
    private static final double SMALL = 7.5;
    private static final double MARGIN = 53.5;
    private static final float INSET = 7;
    private static final float MARK = 0.08f;
    /** Sheets that share their fonts. */
    private static final int TOGETHER = 50;

    private final Typefaces typefaces;
    private final Fitting fitting;

    public PdfPaper(Typefaces typefaces) {
        this.typefaces = typefaces;
        this.fitting = new Fitting(typefaces);
    }

    /** Where sheets are bound together one after the other. 合订 */
    public interface Binding {

        void add(Sheet sheet);
    }

    /** Fills a binding. 逐件合订 */
    public interface Filling {

        void fill(Binding binding) throws IOException;
    }

    /** One sheet as a document. */
    public void write(Sheet sheet, Imprint imprint, OutputStream out) throws IOException {
        bind(sheet.title(), imprint, out, binding -> binding.add(sheet));
    }

    /** Many sheets as one document; the pages of each are counted for itself. */
    public void bind(String title, Imprint imprint, OutputStream out, Filling filling) throws IOException {
        try {
            var document = new Document(new Rectangle((float) Sheet.A4_WIDTH, (float) Sheet.A4_HEIGHT), 0, 0, 0, 0);
            var writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            document.addTitle(title);
            document.addCreator("活水 Huoshui");
            var press = new Press(document, writer, imprint);
            filling.fill(press::add);
            press.print();
            document.close();
        } catch (DocumentException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Prints sheets some at a time, with fonts that say what those sheets say and no more. 付印 */
    private final class Press {

        private final Document document;
        private final PdfWriter writer;
        private final Imprint imprint;
        private final List<Sheet> waiting = new ArrayList<>();

        Press(Document document, PdfWriter writer, Imprint imprint) {
            this.document = document;
            this.writer = writer;
            this.imprint = imprint;
        }

        void add(Sheet sheet) {
            waiting.add(sheet);
            if (waiting.size() == TOGETHER) print();
        }

        void print() {
            var fonts = typefaces.cut();
            fonts.add(Face.SONG, imprint.clocks() + imprint.mark());
            waiting.forEach(each -> announce(each, fonts));
            for (var sheet : waiting) {
                for (int i = 0; i < sheet.pages().size(); i++) {
                    var page = sheet.pages().get(i);
                    document.setPageSize(new Rectangle((float) page.width(), (float) page.height()));
                    if (document.isOpen()) document.newPage();
                    else document.open();
                    var canvas = new Canvas(writer.getDirectContent(), page, fonts);
                    canvas.draw(page);
                    canvas.imprint(imprint, sheet, i + 1);
                }
            }
            waiting.clear();
        }

        /** Whatever is going to be said on a sheet. */
        private void announce(Sheet sheet, Typefaces.Cut fonts) {
            for (var page : sheet.pages()) {
                for (var boxes : List.of(page.boxes(), page.lines()))
                    for (var box : boxes)
                        for (var each : box.passages()) fonts.add(each.face(), each.text() + Fitting.CONTINUED);
            }
            fonts.add(Face.SONG, notes(sheet.notes()) + Fitting.CONTINUED);
            for (int i = 0; i < sheet.pages().size(); i++) fonts.add(Face.SONG, footing(imprint, sheet, i + 1));
        }
    }

    private static String notes(List<String> notes) {
        return "附注：" + String.join("；", notes) + "。";
    }

    private static String footing(Imprint imprint, Sheet sheet, int number) {
        return imprint.printed() + "　第 " + number + " 页，共 " + sheet.pages().size() + " 页";
    }

    /** One page being drawn. */
    private final class Canvas {

        private final PdfContentByte content;
        private final Typefaces.Cut fonts;
        private final double width;
        private final double height;

        Canvas(PdfContentByte content, Page page, Typefaces.Cut fonts) {
            this.content = content;
            this.fonts = fonts;
            this.width = page.width();
            this.height = page.height();
        }

        void draw(Page page) {
            for (var box : page.boxes()) {
                rule(box, INNER);
                picture(box);
                box.passages().forEach(each -> set(each, box));
            }
            if (!page.boxes().isEmpty()) rule(outline(page.boxes()), OUTER);
            for (var box : page.lines()) box.passages().forEach(each -> set(each, box));
        }

        private void rule(Box box, float weight) {
            content.setLineWidth(weight);
            content.rectangle(
                    (float) box.x(), (float) (height - box.bottom()), (float) box.width(), (float) box.height());
            content.stroke();
        }

        private static Box outline(List<Box> boxes) {
            double left = boxes.stream().mapToDouble(Box::x).min().orElseThrow();
            double top = boxes.stream().mapToDouble(Box::y).min().orElseThrow();
            double right = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
            double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow();
            return Box.of("outline", left, top, right - left, bottom - top);
        }

        private void picture(Box box) {
            var picture = box.picture();
            if (picture == null) return;
            try {
                var image = Image.getInstance(picture.bytes());
                image.scaleToFit((float) box.width() - INSET, (float) box.height() - INSET);
                image.setAbsolutePosition((float) (box.x() + (box.width() - image.getScaledWidth()) / 2), (float)
                        (height - box.bottom() + (box.height() - image.getScaledHeight()) / 2));
                content.addImage(image);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void set(Passage passage, Box box) {
            if (passage.text().isBlank()) return;
            var fitted = fitting.fit(passage, box.width(), box.height());
            double tall = fitted.lines().size() * fitted.pitch();
            double top = switch (passage.down()) {
                case TOP -> box.y() + Math.min(2, Math.max(0, box.height() - tall));
                case MIDDLE -> box.y() + (box.height() - tall) / 2;
                case BOTTOM -> box.bottom() - tall - 4;
            };
            boolean many = fitted.lines().size() > 1;
            for (var line : fitted.lines()) {
                double baseline = top + (fitted.pitch() - fitted.size()) / 2 + ASCENT * fitted.size();
                double left = box.x() + passage.padding();
                double room = box.width() - 2 * passage.padding();
                double x = switch (passage.across()) {
                    case LEFT -> left + line.indent();
                    case CENTER -> left + (room - line.width()) / 2;
                    case RIGHT -> left + room - line.width();
                    case CENTER_ALONE -> many ? left : left + (room - line.width()) / 2;
                };
                if (!line.head().isEmpty()) show(passage.face(), fitted.size(), left, baseline, line.head());
                show(passage.face(), fitted.size(), x, baseline, line.text());
                top += fitted.pitch();
            }
        }

        private void show(Face face, double size, double x, double y, String text) {
            content.beginText();
            content.setTextMatrix((float) x, (float) (height - y));
            for (var run : typefaces.runs(face, text)) {
                content.setFontAndSize(fonts.font(run), (float) size);
                content.showText(run.text());
            }
            content.endText();
        }

        /** Clocks, hand, page number; what could not be printed; the watermark beneath notice. */
        void imprint(Imprint imprint, Sheet sheet, int number) {
            content.saveState();
            content.setGrayFill(0.35f);
            double y = height - 30;
            small(imprint.clocks(), MARGIN, y);
            var right = footing(imprint, sheet, number);
            small(right, width - MARGIN - wide(right), y);
            if (!sheet.notes().isEmpty()) notes(sheet.notes(), y - 11);
            content.restoreState();
            mark(imprint.mark());
        }

        private void notes(List<String> notes, double y) {
            var words = new Passage(
                    PdfPaper.notes(notes), Face.SONG, SMALL, 5, Passage.Across.LEFT, Passage.Down.BOTTOM, false, 0);
            set(words, Box.of("notes", MARGIN, y - 16, width - 2 * MARGIN, 20, words));
        }

        private void small(String text, double x, double y) {
            show(Face.SONG, SMALL, x, y, text);
        }

        private double wide(String text) {
            return text.codePoints()
                            .mapToDouble(each -> typefaces.em(Face.SONG, each))
                            .sum()
                    * SMALL;
        }

        private void mark(String text) {
            content.saveState();
            var faint = new PdfGState();
            faint.setFillOpacity(MARK);
            content.setGState(faint);
            content.setGrayFill(0);
            double cos = Math.cos(Math.toRadians(28));
            double sin = Math.sin(Math.toRadians(28));
            for (double y = 150; y < height + 100; y += 230) {
                for (double x = 30; x < width; x += 280) {
                    content.beginText();
                    content.setTextMatrix(
                            (float) cos, (float) sin, (float) -sin, (float) cos, (float) x, (float) (height - y));
                    for (var run : typefaces.runs(Face.SONG, text)) {
                        content.setFontAndSize(fonts.font(run), 15);
                        content.showText(run.text());
                    }
                    content.endText();
                }
            }
            content.restoreState();
        }
    }
}
