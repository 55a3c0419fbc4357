package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.kernel.code.Rank;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What everybody is considered for at once: nothing, the same, or each the rank above their own. 拟任（全员）
 *
 * @param same null where nothing is, or each has their own
 */
record Toward(@Nullable Target same, boolean nextRank) {

    static final Toward NOTHING = new Toward(null, false);
    static final Toward NEXT_RANK = new Toward(null, true);

    static Toward of(Occasion occasion, @Nullable Target target) {
        if (target != null) return new Toward(target, false);
        return occasion == Occasion.RANK_PROMOTION ? NEXT_RANK : NOTHING;
    }

    /** The same question about the same person, so considered. */
    Question of(Question plain) {
        if (nextRank) {
            var person = plain.person();
            return plain.on(Occasion.RANK_PROMOTION, person == null ? null : next(person.card()));
        }
        return same == null ? plain : plain.on(plain.occasion(), same);
    }

    /** The next rank up, which a promotion in rank means unless another is said. */
    static @Nullable Target next(Card card) {
        return Optional.ofNullable(card.rank())
                .flatMap(step -> Optional.ofNullable(step.rank().rank()))
                .flatMap(Rank::next)
                .map(Target.Rank::new)
                .orElse(null);
    }
}
