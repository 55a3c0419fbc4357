package huoshui.org;

import huoshui.access.UnitNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells access what units are called today. 单位现名 */
@Component
class CurrentUnitNames implements UnitNames {

    private final Organization organization;

    CurrentUnitNames(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> units) {
        var chart = organization.now();
        Map<UUID, String> names = new HashMap<>();
        for (var each : units) chart.unit(each).ifPresent(unit -> names.put(each, unit.called()));
        return names;
    }
}
