package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.CitizenNumber;
import huoshui.org.Authorities;
import huoshui.org.Organization;
import huoshui.org.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("手工录入与更正：改了文字，旧代码随之去掉；改了起止，简历所印随之改；填错的当场说明，什么也不写")
class HandEntryTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    final Dossiers dossiers;
    final Organization organization;
    final Department house;
    private final Actor clerk = new Actor(UUID.randomUUID());
    Visitor visitor = new Visitor(0);

    HandEntryTests(
            @Autowired Units units,
            @Autowired Organization organization,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.dossiers = dossiers;
        this.organization = organization;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aClerk() {
        visitor = house.visitor(port, "information-section");
    }

    @Test
    void theCodeOfOtherWordsGoesWithThem() {
        var person = house.person("换词", "市水务局科长");
        var sanction = sanction(person);
        var now = corrected(person, sanction, Map.of("name", "党内警告"));
        assertThat(now.path("code").isNull()).as("02112 was that of 政务记过").isTrue();

        var rank = held(person, new RankHeld("二级主任科员", "18", null), "2022-03", null);
        assertThat(corrected(person, rank, Map.of("rank", "一级主任科员"))
                        .path("code")
                        .isNull())
                .isTrue();
        var grade = held(person, new AnnualGrade(2023, "称职", "2"), "2023", "2023");
        assertThat(corrected(person, grade, Map.of("grade", "优秀")).path("code").isNull())
                .isTrue();
        var study = held(
                person,
                new Study("fulltime", "大学本科", "21", "工学学士", "308", "河海大学", null, "水利水电工程", "080801", null, null, true),
                "1998-09",
                "2002-07");
        var learnt = corrected(person, study, Map.of("degree", "理学学士"));
        assertThat(learnt.path("degreeCode").isNull()).isTrue();
        assertThat(learnt.path("levelCode").asString())
                .as("of words that stayed the codes stay")
                .isEqualTo("21");
    }

    @Test
    void aCodeStaysWhereOnlyTheRestIsPutRight() {
        var person = house.person("不换词", "市水务局科长");
        var now = corrected(person, sanction(person), Map.of("authority", "市监委"));
        assertThat(now.path("code").asString()).isEqualTo("02112");
    }

    @Test
    void aPostOfAnotherTextIsNotPrintedByTheOldOneAndOfAnotherUnitHasNotTheOldSeat() {
        var person = house.person("换岗", "市水务局科长");
        var bureau = unit("市水务局");
        var post = held(
                person,
                new PostHeld(
                        "市水务局办公室主任",
                        null,
                        bureau,
                        "市水务局",
                        "办公室主任",
                        null,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true),
                "2020-01",
                null);
        var now = corrected(person, post, Map.of("text", "市水务局人事科科长"));
        assertThat(now.path("postText").isNull()).isTrue();
        assertThat(now.path("unitText").isNull()).isTrue();
        assertThat(now.path("unit").asString()).isEqualTo(bureau.toString());

        var seated = held(person, PostHeld.of("市水务局副局长").matchedTo(bureau, UUID.randomUUID()), "2021-01", null);
        var moved = corrected(person, seated, Map.of("unit", unit("市委组织部").toString()));
        assertThat(moved.path("post").isNull()).as("the seat was the bureau's").isTrue();
    }

    @Test
    void aLineOfTheResumePrintsTheMonthsItIsToldToHold() {
        var person = house.person("改月", "市水务局科长");
        var line = held(
                person,
                new CareerLine(1, PartialDate.month(2010, 3), PartialDate.month(2014, 5), "市水务局科员", false),
                "2010-03",
                "2014-05");
        var now = corrected(person, line, Map.of(), Map.of("from", "2010-07", "to", "2014-05"));
        assertThat(now.path("from").asString()).isEqualTo("2010-07");
        assertThat(now.path("to").asString()).isEqualTo("2014-05");

        var fresh = recorded(
                person,
                "career-line",
                Map.of("line", 2, "text", "市水务局副科长", "meanwhile", false),
                Map.of("from", "2014-05", "to", "2016-02"));
        assertThat(fresh.body().path("body").path("from").asString()).isEqualTo("2014-05");
        assertThat(fresh.body().path("body").path("to").asString()).isEqualTo("2016-02");

        var open = recorded(
                person,
                "career-line",
                Map.of("line", 3, "text", "市水务局科长", "meanwhile", false),
                Map.of("from", "2016-02"));
        assertThat(open.body().path("body").path("to").isNull()).isTrue();
        var ended = visitor.post(
                "/api/v1/people/" + person.id() + "/facts/"
                        + open.body().path("id").asString() + "/endings",
                Map.of("day", "2020-06-01", "basis", "任免文件"));
        assertThat(ended.status()).as(ended.body().toString()).isEqualTo(201);
        assertThat(ended.body().path("body").path("to").asString()).isEqualTo("2020-06");
    }

    @Test
    void anIdNumberIsOneAndNobodyElsesAndWhatContradictsItIsLookedAt() {
        var person = house.person("号码", "市水务局科长");
        assertThat(number(person, "123").code()).isEqualTo("bad-number");
        assertThat(number(person, "530101198002150011").code())
                .as("check digit")
                .isEqualTo("bad-number");
        assertThat(number(person, valid("53010119800230001")).code())
                .as("30 February")
                .isEqualTo("bad-number");
        assertThat(number(person, valid("53010119800215002")).code())
                .as("a woman's")
                .isEqualTo("id-contradicts");
        assertThat(number(person, valid("53010119790215001")).code())
                .as("another year")
                .isEqualTo("id-contradicts");
        var right = valid("53010119800215001");
        assertThat(number(person, " " + right.toLowerCase(java.util.Locale.ROOT))
                        .body()
                        .path("body")
                        .path("number")
                        .asString())
                .isEqualTo(right);
        var other = house.person("同号", "市水务局科员");
        assertThat(number(other, right).code()).isEqualTo("id-taken");

        var third = house.person("档案不一", "市水务局科员");
        var asked = asked("id-number", Map.of("number", valid("53010119790215003")), Map.of("from", "1980-02"));
        asked.put("checked", true);
        assertThat(visitor.post(facts(third), asked).status())
                .as("papers that contradict one another were looked at")
                .isEqualTo(201);
    }

    @Test
    void whatIsInNoListNotYetSoOrEmptyIsRefusedAndNothingIsWritten() {
        var person = house.person("填错", "市水务局科长");
        var since = Map.of("from", "2020-01");
        var refused = new LinkedHashMap<String, Visitor.Answer>();
        refused.put("incomplete or blank name", recorded(person, "identity", Map.of("name", "  ", "sex", "男"), since));
        assertThat(refused.values()).allMatch(each -> each.code().equals("bad-body"));
        refused.clear();
        refused.put("sex", recorded(person, "identity", Map.of("name", "填错", "sex", "X"), since));
        refused.put("rank", recorded(person, "rank", Map.of("rank", "特级科员"), since));
        refused.put("level", recorded(person, "level", Map.of("level", "处长级"), since));
        refused.put("grade", recorded(person, "annual-grade", Map.of("year", 2023, "grade", "很好"), since));
        refused.put("category", recorded(person, "standing", Map.of("category", "公务员"), since));
        assertThat(refused).allSatisfy((what, answer) -> {
            assertThat(answer.status()).as(what).isEqualTo(422);
            assertThat(answer.code()).as(what).isEqualTo("bad-choice");
        });
        assertThat(recorded(person, "annual-grade", Map.of("year", 99999, "grade", "称职"), since)
                        .code())
                .isEqualTo("bad-dates");
        assertThat(recorded(person, "identity", Map.of("name", "填错", "birth", "2150-01"), since)
                        .code())
                .isEqualTo("bad-dates");
        assertThat(recorded(person, "post", Map.of("text", "科长", "unit", UUID.randomUUID()), since)
                        .code())
                .isEqualTo("no-unit");
        assertThat(recorded(person, "reward", Map.of("name", "奖".repeat(2_001)), since)
                        .code())
                .isEqualTo("too-long");
        assertThat(dossiers.history(person)).as("nothing was written").hasSize(3);

        for (var rank : List.of("一级警长", "管理七级职员", "四级高级法官", "二级主任科员"))
            assertThat(recorded(house.person(rank, "科长"), "rank", Map.of("rank", rank), since)
                            .status())
                    .as(rank)
                    .isEqualTo(201);
    }

    @Test
    void categoryStateAndCustodyAreRecordedByHandAndNobodyHandsAPersonToOthersByAWord() {
        var person = house.person("身份", "市水务局科长");
        var since = Map.of("from", "2020-01");
        assertThat(recorded(person, "standing", Map.of("category", "1", "establishment", "1", "state", "1"), since)
                        .status())
                .isEqualTo(201);
        assertThat(recorded(person, "custody", Map.of("unit", unit("市水务局")), since)
                        .status())
                .isEqualTo(201);
        assertThat(recorded(person, "custody", Map.of(), since).code()).isEqualTo("incomplete");
        assertThat(recorded(person, "managed", Map.of("category", "02"), Map.of("from", "2024-01"))
                        .status())
                .as("the city's department leads everybody")
                .isEqualTo(201);
        assertThat(recorded(person, "managed", Map.of("category", "八级"), since).status())
                .isNotEqualTo(201);

        var county = house.countyVisitor(port, "county-department");
        var local = dossiers.open();
        house.record(local, new Identity("县管", "男", PartialDate.month(1985, 2), "汉族", null, null, null), "1985-02");
        house.record(local, PostHeld.of("隆川县委组织部科员").matchedTo(unit("隆川县委组织部"), null), "2015-01");
        house.record(local, new Managed("04"), "2015-01");
        var kept = county.post(facts(local), asked("managed", Map.of("category", "04"), Map.of("from", "2024-01")));
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
    }

    @Test
    void theListsThatFormsChooseFromAreThere() {
        for (var list : List.of("ZB125", "ZB126", "ZB130", "ZB134", "ZB135", "ZB29", "ZB133", "ZB136", "ZB148"))
            assertThat(visitor.get("/api/v1/codes/" + list).body().size())
                    .as(list)
                    .isPositive();
        assertThat(visitor.get("/api/v1/codes/ZB01").status()).isEqualTo(404);
    }

    private UUID unit(String name) {
        return organization.now().named(name).getFirst().id();
    }

    private static String valid(String seventeen) {
        return seventeen + CitizenNumber.check(seventeen);
    }

    private UUID sanction(Subject.Person person) {
        return held(person, new Sanction("政务记过", "02112", "市纪委监委", null, null, null, null), "2024-05", null);
    }

    private UUID held(Subject.Person person, FactBody body, String from, @Nullable String to) {
        var span = Span.between(PartialDate.parse(from), to == null ? null : PartialDate.parse(to));
        return dossiers.record(clerk, person, body, span, "数据包").id();
    }

    private Visitor.Answer number(Subject.Person person, String number) {
        return recorded(person, "id-number", Map.of("number", number), Map.of("from", "1980-02"));
    }

    private Visitor.Answer recorded(
            Subject.Person person, String kind, Map<String, ?> body, Map<String, String> valid) {
        return visitor.post(facts(person), asked(kind, body, valid));
    }

    private static Map<String, Object> asked(String kind, Map<String, ?> body, Map<String, String> valid) {
        return new LinkedHashMap<>(Map.of("kind", kind, "body", body, "valid", valid, "basis", "文件"));
    }

    private static String facts(Subject.Person person) {
        return "/api/v1/people/" + person.id() + "/facts";
    }

    private JsonNode corrected(Subject.Person person, UUID fact, Map<String, ?> change) {
        return corrected(person, fact, change, null);
    }

    /** As the page does it: the whole body goes back with what was changed in it. */
    private JsonNode corrected(
            Subject.Person person, UUID fact, Map<String, ?> change, @Nullable Map<String, String> told) {
        var held = dossiers.fact(fact);
        var body = new LinkedHashMap<String, Object>(
                JSON.convertValue(held.content(), new tools.jackson.core.type.TypeReference<Map<String, Object>>() {}));
        body.putAll(change);
        var to = held.valid().lastDate();
        var valid = new LinkedHashMap<String, @Nullable String>();
        valid.put("from", String.valueOf(held.valid().firstDate()));
        valid.put("to", to == null ? null : to.text());
        var asked = Map.of("body", body, "valid", told == null ? valid : told, "basis", "文件", "reason", "录错");
        var answer = visitor.post(facts(person) + "/" + fact + "/corrections" + purpose(held.kind()), asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("body");
    }

    private static String purpose(String kind) {
        return kind.equals("sanction") ? "?purpose=P04" : "";
    }
}
