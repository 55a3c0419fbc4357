package huoshui.rule;

import static huoshui.rule.Reading.number;
import static huoshui.rule.Reading.unknown;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Staffing;
import huoshui.org.Unit;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact;
import huoshui.org.fact.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers read off units and teams. 单位与班子量度 */
final class OrgMeasures {

    private OrgMeasures() {}

    /** Which number of a category. 职数口径 */
    enum Number {
        APPROVED,
        FILLED,
        VACANT,
        EXCESS
    }

    static Reading seats(Question q, Arguments with, Number which) {
        var chart = q.chart();
        if (chart == null || !(q.subject() instanceof Subject.Unit(UUID unit))) return unknown("没有机构资料");
        int sum = 0;
        boolean any = false;
        for (var line : staffing(q, chart, unit).lines()) {
            if (with.category() != null
                    ? line.category() != with.category()
                    : !line.category().sitsInTeam()) continue;
            var number = switch (which) {
                case APPROVED -> line.approved();
                case FILLED -> Integer.valueOf(line.actual());
                case VACANT -> line.vacant();
                case EXCESS -> line.excess();
            };
            if (number == null) return unknown(line.category().word() + "职数未核定");
            sum += number;
            any = true;
        }
        return any || which == Number.FILLED ? number(sum, Evidence.NONE) : unknown("职数未核定");
    }

    private static Staffing staffing(Question q, Chart chart, UUID unit) {
        var seated = new ArrayList<Staffing.Seated>();
        for (var post : chart.postsIn(unit)) {
            if (!post.is().counted()) continue;
            for (var each : q.city().holders(post.id()))
                seated.add(new Staffing.Seated(
                        each.person().id(), post.is().category(), post.is().level()));
        }
        return Staffing.of(chart.establishment(unit), seated);
    }

    static Reading headcount(Question q) {
        var chart = q.chart();
        if (chart == null || !(q.subject() instanceof Subject.Unit(UUID unit))) return unknown("没有机构资料");
        var said = chart.headcount(unit).orElse(null);
        if (said == null || (said.administrative() == null && said.civilManaged() == null)) return unknown("编制数未核定");
        int told = said.administrative() == null ? 0 : said.administrative();
        told += said.civilManaged() == null ? 0 : said.civilManaged();
        var silent = silent(chart, unit, said);
        return silent == null
                ? number(told, Evidence.NONE)
                : number(new Bounds(told, Reading.UNBOUNDED), Evidence.NONE, silent);
    }

    /** The part of a headcount that such a unit must have and of which nothing is laid down: the rest is not all of it. */
    private static @Nullable String silent(Chart chart, UUID unit, UnitFact.Headcount said) {
        var is = chart.unit(unit).map(Unit::is).orElse(null);
        if (is == null) return null;
        boolean organ = is.kind() != UnitKind.INSTITUTION;
        if (said.administrative() == null && organ) return "行政编制数未核定";
        return said.civilManaged() == null && is.civilManaged() != null ? "参公编制数未核定" : null;
    }

    /** Which tier an organ belongs to; none for institutions, enterprises and places themselves. */
    static Reading tier(Question q) {
        var chart = q.chart();
        if (chart == null || !(q.subject() instanceof Subject.Unit(UUID unit))) return unknown("没有机构资料");
        var own = chart.unit(unit).orElse(null);
        if (own == null) return unknown("当日无此机构");
        return switch (own.is().kind()) {
            case PARTY_ORGAN, GOVERNMENT_ORGAN, CONGRESS, CONSULTATIVE, DISCIPLINE, JUDICIAL, MASS_ORGANIZATION -> {
                boolean county = chart.ancestors(unit).stream()
                        .anyMatch(each -> each.is().kind() == UnitKind.COUNTY);
                yield Reading.code(county ? 1 : 0, Evidence.NONE);
            }
            case TOWNSHIP -> Reading.code(2, Evidence.NONE);
            default -> Reading.codes(0, Evidence.NONE);
        };
    }

    /** People placed in the unit who hold one of these ranks. */
    static Reading rankHolders(Question q, Arguments with) {
        if (!(q.subject() instanceof Subject.Unit(UUID unit))) return unknown("没有机构资料");
        int sure = 0;
        int open = 0;
        for (var card : serving(q, unit)) {
            var rank = card.rank();
            if (rank == null || !q.sees(card)) open++;
            else if (holds(rank.rank().rank(), with.ranks())) sure++;
        }
        return number(new Bounds(sure, sure + open), Evidence.NONE, "有 %d 人职级未记录，或者不在您的管理范围内".formatted(open));
    }

    private static boolean holds(@Nullable Rank rank, long ranks) {
        return rank != null && (ranks & 1L << rank.ordinal()) != 0;
    }

    static List<Card> serving(Question q, UUID unit) {
        return serving(q.city(), unit);
    }

    static List<Card> serving(City city, UUID unit) {
        var all = new LinkedHashMap<UUID, Card>();
        for (var each : city.membersOf(unit))
            if (unit.equals(each.person().service().unit()))
                all.put(each.person().id(), each.person());
        return List.copyOf(all.values());
    }

    private static @Nullable Collection<Card> members(Question q) {
        var chart = q.chart();
        if (chart == null || !(q.subject() instanceof Subject.Team(UUID team))) return null;
        return members(q.city(), chart, team);
    }

    /** Whoever sits in a team, once each. */
    static Collection<Card> members(City city, Chart chart, UUID team) {
        var all = new LinkedHashMap<UUID, Card>();
        for (var seat : chart.seats(team))
            for (var each : city.holders(seat.id())) all.put(each.person().id(), each.person());
        return all.values();
    }

    /** How many sit there, and of how many a condition holds; of members out of the asker's sight it is open. */
    static Reading members(Question q, Arguments with) {
        var all = members(q);
        if (all == null) return unknown("没有班子资料");
        var asked = with.with();
        if (asked == null) return number(all.size(), Evidence.NONE);
        int sure = 0;
        int open = 0;
        for (var each : all) {
            switch (q.sees(each) ? asked.ask(q.of(each)).verdict() : Verdict.UNKNOWN) {
                case MET -> sure++;
                case UNKNOWN -> open++;
                case NOT_MET -> {}
            }
        }
        return number(new Bounds(sure, sure + open), Evidence.NONE, "有 %d 名成员的情况未记全，或者不在您的管理范围内".formatted(open));
    }

    /** In whole years, rounded down after adding months. */
    static Reading meanAge(Question q) {
        var all = members(q);
        if (all == null || all.isEmpty()) return unknown("没有班子资料");
        int least = 0;
        int most = 0;
        for (var each : all) {
            if (!q.sees(each)) return unknown("有成员不在您的管理范围内");
            var age = each.who().age();
            if (age == null) return unknown("有成员出生年月未记录");
            least += age.least();
            most += age.most();
        }
        return number(new Bounds(least / all.size(), most / all.size()), Evidence.NONE, "有成员出生年月未记全");
    }

    static @Nullable SeatCategory category(String word) {
        return SeatCategory.of(word).orElse(null);
    }
}
