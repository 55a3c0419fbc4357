package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.PostCommand.AlterPost;
import huoshui.org.Posts;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.SetHeadcount;
import huoshui.org.Units;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S48 新提拔年轻干部先一般后重点、从小部门到大部门、从市直副职到县副职：跨越的台阶有提示，其他人只列台阶")
class S48LadderStory {

    static final String DAY = "asof=2026-06-30";
    static final PartialDate FOUNDED = PartialDate.month(2004, 5);
    static final String PAPER = "文件";
    static final LeadershipLevel DEPUTY = LeadershipLevel.DIVISION_DEPUTY;
    static final LeadershipLevel SECTION = LeadershipLevel.SECTION_CHIEF;

    @LocalServerPort
    int port;

    final Actor clerk = new Actor(UUID.randomUUID());
    final Dossiers dossiers;
    final Units units;
    final Posts posts;
    final Organization organization;
    final Acts acts;
    final Department house;
    Visitor leader = new Visitor(0);
    UUID small = new UUID(0, 0);
    UUID large = small;
    UUID county = small;

    S48LadderStory(
            @Autowired Dossiers dossiers,
            @Autowired Units units,
            @Autowired Posts posts,
            @Autowired Organization organization,
            @Autowired Acts acts,
            @Autowired Authorities authorities,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.dossiers = dossiers;
        this.units = units;
        this.posts = posts;
        this.organization = organization;
        this.acts = acts;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aSmallBureauALargeOneAndACounty() {
        leader = house.visitor(port, "department-leader");
        var chart = organization.now();
        small = unit("市档案馆", chart.named("澜江市").getFirst().id(), 24);
        large = unit("市交通局", chart.named("澜江市").getFirst().id(), 86);
        county = unit("隆川县政府", chart.named("隆川县").getFirst().id(), 40);
    }

    @Test
    void whoGoesFromAnOrdinaryPostInASmallBureauIsToldNothing() {
        var person = young("按序");
        holds(person, post(small, "科长", SECTION, PostTier.ORDINARY, 1), SECTION, "2020-03", "2025-11");
        holds(person, post(small, "副馆长", DEPUTY, PostTier.ORDINARY, 2), DEPUTY, "2025-11", null);

        var ladder = ladder(person);
        assertThat(outcomes(ladder, "WARNED")).isEmpty();
        assertThat(outcomes(ladder, "OPEN")).isEmpty();
        assertThat(outcomes(ladder, "FINE")).contains("NQ-13.3", "NQ-13.4", "NQ-13.5", "NQ-13.6", "NQ-13.7");
    }

    @Test
    void aStepStraightToAHeavyPostIsAFindingThatShowsTheStepAndNeverBlocks() {
        var person = young("跨步");
        holds(person, post(large, "科长", SECTION, PostTier.ORDINARY, 2), SECTION, "2020-03", "2025-11");
        var entry = holds(person, post(large, "副局长", DEPUTY, PostTier.CRUCIAL, 5), DEPUTY, "2025-11", null);

        var ladder = ladder(person);
        assertThat(outcomes(ladder, "WARNED")).containsExactlyInAnyOrder("NQ-13.3", "NQ-13.5", "NQ-13.6");
        assertThat(ladder.path("entry").asString()).isEqualTo(entry.toString());
        assertThat(finding(ladder, "NQ-13.3").path("evidence").toString()).contains(entry.toString());
        assertThat(finding(ladder, "NQ-13.3").path("words").asString()).contains("关键");
        assertThat(finding(ladder, "NQ-13.3").path("citation").asString()).contains("本市干部队伍建设安排");
        assertThat(finding(ladder, "NQ-13.3").path("note").asString()).isEqualTo("本市安排");
        assertThat(step(ladder, 1).path("change").path("tiers").asInt()).isEqualTo(2);
        assertThat(step(ladder, 1).path("change").path("levels").asInt()).isEqualTo(1);

        var onThePage =
                leader.get("/api/v1/people/" + person.id() + "/findings?" + DAY).body();
        assertThat(outcomes(onThePage, "WARNED")).contains("NQ-13.3");
        assertThat(outcomes(onThePage, "BARRED")).isEmpty();
    }

    @Test
    void aTierSkippedAfterTheRiseAndACountyWithoutABureauBeforeItAreFindings() {
        var person = young("跳级");
        holds(person, post(county, "副县长（一）", DEPUTY, PostTier.ORDINARY, 2), DEPUTY, "2025-03", "2026-01");
        holds(person, post(county, "副县长（二）", DEPUTY, PostTier.CRUCIAL, 3), DEPUTY, "2026-01", null);

        assertThat(outcomes(ladder(person), "WARNED")).containsExactlyInAnyOrder("NQ-13.4", "NQ-13.7");
        assertThat(outcomes(ladder(person, "asof=2025-12-31"), "WARNED"))
                .as("before the second step")
                .containsExactly("NQ-13.7");
    }

    @Test
    void forEverybodyElseThereIsTheLadderAlone() {
        var older = person("年长", 1975);
        holds(older, post(large, "科长（年长）", SECTION, PostTier.ORDINARY, 2), SECTION, "2020-03", "2025-11");
        holds(older, post(large, "副局长（年长）", DEPUTY, PostTier.CRUCIAL, 5), DEPUTY, "2025-11", null);
        var before = young("早提拔");
        holds(before, post(large, "副局长（早）", DEPUTY, PostTier.CRUCIAL, 5), DEPUTY, "2021-11", null);

        assertThat(ladder(older).path("findings")).isEmpty();
        assertThat(ladder(older).path("steps")).hasSize(2);
        assertThat(step(ladder(older), 1).path("change").path("tiers").asInt()).isEqualTo(2);
        assertThat(ladder(before).path("findings")).isEmpty();
    }

    @Test
    void whereTierOrWeightIsNotLaidDownTheStepSaysSoAndNothingPasses() {
        var person = young("未定");
        var seat = post(small, "副馆长（未定）", DEPUTY, null, null);
        holds(person, seat, DEPUTY, "2025-11", null);

        var ladder = ladder(person);
        assertThat(step(ladder, 0).path("tier").isNull()).isTrue();
        assertThat(step(ladder, 0).path("missing").toString()).contains("岗位分类未定", "岗位权重未定");
        assertThat(outcomes(ladder, "OPEN")).containsExactlyInAnyOrder("NQ-13.3", "NQ-13.5");
        assertThat(finding(ladder, "NQ-13.3").path("missing").toString()).contains("任现层次之初职位的岗位分类未定");

        long known = acts.head();
        posts.alter(clerk, new AlterPost(seat, is(small, "副馆长（未定）", DEPUTY, PostTier.ORDINARY, 2), FOUNDED, PAPER));
        assertThat(outcomes(ladder(person), "OPEN")).as("laid down since").isEmpty();
        assertThat(outcomes(ladder(person, DAY + "&known=" + known), "OPEN"))
                .as("as known before")
                .contains("NQ-13.3");
    }

    @Test
    void aStepToAPostOfNoKnownTierMaySkipOne() {
        var person = young("次步未定");
        holds(person, post(small, "副馆长（甲）", DEPUTY, PostTier.ORDINARY, 1), DEPUTY, "2025-03", "2026-01");
        holds(person, post(small, "副馆长（乙）", DEPUTY, null, 1), DEPUTY, "2026-01", null);

        assertThat(outcomes(ladder(person), "OPEN")).containsExactly("NQ-13.4");
        assertThat(finding(ladder(person), "NQ-13.4").path("missing").toString())
                .contains("岗位分类未定");
    }

    @Test
    void aPostThatIsMatchedToNothingLeavesTheStepOpen() {
        var person = young("未挂接");
        dossiers.record(clerk, person, PostHeld.of("某局副局长"), Span.since(PartialDate.month(2025, 11)), PAPER);
        dossiers.record(
                clerk,
                person,
                new LevelHeld(DEPUTY.title(), null, null),
                Span.since(PartialDate.month(2025, 11)),
                PAPER);

        var ladder = ladder(person);
        assertThat(ladder.path("entry").isNull()).isTrue();
        assertThat(ladder.path("open").asString()).contains("职务层次未记录");
        assertThat(step(ladder, 0).path("missing").toString()).contains("职务未挂接到职位");
        assertThat(outcomes(ladder, "WARNED")).isEmpty();
        assertThat(outcomes(ladder, "FINE")).isEmpty();
        assertThat(outcomes(ladder, "OPEN")).contains("NQ-13.3", "NQ-13.4", "NQ-13.5", "NQ-13.6", "NQ-13.7");
    }

    @Test
    void aPostIsReadAsItStoodWhenItWasTakenUp() {
        var person = young("后加重");
        var seat = post(small, "副馆长（后加重）", DEPUTY, PostTier.ORDINARY, 1);
        holds(person, seat, DEPUTY, "2025-11", null);
        posts.alter(
                clerk,
                new AlterPost(
                        seat, is(small, "副馆长（后加重）", DEPUTY, PostTier.CRUCIAL, 5), PartialDate.month(2026, 3), PAPER));

        assertThat(outcomes(ladder(person), "WARNED")).isEmpty();
        assertThat(step(ladder(person), 0).path("tier").asString()).isEqualTo("一般");
    }

    @Test
    void nobodyOutOfSightHasALadder() {
        var person = young("看不见");
        holds(person, post(small, "副馆长（看不见）", DEPUTY, PostTier.ORDINARY, 1), DEPUTY, "2025-11", null);
        var other = house.countyVisitor(port, "county-department");
        assertThat(other.get("/api/v1/people/" + person.id() + "/ladder").status())
                .isEqualTo(404);
    }

    private UUID unit(String name, UUID above, int places) {
        var unit = units.found(
                clerk, new FoundUnit(UnitIs.of(name, UnitKind.GOVERNMENT_ORGAN, null, above), FOUNDED, PAPER));
        units.count(
                clerk,
                new SetHeadcount(unit, new Headcount(places, null, null, null, null, null, PAPER), FOUNDED, PAPER));
        return unit;
    }

    private UUID post(
            UUID unit, String title, LeadershipLevel level, @Nullable PostTier tier, @Nullable Integer weight) {
        return posts.add(clerk, new AddPost(is(unit, title, level, tier, weight), FOUNDED, PAPER));
    }

    private static PostIs is(
            UUID unit, String title, LeadershipLevel level, @Nullable PostTier tier, @Nullable Integer weight) {
        return new PostIs(
                unit,
                title,
                null,
                null,
                null,
                SeatCategory.DEPUTY,
                level,
                true,
                false,
                tier,
                weight,
                List.of(),
                null,
                1,
                0,
                true,
                null,
                false,
                null,
                null);
    }

    private Subject.Person young(String name) {
        return person(name, 1992);
    }

    private Subject.Person person(String name, int born) {
        var person = dossiers.open();
        house.record(person, new Identity(name, "男", PartialDate.month(born, 2), "汉族", null, null, null), born + "-02");
        house.record(person, new Managed("03"), "2015-01");
        return person;
    }

    private UUID holds(Subject.Person person, UUID seat, LeadershipLevel level, String from, @Nullable String to) {
        var unit = organization.now().requirePost(seat).is().unit();
        var held = PostHeld.of("任职" + level.title()).matchedTo(unit, seat);
        var span = Span.between(PartialDate.parse(from), to == null ? null : PartialDate.parse(to));
        return dossiers.record(clerk, person, held, span, PAPER).id();
    }

    private JsonNode ladder(Subject.Person person) {
        return ladder(person, DAY);
    }

    private JsonNode ladder(Subject.Person person, String clocks) {
        var answer = leader.get("/api/v1/people/" + person.id() + "/ladder?" + clocks);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode step(JsonNode ladder, int at) {
        return ladder.path("steps").path(at);
    }

    private static JsonNode finding(JsonNode ladder, String code) {
        for (var each : ladder.path("findings"))
            if (each.path("code").asString().equals(code)) return each;
        throw new AssertionError("no finding " + code);
    }

    private static List<String> outcomes(JsonNode of, String outcome) {
        return StreamSupport.stream(of.path("findings").spliterator(), false)
                .filter(each -> each.path("outcome").asString().equals(outcome))
                .map(each -> each.path("code").asString())
                .filter(each -> each.startsWith("NQ-13."))
                .toList();
    }
}
