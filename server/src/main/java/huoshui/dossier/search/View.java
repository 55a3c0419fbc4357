package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.kernel.Refusal;
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom one account sees: decided by where people are placed today, whatever day is asked about. 可见人员
 *
 * @param today the city now
 */
public record View(Sight sight, City today) {

    public boolean sees(Card card) {
        var now = today.now(card);
        var own = sight.person();
        if (own != null && today.kept(own).equals(now.id())) return false;
        return sight.sees(now.id(), now.place());
    }

    /** Where in that city, of whatever day and act, those are whom this account sees. */
    BitSet seen(City city) {
        var here = today.derived(new Sighted(sight))[0];
        if (city == today) return here;
        var seen = new BitSet(city.places());
        boolean alike = city.alike(today);
        city.present().stream().forEach(i -> {
            int now = alike ? today.here(city, i) : -1;
            seen.set(i, now >= 0 ? here.get(now) : sees(city.at(i)));
        });
        return seen;
    }

    /** The person's card in that city, where they are seen. */
    public Optional<Card> find(City city, UUID person) {
        return city.find(person).filter(this::sees);
    }

    /** @throws Refusal {@code no-such-person}, the same whether there is none or none in sight */
    public Card require(City city, UUID person) {
        return find(city, person).orElseThrow(View::absent);
    }

    public static Refusal absent() {
        return Refusal.absent("no-such-person", "未找到：该同志不存在，或不在您的管理范围内。请核对编号，或向负责的科室申请查阅。");
    }
}
