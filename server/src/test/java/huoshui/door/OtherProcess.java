package huoshui.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another JVM that joins the PostgreSQL of a folder and stays until its standard input ends, or until it is killed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final long postgres;

    private OtherProcess(Process process, long postgres) {
        this.process = process;
        this.postgres = postgres;
    }

    public static void main(String[] arguments) throws IOException {
        try (var joined = EmbeddedPostgres.join(Path.of(arguments[0]))) {
            System.out.println(RunFile.read(DataFolder.open(Path.of(arguments[0])))
                    .map(RunFile::pid)
                    .orElseThrow());
            while (System.in.read() >= 0) Objects.requireNonNull(joined.address());
        }
    }

    static OtherProcess joining(Path folder) throws IOException {
        var process = start(OtherProcess.class, folder.toString());
        return new OtherProcess(process, Long.parseLong(firstLine(process)));
    }

    /** Another JVM on the classes under test. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-cp", classes, main.getName()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for it. */
    static String firstLine(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Objects.requireNonNull(output.readLine(), "it ended without a word");
    }

    /** The PostgreSQL it uses. */
    long postgres() {
        return postgres;
    }

    /** SIGKILL: nothing of it runs any more, not even its last will. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
