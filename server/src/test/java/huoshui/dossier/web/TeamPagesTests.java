package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Role;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.web.Structure.Figure;
import huoshui.dossier.web.Structure.Verdict;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Posts;
import huoshui.org.Teams;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.SetEstablishment;
import huoshui.org.UnitCommand.SetManagement;
import huoshui.org.Units;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.StructureMeasure;
import huoshui.org.fact.TeamFact.Target;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class TeamPagesTests {

    static final PartialDate FOUNDED = PartialDate.month(2004, 5);
    static final String PAPER = "澜编〔2024〕17 号";
    static int serial;

    final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Units units;

    @Autowired
    Posts posts;

    @Autowired
    Teams teams;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Roles roles;

    @Autowired
    Acts acts;

    @Autowired
    TeamPages pages;

    @Autowired
    UnitPages unitPages;

    @Autowired
    PostPages postPages;

    UUID commission = new UUID(0, 0);
    UUID head = commission;
    UUID deputy = commission;
    UUID team = commission;

    @BeforeEach
    void aCommissionWithTwoSeats() {
        commission = units.found(
                clerk,
                new FoundUnit(
                        UnitIs.of("澜江市发展和改革委员会" + ++serial, UnitKind.GOVERNMENT_ORGAN, UnitLevel.COUNTY, null),
                        FOUNDED,
                        PAPER));
        units.manage(
                clerk,
                new SetManagement(commission, ManagementCategory.CITY, ManagementCategory.OTHER, FOUNDED, PAPER));
        units.establish(
                clerk,
                new SetEstablishment(
                        commission,
                        List.of(
                                new Establishment(SeatCategory.HEAD, null, 1, PAPER),
                                new Establishment(SeatCategory.DEPUTY, null, 2, PAPER)),
                        FOUNDED,
                        PAPER));
        head = post("主任", SeatCategory.HEAD, true);
        deputy = post("副主任", SeatCategory.DEPUTY, false);
        team = teams.form(
                clerk, new Teams.FormTeam(new TeamIs(commission, null, 0), List.of(head, deputy), FOUNDED, PAPER));
    }

    @Test
    void aTeamShowsWhoSitsAndWhatStandsEmptySinceWhen() {
        person("岳承钧", "男", 1969, head, "2021-01", null);
        person("郑启", "男", 1966, deputy, "2017-06", "2026-06");

        var sheet = pages.one(team, now(), everything(), null);

        assertThat(sheet.seats()).hasSize(2);
        assertThat(sheet.seats().getFirst().person())
                .isNotNull()
                .satisfies(each -> assertThat(each.name()).isEqualTo("岳承钧"));
        assertThat(sheet.seats().getLast().emptySince()).isEqualTo("2026-06-01");
        assertThat(sheet.seats().getLast().before())
                .isNotNull()
                .satisfies(each -> assertThat(each.name()).isEqualTo("郑启"));
        assertThat(sheet.approved()).isEqualTo(3);
        assertThat(sheet.actual()).isEqualTo(1);
        assertThat(sheet.vacant()).isEqualTo(2);
    }

    @Test
    void anyDayIsShownBesideToday() {
        person("岳承钧", "男", 1969, head, "2021-01", null);
        person("郑启", "男", 1966, deputy, "2017-06", "2026-06");

        var before = Objects.requireNonNull(
                pages.one(team, now(), everything(), LocalDate.of(2020, 6, 30)).compared());

        assertThat(before.seats().getFirst().empty()).isTrue();
        assertThat(before.seats().getFirst().emptySince())
                .as("nobody recorded who sat there before")
                .isNull();
        assertThat(before.seats().getLast().person())
                .isNotNull()
                .satisfies(each -> assertThat(each.age()).isEqualTo(54));
    }

    @Test
    void aSilentDossierIsNeitherMetNorMissed() {
        person("岳承钧", "男", 1969, head, "2021-01", null);
        person("倪书禾", null, null, deputy, "2021-01", null);
        var targets = List.of(
                new Target(StructureMeasure.WOMEN, 1.0, null),
                new Target(StructureMeasure.UNDER_40, null, 0.0),
                new Target(StructureMeasure.NON_PARTY, 1.0, null),
                new Target(StructureMeasure.OVER_55, null, 0.0));
        teams.aim(clerk, new Teams.SetTargets(team, new Targets(targets, "2025 版"), FOUNDED, PAPER));

        var structure = pages.one(team, now(), everything(), null).structure();

        assertThat(verdict(structure, StructureMeasure.WOMEN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(structure, StructureMeasure.UNDER_40)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(structure, StructureMeasure.NON_PARTY)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(structure, StructureMeasure.OVER_55)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(structure, StructureMeasure.MINORITY)).isNull();
    }

    @Test
    void whoeverIsOutOfSightTakesTheSeatWithoutAName() {
        person("岳承钧", "男", 1969, head, "2021-01", null);
        var clerksOnly =
                sight(Authority.over(Set.of(commission), EnumSet.of(ManagementCategory.OTHER), Authority.Mode.LEADS));

        var seat = pages.one(team, now(), clerksOnly, null).seats().getFirst();

        assertThat(seat.hidden()).isTrue();
        assertThat(seat.person()).isNull();
        assertThat(seat.text()).isNull();
        assertThat(unitPages
                        .one(commission, now(), clerksOnly)
                        .posts()
                        .getFirst()
                        .holders())
                .allMatch(each -> each.person() == null && each.name() == null);
    }

    @Test
    void aUnitOutOfSightIsNotThere() {
        var nobody = signed(Sight.drawn(UUID.randomUUID(), null, roles.all(), null, List.of(), Set.of()));
        assertThat(unitPages.tree(now(), nobody, false).units())
                .allMatch(each -> nobody.sight().seesUnit(each.id()));
        var cadreOnly = signed(Sight.drawn(UUID.randomUUID(), null, List.of(), null, List.of(), Set.of()));
        assertThat(unitPages.tree(now(), cadreOnly, false).units()).isEmpty();
        assertThatThrownBy(() -> unitPages.one(commission, now(), cadreOnly))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不在您的管理范围");
    }

    @Test
    void aPostTellsWhoHeldItAndHowLongItStoodEmpty() {
        person("蓝志恒", "男", 1960, deputy, "2012-03", "2021-10");
        person("韩若川", "男", 1979, deputy, "2022-03", null);

        var stretches = postPages.one(deputy, now(), everything()).stretches();

        assertThat(stretches).extracting(Seating.Stretch::empty).containsExactly(false, false, true, false);
        assertThat(stretches).extracting(Seating.Stretch::unrecorded).containsExactly(true, false, false, false);
        assertThat(stretches.get(2).from()).isEqualTo("2021-10-01");
        assertThat(stretches.getLast().to()).isNull();
    }

    @Test
    void experienceIsHeldAgainstWhatIsWishedAndAnUnmatchedPostLeavesItOpen() {
        var county = units.found(
                clerk,
                new FoundUnit(UnitIs.of("澜沧江县" + ++serial, UnitKind.COUNTY, UnitLevel.COUNTY, null), FOUNDED, PAPER));
        earlier(
                person("岳承钧", "男", 1969, head, "2021-01", null),
                PostHeld.of("某县县长").matchedTo(county, null));
        earlier(person("倪书禾", "女", 1980, deputy, "2021-01", null), PostHeld.of("某乡乡长"));
        var targets = List.of(
                new Target(StructureMeasure.BEEN_COUNTY, 1.0, null),
                new Target(StructureMeasure.BEEN_TOWNSHIP, 1.0, null),
                new Target(StructureMeasure.BEEN_SECONDED, 1.0, null));
        teams.aim(clerk, new Teams.SetTargets(team, new Targets(targets, "2025 版"), FOUNDED, PAPER));

        var structure = pages.one(team, now(), everything(), null).structure();

        assertThat(verdict(structure, StructureMeasure.BEEN_COUNTY)).isEqualTo(Verdict.MET);
        assertThat(verdict(structure, StructureMeasure.BEEN_TOWNSHIP)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(structure, StructureMeasure.BEEN_SECONDED)).isEqualTo(Verdict.NOT_MET);
    }

    private void earlier(Subject.Person person, PostHeld held) {
        dossiers.record(
                clerk, person, held, Span.between(PartialDate.parse("2010-03"), PartialDate.parse("2015-03")), PAPER);
    }

    private @Nullable Verdict verdict(List<Figure> structure, StructureMeasure measure) {
        return structure.stream()
                .filter(each -> each.measure() == measure)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private UUID post(String title, SeatCategory category, boolean principal) {
        var is = PostIs.of(commission, title, category, LeadershipLevel.DIVISION_CHIEF)
                .asPrincipal(principal);
        return posts.add(clerk, new AddPost(is, FOUNDED, PAPER));
    }

    private Subject.Person person(
            String name, @Nullable String sex, @Nullable Integer born, UUID post, String from, @Nullable String to) {
        Subject.Person person = dossiers.open();
        var birth = born == null ? null : PartialDate.month(born, 5);
        dossiers.record(
                clerk,
                person,
                new Identity(name, sex, birth, "汉族", null, null, null),
                Span.evidenced(LocalDate.of(2000, 1, 1)),
                PAPER);
        if (sex != null || born == null)
            dossiers.record(
                    clerk, person, new PartyMembership("中共党员", null), Span.evidenced(LocalDate.of(2000, 1, 1)), PAPER);
        var held = PostHeld.of("市发展和改革委员会" + name).matchedTo(commission, post);
        var span = Span.between(PartialDate.parse(from), to == null ? null : PartialDate.parse(to));
        dossiers.record(clerk, person, held, span, PAPER);
        return person;
    }

    private AsOf now() {
        return new AsOf(TestClock.FIRST_DAY, acts.head());
    }

    private Signed everything() {
        return sight(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS));
    }

    private Signed sight(Authority authority) {
        List<Role> all = roles.all().stream().filter(each -> !each.hand()).toList();
        return signed(Sight.drawn(UUID.randomUUID(), null, all, null, List.of(authority), Set.of()));
    }

    private static Signed signed(Sight sight) {
        return new Signed(sight.account(), "test", "测试", null, false, sight, null);
    }
}
