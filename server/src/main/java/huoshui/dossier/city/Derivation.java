package huoshui.dossier.city;

import java.util.BitSet;

/**
 * Something worked out from everybody of a city once, and brought up to date where a few people have changed since. 推算
 *
 * <p>Two derivations that are equal give the same; what they give is shared, hence never changed.
 */
public interface Derivation<T> {

    T of(City city);

    /** The same of a newer city of the same day and units, in which only people at these places may differ. */
    T renewed(T before, BitSet changed, City city);
}
