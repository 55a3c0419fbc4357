package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Authorities.GrantAuthority;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.HashMap;
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
@DisplayName("S26 非干部的人才也在库中：凭依据入库，只存该存的几章，一次检索找得到，不算作干部，依据终止须抹除")
class S26TalentsStory {

    private static final PartialDate LONG_AGO = PartialDate.month(2000, 1);
    private static final String PAPER = "文件";
    private static final String SEARCHES = "/api/v1/people/searches";

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Authorities authorities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Merges merges;

    @Autowired
    Cities cities;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Acts acts;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private UUID none = new UUID(0, 0);
    private UUID hospital = none;
    private UUID countyHospital = none;
    private Subject.Person mayor = new Subject.Person(none);
    private Visitor keeper = new Visitor(0);
    private Visitor talents = keeper;

    @BeforeAll
    void aCityWithKeepersOfTalents() {
        var city = found("澜江市", UnitKind.CITY, null);
        var organization = found("市委组织部", UnitKind.PARTY_ORGAN, city);
        hospital = found("市人民医院", UnitKind.INSTITUTION, city);
        var otherFirm = found("市水务集团", UnitKind.ENTERPRISE, city);
        var county = found("隆川县", UnitKind.COUNTY, city);
        var countyDepartment = found("隆川县委组织部", UnitKind.PARTY_ORGAN, county);
        countyHospital = found("隆川县人民医院", UnitKind.INSTITUTION, county);
        manages(organization, null, Set.of(ManagementCategory.values()));
        manages(countyDepartment, county, Set.of(ManagementCategory.COUNTY, ManagementCategory.OTHER));
        mayor = dossiers.open();
        dossiers.record(
                clerk,
                mayor,
                new Identity("普云川", "男", PartialDate.parse("1983-02"), "汉族", null, null, null),
                since("1983-02"),
                PAPER);
        dossiers.record(clerk, mayor, PostHeld.of("市人民医院院长").matchedTo(hospital, null), since("2020-03"), PAPER);
        dossiers.record(clerk, mayor, new Managed("03"), since("2020-03"), PAPER);
        var staff = new Staff(accounts, grants);
        staff.open("keeper", organization, null, "information-section");
        staff.open("talents", organization, null, "talent-section");
        staff.open("cadres", organization, null, "cadre-section");
        staff.open("leader", organization, null, "department-leader");
        staff.open("county", countyDepartment, null, "county-department");
        staff.open("hospital", hospital, null, "unit-personnel");
        staff.open("otherfirm", otherFirm, null, "unit-personnel");
        keeper = visitor("keeper");
        talents = visitor("talents");
    }

    @Test
    void aTalentComesInOnAGroundAndIsNoCadre() {
        var id = entered("闻静姝");
        var page = talents.get("/api/v1/people/" + id).body();
        assertThat(page.path("footing").asString("")).isEqualTo("TALENT");
        assertThat(page.path("sort").asString("")).isEqualTo("人才（非干部）");
        assertThat(page.path("talents").toString()).contains("专业技术人才");
        assertThat(page.path("listed").asBoolean()).isTrue();
        assertThat(page.path("facts").toString()).contains("同意书（示例）", "\"ground\":\"1\"", "心内科主任医师");
        assertThat(chapters(page)).containsExactly("BASIC", "EDUCATION", "TALENT");
    }

    @Test
    void withoutAGroundNobodyComesIn() {
        assertThat(refused(asked("无依据", "ground", null))).isEqualTo("no-ground");
        assertThat(refused(asked("依据不明", "ground", "77"))).isEqualTo("no-ground");
        assertThat(refused(asked("无文书", "citation", " "))).isEqualTo("no-citation");
        assertThat(refused(asked("无同意日", "consented", null))).isEqualTo("no-consent-day");
        assertThat(refused(asked("先入后同意", "valid", Map.of("from", "2026-01-01"))))
                .isEqualTo("before-consent");
        assertThat(refused(asked("无类别", "category", null))).isEqualTo("no-category");
        var answer = talents.post("/api/v1/talents", asked("无推荐", "recommender", null));
        assertThat(answer.code()).isEqualTo("no-recommender");
        assertThat(answer.body().path("detail").asString("")).contains("推荐单位");
        assertThat(names(keeper.post(SEARCHES, Map.of("whom", "EVERYBODY", "among", "all"))))
                .doesNotContain("无依据", "依据不明", "无文书", "无同意日", "先入后同意", "无类别", "无推荐");
    }

    @Test
    void theSamePersonIsNotEnteredTwice() {
        var first = new HashMap<>(asked("柳如烟", "birth", "1990-01"));
        first.put("idNumber", "53010119900101234X");
        assertThat(talents.post("/api/v1/talents", first).status()).isEqualTo(201);
        first.put("name", "柳似烟");
        assertThat(refused(first)).isEqualTo("known-number");
        var other = new HashMap<>(asked("柳如烟", "birth", "1990-01"));
        assertThat(refused(other)).isEqualTo("same-name");
        other.put("another", true);
        assertThat(talents.post("/api/v1/talents", other).status()).isEqualTo(201);
    }

    @Test
    void whatIsKeptOfCadresAloneIsRefusedOfATalent() {
        var id = entered("龙映雪");
        for (var each : List.<Map<String, Object>>of(
                fact("annual-grade", Map.of("year", 2025, "grade", "优秀")),
                fact("rank", Map.of("rank", "二级调研员")),
                fact("party", Map.of("party", "中共党员")),
                fact("health", Map.of("text", "健康")),
                fact("post", Map.of("text", "市人民医院副院长")),
                fact("family", Map.of("order", 1, "relation", "父亲", "name", "龙某")))) {
            var answer = keeper.post("/api/v1/people/" + id + "/facts", each);
            assertThat(answer.code()).as(each.toString()).isEqualTo("only-talent");
            assertThat(answer.body().path("detail").asString("")).contains("不是干部", "列为干部");
        }
        assertThat(keeper.post("/api/v1/people/" + id + "/facts", fact("title", Map.of("title", "主任医师")))
                        .status())
                .isEqualTo(201);
        var achievement = fact("achievement", Map.of("sort", "奖项", "title", "省科技进步奖三等奖"));
        assertThat(talents.post("/api/v1/people/" + id + "/facts", achievement).status())
                .isEqualTo(201);
        assertThatThrownBy(() -> dossiers.record(
                        clerk, new Subject.Person(id), new AnnualGrade(2024, "称职", null), since("2024-01"), PAPER))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void oneSearchFindsTheTalentBesideTheCadreAndEveryCountSaysWhom() {
        entered("江听澜");
        var everybody = keeper.post(SEARCHES, Map.of("text", "市人民医院", "whom", "EVERYBODY"));
        assertThat(names(everybody)).contains("江听澜", "普云川");
        var cadres = keeper.post(SEARCHES, Map.of("text", "市人民医院"));
        assertThat(names(cadres)).contains("普云川").doesNotContain("江听澜");
        assertThat(cadres.body().path("footings").path("cadres").asInt())
                .isEqualTo(cadres.body().path("total").asInt());
        assertThat(cadres.body().path("footings").path("talents").asInt())
                .isEqualTo(names(keeper.post(SEARCHES, Map.of("text", "市人民医院", "whom", "TALENTS")))
                        .size())
                .isPositive();
        var bySort = Map.of("field", "sort", "op", "is", "value", "TALENT");
        assertThat(names(keeper.post(SEARCHES, Map.of("condition", bySort))))
                .contains("江听澜")
                .doesNotContain("普云川");
        var byCategory = Map.of("field", "talentCategory", "op", "in", "value", List.of("2"));
        var list = keeper.post("/api/v1/lists", Map.of("name", "专家", "condition", byCategory));
        assertThat(list.status()).isEqualTo(201);
        assertThat(names(keeper.post(
                        SEARCHES, Map.of("list", list.body().path("id").asString("")))))
                .contains("江听澜");
        assertThat(keeper.get("/api/v1/search?q=jtl").body().path("people").toString())
                .contains("江听澜", "\"talent\":true");
    }

    @Test
    void noCountOfCadresAndNoSweepHasTalents() {
        var id = entered("游不群", "birth", "1962-01");
        assertThat(names(keeper.post(SEARCHES, Map.of("among", "all")))).doesNotContain("游不群");
        assertThat(keeper.get("/api/v1/deadlines?kind=retirement&kind=retired&months=60")
                        .body()
                        .toString())
                .doesNotContain("游不群");
        var city = cities.now();
        assertThat(city.find(id).orElseThrow().service().state().name()).isEqualTo("NO_CADRE");
        var sweep = visitor("leader")
                .get("/api/v1/rank-sweep/people?size=200&purpose=P02")
                .body();
        assertThat(sweep.toString()).doesNotContain("游不群").contains("普云川");
        var missing = visitor("leader").get("/api/v1/completeness?purpose=P02");
        assertThat(missing.body().toString()).doesNotContain("游不群");
        assertThat(keeper.get("/api/v1/people/" + id + "/findings").code()).isEqualTo("no-cadre");
    }

    @Test
    void onlyThoseWhoKeepTalentsAndTheUnitThatRecommendedSeeThem() {
        var id = entered("卓文君");
        var page = "/api/v1/people/" + id;
        assertThat(talents.get(page).status()).isEqualTo(200);
        assertThat(visitor("leader").get(page).status()).isEqualTo(200);
        assertThat(visitor("hospital").get(page).status()).isEqualTo(200);
        for (var other : List.of("cadres", "otherfirm", "county")) {
            var somebody = visitor(other);
            assertThat(somebody.get(page).status()).as(other).isEqualTo(404);
            assertThat(names(somebody.post(SEARCHES, Map.of("whom", "EVERYBODY", "among", "all"))))
                    .as(other)
                    .doesNotContain("卓文君");
            assertThat(somebody.get("/api/v1/search?q=zwj")
                            .body()
                            .path("people")
                            .size())
                    .as(other)
                    .isZero();
            var named = somebody.post(SEARCHES, Map.of("people", List.of(id)));
            assertThat(named.body().path("total").asInt()).as(other).isZero();
        }
        assertThat(visitor("cadres")
                        .post(SEARCHES, Map.of())
                        .body()
                        .path("footings")
                        .isNull())
                .as("who reaches no talents is not told how many there are")
                .isTrue();
        assertThat(talents.get("/api/v1/people/" + mayor.id()).status())
                .as("whoever keeps talents sees no cadres")
                .isEqualTo(404);
        var county = new HashMap<>(asked("县里的人", "recommender", countyHospital));
        var inCounty = talents.post("/api/v1/talents", county).body().path("id").asString("");
        assertThat(visitor("county").get("/api/v1/people/" + inCounty).status()).isEqualTo(200);
        assertThat(visitor("hospital").get("/api/v1/people/" + inCounty).status())
                .isEqualTo(404);
        assertThat(visitor("county")
                        .post("/api/v1/talents", asked("越界", "recommender", hospital))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void whenConsentIsWithdrawnNothingIsAddedAndWhatIsKeptIsErasedByTwo() {
        var id = entered("许云归");
        var page = "/api/v1/people/" + id;
        var ground = ground(id);
        var today = acts.today();
        var ended = talents.post(
                page + "/facts/" + ground + "/endings", Map.of("day", today.toString(), "basis", "本人撤回同意的书面声明（示例）"));
        assertThat(ended.status()).as(ended.body().toString()).isEqualTo(201);
        assertThat(talents.get(page).body().path("listed").asBoolean()).isFalse();
        var more = talents.post(page + "/facts", fact("achievement", Map.of("sort", "成果", "title", "某成果")));
        assertThat(more.code()).isEqualTo("ground-ended");
        assertThat(more.body().path("detail").asString("")).contains("抹除");
        assertThat(names(talents.post(SEARCHES, Map.of("whom", "TALENTS")))).doesNotContain("许云归");
        assertThat(names(talents.post(SEARCHES, Map.of("whom", "TALENTS", "among", "all"))))
                .contains("许云归");
        assertThat(talents.post(page + "/facts/" + ground(id) + "/cancellations", Map.of("reason", "撤"))
                        .code())
                .isEqualTo("last-ground");

        var lines = lines(id);
        assertThat(talents.post(page + "/erasures", Map.of("facts", List.of(ground(id)), "ground", "E03"))
                        .code())
                .isEqualTo("ground-last");
        var asked = talents.post(page + "/erasures", Map.of("facts", lines, "ground", "E03"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        var erasure = asked.body().path("id").asString("");
        assertThat(visitor("leader")
                        .post("/api/v1/approvals/" + erasure + "/decisions", Map.of("agreed", true))
                        .status())
                .isIn(200, 201, 204);
        var done = talents.post("/api/v1/erasures/" + erasure + "/completions", Map.of());
        assertThat(done.status()).as(done.body().toString()).isIn(200, 201, 204);
        assertThat(talents.get(page).status()).isEqualTo(404);
        assertThat(names(keeper.post(SEARCHES, Map.of("whom", "EVERYBODY", "among", "all"))))
                .doesNotContain("许云归");
    }

    @Test
    void aTalentBecomesACadreByANamedDecisionAndKeepsTheOneDossier() {
        var id = entered("程不识");
        var page = "/api/v1/people/" + id;
        assertThat(talents.post(page + "/facts", fact("cadre", Map.of("decidedBy", "市委常委会")))
                        .status())
                .as("the section of talents does not decide who is a cadre")
                .isEqualTo(403);
        var decision = fact("cadre", Map.of("decidedBy", "市委常委会", "document", "澜组干〔2026〕示例号"));
        assertThat(keeper.post(page + "/facts", decision).status()).isEqualTo(201);
        dossiers.record(
                clerk,
                new Subject.Person(id),
                PostHeld.of("市人民医院副院长").matchedTo(hospital, null),
                since("2026-06"),
                PAPER);
        dossiers.record(clerk, new Subject.Person(id), new RankHeld("管理七级职员", null, null), since("2026-06"), PAPER);
        dossiers.record(clerk, new Subject.Person(id), new Managed("03"), since("2026-06"), PAPER);

        var now = keeper.get(page).body();
        assertThat(now.path("footing").asString("")).isEqualTo("CADRE_AND_TALENT");
        assertThat(now.path("facts").toString()).contains("同意书（示例）", "市人民医院副院长");
        assertThat(chapters(now)).contains("CAREER", "TALENT");
        assertThat(names(keeper.post(SEARCHES, Map.of()))).contains("程不识");
        assertThat(names(keeper.post(SEARCHES, Map.of("whom", "TALENTS")))).contains("程不识");
        assertThat(visitor("cadres").get(page).status()).isEqualTo(200);
        assertThat(talents.get(page).status()).isEqualTo(200);
        assertThat(names(keeper.post(SEARCHES + "?asof=2026-05-15", Map.of())))
                .as("on the days before the decision this was no cadre")
                .doesNotContain("程不识");
        assertThat(keeper.post(page + "/facts", decision).code()).isEqualTo("already-cadre");
    }

    @Test
    void aCadreMayBeATalentTooAndStaysACadreThroughout() {
        var listed =
                Map.of("category", "2", "recommender", hospital.toString(), "ground", "2", "citation", "高层次人才认定文件（示例）");
        var page = "/api/v1/people/" + mayor.id();
        assertThat(keeper.post(page + "/facts", fact("talent", listed)).status())
                .isEqualTo(201);
        assertThat(keeper.get(page).body().path("footing").asString("")).isEqualTo("CADRE_AND_TALENT");
        assertThat(keeper.get(page + "?asof=2021-01-01").body().path("footing").asString(""))
                .isEqualTo("CADRE");
        assertThat(names(keeper.post(SEARCHES, Map.of()))).contains("普云川");
        var ground = ground(mayor.id());
        assertThat(keeper.post(page + "/facts/" + ground + "/cancellations", Map.of("reason", "误录"))
                        .status())
                .isEqualTo(204);
        assertThat(keeper.get(page).body().path("footing").asString("")).isEqualTo("CADRE");
    }

    @Test
    void aDossierThatTellsNeitherIsNotTurnedIntoATalents() {
        var bare = dossiers.open();
        dossiers.record(
                clerk,
                bare,
                new Identity("白无瑕", "女", PartialDate.parse("1980-05"), null, null, null, null),
                since("1980-05"),
                PAPER);
        var listed = Map.of("category", "2", "recommender", hospital.toString(), "ground", "2", "citation", "人才文件（示例）");
        var answer = keeper.post("/api/v1/people/" + bare.id() + "/facts", fact("talent", listed));
        assertThat(answer.code()).isEqualTo("unclear-dossier");
    }

    @Test
    void aTalentWhoTurnsOutToBeACadreOfOursIsOnePersonAfterMerging() {
        var id = entered("步惊云");
        var cadre = dossiers.open();
        dossiers.record(
                clerk,
                cadre,
                new Identity("步惊云", "男", PartialDate.parse("1980-05"), null, null, null, null),
                since("1980-05"),
                PAPER);
        dossiers.record(clerk, cadre, PostHeld.of("市人民医院党委委员").matchedTo(hospital, null), since("2020-03"), PAPER);
        merges.merge(clerk, new Subject.Person(id), cadre, "核实为同一人");
        assertThat(cities.now().find(id).orElseThrow().footing().name()).isEqualTo("CADRE_AND_TALENT");
    }

    private UUID entered(String name) {
        return entered(name, "birth", "1985-03");
    }

    private UUID entered(String name, String field, Object value) {
        var answer = talents.post("/api/v1/talents", asked(name, field, value));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return UUID.fromString(answer.body().path("id").asString(""));
    }

    private String refused(Map<String, Object> asked) {
        var answer = talents.post("/api/v1/talents", asked);
        assertThat(answer.status()).as(asked.toString()).isEqualTo(422);
        assertThat(answer.body().path("detail").asString("")).startsWith("未入库");
        return answer.code();
    }

    private Map<String, Object> asked(String name, String field, @Nullable Object value) {
        var all = new HashMap<String, Object>(Map.of(
                "name", name,
                "sex", "女",
                "employer", "市人民医院",
                "occupation", "心内科主任医师",
                "category", "2",
                "recommender", hospital,
                "ground", "1",
                "citation", "同意书（示例）",
                "consented", "2026-03-12",
                "basis", "人才入库登记表"));
        all.put("valid", Map.of("from", "2026-03-12"));
        all.put(field, value);
        return all;
    }

    private static Map<String, Object> fact(String kind, Map<String, ?> body) {
        return Map.of("kind", kind, "body", body, "valid", Map.of("from", "2026-06"), "basis", PAPER);
    }

    private String ground(UUID id) {
        return keeper.get("/api/v1/people/" + id)
                .body()
                .path("facts")
                .valueStream()
                .filter(each -> each.path("kind").asString("").equals("talent"))
                .map(each -> each.path("id").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> lines(UUID id) {
        return dossiers.history(new Subject.Person(id)).stream()
                .map(each -> each.id().toString())
                .toList();
    }

    private static List<String> chapters(tools.jackson.databind.JsonNode page) {
        return page.path("chapters")
                .valueStream()
                .map(each -> each.path("chapter").asString(""))
                .toList();
    }

    private static List<String> names(Visitor.Answer answer) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asString(""))
                .toList();
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

    private static Span since(String date) {
        return Span.since(PartialDate.parse(date));
    }
}
