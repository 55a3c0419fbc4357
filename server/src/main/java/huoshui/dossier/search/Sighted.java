package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.function.ToIntFunction;

/** Whom a sight shows in the city of today; a sight is drawn anew whenever what it rests on has changed. 可见者 */
record Sighted(Sight sight) implements Partition {

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public ToIntFunction<Card> in(City today) {
        var own = sight.person();
        var oneself = own == null ? null : today.kept(own);
        return card -> {
            if (card.id().equals(oneself)) return -1;
            return sight.sees(card.id(), card.place()) ? 0 : -1;
        };
    }
}
