package huoshui.dossier.city;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Span;
import java.util.UUID;

/**
 * A fact as the city keeps it: what it says, slimmed to what questions need, and both its clocks. 在册一行
 *
 * @param subject the dossier it was recorded in, which may since have been merged into another
 * @param known number of the act that recorded it
 * @param superseded number of the act since which it no longer counts; {@link Long#MAX_VALUE} while it does
 */
public record Line(UUID id, UUID subject, String kind, FactBody body, Span valid, long known, long superseded) {

    /** Whether it counted as true after this act, for whatever days. */
    public boolean known(long act) {
        return known <= act && superseded > act;
    }
}
