package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PagesTests {

    @LocalServerPort
    int port;

    @Test
    void anAddressThatOnlyThePageKnowsGetsThePageAskedForAnewEachTime() throws Exception {
        for (var address :
                new String[] {"/", "/people/0198c5a0-0000-7000-8000-000000000001", "/units?asof=2020-01-01"}) {
            var page = get(address);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<title>活水</title>");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void hashedFilesAreKeptForAYear() throws Exception {
        var file = get("/assets/index-0a1b2c3d.js");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void textsSayHowTheyAreWritten() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(get("/assets/index-0a1b2c3d.js").headers().firstValue("Content-Type"))
                .hasValue("text/javascript;charset=UTF-8");
        assertThat(get("/api/v1/session").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        for (var address : new String[] {"/", "/assets/index-0a1b2c3d.js", "/api/v1/session"})
            assertThat(get(address).headers().firstValue("X-Content-Type-Options"))
                    .hasValue("nosniff");
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void aFileOrAnApiThatDoesNotExistIsNotThePage() throws Exception {
        for (var address : new String[] {"/assets/gone.js", "/gone.png", "/api/v1/gone", "/application.yaml"})
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
