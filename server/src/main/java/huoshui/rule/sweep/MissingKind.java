package huoshui.rule.sweep;

import huoshui.rule.Gap;
import java.util.List;
import java.util.Map;

/** Which chapter of a dossier is to be filled so that something can be told. 所缺事实的种类 */
public enum MissingKind {
    BASIC("基本信息"),
    WORK_START("参加工作时间"),
    PARTY("政治面貌"),
    EDUCATION("学历学位"),
    POST("任职"),
    LEVEL("职务层次"),
    RANK("职级"),
    GRADE("年度考核"),
    TRAINING("培训"),
    REWARD("奖励"),
    FRONTLINE("一线和吃劲岗位服务"),
    SANCTION("处分与组织措施"),
    FAMILY("家庭成员"),
    OTHER("其他"),
    CONCLUSION("组织结论");

    private static final List<Map.Entry<String, MissingKind>> SAID = List.of(
            Map.entry("年度考核", GRADE),
            Map.entry("处分", SANCTION),
            Map.entry("影响期", SANCTION),
            Map.entry("履历", POST),
            Map.entry("单位", POST),
            Map.entry("职位", POST),
            Map.entry("职级", RANK),
            Map.entry("职务层次", LEVEL),
            Map.entry("任现职", POST),
            Map.entry("任职", POST),
            Map.entry("职务", POST),
            Map.entry("出生", BASIC),
            Map.entry("成长地", BASIC),
            Map.entry("民族", BASIC),
            Map.entry("参加工作", WORK_START),
            Map.entry("政治面貌", PARTY),
            Map.entry("入党", PARTY),
            Map.entry("学历", EDUCATION),
            Map.entry("学位", EDUCATION),
            Map.entry("培训", TRAINING),
            Map.entry("奖励", REWARD),
            Map.entry("亲属", FAMILY),
            Map.entry("家庭", FAMILY));
    private static final Map<String, MissingKind> ABOUT = Map.ofEntries(
            Map.entry("sanction", SANCTION),
            Map.entry("org-measure", SANCTION),
            Map.entry("influence", SANCTION),
            Map.entry("reward", REWARD),
            Map.entry("frontline", FRONTLINE),
            Map.entry("training", TRAINING),
            Map.entry("family", FAMILY),
            Map.entry("kin-in-line", FAMILY),
            Map.entry("kin-leads-unit", FAMILY),
            Map.entry("sex", BASIC),
            Map.entry("age", BASIC),
            Map.entry("post", POST),
            Map.entry("secondment", POST),
            Map.entry("category", BASIC),
            Map.entry("education", EDUCATION),
            Map.entry("fulltime-education", EDUCATION),
            Map.entry("degree", EDUCATION),
            Map.entry("party", PARTY));

    private final String word;

    MissingKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** By what could not be read, else by the words that say what would settle it. */
    static MissingKind of(Gap gap) {
        if (gap.conclusion() != null) return CONCLUSION;
        var known = ABOUT.get(gap.about());
        if (known != null) return known;
        for (var each : SAID) if (gap.what().contains(each.getKey())) return each.getValue();
        return OTHER;
    }
}
