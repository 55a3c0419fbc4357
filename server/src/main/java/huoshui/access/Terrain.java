package huoshui.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The authorities of one unit on one day, folded so that one look-up per person answers. 范围 */
final class Terrain {

    static final Terrain NONE = new Terrain(null, List.of());

    private static final int ALL = (1 << ManagementCategory.values().length) - 1;

    private final @Nullable UUID home;
    private final Map<UUID, Integer> seen = new HashMap<>();
    private final Map<UUID, Integer> led = new HashMap<>();
    private int seenEverywhere;
    private int ledEverywhere;

    Terrain(@Nullable UUID home, List<Authority> authorities) {
        this.home = home;
        for (var each : authorities) {
            boolean leads = each.mode() == Authority.Mode.LEADS;
            int bits = each.categoryBits();
            if (each.everywhere()) {
                seenEverywhere |= bits;
                if (leads) ledEverywhere |= bits;
            } else {
                for (var unit : each.units()) {
                    seen.merge(unit, bits, (a, b) -> a | b);
                    if (leads) led.merge(unit, bits, (a, b) -> a | b);
                }
            }
        }
    }

    /** Someone of unknown category is seen where all categories are, and seen and led by the unit that keeps the dossier. */
    @Nullable
    UUID home() {
        return home;
    }

    boolean sees(@Nullable UUID unit, @Nullable ManagementCategory category) {
        return holds(seenEverywhere, seen, unit, category) || keeps(unit, category);
    }

    boolean leads(@Nullable UUID unit, @Nullable ManagementCategory category) {
        return holds(ledEverywhere, led, unit, category) || keeps(unit, category);
    }

    /** Whose recommended talents are seen and kept: of the home unit, and of units where anybody is led from here. */
    boolean tends(@Nullable UUID recommender) {
        if (ledEverywhere != 0) return true;
        return recommender != null && (recommender.equals(home) || led.containsKey(recommender));
    }

    private boolean keeps(@Nullable UUID unit, @Nullable ManagementCategory category) {
        return category == null && unit != null && unit.equals(home);
    }

    boolean seesUnit(UUID unit) {
        return seenEverywhere != 0 || seen.containsKey(unit) || unit.equals(home);
    }

    boolean leadsUnit(UUID unit) {
        return ledEverywhere != 0 || led.containsKey(unit);
    }

    boolean everything() {
        return seenEverywhere == ALL;
    }

    boolean leadsEverything() {
        return ledEverywhere == ALL;
    }

    private static boolean holds(
            int everywhere, Map<UUID, Integer> somewhere, @Nullable UUID unit, @Nullable ManagementCategory category) {
        int wanted = category == null ? ALL : category.bit();
        if ((everywhere & wanted) == wanted) return true;
        if (unit == null) return false;
        int here = somewhere.getOrDefault(unit, 0) | everywhere;
        return (here & wanted) == wanted;
    }
}
