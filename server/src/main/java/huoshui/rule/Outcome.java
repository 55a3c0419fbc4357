package huoshui.rule;

import huoshui.dossier.search.Verdict;

/** What a finding says to people, in the order a panel shows it. 核查结果 */
public enum Outcome {
    BARRED("不得"),
    LACKING("应具备而欠缺"),
    OPEN("待核"),
    PREFERRED("优先"),
    WARNED("提示"),
    FINE("符合");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Of a clause of this effect and status whose situation answers so. */
    static Outcome of(Effect effect, Status status, Verdict verdict) {
        if (verdict == Verdict.UNKNOWN) return OPEN;
        return switch (effect) {
            case BARS -> verdict == Verdict.MET ? (status.blocks() ? BARRED : WARNED) : FINE;
            case REQUIRES -> verdict == Verdict.NOT_MET ? (status.blocks() ? LACKING : WARNED) : FINE;
            case PREFERS -> verdict == Verdict.MET ? PREFERRED : FINE;
            case WARNS, LIMITS, LOWERS, ENTITLES, FLAGS, OPENS -> verdict == Verdict.MET ? WARNED : FINE;
        };
    }
}
