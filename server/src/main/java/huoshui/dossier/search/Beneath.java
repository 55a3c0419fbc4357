package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Who is placed in a unit or beneath it. 单位及其下属人员 */
record Beneath(UUID unit) implements Partition {

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        var units = city.around().under(unit);
        return card -> {
            var own = card.service().unit();
            return own != null && units.contains(own) ? 0 : -1;
        };
    }
}
