package huoshui.interchange;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.search.View;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seats of the four leading teams of the city and its counties, one by one. 四套班子席位
 *
 * <p>A seat of which nobody was ever recorded, of a post set up before the record began, is silence and not a vacancy.
 */
final class TeamSeats {

    /** Which team. 四套班子 */
    enum Body {
        PARTY("1001", "党委", "Party committee"),
        CONGRESS("1003", "人大", "People's congress"),
        GOVERNMENT("1004", "政府", "Government"),
        CONSULTATIVE("1005", "政协", "CPPCC");

        private final String category;
        final String title;
        final String english;

        Body(String category, String title, String english) {
            this.category = category;
            this.title = title;
            this.english = english;
        }

        /** By the category of the unit, 机构类别 (ZB04). */
        static Optional<Body> of(Unit unit) {
            var category = unit.is().category();
            for (var each : values()) if (each.category.equals(category)) return Optional.of(each);
            return Optional.empty();
        }
    }

    /** What a number counts. 席位状态 */
    enum What {
        DUE("应配", "Due"),
        ACTUAL("实配", "In post"),
        VACANT("缺配", "Missing"),
        UNRECORDED("待核", "Not recorded"),
        EXCESS("超配", "Too many");

        final String title;
        final String english;

        What(String title, String english) {
            this.title = title;
            this.english = english;
        }
    }

    /**
     * One seat and who sits in it, or somebody for whom there is no seat.
     *
     * @param area the city or county; its name
     * @param seat false for somebody beyond the seats there are
     * @param person null where nobody sits, and where whoever does is out of sight
     * @param holder whoever sits there, in sight or not; for counting people once, never told
     */
    record Line(
            String area,
            String areaName,
            Body body,
            UUID unit,
            UUID post,
            String title,
            boolean seat,
            boolean taken,
            boolean unrecorded,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable UUID holder) {

        boolean counts(What what) {
            return switch (what) {
                case DUE -> seat;
                case ACTUAL -> taken;
                case VACANT -> seat && !taken && !unrecorded;
                case UNRECORDED -> seat && !taken && unrecorded;
                case EXCESS -> !seat;
            };
        }
    }

    private final Organization organization;
    private final Chart chart;
    private final City city;
    private final View view;

    TeamSeats(Organization organization, Chart chart, City city, View view) {
        this.organization = organization;
        this.chart = chart;
        this.city = city;
        this.view = view;
    }

    /** Of these units, which are in sight. */
    List<Line> all(List<Unit> units) {
        var lines = new ArrayList<Line>();
        for (var unit : units) {
            var body = Body.of(unit);
            if (body.isEmpty()) continue;
            for (var team : chart.teamsOf(unit.id()))
                for (var post : chart.seats(team.id())) lines.addAll(lines(unit, body.get(), post));
        }
        return lines;
    }

    private List<Line> lines(Unit unit, Body body, Post post) {
        var area = chart.unit(unit.is().parent()).orElse(unit);
        var held = city.everHeld(post.id());
        var now = held.stream()
                .filter(each -> each.held().valid().covers(chart.at().valid()))
                .toList();
        boolean silent = held.isEmpty()
                && organization.silentBefore(post.id(), chart.at().known());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < Math.max(post.is().seats(), now.size()); i++) {
            var holder = i < now.size() ? now.get(i) : null;
            var seen = holder == null ? Optional.<Card>empty() : seen(holder);
            lines.add(new Line(
                    area.id().toString(),
                    area.called(),
                    body,
                    unit.id(),
                    post.id(),
                    post.is().fullTitle(),
                    i < post.is().seats(),
                    holder != null,
                    silent,
                    seen.map(Card::id).orElse(null),
                    seen.map(each -> each.who().name()).orElse(null),
                    holder == null ? null : holder.person().id()));
        }
        return lines;
    }

    /** By where they serve today: an old or a coming post opens nobody to whoever does not see them now. */
    private Optional<Card> seen(Holding holding) {
        return view.sees(holding.person()) ? Optional.of(holding.person()) : Optional.empty();
    }
}
