package huoshui.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units as rows of B01. 单位信息集各行 */
final class CityRows {

    private CityRows() {}

    static Map<String, String> unit(CityUnit unit, int order) {
        var row = new LinkedHashMap<String, String>();
        var numbers = unit.establishment();
        put(row, "B0101", unit.name().full());
        put(row, "B0104", unit.name().printed());
        put(row, "B0114", unit.areaCode() + unit.code().substring(3));
        put(row, "B0111", unit.code());
        put(row, "B0117", unit.areaCode());
        put(row, "B0121", unit.parent());
        put(row, "B0124", affiliation(unit));
        put(row, "B0127", unit.levelCode());
        put(row, "B0131", unit.kindCode());
        put(row, "B0194", unit.legalPerson() ? "1" : "3");
        var heads = CityOrganization.headcount(unit);
        if (heads != null) {
            put(row, "B0227", number(heads.administrative()));
            put(row, "B0233", number(heads.institution()));
            put(row, "B0234", number(heads.other()));
        }
        put(row, "B0150", number(numbers.getOrDefault("内设正职", 0) + numbers.getOrDefault("内设副职", 0)));
        put(row, "B0183", number(numbers.get("正职")));
        put(row, "B0185", number(numbers.get("副职")));
        put(row, "SORTID", String.valueOf(order));
        return row;
    }

    /** 市 45, 市辖区 71, 县 73, 镇 81, 乡 82, 街道 83 (ZB87). */
    static String affiliation(CityUnit unit) {
        if (unit.county() == 0) return "41";
        var name = unit.name().printed();
        if (unit.kind().equals("乡镇街道")) return name.endsWith("街道") ? "83" : name.endsWith("镇") ? "81" : "82";
        return unit.areaCode().endsWith("02") ? "71" : "73";
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null || number == 0 ? null : String.valueOf(number);
    }

    private static void put(Map<String, String> row, String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) row.put(column, value);
    }
}
