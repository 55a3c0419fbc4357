package huoshui.kernel.code;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose cadre someone is: the Party committee level that manages. 管理类别 (ZB130) */
public enum ManagementCode {
    CENTRAL("01", "中央管理干部", "中管"),
    PROVINCIAL("02", "省级党委管理干部", "省管"),
    CITY("03", "市级党委管理干部", "市管"),
    COUNTY("04", "县级党委管理干部", "县管"),
    OTHER("09", "其他", "其他");

    private final String code;
    private final String title;
    private final String brief;

    ManagementCode(String code, String title, String brief) {
        this.code = code;
        this.title = title;
        this.brief = brief;
    }

    /** From a national code, a name, or 省管 and 省管干部. Codes that cities add (10, 11, 18, 19) stay unread here. */
    public static Optional<ManagementCode> read(@Nullable String text) {
        return read(text, Map.of());
    }

    /**
     * The same, where a city tells what its own codes mean.
     *
     * @param local the city's codes as they are written, each with its meaning
     */
    public static Optional<ManagementCode> read(@Nullable String text, Map<String, ManagementCode> local) {
        if (text == null) return Optional.empty();
        var plain = Spelling.plain(text);
        var own = local.get(plain);
        if (own != null) return Optional.of(own);
        for (var each : values()) {
            if (plain.equals(each.code) || plain.equals(each.title) || plain.equals(each.brief))
                return Optional.of(each);
            if (each != OTHER && plain.equals(each.brief + "干部")) return Optional.of(each);
        }
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** 省管, 市管, 县管. */
    public String brief() {
        return brief;
    }
}
