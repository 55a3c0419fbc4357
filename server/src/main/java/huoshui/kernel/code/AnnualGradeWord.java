package huoshui.kernel.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conclusion of a year's assessment, as civil servants (称职) or institution staff (合格) are told it. 年度考核结论
 *
 * <p>Code list ZB18 with the codes cities add (2B, 3B, 4B, 7).
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum AnnualGradeWord {
    OUTSTANDING("1", "优秀"),
    COMPETENT("2", "称职"),
    QUALIFIED("2B", "合格"),
    BASICALLY_COMPETENT("3", "基本称职"),
    BASICALLY_QUALIFIED("3B", "基本合格"),
    INCOMPETENT("4", "不称职"),
    UNQUALIFIED("4B", "不合格"),
    UNDETERMINED("5", "不定等次", "不确定等次", "未定等次"),
    NOT_ASSESSED("6", "不进行考核", "未考核", "不参加考核", "未参加考核"),
    OTHER("7", "其他");

    private static final Map<String, AnnualGradeWord> BY_WORD = new HashMap<>();

    static {
        for (var each : values()) {
            BY_WORD.put(each.code, each);
            BY_WORD.put(each.title, each);
            each.otherNames.forEach(other -> BY_WORD.put(other, each));
        }
    }

    private final String code;
    private final String title;
    private final List<String> otherNames;

    AnnualGradeWord(String code, String title, String... otherNames) {
        this.code = code;
        this.title = title;
        this.otherNames = List.of(otherNames);
    }

    /** From a code or a name; 5A–5C and 6A–6B, which tell the ground, are 5 and 6 here. */
    public static Optional<AnnualGradeWord> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var plain = Spelling.plain(text);
        var listed = Codes.list("ZB18").named(plain).map(Code::code).orElse(plain);
        return Optional.ofNullable(BY_WORD.get(listed.replaceFirst("^([56])[A-C]$", "$1")));
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** The same conclusion in a civil servant's words: 合格 is 称职. */
    public AnnualGradeWord asCivilServant() {
        return switch (this) {
            case QUALIFIED -> COMPETENT;
            case BASICALLY_QUALIFIED -> BASICALLY_COMPETENT;
            case UNQUALIFIED -> INCOMPETENT;
            default -> this;
        };
    }

    /** Whether the year counts as 称职（合格）or better. */
    public boolean competent() {
        return this == OUTSTANDING || this == COMPETENT || this == QUALIFIED;
    }
}
