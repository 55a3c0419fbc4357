package huoshui.document.paper;

import huoshui.document.paper.Fitted.Line;
import huoshui.document.paper.Typefaces.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sets words into a box: breaks lines as Chinese prose does, and shrinks by quarter points until they fit. 排字
 *
 * <p>No line begins with a closing mark or ends with an opening one; figures, dates and Latin words stay together.
 */
final class Fitting {

    /** Said in the last line of a box that could not hold all. */
    static final String CONTINUED = "（未完，全文见附页）";

    private static final String NO_START = "，。、；：？！）》」』”’〉】〕…—·％%‰℃,.;:?!)]}>～";
    private static final String NO_END = "（《「『“‘〈【〔([{<";
    private static final String MONTH = "\\d{4}[.．年/]\\d{1,2}月?";
    private static final Pattern PERIOD =
            Pattern.compile("(" + MONTH + "[ ]?(?:-{1,2}|[—–－～~至]{1,2})[ ]?(?:" + MONTH + "|至?今)?)[ 　\\t]*(.*)");
    private static final double STEP = 0.25;
    private static final double HANG = 9;
    private static final double ADOPTING = 1.5;
    private static final double[] LOOSE = {1.4, 1.3, 1.2};

    private record Unit(String text, double em, boolean blank) {}

    private record Paragraph(String head, double indent, List<Unit> units) {}

    private final Typefaces typefaces;

    Fitting(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** @param width of the box, padding included */
    Fitted fit(Passage passage, double width, double height) {
        var room = width - 2 * passage.padding();
        var paragraphs = paragraphs(passage);
        for (double size = passage.most(); size >= passage.least() - STEP / 2; size -= STEP) {
            var lines = lines(paragraphs, size, room, passage.face());
            if (lines.size() * tight(size) > height || !fitsAcross(lines, room)) continue;
            var fitted = new Fitted(size, pitch(size, lines.size(), height), lines, true);
            return lines.size() > 1 && orphaned(lines) ? adopted(passage, paragraphs, room, height, fitted) : fitted;
        }
        return cut(passage, paragraphs, room, height);
    }

    /** The lines in one size, however many they are. */
    Fitted set(Passage passage, double width, double pitch) {
        var lines = lines(paragraphs(passage), passage.most(), width - 2 * passage.padding(), passage.face());
        return new Fitted(passage.most(), pitch, lines, true);
    }

    private Fitted cut(Passage passage, List<Paragraph> paragraphs, double room, double height) {
        double size = passage.least();
        var lines = lines(paragraphs, size, room, passage.face());
        int most = Math.max(1, (int) Math.floor(height / tight(size)));
        if (lines.size() <= most) return new Fitted(size, tight(size), lines, false);
        var kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(new Line(true, "", 0, CONTINUED, width(CONTINUED, passage.face()) * size));
        return new Fitted(size, tight(size), kept, false);
    }

    private static boolean orphaned(List<Line> lines) {
        var last = lines.getLast();
        return last.head().isEmpty()
                && !last.text().isBlank()
                && last.text().codePointCount(0, last.text().length()) <= 2;
    }

    /** One or two characters alone in the last line are taken in where a slightly smaller size does it. */
    private Fitted adopted(Passage passage, List<Paragraph> paragraphs, double room, double height, Fitted fitted) {
        double least = Math.max(passage.least(), fitted.size() - ADOPTING);
        for (double size = fitted.size() - STEP; size >= least - STEP / 2; size -= STEP) {
            var lines = lines(paragraphs, size, room, passage.face());
            if (lines.size() < fitted.lines().size())
                return new Fitted(size, pitch(size, lines.size(), height), lines, true);
        }
        return fitted;
    }

    private static boolean fitsAcross(List<Line> lines, double room) {
        return lines.stream().allMatch(each -> each.indent() + each.width() <= room + 0.01);
    }

    private static double tight(double size) {
        return size + 1;
    }

    /** The loosest of the usual pitches there is room for. */
    private static double pitch(double size, int lines, double height) {
        for (double loose : LOOSE) if (lines * size * loose <= height) return size * loose;
        return tight(size);
    }

    private List<Paragraph> paragraphs(Passage passage) {
        var found = new ArrayList<Paragraph>();
        boolean hanging = passage.hanging();
        for (var line : passage.text().split("\n", -1)) {
            var period = PERIOD.matcher(line);
            if (passage.hanging() && period.matches()) {
                var head = period.group(1).strip();
                double indent = Math.max(HANG, width(head, passage.face()) + 0.5);
                found.add(new Paragraph(head, indent, units(period.group(2), passage.face())));
            } else {
                // After the empty line stands the closing paragraph, which belongs to no period.
                if (line.isBlank()) hanging = false;
                var text = passage.hanging() ? line.strip() : line;
                found.add(new Paragraph("", hanging ? HANG : 0, units(text, passage.face())));
            }
        }
        return found;
    }

    private List<Unit> units(String text, Face face) {
        var units = new ArrayList<Unit>();
        var unit = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            unit.appendCodePoint(characters[i]);
            boolean last = i == characters.length - 1;
            if (last || breaks(characters[i], characters[i + 1])) {
                var word = unit.toString();
                units.add(new Unit(word, width(word, face), word.isBlank()));
                unit.setLength(0);
            }
        }
        return units;
    }

    private static boolean breaks(int before, int after) {
        if (NO_START.indexOf(after) >= 0 || NO_END.indexOf(before) >= 0) return false;
        return !(joined(before) && joined(after));
    }

    private static boolean joined(int character) {
        return character < 0x250 && !Character.isWhitespace(character);
    }

    private double width(String text, Face face) {
        return text.codePoints().mapToDouble(each -> typefaces.em(face, each)).sum();
    }

    private List<Line> lines(List<Paragraph> paragraphs, double size, double room, Face face) {
        var lines = new ArrayList<Line>();
        for (var each : paragraphs) new Filling(each, size, room, face, lines).fill();
        return lines;
    }

    /** One paragraph being filled into lines. */
    private final class Filling {

        private final Paragraph paragraph;
        private final double size;
        private final double room;
        private final Face face;
        private final List<Line> lines;
        private final StringBuilder text = new StringBuilder();
        private double em;
        private String head;
        private boolean begins = true;

        Filling(Paragraph paragraph, double size, double room, Face face, List<Line> lines) {
            this.paragraph = paragraph;
            this.size = size;
            this.room = (room - paragraph.indent() * size) / size;
            this.face = face;
            this.lines = lines;
            this.head = paragraph.head();
        }

        void fill() {
            for (var unit : paragraph.units()) {
                if (em + unit.em() <= room + 1e-6) add(unit.text(), unit.em());
                else if (!unit.blank()) wrap(unit);
            }
            end();
        }

        private void wrap(Unit unit) {
            if (!text.isEmpty()) end();
            if (unit.em() <= room + 1e-6) add(unit.text(), unit.em());
            else for (int character : unit.text().codePoints().toArray()) one(character);
        }

        private void one(int character) {
            double wide = typefaces.em(face, character);
            if (em + wide > room + 1e-6 && !text.isEmpty()) end();
            add(Character.toString(character), wide);
        }

        private void add(String words, double wide) {
            text.append(words);
            em += wide;
        }

        private void end() {
            var line = text.toString().stripTrailing();
            lines.add(new Line(begins, head, paragraph.indent() * size, line, width(line, face) * size));
            text.setLength(0);
            em = 0;
            head = "";
            begins = false;
        }
    }
}
