package huoshui.rule.sweep;

import huoshui.rule.Effect;
import huoshui.rule.Finding;
import huoshui.rule.Gap;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import java.util.List;

/** Where somebody stands before a promotion in rank, best first; nothing but findings decides it. 晋升普查的各类 */
public enum RankHeap {
    CLEAR("可晋升"),
    /** All that dates and facts can say is fulfilled. */
    AWAITING("只待结论"),
    LATER("未到"),
    UNKNOWN("待核"),
    LACKING("欠缺"),
    BARRED("不得"),
    OUTSIDE("不在此列");

    private final String word;

    RankHeap(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Preferences, warnings and whatever may not block take no part. */
    public static RankHeap of(List<Finding> findings) {
        boolean lacking = false;
        boolean facts = false;
        boolean conclusions = false;
        for (var each : findings) {
            if (!decides(each)) continue;
            switch (each.outcome()) {
                case BARRED -> {
                    return BARRED;
                }
                case LACKING -> lacking = true;
                case OPEN -> {
                    boolean only = Gap.of(each.answer()).stream().allMatch(gap -> gap.conclusion() != null);
                    conclusions |= only;
                    facts |= !only;
                }
                default -> {}
            }
        }
        if (lacking) return LACKING;
        return facts ? UNKNOWN : conclusions ? AWAITING : CLEAR;
    }

    /** Whether a clause of this effect and status can stand in the way at all. */
    static boolean decides(Finding finding) {
        return decides(finding.provision());
    }

    static boolean decides(Provision clause) {
        return clause.status().blocks() && (clause.effect() == Effect.BARS || clause.effect() == Effect.REQUIRES);
    }

    /** Whether it stands in the way: barred or lacking, by a clause that may block. */
    static boolean closed(Finding finding) {
        return finding.outcome() == Outcome.BARRED || finding.outcome() == Outcome.LACKING;
    }
}
