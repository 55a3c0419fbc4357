package huoshui.interchange.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads resume lines one after the other; a line it cannot place is kept as unread. 简历读取 */
final class ResumeReader {

    private static final int WRAPPED = 8;
    private static final int INSIDE = 12;
    private static final int FARTHEST = 12;

    private final String[] lines;
    private final List<Resume.Entry> entries = new ArrayList<>();
    private @Nullable Piece piece;
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

        int lineOf(int offset) {
            int found = line;
            for (var part : parts) if (part[0] <= offset) found = part[1];
            return found;
        }

        List<Resume.Meanwhile> meanwhile() {
            return Asides.in(text.toString()).stream()
                    .map(each -> new Resume.Meanwhile(
                            each.period().from(), each.period().to(), each.text(), lineOf(each.at())))
                    .toList();
        }
    }

    ResumeReader(String text) {
        this.lines = text.isEmpty() ? new String[0] : text.split("\n", -1);
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
        var words = Blanks.trim(lines[i]);
        int indent = Blanks.indent(lines[i]);
        if (piece != null && piece.depth > 0 && closes(i, piece.depth)) {
            piece.add(words, i + 1);
            return;
        }
        var period = Period.at(words, 0);
        if (period.isPresent()) dated(period.get(), words, i + 1);
        else if (Asides.begins(words) && !(inSegment() && indent >= INSIDE)) begin(new Piece(null, words, i + 1));
        else if ((Period.bareDate(words) || Period.meantAsDated(words)) && !(piece != null && indent >= WRAPPED))
            unread(words, i + 1, true);
        else undated(words, indent, i);
    }

    private void dated(Period period, String words, int line) {
        closing = false;
        if (!period.sound()) unread(words, line, true);
        else begin(new Piece(period, words.substring(period.text()), line));
    }

    private void undated(String words, int indent, int i) {
        boolean last = afterGap && !entries().isEmpty() && !datedAfter(i);
        if (closing || (last && (piece == null || indent < WRAPPED))) {
            finish();
            closing = true;
            entries.add(new Resume.Closing(words, i + 1));
        } else if (piece != null && (inSegment() || piece.depth > 0)) piece.add(words, i + 1);
        else unread(words, i + 1, false);
    }

    private List<?> entries() {
        return piece == null ? entries : List.of(piece);
    }

    private boolean inSegment() {
        return piece != null && piece.period != null;
    }

    private boolean datedAfter(int i) {
        for (int next = i + 1; next < lines.length; next++) {
            var words = Blanks.trim(lines[next]);
            if (words.isEmpty()) continue;
            if (Period.at(words, 0).isPresent() || Asides.begins(words) || Period.bareDate(words)) return true;
        }
        return false;
    }

    /** Whether the open bracket is closed on this line or soon after, so that this line still belongs inside it. */
    private boolean closes(int i, int open) {
        int depth = open;
        for (int next = i; next < Math.min(lines.length, i + FARTHEST); next++) {
            var line = lines[next];
            for (int at = 0; at < line.length(); at++) {
                depth = Asides.depth(line.substring(at, at + 1), depth);
                if (depth == 0) return true;
            }
        }
        return false;
    }

    private void begin(Piece next) {
        finish();
        closing = false;
        piece = next;
    }

    private void unread(String words, int line, boolean dated) {
        finish();
        closing = false;
        entries.add(new Resume.Unread(words, line, dated));
    }

    private void finish() {
        if (piece == null) return;
        var text = Blanks.trim(piece.text.toString());
        var period = piece.period;
        if (period == null) entries.add(new Resume.Aside(text, piece.line, piece.meanwhile()));
        else entries.add(new Resume.Segment(period.from(), period.to(), text, piece.line, piece.meanwhile()));
        piece = null;
    }
}
