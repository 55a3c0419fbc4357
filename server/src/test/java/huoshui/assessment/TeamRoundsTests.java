package huoshui.assessment;

import static huoshui.assessment.PollingPlace.heads;
import static huoshui.assessment.PollingPlace.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.Department;
import huoshui.RoomTest;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Signed;
import huoshui.assessment.Instrument.About;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Posts;
import huoshui.org.Teams;
import huoshui.org.UnitCommand.AbolishUnit;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.TeamFact;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds about teams: kept from whoever sits in them, and told of also where the team is no more. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamRoundsTests {

    static final PartialDate LONG_AGO = PartialDate.month(2016, 1);
    static final String PAPER = "文件";

    final Rounds rounds;
    final Ballots ballots;
    final Closing closing;
    final Results results;
    final Dossiers dossiers;
    final Organization organization;
    final Units units;
    final Teams teams;
    final Posts posts;
    final Acts acts;
    final TransactionTemplate transaction;
    final Department house;
    final PollingPlace place;
    final Actor clerk = new Actor(UUID.randomUUID());

    TeamRoundsTests(
            @Autowired Rounds rounds,
            @Autowired Slips slips,
            @Autowired Ballots ballots,
            @Autowired Closing closing,
            @Autowired Results results,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired Units units,
            @Autowired Teams teams,
            @Autowired Posts posts,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Organization organization,
            @Autowired Acts acts,
            @Autowired TransactionTemplate transaction) {
        this.rounds = rounds;
        this.ballots = ballots;
        this.closing = closing;
        this.results = results;
        this.dossiers = dossiers;
        this.organization = organization;
        this.units = units;
        this.teams = teams;
        this.posts = posts;
        this.acts = acts;
        this.transaction = transaction;
        this.house = new Department(units, authorities, dossiers, accounts, grants);
        this.place = new PollingPlace(rounds, slips, accounts);
    }

    @Test
    void whoeverSitsInATeamNeitherRunsARoundAboutItNorReadsWhatWasSaid() {
        var unit = unit("市林草局");
        var post = posts.add(clerk, new AddPost(PostIs.of(unit, "副局长", SeatCategory.DEPUTY, null), LONG_AGO, PAPER));
        var team = teams.form(clerk, new Teams.FormTeam(new TeamIs(unit, null, 1), List.of(post), LONG_AGO, PAPER));
        var member = dossiers.open();
        house.record(member, PostHeld.of("市林草局副局长").matchedTo(unit, post), "2020-03");
        house.open("member", "assessment-section", member.id());
        house.open("outsider", "assessment-section");
        var own = place.signed("member");
        var other = place.signed("outsider");

        refused("own-team", () -> rounds.open(own, about(team)));
        var round = closed(other, team);
        assertThat(results.read(other, round, team).scorecard().groups()).isNotEmpty();
        refused("no-subject", () -> results.read(own, round, team));
        refused("no-subject", () -> results.raw(own, round, team));
    }

    @Test
    void aTeamThatCeasedWhileItsRoundRanDoesNotKeepItFromBeingClosed() {
        var unit = unit("市畜牧局");
        var team = teams.form(clerk, new Teams.FormTeam(new TeamIs(unit, null, 1), List.of(), LONG_AGO, PAPER));
        house.open("closer", "assessment-section");
        var closer = place.signed("closer");
        var round = rounds.open(closer, about(team)).id();
        cast(closer, round, team);
        units.abolish(clerk, new AbolishUnit(unit, PartialDate.day(acts.today()), PAPER));
        assertThat(organization.now().team(team)).isEmpty();

        closing.close(closer, round, "班子撤销，提前截止");

        assertThat(results.read(closer, round, team).scorecard().groups()).isNotEmpty();
        var told = organization.line(team, acts.head()).stream()
                .filter(each -> each.content() instanceof TeamFact.Assessed)
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().valid().from())
                .as("of the last day it stood")
                .isEqualTo(acts.today().minusDays(1));
    }

    private UUID closed(Signed who, UUID team) {
        var round = rounds.open(who, about(team)).id();
        cast(who, round, team);
        closing.close(who, round, "均已答复");
        return round;
    }

    private void cast(Signed who, UUID round, UUID team) {
        for (var code : place.drawn(who, round, "peer", transaction).subList(0, 6))
            ballots.cast(code, 0, List.of(sheet(team, "好", "没有", "")));
    }

    private OpenRound about(UUID team) {
        return new OpenRound(
                "ZZ-SPECIAL",
                "班子政治素质专项测评",
                RoundOccasion.SPECIAL,
                Confidentiality.SECRET,
                acts.today().atTime(8, 0),
                acts.today().plusDays(2).atTime(18, 0),
                "部务会纪要",
                List.of(new OpenRound.Subject(team, About.TEAM)),
                List.of(heads("peer", 8)));
    }

    private UUID unit(String name) {
        var city = organization.now().requireUnit(house.bureau()).is().parent();
        return units.found(
                clerk, new FoundUnit(UnitIs.of(name, UnitKind.GOVERNMENT_ORGAN, null, city), LONG_AGO, PAPER));
    }

    private static void refused(String code, Runnable doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
