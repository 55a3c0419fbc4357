package huoshui.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the house and asks for its first pages, so that the JVM running it learns what to keep in its AOT cache. 预演 */
@Command(name = "rehearse", hidden = true, resourceBundle = "huoshui.door.words")
final class Rehearse implements Callable<Integer> {

    private static final List<String> FIRST_PAGES = List.of("/", "/api/v1/session", "/api/v1/openapi");

    @Mixin
    HouseOptions house = new HouseOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var open = OpenHouse.withPages(house, Map.of("server.address", "127.0.0.1", "server.port", 0));
                var client = HttpClient.newHttpClient()) {
            for (var page : FIRST_PAGES) {
                var address = URI.create("http://127.0.0.1:%d%s".formatted(open.port(), page));
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            }
        }
        return Door.FINE;
    }
}
