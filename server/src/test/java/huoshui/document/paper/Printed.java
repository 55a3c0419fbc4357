package huoshui.document.paper;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed document read again by another library: its rules, its letters with their places, its pictures. */
public final class Printed {

    /** A letter where it stands; from the upper left corner. */
    public record Letter(String text, double x, double baseline, double size) {}

    /** What stands on a page. */
    public record Page(List<Rectangle2D.Double> rules, List<Letter> letters, int pictures, String text) {

        /** The words inside a place, without blanks. */
        public String within(double x, double y, double width, double height) {
            var words = new StringBuilder();
            for (var each : letters) {
                boolean inside = each.x() >= x - 0.5
                        && each.x() <= x + width + 0.5
                        && each.baseline() >= y
                        && each.baseline() <= y + height;
                if (inside) words.append(each.text());
            }
            return words.toString().replaceAll("[\\s　]", "");
        }

        public double size(double x, double y, double width, double height) {
            return letters.stream()
                    .filter(each -> each.x() >= x
                            && each.x() <= x + width
                            && each.baseline() >= y
                            && each.baseline() <= y + height)
                    .mapToDouble(Letter::size)
                    .min()
                    .orElse(0);
        }
    }

    private Printed() {}

    static List<Page> of(PdfPaper paper, Sheet sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        paper.write(sheet, SampleForms.IMPRINT, bytes);
        return read(bytes.toByteArray());
    }

    public static List<Page> read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<Page>();
            for (int i = 0; i < document.getNumberOfPages(); i++) pages.add(page(document, i));
            return pages;
        }
    }

    private static Page page(PDDocument document, int number) throws IOException {
        var page = document.getPage(number);
        var letters = new ArrayList<Letter>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                // The watermark lies across everything and is no part of the words.
                if (text.getTextMatrix().getShearX() == 0) {
                    letters.add(
                            new Letter(text.getUnicode(), text.getXDirAdj(), text.getYDirAdj(), text.getFontSize()));
                    super.processTextPosition(text);
                }
            }
        };
        stripper.setStartPage(number + 1);
        stripper.setEndPage(number + 1);
        var words = stripper.getText(document);
        var rules = new Rules(page);
        rules.processPage(page);
        return new Page(rules.found, letters, rules.pictures, words);
    }

    private static final class Rules extends PDFGraphicsStreamEngine {

        private final List<Rectangle2D.Double> found = new ArrayList<>();
        private final double height;
        private int pictures;

        Rules(PDPage page) {
            super(page);
            this.height = page.getMediaBox().getHeight();
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            found.add(new Rectangle2D.Double(
                    p0.getX(), height - p2.getY(), p1.getX() - p0.getX(), p2.getY() - p1.getY()));
        }

        @Override
        public void drawImage(PDImage image) {
            pictures++;
        }

        @Override
        public void clip(int rule) {}

        @Override
        public void moveTo(float x, float y) {}

        @Override
        public void lineTo(float x, float y) {}

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

        @Override
        public Point2D getCurrentPoint() {
            return new Point2D.Float();
        }

        @Override
        public void closePath() {}

        @Override
        public void endPath() {}

        @Override
        public void strokePath() {}

        @Override
        public void fillPath(int rule) {}

        @Override
        public void fillAndStrokePath(int rule) {}

        @Override
        public void shadingFill(COSName shading) {}
    }
}
