package huoshui.assessment;

import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Examined;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Team;
import huoshui.org.fact.TeamFact.TeamIs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Those whom rounds ask about, as they are named and as they may be seen: a team goes by what it was on the last day it stood, and is
 * nobody's to deal with who sits in it, or whose kin does. 测评对象
 */
@Component
public class Examinees {

    private final Cities cities;
    private final PeopleSearch search;
    private final Organization organization;
    private final Acts acts;

    Examinees(Cities cities, PeopleSearch search, Organization organization, Acts acts) {
        this.cities = cities;
        this.search = search;
        this.organization = organization;
        this.acts = acts;
    }

    /** @param post null of a team, and where none is on record */
    public record Named(String name, @Nullable String post) {}

    public Named named(Examined about) {
        if (about.kind() == About.TEAM)
            return new Named(
                    standing(about.subject())
                            .map(each -> each.chart.nameOf(each.team))
                            .orElse("（班子记录已撤销）"),
                    null);
        var card = cities.now().find(cities.now().kept(about.subject()));
        return new Named(
                card.map(each -> each.who().name()).orElse("（档案已并入他人）"),
                card.flatMap(each -> each.posts().current().stream().findFirst())
                        .map(each -> each.post().text())
                        .orElse(null));
    }

    /** A team on the last day it stood, today where it still does. */
    private record Standing(Chart chart, Team team) {}

    private Optional<Standing> standing(UUID team) {
        return lastDay(team).flatMap(day -> {
            var chart = organization.at(new AsOf(day, acts.head()));
            return chart.team(team).map(each -> new Standing(chart, each));
        });
    }

    /** Today, or the last day a team stood; empty where it never counted as one. */
    Optional<LocalDate> lastDay(UUID team) {
        var today = acts.today();
        return organization.line(team, acts.head()).stream()
                .filter(each -> each.content() instanceof TeamIs)
                .map(each -> each.valid())
                .filter(each -> !each.from().isAfter(today))
                .map(each -> each.to() == null || each.to().isAfter(today)
                        ? today
                        : each.to().minusDays(1))
                .max(LocalDate::compareTo);
    }

    /** Whether this account deals with them as staff: in sight, and neither oneself nor one's kin, nor a team of theirs. */
    boolean seen(Signed who, Examined about) {
        if (about.kind() == About.PERSON)
            return cities.now()
                    .find(cities.now().kept(about.subject()))
                    .filter(search.view(who.sight())::sees)
                    .isPresent();
        return standing(about.subject())
                .filter(each -> who.sight().seesUnit(each.team.is().unit()))
                .filter(each -> !belongs(who.sight(), each))
                .isPresent();
    }

    /** Whether this account, or its kin, has or had a seat of the team, or a post in its unit of which it is not known which seat it is. */
    private boolean belongs(Sight sight, Standing is) {
        var city = cities.now();
        var unit = is.team.is().unit();
        boolean seated = is.chart.seats(is.team.id()).stream()
                .flatMap(each -> city.everHeld(each.id()).stream())
                .anyMatch(each -> refused(sight, each));
        return seated
                || city.membersOf(unit).stream()
                        .anyMatch(each -> each.held().post().post() == null && refused(sight, each));
    }

    private static boolean refused(Sight sight, Holding each) {
        return sight.refuses(each.person().id());
    }

    /** Whether this account deals with this person as staff. */
    public boolean sees(Signed who, UUID person) {
        return seen(who, new Examined(person, About.PERSON, null));
    }

    /** The people on a team's seats on that day, in order of seats. */
    public List<UUID> members(UUID team, LocalDate day) {
        var chart = organization.at(new AsOf(day, acts.head()));
        var city = cities.now();
        return chart.seats(team).stream()
                .flatMap(each -> city.everHeld(each.id()).stream())
                .filter(each -> each.held().valid().covers(day))
                .map(each -> each.person().id())
                .distinct()
                .toList();
    }
}
