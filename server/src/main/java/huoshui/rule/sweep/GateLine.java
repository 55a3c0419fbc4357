package huoshui.rule.sweep;

import huoshui.dossier.search.Verdict;
import huoshui.rule.Effect;
import huoshui.rule.Finding;

/**
 * One clause of a gate, and where it leaves somebody. 一条关口意见
 *
 * <p>A clause that may not bar by itself, because its text is not checked or is the city's own arrangement, still keeps
 * somebody from being through: it is told as not met, and people decide.
 */
public record GateLine(Finding finding, GateHeap heap) {

    static GateLine of(Finding finding) {
        var clause = finding.provision();
        var verdict = finding.verdict();
        if (verdict == Verdict.UNKNOWN) return new GateLine(finding, GateHeap.UNKNOWN);
        boolean bars = clause.effect() == Effect.BARS;
        if (bars != (verdict == Verdict.MET)) return new GateLine(finding, GateHeap.THROUGH);
        return new GateLine(finding, bars && clause.status().blocks() ? GateHeap.BARRED : GateHeap.NOT_MET);
    }
}
