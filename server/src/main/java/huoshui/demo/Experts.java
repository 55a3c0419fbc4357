package huoshui.demo;

import huoshui.dossier.Talents.Entering;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWish;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Talents of the demo city who are no cadres, of every category; one has taken consent back. 示例市的人才 */
final class Experts {

    private static final int FEWEST = 24;
    private static final int MOST = 60;

    /**
     * What people of one category do, and who recommends them.
     *
     * @param works where they work, made from the name of the unit that recommends them
     */
    private record Trade(
            String category,
            int share,
            List<String> occupations,
            List<String> fields,
            List<String> titles,
            List<String> achievements,
            Predicate<CityUnit> recommends,
            UnaryOperator<String> works) {}

    private static final List<Trade> TRADES = List.of(
            new Trade(
                    "2",
                    18,
                    List.of("内科主任医师", "骨科副主任医师", "主管护师"),
                    List.of("心血管内科", "创伤骨科", "重症护理"),
                    List.of("主任医师", "副主任医师"),
                    List.of("奖项：示例省科学技术进步奖三等奖", "项目：示例市级科技计划项目"),
                    unit -> unit.name().printed().endsWith("医院"),
                    unit -> unit),
            new Trade(
                    "2",
                    12,
                    List.of("正高级讲师", "副教授", "实训中心主任"),
                    List.of("职业教育", "民族语言文学", "机电技术"),
                    List.of("正高级讲师", "副教授"),
                    List.of("论著：示例教材（参编）", "荣誉：示例市优秀教师"),
                    unit -> unit.name().printed().matches(".*(学院|大学|中学|学校)"),
                    unit -> unit),
            new Trade(
                    "2",
                    12,
                    List.of("高级工程师", "水利设计师", "高级农艺师"),
                    List.of("水利水电工程", "作物育种", "生态环境监测"),
                    List.of("高级工程师", "高级农艺师"),
                    List.of("专利：示例实用新型专利", "论著：示例技术规程（参编）"),
                    unit -> unit.name().printed().matches(".*(设计|科学|研究|农业|水利).*(院|所|中心|站)"),
                    unit -> unit),
            new Trade(
                    "1",
                    16,
                    List.of("财务总监", "运营总监", "研发中心主任"),
                    List.of("企业管理", "资本运作", "绿色食品加工", "现代物流"),
                    List.of("高级经济师", "高级会计师"),
                    List.of("荣誉：示例市优秀企业经营者", "项目：示例产业园招商项目"),
                    unit -> unit.kind().equals("国企"),
                    unit -> unit),
            new Trade(
                    "3",
                    18,
                    List.of("电工高级技师", "焊工技师", "机电设备维修高级技师"),
                    List.of("电力运行", "焊接", "设备维修"),
                    List.of("高级技师", "技师"),
                    List.of("荣誉：示例市技术能手", "奖项：示例市职业技能大赛一等奖"),
                    unit -> unit.kind().equals("国企"),
                    unit -> unit),
            new Trade(
                    "4",
                    16,
                    List.of("理事长", "咖啡种植能手", "非遗工艺传承人"),
                    List.of("咖啡种植", "肉牛养殖", "乡村旅游", "民族刺绣"),
                    List.of(),
                    List.of("荣誉：示例县致富带头人", "成果：示例带动农户项目"),
                    unit -> unit.kind().equals("乡镇街道"),
                    unit -> unit.replaceAll("(党委|人民政府)$", "") + "示例专业合作社"),
            new Trade(
                    "5",
                    8,
                    List.of("负责人", "社区社会工作者"),
                    List.of("社区服务", "青少年社会工作"),
                    List.of("社会工作师"),
                    List.of("项目：示例社区服务项目"),
                    unit -> unit.name().printed().endsWith("民政局"),
                    unit -> "示例社会工作服务中心"));

    private final Dice dice;
    private final LocalDate today;
    private final Names names = new Names();
    private final List<CityUnit> units;
    private final Map<String, UUID> ids;

    /** @param ids of the units that were loaded, by their codes */
    Experts(long seed, City city, Map<String, UUID> ids) {
        this.dice = new Dice(seed).fork("experts");
        this.today = city.today();
        this.units = city.units().stream()
                .filter(each -> each.abolished() == null && ids.containsKey(each.code()))
                .toList();
        this.ids = ids;
    }

    /**
     * Somebody to be entered, and what is recorded of them then.
     *
     * @param withdrawn when their consent was taken back; null where it stands
     */
    record Expert(
            Entering entering, List<Said> said, @Nullable LocalDate withdrawn) {}

    /** One more fact and its days. */
    record Said(FactBody body, Span days) {}

    static int among(int people) {
        return Math.clamp(people / 60, FEWEST, MOST);
    }

    List<Expert> some(int count) {
        var all = new ArrayList<Expert>(count);
        for (int i = 0; i < count; i++) all.add(one(dice.fork(i), i));
        return all;
    }

    private Expert one(Dice own, int i) {
        var trade =
                TRADES.get(own.weighted(TRADES.stream().mapToInt(Trade::share).toArray()));
        boolean male = own.chance(0.55);
        int born = today.getYear() - own.between(28, 58);
        var name = names.surname(own) + names.given(own, male, born);
        var birth = PartialDate.month(born, own.between(1, 12));
        var month = today.minusMonths(own.between(2, 40)).withDayOfMonth(own.between(1, 28));
        var consented = PartialDate.day(month);
        boolean consent = own.chance(0.8);
        var recommender = recommender(trade, own);
        var listed = new TalentListed(
                trade.category,
                recommender == null ? null : ids.get(recommender.code()),
                recommender == null ? "市人才工作领导小组成员单位（示例）" : null,
                consent ? TalentListed.CONSENT : "2",
                consent ? "本人签署的入库同意书（示例）" : "市高层次人才认定文件（示例）",
                consent ? consented : null);
        var work = new TalentWork(
                recommender == null
                        ? "示例单位"
                        : trade.works.apply(recommender.name().printed()),
                own.pick(trade.occupations),
                own.pick(trade.fields));
        var entering = new Entering(
                new Identity(name, male ? "男" : "女", birth, "汉族", null, null, null),
                null,
                listed,
                work,
                Span.since(consented),
                "人才入库登记表（示例）",
                true);
        return new Expert(entering, said(trade, own, born), i == 0 ? today.minusDays(20) : null);
    }

    private @Nullable CityUnit recommender(Trade trade, Dice own) {
        var may = units.stream().filter(trade.recommends).toList();
        return may.isEmpty() ? null : own.pick(may);
    }

    private List<Said> said(Trade trade, Dice own, int born) {
        var said = new ArrayList<Said>();
        var study = own.pick("大学", "大学", "研究生", "大专");
        said.add(new Said(
                new Study(
                        "fulltime",
                        study,
                        null,
                        null,
                        null,
                        "示例大学",
                        null,
                        own.pick(trade.fields),
                        null,
                        null,
                        null,
                        null),
                Span.between(PartialDate.month(born + 19, 9), PartialDate.month(born + 23, 7))));
        if (!trade.titles.isEmpty())
            said.add(new Said(
                    new ProfessionalTitle(own.pick(trade.titles), null, null, null, null),
                    Span.since(PartialDate.year(Math.min(born + 33, today.getYear() - 1)))));
        for (int i = own.between(1, 2); i > 0; i--) {
            var parts = own.pick(trade.achievements).split("：", 2);
            int year = today.getYear() - own.between(1, 6);
            said.add(new Said(
                    new Achievement(parts[0], parts[1] + "（" + year + "）", null, null, null),
                    Span.since(PartialDate.year(year))));
        }
        if (own.chance(0.4))
            said.add(new Said(
                    new TalentWish(own.pick("子女入学", "住房", "项目申报"), "希望协调解决（示例）", "市人才服务中心（示例）", null),
                    Span.since(PartialDate.month(today.getYear(), Math.max(1, today.getMonthValue() - 1)))));
        return said;
    }
}
