package huoshui.org;

import huoshui.kernel.Span;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.UUID;

/**
 * A unit as it is at both clocks. 单位
 *
 * @param fact the line of the ledger that says so
 * @param span for which days it is exactly so
 */
public record Unit(UUID id, UnitIs is, UUID fact, Span span) {

    /** As people call it. */
    public String called() {
        return is.called();
    }
}
