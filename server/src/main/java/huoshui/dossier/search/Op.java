package huoshui.dossier.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import huoshui.kernel.Refusal;

/** How a field is compared. 比较 */
public enum Op {
    IS("is"),
    IN("in"),
    AT_LEAST("atLeast"),
    AT_MOST("atMost"),
    BETWEEN("between"),
    HAS("has"),
    UNDER("under"),
    CONTAINS("contains"),
    KNOWN("known");

    private final String code;

    Op(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws Refusal {@code unknown-op} */
    @JsonCreator
    public static Op of(String code) {
        for (var each : values()) if (each.code.equals(code)) return each;
        throw Refusal.input("unknown-op", "未检索：没有“%s”这种比较方式。请从条件列表中选取。".formatted(code));
    }
}
