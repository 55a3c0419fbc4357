package huoshui.kernel.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The level of a leading post, highest first. 职务层次
 *
 * <p>公务员法 第十八条; code list ZB09 (GB/T 14946.2). Written {@code 0131}, {@code 1A31} or {@code 013101}; all are one
 * level here. The first ten are leading levels; {@link #PROBATIONER} and {@link #OTHER} stand outside the order.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum LeadershipLevel {
    NATIONAL_CHIEF("01", "国家级正职", "正国级"),
    NATIONAL_DEPUTY("02", "国家级副职", "副国级"),
    MINISTERIAL_CHIEF("11", "省部级正职", "正省级", "正部级", "正省部级", "省级正职", "部级正职", "正部", "正省"),
    MINISTERIAL_DEPUTY("12", "省部级副职", "副省级", "副部级", "副省部级", "省级副职", "部级副职", "副部", "副省"),
    BUREAU_CHIEF("21", "厅局级正职", "正厅级", "正厅局级", "厅级正职", "正地厅级", "地厅级正职", "正厅"),
    BUREAU_DEPUTY("22", "厅局级副职", "副厅级", "副厅局级", "厅级副职", "副地厅级", "地厅级副职", "副厅"),
    DIVISION_CHIEF("31", "县处级正职", "正处级", "正县级", "正县处级", "正处县级", "处级正职", "县级正职", "正处", "正县"),
    DIVISION_DEPUTY("32", "县处级副职", "副处级", "副县级", "副县处级", "副处县级", "处级副职", "县级副职", "副处", "副县"),
    SECTION_CHIEF("41", "乡科级正职", "正科级", "正乡级", "正乡科级", "正科乡级", "科级正职", "乡级正职", "正科", "正乡"),
    SECTION_DEPUTY("42", "乡科级副职", "副科级", "副乡级", "副乡科级", "副科乡级", "科级副职", "乡级副职", "副科", "副乡"),
    STAFF("50", "科员", "科员级"),
    CLERK("60", "办事员", "办事员级"),
    PROBATIONER("98", "试用期人员", "试用期", "试用期公务员"),
    OTHER("99", "其他");

    private static final Pattern CODE = Pattern.compile("(?:01|1A)(\\d{2})(?:\\d{2})?");
    private static final Map<String, LeadershipLevel> BY_WORD = new HashMap<>();

    static {
        for (var each : values()) {
            BY_WORD.put(each.name, each);
            each.otherNames.forEach(other -> BY_WORD.put(other, each));
        }
    }

    private final String digits;
    private final String name;
    private final List<String> otherNames;

    LeadershipLevel(String digits, String name, String... otherNames) {
        this.digits = digits;
        this.name = name;
        this.otherNames = List.of(otherNames);
    }

    /** From a code or a name; 正局级 stays unread, since a 局 is of another level in a ministry than in a city. */
    public static Optional<LeadershipLevel> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var plain = Spelling.plain(text).replaceAll("[()/、]", "");
        var code = CODE.matcher(plain);
        if (!code.matches()) return Optional.ofNullable(BY_WORD.get(plain));
        for (var each : values()) {
            if (each.digits.equals(code.group(1))) return Optional.of(each);
        }
        return Optional.empty();
    }

    /** As ZB09 prints it: {@code 0131}. */
    public String code() {
        return "01" + digits;
    }

    /** The other form in use: {@code 1A31}. */
    public String databaseCode() {
        return "1A" + digits;
    }

    /** 县处级正职. */
    public String title() {
        return name;
    }

    /** Whether a leading post bears this level. 领导职务层次 */
    public boolean leading() {
        return compareTo(SECTION_DEPUTY) <= 0;
    }

    /** Whether this level has a place in the order at all. */
    public boolean ordered() {
        return compareTo(CLERK) <= 0;
    }

    /** Whether this level is the other or above it; never for a level outside the order. */
    public boolean atLeast(LeadershipLevel other) {
        return ordered() && other.ordered() && compareTo(other) <= 0;
    }

    public boolean above(LeadershipLevel other) {
        return this != other && atLeast(other);
    }
}
