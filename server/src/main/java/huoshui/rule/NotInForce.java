package huoshui.rule;

import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;

/** A clause was asked about on a day on which it was not in force. 条款当日未施行 */
public final class NotInForce extends Refusal {

    NotInForce(String code, List<Provision> editions, LocalDate day) {
        super(Sort.INPUT, "not-in-force", "未核查：%s 在 %s 没有施行。%s请换一个日期或条款。".formatted(code, day, spans(editions)));
    }

    private static String spans(List<Provision> editions) {
        var all = new StringBuilder();
        for (var each : editions)
            all.append("它自 %s 起施行%s。".formatted(each.from(), each.to() == null ? "" : "，至 " + each.to() + " 止"));
        return all.toString();
    }
}
