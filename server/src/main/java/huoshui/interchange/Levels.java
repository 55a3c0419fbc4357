package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.dossier.city.Cities;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.code.LeadershipLevel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The level somebody is at, as rosters have it, for whoever may read it: no box of the form says it. 表外的职务层次 */
@Component
class Levels {

    private final Cities cities;

    Levels(Cities cities) {
        this.cities = cities;
    }

    @Nullable
    LeadershipLevel of(UUID person, Sight sight, AsOf at) {
        if (!sight.reads(Chapter.CAREER)) return null;
        var card = cities.at(at).find(person).orElse(null);
        var held = card == null ? null : card.level();
        return held == null ? null : held.level();
    }
}
