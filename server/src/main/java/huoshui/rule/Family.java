package huoshui.rule;

import java.util.Locale;
import java.util.Optional;

/** What sort of thing opened an influence period. 影响期来源 */
public enum Family {
    PARTY_DISCIPLINE("党纪处分"),
    GOVERNMENT_SANCTION("政务处分"),
    ADMONISHMENT("诫勉"),
    TREATMENT("组织处理"),
    ACCOUNTABILITY("问责"),
    ASSESSMENT("考核");

    private final String word;

    Family(String word) {
        this.word = word;
    }

    static Optional<Family> of(String code) {
        for (var each : values()) if (each.code().equals(code)) return Optional.of(each);
        return Optional.empty();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String word() {
        return word;
    }
}
