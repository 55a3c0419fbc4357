package huoshui.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Staff;
import huoshui.kernel.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    private Staff staff;

    @BeforeAll
    void openTheFirstAccounts() {
        staff = new Staff(accounts, grants);
    }

    @Test
    void theCookieIsOutOfScriptsReachAndTheAnswerIsNotKept() {
        var answer = new Visitor(port).signIn("officer", Staff.PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/account/roles/0/name").asString()).isEqualTo("安全管理员");
        assertThat(answer.body().path("mustChange").asBoolean()).isFalse();
        assertThat(answer.raw().headers().allValues("set-cookie"))
                .anyMatch(each ->
                        each.startsWith("HUOSHUI=") && each.contains("HttpOnly") && each.contains("SameSite=Strict"));
        assertThat(answer.raw().headers().firstValue("cache-control").orElse(""))
                .contains("no-store");
        assertThat(answer.raw().headers().firstValue("content-security-policy").orElse(""))
                .as("an answer is no page: it loads and runs nothing")
                .isEqualTo("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(answer.raw().headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.raw().headers().firstValue("cross-origin-opener-policy"))
                .hasValue("same-origin");
        assertThat(answer.raw().headers().firstValue("referrer-policy")).hasValue("no-referrer");
    }

    @Test
    void aRequestFromAnotherHousesPageIsRefused() throws IOException, InterruptedException {
        var visitor = new Visitor(port);
        visitor.signIn("officer", Staff.PASSWORD);
        var session = "HUOSHUI=" + visitor.cookie("HUOSHUI");
        var forged = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"))
                .header("Cookie", session)
                .DELETE()
                .build();
        var answer = HttpClient.newHttpClient().send(forged, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("stale-page");
        assertThat(visitor.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void whoLeavesIsOut() {
        var visitor = new Visitor(port);
        visitor.signIn("officer", Staff.PASSWORD);
        var token = visitor.cookie("HUOSHUI");
        assertThat(visitor.get("/api/v1/clock").body().path("today").asString()).isEqualTo("2026-10-09");
        assertThat(visitor.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(visitor.cookie("HUOSHUI")).isEmpty();
        assertThat(token).hasSize(43);
        assertThat(visitor.get("/api/v1/session").code()).isEqualTo("signed-out");
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChange() {
        var admin = new Visitor(port);
        admin.signIn("admin", Staff.PASSWORD);
        var opened = admin.post("/api/v1/accounts", Map.of("name", "zhou", "displayName", "周明"));
        assertThat(opened.status()).isEqualTo(201);
        var password = opened.body().path("password").asString();
        var zhou = new Visitor(port);
        assertThat(zhou.signIn("zhou", password).body().path("mustChange").asBoolean())
                .isTrue();
        assertThat(zhou.get("/api/v1/clock").code()).isEqualTo("must-change");
        assertThat(zhou.put("/api/v1/session/password", Map.of("old", password, "new", Staff.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(zhou.get("/api/v1/clock").status()).isEqualTo(200);
    }

    private static String firstUnit(Visitor officer) {
        var department = Map.of("name", "中共澜江市委组织部", "kind", "PARTY_ORGAN", "order", 0);
        return officer.post("/api/v1/first-units", Map.of("is", department, "on", "2000-01", "basis", "机构编制文件"))
                .body()
                .path("id")
                .asString();
    }

    @Test
    void anAccountIsOpenedGrantedAmendedAndDisabled() {
        var admin = new Visitor(port);
        admin.signIn("admin", Staff.PASSWORD);
        var officer = new Visitor(port);
        officer.signIn("officer", Staff.PASSWORD);
        var unit = firstUnit(officer);
        assertThat(admin.post("/api/v1/accounts", Map.of("name", "lin", "displayName", "林知远", "unit", Ids.next()))
                        .code())
                .isEqualTo("no-such-unit");
        var opened = admin.post("/api/v1/accounts", Map.of("name", "lin", "displayName", "林知远", "unit", unit));
        var lin = "/api/v1/accounts/" + opened.body().at("/account/id").asString();
        var granted = officer.post(lin + "/grants", Map.of("role", "cadre-section"));
        assertThat(granted.body().at("/grants/0/role/name").asString()).isEqualTo("干部科");
        assertThat(officer.post(lin + "/grants", Map.of("role", "auditor")).code())
                .isEqualTo("three-hands");
        assertThat(admin.post(lin + "/grants", Map.of("role", "city-leader")).code())
                .isEqualTo("right");
        var amended = admin.patch(lin, Map.of("displayName", "林知远（调离）", "disabled", true, "clear", List.of("unit")));
        assertThat(amended.body().at("/account/disabled").asBoolean()).isTrue();
        assertThat(amended.body().path("grants").size()).isZero();
        assertThat(admin.get("/api/v1/accounts?q=林知").body().path("items").size())
                .isEqualTo(1);
        assertThat(officer.get("/api/v1/roles").body().size()).isEqualTo(13);
    }

    @Test
    void aWrongPasswordIsToldAsAProblemInChinese() {
        var answer = new Visitor(port).signIn("officer", "wrong password 1");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("wrong-credentials");
        assertThat(answer.body().path("detail").asString()).startsWith("未登录");
    }
}
