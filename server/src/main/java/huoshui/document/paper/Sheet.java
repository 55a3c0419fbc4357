package huoshui.document.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be printed, page by page. 印件
 *
 * @param title of the document
 * @param notes what could not be printed as it should, in words for whoever reads it
 */
public record Sheet(String title, List<Page> pages, List<String> notes) {

    /** A4 upright, in points. */
    public static final double A4_WIDTH = 595.3;

    public static final double A4_HEIGHT = 841.9;

    /**
     * One page; places are in points from its upper left corner. 页
     *
     * @param boxes ruled boxes
     * @param lines words outside any box, placed as boxes are, without rules
     */
    public record Page(double width, double height, List<Box> boxes, List<Box> lines) {}

    /**
     * A ruled box. 格
     *
     * @param name what it holds, the same in every sheet of a kind
     * @param passages the words in it, each placed in the whole of it
     */
    public record Box(
            String name,
            double x,
            double y,
            double width,
            double height,
            List<Passage> passages,
            @Nullable Picture picture) {

        public static Box of(String name, double x, double y, double width, double height, Passage... passages) {
            return new Box(name, x, y, width, height, List.of(passages), null);
        }

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    public Sheet {
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }
}
