package huoshui.dossier.city;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has been worked out from one city, the most asked of it kept. The next act's city takes it over, and asks again only those
 * who have changed meanwhile. 推算的留存
 */
final class Derived {

    private static final int MOST = 400;

    /** @param owed places that have changed since it was worked out; null when none has */
    private record Held(Object value, @Nullable BitSet owed) {}

    private final Map<Derivation<?>, Held> all = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Derivation<?>, Held> eldest) {
            return size() > MOST;
        }
    };

    /** What was worked out before these people changed; what too many have changed since is left behind. */
    Derived after(BitSet changed, int places) {
        var next = new Derived();
        var sums = new IdentityHashMap<BitSet, BitSet>();
        synchronized (all) {
            all.forEach((derivation, held) -> {
                var owed = held.owed == null ? changed : sums.computeIfAbsent(held.owed, each -> sum(each, changed));
                if (owed.cardinality() <= places / 8) next.all.put(derivation, new Held(held.value, owed));
            });
        }
        return next;
    }

    private static BitSet sum(BitSet one, BitSet other) {
        var sum = (BitSet) one.clone();
        sum.or(other);
        return sum;
    }

    /** Two that ask at once may both work it out; it comes to the same. */
    <T> T get(Derivation<T> derivation, City city) {
        Held held;
        synchronized (all) {
            held = all.get(derivation);
        }
        if (held != null && held.owed == null) return value(held);
        T now = held == null || held.owed == null
                ? derivation.of(city)
                : derivation.renewed(Derived.<T>value(held), held.owed, city);
        keep(derivation, now);
        return now;
    }

    boolean knows(Derivation<?> derivation) {
        synchronized (all) {
            return all.containsKey(derivation);
        }
    }

    <T> void keep(Derivation<T> derivation, T value) {
        synchronized (all) {
            all.put(derivation, new Held(value, null));
        }
    }

    /** Only ever put in by the same derivation. */
    @SuppressWarnings("unchecked")
    private static <T> T value(Held held) {
        return (T) held.value;
    }
}
