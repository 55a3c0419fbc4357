package huoshui.dossier;

import huoshui.dossier.KeptCopies.Whose;
import huoshui.kernel.Actor;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Lines of somebody's dossier are being emptied, in this very transaction: whoever keeps copies of what dossiers say empties them
 * as well. 已抹除
 *
 * @param copies of those that only may be the person's, the ones that two people decided shall be emptied too
 */
public record LinesErased(Actor actor, Whose whose, Collection<UUID> facts, Set<String> copies) {}
