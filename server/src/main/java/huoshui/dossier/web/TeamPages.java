package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.web.OrgLines.Coded;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Team;
import huoshui.org.Teams;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.TeamFact.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The teams in sight, and one team by its seats. 班子 */
@RestController
@RequestMapping("/api/v1/teams")
@Needs(Right.READ_PEOPLE)
class TeamPages {

    private final Organization organization;
    private final Teams teams;
    private final Seating seating;
    private final TeamSheet sheets;

    TeamPages(Organization organization, Teams teams, Seating seating, TeamSheet sheets) {
        this.organization = organization;
        this.teams = teams;
        this.seating = seating;
        this.sheets = sheets;
    }

    /** @param principal name of 一把手; null when nobody is, or out of sight */
    record Line(
            UUID id,
            String name,
            UUID unit,
            String unitName,
            Coded kind,
            @Nullable Coded level,
            @Nullable String parent,
            @Nullable String principal,
            int seats,
            int members,
            int empty,
            @Nullable Integer approved,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            @Nullable String term,
            @Nullable PartialDate termDue) {}

    record Listing(LocalDate asof, long known, List<Line> items) {}

    record Forming(UUID unit, @Nullable String name, int order, List<UUID> posts, PartialDate on, String basis) {}

    record Ordering(List<UUID> posts, PartialDate on, String basis) {}

    record Electing(@Nullable Integer ordinal, PartialDate due, PartialDate on, String basis) {}

    record Aiming(Targets targets, PartialDate on, String basis) {}

    @GetMapping
    Listing all(AsOf at, Signed signed) {
        var chart = organization.at(at);
        var holding = seating.everywhere(chart, at);
        var seen = new ArrayList<Line>();
        for (var root : chart.roots())
            for (var unit : chart.subtree(root.id()))
                if (signed.sight().seesUnit(unit.id()))
                    for (var team : chart.teamsOf(unit.id())) seen.add(line(chart, team, holding, signed));
        return new Listing(at.valid(), at.known(), seen);
    }

    private Line line(Chart chart, Team team, Map<UUID, List<Holding>> holding, Signed signed) {
        var unit = chart.requireUnit(team.is().unit());
        var seats = chart.seats(team.id());
        var staffing = Seating.staffingOfTeam(chart, unit.id(), holding);
        var level = unit.is().level();
        var above = chart.ancestors(unit.id());
        var term = chart.term(team.id()).map(each -> (Term) each.content());
        return new Line(
                team.id(),
                chart.nameOf(team),
                unit.id(),
                unit.called(),
                new Coded(unit.is().kind().name(), unit.is().kind().word()),
                level == null ? null : new Coded(level.name(), level.word()),
                above.isEmpty() ? null : above.getLast().called(),
                principal(seats, holding, signed),
                seats.stream().mapToInt(each -> each.is().seats()).sum(),
                (int) seats.stream()
                        .flatMap(each -> holding.getOrDefault(each.id(), List.of()).stream())
                        .map(each -> each.person().id())
                        .distinct()
                        .count(),
                (int) seats.stream()
                        .filter(each -> !holding.containsKey(each.id()))
                        .count(),
                staffing.approved(),
                staffing.vacant(),
                staffing.excess(),
                term.map(Term::words).orElse(null),
                term.map(Term::due).orElse(null));
    }

    private @Nullable String principal(List<Post> seats, Map<UUID, List<Holding>> holding, Signed signed) {
        return seats.stream()
                .filter(each -> each.is().principal())
                .flatMap(each -> holding.getOrDefault(each.id(), List.of()).stream())
                .filter(each -> seating.sees(signed.sight(), each.person()))
                .map(each -> each.person().who().name())
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}")
    TeamSheet.Sheet one(@PathVariable UUID id, AsOf at, Signed signed, @RequestParam @Nullable LocalDate compare) {
        var chart = organization.at(at);
        var team = chart.requireTeam(id);
        if (!signed.sight().seesUnit(team.is().unit())) throw UnitPages.unseen();
        return sheets.draw(chart, team, at, compare, signed);
    }

    @Needs(Right.MANAGE_UNITS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UnitReforms.Made form(@RequestBody Forming asked, Signed signed) {
        UnitReforms.leads(UnitReforms.given(asked.unit()), signed);
        given(asked.posts(), signed);
        return new UnitReforms.Made(teams.form(
                signed.actor(),
                new Teams.FormTeam(
                        new TeamIs(asked.unit(), asked.name(), asked.order()),
                        asked.posts(),
                        UnitReforms.given(asked.on()),
                        UnitReforms.given(asked.basis()))));
    }

    @Needs(Right.MANAGE_UNITS)
    @PutMapping("/{id}/seats")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seat(@PathVariable UUID id, @RequestBody Ordering asked, Signed signed) {
        led(id, signed);
        given(asked.posts(), signed);
        teams.seat(
                signed.actor(),
                new Teams.SeatTeam(id, asked.posts(), UnitReforms.given(asked.on()), UnitReforms.given(asked.basis())));
    }

    @Needs(Right.MANAGE_UNITS)
    @PutMapping("/{id}/targets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void aim(@PathVariable UUID id, @RequestBody Aiming asked, Signed signed) {
        led(id, signed);
        teams.aim(
                signed.actor(),
                new Teams.SetTargets(
                        id,
                        UnitReforms.given(asked.targets()),
                        UnitReforms.given(asked.on()),
                        UnitReforms.given(asked.basis())));
    }

    @Needs(Right.MANAGE_UNITS)
    @PostMapping("/{id}/terms")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void elect(@PathVariable UUID id, @RequestBody Electing asked, Signed signed) {
        led(id, signed);
        teams.beginTerm(
                signed.actor(),
                new Teams.BeginTerm(
                        id,
                        new Term(asked.ordinal(), UnitReforms.given(asked.due())),
                        UnitReforms.given(asked.on()),
                        UnitReforms.given(asked.basis())));
    }

    private void led(UUID team, Signed signed) {
        UnitReforms.leads(organization.now().requireTeam(team).is().unit(), signed);
    }

    private void given(List<UUID> posts, Signed signed) {
        var chart = organization.now();
        for (var each : UnitReforms.given(posts))
            UnitReforms.leads(chart.requirePost(each).is().unit(), signed);
    }
}
