package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.PostCommand.AlterPost;
import huoshui.org.Posts;
import huoshui.org.Teams;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.SetEstablishment;
import huoshui.org.UnitCommand.SetManagement;
import huoshui.org.Units;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.TeamFact.Term;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A county government whose team is elected, and a bureau beside it whose head is appointed. */
@RoomTest
@DisplayName("届期、试用期与分级别职数；机构记录的更正、终止与两个版本")
class TermsAndNumbersTests {

    static final PartialDate FOUNDED = PartialDate.month(2004, 5);
    static final String PAPER = "澜编〔2024〕18 号";
    static int serial;

    final Actor clerk = new Actor(UUID.randomUUID());
    final JsonMapper json = new JsonMapper();

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
    PostPages postPages;

    @Autowired
    DeadlinePages deadlines;

    @Autowired
    EstablishmentPages establishment;

    @Autowired
    OrgFactPages facts;

    UUID government = new UUID(0, 0);
    UUID bureau = government;
    UUID mayor = government;
    UUID deputyMayor = government;
    UUID director = government;
    UUID deputyDirector = government;
    UUID team = government;

    @BeforeEach
    void anElectedTeamAndAnAppointedOne() {
        government = unit("示川县政府" + ++serial, UnitKind.GOVERNMENT_ORGAN, null);
        bureau = unit("示川县水务局" + serial, UnitKind.GOVERNMENT_ORGAN, government);
        mayor = post(government, "县长", SeatCategory.HEAD, LeadershipLevel.DIVISION_CHIEF, true);
        deputyMayor = post(government, "副县长", SeatCategory.DEPUTY, LeadershipLevel.DIVISION_DEPUTY, true);
        director = post(bureau, "局长", SeatCategory.HEAD, LeadershipLevel.SECTION_CHIEF, false);
        deputyDirector = post(bureau, "副局长", SeatCategory.DEPUTY, LeadershipLevel.SECTION_DEPUTY, false);
        team = teams.form(
                clerk,
                new Teams.FormTeam(new TeamIs(government, null, 0), List.of(mayor, deputyMayor), FOUNDED, PAPER));
        teams.form(
                clerk,
                new Teams.FormTeam(new TeamIs(bureau, null, 0), List.of(director, deputyDirector), FOUNDED, PAPER));
    }

    @Test
    void anElectedPostEndsWithTheTermOfItsTeamWheneverItWasTakenUp() {
        int others = unknown("term", 6);
        var ye = person("叶知秋", deputyMayor, "2025-04");
        assertThat(unknown("term", 6)).as("no term recorded: 待核").isEqualTo(others + 1);

        term(16, "2016-08", "2021-08");
        term(17, "2021-08", "2026-08");

        assertThat(due("term", 6)).contains(Map.entry(ye.id(), "2026-08"));
        assertThat(unknown("term", 6)).isEqualTo(others);
        var terms = pages.one(team, now(), everything(), null).terms();
        assertThat(terms).extracting(TeamSheet.TermLine::words).containsExactly("第十七届", "第十六届");
        assertThat(terms).extracting(TeamSheet.TermLine::running).containsExactly(true, false);
        assertThat(postPages.one(deputyMayor, now(), everything()).termDue()).isEqualTo(PartialDate.month(2026, 8));

        assertThatThrownBy(() -> term(18, "2026-09", "2026-08"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("早于本届起始");
    }

    @Test
    void probationIsForAppointedDeputiesAndSectionsNotForTheElectedNorHeadsOfDepartments() {
        var elected = person("龙映雪", deputyMayor, "2026-01");
        var head = person("韩若川", director, "2026-01");
        var deputy = person("郁桐", deputyDirector, "2026-01");
        var probation = due("probation", 18);
        assertThat(probation).contains(Map.entry(deputy.id(), "2027-01")).doesNotContainKeys(elected.id(), head.id());

        posts.alter(clerk, new AlterPost(director, altered(director, true), PartialDate.month(2026, 1), PAPER));
        assertThat(due("term", 60))
                .as("appointed for a term: five years from taking it up")
                .contains(Map.entry(head.id(), "2031-01"));
    }

    @Test
    void numbersByLevelAreOfAnySetOnAnyDayAndOpenTheirUnitsPeopleAndEmptyPosts() {
        establish(government, new Establishment(SeatCategory.HEAD, null, 1, PAPER));
        establish(bureau, new Establishment(SeatCategory.DEPUTY, LeadershipLevel.SECTION_DEPUTY, 2, PAPER));
        var deputy = person("郁桐", deputyDirector, "2026-01");

        var board = establishment.board(government, true, null, UnitSet.EVERYTHING, now(), everything());
        var row = row(board, LeadershipLevel.SECTION_DEPUTY);
        assertThat(row.approved()).isEqualTo(2);
        assertThat(row.actual()).isEqualTo(1);
        assertThat(row.vacant()).isEqualTo(1);
        assertThat(row(board, LeadershipLevel.DIVISION_CHIEF).vacant()).isEqualTo(1);

        var line = establishment
                .lines(
                        government,
                        true,
                        null,
                        "SECTION_DEPUTY",
                        SeatCategory.DEPUTY,
                        UnitSet.EVERYTHING,
                        now(),
                        everything())
                .getFirst();
        assertThat(line.holders()).extracting(EstablishmentPages.Holder::person).containsExactly(deputy.id());
        assertThat(line.document()).isEqualTo(PAPER);
        var head = establishment
                .lines(government, false, null, "DIVISION_CHIEF", null, UnitSet.EVERYTHING, now(), everything())
                .getFirst();
        assertThat(head.empty()).extracting(EstablishmentPages.EmptyPost::post).containsExactly(mayor);

        var then = new AsOf(LocalDate.of(2025, 6, 30), acts.head());
        assertThat(row(
                                establishment.board(bureau, false, null, UnitSet.EVERYTHING, then, everything()),
                                LeadershipLevel.SECTION_DEPUTY)
                        .actual())
                .isZero();
        var nobody = signed(Sight.drawn(UUID.randomUUID(), null, List.of(), null, List.of(), Set.of()));
        assertThatThrownBy(() -> establishment.board(bureau, true, null, UnitSet.EVERYTHING, now(), nobody))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aLineIsCorrectedOrEndedOnItsBasisAndWhoComesLateSeesBothVersions() {
        term(17, "2021-08", "2026-08");
        var line = pages.one(team, now(), everything(), null).facts().stream()
                .filter(each -> each.kind().equals("term"))
                .findFirst()
                .orElseThrow();
        var right = json.valueToTree(new Term(17, PartialDate.month(2027, 2)));
        facts.correct(
                line.fact(),
                new OrgFactPages.Correcting(right, PartialDate.month(2021, 8), null, "应届满月份录错"),
                everything());

        assertThat(pages.one(team, now(), everything(), null).terms().getFirst().due())
                .isEqualTo(PartialDate.month(2027, 2));
        assertThatThrownBy(() ->
                        facts.end(line.fact(), new OrgFactPages.Ending(PartialDate.month(2026, 3), "换届"), everything()))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.sort()).isEqualTo(Refusal.Sort.CONFLICT);
                    assertThat(refused.details().get("yours").toString()).contains("第十七届，应届满 2026.08");
                    assertThat(refused.details().get("current").toString()).contains("第十七届，应届满 2027.02");
                });
        var before = new AsOf(TestClock.FIRST_DAY, acts.head() - 1);
        assertThat(pages.one(team, before, everything(), null)
                        .terms()
                        .getFirst()
                        .due())
                .as("as known before the correction")
                .isEqualTo(PartialDate.month(2026, 8));

        var now = pages.one(team, now(), everything(), null).terms().getFirst().fact();
        facts.end(now, new OrgFactPages.Ending(PartialDate.month(2026, 3), "提前换届"), everything());
        assertThat(pages.one(team, now(), everything(), null).terms().getFirst().until())
                .isEqualTo("2026-03-01");
        assertThat(facts.one(now, now(), everything()).unit().id()).isEqualTo(government);
    }

    @Test
    void aPostThatIsNoMoreCanStillBePutRight() {
        posts.close(clerk, new huoshui.org.PostCommand.ClosePost(deputyDirector, PartialDate.month(2026, 2), PAPER));
        var line = huoshuiLine(deputyDirector);
        facts.cancel(line, new OrgFactPages.Cancelling("未曾设置"), everything());
        assertThatThrownBy(() -> facts.cancel(line, new OrgFactPages.Cancelling("再撤"), everything()))
                .isInstanceOf(Refusal.class);
    }

    private UUID huoshuiLine(UUID post) {
        return postPages.one(post, new AsOf(LocalDate.of(2026, 1, 15), acts.head()), everything()).history().stream()
                .filter(each -> each.superseded() == null)
                .findFirst()
                .orElseThrow()
                .fact();
    }

    private PostIs altered(UUID post, boolean termed) {
        var is = postPages.one(post, now(), everything()).post();
        var tree = json.valueToTree(is);
        ((tools.jackson.databind.node.ObjectNode) tree).put("termed", termed).put("elected", false);
        return json.treeToValue(tree, PostIs.class);
    }

    private void term(int ordinal, String on, String due) {
        teams.beginTerm(
                clerk,
                new Teams.BeginTerm(team, new Term(ordinal, PartialDate.parse(due)), PartialDate.parse(on), PAPER));
    }

    private Map<UUID, String> due(String kind, int months) {
        return deadlines.deadlines(List.of(kind), months, 2000, now(), everything()).getFirst().people().stream()
                .collect(java.util.stream.Collectors.toMap(each -> each.person().id(), DeadlinePages.DueLine::due));
    }

    private int unknown(String kind, int months) {
        return deadlines
                .deadlines(List.of(kind), months, 2000, now(), everything())
                .getFirst()
                .unknown();
    }

    private static EstablishmentPages.Row row(EstablishmentPages.Board board, LeadershipLevel level) {
        return board.rows().stream()
                .filter(each -> each.level() != null && each.level().code().equals(level.name()))
                .findFirst()
                .orElseThrow();
    }

    private void establish(UUID unit, Establishment number) {
        units.establish(clerk, new SetEstablishment(unit, List.of(number), FOUNDED, PAPER));
    }

    private UUID unit(String name, UnitKind kind, @Nullable UUID parent) {
        var unit = units.found(clerk, new FoundUnit(UnitIs.of(name, kind, UnitLevel.COUNTY, parent), FOUNDED, PAPER));
        units.manage(clerk, new SetManagement(unit, ManagementCategory.CITY, ManagementCategory.OTHER, FOUNDED, PAPER));
        return unit;
    }

    private UUID post(UUID unit, String title, SeatCategory category, LeadershipLevel level, boolean elected) {
        var is = PostIs.of(unit, title, category, level).asPrincipal(category == SeatCategory.HEAD);
        var tree = (tools.jackson.databind.node.ObjectNode) json.valueToTree(is);
        tree.put("termed", elected).put("elected", elected);
        return posts.add(clerk, new AddPost(json.treeToValue(tree, PostIs.class), FOUNDED, PAPER));
    }

    private Subject.Person person(String name, UUID post, String from) {
        Subject.Person person = dossiers.open();
        dossiers.record(
                clerk,
                person,
                new Identity(name, "男", PartialDate.month(1980, 5), "汉族", null, null, null),
                Span.evidenced(LocalDate.of(2000, 1, 1)),
                PAPER);
        var unit = postPages.one(post, now(), everything()).unit();
        var held = PostHeld.of(unit.name() + name).matchedTo(unit.id(), post);
        dossiers.record(clerk, person, held, Span.since(PartialDate.parse(from)), PAPER);
        return person;
    }

    private AsOf now() {
        return new AsOf(TestClock.FIRST_DAY, acts.head());
    }

    private Signed everything() {
        var all = roles.all().stream().filter(each -> !each.hand()).toList();
        var authority = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        return signed(Sight.drawn(UUID.randomUUID(), null, all, null, List.of(authority), Set.of()));
    }

    private static Signed signed(Sight sight) {
        return new Signed(sight.account(), "test", "测试", null, false, sight, null);
    }
}
