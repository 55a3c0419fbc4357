package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Authorities.GrantAuthority;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S26 公务员、事业单位、企业等各类人才：一个库，各有各的职级，一次检索全部找到")
class S26OnePeopleStoreStory {

    private static final PartialDate LONG_AGO = PartialDate.month(2000, 1);
    private static final String PAPER = "文件";

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Authorities authorities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private UUID none = new UUID(0, 0);
    private UUID bureau = none;
    private UUID hospital = none;
    private UUID firm = none;
    private UUID township = none;
    private Subject.Person han = new Subject.Person(none);
    private Subject.Person doctor = han;
    private Subject.Person manager = han;
    private Subject.Person mayor = han;
    private @Nullable Visitor department;
    private @Nullable Visitor county;

    @BeforeAll
    void aCityOfThreeKinds() {
        var city = found("澜江市", UnitKind.CITY, null);
        var organization = found("市委组织部", UnitKind.PARTY_ORGAN, city);
        bureau = found("市水务局", UnitKind.GOVERNMENT_ORGAN, city);
        hospital = found("市人民医院", UnitKind.INSTITUTION, city);
        firm = found("市水务集团", UnitKind.ENTERPRISE, city);
        var longchuan = found("隆川县", UnitKind.COUNTY, city);
        var countyDepartment = found("隆川县委组织部", UnitKind.PARTY_ORGAN, longchuan);
        township = found("石桥镇", UnitKind.TOWNSHIP, longchuan);
        manages(organization, null, Set.of(ManagementCategory.values()));
        manages(countyDepartment, longchuan, Set.of(ManagementCategory.COUNTY, ManagementCategory.OTHER));
        han = person("韩若川", "男", "1979-05", "市水务局党组成员、副局长", bureau, "二级调研员", "03");
        doctor = person("闻静姝", "女", "1981-11", "市人民医院心血管内科主任", hospital, "管理七级职员", "03");
        manager = person("龙映雪", "女", "1983-09", "市水务集团总经理", firm, null, "03");
        mayor = person("普云川", "男", "1983-02", "石桥镇镇长", township, "二级主任科员", "04");
        dossiers.record(clerk, han, new HealthStatement("健康"), since("2020-01"), PAPER);
        dossiers.record(clerk, han, new IdNumber("530101197905121234"), since("1979-05"), PAPER);
        var staff = new Staff(accounts, grants);
        staff.open("department", organization, null, "cadre-section");
        staff.open("county", countyDepartment, null, "county-department");
        staff.open("personnel", bureau, null, "unit-personnel");
        staff.open("ownself", organization, han.id(), "cadre-section");
        department = visitor("department");
        county = visitor("county");
    }

    @Test
    void oneSearchFindsCivilServantsDoctorsAndManagersAlike() {
        var found = department().post("/api/v1/people/searches", Map.of("text", "水务"));
        assertThat(names(found, "items")).contains("韩若川", "龙映雪");
        var all = department().post("/api/v1/people/searches", Map.of());
        assertThat(names(all, "items")).contains("韩若川", "闻静姝", "龙映雪", "普云川");
        assertThat(all.body().path("structure").toString()).contains("企事业与高校", "县区", "市直");
    }

    @Test
    void ranksOfOneLadderAreComparedAndAnothersAreLeftOpen() {
        var rank = Map.of("field", "rank", "op", "atLeast", "value", "16");
        var asked = department().post("/api/v1/people/searches", Map.of("condition", rank));
        assertThat(names(asked, "items")).contains("韩若川").doesNotContain("闻静姝", "龙映雪", "普云川");
        assertThat(asked.body().path("heaps").path("unknown").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(asked.body().path("missing").toString()).contains("rank");
    }

    @Test
    void whoeverIsOutOfSightIsNotThereAtAll() {
        assertThat(names(county().post("/api/v1/people/searches", Map.of()), "items"))
                .containsExactly("普云川");
        assertThat(county().get("/api/v1/people/" + han.id()).status()).isEqualTo(404);
        assertThat(county().get("/api/v1/people/" + mayor.id()).status()).isEqualTo(200);
        var pasted = county().post("/api/v1/people/recognitions", Map.of("lines", List.of("韩若川", "普云川")));
        assertThat(pasted.body().path("recognized").size()).isEqualTo(1);
        assertThat(pasted.body().path("unknown").size()).isEqualTo(1);
        var ids = county().post("/api/v1/people/searches", Map.of("people", List.of(han.id(), mayor.id())));
        assertThat(ids.body().path("total").asInt()).isEqualTo(1);
        assertThat(names(county().get("/api/v1/search?q=hrc"), "people")).isEmpty();
        var list = county().post("/api/v1/lists", Map.of("name", "拟谈话", "people", List.of(han.id())));
        assertThat(list.status()).isEqualTo(404);
    }

    @Test
    void nobodySeesTheirOwnDossierAsStaff() {
        var self = visitor("ownself");
        assertThat(self.get("/api/v1/people/" + han.id()).status()).isEqualTo(404);
        assertThat(names(self.post("/api/v1/people/searches", Map.of()), "items"))
                .doesNotContain("韩若川");
    }

    @Test
    void theSearchBoxKnowsPinyinInitialsUnitsAndPosts() {
        assertThat(names(department().get("/api/v1/search?q=hrc"), "people")).containsExactly("韩若川");
        assertThat(names(department().get("/api/v1/search?q=wenjing"), "people"))
                .containsExactly("闻静姝");
        assertThat(names(department().get("/api/v1/search?q=" + encoded("水务")), "units"))
                .containsExactlyInAnyOrder("市水务局", "市水务集团");
    }

    @Test
    void thePageOfAnotherDayIsSearchedAndPastedIntoByItsOwnClocks() {
        assertThat(names(department().get("/api/v1/search?q=hrc&known=2"), "people"))
                .as("nothing was known yet")
                .isEmpty();
        assertThat(names(department().get("/api/v1/search?q=" + encoded("水务") + "&asof=1999-12-31"), "units"))
                .as("no such unit then")
                .isEmpty();
        var lines = Map.of("lines", List.of("韩若川"));
        var then = department().post("/api/v1/people/recognitions?known=2", lines);
        assertThat(then.body().path("unknown").size()).isEqualTo(1);
        var now = department().post("/api/v1/people/recognitions", lines);
        assertThat(now.body().path("recognized").size()).isEqualTo(1);
    }

    @Test
    void aPersonsPageShowsOpenChaptersAndKeepsSealedOnesForAPurpose() {
        var page = department().get("/api/v1/people/" + han.id()).body();
        assertThat(page.path("identity").path("name").asString("")).isEqualTo("韩若川");
        assertThat(page.path("unit").asString("")).isEqualTo("市水务局");
        assertThat(page.path("facts").toString()).contains("市水务局党组成员、副局长").doesNotContain("健康");
        var chapter = "/api/v1/people/" + han.id() + "/chapters/HEALTH";
        assertThat(department().get(chapter).status()).isEqualTo(428);
        assertThat(department()
                        .get(chapter + "?purpose=" + encoded("P11"))
                        .body()
                        .toString())
                .contains("健康");
    }

    @Test
    void idNumbersAreMaskedForThoseWhoDoNotKeepDossiers() {
        assertThat(department().get("/api/v1/people/" + han.id()).body().toString())
                .contains("530101197905121234");
        manages(bureau, bureau, Set.of(ManagementCategory.values()));
        var personnel = visitor("personnel").get("/api/v1/people/" + han.id());
        assertThat(personnel.status()).isEqualTo(200);
        assertThat(personnel.body().toString())
                .doesNotContain("530101197905121234")
                .contains("530101**********34");
    }

    @Test
    void aCorrectionIsSeenAtOnceAndTheOldVersionStays() {
        var recorded = department()
                .post(
                        "/api/v1/people/" + manager.id() + "/facts",
                        Map.of(
                                "kind",
                                "expertise",
                                "body",
                                Map.of("text", "水利规划"),
                                "valid",
                                Map.of("from", "2015-03"),
                                "basis",
                                "干部任免审批表"));
        assertThat(recorded.status()).isEqualTo(201);
        var fact = recorded.body().path("id").asString("");
        var corrections = "/api/v1/people/" + manager.id() + "/facts/" + fact + "/corrections";
        var correction = Map.of(
                "body",
                Map.of("text", "水利规划与移民安置"),
                "valid",
                Map.of("from", "2015-03"),
                "basis",
                "干部任免审批表",
                "reason",
                "漏填");
        assertThat(department().post(corrections, correction).status()).isEqualTo(201);
        assertThat(department().post(corrections, correction).status()).isEqualTo(409);
        var history = department().get("/api/v1/people/" + manager.id() + "/history?kind=expertise");
        assertThat(history.body().path("facts").size()).isEqualTo(2);
        var old = history.body().path("facts").path(0);
        assertThat(old.path("recordedBy").asString("")).isEqualTo("department");
        assertThat(old.path("endedBy").asString("")).isEqualTo("department");
        assertThat(old.path("reason").asString("")).isEqualTo("漏填");
        assertThat(history.body().path("facts").path(1).path("endedBy").isNull())
                .isTrue();
        var found = department()
                .post(
                        "/api/v1/people/searches",
                        Map.of("condition", Map.of("field", "expertise", "op", "contains", "value", "移民")));
        assertThat(names(found, "items")).containsExactly("龙映雪");
        var foreign = "/api/v1/people/" + doctor.id() + "/facts/" + fact + "/corrections";
        assertThat(department().post(foreign, correction).status()).isEqualTo(404);
        assertThat(county().post(corrections, correction).status()).isEqualTo(404);
    }

    @Test
    void whatIsIncompleteOrUnreadableIsRefusedWithASentence() {
        var facts = "/api/v1/people/" + manager.id() + "/facts";
        var valid = Map.of("from", "2015-03");
        for (var asked : List.<Map<String, Object>>of(
                Map.of("kind", "rank", "body", Map.of(), "valid", valid, "basis", PAPER),
                Map.of(
                        "kind",
                        "rank",
                        "body",
                        Map.of("rank", "四级调研员"),
                        "valid",
                        Map.of("from", "2015-13"),
                        "basis",
                        PAPER),
                Map.of("kind", "rank", "body", Map.of("rank", "四级调研员"), "valid", valid),
                Map.of("kind", "merged-into", "body", Map.of("person", han.id()), "valid", valid, "basis", PAPER),
                Map.of("kind", "work-start", "body", Map.of("date", "2015-13-40"), "valid", valid, "basis", PAPER),
                Map.of(
                        "kind",
                        "rank",
                        "body",
                        Map.of("rank", "四级调研员", "stranger", 1),
                        "valid",
                        valid,
                        "basis",
                        PAPER))) {
            var answer = department().post(facts, asked);
            assertThat(answer.status()).as(asked.toString()).isEqualTo(422);
            assertThat(answer.body().path("detail").asString("")).startsWith("未写入");
        }
    }

    @Test
    void savedListsFollowTheirConditionAndAreSharedOnlyWhereSaid() {
        var condition = Map.of("field", "post", "op", "contains", "value", "水务");
        var own = department().post("/api/v1/lists", Map.of("name", "水务口", "condition", condition));
        assertThat(own.status()).isEqualTo(201);
        assertThat(own.body().path("count").asInt()).isEqualTo(2);
        var id = own.body().path("id").asString("");
        assertThat(names(department().post("/api/v1/people/searches", Map.of("list", id)), "items"))
                .containsExactlyInAnyOrder("韩若川", "龙映雪");
        assertThat(county().get("/api/v1/lists").body().toString()).doesNotContain("水务口");
        assertThat(visitor("ownself").get("/api/v1/lists").body().toString()).doesNotContain("水务口");
        department().put("/api/v1/lists/" + id, Map.of("name", "水务口", "condition", condition, "shared", true));
        assertThat(visitor("ownself").get("/api/v1/lists").body().toString()).contains("水务口");
        assertThat(visitor("ownself").delete("/api/v1/lists/" + id).status()).isEqualTo(403);
        assertThat(department().delete("/api/v1/lists/" + id).status()).isEqualTo(204);
    }

    @Test
    void whatComesDueIsListedByKind() {
        var due = department().get("/api/v1/deadlines?kind=tenure-8&kind=retirement&months=60");
        assertThat(due.status()).isEqualTo(200);
        assertThat(due.body().size()).isEqualTo(2);
        assertThat(due.body().path(1).path("people").toString()).contains("韩若川", "2028-03");
    }

    @Test
    void theCatalogueTellsWhatMayBeAsked() {
        var fields = department().get("/api/v1/people/fields").body();
        assertThat(fields.size()).isGreaterThan(60);
        assertThat(fields.toString()).contains("\"atLeast\"", "二级调研员", "党龄");
        assertThat(visitor("personnel").get("/api/v1/people/fields").body().toString())
                .doesNotContain("outstanding3");
    }

    @Test
    void kinAreConfirmedByANamedPersonAndRefusedLikeOneself() {
        var kin = person("韩小雨", "女", "2005-01", "市统计局科员", bureau, null, "03");
        person("韩若川", "女", "1979-05", "市人民医院护士", hospital, null, "03");
        var father = new FamilyMember(1, "父亲", "韩若川", PartialDate.parse("1979-05"), null, "市水务局副局长", null);
        var row = dossiers.record(clerk, kin, father, since("2026-01"), PAPER).id();
        var address = "/api/v1/people/" + kin.id() + "/kin";
        assertThat(visitor("ownself").get("/api/v1/people/" + kin.id()).status())
                .as("a name alone refuses nobody")
                .isEqualTo(200);

        assertThat(department().get(address).status()).isEqualTo(428);
        var candidates =
                department().get(address + "?purpose=P04").body().path(0).path("candidates");
        assertThat(candidates.size()).isEqualTo(2);
        assertThat(candidates.path(0).path("person").path("id").asString(""))
                .isEqualTo(han.id().toString());
        assertThat(candidates.path(1).path("evidence").toString()).contains("NOT_MET");

        var confirming = Map.of("fact", row, "person", han.id(), "basis", "户籍资料");
        assertThat(county().post(address, confirming).status()).isEqualTo(404);
        assertThat(department()
                        .post(address, Map.of("fact", row, "person", han.id(), "basis", " "))
                        .code())
                .isEqualTo("incomplete");
        assertThat(department()
                        .post(address, Map.of("fact", row, "person", kin.id(), "basis", PAPER))
                        .code())
                .isEqualTo("oneself");
        var confirmed = department().post(address, confirming);
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(confirmed.body().path("recordedBy").asString("")).isEqualTo("department");
        assertThat(department().post(address, confirming).code()).isEqualTo("superseded");
        assertThat(visitor("ownself").get("/api/v1/people/" + kin.id()).status())
                .isEqualTo(404);
        assertThat(department().get("/api/v1/people/" + kin.id()).status()).isEqualTo(200);

        var line = confirmed.body().path("id").asString("");
        var renamed = Map.of(
                "body",
                Map.of("order", 1, "relation", "父亲", "name", "韩某"),
                "valid",
                Map.of("from", "2026-01"),
                "basis",
                PAPER,
                "reason",
                "笔误");
        assertThat(department()
                        .post("/api/v1/people/" + kin.id() + "/facts/" + line + "/corrections", renamed)
                        .code())
                .isEqualTo("kin-confirmed");
        var withdrawals = address + "/" + line + "/withdrawals";
        assertThat(department().post(withdrawals, Map.of()).code()).isEqualTo("incomplete");
        assertThat(department().post(withdrawals, Map.of("reason", "同名")).status())
                .isEqualTo(201);
        assertThat(visitor("ownself").get("/api/v1/people/" + kin.id()).status())
                .isEqualTo(200);
    }

    @Test
    void nobodyHandsAPersonToOthersByTheCategoryThatDecidesSight() {
        var asked = Map.of(
                "kind",
                "managed",
                "body",
                Map.of("category", "02"),
                "valid",
                Map.of("from", "2026-01"),
                "basis",
                PAPER);
        var refused = county().post("/api/v1/people/" + mayor.id() + "/facts", asked);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not-led-then");
        assertThat(county().get("/api/v1/people/" + mayor.id()).status()).isEqualTo(200);
    }

    @Test
    void whoIsKinIsNotTypedIn() {
        var body = Map.of("order", 1, "relation", "父亲", "name", "韩若川", "person", han.id());
        var asked = Map.of("kind", "family", "body", body, "valid", Map.of("from", "2026-01"), "basis", PAPER);
        var answer = department().post("/api/v1/people/" + manager.id() + "/facts", asked);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").asString("")).contains("亲属确认");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> names(Visitor.Answer answer, String where) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body()
                .path(where)
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .toList();
    }

    private Visitor department() {
        return java.util.Objects.requireNonNull(department);
    }

    private Visitor county() {
        return java.util.Objects.requireNonNull(county);
    }

    private Visitor visitor(String account) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(account, Staff.PASSWORD).status()).isEqualTo(201);
        return visitor;
    }

    private UUID found(String name, UnitKind kind, @Nullable UUID parent) {
        return units.found(clerk, new FoundUnit(UnitIs.of(name, kind, null, parent), LONG_AGO, PAPER));
    }

    private void manages(UUID unit, @Nullable UUID over, Set<ManagementCategory> categories) {
        authorities.grant(
                clerk,
                new GrantAuthority(
                        unit, new Manages(over, true, List.copyOf(categories), Mode.LEADS), LONG_AGO, PAPER));
    }

    private Subject.Person person(
            String name, String sex, String birth, String post, UUID unit, @Nullable String rank, String category) {
        var person = dossiers.open();
        record(person, new Identity(name, sex, PartialDate.parse(birth), "汉族", null, null, null), birth);
        record(person, PostHeld.of(post).matchedTo(unit, null), "2020-03");
        record(person, new Managed(category), "2020-03");
        if (rank != null) record(person, new RankHeld(rank, null, null), "2022-06");
        return person;
    }

    private void record(Subject.Person person, FactBody body, String since) {
        dossiers.record(clerk, person, body, since(since), PAPER);
    }

    private static Span since(String date) {
        return Span.since(PartialDate.parse(date));
    }
}
