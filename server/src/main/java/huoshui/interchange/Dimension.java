package huoshui.interchange;

import static huoshui.dossier.search.Condition.test;
import static huoshui.org.fact.SeatCategory.SECTION_DEPUTY;
import static huoshui.org.fact.SeatCategory.SECTION_HEAD;

import huoshui.access.Sight;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.Sex;
import huoshui.org.Chart;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to take a list of people apart; each part is a condition that the people list answers too. 统计分组
 *
 * @param code stable name
 */
public record Dimension(String code, String title, String english, List<Part> parts) {

    /**
     * One part of it. 组
     *
     * @param spare left out of a table where it counts nobody
     */
    public record Part(String label, String english, Condition condition, boolean spare) {

        Part(String label, String english, Condition condition) {
            this(label, english, condition, false);
        }
    }

    private static final int[] AGES = {0, 31, 36, 41, 46, 51, 55, 60, 200};
    private static final int[] YOUNG = {0, 31, 36, 41, 200};
    private static final int[] AROUND_35 = {0, 31, 34, 35, 36, 37, 38};
    /** Of {@link SeatCategory}, in its order. */
    private static final List<String> SEATS = List.of(
            "Heads",
            "Deputies",
            "Chief specialists",
            "Stationed inspectors",
            "Other members",
            "Section heads",
            "Section deputies",
            "Not leading");

    private static final List<String> TEAM_BELOW_HEAD = Stream.of(SeatCategory.values())
            .filter(each -> each.sitsInTeam() && each != SeatCategory.HEAD)
            .map(SeatCategory::name)
            .toList();
    private static final int[] YEARS = {0, 3, 5, 8, 10, 200};

    /** @throws Refusal {@code unknown-dimension} */
    static Dimension of(String code, Chart chart, Sight sight, UnitSet set) {
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
            case "seat" ->
                new Dimension(
                        code,
                        "职数类别",
                        "Kind of seat",
                        with(
                                "seat",
                                Stream.of(SeatCategory.values())
                                        .map(each -> new Part(
                                                each.word(),
                                                SEATS.get(each.ordinal()),
                                                test("seat", Op.IS, each.name()),
                                                true))));
            case "section" -> new Dimension(code, "职务", "Post", List.of(seat(SECTION_HEAD), seat(SECTION_DEPUTY)));
            case "partyGovernment" ->
                new Dimension(
                        code,
                        "职务",
                        "Post",
                        List.of(
                                new Part("党委（党工委）书记", "Party secretary", test("principal", Op.IS, true)),
                                new Part("乡镇长、主任", "Government head", test("principal", Op.IS, false))));
            case "around35" ->
                new Dimension(
                        code,
                        "35 岁左右",
                        "Around 35",
                        ranges("age", AROUND_35, "岁", "").toList());
            case "young" -> new Dimension(code, "年龄", "Age", with("birth", ranges("age", YOUNG, "岁", "")));
            case "youngSeat" ->
                new Dimension(
                        code,
                        "其中 35 岁及以下",
                        "Of these 35 and under",
                        List.of(
                                new Part("正职", "Heads", young(test("seat", Op.IS, SeatCategory.HEAD.name()))),
                                new Part(
                                        "副职及其他班子成员",
                                        "Deputies and other members",
                                        young(test("seat", Op.IN, TEAM_BELOW_HEAD.toArray())))));
            case "youngSection" ->
                new Dimension(
                        code,
                        "其中 35 岁及以下",
                        "Of these 35 and under",
                        List.of(
                                new Part(
                                        "内设正职",
                                        "Section heads",
                                        young(seat(SECTION_HEAD).condition())),
                                new Part(
                                        "内设副职",
                                        "Section deputies",
                                        young(seat(SECTION_DEPUTY).condition()))));
            case "county" -> new Dimension(code, "县（市、区）", "County", counties(chart, sight, set));
            case "unit" -> new Dimension(code, "单位", "Unit", units(chart, sight, set));
            default -> throw Refusal.input("unknown-dimension", "未统计：没有“%s”这种分组。请从列表中选取。".formatted(code));
        };
    }

    static String english(SeatCategory category) {
        return SEATS.get(category.ordinal());
    }

    private static Part seat(SeatCategory category) {
        return new Part(category.word(), SEATS.get(category.ordinal()), test("seat", Op.IS, category.name()));
    }

    private static Condition young(Condition such) {
        return new Condition.All(List.of(test("age", Op.AT_MOST, 35), such));
    }

    /** Together with those who cannot be placed they are everybody, so that the rows add up. */
    private static List<Part> units(Chart chart, Sight sight, UnitSet set) {
        var partition = UnitPartition.of(chart, sight, set);
        boolean some = !set.kinds().isEmpty() || set.sector() != null;
        var parts = new ArrayList<Part>();
        partition
                .rows()
                .forEach(each -> parts.add(new Part(each.label(), each.label(), each.condition(), some || each.own())));
        parts.add(new Part("单位已撤销或不在册", "Unit ceased", partition.elsewhere(), true));
        parts.add(new Part("待核（未定单位）", "Unit not recorded", test("unit", Op.KNOWN, false), true));
        return List.copyOf(parts);
    }

    private static List<Part> counties(Chart chart, Sight sight, UnitSet set) {
        var all = chart.roots().stream()
                .flatMap(each -> chart.subtree(each.id()).stream())
                .filter(each -> each.is().kind() == UnitKind.COUNTY && sight.seesUnit(each.id()))
                .map(each ->
                        new Part(each.called(), each.called(), test("unit", Op.UNDER, each.id()), !set.everything()))
                .toList();
        var parts = new ArrayList<>(all);
        var known = test("unit", Op.KNOWN, true);
        parts.add(new Part(
                "不属县（市、区）",
                "In no county",
                all.isEmpty()
                        ? known
                        : new Condition.All(List.of(
                                known,
                                new Condition.Not(new Condition.Any(
                                        all.stream().map(Part::condition).toList())))),
                true));
        parts.add(new Part("待核（未定单位）", "Unit not recorded", test("unit", Op.KNOWN, false), true));
        return List.copyOf(parts);
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
            else if (from == to) parts.add(new Part(from + unit, from + english, test(field, Op.IS, from)));
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
