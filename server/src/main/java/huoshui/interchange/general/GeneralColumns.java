package huoshui.interchange.general;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which columns each information set has, in the order they are written. 信息集栏目表 */
public final class GeneralColumns {

    /** The set that every package has, one row a person. 基本情况 */
    public static final String PEOPLE = "A01";

    /** The set of units. 单位基本情况 */
    public static final String UNITS = "B01";

    /** The column that ties every row of a person together. 人员主键 */
    public static final String KEY = "A0000";

    private static final Map<String, Map<String, GeneralColumn>> SETS = new LinkedHashMap<>();
    private static final Map<String, String> LABELS = new LinkedHashMap<>();
    private static final Map<String, List<String>> STANDARD = new LinkedHashMap<>();

    static {
        read();
        SETS.forEach((set, columns) -> STANDARD.put(set, standard(columns)));
    }

    private GeneralColumns() {}

    /** Sets of the standard package, in order: A01, A02 … A99Z1, B01. */
    public static List<String> standardSets() {
        return SETS.keySet().stream().filter(each -> !standard(each).isEmpty()).toList();
    }

    /** Every set known here, standard ones first. */
    public static List<String> sets() {
        return List.copyOf(SETS.keySet());
    }

    /** Columns that the standard package carries of this set, in order; empty for a set it does not carry. */
    public static List<String> standard(String set) {
        return STANDARD.getOrDefault(set, List.of());
    }

    /** Every column known of this set, standard ones first. */
    public static List<GeneralColumn> columns(String set) {
        return List.copyOf(SETS.getOrDefault(set, Map.of()).values());
    }

    public static Optional<GeneralColumn> find(String set, String column) {
        return Optional.ofNullable(SETS.getOrDefault(set, Map.of()).get(column));
    }

    /** 参加工作时间（A0134）, or the bare name of a column that is not known. */
    public static String called(String set, String column) {
        return find(set, column).map(GeneralColumn::called).orElse(column);
    }

    /** 基本情况（A01）, or the bare name of a set that is not known. */
    public static String called(String set) {
        var label = LABELS.getOrDefault(set, "");
        return label.isEmpty() ? set : label + "（" + set + "）";
    }

    private static List<String> standard(Map<String, GeneralColumn> columns) {
        return columns.values().stream()
                .filter(GeneralColumn::standard)
                .sorted(Comparator.comparingInt(GeneralColumn::order))
                .map(GeneralColumn::name)
                .toList();
    }

    private static void read() {
        var file = Objects.requireNonNull(GeneralColumns.class.getResourceAsStream("/general/columns.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(each -> !each.startsWith("#") && !each.startsWith("set,"))
                    .forEach(each -> keep(each.split(",", -1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void keep(String[] cells) {
        var set = cells[0];
        var columns = SETS.computeIfAbsent(set, name -> new LinkedHashMap<>());
        if (cells[1].isEmpty()) {
            LABELS.put(set, cells[5]);
            return;
        }
        var lists = new ArrayList<String>();
        for (var each : cells[4].split(" ", -1)) if (!each.isEmpty()) lists.add(each);
        columns.put(
                cells[1],
                new GeneralColumn(set, cells[1], number(cells[2]), number(cells[3]), List.copyOf(lists), cells[5]));
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
