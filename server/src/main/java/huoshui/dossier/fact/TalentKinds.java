package huoshui.dossier.fact;

import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.kernel.Chapter;
import java.util.Map;
import java.util.Set;

/** What is kept of a talent who is no cadre, which is narrower than of a cadre. 人才所存事实种类 */
public final class TalentKinds {

    /** The ground itself. */
    public static final String LISTED = "talent";

    /** The decision that somebody is a cadre from now on. */
    public static final String CADRE = "cadre";

    /** Where the dossier of a talent who is no cadre is read. */
    public static final Set<Chapter> CHAPTERS = Set.of(Chapter.BASIC, Chapter.EDUCATION, Chapter.TALENT);

    /** What was done to the record itself; it says nothing of the person. */
    private static final Set<String> OF_THE_RECORD = Set.of("cancelled", "corrected", "merged-into");

    private static final Set<String> OF_THE_PERSON = Set.of(
            "identity",
            "id-number",
            "title",
            "expertise",
            "language",
            "contact",
            "photo",
            "study",
            "talent-work",
            "achievement",
            "talent-wish");

    /** Words of the kinds kept of cadres alone, for telling what was refused. */
    private static final Map<String, String> OF_CADRES = Map.ofEntries(
            Map.entry("party", "政治面貌"),
            Map.entry("work-start", "参加工作时间"),
            Map.entry("health", "健康状况"),
            Map.entry("remark", "备注"),
            Map.entry("standing", "人员类别与编制"),
            Map.entry("managed", "管理类别"),
            Map.entry("custody", "管档单位"),
            Map.entry("entered", "进入"),
            Map.entry("departed", "退出"),
            Map.entry("selected-graduate", "选调生"),
            Map.entry("overseas", "海外经历"),
            Map.entry("part-time", "社会兼职"),
            Map.entry("post", "任职"),
            Map.entry("rank", "职级"),
            Map.entry("level", "职务层次"),
            Map.entry("secondment", "挂职"),
            Map.entry("career-line", "简历"),
            Map.entry("career-note", "简历"),
            Map.entry("unread-line", "简历"),
            Map.entry("training", "培训"),
            Map.entry("annual-grade", "年度考核"),
            Map.entry("reward", "奖励（干部）"),
            Map.entry("assessed", "政治素质测评"),
            Map.entry("frontline", "一线服务"),
            Map.entry("sanction", "处分"),
            Map.entry("org-measure", "组织措施"),
            Map.entry("conclusion", "组织结论"),
            Map.entry("family", "家庭成员"),
            Map.entry("attachment", "这一章的附件"),
            Map.entry("printed", "任免表文字"),
            Map.entry("form-draft", "任免表"),
            Map.entry("unplaced", "通用格式余项"));

    private TalentKinds() {}

    /** Whether a line of this kind may stand in the dossier of a talent who is no cadre. */
    public static boolean kept(String kind) {
        return kind.equals(LISTED) || kind.equals(CADRE) || OF_THE_PERSON.contains(kind) || ofTheRecord(kind);
    }

    /** The same of this very body: of printed words those about a title or a study, of papers those read in a talent's chapters. */
    public static boolean kept(String kind, FactBody body) {
        return switch (body) {
            case PrintedText is -> is.box() == Box.TITLE || is.box().chapter() == Chapter.EDUCATION;
            case Attached is -> CHAPTERS.contains(is.chapter());
            default -> kept(kind);
        };
    }

    /** Whether it says something of the person and rests on the ground. */
    public static boolean rests(String kind) {
        return !kind.equals(LISTED) && !kind.equals(CADRE) && !ofTheRecord(kind);
    }

    public static boolean ofTheRecord(String kind) {
        return OF_THE_RECORD.contains(kind);
    }

    /** What people call a kind that is kept of cadres alone. */
    public static String word(String kind) {
        return OF_CADRES.getOrDefault(kind, kind);
    }
}
