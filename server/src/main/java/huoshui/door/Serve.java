package huoshui.door;

import huoshui.access.Accounts;
import huoshui.access.OneTimePassword;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Opens the pages until told to stop. 启动服务 */
@Command(name = "serve", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Serve implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "host")
    String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8020", descriptionKey = "port")
    int port = 8020;

    @ArgGroup(exclusive = false)
    @Nullable
    Given certificate;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** A certificate of the office's own. */
    static final class Given {

        @Option(names = "--cert", paramLabel = "FILE", required = true, descriptionKey = "cert")
        Path chain = Path.of("server.crt");

        @Option(names = "--key", paramLabel = "FILE", required = true, descriptionKey = "key")
        Path key = Path.of("server.key");
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var open = OpenHouse.withPages(house, settings())) {
            announce(address(open.port()), open);
            new CountDownLatch(1).await();
        }
        return Door.FINE;
    }

    private void announce(String address, OpenHouse open) {
        open.serving(address);
        var out = spec.commandLine().getOut();
        var first = open.room(Accounts.class).firstAdministrator();
        if (house.json) out.println(JsonMapper.shared().writeValueAsString(told(address, first)));
        else tell(address, first, out);
    }

    private Map<String, Object> told(String address, Optional<OneTimePassword> first) {
        var told = new LinkedHashMap<String, Object>();
        told.put("address", address);
        told.put("data", house.data.toAbsolutePath().normalize().toString());
        told.put("pid", ProcessHandle.current().pid());
        first.ifPresent(made ->
                told.put("firstAdministrator", Map.of("account", made.account().name(), "password", made.password())));
        return told;
    }

    private void tell(String address, Optional<OneTimePassword> first, PrintWriter out) {
        first.ifPresent(
                made -> out.println(Door.word("serve.first", made.account().name(), made.password())));
        if (secure() && certificate == null)
            out.println(Door.word(
                    "serve.authority", DataFolder.open(house.data).of("tls").resolve("ca.crt")));
        out.println(Door.word("serve.open", address));
    }

    /** Plain HTTP never leaves the machine. */
    private boolean secure() {
        return certificate != null || !reachable(host).isLoopbackAddress();
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("server.address", reachable(host).getHostAddress());
        settings.put("server.port", port);
        if (secure()) {
            var given = certificate;
            var pair = given == null
                    ? null
                    : new Certificates.Pair(existing(given.chain), existing(given.key), given.chain);
            if (pair == null) pair = new Certificates(DataFolder.open(house.data), Instant.now()).forHost(host);
            settings.put("server.ssl.certificate", pair.chain().toUri().toString());
            settings.put(
                    "server.ssl.certificate-private-key", pair.key().toUri().toString());
        }
        return settings;
    }

    private String address(int found) {
        var shown = reachable(host).isAnyLocalAddress() ? machine() : host;
        return "%s://%s:%d/"
                .formatted(secure() ? "https" : "http", shown.contains(":") ? "[" + shown + "]" : shown, found);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private static InetAddress reachable(String host) {
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
