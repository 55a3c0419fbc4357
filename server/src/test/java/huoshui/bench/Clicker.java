package huoshui.bench;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser that looks at nothing: asks over one kept connection pool, takes the answer gzipped and drops it unread, so that it
 * leaves the machine to the program that is measured. 轻量客户端
 */
final class Clicker {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final String cookies;
    private final String token;

    private Clicker(String address, String cookies, String token) {
        this.address = address;
        this.cookies = cookies;
        this.token = token;
    }

    /** Signed in as a demonstration's account. */
    static Clicker of(RunningHouse house, Path folder, String account) {
        var visitor = new Visitor(house.port());
        var answer = visitor.signIn(account, RunningHouse.password(folder, account));
        if (answer.status() >= 300) throw new IllegalStateException(account + " " + answer.body());
        var cookies = new StringBuilder();
        for (var each : visitor.cookies()) cookies.append(each.getName() + "=" + each.getValue() + "; ");
        return new Clicker("http://localhost:" + house.port(), cookies.toString(), visitor.cookie("XSRF-TOKEN"));
    }

    /** The status answered, once all of the answer has arrived. */
    int get(String path) throws IOException, InterruptedException {
        return ask("GET", path, null);
    }

    int post(String path, Object body) throws IOException, InterruptedException {
        return ask("POST", path, body);
    }

    private int ask(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookies)
                .header("X-XSRF-TOKEN", token)
                .header("Accept", "application/json, application/problem+json, */*")
                .header("Accept-Encoding", "gzip")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) request.header("Content-Type", "application/json");
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
