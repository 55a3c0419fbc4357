package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.UnitCommand.SetHeadcount;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.rule.Effect;
import huoshui.rule.Occasion;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import huoshui.rule.Status;
import huoshui.rule.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
@DisplayName("S63 市管职级：谁可晋升何职级、最早何日，谁不得、至何日，谁只待结论，谁缺什么，谁应降低，职数余几")
class S63RankSweepStory {

    static final String DAY = "asof=2026-06-30&purpose=P04";

    @LocalServerPort
    int port;

    final Rulebook rulebook;
    final Acts acts;
    final Units units;
    final Organization organization;
    final JdbcClient jdbc;
    Department house;
    Visitor leader = new Visitor(0);

    S63RankSweepStory(
            @Autowired Rulebook rulebook,
            @Autowired Acts acts,
            @Autowired Units units,
            @Autowired Organization organization,
            @Autowired JdbcClient jdbc,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.rulebook = rulebook;
        this.acts = acts;
        this.units = units;
        this.organization = organization;
        this.jdbc = jdbc;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aLeaderOfTheDepartment() {
        leader = house.visitor(port, "department-leader");
    }

    @Test
    void whoFulfilsEverythingMayRise() {
        var person = staff("可升", "2024-03");
        grades(person, "称职", "称职");
        concluded(person);

        assertThat(row(person).path("heap").asString()).isEqualTo("CLEAR");
        assertThat(row(person).path("target").asString()).isEqualTo("四级调研员");
    }

    @Test
    void whoOnlyWaitsForANamedCollectiveIsShownApart() {
        var person = staff("待结论", "2024-03");
        grades(person, "称职", "称职");

        var row = row(person);
        assertThat(row.path("heap").asString()).isEqualTo("AWAITING");
        assertThat(reasons(row, "OPEN")).contains("ZJ-17-1.2", "ZJ-21-3", "ZJ-21-4");
        assertThat(row.path("reasons").toString()).contains("需有“晋升职级五项基本条件逐项结论”的结论（由党委（党组）作出）");
    }

    @Test
    void whoLacksYearsIsToldTheFirstDayOnWhichTheClauseItselfSaysYes() {
        var person = staff("未到", "2025-03");
        concluded(person);
        grade(person, 2025, "称职");

        var row = row(person);
        assertThat(row.path("heap").asString()).isEqualTo("LATER");
        assertThat(row.path("outlook").path("earliest").asString()).isEqualTo("2027-03-01");
        assertThat(row.path("outlook").path("assumed").toString())
                .as("nothing is concluded of 2026 yet, and that is said")
                .isEqualTo("[2026]");

        grade(person, 2026, "称职");
        assertThat(asked(person, LocalDate.of(2027, 2, 28))).isEqualTo(Verdict.NOT_MET);
        assertThat(asked(person, LocalDate.of(2027, 3, 1))).isEqualTo(Verdict.MET);
    }

    @Test
    void whoLacksYearsAndWhoseDossierHasAHoleIsToldOnlyFromWhenTheHoleCounts() {
        var person = staff("有缺", "2025-03");
        concluded(person);

        var outlook = row(person).path("outlook");
        assertThat(outlook.path("earliest").isNull()).isTrue();
        assertThat(outlook.path("open").asString()).isEqualTo("2026-09-01");
        assertThat(outlook.path("missing").toString()).contains("任现职级期间有年度考核未记录");
    }

    @Test
    void whoIsBarredIsToldUntilWhenAndFromWhenThen() {
        var person = staff("受处分", "2023-03");
        grades(person, "称职", "称职");
        grade(person, 2023, "称职");
        concluded(person);
        conclude(person, "AFFECTS-USE", "否");
        house.record(person, new Sanction("党内警告", "02250", null, null, null, null, null), "2025-09-10");

        var row = row(person);
        assertThat(row.path("heap").asString()).isEqualTo("BARRED");
        assertThat(row.path("gate").asBoolean()).isTrue();
        assertThat(row.path("reasons").path(0).path("code").asString())
                .as("the closed gate of virtue comes first")
                .isEqualTo("ZJ-21-2");
        assertThat(row.path("outlook").path("until").asString()).isEqualTo("2026-09-10");
        assertThat(row.path("outlook").path("earliest").asString()).isEqualTo("2026-09-10");
    }

    @Test
    void whoseDossierHasHolesIsToVerifyAndNeverPasses() {
        var person = staff("待核", "2024-03");
        concluded(person);

        var row = row(person);
        assertThat(row.path("heap").asString()).isEqualTo("UNKNOWN");
        assertThat(row.path("reasons").toString()).contains("任现职级期间有年度考核未记录");
    }

    @Test
    void whoMeetsALoweringSituationIsShownBeside() {
        var person = staff("应降", "2020-03");
        grades(person, "称职", "不称职");

        var row = row(person);
        assertThat(row.path("lowering").asBoolean()).isTrue();
        assertThat(row.path("lowers").toString()).contains("ZJ-22-2", "ZB-C1");
        assertThat(ids(leader.get("/api/v1/rank-sweep/people?only=lowering&" + DAY)))
                .contains(person.id().toString());
    }

    @Test
    void everyNumberIsTheLengthOfItsList() {
        staff("甲", "2024-03");
        var summary = leader.get("/api/v1/rank-sweep?" + DAY).body();
        int sum = 0;
        for (var row : summary.path("ranks"))
            for (var cell : row.path("counts").properties()) {
                var rank = row.path("rank").isNull() ? "none" : row.path("rank").asString();
                var list =
                        leader.get("/api/v1/rank-sweep/people?rank=%s&heap=%s&%s".formatted(rank, cell.getKey(), DAY));
                assertThat(list.body().path("count").asInt())
                        .isEqualTo(cell.getValue().asInt());
                sum += cell.getValue().asInt();
            }
        assertThat(sum).isEqualTo(summary.path("people").asInt()).isPositive();
    }

    @Test
    void whatWasNotKnownThenIsNotHeldAgainstAnybodyThen() {
        var person = staff("两个时钟", "2024-03");
        grades(person, "称职", "称职");
        concluded(person);
        long before = acts.head();
        house.record(person, new Sanction("党内警告", "02250", null, null, null, null, null), "2026-05-10");

        assertThat(row(person, DAY + "&known=" + before).path("heap").asString())
                .isEqualTo("CLEAR");
        assertThat(row(person).path("heap").asString()).isEqualTo("BARRED");
    }

    @Test
    void nobodyOutOfSightIsCountedOrListed() {
        var person = staff("看不见", "2024-03");
        var county = house.countyVisitor(port, "county-department");

        assertThat(county.get("/api/v1/rank-sweep?" + DAY).body().path("people").asInt())
                .isZero();
        assertThat(ids(county.get("/api/v1/rank-sweep/people?" + DAY)))
                .doesNotContain(person.id().toString());
        assertThat(county.get("/api/v1/rank-sweep?unit=" + bureau() + "&" + DAY).status())
                .isEqualTo(404);
        assertThat(county.get("/api/v1/rank-sweep/quotas?unit=" + bureau() + "&" + DAY)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAPaperLaysDownIsHeldAgainstWhoHoldsSuchARankAndWhatNoneLaysDownIsNotKnown() {
        staff("占一名", "2024-03");
        var before = approved(DAY);
        assertThat(before.path("approved").isNull()).isTrue();
        assertThat(before.path("free").isNull()).as("not known is not none").isTrue();
        assertThat(before.path("exceeded").asString()).isEqualTo("UNKNOWN");
        int used = before.path("least").asInt();
        assertThat(used).isPositive();

        var clerk = house.visitor(port, "information-section");
        assertThat(lay(clerk, "PRINCIPAL_STAFF_1", "PRINCIPAL_STAFF_4", used + 5)
                        .status())
                .isEqualTo(204);
        var line = approved(DAY);
        assertThat(line.path("approved").asInt()).isEqualTo(used + 5);
        assertThat(line.path("document").asString()).isEqualTo("示职级〔2020〕3 号");
        assertThat(line.path("freeAtMost").asInt()).isEqualTo(5);
        assertThat(line.path("holders").size()).isEqualTo(used);
        assertThat(approved("asof=2019-12-31&purpose=P04").isMissingNode())
                .as("on that day nobody held such a rank, and nothing was laid down")
                .isTrue();
        var sum = of(leader.get("/api/v1/rank-sweep/approved?" + DAY).body(), "code", STAFF_1_TO_4);
        assertThat(sum.path("units").asInt()).isEqualTo(1);
        assertThat(sum.path("approved").asInt()).isEqualTo(used + 5);

        assertThat(lay(clerk, "PRINCIPAL_STAFF_1", "PRINCIPAL_STAFF_4", used - 1)
                        .status())
                .isEqualTo(204);
        assertThat(approved(DAY).path("exceeded").asString()).isEqualTo("MET");
        assertThat(lay(clerk, "PRINCIPAL_STAFF_4", "PRINCIPAL_STAFF_1", 3).code())
                .isEqualTo("bad-ranks");
        assertThat(lay(clerk, "PRINCIPAL_STAFF_1", "PRINCIPAL_STAFF_4", 1000).code())
                .isEqualTo("bad-number");
        assertThat(put(clerk, laid("CONSULTANT_1", "CONSULTANT_3", 3), laid("CONSULTANT_2", "CONSULTANT_4", 3))
                        .code())
                .isEqualTo("ranks-cross");
        assertThat(put(clerk, laid("CONSULTANT_1", "CONSULTANT_4", 3), laid("CONSULTANT_1", "CONSULTANT_4", 4))
                        .code())
                .isEqualTo("same-ranks");
        assertThat(leader.get("/api/v1/rank-sweep/approved?unit=" + UUID.randomUUID() + "&" + DAY)
                        .code())
                .isEqualTo("no-unit");
    }

    private static final String STAFF_1_TO_4 = "PRINCIPAL_STAFF_1..PRINCIPAL_STAFF_4";

    private JsonNode approved(String clocks) {
        var lines = leader.get("/api/v1/rank-sweep/approved/units?ranks=" + STAFF_1_TO_4 + "&" + clocks)
                .body();
        return of(lines, "unit", bureau().toString());
    }

    private static JsonNode of(JsonNode all, String key, String value) {
        for (var each : all) if (each.path(key).asString().equals(value)) return each;
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private Visitor.Answer lay(Visitor clerk, String highest, String lowest, int number) {
        return put(clerk, laid(highest, lowest, number));
    }

    private static Map<String, Object> laid(String highest, String lowest, int number) {
        return Map.of("highest", highest, "lowest", lowest, "number", number, "document", "示职级〔2020〕3 号");
    }

    @SafeVarargs
    private Visitor.Answer put(Visitor clerk, Map<String, Object>... laid) {
        return clerk.put(
                "/api/v1/units/" + bureau() + "/rank-establishment",
                Map.of("establishment", List.of(laid), "on", "2020-01", "basis", "示职级〔2020〕3 号"));
    }

    @Test
    void whoDoesNotReadSupervisionIsShownNobodyAsClearAndIsToldWhatWasKeptBack() {
        var person = staff("一半", "2024-03");
        grades(person, "称职", "称职");
        concluded(person);
        var section = house.visitor(port, "cadre-section");

        var summary = section.get("/api/v1/rank-sweep?" + DAY).body();
        assertThat(summary.path("withheld").toString()).contains("ZJ-21-2", "ZJ-21-3");
        assertThat(summary.path("heaps").path("CLEAR").asInt()).isZero();
        assertThat(summary.path("heaps").path("AWAITING").asInt()).isZero();
    }

    @Test
    void sealedChaptersAreReadForAStatedPurposeAndTheReadingIsJournaled() {
        var person = staff("留痕", "2024-03");
        assertThat(leader.get("/api/v1/rank-sweep?asof=2026-06-29").code()).isEqualTo("purpose-required");
        assertThat(readings(person)).as("refused, so nothing was read").isZero();

        leader.get("/api/v1/rank-sweep?" + DAY);
        long once = readings(person);
        long shown = shownAgain();
        assertThat(once).isPositive();
        leader.get("/api/v1/rank-sweep/people?heap=UNKNOWN&" + DAY);
        assertThat(readings(person))
                .as("a number opens its list out of the same reading")
                .isEqualTo(once);
        assertThat(shownAgain())
                .as("and each list of that reading is a line of the journal")
                .isEqualTo(shown + 1);
        leader.get("/api/v1/rank-sweep/people?heap=UNKNOWN&" + DAY);
        assertThat(shownAgain()).isEqualTo(shown + 2);
    }

    @Test
    void theListGoesOutAloneOnlyUpToTwentyPeople() {
        for (int i = 0; i < 21; i++) staff("导出" + i, "2019-03");
        var one = staff("一人导出", "2019-03");
        house.record(one, new Sanction("党内警告", "02250", null, null, null, null, null), "2026-02-10");
        var few = leader.post("/api/v1/rank-sweep/files?only=gate&" + DAY, "{}");
        assertThat(few.status()).as(few.body().toString()).isEqualTo(200);
        assertThat(leader.post("/api/v1/rank-sweep/files?only=gate&asof=2026-06-30", "{}")
                        .code())
                .isEqualTo("purpose-required");
        assertThat(leader.post("/api/v1/rank-sweep/files?rank=一级巡视员&" + DAY, "{}")
                        .code())
                .isEqualTo("nobody");
        var many = leader.post("/api/v1/rank-sweep/files?rank=四级调研员&" + DAY, "{}");
        assertThat(many.status()).isEqualTo(202);
        assertThat(many.body().path("summary").asString()).contains("职级晋升普查表").doesNotContain("导出1");

        var second = house.visitor(port, "supervision-section");
        var agreed = second.post(
                "/api/v1/approvals/" + many.body().path("approval").asString() + "/decisions",
                java.util.Map.of("agreed", true));
        assertThat(agreed.status()).as(agreed.body().toString()).isLessThan(300);
        var pinned = "/api/v1/rank-sweep/files?rank=四级调研员&" + DAY + "&known="
                + many.body().path("known").asLong();
        assertThat(leader.post(pinned, "{}").status()).isEqualTo(200);
        assertThat(leader.post(pinned, "{}").status()).as("agreed to once").isEqualTo(202);
    }

    @Test
    void quotaIsAPartOfTheHeadcountAndUnknownWhereNoneWasLaidDown() {
        var bureau = bureau();
        staff("占职数", "2024-03");
        var before = quota(bureau, "ZJ-12-3.1");
        assertThat(before.path("base").isNull()).isTrue();
        assertThat(before.path("free").isNull())
                .as("never laid down is not zero")
                .isTrue();
        assertThat(before.path("verdict").asString()).isEqualTo("UNKNOWN");

        units.count(
                new Actor(UUID.randomUUID()),
                new SetHeadcount(
                        bureau,
                        new Headcount(1000, null, null, null, null, null, "编制文件"),
                        PartialDate.month(2020, 1),
                        "编制文件"));
        var after = quota(bureau, "ZJ-12-3.1");
        assertThat(after.path("ceiling").asInt())
                .as("60 % of 1000, in hundredths")
                .isEqualTo(60_000);
        assertThat(after.path("least").asInt())
                .isEqualTo(after.path("holders").size())
                .isPositive();
        assertThat(after.path("free").asInt())
                .isEqualTo(600 - after.path("most").asInt());
        assertThat(after.path("verdict").asString()).isEqualTo("NOT_MET");
    }

    @Test
    void theCitysFiveTenAndNineAreSampleDataAndAreReplacedWithoutCode() {
        var book = rulebook.book();
        assertThat(sample(Effect.PREFERS)).hasSize(5);
        assertThat(sample(Effect.BARS)).hasSize(10);
        assertThat(sample(Effect.LOWERS)).hasSize(9);
        assertThat(book.provisions().stream().filter(each -> each.code().startsWith("ZB-")))
                .allMatch(each -> !each.status().blocks());

        var person = staff("换文", "2024-03");
        grades(person, "称职", "不定等次");
        var at = new AsOf(LocalDate.of(2026, 6, 30), acts.head());
        var shipped = rulebook.at(at).clause("ZB-B7");
        assertThat(outcome(at, person, shipped)).isEqualTo(Outcome.WARNED);
        assertThat(outcome(at, person, checked(shipped)))
                .as("the same text, once the city has laid it down and somebody has checked it")
                .isEqualTo(Outcome.BARRED);
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
                        "select count(*) from audit.entry where verb = 'READ' and chapter = 'SUPERVISION' and subject is null and purpose = 'P04'")
                .query(Long.class)
                .single();
    }

    private Outcome outcome(AsOf at, Subject.Person person, Provision clause) {
        var asking = rulebook.at(at);
        var q = asking.about(person, Occasion.RANK_PROMOTION, new Target.Rank(Rank.CONSULTANT_4));
        return asking.finding(q, clause).orElseThrow().outcome();
    }

    private static Provision checked(Provision is) {
        return new Provision(
                is.code(),
                is.title(),
                is.cite(),
                is.from(),
                is.to(),
                Status.VERIFIED,
                is.effect(),
                is.scope(),
                is.when(),
                is.unless(),
                is.opens(),
                is.message(),
                is.virtue(),
                is.cases(),
                is.source(),
                is.version());
    }

    private List<String> sample(Effect effect) {
        return rulebook.book().inForce(LocalDate.of(2026, 6, 30)).stream()
                .filter(each -> each.code().startsWith("ZB-") && each.effect() == effect)
                .map(each -> each.code())
                .toList();
    }

    private JsonNode quota(UUID unit, String clause) {
        for (var each : leader.get("/api/v1/rank-sweep/quotas/units?provision=" + clause + "&unit=" + unit + "&" + DAY)
                .body()) if (each.path("unit").asString().equals(unit.toString())) return each;
        throw new AssertionError("no line for " + clause);
    }

    private Verdict asked(Subject.Person person, LocalDate day) {
        var asking = rulebook.at(new AsOf(day, acts.head()));
        var q = asking.about(person, Occasion.RANK_PROMOTION, new Target.Rank(Rank.CONSULTANT_4));
        return asking.finding(q, asking.clause("ZJ-18-06")).orElseThrow().verdict();
    }

    private UUID bureau() {
        return organization
                .at(new AsOf(LocalDate.of(2026, 6, 30), acts.head()))
                .named("市水务局")
                .getFirst()
                .id();
    }

    private Subject.Person staff(String name, String since) {
        var person = house.person(name, "市水务局一级主任科员");
        house.record(person, new RankHeld("一级主任科员", null, null), since);
        return person;
    }

    private void grades(Subject.Person person, String of2024, String of2025) {
        grade(person, 2024, of2024);
        grade(person, 2025, of2025);
    }

    private void grade(Subject.Person person, int year, String word) {
        house.record(person, new AnnualGrade(year, word, null), String.valueOf(year));
    }

    private void concluded(Subject.Person person) {
        conclude(person, "RANK-BASIC", "符合");
        conclude(person, "OPEN-INVESTIGATION", "否");
        conclude(person, "OTHER-RANK-BAR", "否");
        conclude(person, "POLITICAL-UNFIT", "否");
    }

    private void conclude(Subject.Person person, String code, String value) {
        var chapter =
                rulebook.book().conclusion(code).map(each -> each.chapter()).orElse(Chapter.SUPERVISION);
        house.record(person, new Conclusion(code, value, "市水务局党组", chapter, null), "2026-01-10");
    }

    private JsonNode row(Subject.Person person) {
        return row(person, DAY);
    }

    private JsonNode row(Subject.Person person, String clocks) {
        for (int from = 0; ; from += 200) {
            var page = leader.get("/api/v1/rank-sweep/people?size=200&from=%d&%s".formatted(from, clocks))
                    .body()
                    .path("people");
            for (var each : page)
                if (each.path("id").asString().equals(person.id().toString())) return each;
            if (page.isEmpty()) throw new AssertionError("not in the sweep");
        }
    }

    private static List<String> ids(Visitor.Answer answer) {
        return stream(answer.body().path("people"))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static List<String> reasons(JsonNode row, String outcome) {
        return stream(row.path("reasons"))
                .filter(each -> each.path("outcome").asString().equals(outcome))
                .map(each -> each.path("code").asString())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }
}
