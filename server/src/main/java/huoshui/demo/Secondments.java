package huoshui.demo;

import java.util.List;

/** Who was sent elsewhere for a while without leaving the post at home. 挂职锻炼 */
final class Secondments {

    private static final String[][] HOSTS = {
        {"岭川省发展和改革委员会农村经济处副处长", "中央、省级国家机关和发达地区挂职"},
        {"岭川省农业农村厅乡村产业处副处长", "中央、省级国家机关和发达地区挂职"},
        {"永昭县石桥镇党委副书记", "乡镇和村挂职"},
        {"凤溪县雪山镇副镇长", "乡镇和村挂职"},
        {"石梁县梁城镇大田社区第一书记", "乡镇和村挂职"},
        {"澜江市政务服务管理局审批协调科副科长", "营商环境部门和企业挂职"},
        {"澜江水务投资集团有限公司总经理助理", "营商环境部门和企业挂职"},
        {"澜江市委办公室综合科副科长", "市直单位挂职"},
        {"澜江市信访局接访科副科长", "市直单位挂职"}
    };

    private Secondments() {}

    static List<Cadre.Secondment> of(Life life, List<Career.Segment> segments, int end) {
        var dice = life.dice.fork("secondment");
        if (!dice.chance(life.entry == Life.Entry.SELECTED ? 0.4 : 0.14)) return List.of();
        for (var segment : segments) {
            int to = Math.min(segment.to(), end + 14);
            if (segment.stint().outside
                    || to - segment.from() < 20
                    || life.age(segment.from()) > 44
                    || segment.from() < Months.of(2000, 1)) continue;
            int from = segment.from() + dice.between(4, Math.max(4, Math.min(24, to - segment.from() - 14)));
            if (from > end) continue;
            int until = from + 12;
            var host = HOSTS[dice.below(HOSTS.length)];
            return List.of(new Cadre.Secondment(
                    "挂任" + host[0], null, host[1], Months.date(from), until > end ? null : Months.date(until)));
        }
        return List.of();
    }
}
