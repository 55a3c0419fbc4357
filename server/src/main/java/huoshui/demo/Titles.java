package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** Professional titles of technicians, teachers and doctors (GB/T 8561). 专业技术职务 */
final class Titles {

    private Titles() {}

    static List<Cadre.TitleHeld> of(Life life, int end) {
        var dice = life.dice.fork("titles");
        var ladder = switch (life.trade) {
            case SCHOOL -> List.of("054 二级教师", "053 一级教师", "052 高级教师");
            case HOSPITAL -> List.of("234 医师", "233 主治医师", "232 副主任医师", "231 主任医师");
            case INSTITUTE, COMPANY -> List.of("084 助理工程师", "083 工程师", "082 高级工程师");
            default ->
                dice.chance(0.12)
                        ? dice.chance(0.5)
                                ? List.of("084 助理工程师", "083 工程师", "082 高级工程师")
                                : List.of("124 助理会计师", "123 会计师", "122 高级会计师")
                        : List.<String>of();
        };
        var held = new ArrayList<Cadre.TitleHeld>();
        int at = life.workStart + 12;
        for (var each : ladder) {
            if (at >= Math.min(life.left, end) || held.size() == 2 && dice.chance(0.4)) break;
            held.add(new Cadre.TitleHeld(
                    each.substring(0, 3),
                    each.substring(4),
                    Months.date(Months.of(Months.year(at), 12)),
                    "岭川省职称评审委员会"));
            at += 60 + dice.between(0, 24);
        }
        if (!held.isEmpty() && Months.of(held.getLast().from().firstDay()) > end) held.removeLast();
        return held;
    }
}
