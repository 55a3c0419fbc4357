package huoshui.interchange.roster;

import huoshui.document.sheet.Cell;
import huoshui.document.sheet.Merge;
import huoshui.document.sheet.SheetFile;
import huoshui.document.sheet.SheetLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks a sheet over once: where its heading is, and what stands in each column. 表格概览 */
public final class Surveyor {

    private static final int LOOK = 40;
    private static final int DEEPEST = 30;
    private static final int TALLEST = 3;
    private static final int FEWEST = 2;
    private static final int SAMPLES = 4;
    private static final int LONGEST = 24;
    private static final Pattern FIRST = Pattern.compile("\\d{4}[.。]0[1-9]");
    private static final Pattern TEN = Pattern.compile("\\d{4}[.。]10");
    private static final Pattern ID = Pattern.compile("\\d{17}[\\dXx]");

    private final List<SheetLine> first = new ArrayList<>();
    private final Map<Integer, Column> columns = new TreeMap<>();
    private int lines;
    private int hidden;

    /** What is found in one column. */
    private static final class Column {
        private int filled;
        private int ambiguous;
        private int firsts;
        private int tens;
        private final List<String> samples = new ArrayList<>();
    }

    private Surveyor() {}

    public static SheetSurvey look(SheetFile file, int sheet) {
        var surveyor = new Surveyor();
        var tail = file.read(sheet, surveyor::take);
        return surveyor.survey(tail);
    }

    private void take(SheetLine line) {
        lines++;
        if (line.hidden()) hidden++;
        if (first.size() < LOOK) first.add(line);
        for (int i = 0; i < line.cells().size(); i++) {
            var cell = line.cells().get(i);
            if (!cell.blank()) count(columns.computeIfAbsent(i, any -> new Column()), cell);
        }
    }

    private static void count(Column column, Cell cell) {
        column.filled++;
        if (cell instanceof Cell.Day) return;
        var text = cell.text().strip();
        if (!perhaps(text)) return;
        var plain = RosterDate.plain(text);
        if (RosterDate.ONE.matcher(plain).matches()) column.ambiguous++;
        else if (FIRST.matcher(plain).matches()) column.firsts++;
        else if (TEN.matcher(plain).matches()) column.tens++;
    }

    /** Whether it is worth the cleaning: four digits and a point first, and not long. */
    private static boolean perhaps(String text) {
        if (text.length() < 6 || text.length() > LONGEST || ".．。".indexOf(text.charAt(4)) < 0) return false;
        for (int i = 0; i < 4; i++) if (!Character.isDigit(text.charAt(i))) return false;
        return true;
    }

    private record Head(int from, int to, int score) {}

    private SheetSurvey survey(SheetFile.Tail tail) {
        var grid = new Grid(first, tail.merges());
        Head best = null;
        for (int to = 0; to < Math.min(first.size(), DEEPEST); to++) {
            for (int from = to; from >= Math.max(0, to - TALLEST + 1); from--) {
                var head = new Head(from, to, score(grid, from, to));
                if (best == null || head.score > best.score) best = head;
            }
        }
        if (best == null || best.score < FEWEST * 3)
            return new SheetSurvey(
                    0, 0, lines, hidden, tail.merges().size(), tail.cutAfter(), headings(grid, -1, -1, tail));
        var head = best;
        int above = head.to + 1;
        int hiddenAbove =
                (int) first.subList(0, above).stream().filter(SheetLine::hidden).count();
        return new SheetSurvey(
                first.get(head.from).number(),
                first.get(head.to).number(),
                lines - above,
                hidden - hiddenAbove,
                tail.merges().size(),
                tail.cutAfter(),
                headings(grid, head.from, head.to, tail));
    }

    /** Each column once, three for a wording exactly known; fewer lines win. */
    private int score(Grid grid, int from, int to) {
        var exact = new HashSet<String>();
        var likely = new HashSet<String>();
        for (var column : columns.keySet()) {
            var text = grid.joined(from, to, column);
            if (text.isEmpty() || text.length() > 40) continue;
            var sure = Headings.exactly(text);
            if (sure.isPresent()) exact.add(sure.get());
            else Headings.probably(text).ifPresent(likely::add);
        }
        exact.remove("n");
        likely.removeAll(exact);
        return exact.size() * 3 + likely.size() - (to - from);
    }

    private List<SheetSurvey.Heading> headings(Grid grid, int from, int to, SheetFile.Tail tail) {
        var all = new ArrayList<SheetSurvey.Heading>();
        for (int i = to + 1; i < first.size(); i++) {
            for (var each : columns.entrySet()) {
                var samples = each.getValue().samples;
                var text = grid.text(i, each.getKey());
                if (samples.size() < SAMPLES && !text.isBlank())
                    samples.add(text.length() > 60 ? text.substring(0, 60) + "…" : text);
            }
        }
        columns.forEach((place, column) -> {
            var text = from < 0 ? "" : grid.joined(from, to, place);
            var sure = text.isEmpty() ? Optional.<String>empty() : Headings.exactly(text);
            var guess = sure.or(() -> text.isEmpty() ? Optional.empty() : Headings.probably(text))
                    .or(() -> Optional.ofNullable(content(column)));
            all.add(new SheetSurvey.Heading(
                    place,
                    text,
                    tail.hiddenColumns().contains(place),
                    guess.orElse(null),
                    sure.isPresent(),
                    column.filled,
                    column.ambiguous,
                    column.firsts,
                    column.tens,
                    List.copyOf(column.samples)));
        });
        return all;
    }

    /** What can only be one thing, whatever it is called. */
    private static @Nullable String content(Column column) {
        if (column.samples.size() < 2) return null;
        if (column.samples.stream().allMatch(each -> ID.matcher(each.strip()).matches())) return "idNumber";
        return column.samples.stream()
                        .allMatch(
                                each -> each.strip().equals("男") || each.strip().equals("女"))
                ? "sex"
                : null;
    }

    /** The first lines, merged cells filled in. */
    private static final class Grid {

        private final List<SheetLine> lines;
        private final Map<Long, String> filled = new HashMap<>();

        Grid(List<SheetLine> lines, List<Merge> merges) {
            this.lines = lines;
            var places = new HashMap<Integer, Integer>();
            for (int i = 0; i < lines.size(); i++) places.put(lines.get(i).number(), i);
            for (var merge : merges) {
                var at = places.get(merge.firstRow());
                if (at == null) continue;
                var text = lines.get(at).cell(merge.firstColumn()).text();
                int columns = Math.min(merge.lastColumn() - merge.firstColumn(), 512);
                for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), merge.firstRow() + LOOK); row++) {
                    var place = places.get(row);
                    if (place == null) continue;
                    for (int i = 0; i <= columns; i++) filled.put(key(place, merge.firstColumn() + i), text);
                }
            }
        }

        private static long key(int line, int column) {
            return (long) line << 32 | column;
        }

        String text(int line, int column) {
            var text = lines.get(line).cell(column).text().strip();
            return text.isEmpty() ? filled.getOrDefault(key(line, column), "").strip() : text;
        }

        String joined(int from, int to, int column) {
            var all = new StringBuilder();
            String before = "";
            for (int i = from; i <= to; i++) {
                var text = text(i, column).replaceAll("\\s+", "");
                if (text.isEmpty() || text.equals(before)) continue;
                all.append(text);
                before = text;
            }
            return all.toString();
        }
    }
}
