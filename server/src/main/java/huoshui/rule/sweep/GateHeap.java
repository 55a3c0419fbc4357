package huoshui.rule.sweep;

import huoshui.dossier.search.Verdict;
import java.util.Collection;

/** Where somebody stands before a gate; what bars comes first, and only what is known to be right is through. 过关口的各类 */
public enum GateHeap {
    BARRED("不得"),
    NOT_MET("不符合"),
    UNKNOWN("待核"),
    THROUGH("符合");

    private final String word;

    GateHeap(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * @param belongs whether the gate is for this one at all
     * @param blind whether a clause of the gate was kept back from whoever asks
     */
    static GateHeap of(Verdict belongs, Collection<GateLine> lines, boolean blind) {
        var heap = blind ? UNKNOWN : THROUGH;
        if (belongs == Verdict.UNKNOWN) heap = UNKNOWN;
        if (belongs == Verdict.NOT_MET) heap = NOT_MET;
        for (var each : lines) if (each.heap().compareTo(heap) < 0) heap = each.heap();
        return heap;
    }
}
