package huoshui.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the pages answer: plain HTTP on this machine, HTTPS on any other address. 监听选项 */
final class Listening {

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "host")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8020", descriptionKey = "port")
    int port = 8020;

    @ArgGroup(exclusive = false)
    @Nullable
    Given certificate;

    /** A certificate of the office's own. */
    static final class Given {

        @Option(names = "--cert", paramLabel = "FILE", required = true, descriptionKey = "cert")
        Path chain = Path.of("server.crt");

        @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "key")
        Path key = Path.of("server.key");
    }

    /** What the web server is told; makes the certificate if one is needed. */
    Map<String, Object> settings(Path data) {
        var settings = new HashMap<String, Object>();
        settings.put("server.address", reachable().getHostAddress());
        settings.put("server.port", port);
        settings.put("huoshui.hsts", certificate != null);
        if (secure()) {
            var pair = pair(data);
            settings.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
            settings.put("server.ssl.certificate", pair.chain().toUri().toString());
            settings.put(
                    "server.ssl.certificate-private-key", pair.key().toUri().toString());
        }
        return settings;
    }

    /** What to open in a browser, once the port is known. */
    String address(int found) {
        var shown = reachable().isAnyLocalAddress() ? machine() : host;
        return "%s://%s:%d/"
                .formatted(secure() ? "https" : "http", shown.contains(":") ? "[" + shown + "]" : shown, found);
    }

    /** The authority's certificate that visitors' machines must be told to trust, if it is our own. */
    Optional<Path> authority(Path data) {
        return secure() && certificate == null
                ? Optional.of(DataFolder.open(data).of("tls").resolve("ca.crt"))
                : Optional.empty();
    }

    private Certificates.Pair pair(Path data) {
        if (certificate == null) return new Certificates(DataFolder.open(data), Instant.now()).forHost(host);
        return new Certificates.Pair(existing(certificate.chain), existing(certificate.key), certificate.chain);
    }

    /** Plain HTTP never leaves the machine. */
    private boolean secure() {
        return certificate != null || !reachable().isLoopbackAddress();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private InetAddress reachable() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new Unfit("不能在 %s 上打开页面：本机不认识这个地址。请用 --host 指定本机的一个 IP 地址，例如 0.0.0.0。".formatted(host), unknown);
        }
    }

    private static Path existing(Path file) {
        if (!Files.isReadable(file)) throw new Unfit("不能读取证书文件 %s：文件不存在或没有权限。请核对 --cert 与 --key。".formatted(file));
        return file;
    }
}
