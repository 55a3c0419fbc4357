package huoshui.rule;

import static huoshui.rule.Reading.flag;
import static huoshui.rule.Reading.unknown;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.LinesAt;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.org.Chart;
import huoshui.org.Post;
import huoshui.org.fact.SeatCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kin who serve too near. 任职回避量度
 *
 * <p>Only rows whose person somebody has confirmed are looked at; any other row leaves the answer open. So does a relative out of
 * the asker's sight, whatever posts they hold: either answer would tell where they serve, and silence would pass for a no. That
 * somebody out of sight was confirmed is told, as the page of the family tells it, so that the unit that leads them can be asked.
 */
final class KinMeasures {

    private static final Set<String> GUARDED = Set.of("组织", "人事", "纪检", "监察", "审计", "财务");

    private static final String HIDDEN = "有亲属不在您的管理范围内，其任职须由主管单位核查";
    private static final String OPEN = "家庭成员中有尚未与在册人员核对的";

    private KinMeasures() {}

    /** Whether two posts stand in one line of command. */
    interface Near {
        @Nullable
        Boolean near(Chart chart, Post own, Post other);
    }

    static Reading inLine(OnePerson p, Question q) {
        return kin(p, q, KinMeasures::oneLine);
    }

    static Reading leadsUnit(OnePerson p, Question q) {
        return kin(p, q, KinMeasures::guarded);
    }

    /** How near the nearest relative is who stands in one line of command; further than any where none does. */
    static Reading distance(OnePerson p, Question q) {
        var found = look(p, q, KinMeasures::oneLine);
        var silent = found.silent();
        if (silent != null) return unknown(silent);
        int nearest = Reading.UNBOUNDED;
        boolean unread = false;
        for (var row : found.near()) {
            var steps = Kinship.steps(((FamilyMember) row.body()).relation());
            if (steps.isPresent()) nearest = Math.min(nearest, steps.getAsInt());
            else unread = true;
        }
        var facts = Evidence.of(found.near().isEmpty() ? found.looked() : found.near());
        if (found.hidden()) return new Reading(true, 0, nearest, 0, facts, HIDDEN);
        if (unread) return new Reading(true, 0, nearest, 0, facts, "有亲属的称谓读不出亲等");
        return found.open()
                ? new Reading(true, 0, nearest, 0, facts, OPEN)
                : new Reading(true, nearest, nearest, 0, facts, null);
    }

    private static Reading kin(OnePerson p, Question q, Near near) {
        var found = look(p, q, near);
        var silent = found.silent();
        if (silent != null) return unknown(silent);
        if (!found.near().isEmpty())
            return flag(true, Evidence.of(found.near().getFirst().id()));
        if (found.hidden()) return unknown(HIDDEN, Evidence.of(found.looked()));
        return found.open() ? unknown(OPEN, Evidence.of(found.looked())) : flag(false, Evidence.of(found.looked()));
    }

    /**
     * Which rows of a family stand near.
     *
     * @param silent why nothing could be looked at; null where something was
     * @param looked rows whose person is confirmed
     * @param open whether a row could not be told
     * @param hidden whether one is out of the asker's sight
     */
    private record Found(
            @Nullable String silent, List<LinesAt.At> near, List<LinesAt.At> looked, boolean open, boolean hidden) {

        static Found nothing(String why) {
            return new Found(why, List.of(), List.of(), true, false);
        }
    }

    private static Found look(OnePerson p, Question q, Near near) {
        var rows = p.lines().visibleLines("family");
        if (rows.isEmpty()) return Found.nothing("家庭成员未记录");
        var chart = q.chart();
        if (chart == null) return Found.nothing("没有机构资料");
        boolean open = false;
        boolean hidden = false;
        var seats = seats(p.card(), chart);
        var looked = new ArrayList<LinesAt.At>();
        var found = new ArrayList<LinesAt.At>();
        for (var row : rows) {
            var person = ((FamilyMember) row.body()).person();
            if (person == null) {
                open = true;
                continue;
            }
            looked.add(row);
            var card = q.city().find(person);
            if (card.filter(each -> !q.sees(each)).isPresent()) {
                hidden = true;
                continue;
            }
            var verdict = card.isEmpty() ? null : near(seats, card.get(), chart, near);
            if (Boolean.TRUE.equals(verdict)) found.add(row);
            open |= verdict == null;
        }
        return new Found(null, found, looked, open, hidden);
    }

    private static @Nullable Boolean near(@Nullable List<Post> own, Card kin, Chart chart, Near near) {
        var other = seats(kin, chart);
        if (own == null || other == null) return null;
        boolean open = false;
        for (var mine : own) {
            for (var theirs : other) {
                var verdict = near.near(chart, mine, theirs);
                if (Boolean.TRUE.equals(verdict)) return true;
                open |= verdict == null;
            }
        }
        return open ? null : false;
    }

    /** The seats somebody holds; null where one of their posts is not matched to a seat. */
    private static @Nullable List<Post> seats(Card card, Chart chart) {
        var all = new ArrayList<Post>();
        for (var each : card.posts().current()) {
            var seat = chart.post(each.post().post());
            if (seat.isEmpty()) return null;
            all.add(seat.get());
        }
        return all;
    }

    /** In one unit: as {@link #nearby}; between units: heads of a unit and of the one right above. */
    private static @Nullable Boolean oneLine(Chart chart, Post own, Post other) {
        if (own.is().unit().equals(other.is().unit())) {
            var section = own.is().section();
            boolean together = section != null && section.equals(other.is().section());
            return nearby(own.is().category(), other.is().category(), together);
        }
        return headOver(chart, own, other) || headOver(chart, other, own);
    }

    /**
     * Members of one team, the head and the heads of sections, and people of one section stand in one line; whom a deputy is
     * in charge of, and under whom two sections stand, is not recorded.
     */
    static @Nullable Boolean nearby(SeatCategory own, SeatCategory other, boolean sameSection) {
        if (sameSection || (own.sitsInTeam() && other.sitsInTeam())) return true;
        boolean headed = own == SeatCategory.HEAD && other == SeatCategory.SECTION_HEAD
                || other == SeatCategory.HEAD && own == SeatCategory.SECTION_HEAD;
        return headed ? true : null;
    }

    private static boolean headOver(Chart chart, Post above, Post below) {
        var parent =
                chart.unit(below.is().unit()).map(each -> each.is().parent()).orElse(null);
        return leads(above)
                && below.is().category() == SeatCategory.HEAD
                && above.is().unit().equals(parent);
    }

    private static boolean leads(Post post) {
        return post.is().category().sitsInTeam();
    }

    private static @Nullable Boolean guarded(Chart chart, Post own, Post other) {
        if (!own.is().unit().equals(other.is().unit()) || !leads(other)) return false;
        if (own.is().functions().isEmpty()) return null;
        return own.is().functions().stream().anyMatch(each -> GUARDED.stream().anyMatch(each::contains));
    }
}
