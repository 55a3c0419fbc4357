package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.Visitor.Answer;
import huoshui.access.Accounts;
import huoshui.access.OneTimePassword;
import huoshui.access.Staff;
import huoshui.interchange.Sheaf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("启用：从系统管理员的第一个口令，到本级组织部、经办人和第一批人，每一步都在页面的门里办成")
class FirstDaysStory {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private String first = "";
    private Visitor admin = new Visitor(0);
    private Visitor officer = new Visitor(0);
    private Visitor clerk = new Visitor(0);
    private String department = "";

    @BeforeAll
    void anEmptyHouse() {
        first = accounts.firstAdministrator().map(OneTimePassword::password).orElseThrow();
    }

    @Test
    @Order(1)
    @DisplayName("系统管理员用首次口令登录，改掉它，开设并指定第一名安全管理员")
    void theAdministratorNamesTheSecurityOfficer() {
        admin = begun("admin", first);
        officer = hired("anquan", "周安", null);
        granted(admin, "anquan", "security-officer");
    }

    @Test
    @Order(2)
    @DisplayName("没有单位就没有管理范围：此时授不出“干部信息科”，话里说明要先有单位")
    void withoutUnitsThereIsNoScope() {
        hired("shixian", "试先", null);
        var refused = grant(officer, "shixian", "information-section");
        assertThat(refused.code()).isEqualTo("no-scope");
        assertThat(grant(
                                officer,
                                "shixian",
                                "information-section",
                                UUID.randomUUID().toString())
                        .code())
                .isEqualTo("no-such-unit");
    }

    @Test
    @Order(3)
    @DisplayName("安全管理员设立本级组织部，同时由它主管全市；系统管理员办不了，第二次也办不成")
    void theSecurityOfficerFoundsTheDepartment() {
        assertThat(foundedBy(admin).code()).isEqualTo("right");
        var made = foundedBy(officer);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        department = made.body().path("id").asString();
        assertThat(foundedBy(officer).code()).isEqualTo("not-first");
    }

    @Test
    @Order(4)
    @DisplayName("该部的经办人授了角色，就能设单位、导入第一批人，并查得到他们")
    void theDepartmentsClerkBringsInTheFirstPeople() {
        clerk = hired("xinxi", "余信", department);
        granted(officer, "xinxi", "information-section");
        var bureau = Map.of("name", "澜江市水务局", "kind", "GOVERNMENT_ORGAN", "order", 1);
        assertThat(clerk.post("/api/v1/units", Map.of("is", bureau, "on", "2001-03", "basis", "机构编制文件"))
                        .status())
                .isEqualTo(201);
        var form = Sheaf.plain(1).getFirst().getBytes(StandardCharsets.UTF_8);
        var batch =
                waited(clerk.upload("/api/v1/imports", Map.of("第一人.lrmx", form)).body());
        assertThat(batch.at("/counts/ready").asInt()).as(batch.toString()).isEqualTo(1);
        var id = batch.path("id").asString();
        var written = waited(
                clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(written.at("/counts/written").asInt()).isEqualTo(1);
        assertThat(clerk.post("/api/v1/people/searches", Map.of())
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    private Answer foundedBy(Visitor who) {
        var is = Map.of("name", "中共澜江市委组织部", "shortName", "市委组织部", "kind", "PARTY_ORGAN", "order", 0);
        return who.post("/api/v1/first-units", Map.of("is", is, "on", "2000-01", "basis", "机构编制文件"));
    }

    private Visitor hired(String name, String called, @Nullable String unit) {
        var asked = new HashMap<String, Object>(Map.of("name", name, "displayName", called));
        if (unit != null) asked.put("unit", unit);
        var opened = admin.post("/api/v1/accounts", asked);
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
        return begun(name, opened.body().path("password").asString());
    }

    private Visitor begun(String name, String password) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(name, password).body().path("mustChange").asBoolean())
                .isTrue();
        assertThat(visitor.put("/api/v1/session/password", Map.of("old", password, "new", Staff.PASSWORD))
                        .status())
                .isEqualTo(204);
        return visitor;
    }

    private void granted(Visitor by, String account, String role) {
        var answer = grant(by, account, role);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private Answer grant(Visitor by, String account, String role, String... unit) {
        var id = accounts.find(account).orElseThrow().id();
        return by.post(
                "/api/v1/accounts/" + id + "/grants",
                unit.length == 0 ? Map.of("role", role) : Map.of("role", role, "unit", unit[0]));
    }

    private JsonNode waited(JsonNode batch) {
        var id = batch.path("id").asString();
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            var now = clerk.get("/api/v1/imports/" + id).body();
            if (List.of("ready", "cancelled", "broken", "interrupted")
                    .contains(now.path("state").asString())) return now;
        }
        throw new IllegalStateException("the batch did not come to rest");
    }
}
