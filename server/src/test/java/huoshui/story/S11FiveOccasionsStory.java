package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.assessment.Instrument.About;
import huoshui.assessment.RoundOccasion;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.Actor;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Teams;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.TeamFact.TeamIs;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("S11 平时、专项、年度、任前、换届五种方式考察：每轮写明是哪一种，每人每班子有什么缺什么")
class S11FiveOccasionsStory extends ArchiveStory {

    @Test
    void aTeamIsSeenWithEverybodyOnItsSeatsAndEveryOccasionThatIsMissing() {
        var first = post("副局长");
        var second = post("总工程师");
        var team = teams.form(
                new Actor(UUID.randomUUID()),
                new Teams.FormTeam(new TeamIs(house.bureau(), null, 1), List.of(first, second), LONG_AGO, PAPER));
        var looked = seated("韩若川", first);
        var never = seated("陆行远", second);
        past(RoundOccasion.SPECIAL, LocalDate.of(2025, 11, 12), About.PERSON, looked);
        past(RoundOccasion.ANNUAL, LocalDate.of(2025, 12, 20), About.PERSON, looked);
        past(RoundOccasion.SPECIAL, LocalDate.of(2025, 11, 13), About.TEAM, team);

        var rows = new HashMap<String, JsonNode>();
        for (var row : leader.get("/api/v1/archives?team=" + team).body().path("items"))
            rows.put(row.path("id").asString(), row);

        assertThat(rows).containsOnlyKeys(team.toString(), looked.toString(), never.toString());
        assertThat(rows.get(looked.toString()).path("counts").toString()).isEqualTo("{\"SPECIAL\":1,\"ANNUAL\":1}");
        assertThat(rows.get(never.toString()).path("counts").isEmpty()).isTrue();
        assertThat(rows.get(never.toString()).path("latest").isNull()).isTrue();
        assertThat(rows.get(team.toString()).path("latest").asString()).isEqualTo("2025-11-13");
        var archive =
                leader.get("/api/v1/archives/teams/" + team + "?" + PURPOSE).body();
        assertThat(texts(archive.path("blanks")))
                .containsExactly("ROUTINE", "ANNUAL", "PRE_APPOINTMENT", "TERM_CHANGE");
        assertThat(house.visitor(port, "cadre-section")
                        .get("/api/v1/archives?team=" + team)
                        .code())
                .isEqualTo("sealed-chapter");
        assertThat(house.countyVisitor(port, "department-leader")
                        .get("/api/v1/archives?team=" + team)
                        .status())
                .isEqualTo(404);
    }

    private UUID post(String title) {
        var is = PostIs.of(house.bureau(), title, SeatCategory.DEPUTY, null);
        return posts.add(new Actor(UUID.randomUUID()), new AddPost(is, LONG_AGO, PAPER));
    }

    private UUID seated(String name, UUID post) {
        var person = house.person(name, "市水务局副局长");
        house.record(person, PostHeld.of("市水务局副局长").matchedTo(house.bureau(), post), "2021-01");
        return person.id();
    }
}
