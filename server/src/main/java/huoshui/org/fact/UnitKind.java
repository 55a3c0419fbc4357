package huoshui.org.fact;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sort of organization a unit is. 机构种类（与 ZB04 对应） */
public enum UnitKind {
    CITY("市", "1"),
    PARTY_ORGAN("党委部门", "32"),
    GOVERNMENT_ORGAN("政府部门", "34"),
    CONGRESS("人大", "33"),
    CONSULTATIVE("政协", "35"),
    DISCIPLINE("纪委监委", "31"),
    JUDICIAL("法检", "1006"),
    MASS_ORGANIZATION("群团", "39"),
    COUNTY("县（市、区）", "1"),
    TOWNSHIP("乡镇街道", "3480"),
    INSTITUTION("事业单位", "4"),
    ENTERPRISE("国企", "5001"),
    COLLEGE("高校", "42"),
    OTHER("其他", "F");

    /** The longest fitting beginning of a ZB04 code decides. */
    private static final Map<String, UnitKind> BY_PREFIX = Map.ofEntries(
            Map.entry("1", OTHER),
            Map.entry("1001", PARTY_ORGAN),
            Map.entry("1002", DISCIPLINE),
            Map.entry("1003", CONGRESS),
            Map.entry("1004", GOVERNMENT_ORGAN),
            Map.entry("1005", CONSULTATIVE),
            Map.entry("1006", JUDICIAL),
            Map.entry("1007", JUDICIAL),
            Map.entry("2", PARTY_ORGAN),
            Map.entry("3", GOVERNMENT_ORGAN),
            Map.entry("31", DISCIPLINE),
            Map.entry("32", PARTY_ORGAN),
            Map.entry("33", CONGRESS),
            Map.entry("34", GOVERNMENT_ORGAN),
            Map.entry("35", CONSULTATIVE),
            Map.entry("38", MASS_ORGANIZATION),
            Map.entry("39", MASS_ORGANIZATION),
            Map.entry("3A", CONSULTATIVE),
            Map.entry("4", INSTITUTION),
            Map.entry("5", ENTERPRISE),
            Map.entry("6", MASS_ORGANIZATION));

    private final String word;
    private final String category;

    UnitKind(String word, String category) {
        this.word = word;
        this.category = category;
    }

    public String word() {
        return word;
    }

    /** The ZB04 code written for such a unit when it came without one. */
    public String category() {
        return category;
    }

    /** By word, brackets of either width, or by name. */
    public static Optional<UnitKind> of(@Nullable String text) {
        if (text == null) return Optional.empty();
        var plain = text.replace('(', '（').replace(')', '）');
        for (var each : values()) {
            if (each.word.equals(plain) || each.name().equals(text)) return Optional.of(each);
        }
        return Optional.empty();
    }

    /**
     * By ZB04 code and name: the code list has no township, county or college of its own, so those are told by what the
     * name ends in.
     */
    public static UnitKind of(@Nullable String category, String name) {
        if (name.matches(".*(学院|大学)") && !name.endsWith("法学院") && !name.endsWith("中学")) return COLLEGE;
        if (name.matches(".*(县|[^市辖]区)") && name.length() <= 8) return COUNTY;
        if (name.matches(".*(镇|乡|街道)(人民政府|党委|办事处)?")) return TOWNSHIP;
        if (category == null) return OTHER;
        for (int length = category.length(); length > 0; length--) {
            var found = BY_PREFIX.get(category.substring(0, length));
            if (found != null) return found;
        }
        return OTHER;
    }
}
