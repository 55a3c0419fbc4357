package huoshui.dossier;

import huoshui.kernel.Actor;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Lines of somebody's dossier are being emptied, in this very transaction: whoever keeps copies of what dossiers say empties them
 * as well. 已抹除
 *
 * @param people every id of the person
 * @param names every name they go or went by
 * @param idNumbers every id number, by which files are recognised that nobody has matched yet
 */
public record LinesErased(
        Actor actor, Set<UUID> people, Collection<UUID> facts, Set<String> names, Set<String> idNumbers) {}
