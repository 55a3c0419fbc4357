package huoshui.dossier.search;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What everybody answers to a condition, by place: whom it holds of, of whom it stays open, and which field keeps it open. 全员的答案
 *
 * <p>Never changed once made: the sets of a single test are shared by everyone who asks it.
 *
 * @param open for each gap of the {@link Query} those whom it keeps open; null or missing where it keeps nobody
 */
record Answers(BitSet met, BitSet unknown, @Nullable BitSet[] open) {

    static Answers of(BitSet met, BitSet unknown, int gap) {
        var open = new @Nullable BitSet[gap + 1];
        open[gap] = unknown;
        return new Answers(met, unknown, open);
    }

    /** 且: nobody whom one of them denies; open where none denies and one is open. */
    static Answers all(int size, IntFunction<Answers> of, BitSet everybody) {
        var met = (BitSet) everybody.clone();
        var possible = (BitSet) everybody.clone();
        @Nullable BitSet[] open = {};
        for (int i = 0; i < size; i++) {
            var each = of.apply(i);
            met.and(each.met);
            possible.and(each.possible());
            open = joined(open, each.open);
        }
        possible.andNot(met);
        return within(met, possible, open);
    }

    /** 或 */
    static Answers any(int size, IntFunction<Answers> of, BitSet everybody) {
        var met = new BitSet(everybody.size());
        var possible = new BitSet(everybody.size());
        @Nullable BitSet[] open = {};
        for (int i = 0; i < size; i++) {
            var each = of.apply(i);
            met.or(each.met);
            possible.or(each.unknown);
            open = joined(open, each.open);
        }
        possible.andNot(met);
        return within(met, possible, open);
    }

    /** 非 */
    Answers negated(BitSet everybody) {
        var not = (BitSet) everybody.clone();
        not.andNot(met);
        not.andNot(unknown);
        return new Answers(not, unknown, open);
    }

    private BitSet possible() {
        var possible = (BitSet) met.clone();
        possible.or(unknown);
        return possible;
    }

    private static Answers within(BitSet met, BitSet unknown, @Nullable BitSet[] open) {
        for (var each : open) if (each != null) each.and(unknown);
        return new Answers(met, unknown, open);
    }

    /** Sets of its own, so that they may be narrowed. */
    private static @Nullable BitSet[] joined(@Nullable BitSet[] sum, @Nullable BitSet[] more) {
        var all = java.util.Arrays.copyOf(sum, Math.max(sum.length, more.length));
        for (int i = 0; i < more.length; i++) {
            var one = more[i];
            if (one == null) continue;
            var held = all[i];
            if (held == null) all[i] = (BitSet) one.clone();
            else held.or(one);
        }
        return all;
    }
}
