package huoshui.access;

import java.util.Optional;

/** At which level a cadre is managed. 管理类别（ZB130） */
public enum ManagementCategory {
    PROVINCE("02", "省管"),
    CITY("03", "市管"),
    COUNTY("04", "县管"),
    OTHER("09", "其他");

    private final String code;
    private final String word;

    ManagementCategory(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /** Code of ZB130. */
    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** Empty for a code this city has no use for; such a category counts as unknown. */
    public static Optional<ManagementCategory> of(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) return Optional.of(each);
        }
        return Optional.empty();
    }

    int bit() {
        return 1 << ordinal();
    }
}
