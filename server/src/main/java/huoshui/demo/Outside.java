package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** Words for what people did where the city has no units of its own. 市外与体制外经历 */
final class Outside {

    private static final String[] COUNTIES = {"", "青屏区", "隆川县", "永昭县", "石梁县", "凤溪县"};
    private static final String[] CITIES = {"云泽市", "苍岩市", "镜湖市", "平陵市", "沧浪市"};
    private static final String[] PROVINCIAL = {"发展和改革委员会", "财政厅", "水利厅", "农业农村厅", "交通运输厅", "自然资源厅"};

    private Outside() {}

    static String county(int region) {
        return COUNTIES[region];
    }

    static String school(Dice dice, int region) {
        var county = region == 0 ? COUNTIES[1 + dice.below(5)] : COUNTIES[region];
        return county
                + dice.pick("第一中学教师", "第二中学教师、教研组长", "职业高级中学教师", "农业技术推广中心技术员", "水利工程管理站技术员", "乡镇卫生院医师", "林业工作站技术员");
    }

    static String company(Dice dice) {
        return dice.pick("澜江地区水泥厂技术员", "澜江糖业有限公司财务科会计", "澜江电力公司助理工程师", "澜江机械厂车间副主任", "澜江茶厂办公室秘书", "澜江建筑工程公司施工员");
    }

    static String village(Dice dice, int region) {
        return COUNTIES[Math.max(1, region)]
                + dice.pick("石坎村", "大营村", "新民社区", "田坝村", "箐脚村", "河边村")
                + dice.pick("党总支书记助理（大学生村官）", "村委会主任助理（大学生村官）", "扶贫专干（“三支一扶”）");
    }

    /** A career in the province or a neighbouring city that leads up to one level below. */
    static void career(Life life, int level, int until) {
        var dice = life.dice.fork("outside");
        boolean province = dice.chance(0.5);
        var place = province ? "岭川省" : dice.pick(CITIES);
        var office = province ? dice.pick(PROVINCIAL) : dice.pick("发展和改革委员会", "财政局", "交通运输局", "农业农村局");
        var steps = new ArrayList<String>();
        if (province)
            steps.addAll(List.of(
                    place + office + "科员",
                    place + office + "副主任科员",
                    place + office + "主任科员",
                    place + office + "规划处副处长",
                    place + office + "规划处处长",
                    place + office + "副厅长、党组成员"));
        else
            steps.addAll(List.of(
                    place + office + "科员",
                    place + office + "办公室副主任",
                    place + office + "办公室主任",
                    place + office + "副局长",
                    "中共" + place + "湖东县委书记",
                    place + "人民政府副市长"));
        int last = Math.max(1, Math.min(steps.size(), dice.chance(0.7) ? level : level + 1));
        int span = until - life.workStart;
        int from = life.workStart;
        for (int i = 0; i < last; i++) {
            int to = i == last - 1
                    ? until
                    : Math.min(
                            until - (last - i - 1) * 12, life.workStart + span * (i + 1) / last + dice.between(-6, 6));
            if (to <= from) to = from + 1;
            life.stints.add(Stint.elsewhere(steps.get(i), Math.min(i, level), from, to));
            life.rise(Math.min(i, level), from);
            from = to;
        }
    }
}
