package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program as its users start it: a process of its own, ended by a signal. */
class ServeTests {

    @TempDir
    static Path around;

    @Test
    void theFirstStartTellsTheAdministratorsPasswordOnceAndVerifyRunsBesideTheServer() throws Exception {
        var data = around.resolve("loopback");
        var process = serve(data);
        try {
            var told = told(process);
            assertThat(told.path("address").asString()).startsWith("http://127.0.0.1:");
            assertThat(told.path("firstAdministrator").path("password").asString())
                    .hasSizeGreaterThan(12);
            assertThat(Files.readString(data.resolve("run.json")))
                    .contains(told.path("address").asString());
            var out = new StringWriter();
            assertThat(Door.enter(
                            new PrintWriter(out, true),
                            new PrintWriter(new StringWriter()),
                            "verify",
                            "--json",
                            "--data",
                            data.toString()))
                    .isEqualTo(Door.FINE);
            assertThat(JsonMapper.shared().readTree(out.toString()).path("ok").asBoolean())
                    .isTrue();
        } finally {
            stop(process);
        }
        assertThat(data.resolve("run.json")).doesNotExist();
        var again = serve(data);
        try {
            assertThat(told(again).has("firstAdministrator")).isFalse();
        } finally {
            stop(again);
        }
    }

    @Test
    void beyondTheMachineItSpeaksHttpsThatTheHousesAuthorityVouchesFor() throws Exception {
        var data = around.resolve("network");
        var process = serve(data, "--host", "0.0.0.0");
        try (var client = trusting(data.resolve("tls", "ca.crt"), told(process))) {
            var port = URI.create(RunFile.read(DataFolder.open(data))
                            .map(RunFile::server)
                            .map(RunFile.Server::address)
                            .orElseThrow())
                    .getPort();
            var page = HttpRequest.newBuilder(URI.create("https://localhost:%d/".formatted(port)))
                    .build();
            assertThat(client.send(page, BodyHandlers.ofString()).sslSession()).isPresent();
        } finally {
            stop(process);
        }
    }

    private static Process serve(Path data, String... more) throws IOException {
        var arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"serve", "--json", "--port", "0", "--data", data.toString()}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return OtherProcess.start(Door.class, arguments);
    }

    private static JsonNode told(Process process) throws IOException {
        return JsonMapper.shared().readTree(OtherProcess.firstLine(process));
    }

    /** As Ctrl-C does. */
    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static HttpClient trusting(Path authority, JsonNode started) throws IOException, GeneralSecurityException {
        assertThat(started.path("address").asString()).startsWith("https://");
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var content = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "house", CertificateFactory.getInstance("X.509").generateCertificate(content));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
