package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Of whom a criterion of the language of clauses holds, and of whom it is open. 条款语言条件的答案
 *
 * <p>To be kept only where everybody's answer rests on their own dossier; else it is one asker's.
 */
final class Weighed implements Partition {

    private final String written;
    private final Criteria.Ready ready;
    private final Predicate<Card> seen;

    Weighed(String written, Criteria.Ready ready, Predicate<Card> seen) {
        this.written = written;
        this.ready = ready;
        this.seen = ready.alone() ? nobodyElse -> false : seen;
    }

    @Override
    public int parts() {
        return 2;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        var asked = ready.reading().in(city, seen);
        return card -> switch (asked.of(card)) {
            case MET -> Tested.MET;
            case UNKNOWN -> Tested.OPEN;
            case NOT_MET -> -1;
        };
    }

    @Override
    public BitSet[] of(City city) {
        return ready.reading().everybody(city, seen);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weighed same
                && same.written.equals(written)
                && same.ready.basis().equals(ready.basis());
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
