package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long a backup beside a running server takes, and to put it back. */
class BackupBench {

    private static final Map<String, String> PASSPHRASE =
            Map.of("HUOSHUI_PASSPHRASE", "a passphrase for measuring only");

    @Test
    void measure() throws Exception {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var file = folder.resolveSibling("bench.huoshui");
        var elsewhere = folder.resolveSibling("bench-restored");
        Files.deleteIfExists(file);
        clear(elsewhere);
        var figures = new Figures("backup");
        try (var house = BenchCity.serve(folder)) {
            assertThat(house.port()).isPositive();
            var made = run("backup", "--json", "--data", folder.toString(), "--out", file.toString());
            figures.put("people", made.path("people").asLong());
            figures.put("journal entries", made.path("entries").asLong());
            figures.put("backup, seconds", made.path("seconds").asDouble());
        }
        figures.put("file, MB", Files.size(file) >> 20);
        figures.put(
                "verify, seconds",
                run("verify", "--json", file.toString()).path("seconds").asDouble());
        var back = run("restore", file.toString(), "--json", "--data", elsewhere.toString());
        figures.put("restore and verify, seconds", back.path("seconds").asDouble());
        figures.done();
        clear(elsewhere);
        Files.delete(file);
    }

    private static JsonNode run(String... words) throws IOException, InterruptedException {
        var process =
                RunningHouse.run(RunningHouse.USUAL, Path.of("target", "bench-backup.log"), List.of(words), PASSPHRASE);
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return JsonMapper.shared().readTree(text);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
