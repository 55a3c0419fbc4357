package huoshui.org.fact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At which level a unit stands. 机构级别（ZB03） */
public enum UnitLevel {
    NATION("101", "国家级正职"),
    NATION_DEPUTY("102", "国家级副职"),
    MINISTRY("103A", "部级"),
    MINISTRY_DEPUTY("103B", "副部级"),
    PROVINCE("104A", "省级"),
    PROVINCE_DEPUTY("104B", "副省级"),
    BUREAU("105", "正厅级"),
    BUREAU_DEPUTY("106", "副厅级"),
    COUNTY("107", "正县级"),
    COUNTY_DEPUTY("108", "副县级"),
    TOWNSHIP("109", "正科级"),
    TOWNSHIP_DEPUTY("110", "副科级"),
    SECTION("111", "股级"),
    OTHER("999", "其他");

    private final String code;
    private final String word;

    UnitLevel(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /** Code of ZB03. */
    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** By code or by word. */
    public static Optional<UnitLevel> of(@Nullable String text) {
        for (var each : values()) {
            if (each.code.equals(text) || each.word.equals(text)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
