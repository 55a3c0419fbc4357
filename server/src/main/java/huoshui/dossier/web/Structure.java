package huoshui.dossier.web;

import huoshui.dossier.web.MemberCards.Member;
import huoshui.kernel.code.EducationLevel;
import huoshui.org.fact.StructureMeasure;
import huoshui.org.fact.TeamFact.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A team's make-up against what is wished of it; what a dossier does not say counts neither way. 班子结构 */
final class Structure {

    private static final double YEARS_SHOWN = 10;

    private Structure() {}

    /** Whether a wish is met. 判断 */
    enum Verdict {
        MET,
        NOT_MET,
        UNKNOWN
    }

    /**
     * One measure.
     *
     * @param have how many, or the mean; null where nobody's dossier says
     * @param unknown how many dossiers are silent (or out of sight)
     * @param verdict null where nothing is wished
     * @param people who make up the number
     */
    record Figure(
            StructureMeasure measure,
            String word,
            boolean mean,
            @Nullable Double have,
            int unknown,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable Verdict verdict,
            List<UUID> people) {}

    /** Whether a member is what a measure of experience asks; null where the dossier leaves it open. */
    interface Been {
        @Nullable
        Boolean has(Member member, StructureMeasure sort);
    }

    /** @param hidden members whose dossiers are out of sight */
    static List<Figure> of(List<Member> members, int hidden, List<Target> targets, Been been) {
        var figures = new ArrayList<Figure>();
        for (var measure : StructureMeasure.values()) {
            var target = targets.stream()
                    .filter(each -> each.measure() == measure)
                    .findFirst()
                    .orElse(null);
            figures.add(
                    measure.mean()
                            ? mean(members, hidden, measure, target)
                            : count(members, hidden, measure, target, question(measure, been)));
        }
        return figures;
    }

    private static Figure mean(List<Member> members, int hidden, StructureMeasure measure, @Nullable Target target) {
        var ages = members.stream()
                .flatMap(each -> Optional.ofNullable(each.age()).stream())
                .toList();
        int unknown = members.size() - ages.size() + hidden;
        var mean = ages.stream().mapToInt(each -> each).average();
        Double have = mean.isPresent() ? Math.round(mean.getAsDouble() * YEARS_SHOWN) / YEARS_SHOWN : null;
        var verdict = target == null ? null : Verdict.UNKNOWN;
        if (target != null && have != null && unknown == 0) verdict = within(have, have, target);
        return figure(measure, have, unknown, target, verdict, members);
    }

    private static Figure count(
            List<Member> members,
            int hidden,
            StructureMeasure measure,
            @Nullable Target target,
            Function<Member, @Nullable Boolean> asked) {
        var yes = members.stream()
                .filter(each -> Boolean.TRUE.equals(asked.apply(each)))
                .toList();
        int unknown = hidden
                + (int) members.stream()
                        .filter(each -> asked.apply(each) == null)
                        .count();
        var verdict = target == null ? null : within(yes.size(), yes.size() + unknown, target);
        return figure(measure, (double) yes.size(), unknown, target, verdict, yes);
    }

    private static Figure figure(
            StructureMeasure measure,
            @Nullable Double have,
            int unknown,
            @Nullable Target target,
            @Nullable Verdict verdict,
            List<Member> people) {
        return new Figure(
                measure,
                measure.word(),
                measure.mean(),
                have,
                unknown,
                target == null ? null : target.least(),
                target == null ? null : target.most(),
                verdict,
                people.stream().map(Member::id).toList());
    }

    /** Between the least and the most it can be, once the silent dossiers speak. */
    static Verdict within(double surely, double possibly, Target target) {
        var least = target.least();
        var most = target.most();
        boolean low = least != null && possibly < least;
        boolean high = most != null && surely > most;
        if (low || high) return Verdict.NOT_MET;
        boolean enough = least == null || surely >= least;
        boolean few = most == null || possibly <= most;
        return enough && few ? Verdict.MET : Verdict.UNKNOWN;
    }

    private static Function<Member, @Nullable Boolean> question(StructureMeasure measure, Been been) {
        return switch (measure) {
            case MEAN_AGE -> card -> card.age() != null;
            case UNDER_35 -> card -> under(card, 35);
            case UNDER_40 -> card -> under(card, 40);
            case UNDER_45 -> card -> under(card, 45);
            case OVER_55 -> card -> card.age() == null ? null : Boolean.valueOf(card.age() >= 55);
            case WOMEN ->
                card -> card.sex() == null ? null : Boolean.valueOf(card.sex().equals("女"));
            case NON_PARTY -> card -> card.communist() == null ? null : Boolean.valueOf(!card.communist());
            case MINORITY -> Member::minority;
            case FULL_TIME_POSTGRADUATE -> card -> atLeast(card.fulltimeLevel(), EducationLevel.POSTGRADUATE);
            case FULL_TIME_BACHELOR -> card -> atLeast(card.fulltimeLevel(), EducationLevel.UNDERGRADUATE);
            case POSTGRADUATE -> card -> atLeast(card.highest(), EducationLevel.POSTGRADUATE);
            case BEEN_COUNTY,
                    BEEN_TOWNSHIP,
                    BEEN_ENTERPRISE,
                    BEEN_COLLEGE,
                    BEEN_INSTITUTION,
                    BEEN_JUDICIAL,
                    BEEN_SECONDED,
                    BEEN_ABROAD -> card -> been.has(card, measure);
        };
    }

    private static @Nullable Boolean under(Member card, int years) {
        return card.age() == null ? null : Boolean.valueOf(card.age() < years);
    }

    private static @Nullable Boolean atLeast(@Nullable EducationLevel level, EducationLevel wanted) {
        return level == null ? null : Boolean.valueOf(level.atLeast(wanted));
    }
}
