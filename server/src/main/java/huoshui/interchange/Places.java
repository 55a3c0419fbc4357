package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Placement.Place;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Where people are placed, asked together beforehand; of others it is asked when they turn up. 归属 */
final class Places {

    private final Placement placement;
    private final Map<UUID, Optional<Place>> known = new ConcurrentHashMap<>();

    private Places(Placement placement) {
        this.placement = placement;
    }

    static Places of(Placement placement, Collection<UUID> people) {
        var places = new Places(placement);
        people.forEach(places::of);
        return places;
    }

    Optional<Place> of(UUID person) {
        return known.computeIfAbsent(person, placement::of);
    }
}
