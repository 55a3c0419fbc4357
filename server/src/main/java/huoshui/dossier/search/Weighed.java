package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.BitSet;
import java.util.function.ToIntFunction;

/** Of whom a criterion of the language of clauses holds, and of whom it is open. 条款语言条件的答案 */
final class Weighed implements Partition {

    private final String written;
    private final Criteria.Ready ready;

    Weighed(String written, Criteria.Ready ready) {
        this.written = written;
        this.ready = ready;
    }

    @Override
    public int parts() {
        return 2;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        var asked = ready.reading().in(city);
        return card -> switch (asked.of(card)) {
            case MET -> Tested.MET;
            case UNKNOWN -> Tested.OPEN;
            case NOT_MET -> -1;
        };
    }

    @Override
    public BitSet[] of(City city) {
        return ready.reading().everybody(city);
    }

    /** Where others' dossiers are read too, whoever changed may have changed anybody's answer. */
    @Override
    public BitSet[] renewed(BitSet[] before, BitSet changed, City city) {
        return ready.alone() ? Partition.super.renewed(before, changed, city) : of(city);
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
