package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads resume lines one after the other; a line it cannot place is kept as unread. 简历读取 */
final class ResumeReader {

    private static final int WRAPPED = 8;
    private static final int INSIDE = 12;
    private static final int FARTHEST = 60;

    private static final int LABEL_REACH = 12;
    private static final Pattern LABEL_LAST = Pattern.compile("[（(\\[【〔]\\s*(?:其间|期间)?\\s*[:：]?\\s*$");
    private static final Pattern CAPTION = Pattern.compile(
            "(?:(?:本人|干部|个人|主要|基本|工作|学习)?(?:简历|履历|经历)|序号|起止|起讫|起始|截止|开始|结束|自何年何月|至何年何月|何年何月|何时|何地|何单位|何部门|任何职务?|从事|担任|年月|时间|日期|工作|学习|所在|在|任职|单位|部门|院校|学校|地点|职务|职级|岗位|名称|内容|情况|备注|证明人|起|止|及|和|或|[（）()、/：:－-])+");
    private static final Pattern ILLEGIBLE = Pattern.compile("[?？■□×*]{2,}|^(?:同上|见附页|另附|见附件|（?此段)");

    private final String[] typed;
    private final String[] lines;
    private final List<Optional<Period>> periods;
    private final int lastDated;
    private final List<Resume.Entry> entries = new ArrayList<>();
    private @Nullable Piece piece;
    private @Nullable PartialDate ends;
    private boolean afterGap;
    private boolean closing;

    /** An entry still being gathered, with the line each part of its text came from. */
    private static final class Piece {
        final @Nullable Period period;
        final int line;
        final StringBuilder text = new StringBuilder();
        final List<int[]> parts = new ArrayList<>();
        int depth;

        Piece(@Nullable Period period, String words, int line) {
            this.period = period;
            this.line = line;
            add(words, line);
        }

        void add(String words, int from) {
            boolean latin = !text.isEmpty() && letter(text.charAt(text.length() - 1));
            if (latin && !words.isEmpty() && letter(words.charAt(0))) text.append(' ');
            // a period that began a line must still be seen to begin one
            if (depth > 0 && Period.at(words, 0).isPresent()) text.append("  ");
            parts.add(new int[] {text.length(), from});
            text.append(words);
            depth = Asides.depth(words, depth);
        }

        private static boolean letter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        /** A bracket whose label was the last thing on its line: what comes next stands in it. */
        boolean announces() {
            if (depth == 0) return false;
            return LABEL_LAST
                    .matcher(text.substring(Math.max(0, text.length() - LABEL_REACH)))
                    .find();
        }

        /** A 其间 without a bracket, in the middle of its words. */
        boolean goesOn() {
            return period == null && !text.isEmpty() && "）)]】〕。".indexOf(text.charAt(text.length() - 1)) < 0;
        }

        int lineOf(int offset) {
            int low = 0;
            int high = parts.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (parts.get(middle)[0] <= offset) low = middle;
                else high = middle - 1;
            }
            return parts.get(low)[1];
        }

        List<Resume.Meanwhile> meanwhile() {
            return Asides.in(text.toString()).stream()
                    .map(each -> new Resume.Meanwhile(
                            each.period().from(), each.period().to(), each.text(), lineOf(each.at())))
                    .toList();
        }
    }

    ResumeReader(String text) {
        this.typed = text.isEmpty() ? new String[0] : text.split("\n", -1);
        this.lines = Arrays.stream(typed).map(Spelling::meant).toArray(String[]::new);
        this.periods = Arrays.stream(lines)
                .map(line -> Period.at(Blanks.trim(line), 0))
                .toList();
        this.lastDated = lastDated();
    }

    Resume read() {
        for (int i = 0; i < lines.length; i++) {
            if (Blanks.isBlank(lines[i])) afterGap = true;
            else {
                line(i);
                afterGap = false;
            }
        }
        finish();
        return new Resume(entries);
    }

    private void line(int i) {
        if (ILLEGIBLE.matcher(Blanks.trim(typed[i])).find()) {
            unread(i + 1, false);
            return;
        }
        var words = Blanks.trim(lines[i]);
        int indent = Blanks.indent(lines[i]);
        if (piece != null && (piece.announces() || (piece.depth > 0 && closes(i, piece.depth)))) {
            piece.add(words, i + 1);
            return;
        }
        var period = periods.get(i);
        if (period.isPresent()) dated(period.get(), words, i + 1);
        else if (piece == null
                && entries.isEmpty()
                && CAPTION.matcher(Blanks.none(words)).matches())
            entries.add(new Resume.Caption(Blanks.trim(typed[i]), i + 1));
        else if (Asides.begins(words) && !(inSegment() && indent >= INSIDE)) begin(new Piece(null, words, i + 1));
        else if ((Period.bareDate(words) || Period.meantAsDated(words)) && !(piece != null && indent >= WRAPPED))
            unread(i + 1, true);
        else undated(words, indent, i);
    }

    private void dated(Period period, String words, int line) {
        closing = false;
        if (!period.sound()) unread(line, true);
        else {
            begin(new Piece(period, words.substring(period.text()), line));
            ends = period.to();
        }
    }

    private void undated(String words, int indent, int i) {
        boolean last = afterGap && !entries().isEmpty() && i > lastDated;
        if (closing || (last && (piece == null || indent < WRAPPED))) {
            finish();
            closing = true;
            entries.add(new Resume.Closing(words, i + 1));
        } else if (piece != null && (inSegment() || piece.depth > 0 || piece.goesOn())) piece.add(words, i + 1);
        else unread(i + 1, false);
    }

    private List<?> entries() {
        return piece == null ? entries : List.of(piece);
    }

    private boolean inSegment() {
        return piece != null && piece.period != null;
    }

    private int lastDated() {
        for (int i = lines.length - 1; i >= 0; i--) {
            var words = Blanks.trim(lines[i]);
            if (words.isEmpty()) continue;
            if (periods.get(i).isPresent() || Asides.begins(words) || Period.bareDate(words)) return i;
        }
        return -1;
    }

    /**
     * Whether the open bracket is closed before the career goes on, so that this line still belongs inside it. The career
     * goes on where a line begins no earlier than the last segment ends.
     */
    private boolean closes(int i, int open) {
        int depth = open;
        for (int next = i; next < Math.min(lines.length, i + FARTHEST); next++) {
            if (goesOn(periods.get(next).orElse(null))) return false;
            depth = Asides.lowestDepth(lines[next], depth);
            if (depth == 0) return true;
        }
        return false;
    }

    private boolean goesOn(@Nullable Period period) {
        if (period == null || period.from() == null) return false;
        return ends != null && period.from().compareTo(ends) >= 0;
    }

    private void begin(Piece next) {
        finish();
        closing = false;
        piece = next;
    }

    private void unread(int line, boolean dated) {
        finish();
        closing = false;
        entries.add(new Resume.Unread(Blanks.trim(typed[line - 1]), line, dated));
    }

    private void finish() {
        if (piece == null) return;
        var text = Blanks.trim(piece.text.toString());
        var period = piece.period;
        if (period == null) entries.add(new Resume.Aside(text, piece.line, piece.meanwhile()));
        else entries.add(settled(period, text, piece.line, piece.meanwhile()));
        piece = null;
    }

    /** A period that was itself wrapped ({@code 2005.03至} / {@code 今  局长}) shows only when its lines are joined. */
    private static Resume.Segment settled(Period period, String text, int line, List<Resume.Meanwhile> meanwhile) {
        var from = period.from();
        var to = period.to();
        var words = text;
        for (int turn = 0; turn < 3; turn++) {
            var printed = Resume.line(from, to, words);
            var again = Period.at(printed, 0).filter(Period::sound).orElse(null);
            if (again == null) break;
            from = again.from();
            to = again.to();
            words = Blanks.trim(printed.substring(again.text()));
        }
        return new Resume.Segment(from, to, words, line, meanwhile);
    }
}
