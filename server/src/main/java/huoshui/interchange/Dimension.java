package huoshui.interchange;

import static huoshui.dossier.search.Condition.test;

import huoshui.access.Signed;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Op;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.Sex;
import huoshui.org.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to take a list of people apart; each part is a condition that the people list answers too. 统计分组
 *
 * @param code stable name
 */
public record Dimension(String code, String title, String english, List<Part> parts) {

    /** One part of it. 组 */
    public record Part(String label, String english, Condition condition) {}

    private static final int[] AGES = {0, 31, 36, 41, 46, 51, 55, 60, 200};
    private static final int[] YEARS = {0, 3, 5, 8, 10, 200};

    /** @throws Refusal {@code unknown-dimension} */
    static Dimension of(String code, Chart chart, Signed who) {
        return switch (code) {
            case "level" ->
                new Dimension(
                        code,
                        "职务层次",
                        "Level",
                        with(
                                "level",
                                Stream.of(LeadershipLevel.values())
                                        .filter(each -> each.ordered() && each.atLeast(LeadershipLevel.STAFF))
                                        .filter(LeadershipLevel.BUREAU_CHIEF::atLeast)
                                        .map(each -> part(each.title(), test("level", Op.IS, each.code())))));
            case "rank" ->
                new Dimension(
                        code,
                        "职级",
                        "Rank",
                        with(
                                "rank",
                                Stream.of(Rank.values())
                                        .map(each -> part(each.title(), test("rank", Op.IS, each.code())))));
            case "sex" ->
                new Dimension(
                        code,
                        "性别",
                        "Sex",
                        with(
                                "sex",
                                Stream.of(
                                        new Part("男", "Men", test("sex", Op.IS, Sex.MALE.code())),
                                        new Part("女", "Women", test("sex", Op.IS, Sex.FEMALE.code())))));
            case "age" -> new Dimension(code, "年龄", "Age", with("birth", ranges("age", AGES, "岁", "")));
            case "tenure" ->
                new Dimension(
                        code, "任现职年限", "Years in post", with("postSince", ranges("yearsInPost", YEARS, "年", "y")));
            case "ethnicity" ->
                new Dimension(
                        code,
                        "民族",
                        "Ethnicity",
                        with(
                                "ethnicity",
                                Stream.of(
                                        new Part("汉族", "Han", test("minority", Op.IS, false)),
                                        new Part("少数民族", "Minorities", test("minority", Op.IS, true)))));
            case "party" ->
                new Dimension(
                        code,
                        "政治面貌",
                        "Political status",
                        with(
                                "party",
                                Stream.of(
                                        new Part("中共党员", "Party members", test("communist", Op.IS, true)),
                                        new Part(
                                                "民主党派",
                                                "Democratic parties",
                                                test("party", Op.IN, "04", "05", "06", "07", "08", "09", "10", "11")),
                                        new Part("无党派", "No party", test("party", Op.IS, "12")),
                                        new Part("群众及其他", "Others", test("party", Op.IN, "03", "13")))));
            case "fulltime" -> new Dimension(code, "全日制学历", "Full-time education", schooling(code));
            case "inservice" -> new Dimension(code, "在职学历", "In-service education", schooling(code));
            case "degree" -> new Dimension(code, "最高学位", "Highest degree", degrees(code));
            case "fulltimeDegree" -> new Dimension(code, "全日制学位", "Full-time degree", degrees(code));
            case "source" ->
                new Dimension(
                        code,
                        "战线",
                        "Sector",
                        with(
                                "source",
                                Stream.of(
                                        new Part("县区", "Counties", test("source", Op.IS, "COUNTY")),
                                        new Part("市直", "City bodies", test("source", Op.IS, "CITY")),
                                        new Part("企事业与高校", "Institutions", test("source", Op.IS, "INSTITUTION")))));
            case "category" ->
                new Dimension(
                        code,
                        "管理类别",
                        "Managed by",
                        with(
                                "category",
                                Stream.of(ManagementCode.values())
                                        .map(each -> part(each.brief(), test("category", Op.IS, each.code())))));
            case "unit" ->
                new Dimension(
                        code,
                        "单位",
                        "Unit",
                        chart.roots().stream()
                                .flatMap(root -> {
                                    var below = chart.children(root.id());
                                    return below.isEmpty() ? Stream.of(root) : below.stream();
                                })
                                .filter(each -> who.sight().seesUnit(each.id()))
                                .map(each -> part(each.called(), test("unit", Op.UNDER, each.id())))
                                .toList());
            default -> throw Refusal.input("unknown-dimension", "未统计：没有“%s”这种分组。请从列表中选取。".formatted(code));
        };
    }

    private static Part part(String label, Condition condition) {
        return new Part(label, label, condition);
    }

    /** Silence is a part of its own, so that what is missing shows. */
    private static List<Part> with(String silent, Stream<Part> parts) {
        var all = new ArrayList<>(parts.toList());
        all.add(new Part("待核", "Not recorded", test(silent, Op.KNOWN, false)));
        return List.copyOf(all);
    }

    private static Stream<Part> ranges(String field, int[] bounds, String unit, String english) {
        var parts = new ArrayList<Part>();
        boolean years = field.equals("yearsInPost");
        for (int i = 0; i + 1 < bounds.length; i++) {
            int from = bounds[i];
            int to = bounds[i + 1] - 1;
            if (from == 0)
                parts.add(new Part(
                        years ? "不满 " + (to + 1) + unit : to + unit + "及以下",
                        "≤ " + to + english,
                        test(field, Op.AT_MOST, to)));
            else if (to > 100)
                parts.add(new Part(from + unit + "及以上", "≥ " + from + english, test(field, Op.AT_LEAST, from)));
            else
                parts.add(
                        new Part(from + "–" + to + unit, from + "–" + to + english, test(field, Op.BETWEEN, from, to)));
        }
        return parts.stream();
    }

    private static List<Part> schooling(String field) {
        return List.of(
                new Part("研究生", "Postgraduate", test(field, Op.IS, EducationLevel.POSTGRADUATE.name())),
                new Part(
                        "大学",
                        "Undergraduate",
                        test(
                                field,
                                Op.BETWEEN,
                                EducationLevel.UNDERGRADUATE.name(),
                                EducationLevel.ORDINARY_CLASS.name())),
                new Part("大专", "College", test(field, Op.IS, EducationLevel.JUNIOR_COLLEGE.name())),
                new Part(
                        "中专及以下",
                        "Below",
                        test(
                                field,
                                Op.BETWEEN,
                                EducationLevel.SECONDARY_SPECIALIZED.name(),
                                EducationLevel.PRIMARY.name())),
                new Part("无或待核", "None or not recorded", test(field, Op.KNOWN, false)));
    }

    private static List<Part> degrees(String field) {
        return List.of(
                new Part("博士", "Doctor", test(field, Op.IS, Degree.DOCTOR.name())),
                new Part("硕士", "Master", test(field, Op.IS, Degree.MASTER.name())),
                new Part("学士", "Bachelor", test(field, Op.IS, Degree.BACHELOR.name())),
                new Part("无或待核", "None or not recorded", test(field, Op.KNOWN, false)));
    }
}
