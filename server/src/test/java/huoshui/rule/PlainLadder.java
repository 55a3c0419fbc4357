package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps somebody took, the slow way: every tier that is not known is tried. */
final class PlainLadder {

    /** Nothing is known of the invented units before this day. */
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    private final PlainExaminer of;
    private final PlainWorld world;

    PlainLadder(PlainExaminer of, PlainWorld world) {
        this.of = of;
        this.world = world;
    }

    private List<Line> main() {
        return of.begun("post").stream()
                .filter(each -> !Boolean.FALSE.equals(((PostHeld) each.body()).main()))
                .toList();
    }

    /** Everything held at this level to the end of the career; null where it cannot be told what that is. */
    private @Nullable List<Line> stay(@Nullable LeadershipLevel level) {
        if (level == null) return null;
        var stay = new ArrayList<Line>();
        for (var each : main().reversed()) {
            var own = of.levelOf(each);
            if (own == null) return null;
            if (own != level) break;
            stay.addFirst(each);
        }
        if (stay.isEmpty()) return null;
        var since = of.heldSince();
        if (since == null) return stay;
        var began = stay.getFirst().valid().firstDate();
        return began == null || began.firstDay().isAfter(since.dayAfter()) ? null : stay;
    }

    @Nullable
    Line entry(@Nullable LeadershipLevel level) {
        var stay = stay(level);
        return stay == null ? null : stay.getFirst();
    }

    private static boolean known(Line line) {
        return line.valid().to() == null || line.valid().to().isAfter(FIRST);
    }

    private PlainWorld.@Nullable Chair chair(Line line) {
        return known(line) ? world.chair(((PostHeld) line.body()).post()) : null;
    }

    private PlainWorld.@Nullable Place place(Line line) {
        UUID own = ((PostHeld) line.body()).unit();
        var chair = chair(line);
        var unit = own != null ? own : chair == null ? null : chair.unit();
        return known(line) ? world.place(unit) : null;
    }

    @Nullable
    String tier(Line line) {
        var chair = chair(line);
        return chair == null || chair.tier() == null ? null : chair.tier().word();
    }

    @Nullable
    Integer weight(Line line) {
        var chair = chair(line);
        return chair == null ? null : chair.weight();
    }

    @Nullable
    Integer headcount(Line line) {
        var place = place(line);
        return place == null ? null : place.places();
    }

    @Nullable
    String sector(Line line) {
        var place = place(line);
        if (place == null) return null;
        if (world.within(place, Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP))) return "县区";
        return Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE)
                        .contains(place.kind())
                ? "企事业与高校"
                : "市直";
    }

    /** Every number that the greatest climb of one step may be. */
    @Nullable
    Set<Integer> climbs(@Nullable LeadershipLevel level) {
        var stay = stay(level);
        if (stay == null) return null;
        var found = new TreeSet<Integer>();
        climbs(stay, 0, -1, 0, found);
        return found;
    }

    private void climbs(List<Line> stay, int at, int before, int greatest, Set<Integer> found) {
        if (at == stay.size()) {
            found.add(greatest);
            return;
        }
        var told = tier(stay.get(at));
        for (int tier = 0; tier < 3; tier++) {
            if (told != null && !told.equals(List.of("一般", "重要", "关键").get(tier))) continue;
            climbs(stay, at + 1, tier, before < 0 ? greatest : Math.max(greatest, tier - before), found);
        }
    }
}
