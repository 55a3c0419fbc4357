package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import huoshui.dossier.city.ServiceState;
import java.util.BitSet;
import java.util.function.ToIntFunction;

/** Who is a cadre, who a talent, who both; in service or on a ground that holds, or not. 在库身份 */
record Footed() implements Partition {

    private static final int CADRE = 0;
    private static final int CADRE_BEFORE = 1;
    private static final int BOTH = 2;
    private static final int BOTH_BEFORE = 3;
    private static final int TALENT = 4;
    private static final int TALENT_BEFORE = 5;

    @Override
    public int parts() {
        return 6;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        return card -> {
            if (!card.footing().cadre()) return card.talent().listed() ? TALENT : TALENT_BEFORE;
            boolean serving = card.service().state() == ServiceState.SERVING;
            if (card.talent().listed()) return serving ? BOTH : BOTH_BEFORE;
            return serving ? CADRE : CADRE_BEFORE;
        };
    }

    /** @param everyState those too who are not in service, or whose ground has ended */
    static BitSet of(Asking.Whom whom, boolean everyState, City city) {
        var parts = city.derived(new Footed());
        var all = new BitSet(city.places());
        if (whom != Asking.Whom.TALENTS) {
            all.or(parts[CADRE]);
            if (everyState) all.or(parts[CADRE_BEFORE]);
        }
        all.or(parts[BOTH]);
        if (everyState) all.or(parts[BOTH_BEFORE]);
        if (whom != Asking.Whom.CADRES) {
            all.or(parts[TALENT]);
            if (everyState) all.or(parts[TALENT_BEFORE]);
        }
        return all;
    }
}
