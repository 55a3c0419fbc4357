package huoshui.dossier.search;

import huoshui.dossier.city.Surroundings;
import huoshui.kernel.AsOf;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** When and where a condition is asked: the clocks, the units around, and texts that only the ledger holds. */
record Occasion(AsOf at, Surroundings around, Function<String, Set<UUID>> resume) {}
