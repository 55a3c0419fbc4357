package huoshui.dossier.city;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Puts everybody into one of a few parts, or none: one set of places for each part. 分类 */
public interface Partition extends Derivation<BitSet[]> {

    /** People looked at by one thread in one go; whole words of the sets, so that threads do not meet. */
    int STRETCH = 64 * 64;

    int parts();

    /** The part somebody is in, below zero for none; made ready once for many. */
    ToIntFunction<Card> in(City city);

    @Override
    default BitSet[] of(City city) {
        var part = in(city);
        var present = city.present();
        city.drawn();
        int places = city.places();
        var words = new long[parts()][(places + 63) / 64];
        IntStream.range(0, (places + STRETCH - 1) / STRETCH).parallel().forEach(stretch -> {
            int end = Math.min(places, (stretch + 1) * STRETCH);
            for (int i = present.nextSetBit(stretch * STRETCH); i >= 0 && i < end; i = present.nextSetBit(i + 1)) {
                int at = part.applyAsInt(city.at(i));
                if (at >= 0) words[at][i >> 6] |= 1L << i;
            }
        });
        return Arrays.stream(words).map(BitSet::valueOf).toArray(BitSet[]::new);
    }

    /** The parts of these few alone, by one thread. */
    default BitSet[] partOf(BitSet few, City city) {
        var part = in(city);
        var parts = new BitSet[parts()];
        Arrays.setAll(parts, any -> new BitSet(city.places()));
        for (int i = few.nextSetBit(0); i >= 0; i = few.nextSetBit(i + 1)) {
            int at = part.applyAsInt(city.at(i));
            if (at >= 0) parts[at].set(i);
        }
        return parts;
    }

    @Override
    default BitSet[] renewed(BitSet[] before, BitSet changed, City city) {
        var part = in(city);
        var present = city.present();
        var parts = Arrays.stream(before).map(BitSet::clone).toArray(BitSet[]::new);
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            for (var each : parts) each.clear(i);
            int at = present.get(i) ? part.applyAsInt(city.at(i)) : -1;
            if (at >= 0) parts[at].set(i);
        }
        return parts;
    }
}
