package huoshui;

import huoshui.door.Door;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program in a process of its own, as its users start it. 运行中的程序 */
public final class RunningHouse implements AutoCloseable {

    /** For short lives: quick to start, in no hurry afterwards. */
    public static final List<String> BRIEF = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** As {@code ./huoshui} starts it. */
    public static final List<String> USUAL = List.of("-Xmx1g", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");

    /** Below no data folder, and in nobody's own configuration. */
    public static final Path KEYS = Path.of("target", "test-keys").toAbsolutePath();

    private final Path data;
    private final Process process;
    private final JsonNode told;

    private RunningHouse(Path data, Process process, JsonNode told) {
        this.data = data;
        this.process = process;
        this.told = told;
    }

    /** Starts {@code serve} or {@code demo} on this folder and waits until it answers. */
    public static RunningHouse start(List<String> machine, Path data, String command, String... more) {
        var arguments = new ArrayList<>(List.of(command, "--json", "--data", data.toString()));
        arguments.addAll(List.of(more));
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            var process = run(machine, log(data), arguments);
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = output.readLine();
            if (line == null) throw new IllegalStateException("it did not start:\n" + Files.readString(log(data)));
            return new RunningHouse(data, process, JsonMapper.shared().readTree(line));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts a command of the program; what it says besides its answer goes to this file. */
    public static Process run(List<String> machine, Path errors, List<String> arguments) throws IOException {
        return run(machine, errors, arguments, Map.of());
    }

    public static Process run(
            List<String> machine, Path errors, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(machine);
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        if (!machine.contains("-cp")) words.addAll(List.of("-cp", classPath()));
        words.add(Door.class.getName());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().put("HUOSHUI_KEYS", KEYS.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** The answer of a command that ends by itself. */
    public static JsonNode answer(List<String> machine, Path errors, List<String> arguments) {
        try {
            var process = run(machine, errors, arguments);
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return JsonMapper.shared().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The password of a demonstration's account. */
    public static String password(Path data, String account) {
        for (var each :
                JsonMapper.shared().readTree(data.resolve("demo-accounts.json").toFile()))
            if (each.path("account").asString().equals(account))
                return each.path("password").asString();
        throw new IllegalArgumentException("no account " + account);
    }

    /** What it said when it was ready. */
    public JsonNode told() {
        return told;
    }

    public int port() {
        var address = told.path("address").asString();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1).replaceAll("\\D", ""));
    }

    public long pid() {
        return process.pid();
    }

    /** The PostgreSQL it uses. */
    public long postgres() {
        return JsonMapper.shared()
                .readTree(data.resolve("run.json").toFile())
                .path("pid")
                .asLong();
    }

    /** SIGKILL: nothing of it runs any more, not even its last will. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGKILL to its PostgreSQL. */
    public void killPostgres() {
        ProcessHandle.of(postgres()).ifPresent(each -> {
            each.destroyForcibly();
            each.onExit().join();
        });
    }

    /** As Ctrl-C does; waits until it has gone. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("it does not stop");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
