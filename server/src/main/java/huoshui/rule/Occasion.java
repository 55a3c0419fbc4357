package huoshui.rule;

import java.util.Optional;

/** On which occasion something is asked. 情形 */
public enum Occasion {
    STANDING("standing", "平时"),
    PROMOTION("promotion", "提拔任职"),
    FURTHER_USE("further-use", "进一步使用"),
    APPOINTMENT("appointment", "任职"),
    EXCEPTION("exception", "破格"),
    RANK_PROMOTION("rank-promotion", "晋升职级"),
    RANK_LOWERING("rank-lowering", "降低职级"),
    STEPPING_DOWN("stepping-down", "能上能下"),
    TRANSFER("transfer", "交流"),
    SECONDMENT("secondment", "挂职"),
    RECRUITMENT("recruitment", "遴选调任"),
    ASSESSMENT("assessment", "考核评优"),
    MEETING("meeting", "会议表决"),
    SELECTION_ROUND("selection-round", "推荐考察批次"),
    RANK_ROUND("rank-round", "职级晋升批次"),
    POOL_ENTRY("pool-entry", "入库"),
    STRUCTURE("structure", "职数与班子结构");

    private final String code;
    private final String word;

    Occasion(String code, String word) {
        this.code = code;
        this.word = word;
    }

    public static Optional<Occasion> of(String code) {
        for (var each : values()) if (each.code.equals(code)) return Optional.of(each);
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }
}
