package huoshui.interchange;

import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.kernel.PartialDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The box 奖惩情况: rewards and sanctions in order, 无 when there are none. 奖惩栏 */
final class Honours {

    private Honours() {}

    static String text(List<Held> held) {
        var lines = held.stream()
                .filter(each -> each.body() instanceof Reward || each.body() instanceof Sanction)
                .sorted(Comparator.comparing(each -> each.valid().from()))
                .map(Honours::line)
                .collect(joining("\n"));
        return lines.isEmpty() ? "无" : lines;
    }

    private static String line(Held held) {
        return switch (held.body()) {
            case Reward reward -> line(held.valid().firstDate(), reward.authority(), reward.name());
            case Sanction sanction -> line(held.valid().firstDate(), sanction.authority(), sanction.name());
            default -> throw new IllegalArgumentException(held.toString());
        };
    }

    private static String line(@Nullable PartialDate date, @Nullable String authority, String name) {
        var day = date == null ? "" : date.printed() + "，";
        return day + (authority == null ? "" : "经" + authority + "批准，") + name + "；";
    }
}
