package huoshui.interchange.general;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as a row of B01 tells it; codes are kept as they came. 通用格式中的单位
 *
 * @param key 机构内部编码 B0111, by which posts and lower units name it
 * @param code 机构编码（对外） B0114
 * @param region 所在政区 B0117 (ZB01)
 * @param parent key of the unit above: B0121, else what stands before the last dot of the key
 * @param affiliation 隶属关系 B0124 (ZB87)
 * @param level 机构级别 B0127 (ZB03)
 * @param kind 机构类别 B0131 (ZB04)
 * @param legal 法人单位标识 B0194: 1 法人单位, 2 内设机构, 3 机构分组
 * @param numbers establishment numbers by column: B0183 正职领导职数, B0185 副职领导职数, B0227 行政编制数 …
 * @param rest every other column, as it came
 */
public record GeneralUnit(
        String key,
        String name,
        @Nullable String shortName,
        @Nullable String code,
        @Nullable String region,
        @Nullable String parent,
        @Nullable String affiliation,
        @Nullable String level,
        @Nullable String kind,
        @Nullable String legal,
        @Nullable String remark,
        SortedMap<String, Integer> numbers,
        Map<String, String> rest) {

    private static final List<String> NUMBERS = List.of(
            "B0150", "B0183", "B0185", "B0190", "B0191A", "B0227", "B0232", "B0233", "B0234", "B0235", "B0236", "B0246",
            "B0247", "B0248", "B0249");
    private static final Set<String> TEXTS =
            Set.of("B0111", "B0101", "B0104", "B0114", "B0117", "B0121", "B0124", "B0127", "B0131", "B0194", "B0180");

    public GeneralUnit {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }

    /** Reads a row; key and name are empty texts where the row has none, which reading the package told as errors. */
    public static GeneralUnit of(Map<String, String> row) {
        var numbers = new TreeMap<String, Integer>();
        var rest = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (NUMBERS.contains(column) && value.strip().matches("\\d{1,6}"))
                numbers.put(column, Integer.valueOf(value.strip()));
            else if (!TEXTS.contains(column)) rest.put(column, value);
        });
        var key = text(row, "B0111");
        var name = text(row, "B0101");
        return new GeneralUnit(
                key == null ? "" : key,
                name == null ? "" : name,
                text(row, "B0104"),
                text(row, "B0114"),
                text(row, "B0117"),
                parent(row, key),
                text(row, "B0124"),
                text(row, "B0127"),
                text(row, "B0131"),
                text(row, "B0194"),
                text(row, "B0180"),
                numbers,
                rest);
    }

    /** Columns of numbers in which something else stands, which no number could be read from. */
    public Map<String, String> unreadNumbers() {
        var unread = new LinkedHashMap<String, String>();
        rest.forEach((column, value) -> {
            if (NUMBERS.contains(column) && !value.isBlank()) unread.put(column, value.strip());
        });
        return unread;
    }

    private static @Nullable String parent(Map<String, String> row, @Nullable String key) {
        var told = text(row, "B0121");
        if (told != null || key == null || key.lastIndexOf('.') < 0) return told;
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static @Nullable String text(Map<String, String> row, String column) {
        return GeneralPerson.value(row, column).orElse(null);
    }

    /** As a row of B01. */
    public Map<String, String> row() {
        var row = new LinkedHashMap<String, String>();
        put(row, "B0101", name);
        put(row, "B0104", shortName);
        put(row, "B0114", code);
        put(row, "B0111", key);
        put(row, "B0117", region);
        put(row, "B0121", parent);
        put(row, "B0124", affiliation);
        put(row, "B0127", level);
        put(row, "B0131", kind);
        put(row, "B0194", legal);
        put(row, "B0180", remark);
        numbers.forEach((column, number) -> row.put(column, number.toString()));
        row.putAll(rest);
        return row;
    }

    private static void put(Map<String, String> row, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) row.put(column, value);
    }
}
