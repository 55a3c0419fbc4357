package huoshui.org.fact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At which level a post stands, highest first. 职务层次（ZB09） */
public enum PostLevel {
    NATION("1A01", "国家级正职"),
    NATION_DEPUTY("1A02", "国家级副职"),
    PROVINCE("1A11", "省部级正职"),
    PROVINCE_DEPUTY("1A12", "省部级副职"),
    BUREAU("1A21", "厅局级正职"),
    BUREAU_DEPUTY("1A22", "厅局级副职"),
    COUNTY("1A31", "县处级正职"),
    COUNTY_DEPUTY("1A32", "县处级副职"),
    TOWNSHIP("1A41", "乡科级正职"),
    TOWNSHIP_DEPUTY("1A42", "乡科级副职"),
    STAFF("1A50", "科员"),
    CLERK("1A60", "办事员");

    private final String code;
    private final String word;

    PostLevel(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /** Code of ZB09, in the form of the database. */
    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** By code (of the database or the four-digit form 0131) or by word. */
    public static Optional<PostLevel> of(@Nullable String text) {
        if (text == null) return Optional.empty();
        var wanted = text.matches("01\\d\\d") ? "1A" + text.substring(2) : text;
        for (var each : values()) {
            if (each.code.equals(wanted) || each.word.equals(wanted)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
