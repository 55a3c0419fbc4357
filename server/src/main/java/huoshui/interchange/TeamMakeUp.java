package huoshui.interchange;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.search.View;
import huoshui.interchange.TeamSeats.Body;
import huoshui.kernel.code.Sex;
import huoshui.org.Chart;
import huoshui.org.Team;
import huoshui.org.Unit;
import huoshui.org.fact.StructureMeasure;
import huoshui.org.fact.TeamFact.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Women, cadres outside the Party, minorities and the young in the four leading teams: how many there should be, are, are surely
 * missing, and of how many nobody can tell. 四套班子结构性干部
 *
 * <p>How many there should be is what is wished of the team (班子结构目标); a team of which nothing is wished lacks nobody and has none
 * too few.
 */
final class TeamMakeUp {

    /** Which sort of cadre. 结构性干部 */
    enum Sort {
        WOMEN(StructureMeasure.WOMEN, "女干部", "Women"),
        NON_PARTY(StructureMeasure.NON_PARTY, "党外干部", "Outside the Party"),
        MINORITY(StructureMeasure.MINORITY, "少数民族干部", "Minorities"),
        YOUNG(StructureMeasure.UNDER_40, "40 岁以下干部", "Under 40");

        final StructureMeasure measure;
        final String title;
        final String english;

        Sort(StructureMeasure measure, String title, String english) {
            this.measure = measure;
            this.title = title;
            this.english = english;
        }

        /** Null where the dossier is silent. */
        @Nullable
        Boolean has(Card card) {
            var who = card.who();
            return switch (this) {
                case WOMEN -> who.sex() == null ? null : Boolean.valueOf(who.sex() == Sex.FEMALE);
                case NON_PARTY ->
                    card.party().recorded() ? Boolean.valueOf(!card.party().communist()) : null;
                case MINORITY ->
                    who.ethnicity() == null
                            ? null
                            : Boolean.valueOf(who.ethnicity().minority());
                case YOUNG -> under40(who.age());
            };
        }

        private static @Nullable Boolean under40(@Nullable Bounds age) {
            if (age == null || age.least() < 40 && age.most() >= 40) return null;
            return age.most() < 40;
        }
    }

    /** What a number counts. */
    enum What {
        DUE("应配", "Due"),
        ACTUAL("实配", "In post"),
        MISSING("缺配", "Missing"),
        OPEN("待核", "Not recorded");

        final String title;
        final String english;

        What(String title, String english) {
            this.title = title;
            this.english = english;
        }
    }

    /**
     * One team, or one of its members, in one number.
     *
     * @param count how many of the number it is; a member is one
     * @param member whether it is about a member, in sight or not
     */
    record Line(
            String area,
            String areaName,
            Body body,
            Sort sort,
            What what,
            int count,
            UUID team,
            String teamName,
            boolean member,
            @Nullable UUID person,
            @Nullable String name) {}

    private final Chart chart;
    private final City city;
    private final View view;

    TeamMakeUp(Chart chart, City city, View view) {
        this.chart = chart;
        this.city = city;
        this.view = view;
    }

    /** Of the teams of these units. */
    List<Line> all(List<Unit> units) {
        var lines = new ArrayList<Line>();
        for (var unit : units) {
            var body = Body.of(unit);
            if (body.isEmpty()) continue;
            var area = chart.unit(unit.is().parent()).orElse(unit);
            for (var team : chart.teamsOf(unit.id()))
                for (var sort : Sort.values()) lines(area, body.get(), team, sort, lines);
        }
        return lines;
    }

    /** A leading team of an area. */
    record Place(String area, String areaName, Body body) {}

    /** The teams of these units, also those of which nothing can be counted. */
    List<Place> places(List<Unit> units) {
        var places = new LinkedHashSet<Place>();
        for (var unit : units) {
            var area = chart.unit(unit.is().parent()).orElse(unit);
            Body.of(unit)
                    .filter(any -> !chart.teamsOf(unit.id()).isEmpty())
                    .ifPresent(body -> places.add(new Place(area.id().toString(), area.called(), body)));
        }
        return List.copyOf(places);
    }

    /** Whether anything is wished of it at all, in these teams. */
    static boolean wished(List<Line> lines) {
        return lines.stream().anyMatch(each -> each.what == What.DUE);
    }

    private void lines(Unit area, Body body, Team team, Sort sort, List<Line> into) {
        int actual = 0;
        int open = 0;
        for (var member : members(team).values()) {
            var seen = view.sees(member);
            var has = seen ? sort.has(member) : null;
            if (has == null) open++;
            else if (has) actual++;
            else continue;
            into.add(new Line(
                    area.id().toString(),
                    area.called(),
                    body,
                    sort,
                    has == null ? What.OPEN : What.ACTUAL,
                    1,
                    team.id(),
                    chart.nameOf(team),
                    true,
                    seen ? member.id() : null,
                    seen ? member.who().name() : null));
        }
        var least = least(team, sort);
        if (least == null) return;
        into.add(about(area, body, sort, What.DUE, least, team));
        int missing = Math.max(0, least - actual - open);
        if (missing > 0) into.add(about(area, body, sort, What.MISSING, missing, team));
    }

    private Line about(Unit area, Body body, Sort sort, What what, int count, Team team) {
        return new Line(
                area.id().toString(),
                area.called(),
                body,
                sort,
                what,
                count,
                team.id(),
                chart.nameOf(team),
                false,
                null,
                null);
    }

    private @Nullable Integer least(Team team, Sort sort) {
        return chart.targets(team.id()).stream()
                .flatMap(each -> each.targets().stream())
                .filter(each -> each.measure() == sort.measure)
                .map(Target::least)
                .filter(each -> each != null)
                .map(each -> (int) Math.ceil(each))
                .findFirst()
                .orElse(null);
    }

    /** Whoever sits in a seat of the team on the day, each once. */
    private Map<UUID, Card> members(Team team) {
        var members = new LinkedHashMap<UUID, Card>();
        for (var post : chart.seats(team.id()))
            for (var each : city.everHeld(post.id()))
                if (each.held().valid().covers(chart.at().valid()))
                    members.putIfAbsent(each.person().id(), each.person());
        return members;
    }
}
