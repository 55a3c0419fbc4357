package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import huoshui.dossier.search.Field.Asked;
import java.util.BitSet;
import java.util.function.ToIntFunction;

/** Of whom one test holds, and of whom it is open. 一项条件的答案 */
final class Tested implements Partition {

    static final int MET = 0;
    static final int OPEN = 1;

    private final Condition.Test test;
    private final Asked asked;

    /** @param asked the test made ready for the city that is asked; the answers are known by the test alone */
    Tested(Condition.Test test, Asked asked) {
        this.test = test;
        this.asked = asked;
    }

    @Override
    public int parts() {
        return 2;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        return card -> switch (asked.of(card)) {
            case MET -> MET;
            case UNKNOWN -> OPEN;
            case NOT_MET -> -1;
        };
    }

    /** Whoever cannot be meant is not asked. */
    @Override
    public BitSet[] of(City city) {
        var perhaps = asked.perhaps(city);
        if (perhaps == null) return Partition.super.of(city);
        return partOf(perhaps, city);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tested same && same.test.equals(test);
    }

    @Override
    public int hashCode() {
        return test.hashCode();
    }
}
