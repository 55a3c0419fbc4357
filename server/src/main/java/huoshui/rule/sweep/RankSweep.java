package huoshui.rule.sweep;

import huoshui.kernel.AsOf;
import huoshui.kernel.code.Rank;
import huoshui.rule.Provision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may rise to which rank, at both clocks. 职级晋升普查
 *
 * @param people everybody asked about, in order
 * @param withheld clauses this account does not read; where one of them may stand in the way nobody is clear
 */
public record RankSweep(AsOf at, List<Swept> people, List<Provision> clauses, List<Provision> withheld) {

    /** How many of each heap rise to each rank; under null those whose next rank is not known or who have none. */
    public Map<@Nullable Rank, Map<RankHeap, Integer>> counts() {
        var all = new java.util.LinkedHashMap<@Nullable Rank, Map<RankHeap, Integer>>();
        for (var rank : Rank.values()) all.put(rank, new EnumMap<>(RankHeap.class));
        for (var each : people)
            all.computeIfAbsent(each.target(), any -> new EnumMap<>(RankHeap.class))
                    .merge(each.heap(), 1, Integer::sum);
        return all;
    }

    public int count(Predicate<Swept> which) {
        return (int) people.stream().filter(which).count();
    }
}
