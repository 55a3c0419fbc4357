package huoshui.rule.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.List;
import java.util.stream.StreamSupport;
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
@DisplayName("来日各月与缺项：数字都是名单的长度，密存内容须有事由，看不见的人不计")
class SweepsTests {

    static final String DAY = "asof=2026-06-30";

    @LocalServerPort
    int port;

    final JdbcClient jdbc;
    final Department house;
    Visitor leader = new Visitor(0);

    SweepsTests(
            @Autowired JdbcClient jdbc,
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.jdbc = jdbc;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aLeader() {
        leader = house.visitor(port, "department-leader");
    }

    @Test
    void anInfluencePeriodEndsInTheMonthOfItsLastDayAndIsToldForAPurposeOnly() {
        var person = house.person("影响", "市水务局科长");
        house.record(person, new Sanction("党内警告", "02250", null, null, null, null, null), "2025-09-10");

        assertThat(kinds(leader.get("/api/v1/coming-dates?" + DAY).body())).doesNotContain("INFLUENCE");
        var list = leader.get("/api/v1/coming-dates/people?kind=INFLUENCE&month=2026-09&purpose=P04&" + DAY);
        assertThat(ids(list)).contains(person.id().toString());
        assertThat(list.body().toString()).contains("2026-09-09 届满");
    }

    @Test
    void fifteenYearsAtOneLevelComeInTheMonthInWhichTheClauseItselfSaysSo() {
        var person = house.person("同层次", "市水务局副局长");
        house.record(
                person,
                new PostHeld(
                        "市水务局副局长", null, null, null, null, "县处级副职", true, null, null, null, null, null, null, null,
                        null, null),
                "2012-03");
        house.record(person, new LevelHeld("县处级副职", null, null), "2012-03");

        var list = leader.get("/api/v1/coming-dates/people?kind=LEVEL_15&" + DAY);
        var line = of(list, person);
        assertThat(line.path("month").asString()).isEqualTo("2027-03");
        var there = leader.get("/api/v1/people/" + person.id() + "/findings?asof=2027-03-01");
        assertThat(verdict(there.body(), "RQ-07-1.2")).isEqualTo("MET");
        var before = leader.get("/api/v1/people/" + person.id() + "/findings?asof=2027-02-28");
        assertThat(verdict(before.body(), "RQ-07-1.2")).isEqualTo("NOT_MET");
    }

    @Test
    void everyNumberOfTheMonthsIsTheLengthOfItsList() {
        house.person("各月", "市水务局科员");
        var all = leader.get("/api/v1/coming-dates?purpose=P04&" + DAY).body();
        for (var row : all.path("rows"))
            for (int i = 0; i < row.path("months").size(); i++) {
                var list = leader.get("/api/v1/coming-dates/people?kind=%s&month=%s&purpose=P04&%s"
                        .formatted(
                                row.path("kind").asString(),
                                all.path("months").path(i).asString(),
                                DAY));
                assertThat(list.body().path("count").asInt())
                        .isEqualTo(row.path("months").path(i).asInt());
            }
    }

    @Test
    void aPageTurnedWhileOthersWriteGoesOnInTheListOfTheFirst() {
        for (int i = 0; i < 5; i++) house.person("续页" + "甲乙丙丁戊".charAt(i), "市水务局科员");
        for (var list : List.of("completeness/people", "rank-sweep/people")) {
            var path = "/api/v1/" + list + "?purpose=P04&" + DAY;
            var first = leader.get(path + "&size=2").body();
            var known = "&known=" + first.at("/at/known").asLong();
            var all = ids(leader.get(path + "&size=200" + known));
            assertThat(all).as(list).hasSizeGreaterThan(4);

            house.person("阿插队", "市水务局科员");
            var second = leader.get(path + "&from=2&size=2" + known);

            assertThat(ids(second)).as(list).isEqualTo(all.subList(2, 4));
            assertThat(second.body().path("count").asInt())
                    .isEqualTo(first.path("count").asInt());
            assertThat(leader.get(path).body().path("count").asInt())
                    .as(list + ": somebody did come")
                    .isGreaterThanOrEqualTo(first.path("count").asInt());
        }
    }

    @Test
    void whatIsMissingIsToldWithHowManyAnswersItLeavesOpenAndEachNumberOpensItsPeople() {
        var person = house.person("缺项", "市水务局科员");
        var all = leader.get("/api/v1/completeness?" + DAY).body();
        assertThat(all.path("sealed").asInt()).as("not asked without a purpose").isPositive();
        boolean found = false;
        for (var row : all.path("rows")) {
            assertThat(row.path("kind").asString()).as(row.toString()).isNotEqualTo("OTHER");
            assertThat(row.path("what").asString()).doesNotStartWith("须先选定");
            var list = leader.get("/api/v1/completeness/people?size=200&kind=%s&what=%s&%s"
                    .formatted(
                            row.path("kind").asString(),
                            java.net.URLEncoder.encode(
                                    row.path("what").asString(), java.nio.charset.StandardCharsets.UTF_8),
                            DAY));
            assertThat(list.body().path("count").asInt())
                    .isEqualTo(row.path("people").asInt());
            found |= row.path("what").asString().contains("参加工作")
                    && ids(list).contains(person.id().toString());
        }
        assertThat(found).as("no start of work was recorded").isTrue();
    }

    @Test
    void whatWasReadOfLateIsJournaledEachTimeItIsShownAgain() {
        house.person("再看", "市水务局科员");
        for (var page : List.of("coming-dates", "completeness")) {
            var asked = "/api/v1/%s?purpose=P03&%s".formatted(page, DAY);
            leader.get(asked);
            long before = shownAgain();
            assertThat(leader.get(asked).status()).isEqualTo(200);
            assertThat(shownAgain()).as(page).isGreaterThan(before);

            leader.get("/api/v1/%s?%s".formatted(page, DAY));
            long open = shownAgain();
            leader.get("/api/v1/%s?%s".formatted(page, DAY));
            assertThat(shownAgain())
                    .as("nothing sealed is shown without a purpose")
                    .isEqualTo(open);
        }
    }

    private long shownAgain() {
        return jdbc.sql(
                        "select count(*) from audit.entry where verb = 'READ' and chapter is not null and subject is null")
                .query(Long.class)
                .single();
    }

    @Test
    void nobodyOutOfSightIsCounted() {
        house.person("远处", "市水务局科员");
        var county = house.countyVisitor(port, "county-department");
        assertThat(county.get("/api/v1/completeness?" + DAY)
                        .body()
                        .path("people")
                        .asInt())
                .isZero();
        assertThat(county.get("/api/v1/coming-dates/people?" + DAY)
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void aMonthOrALengthThatIsNoneIsRefused() {
        assertThat(leader.get("/api/v1/coming-dates?months=0").code()).isEqualTo("bad-months");
        assertThat(leader.get("/api/v1/coming-dates/people?month=soon").code()).isEqualTo("bad-month");
    }

    private static List<String> kinds(JsonNode months) {
        return StreamSupport.stream(months.path("rows").spliterator(), false)
                .map(each -> each.path("kind").asString())
                .toList();
    }

    private static List<String> ids(Visitor.Answer answer) {
        return StreamSupport.stream(answer.body().path("people").spliterator(), false)
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static JsonNode of(Visitor.Answer answer, Subject.Person person) {
        for (var each : answer.body().path("people"))
            if (each.path("id").asString().equals(person.id().toString())) return each;
        throw new AssertionError("not listed: " + answer.body());
    }

    private static String verdict(JsonNode findings, String code) {
        for (var each : findings.path("findings"))
            if (each.path("code").asString().equals(code))
                return each.path("verdict").asString();
        return "";
    }
}
