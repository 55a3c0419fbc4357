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
