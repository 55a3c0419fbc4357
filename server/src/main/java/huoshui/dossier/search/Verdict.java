package huoshui.dossier.search;

/** What asking a condition of a dossier answers; silence is UNKNOWN (Kleene). 判定：符合、不符合、待核 */
public enum Verdict {
    MET,
    NOT_MET,
    UNKNOWN;

    public static Verdict of(boolean met) {
        return met ? MET : NOT_MET;
    }

    public Verdict and(Verdict other) {
        if (this == NOT_MET || other == NOT_MET) return NOT_MET;
        return this == UNKNOWN ? UNKNOWN : other;
    }

    public Verdict or(Verdict other) {
        if (this == MET || other == MET) return MET;
        return this == UNKNOWN ? UNKNOWN : other;
    }

    public Verdict negated() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
