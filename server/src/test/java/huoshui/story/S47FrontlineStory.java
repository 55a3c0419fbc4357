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
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
@DisplayName("S47 优先使用重大斗争一线和吃劲岗位表现优秀的：有据可查，列在人选旁边，从不相加")
class S47FrontlineStory {

    static final String DAY = "asof=2026-06-30";
    static final String SWEPT = DAY + "&purpose=P04";

    @LocalServerPort
    int port;

    final Acts acts;
    final Department house;
    Visitor clerk = new Visitor(0);
    Visitor leader = clerk;

    S47FrontlineStory(
            @Autowired Acts acts,
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        this.acts = acts;
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aClerkAndALeader() {
        clerk = house.visitor(port, "cadre-section");
        leader = house.visitor(port, "department-leader");
    }

    @Test
    void anExcellentShowingWithItsProofIsAPreferenceThatShowsTheFact() {
        var person = staff("抗洪");
        var written = served(person, "优秀", "市防汛抗旱指挥部", "专项考核通报");
        assertThat(written.status()).as(written.body().toString()).isEqualTo(201);

        var finding = finding(person, DAY);
        assertThat(finding.path("outcome").asString()).isEqualTo("PREFERRED");
        assertThat(finding.path("effect").asString()).isEqualTo("PREFERS");
        assertThat(finding.path("evidence").toString())
                .contains(written.body().path("id").asString());
        assertThat(finding.path("note").asString()).isEqualTo("本市安排");
    }

    @Test
    void whoServedWithoutAConclusionIsOpenAndWhoNeverServedIsNoPreference() {
        var open = staff("未评定");
        assertThat(served(open, null, null, null).status()).isEqualTo(201);
        assertThat(finding(open, DAY).path("outcome").asString()).isEqualTo("OPEN");
        assertThat(finding(open, DAY).path("missing").toString()).contains("一线和吃劲岗位服务");

        assertThat(finding(staff("未服务"), DAY).path("outcome").asString()).isEqualTo("FINE");
        var plain = staff("一般");
        served(plain, "一般", "市防汛抗旱指挥部", "专项考核通报");
        assertThat(finding(plain, DAY).path("outcome").asString()).isEqualTo("FINE");
    }

    @Test
    void aShowingWithoutProofIsRefusedInPlainWordsAndNothingIsWritten() {
        var person = staff("无据");
        var refused = served(person, "优秀", "市防汛抗旱指挥部", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("no-proof");
        assertThat(refused.body().toString()).contains("表现“优秀”没有写明评定单位和佐证");
        assertThat(served(person, "突出", "市防汛抗旱指挥部", "通报").code()).isEqualTo("bad-front");
        assertThat(finding(person, DAY).path("outcome").asString()).isEqualTo("FINE");
    }

    @Test
    void bothClocksHold() {
        var person = staff("两个时钟");
        long before = acts.head();
        served(person, "优秀", "市防汛抗旱指挥部", "专项考核通报");

        assertThat(finding(person, DAY + "&known=" + before).path("outcome").asString())
                .as("not yet known")
                .isEqualTo("FINE");
        assertThat(finding(person, "asof=2024-06-30").path("outcome").asString())
                .as("not yet begun")
                .isEqualTo("FINE");
        assertThat(finding(person, "asof=2024-07-15").path("outcome").asString())
                .isEqualTo("PREFERRED");
    }

    @Test
    void itStandsBesideEachOfTheSweptAndOffsetsNothing() {
        var clear = staff("优先者");
        served(clear, "优秀", "市防汛抗旱指挥部", "专项考核通报");
        var barred = staff("受处分者");
        served(barred, "优秀", "市防汛抗旱指挥部", "专项考核通报");
        house.record(barred, new Sanction("党内警告", "02250", null, null, null, null, null), "2026-02-10");
        var same = staff("同等者");

        var row = row(clear);
        assertThat(reasons(row, "PREFERRED")).contains("NQ-21");
        assertThat(row(barred).path("heap").asString()).isEqualTo("BARRED");
        assertThat(reasons(row(barred), "PREFERRED")).contains("NQ-21");
        assertThat(row(same).path("heap").asString())
                .as("the same heap with and without")
                .isEqualTo(row.path("heap").asString());
        assertThat(row.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("score", "得分", "总分");
    }

    @Test
    void whoMayNotReadAppraisalsLearnsNothingOfIt() {
        var person = staff("章外");
        served(person, "优秀", "市防汛抗旱指挥部", "专项考核通报");
        var personnel = house.visitor(port, "unit-personnel");
        var answer = personnel.get("/api/v1/people/" + person.id() + "/findings?" + DAY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(codes(answer.body().path("findings"))).doesNotContain("NQ-21");
        assertThat(codes(answer.body().path("withheld"))).contains("NQ-21");
        assertThat(personnel.get("/api/v1/people/" + person.id()).body().toString())
                .doesNotContain("抗洪抢险");
    }

    private Visitor.Answer served(
            Subject.Person person, @Nullable String showing, @Nullable String by, @Nullable String proof) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sort", FrontlineService.SORTS.getFirst());
        body.put("front", "澜江流域抗洪抢险");
        body.put("role", "堤段包保");
        body.put("showing", showing);
        body.put("assessedBy", by);
        body.put("proof", proof);
        var fact = Map.of(
                "kind",
                "frontline",
                "body",
                body,
                "valid",
                Map.of("from", "2024-07", "to", "2024-09"),
                "basis",
                "抗洪抢险人员名单");
        return clerk.post("/api/v1/people/" + person.id() + "/facts", fact);
    }

    private Subject.Person staff(String name) {
        var person = house.person(name, "市水务局一级主任科员");
        house.record(person, new RankHeld("一级主任科员", null, null), "2024-03");
        house.record(person, new AnnualGrade(2024, "称职", null), "2024");
        house.record(person, new AnnualGrade(2025, "称职", null), "2025");
        return person;
    }

    private JsonNode finding(Subject.Person person, String clocks) {
        var answer = leader.get("/api/v1/people/" + person.id() + "/findings?" + clocks);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        for (var each : answer.body().path("findings"))
            if (each.path("code").asString().equals("NQ-21")) return each;
        throw new AssertionError("not asked: " + answer.body());
    }

    private JsonNode row(Subject.Person person) {
        for (int from = 0; ; from += 200) {
            var page = leader.get("/api/v1/rank-sweep/people?size=200&from=%d&%s".formatted(from, SWEPT))
                    .body()
                    .path("people");
            for (var each : page)
                if (each.path("id").asString().equals(person.id().toString())) return each;
            if (page.isEmpty()) throw new AssertionError("not in the sweep");
        }
    }

    private static List<String> reasons(JsonNode row, String outcome) {
        return StreamSupport.stream(row.path("reasons").spliterator(), false)
                .filter(each -> each.path("outcome").asString().equals(outcome))
                .map(each -> each.path("code").asString())
                .toList();
    }

    private static List<String> codes(JsonNode of) {
        return StreamSupport.stream(of.spliterator(), false)
                .map(each -> each.path("code").asString())
                .toList();
    }
}
