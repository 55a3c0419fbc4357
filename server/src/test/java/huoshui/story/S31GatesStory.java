package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.Units;
import huoshui.rule.Rulebook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S31 “好苗子”选出来、“差坯子”挡在外：逐人列出不得、不符合、待核、符合，有不得或者待核的不算通过")
class S31GatesStory {

    static final String SWEEPS = "/api/v1/gates/YOUNG-POOL/sweeps?";
    static final String DAY = "asof=2026-06-30&purpose=P04";
    static final Map<String, String> CLEAN = Map.of(
            "POLITICAL-UNFIT", "否",
            "POLITICAL-DISCIPLINE-BREACH", "否",
            "NON-ORGANIZATIONAL-CONDUCT", "否",
            "LOW-RECOGNITION", "否",
            "SPOUSE-ABROAD", "否",
            "OTHER-UNFIT", "否",
            "AFFECTS-USE", "否",
            "POLITICAL-QUALITY", "好");

    @LocalServerPort
    int port;

    final Actor clerk = new Actor(UUID.randomUUID());
    final Dossiers dossiers;
    final Organization organization;
    final Rulebook rulebook;
    final Acts acts;
    final JdbcClient jdbc;
    final Department house;
    Visitor leader = new Visitor(0);

    S31GatesStory(
            @Autowired Dossiers dossiers,
            @Autowired Organization organization,
            @Autowired Rulebook rulebook,
            @Autowired Acts acts,
            @Autowired JdbcClient jdbc,
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.dossiers = dossiers;
        this.organization = organization;
        this.rulebook = rulebook;
        this.acts = acts;
        this.jdbc = jdbc;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aLeaderOfTheDepartment() {
        leader = house.visitor(port, "department-leader");
    }

    @Test
    void aGateIsNamedDataThatSaysWhichClausesItAsks() {
        var gate = leader.get("/api/v1/gates?" + DAY).body().path(0);
        assertThat(gate.path("code").asString()).isEqualTo("YOUNG-POOL");
        assertThat(gate.path("cohort").asString()).isEqualTo("年轻干部");
        assertThat(gate.path("clauses").toString()).contains("XR-24-6.1", "第二十四条第（六）项", "NQ-21");
        assertThat(leader.post("/api/v1/gates/NONE/sweeps?" + DAY, Map.of()).code())
                .isEqualTo("no-gate");
    }

    @Test
    void whoFulfilsEveryClauseIsThrough() {
        var person = seedling("好苗子");
        var told = told(person);
        assertThat(told.path("heap").asString()).as(told.toString()).isEqualTo("THROUGH");
        assertThat(told.path("belongs").isNull()).isTrue();
    }

    @Test
    void whoIsPastABarDoesNotEnterThroughAndTheBarStandsFirstWithItsEvidence() {
        var person = seedling("差坯子");
        var sanction = dossiers.record(
                clerk,
                person,
                new Sanction("党内警告", "02250", null, null, null, null, null),
                Span.since(LocalDate.of(2026, 2, 10)),
                "处分决定");
        house.record(person, new FrontlineService("重大斗争一线", "抗洪抢险", null, "优秀", "市防汛抗旱指挥部", "通报"), "2024-07");

        var told = told(person);
        assertThat(told.path("heap").asString()).isEqualTo("BARRED");
        assertThat(told.path("gate").asBoolean()).isTrue();
        var first = told.path("lines").path(0);
        assertThat(first.path("code").asString()).isEqualTo("XR-24-6.1");
        assertThat(first.path("heap").asString()).isEqualTo("BARRED");
        var fact = first.path("evidence").path(0);
        assertThat(fact.path("fact").asString()).isEqualTo(sanction.id().toString());
        assertThat(fact.path("kind").asString()).isEqualTo("sanction");
        assertThat(fact.path("chapter").asString()).isEqualTo("SUPERVISION");
        assertThat(fact.path("since").asString()).isEqualTo("2026-02-10");
        assertThat(told.path("beside").path(0).path("outcome").asString())
                .as("a preference beside it changes nothing")
                .isEqualTo("PREFERRED");
        assertThat(ids(sweep(List.of(person), "THROUGH", DAY))).isEmpty();

        assertThat(told(person, "asof=2026-02-09&purpose=P04").path("heap").asString())
                .as("the day before")
                .isEqualTo("THROUGH");
        assertThat(told(person, DAY + "&known=" + (sanction.known() - 1))
                        .path("heap")
                        .asString())
                .as("as known before")
                .isEqualTo("THROUGH");
    }

    @Test
    void theListGoesOutAloneOnlyUpToTwentyPeople() {
        var one = seedling("带走");
        var file = "/api/v1/gates/YOUNG-POOL/files?" + DAY;
        assertThat(leader.post(file, Map.of("people", List.of(one.id()))).status())
                .isEqualTo(200);
        assertThat(leader.post(file, Map.of("people", List.of(one.id()), "heap", "BARRED"))
                        .code())
                .isEqualTo("nobody");
        var many = java.util.stream.IntStream.range(0, 21)
                .mapToObj(i -> seedling("带走" + i).id())
                .toList();
        var waiting = leader.post(file, Map.of("people", many));
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.body().path("summary").asString()).contains("21 人", "名单");
        assertThat(leader.post("/api/v1/gates/YOUNG-POOL/files?asof=2026-06-30", Map.of("people", List.of(one.id())))
                        .code())
                .isEqualTo("purpose-required");
    }

    @Test
    void whoDoesNotMeetAnArrangementOfTheCityIsNotThroughEither() {
        var weak = person("年度不符", 1992);
        concluded(weak, CLEAN);
        grade(weak, 2024, "基本称职");
        grade(weak, 2025, "称职");

        var told = told(weak);
        assertThat(told.path("heap").asString()).as(told.toString()).isEqualTo("NOT_MET");
        assertThat(line(told, "NQ-22.2").path("heap").asString()).isEqualTo("NOT_MET");
        assertThat(line(told, "NQ-22.2").path("note").asString()).isEqualTo("本地自定义示例，非法规");
    }

    @Test
    void whateverIsNotConcludedOrNotRecordedIsOpenAndNeverThrough() {
        var silent = person("未作结论", 1992);
        grade(silent, 2024, "称职");
        grade(silent, 2025, "称职");
        var told = told(silent);
        assertThat(told.path("heap").asString()).isEqualTo("UNKNOWN");
        assertThat(line(told, "XR-24-1").path("missing").toString()).contains("违反政治纪律和政治规矩");

        var ageless = dossiers.open();
        house.record(ageless, new Identity("年龄不详", "男", null, "汉族", null, null, null), "1992-02");
        house.record(ageless, PostHeld.of("市水务局科员").matchedTo(bureau(), null), "2015-01");
        house.record(ageless, new Managed("03"), "2015-01");
        concluded(ageless, CLEAN);
        grade(ageless, 2024, "称职");
        grade(ageless, 2025, "称职");
        assertThat(told(ageless).path("heap").asString()).isEqualTo("UNKNOWN");
        assertThat(told(ageless).path("missing").toString()).contains("出生年月");

        var older = person("年长", 1975);
        concluded(older, CLEAN);
        grade(older, 2024, "称职");
        grade(older, 2025, "称职");
        assertThat(told(older).path("heap").asString()).isEqualTo("NOT_MET");
        assertThat(told(older).path("belongs").asString()).contains("年龄");
    }

    @Test
    void aCohortIsAskedAndTheFourHeapsAddUp() {
        seedling("成群");
        var asked = new LinkedHashMap<String, Object>();
        asked.put("condition", Map.of("cohort", "年轻干部"));
        var answer = leader.post(SWEEPS + DAY, asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var heaps = answer.body().path("heaps");
        int sum = 0;
        for (var each : List.of("BARRED", "NOT_MET", "UNKNOWN", "THROUGH"))
            sum += heaps.path(each).asInt();
        assertThat(sum).isEqualTo(answer.body().path("total").asInt()).isPositive();
        assertThat(heaps(answer.body())).as("what bars comes first").isSorted();
        assertThat(answer.body().toString()).doesNotContain("年长");
    }

    @Test
    void nobodyOutOfSightIsAskedOrCounted() {
        var person = seedling("看不见");
        var county = house.countyVisitor(port, "county-department");
        assertThat(county.post(SWEEPS + DAY, Map.of()).body().path("total").asInt())
                .isZero();
        assertThat(county.post(SWEEPS + DAY, Map.of("people", List.of(person.id())))
                        .code())
                .isEqualTo("no-such-person");
        assertThat(county.post(SWEEPS + DAY, Map.of("unit", bureau())).status()).isEqualTo(404);
        assertThat(county.post(SWEEPS + DAY, Map.of("unit", bureau(), "condition", Map.of("cohort", "年轻干部")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayNotReadAClauseOfTheGateIsShownNobodyAsThrough() {
        var person = seedling("半知");
        var section = house.visitor(port, "cadre-section");
        var answer = section.post(SWEEPS + DAY, Map.of("people", List.of(person.id())));
        assertThat(answer.body().path("withheld").toString()).contains("XR-24-6.1");
        assertThat(answer.body().path("heaps").path("THROUGH").asInt()).isZero();
        assertThat(answer.body().path("people").toString()).doesNotContain("XR-24-6.1");
    }

    @Test
    void sealedChaptersAreReadForAStatedPurposeOnceAndEachShowingIsJournaled() {
        var person = seedling("留痕");
        var asked = Map.of("people", List.of(person.id()));
        assertThat(leader.post(SWEEPS + "asof=2026-06-30", asked).code()).isEqualTo("purpose-required");
        assertThat(readings(person)).isZero();
        leader.post(SWEEPS + DAY, asked);
        long once = readings(person);
        long shown = shownAgain();
        assertThat(once).isPositive();
        leader.post(SWEEPS + DAY, Map.of("people", List.of(person.id()), "heap", "THROUGH"));
        assertThat(readings(person)).as("a number opens its list").isEqualTo(once);
        assertThat(shownAgain()).as("which is journaled").isEqualTo(shown + 1);
    }

    private UUID bureau() {
        return organization.now().named("市水务局").getFirst().id();
    }

    private Subject.Person seedling(String name) {
        var person = person(name, 1992);
        concluded(person, CLEAN);
        grade(person, 2024, "称职");
        grade(person, 2025, "优秀");
        return person;
    }

    private Subject.Person person(String name, int born) {
        var person = dossiers.open();
        house.record(person, new Identity(name, "男", PartialDate.month(born, 2), "汉族", null, null, null), born + "-02");
        house.record(person, PostHeld.of("市水务局科长").matchedTo(bureau(), null), "2015-01");
        house.record(person, new Managed("03"), "2015-01");
        return person;
    }

    private void grade(Subject.Person person, int year, String word) {
        var date = PartialDate.year(year);
        dossiers.record(clerk, person, new AnnualGrade(year, word, null), Span.between(date, date), "考核登记表");
    }

    private void concluded(Subject.Person person, Map<String, String> all) {
        all.forEach((code, value) -> house.record(
                person,
                new Conclusion(
                        code,
                        value,
                        "市委组织部部务会",
                        rulebook.book()
                                .conclusion(code)
                                .map(each -> each.chapter())
                                .orElse(Chapter.SUPERVISION),
                        null),
                "2026-01-10"));
    }

    private JsonNode told(Subject.Person person) {
        return told(person, DAY);
    }

    private JsonNode told(Subject.Person person, String clocks) {
        return sweep(List.of(person), null, clocks).path("people").path(0);
    }

    private JsonNode sweep(List<Subject.Person> people, @Nullable String heap, String clocks) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("people", people.stream().map(Subject.Person::id).toList());
        asked.put("heap", heap);
        var answer = leader.post(SWEEPS + clocks, asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode line(JsonNode told, String code) {
        for (var each : told.path("lines")) if (each.path("code").asString().equals(code)) return each;
        throw new AssertionError("no line " + code + " in " + told);
    }

    private static List<String> ids(JsonNode passed) {
        return StreamSupport.stream(passed.path("people").spliterator(), false)
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static List<Integer> heaps(JsonNode passed) {
        var order = List.of("BARRED", "NOT_MET", "UNKNOWN", "THROUGH");
        return StreamSupport.stream(passed.path("people").spliterator(), false)
                .map(each -> order.indexOf(each.path("heap").asString()))
                .toList();
    }

    private long readings(Subject.Person person) {
        return jdbc.sql(
                        "select count(*) from audit.entry where verb = 'READ' and chapter = 'SUPERVISION' and subject = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    private long shownAgain() {
        return jdbc.sql(
                        "select count(*) from audit.entry where verb = 'READ' and chapter = 'SUPERVISION' and subject is null")
                .query(Long.class)
                .single();
    }
}
