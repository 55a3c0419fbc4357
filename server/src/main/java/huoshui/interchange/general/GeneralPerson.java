package huoshui.interchange.general;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a package says about one person, untouched. 通用格式包中的一人
 *
 * @param a0000 key of the person within the package 人员主键
 * @param sets set → its rows in file order → column → value as written; sets and columns that are not known are here too
 */
public record GeneralPerson(String a0000, Map<String, List<Map<String, String>>> sets) {

    public GeneralPerson {
        var copy = new LinkedHashMap<String, List<Map<String, String>>>();
        sets.forEach((set, rows) -> copy.put(
                set,
                rows.stream()
                        .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                        .toList()));
        sets = Collections.unmodifiableMap(copy);
    }

    /** Rows of this set, in file order. */
    public List<Map<String, String>> rows(String set) {
        return sets.getOrDefault(set, List.of());
    }

    /** The value of a column in the first row of a set, without blanks around it; empty when blank. */
    public Optional<String> value(String set, String column) {
        return rows(set).stream().findFirst().flatMap(row -> value(row, column));
    }

    /** The value of a column, without blanks around it; empty when absent or blank. */
    public static Optional<String> value(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(String::strip).filter(each -> !each.isEmpty());
    }

    /** 姓名 A0101; empty text when the package gives none. */
    public String name() {
        return value(GeneralColumns.PEOPLE, "A0101").orElse("");
    }
}
