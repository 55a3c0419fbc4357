package huoshui.interchange.general;

import huoshui.kernel.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of a person beyond what our facts would write: columns no fact carries, values spelled another way,
 * columns left blank; each with the print of the row it belongs beside, so that it goes back there and nowhere else. 余栏
 *
 * @param whole of each set of many rows, a print of all its rows: while it is the same, nobody has touched the set
 */
public record Leftovers(List<Left> columns, Map<String, String> whole) {

    /** Sets of one row a person: a column no fact carries belongs in that row, whatever else it says. */
    private static final List<String> SINGLE_ROW = List.of("A01", "A29", "A30", "A37", "A61");

    /** Columns that follow from other rows or from the day; given back only while the whole set is untouched. */
    private static final Set<String> FOLLOWING =
            Set.of("A0831", "A0832", "A0834", "A0835", "A0838", "A0839", "A0255", "A0524");

    /** Keys of units and posts are each house's own: a foreign one is given back only where we know no such unit. */
    private static final Set<String> KEYS = Set.of("A0195", "A0201B", "SEAT");

    /** A row from which no fact came stands alone. */
    private static final String ALONE = "";

    /**
     * One value.
     *
     * @param value empty for a column that we would write and the package left blank
     * @param beside print of the row it belongs to; empty for a row of its own; null where any row of that set will do
     */
    public record Left(
            String set,
            int row,
            String column,
            String value,
            @Nullable String beside) {}

    public Leftovers {
        columns = List.copyOf(columns);
        whole = Map.copyOf(whole);
    }

    public boolean none() {
        return columns.isEmpty();
    }

    static Leftovers of(GeneralPerson person, GeneralReading reading, LocalDate asof, UnitKeys units) {
        var all = new Finding(person, reading, asof, units);
        person.sets().forEach(all::set);
        return all.done();
    }

    /** One person on the way. */
    private static final class Finding {

        private final GeneralPerson person;
        private final Map<String, Map<Integer, List<SheetFact>>> facts;
        private final Map<String, Set<String>> unplaced = new HashMap<>();
        private final GeneralPerson written;
        private final LocalDate asof;
        private final UnitKeys units;
        private final List<Left> columns = new ArrayList<>();
        private final Map<String, String> whole = new TreeMap<>();

        Finding(GeneralPerson person, GeneralReading reading, LocalDate asof, UnitKeys units) {
            this.person = person;
            this.asof = asof;
            this.units = units;
            facts = reading.facts().stream()
                    .collect(Collectors.groupingBy(SheetFact::set, Collectors.groupingBy(SheetFact::row)));
            reading.unplaced()
                    .forEach(each -> unplaced.computeIfAbsent(
                                    each.set() + "/" + each.row(), any -> new java.util.HashSet<>())
                            .add(each.column()));
            written = GeneralSheet.write(person.a0000(), reading.facts(), asof, units);
        }

        void set(String set, List<Map<String, String>> rows) {
            if (SINGLE_ROW.contains(set) && rows.size() == 1) single(set, rows.getFirst());
            else if (facts.containsKey(set)) many(set, rows);
            else for (int i = 0; i < rows.size(); i++) unplaced(set, i + 1, rows.get(i), null);
        }

        private void single(String set, Map<String, String> row) {
            unplaced(set, 1, row, null);
            var ours = written.rows(set);
            if (ours.size() == 1) differing(set, 1, row, ours.getFirst(), print(ours.getFirst()));
        }

        private void many(String set, List<Map<String, String>> rows) {
            var open = new ArrayList<>(written.rows(set));
            var twins = new HashMap<String, Integer>();
            var prints = new ArrayList<String>();
            for (int i = 0; i < rows.size(); i++) {
                var print = alone(set, i + 1);
                int place = twins.merge(print, 1, Integer::sum);
                var ours = claim(open, print);
                if (ours.isEmpty()) {
                    unplaced(set, print.equals(ALONE) ? i + 1 : place, rows.get(i), ALONE);
                    continue;
                }
                prints.add(print);
                unplaced(set, place, rows.get(i), i + 1, print);
                differing(set, place, rows.get(i), ours.get(), print);
            }
            whole.put(set, print(prints));
        }

        /** The print of what the facts of this row alone would write. */
        private String alone(String set, int row) {
            var mine = facts.getOrDefault(set, Map.of()).getOrDefault(row, List.of());
            if (mine.isEmpty()) return ALONE;
            var rows = GeneralSheet.rows(set, new SheetWriting(person.a0000(), mine, asof, units));
            return rows.isEmpty() ? ALONE : print(rows.getFirst());
        }

        private void unplaced(String set, int row, Map<String, String> values, @Nullable String beside) {
            unplaced(set, row, values, row, beside);
        }

        private void unplaced(String set, int row, Map<String, String> values, int from, @Nullable String beside) {
            var mine = unplaced.getOrDefault(set + "/" + from, Set.of());
            values.forEach((column, value) -> {
                if (mine.contains(column)) columns.add(new Left(set, row, column, value, beside));
            });
        }

        private void differing(String set, int row, Map<String, String> said, Map<String, String> ours, String print) {
            var mine = columns.stream()
                    .filter(each -> each.set().equals(set) && each.row() == row)
                    .map(Left::column)
                    .collect(Collectors.toSet());
            said.forEach((column, value) -> {
                if (column.equals(GeneralColumns.KEY) || KEYS.contains(column) || mine.contains(column)) return;
                if (!value.isBlank() && !value.equals(ours.get(column)))
                    columns.add(new Left(set, row, column, value, print));
            });
            ours.keySet().forEach(column -> {
                if (KEYS.contains(column) || !said.getOrDefault(column, "").isBlank()) return;
                if (!column.equals(GeneralColumns.KEY)) columns.add(new Left(set, row, column, "", print));
            });
        }

        Leftovers done() {
            columns.sort(Comparator.comparing(Left::set)
                    .thenComparing(each -> each.beside() == null ? "" : each.beside())
                    .thenComparing(Left::row)
                    .thenComparing(Left::column));
            return new Leftovers(columns, columns.isEmpty() ? Map.of() : whole);
        }
    }

    private static Optional<Map<String, String>> claim(List<Map<String, String>> open, String print) {
        for (int i = 0; i < open.size(); i++) if (print(open.get(i)).equals(print)) return Optional.of(open.remove(i));
        return Optional.empty();
    }

    /** What a row says of itself, without keys and what follows from other rows. */
    private static String print(Map<String, String> row) {
        var text = new StringBuilder();
        new TreeMap<>(row).forEach((column, value) -> {
            if (column.equals(GeneralColumns.KEY) || KEYS.contains(column) || FOLLOWING.contains(column)) return;
            text.append(column).append('=').append(value).append('\n');
        });
        return digest(text.toString());
    }

    private static String print(List<String> rows) {
        return digest(String.join("\n", rows.stream().sorted().toList()));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sm3.of(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
    }

    /** Gives everything back to a person as our facts now write it. */
    public GeneralPerson back(GeneralPerson person, UnitKeys units) {
        var sets = new LinkedHashMap<>(person.sets());
        columns.stream()
                .collect(Collectors.groupingBy(Left::set, LinkedHashMap::new, Collectors.toList()))
                .forEach((set, mine) -> {
                    var rows = back(set, person, mine, units);
                    if (!rows.isEmpty()) sets.put(set, rows);
                });
        return new GeneralPerson(person.a0000(), sets);
    }

    private List<Map<String, String>> back(String set, GeneralPerson person, List<Left> mine, UnitKeys units) {
        var rows = person.rows(set);
        var prints = rows.stream().map(Leftovers::print).toList();
        boolean untouched = !whole.containsKey(set) || print(prints).equals(whole.get(set));
        var byPlace = mine.stream()
                .collect(Collectors.groupingBy(
                        each -> each.beside() + "/" + each.row(), LinkedHashMap::new, Collectors.toList()));
        var twins = new HashMap<String, Integer>();
        var all = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new LinkedHashMap<>(rows.get(i));
            var place = prints.get(i) + "/" + twins.merge(prints.get(i), 1, Integer::sum);
            byPlace.getOrDefault(place, List.of()).forEach(each -> put(row, each, untouched, units));
            if (SINGLE_ROW.contains(set) && rows.size() == 1)
                byPlace.getOrDefault("null/1", List.of()).forEach(each -> row.putIfAbsent(each.column(), each.value()));
            all.add(row);
        }
        all.addAll(own(person.a0000(), rows.isEmpty(), mine));
        return all;
    }

    private static void put(Map<String, String> row, Left left, boolean untouched, UnitKeys units) {
        if (FOLLOWING.contains(left.column()) && !untouched) return;
        if (KEYS.contains(left.column()) && units.unit(left.value()).isPresent()) return;
        if (left.value().isEmpty()) row.remove(left.column());
        else if (!KEYS.contains(left.column())) row.put(left.column(), left.value());
        else row.putIfAbsent(left.column(), left.value());
    }

    /** Rows no fact came from, and those of sets that we carry nothing of. */
    private static List<Map<String, String>> own(String key, boolean none, List<Left> mine) {
        var own = new TreeMap<Integer, Map<String, String>>();
        for (var each : mine) {
            boolean alone = ALONE.equals(each.beside()) || none && each.beside() == null;
            if (alone)
                own.computeIfAbsent(each.row(), any -> new LinkedHashMap<>(Map.of(GeneralColumns.KEY, key)))
                        .put(each.column(), each.value());
        }
        return List.copyOf(own.values());
    }
}
