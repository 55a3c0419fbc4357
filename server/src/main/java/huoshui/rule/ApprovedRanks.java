package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Unit;
import huoshui.org.fact.UnitFact.RankEstablishment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many may hold which ranks in a unit by the paper that laid it down, how many do, and how many more may. 核定、已用、可用职级职数
 *
 * <p>What no paper has laid down is not known: whoever holds such a rank there is shown, and takes up no number.
 */
@Component
public class ApprovedRanks {

    private final Rulebook rulebook;
    private final PeopleSearch search;

    ApprovedRanks(Rulebook rulebook, PeopleSearch search) {
        this.rulebook = rulebook;
        this.search = search;
    }

    /** Ranks that are counted together, from the highest to the lowest. 合计的职级 */
    public record Ranks(Rank highest, Rank lowest) implements Comparable<Ranks> {

        static Ranks of(RankEstablishment is) {
            return new Ranks(is.highest(), is.lowest());
        }

        /** As an address bears it. */
        public String code() {
            return highest.name() + ".." + lowest.name();
        }

        public String title() {
            return new RankEstablishment(highest, lowest, 0, null).ranks();
        }

        boolean hold(Card card) {
            var rank = rank(card);
            return rank != null && new RankEstablishment(highest, lowest, 0, null).covers(rank);
        }

        @Override
        public int compareTo(Ranks other) {
            return Comparator.comparing(Ranks::highest)
                    .thenComparing(Ranks::lowest, Comparator.reverseOrder())
                    .compare(this, other);
        }
    }

    /**
     * One unit and some ranks.
     *
     * @param approved 核定; null where none is laid down, which is not zero
     * @param document by which paper
     * @param least 已用: those in sight who surely hold such a rank
     * @param most those who may, of whom no rank is recorded or who are out of sight
     * @param holders those in sight who hold such a rank
     */
    public record Line(
            Unit unit,
            Ranks ranks,
            @Nullable Integer approved,
            @Nullable String document,
            int least,
            int most,
            List<Card> holders) {

        /** 可用, at least; below zero for too many; null where nothing is laid down. */
        public @Nullable Integer free() {
            return approved == null ? null : Integer.valueOf(approved - most);
        }

        /** 可用, at most: people whose rank is not recorded may hold none of these. */
        public @Nullable Integer freeAtMost() {
            return approved == null ? null : Integer.valueOf(approved - least);
        }

        /** Whether more hold such a rank than may. */
        public Verdict exceeded() {
            if (approved == null) return Verdict.UNKNOWN;
            return least > approved ? Verdict.MET : most <= approved ? Verdict.NOT_MET : Verdict.UNKNOWN;
        }
    }

    /**
     * Every unit in sight, this one and beneath it: what is laid down for it, and what is not though somebody there holds such a rank.
     *
     * @throws Refusal {@code career-unread}, {@code no-unit}
     */
    public List<Line> of(Signed who, @Nullable UUID unit, AsOf at) {
        if (!who.sight().reads(Chapter.CAREER))
            throw Refusal.sight("career-unread", "未列出：职级职数须读“任职与职级”一章，您的账号不能读。如工作需要，请联系安全管理员授权。");
        var view = search.view(who.sight());
        var asking = rulebook.at(at).seenBy(view::sees);
        var units = RankQuotas.units(who, unit, asking.chart());
        var sorts = sorts(asking, units);
        var lines = new ArrayList<Line>();
        for (var each : units) lines(asking, each, sorts, view::sees, lines);
        return lines;
    }

    /** Whatever is laid down for any of these units, or limited by a clause in force. */
    private static Collection<Ranks> sorts(Rulebook.Asking asking, List<Unit> units) {
        var all = new TreeSet<Ranks>();
        for (var unit : units) for (var each : asking.chart().rankEstablishment(unit.id())) all.add(Ranks.of(each));
        for (var clause : asking.book().inForce(asking.day()))
            if (RankQuotas.limits(clause)) limited(RankQuotas.limited(clause), all);
        return all;
    }

    private static void limited(List<Rank> ranks, Collection<Ranks> into) {
        if (ranks.isEmpty()) return;
        var all = new Ranks(ranks.getFirst(), ranks.getLast());
        if (all.lowest().ordinal() - all.highest().ordinal() == ranks.size() - 1) into.add(all);
    }

    private static void lines(
            Rulebook.Asking asking, Unit unit, Collection<Ranks> sorts, Predicate<Card> seen, List<Line> into) {
        var chart = asking.chart();
        var serving = OrgMeasures.serving(asking.city(), unit.id());
        int open = (int) serving.stream()
                .filter(each -> !seen.test(each) || each.rank() == null)
                .count();
        for (var ranks : sorts) {
            var laid = laid(chart, unit, ranks);
            var holders = serving.stream()
                    .filter(seen)
                    .filter(ranks::hold)
                    .sorted(Comparator.comparing(ApprovedRanks::rung))
                    .toList();
            if (laid == null && holders.isEmpty()) continue;
            into.add(new Line(
                    unit,
                    ranks,
                    laid == null ? null : laid.number(),
                    laid == null ? null : laid.document(),
                    holders.size(),
                    holders.size() + open,
                    holders));
        }
    }

    private static @Nullable RankEstablishment laid(Chart chart, Unit unit, Ranks ranks) {
        return chart.rankEstablishment(unit.id()).stream()
                .filter(each -> Ranks.of(each).equals(ranks))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Rank rank(Card card) {
        return card.rank() == null ? null : card.rank().rank().rank();
    }

    private static int rung(Card card) {
        var rank = rank(card);
        return rank == null ? Integer.MAX_VALUE : rank.ordinal();
    }
}
