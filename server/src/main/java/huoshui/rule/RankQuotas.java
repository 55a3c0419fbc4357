package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many may hold which ranks in a unit, by the clauses that limit them to a part of its headcount. 职级职数限额
 *
 * <p>A part of a headcount is a ceiling and rarely a whole number; how it is rounded is laid down elsewhere, so what is surely
 * free is reckoned from the whole people below it.
 */
@Component
public class RankQuotas {

    private final Rulebook rulebook;
    private final PeopleSearch search;

    RankQuotas(Rulebook rulebook, PeopleSearch search) {
        this.rulebook = rulebook;
        this.search = search;
    }

    /**
     * One unit under one such clause. 一单位一限额
     *
     * @param base 编制数; null when never laid down, which is not zero
     * @param ceiling the part of it, in hundredths of a person
     * @param least 已用: those in sight who surely hold such a rank
     * @param most those who may, of whom no rank is recorded or who are out of sight
     * @param verdict whether the ceiling is exceeded
     * @param holders those in sight who hold such a rank
     */
    public record Line(
            Unit unit,
            Provision clause,
            List<Rank> ranks,
            @Nullable Integer base,
            @Nullable Long ceiling,
            int least,
            int most,
            Verdict verdict,
            List<String> missing,
            List<Card> holders) {

        /** 可用, at least; below zero for too many; null while the headcount is not known. */
        public @Nullable Integer free() {
            return ceiling == null ? null : Integer.valueOf((int) Math.floorDiv(ceiling, 100L) - most);
        }

        /** 可用, at most: people whose rank is not recorded may hold none of these. */
        public @Nullable Integer freeAtMost() {
            return ceiling == null ? null : Integer.valueOf((int) Math.floorDiv(ceiling, 100L) - least);
        }
    }

    /**
     * Every unit in sight, this one and beneath it, under every clause that speaks of it.
     *
     * @throws Refusal {@code career-unread}, {@code no-unit}
     */
    public List<Line> of(Signed who, @Nullable UUID unit, AsOf at) {
        if (!who.sight().reads(Chapter.CAREER))
            throw Refusal.sight("career-unread", "未列出：职级职数须读“任职与职级”一章，您的账号不能读。如工作需要，请联系安全管理员授权。");
        var view = search.view(who.sight());
        var asking = rulebook.at(at).seenBy(view::sees);
        var units = units(who, unit, asking.chart());
        var clauses = asking.book().inForce(asking.day()).stream()
                .filter(RankQuotas::limits)
                .toList();
        var lines = new ArrayList<Line>();
        for (var each : units) {
            var q = asking.about(new Subject.Unit(each.id()), Occasion.RANK_ROUND, null);
            for (var clause : clauses)
                asking.finding(q, clause).ifPresent(found -> lines.add(line(each, found, q, view::sees)));
        }
        return lines;
    }

    /** This unit and those beneath it, or all there are, as far as they are in sight. */
    static List<Unit> units(Signed who, @Nullable UUID unit, Chart chart) {
        if (unit != null && (chart.unit(unit).isEmpty() || !who.sight().seesUnit(unit)))
            throw Refusal.absent("no-unit", "未列出：没有这个单位，或不在您的管理范围内。请从机构树中选取。");
        var all = unit == null
                ? chart.roots().stream().flatMap(each -> chart.subtree(each.id()).stream())
                : chart.subtree(unit).stream();
        return all.filter(each -> who.sight().seesUnit(each.id())).toList();
    }

    /** The ranks such a clause limits, highest first. */
    static List<Rank> limited(Provision clause) {
        return clause.when() instanceof Criterion.Ratio ratio
                ? ranks(ratio.ofWith().ranks())
                : List.of();
    }

    static boolean limits(Provision clause) {
        return clause.effect() == Effect.LIMITS
                && clause.scope().subject() == Speaks.UNIT
                && clause.scope().occasions().contains(Occasion.RANK_ROUND)
                && clause.when() instanceof Criterion.Ratio ratio
                && ratio.of().name().equals("rank-holders");
    }

    private static Line line(Unit unit, Finding found, Question q, java.util.function.Predicate<Card> seen) {
        var ratio = (Criterion.Ratio)
                java.util.Objects.requireNonNull(found.provision().when());
        long mask = ratio.ofWith().ranks();
        var base = ratio.to().read(q, ratio.toWith());
        // Of a headcount laid down in part no ceiling is reckoned.
        boolean whole = base.known() && base.least() == base.most();
        var all = OrgMeasures.serving(q, unit.id());
        var held = all.stream().filter(seen).filter(each -> holds(each, mask)).toList();
        int open = (int) all.stream()
                .filter(each -> !seen.test(each) || each.rank() == null)
                .count();
        return new Line(
                unit,
                found.provision(),
                ranks(mask),
                whole ? base.least() : null,
                whole ? ratio.fraction().of(base.least()) : null,
                held.size(),
                held.size() + open,
                found.verdict(),
                found.missing(),
                held.stream().sorted(Comparator.comparingInt(RankQuotas::rung)).toList());
    }

    private static boolean holds(Card card, long mask) {
        var rank = card.rank() == null ? null : card.rank().rank().rank();
        return rank != null && (mask & 1L << rank.ordinal()) != 0;
    }

    private static int rung(Card card) {
        var rank = card.rank() == null ? null : card.rank().rank().rank();
        return rank == null ? Integer.MAX_VALUE : rank.ordinal();
    }

    private static List<Rank> ranks(long mask) {
        return Arrays.stream(Rank.values())
                .filter(each -> (mask & 1L << each.ordinal()) != 0)
                .toList();
    }
}
