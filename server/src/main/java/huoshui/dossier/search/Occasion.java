package huoshui.dossier.search;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.AsOf;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** When and where a condition is asked: the city at its clocks, and texts that only the ledger holds. */
record Occasion(City city, Function<String, Set<UUID>> resume) {

    AsOf at() {
        return city.at();
    }

    Surroundings around() {
        return city.around();
    }
}
