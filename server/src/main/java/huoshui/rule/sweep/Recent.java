package huoshui.rule.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A few results kept for some minutes, so that their numbers open their lists without the same dossiers being read once more. Whoever
 * shows one journals that it is shown. 近时所得
 */
final class Recent<V> {

    private static final int KEPT = 8;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Asked, Made<V>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Made<V>> eldest) {
            return size() > KEPT;
        }
    };

    Recent(Clock clock) {
        this.clock = clock;
    }

    private record Made<V>(V value, Instant at) {}

    synchronized Optional<V> find(Asked key) {
        var known = kept.get(key);
        return known == null || known.at().plus(FRESH).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(known.value());
    }

    /** Nothing erased is remembered. */
    synchronized void forget() {
        kept.clear();
    }

    synchronized V keep(Asked key, V value) {
        kept.put(key, new Made<>(value, clock.instant()));
        return value;
    }
}
