package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and of whom a clause speaks. 适用范围
 *
 * @param occasions on which it is asked; STANDING ones are asked always
 * @param target what must be aimed at; null where any target or none will do
 * @param applies whom it speaks of; null means everybody
 */
public record Scope(
        Speaks subject,
        Set<Occasion> occasions,
        @Nullable Aim target,
        @Nullable Criterion applies) {

    public Scope {
        // In their order, and asked a million times in a sweep of the city.
        var ordered = EnumSet.noneOf(Occasion.class);
        ordered.addAll(occasions);
        occasions = Collections.unmodifiableSet(ordered);
    }

    /**
     * Which targets. 拟任范围
     *
     * @param levels bits of levels; null where levels are not spoken of
     * @param ranks bits of ranks; null where ranks are not spoken of
     * @param leading null where not spoken of
     * @param post whether it must be a post
     */
    public record Aim(
            @Nullable Long levels,
            @Nullable Long ranks,
            @Nullable Boolean leading,
            boolean post,
            String words) {

        Verdict fits(TargetAt target) {
            var verdict = Verdict.MET;
            if (post) verdict = verdict.and(Verdict.of(target.of() instanceof Target.Post));
            if (levels != null) verdict = verdict.and(level(target, levels));
            if (ranks != null)
                verdict = verdict.and(Verdict.of(
                        target.rank() != null && (ranks & 1L << target.rank().ordinal()) != 0));
            if (leading != null) verdict = verdict.and(leads(target, leading));
            return verdict;
        }

        private static Verdict level(TargetAt target, long levels) {
            if (target.rank() != null) return Verdict.NOT_MET;
            return target.level() == null
                    ? Verdict.UNKNOWN
                    : Verdict.of((levels & 1L << target.level().ordinal()) != 0);
        }

        private static Verdict leads(TargetAt target, boolean leading) {
            return target.leading() == null ? Verdict.UNKNOWN : Verdict.of(target.leading() == leading);
        }
    }

    /** Whether the clause is asked at all on this occasion about such a subject. */
    boolean asked(Speaks about, Occasion on) {
        return subject == about && (occasions.contains(on) || occasions.contains(Occasion.STANDING));
    }
}
