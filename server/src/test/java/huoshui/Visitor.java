package huoshui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone at a browser of their own: keeps cookies, sends the CSRF token, speaks JSON. */
public final class Visitor {

    private static final String BOUNDARY = "----files";
    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    /** What the server answered; its body as JSON, missing when there was none. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        /** The stable code of a problem. */
        public String code() {
            return body.path("code").asString("");
        }
    }

    /** Signs in; later requests are this account's. */
    public Answer signIn(String account, String password) {
        return post("/api/v1/sessions", Map.of("account", account, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        var json = body == null ? null : JSON.writeValueAsString(body);
        return send(method, path, json, "application/json");
    }

    /** Sends files, name and bytes, as a form of the browser does. */
    public Answer upload(String path, Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** Sends text as it is; null sends no body. */
    public Answer send(String method, String path, @Nullable String body, String type) {
        return send(method, path, body == null ? null : BodyPublishers.ofString(body), type);
    }

    private Answer send(String method, String path, HttpRequest.@Nullable BodyPublisher body, String type) {
        if (!method.equals("GET") && cookie("XSRF-TOKEN").isEmpty()) get("/api/v1/clock");
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("Accept", "application/json, application/problem+json, */*")
                .method(method, body == null ? BodyPublishers.noBody() : body);
        if (body != null) request.header("Content-Type", type);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response), response);
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The value of a cookie, or the empty text. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private static JsonNode json(HttpResponse<String> response) {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(response.body()) : JSON.missingNode();
    }
}
