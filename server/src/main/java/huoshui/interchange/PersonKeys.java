package huoshui.interchange;

import huoshui.interchange.form.Box;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.general.GeneralColumns;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By which names a person is told of: what a form says of them, and beyond it what forms, packages and rosters can say besides.
 * Every change and every problem names one of these. 人员字段
 */
final class PersonKeys {

    /** Names that the sheet of a form has, in its order. */
    private static final List<String> OF_SHEET = Arrays.stream(PersonSheet.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** What no sheet has: words of the form itself, then facts by kind. */
    private static final Map<String, String> FURTHER = new LinkedHashMap<>();

    private static final Map<String, String> OF_COLUMNS = Map.ofEntries(
            Map.entry("A0101", "name"),
            Map.entry("A0104", "sex"),
            Map.entry("A0107", "birth"),
            Map.entry("A0111A", "nativePlace"),
            Map.entry("A0114A", "birthPlace"),
            Map.entry("A0117", "ethnicity"),
            Map.entry("A0128", "health"),
            Map.entry("A0134", "workStarted"),
            Map.entry("A0140", "partyJoined"),
            Map.entry("A0144", "partyJoined"),
            Map.entry("A0141", "parties"),
            Map.entry("A3921", "parties"),
            Map.entry("A3927", "parties"),
            Map.entry("A0160", "standing"),
            Map.entry("A0163", "standing"),
            Map.entry("A0120", "standing"),
            Map.entry("A0121", "standing"),
            Map.entry("A2949", "standing"),
            Map.entry("A0165", "managed"),
            Map.entry("A0195", "custody"),
            Map.entry("A0180", "remark"),
            Map.entry("A0184", "idNumber"),
            Map.entry("A0187A", "expertise"),
            Map.entry("A0192", "currentPost"),
            Map.entry("A0192A", "currentPost"),
            Map.entry("A0192E", "rank"),
            Map.entry("A0192C", "rank"),
            Map.entry("A0196", "title"),
            Map.entry("A0221", "level"),
            Map.entry("A0288", "level"),
            Map.entry("A1701", "career"),
            Map.entry("A14Z101", "rewards"),
            Map.entry("A15Z101", "assessments"));

    private static final Map<String, String> OF_SETS = Map.ofEntries(
            Map.entry("A02", "currentPost"),
            Map.entry("A05", "level"),
            Map.entry("A06", "title"),
            Map.entry("A08", "education"),
            Map.entry("A11", "training"),
            Map.entry("A14", "reward"),
            Map.entry("A15", "annualGrade"),
            Map.entry("A17", "career"),
            Map.entry("A29", "entered"),
            Map.entry("A30", "departed"),
            Map.entry("A36", "family"),
            Map.entry("A37", "contact"),
            Map.entry("A57", "photo"),
            Map.entry("A61", "selectedGraduate"));

    static {
        for (var box : Box.values()) if (!OF_SHEET.contains(box.field())) FURTHER.putIfAbsent(box.field(), box.label());
        FURTHER.put("generation", "表样");
        FURTHER.put("postSince", "任现职时间");
        FURTHER.put("rank", "职级");
        FURTHER.put("level", "职务层次");
        FURTHER.put("secondment", "挂职");
        FURTHER.put("partTime", "兼职");
        FURTHER.put("standing", "人员状态");
        FURTHER.put("managed", "管理类别");
        FURTHER.put("custody", "档案管理单位");
        FURTHER.put("entered", "进入管理");
        FURTHER.put("departed", "退出管理");
        FURTHER.put("selectedGraduate", "选调生");
        FURTHER.put("overseas", "出国（境）");
        FURTHER.put("language", "语言");
        FURTHER.put("training", "培训");
        FURTHER.put("annualGrade", "年度考核");
        FURTHER.put("reward", "奖励");
        FURTHER.put("sanction", "处分");
        FURTHER.put("frontline", "一线服务");
        FURTHER.put("contact", "联系方式");
        FURTHER.put("cadre", "列为干部");
        FURTHER.put("talent", "人才入库");
        FURTHER.put("talentWork", "从业情况");
        FURTHER.put("achievement", "业绩成果");
        FURTHER.put("talentWish", "服务事项");
        FURTHER.put("attachment", "附件");
        FURTHER.put("remark", "备注");
        FURTHER.put("unplaced", "未归入栏目");
    }

    private static final Map<String, String> KINDS = Map.of(
            "id-number", "idNumber",
            "party", "partyJoined",
            "work-start", "workStarted",
            "study", "education",
            "post", "currentPost",
            "career-line", "career",
            "career-note", "career",
            "unread-line", "unread",
            "identity", "name");

    private PersonKeys() {}

    /** Names beyond the sheet. */
    static List<String> further() {
        return List.copyOf(FURTHER.keySet());
    }

    /** All of them. */
    static List<String> all() {
        var all = new ArrayList<>(OF_SHEET);
        all.addAll(FURTHER.keySet());
        return Collections.unmodifiableList(all);
    }

    /** Under which name facts of a kind are told. */
    static String of(String kind) {
        var known = KINDS.get(kind);
        if (known != null) return known;
        int dash = kind.indexOf('-');
        return dash < 0
                ? kind
                : kind.substring(0, dash) + Character.toUpperCase(kind.charAt(dash + 1)) + kind.substring(dash + 2);
    }

    /** Under which name a column of a package is told; a column no fact carries is one of those. */
    static String ofColumn(String set, String column) {
        if (set.equals(GeneralColumns.PEOPLE)) return OF_COLUMNS.getOrDefault(column, "unplaced");
        return OF_SETS.getOrDefault(set, set.startsWith("A") ? "unplaced" : "file");
    }

    /** 参加工作时间 */
    static String label(String key) {
        var label = FURTHER.get(key);
        if (label != null) return label;
        if (key.equals("education")) return "学历学位";
        if (key.equals("parties")) return "党派";
        if (key.equals("unread")) return "简历未识别行";
        for (var box : Box.values()) if (box.field().equals(key)) return box.label();
        return key;
    }
}
