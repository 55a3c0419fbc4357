package huoshui.bench;

import huoshui.RunningHouse;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up city on disk for the benchmarks, made once by {@code demo} and used again. 测量用示例市 */
public final class BenchCity {

    public static final int PEOPLE = Integer.getInteger("huoshui.people", 30_000);

    private BenchCity() {}

    /** The folder named by {@code -Dhuoshui.data}, or one of this size below {@code target}. */
    public static Path folder(int people) {
        var given = System.getProperty("huoshui.data", "");
        var folder = given.isEmpty() ? Path.of("target", "bench-city-" + people).toAbsolutePath() : Path.of(given);
        if (!Files.exists(folder.resolve("demo-accounts.json"))) {
            Figures.say("making a city of %d people in %s …".formatted(people, folder));
            RunningHouse.start(RunningHouse.USUAL, folder, "demo", "--people", Integer.toString(people), "--port", "0")
                    .close();
        }
        return folder;
    }

    static RunningHouse serve(Path folder) {
        return RunningHouse.start(RunningHouse.USUAL, folder, "serve", "--port", "0");
    }
}
