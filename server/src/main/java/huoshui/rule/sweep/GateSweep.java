package huoshui.rule.sweep;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Line;
import huoshui.dossier.fact.FactKinds;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.rule.Finding;
import huoshui.rule.Gate;
import huoshui.rule.Provision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets through a gate, and whom it stops by what. 过关口
 *
 * @param withheld clauses of the gate this account does not read; where there is one nobody is through
 */
public record GateSweep(AsOf at, Gate gate, List<Passing> people, List<Provision> withheld) {

    /**
     * One before the gate.
     *
     * @param gate whether it is virtue that stops this one 德的关口
     */
    public record Passing(Card person, GateHeap heap, boolean gate) {}

    /**
     * What every clause says of one, what bars first.
     *
     * @param belongs words about whether the gate is for this one; null where it is, or is for everybody
     * @param missing what would settle that
     * @param proofs the facts that lines and findings rest on
     */
    public record Detail(
            Passing passing,
            @Nullable String belongs,
            List<String> missing,
            List<GateLine> lines,
            List<Finding> beside,
            Map<UUID, Proof> proofs) {}

    /**
     * A fact somebody stands there by.
     *
     * @param since its first day, as far as it is known
     */
    public record Proof(
            UUID fact,
            String kind,
            Chapter chapter,
            @Nullable PartialDate since) {

        static Proof of(Line line) {
            return new Proof(
                    line.id(),
                    line.kind(),
                    line.body()
                            .ownChapter()
                            .orElseGet(() -> FactKinds.ALL.of(line.body()).chapter()),
                    line.valid().firstDate());
        }
    }

    public Map<GateHeap, Integer> counts() {
        var all = new EnumMap<GateHeap, Integer>(GateHeap.class);
        for (var each : GateHeap.values()) all.put(each, 0);
        people.forEach(each -> all.merge(each.heap(), 1, Integer::sum));
        return all;
    }
}
