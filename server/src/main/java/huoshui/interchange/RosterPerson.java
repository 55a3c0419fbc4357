package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.AsOf;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person as a roster sees them, at both clocks. 名册一人 */
public final class RosterPerson {

    private final Card card;
    private final Surroundings around;
    private final AsOf at;
    private final Sight sight;
    private final List<Held> held;
    private @Nullable DossierForm form;

    /** @param held facts of the kinds that were asked for; for whatever days */
    RosterPerson(Card card, Surroundings around, AsOf at, Sight sight, List<Held> held) {
        this.card = card;
        this.around = around;
        this.at = at;
        this.sight = sight;
        this.held = held;
    }

    public Card card() {
        return card;
    }

    Surroundings around() {
        return around;
    }

    AsOf at() {
        return at;
    }

    Sight sight() {
        return sight;
    }

    DossierForm form() {
        var drawn = form;
        if (drawn == null) {
            drawn = new DossierForm(held, at.valid());
            form = drawn;
        }
        return drawn;
    }

    <F extends FactBody> Optional<F> first(Class<F> type) {
        return standing(type).stream().findFirst();
    }

    /** Whatever is so on the day. */
    <F extends FactBody> List<F> standing(Class<F> type) {
        return held.stream()
                .filter(each -> type.isInstance(each.body()) && each.valid().covers(at.valid()))
                .map(each -> type.cast(each.body()))
                .toList();
    }

    /** Whatever was so by the day. */
    <F extends FactBody> List<F> begun(Class<F> type) {
        return held.stream()
                .filter(each ->
                        type.isInstance(each.body()) && !each.valid().from().isAfter(at.valid()))
                .map(each -> type.cast(each.body()))
                .toList();
    }
}
