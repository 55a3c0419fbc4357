package huoshui.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.TestClock;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("请求的大小、时限与来处：没有登录的传不了文件，大的不读完，别处的页面问不了")
class RequestLimitsTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Clock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private Visitor officer = new Visitor(0);

    @BeforeAll
    void openTheFirstAccounts() {
        new Staff(accounts, grants);
        officer = new Visitor(port);
        officer.signIn("officer", Staff.PASSWORD);
    }

    @Test
    void filesAreTakenAtTheOneDoorOfThoseWhoMayBringThemIn() {
        var file = Map.of("a.lrmx", new byte[200_000]);
        var stranger = new Visitor(port);
        for (var door : new String[] {"/api/v1/imports", "/api/v1/sessions", "/api/v1/clock", "/anything"})
            assertThat(stranger.upload(door, file).code()).as(door).isEqualTo("signed-out");
        assertThat(officer.upload("/api/v1/imports", file).code()).isEqualTo("right");
        assertThat(officer.upload("/api/v1/roles", file).code()).isEqualTo("right");
    }

    @Test
    void nothingOfAFileIsReadBeforeItIsKnownWhoSendsIt() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void aBodyLongerThanAnyFormIsRefusedWhetherItSaysSoOrNot() throws Exception {
        var long_ = "\"" + "x".repeat((int) BodyLimits.LARGEST) + "\"";
        var told = officer.send("POST", "/api/v1/purposes", long_, "application/json");
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.code()).isEqualTo("http-413");
        assertThat(told.body().path("detail").asString("")).isEqualTo("未受理：提交的内容过大。请分批提交。");
        var silent = post("/api/v1/sessions", "application/json", long_);
        assertThat(silent.statusCode()).isEqualTo(413);
        assertThat(officer.send(
                                "PUT",
                                "/api/v1/session/password",
                                "a=" + "x".repeat(5 << 20),
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(413);
    }

    /** In chunks, so that no length is told beforehand. */
    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", officer.cookie("XSRF-TOKEN"))
                .header("Cookie", "XSRF-TOKEN=" + officer.cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void signingInAgainEndsTheSessionTheBrowserHeld() {
        var visitor = new Visitor(port);
        visitor.signIn("officer", Staff.PASSWORD);
        var first = visitor.cookie("HUOSHUI");
        visitor.signIn("officer", Staff.PASSWORD);
        assertThat(visitor.cookie("HUOSHUI")).isNotEqualTo(first);
        assertThat(status(Map.of("Cookie", "HUOSHUI=" + first))).isEqualTo(401);
        assertThat(visitor.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void aPageThatAsksByItselfDoesNotKeepASessionAlive() {
        var time = (TestClock) clock;
        var left = new Visitor(port);
        left.signIn("officer", Staff.PASSWORD);
        var held = Map.of("Cookie", "HUOSHUI=" + left.cookie("HUOSHUI"));
        var alone = Map.of("Cookie", held.get("Cookie"), "X-Unattended", "true");
        for (int i = 0; i < 2; i++) {
            time.advance(Duration.ofMinutes(14));
            assertThat(status(alone)).isEqualTo(200);
        }
        time.advance(Duration.ofMinutes(3));
        assertThat(status(alone))
                .as("half an hour after somebody was last there")
                .isEqualTo(401);
        officer.signIn("officer", Staff.PASSWORD);
    }

    @Test
    void overHttpsCookiesBearANameThatOnlyThisHostCanSet() {
        var request = new MockHttpServletRequest("POST", "/api/v1/sessions");
        request.setSecure(true);
        assertThat(SessionCookie.holding("token", request))
                .startsWith("__Host-HUOSHUI=token; Path=/; Secure; HttpOnly; SameSite=Strict")
                .doesNotContain("Domain");
        var tokens = new HouseTokens();
        var response = new MockHttpServletResponse();
        tokens.saveToken(tokens.generateToken(request), request, response);
        var token = response.getCookie("__Host-XSRF-TOKEN");
        assertThat(token).isNotNull();
        assertThat(token.getSecure()).isTrue();
        assertThat(token.getPath()).isEqualTo("/");
        assertThat(token.getDomain()).isNull();
        assertThat(token.getAttribute("SameSite")).isEqualTo("Strict");
    }

    @Test
    void noOtherOriginIsTrustedAndNothingTellsWhatServesHere() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"))
                .header("Origin", "https://elsewhere.example")
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.headers().map().keySet())
                .noneMatch(each -> each.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"))
                .doesNotContain("server", "x-powered-by");
        for (var line : new String[] {
            "GET /%zz HTTP/1.1", "TRACE / HTTP/1.1", "GET /..%2f..%2fetc/passwd HTTP/1.1", "GET /actuator/env HTTP/1.1"
        }) assertThat(raw(line)).as(line).doesNotContain("Tomcat", "Exception", "java.", "root:");
        assertThat(raw("TRACE / HTTP/1.1")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void anAddressThatNoPageOfOursWritesIsToldInChineseToo() {
        var answer = officer.get("/api/v1/people//facts");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("http-400");
        assertThat(answer.body().path("detail").asString("")).startsWith("未受理");
    }

    private String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int status(Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
