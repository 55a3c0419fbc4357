package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.code.Rank;
import huoshui.rule.ApprovedRanks;
import huoshui.rule.Provision;
import huoshui.rule.RankQuotas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many may hold which ranks, as papers lay it down and as clauses limit it, how many do, and how many more may. 职级职数 */
@RestController
@RequestMapping("/api/v1/rank-sweep")
@Needs(Right.READ_PEOPLE)
class RankQuotaPages {

    private final RankQuotas quotas;
    private final ApprovedRanks approved;

    RankQuotaPages(RankQuotas quotas, ApprovedRanks approved) {
        this.quotas = quotas;
        this.approved = approved;
    }

    /**
     * All units in sight under one limiting clause.
     *
     * @param approved what surely may be had: whole people below the ceilings, of units whose headcount is known
     * @param unset units whose headcount was never laid down
     * @param over units with more than the ceiling
     */
    record Quota(
            String code,
            String title,
            String citation,
            List<String> ranks,
            int units,
            int unset,
            int over,
            int approved,
            int least,
            int most,
            int free) {

        static Quota of(Provision clause, List<RankQuotas.Line> lines) {
            var set = lines.stream().filter(each -> each.ceiling() != null).toList();
            return new Quota(
                    clause.code(),
                    clause.title(),
                    clause.cite().words(clause.status()),
                    lines.getFirst().ranks().stream().map(Rank::title).toList(),
                    lines.size(),
                    lines.size() - set.size(),
                    (int) lines.stream()
                            .filter(each -> each.verdict() == Verdict.MET)
                            .count(),
                    set.stream()
                            .mapToInt(each -> (int) (Objects.requireNonNull(each.ceiling()) / 100))
                            .sum(),
                    lines.stream().mapToInt(RankQuotas.Line::least).sum(),
                    lines.stream().mapToInt(RankQuotas.Line::most).sum(),
                    set.stream()
                            .mapToInt(each -> Math.max(0, Objects.requireNonNull(each.free())))
                            .sum());
        }
    }

    record Holder(
            UUID id,
            String name,
            @Nullable String post,
            @Nullable String rank) {

        static Holder of(Card card) {
            return new Holder(
                    card.id(),
                    card.who().name(),
                    card.posts().text(),
                    card.rank() == null ? null : card.rank().rank().name());
        }
    }

    /** @param ceiling in hundredths of a person */
    record QuotaLine(
            UUID unit,
            String name,
            @Nullable Integer base,
            @Nullable Long ceiling,
            int least,
            int most,
            @Nullable Integer free,
            @Nullable Integer freeAtMost,
            Verdict verdict,
            List<String> missing,
            List<Holder> holders) {

        static QuotaLine of(RankQuotas.Line line) {
            return new QuotaLine(
                    line.unit().id(),
                    line.unit().called(),
                    line.base(),
                    line.ceiling(),
                    line.least(),
                    line.most(),
                    line.free(),
                    line.freeAtMost(),
                    line.verdict(),
                    line.missing(),
                    line.holders().stream().map(Holder::of).toList());
        }
    }

    /** The limits that follow from the headcount, clause by clause. */
    @GetMapping("/quotas")
    List<Quota> quotas(@RequestParam(required = false) @Nullable UUID unit, AsOf at, Signed signed) {
        var byClause = new LinkedHashMap<Provision, List<RankQuotas.Line>>();
        for (var each : quotas.of(signed, unit, at))
            byClause.computeIfAbsent(each.clause(), any -> new ArrayList<>()).add(each);
        return byClause.entrySet().stream()
                .map(each -> Quota.of(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Quota::code))
                .toList();
    }

    /** The units behind a number. */
    @GetMapping("/quotas/units")
    List<QuotaLine> units(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam String provision,
            AsOf at,
            Signed signed) {
        return quotas.of(signed, unit, at).stream()
                .filter(each -> each.clause().code().equals(provision))
                .map(QuotaLine::of)
                .toList();
    }

    /**
     * All units in sight and some ranks.
     *
     * @param units for which a number is laid down; the four numbers after it are theirs alone
     * @param approved null where nothing is laid down anywhere
     * @param free what surely may be had
     * @param over units where more hold such a rank than may
     * @param unset units where such a rank is held though none is laid down
     * @param beside how many hold it there
     */
    record Approved(
            String code,
            String ranks,
            int units,
            @Nullable Integer approved,
            int least,
            int most,
            @Nullable Integer free,
            int over,
            int unset,
            int beside) {

        static Approved of(ApprovedRanks.Ranks ranks, List<ApprovedRanks.Line> lines) {
            var laid = lines.stream().filter(each -> each.approved() != null).toList();
            boolean none = laid.isEmpty();
            return new Approved(
                    ranks.code(),
                    ranks.title(),
                    laid.size(),
                    none
                            ? null
                            : Integer.valueOf(laid.stream()
                                    .mapToInt(each -> Objects.requireNonNull(each.approved()))
                                    .sum()),
                    laid.stream().mapToInt(ApprovedRanks.Line::least).sum(),
                    laid.stream().mapToInt(ApprovedRanks.Line::most).sum(),
                    none
                            ? null
                            : Integer.valueOf(laid.stream()
                                    .mapToInt(each -> Math.max(0, Objects.requireNonNull(each.free())))
                                    .sum()),
                    (int) laid.stream()
                            .filter(each -> each.exceeded() == Verdict.MET)
                            .count(),
                    lines.size() - laid.size(),
                    lines.stream()
                            .filter(each -> each.approved() == null)
                            .mapToInt(ApprovedRanks.Line::least)
                            .sum());
        }
    }

    record ApprovedLine(
            UUID unit,
            String name,
            @Nullable Integer approved,
            @Nullable String document,
            int least,
            int most,
            @Nullable Integer free,
            @Nullable Integer freeAtMost,
            Verdict exceeded,
            List<Holder> holders) {

        static ApprovedLine of(ApprovedRanks.Line line) {
            return new ApprovedLine(
                    line.unit().id(),
                    line.unit().called(),
                    line.approved(),
                    line.document(),
                    line.least(),
                    line.most(),
                    line.free(),
                    line.freeAtMost(),
                    line.exceeded(),
                    line.holders().stream().map(Holder::of).toList());
        }
    }

    /** 核定、已用、可用 as laid down, by ranks counted together. */
    @GetMapping("/approved")
    List<Approved> approved(@RequestParam(required = false) @Nullable UUID unit, AsOf at, Signed signed) {
        var byRanks = new TreeMap<ApprovedRanks.Ranks, List<ApprovedRanks.Line>>();
        for (var each : approved.of(signed, unit, at))
            byRanks.computeIfAbsent(each.ranks(), any -> new ArrayList<>()).add(each);
        return byRanks.entrySet().stream()
                .map(each -> Approved.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** The units behind a number. */
    @GetMapping("/approved/units")
    List<ApprovedLine> approvedUnits(
            @RequestParam(required = false) @Nullable UUID unit, @RequestParam String ranks, AsOf at, Signed signed) {
        return approved.of(signed, unit, at).stream()
                .filter(each -> each.ranks().code().equals(ranks))
                .map(ApprovedLine::of)
                .toList();
    }
}
