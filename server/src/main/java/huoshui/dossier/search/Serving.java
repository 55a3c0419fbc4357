package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import huoshui.dossier.city.ServiceState;
import java.util.function.ToIntFunction;

/** Who is in service. 在职者 */
record Serving() implements Partition {

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        return card -> card.service().state() == ServiceState.SERVING ? 0 : -1;
    }
}
