package huoshui.rule;

import java.util.Locale;
import java.util.Optional;

/** What an influence period stands in the way of. 影响期所禁 */
public enum Blocked {
    PROMOTION("提拔"),
    FURTHER_USE("进一步使用"),
    APPOINTMENT("安排职务"),
    RANK_PROMOTION("晋升职级"),
    HIGHER_LEVEL("任高于原层次职务"),
    SAME_LEVEL("任与原职相当职务"),
    MERIT("评优评先"),
    REWARD("奖励"),
    JOIN_PARTY("重新入党");

    private final String word;

    Blocked(String word) {
        this.word = word;
    }

    static Optional<Blocked> of(String code) {
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
