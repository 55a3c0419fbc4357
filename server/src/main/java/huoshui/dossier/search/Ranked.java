package huoshui.dossier.search;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import java.util.BitSet;
import java.util.Comparator;

/** The places of everybody, in an order. 全员排序 */
record Ranked(Order order) implements Derivation<int[]> {

    @Override
    public int[] of(City city) {
        return sorted(city.present(), city);
    }

    private int[] sorted(BitSet places, City city) {
        var keys = new Order.Keyed[places.cardinality()];
        var all = city.cards(places);
        int at = 0;
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            keys[at] = order.keyed(all.get(at), i, city.around());
            at++;
        }
        java.util.Arrays.sort(keys, order.comparator());
        var sorted = new int[keys.length];
        for (int i = 0; i < sorted.length; i++) sorted[i] = keys[i].place();
        return sorted;
    }

    /** Those who have changed are taken out and put in again where they belong now. */
    @Override
    public int[] renewed(int[] before, BitSet changed, City city) {
        var moved = (BitSet) changed.clone();
        moved.and(city.present());
        var back = sorted(moved, city);
        var comparator = order.comparator();
        var next = new int[before.length + back.length];
        int size = 0;
        int waiting = 0;
        for (int place : before) if (!changed.get(place)) next[size++] = place;
        if (back.length == 0) return java.util.Arrays.copyOf(next, size);
        var merged = new int[size + back.length];
        int from = 0;
        for (int place : back) {
            int to = insertion(next, from, size, order.keyed(city.at(place), place, city.around()), comparator, city);
            System.arraycopy(next, from, merged, from + waiting, to - from);
            merged[to + waiting++] = place;
            from = to;
        }
        System.arraycopy(next, from, merged, from + waiting, size - from);
        return merged;
    }

    private int insertion(int[] all, int from, int to, Order.Keyed one, Comparator<Order.Keyed> comparator, City city) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            var other = order.keyed(city.at(all[middle]), all[middle], city.around());
            if (comparator.compare(other, one) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
