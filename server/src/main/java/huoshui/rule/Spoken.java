package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What one clause says of everybody, by place. 一条款之全员意见
 *
 * @param silent of whom it says nothing
 */
record Spoken(Verdicts verdicts, BitSet silent) {

    /**
     * @param applies whom it speaks of
     * @param fits whether what they are considered for is what it speaks of; where that is open, so is the rest
     */
    static Spoken of(Verdicts verdicts, Verdicts applies, Verdicts fits) {
        var silent = BitSet.valueOf(applies.not());
        silent.and(BitSet.valueOf(fits.met()));
        silent.or(BitSet.valueOf(fits.not()));
        int words = fits.met().length;
        var told = new Verdicts(new long[words], new long[words]);
        for (int i = 0; i < words; i++) {
            told.met()[i] = verdicts.met()[i] & fits.met()[i];
            told.not()[i] = verdicts.not()[i] & fits.met()[i];
        }
        return new Spoken(told, silent);
    }

    /** Null where it says nothing. */
    @Nullable
    Verdict at(int place) {
        return silent.get(place) ? null : verdicts.at(place);
    }

    /** Of whom of these it says so. */
    BitSet saying(Verdict verdict, BitSet people) {
        var asked = (BitSet) people.clone();
        asked.andNot(silent);
        return switch (verdict) {
            case MET -> verdicts.met(asked);
            case NOT_MET -> verdicts.negated().met(asked);
            case UNKNOWN -> verdicts.open(asked);
        };
    }
}
