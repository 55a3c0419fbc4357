package huoshui.document.paper;

import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.Passage.Down;
import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import huoshui.document.paper.Typefaces.Face;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A table of many rows laid over as many pages as it needs, its heading repeated on each. 表格版式 */
public final class TableLayout {

    private static final double MARGIN = 36;
    private static final double TOP = 40;
    private static final double FOOT = 48;
    private static final double TITLE = 34;
    private static final double NOTE = 18;
    private static final double LEAST_ROW = 21;
    private static final double MOST_ROW = 150;
    private static final double SMALLEST = 7;
    private static final double LEADING = 3;
    private static final double PADDING = 2.5;

    /**
     * A column.
     *
     * @param width compared with the others
     */
    public record Column(String title, double width, Across across) {}

    /** Which way and how large. 纸张 */
    public record Paper(double width, double height) {

        private static final double A3_LONG = 1190.6;

        public static Paper of(boolean a3, boolean portrait) {
            double narrow = a3 ? Sheet.A4_HEIGHT : Sheet.A4_WIDTH;
            double wide = a3 ? A3_LONG : Sheet.A4_HEIGHT;
            return portrait ? new Paper(narrow, wide) : new Paper(wide, narrow);
        }
    }

    private final Typefaces typefaces;
    private final Fitting fitting;
    private final String title;
    private final String note;
    private final List<Column> columns;
    private final double[] widths;
    private final Paper paper;
    private final double size;
    private final List<Page> pages = new ArrayList<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private int cut;
    private List<Box> boxes = new ArrayList<>();
    private List<Box> lines = new ArrayList<>();
    private double y;

    public TableLayout(Typefaces typefaces, String title, String note, List<Column> columns, Paper paper, double size) {
        this.typefaces = typefaces;
        this.fitting = new Fitting(typefaces);
        this.title = title;
        this.note = note;
        this.columns = columns;
        this.paper = paper;
        this.size = size;
        double all = columns.stream().mapToDouble(Column::width).sum();
        double room = paper.width() - 2 * MARGIN;
        this.widths =
                columns.stream().mapToDouble(each -> each.width() / all * room).toArray();
        begin();
    }

    /** A heading across the table. */
    public void group(String words) {
        // A heading does not stand alone at the foot of a page.
        if (y + 2 * LEAST_ROW > paper.height() - FOOT) next();
        boxes.add(Box.of(
                "group",
                MARGIN,
                y,
                paper.width() - 2 * MARGIN,
                LEAST_ROW,
                Passage.value(words)
                        .in(Face.SONG_BOLD)
                        .sized(size, SMALLEST)
                        .at(Across.LEFT, Down.MIDDLE)
                        .padded(4)));
        y += LEAST_ROW;
    }

    /** One row of words, by column. */
    public void row(List<String> words) {
        double height = LEAST_ROW;
        for (int i = 0; i < words.size(); i++) {
            absent.addAll(typefaces.absent(Face.SONG, words.get(i)));
            height = Math.max(height, tall(words.get(i), widths[i]));
        }
        if (height > MOST_ROW) height = MOST_ROW;
        if (y + height > paper.height() - FOOT) next();
        double x = MARGIN;
        for (int i = 0; i < words.size(); i++) {
            var passage = Passage.value(words.get(i))
                    .sized(size, SMALLEST)
                    .at(columns.get(i).across(), Down.MIDDLE)
                    .padded(PADDING);
            if (!fitting.fit(passage, widths[i], height).whole()) cut++;
            boxes.add(Box.of(columns.get(i).title(), x, y, widths[i], height, passage));
            x += widths[i];
        }
        y += height;
    }

    private double tall(String text, double width) {
        if (text.isEmpty()) return 0;
        var passage = Passage.value(text).sized(size, SMALLEST).padded(PADDING);
        return fitting.set(passage, width, size + LEADING).lines().size() * (size + LEADING) + 4;
    }

    /** The whole of it. */
    public Sheet sheet() {
        end();
        var notes = new ArrayList<String>();
        absent.forEach(each ->
                notes.add("字库没有“" + each + "”（U+%04X）".formatted(each.codePointAt(0)) + "，以" + Typefaces.ABSENT + "代"));
        if (cut > 0) notes.add("有 " + cut + " 格文字过长，未能全部印出");
        return new Sheet(title, pages, notes);
    }

    private void begin() {
        boxes = new ArrayList<>();
        lines = new ArrayList<>();
        double room = paper.width() - 2 * MARGIN;
        y = TOP;
        lines.add(Box.of(
                "title",
                MARGIN,
                y,
                room,
                TITLE,
                Passage.label(title).in(Face.SONG_BOLD).sized(20, 10)));
        y += TITLE;
        lines.add(Box.of(
                "note", MARGIN, y, room, NOTE, Passage.value(note).sized(8.5, 6).at(Across.LEFT, Down.MIDDLE)));
        y += NOTE;
        double height = LEAST_ROW;
        for (int i = 0; i < widths.length; i++)
            height = Math.max(height, tall(columns.get(i).title(), widths[i]));
        double x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            boxes.add(Box.of(
                    "head." + columns.get(i).title(),
                    x,
                    y,
                    widths[i],
                    height,
                    Passage.label(columns.get(i).title()).in(Face.HEI_BOLD).sized(size, SMALLEST)));
            x += widths[i];
        }
        y += height;
    }

    private void next() {
        end();
        begin();
    }

    private void end() {
        pages.add(new Page(paper.width(), paper.height(), boxes, lines));
    }
}
