package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What everybody answers, by place: one bit for whom it holds of, one for whom it does not; where neither is set it is open
 * (Kleene). 全员判定
 *
 * <p>Sixty-four people are one word, so that 且、或、非 of a whole city are a few hundred operations.
 */
record Verdicts(long[] met, long[] not) {

    /** Open of everybody. */
    static Verdicts open(int places) {
        int words = (places + 63) >> 6;
        return new Verdicts(new long[words], new long[words]);
    }

    static Verdicts met(int places) {
        var all = open(places);
        Arrays.fill(all.met, -1L);
        return all;
    }

    Verdicts and(Verdicts other) {
        var both = new Verdicts(new long[met.length], new long[met.length]);
        for (int i = 0; i < met.length; i++) {
            both.met[i] = met[i] & other.met[i];
            both.not[i] = not[i] | other.not[i];
        }
        return both;
    }

    Verdicts or(Verdicts other) {
        return negated().and(other.negated()).negated();
    }

    Verdicts negated() {
        return new Verdicts(not, met);
    }

    Verdict at(int place) {
        long bit = 1L << place;
        if ((met[place >> 6] & bit) != 0) return Verdict.MET;
        return (not[place >> 6] & bit) != 0 ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    /** Only while it is being made: what is shared never changes. */
    void put(int place, @Nullable Verdict verdict) {
        int word = place >> 6;
        long bit = 1L << place;
        met[word] = verdict == Verdict.MET ? met[word] | bit : met[word] & ~bit;
        not[word] = verdict == Verdict.NOT_MET ? not[word] | bit : not[word] & ~bit;
    }

    Verdicts copied(int places) {
        int words = (places + 63) >> 6;
        return new Verdicts(Arrays.copyOf(met, words), Arrays.copyOf(not, words));
    }

    /** Whom it holds of, among these. */
    BitSet met(BitSet people) {
        var found = BitSet.valueOf(met);
        found.and(people);
        return found;
    }

    /** Of whom it is open, among these. */
    BitSet open(BitSet people) {
        var found = (BitSet) people.clone();
        found.andNot(BitSet.valueOf(met));
        found.andNot(BitSet.valueOf(not));
        return found;
    }
}
