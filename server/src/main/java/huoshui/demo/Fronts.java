package huoshui.demo;

import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fronts and hard posts of the demo city, and who served there. 示例市的一线和吃劲岗位 */
final class Fronts {

    private static final double SHARE = 0.08;

    private Fronts() {}

    /** @param to null while it lasts */
    private record Front(
            String sort,
            String name,
            String task,
            PartialDate from,
            @Nullable PartialDate to,
            String assessor) {}

    private static final List<Front> ALL = List.of(
            new Front("重大斗争一线", "脱贫攻坚驻村工作队", "驻村第一书记", month(2018, 3), month(2020, 12), "市扶贫开发领导小组"),
            new Front("重大斗争一线", "疫情防控专班", "流调组、转运组工作", month(2020, 1), month(2022, 12), "市疫情防控指挥部"),
            new Front("重大斗争一线", "澜江流域抗洪抢险", "堤段包保", month(2023, 7), month(2023, 9), "市防汛抗旱指挥部"),
            new Front("重大斗争一线", "强边固防专班", "抵边联防", month(2021, 4), month(2022, 11), "市强边固防指挥部"),
            new Front("吃劲岗位", "信访积案化解专班", "包案化解", month(2023, 3), month(2024, 6), "市信访工作联席会议"),
            new Front("吃劲岗位", "国有企业改革专班", "清欠、职工安置", month(2022, 5), month(2024, 3), "市国资委党委"),
            new Front("吃劲岗位", "水网骨干工程征迁专班", "征地拆迁", month(2024, 2), null, "市重点项目建设指挥部"));

    private static PartialDate month(int year, int month) {
        return PartialDate.month(year, month);
    }

    /** What somebody did and when. 一段服务 */
    record Served(FrontlineService service, Span days) {}

    /** One in a dozen or so, who had worked for two years by then; of some nothing has been concluded yet. */
    static @Nullable Served of(Cadre cadre, Dice dice, LocalDate today) {
        if (!dice.chance(SHARE) || cadre.exit() != null) return null;
        var front = ALL.get((int) (dice.unit() * ALL.size()));
        boolean begun = !front.from.firstDay().isAfter(today);
        if (!begun || cadre.workStarted().firstDay().plusYears(2).isAfter(front.from.firstDay())) return null;
        boolean over = front.to != null && front.to.firstDay().isBefore(today);
        var showing = !over || dice.chance(0.15) ? null : dice.chance(0.35) ? "优秀" : dice.chance(0.8) ? "较好" : "一般";
        var service = new FrontlineService(
                front.sort,
                front.name,
                front.task,
                showing,
                showing == null ? null : front.assessor,
                showing == null ? null : front.name + "专项考核情况通报（示例）");
        return new Served(service, Span.between(front.from, over ? front.to : null));
    }
}
