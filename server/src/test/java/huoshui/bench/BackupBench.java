package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a backup beside a running server takes, and to put it back, from command to answer; and whether forms with their
 * photos go out byte for byte as before.
 */
class BackupBench {

    private static final String CLERK = "xinxi";
    private static final int AT_ONCE = 20;
    private static final int SHEAVES = 5;
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    private static final String WORDS = "a passphrase for measuring only";

    private final Figures figures = new Figures("backup");

    @Test
    void measure() throws Exception {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var file = folder.resolveSibling("bench.huoshui");
        var elsewhere = folder.resolveSibling("bench-restored");
        Files.deleteIfExists(file);
        clear(elsewhere);
        List<String> people;
        Map<String, String> before;
        double backup;
        try (var house = BenchCity.serve(folder)) {
            people = people(house, folder);
            before = forms(folder, people);
            figures.put("photos and attachments", count(folder.resolve("blobs")));
            backup =
                    timed("backup, seconds", "backup", "--json", "--data", folder.toString(), "--out", file.toString());
        }
        figures.put("file, MB", Files.size(file) >> 20);
        timed("verify the file, seconds", "verify", "--json", file.toString());
        var restore = timed(
                "restore and verify, seconds", "restore", file.toString(), "--json", "--data", elsewhere.toString());
        figures.put("backup and restore, seconds", backup + restore);
        assertThat(count(elsewhere.resolve("blobs"))).isEqualTo(count(folder.resolve("blobs")));
        assertThat(forms(elsewhere, people)).isEqualTo(before);
        figures.put("forms byte for byte as before", before.size());
        figures.done();
        clear(elsewhere);
        Files.delete(file);
    }

    private static List<String> people(RunningHouse house, Path folder) {
        var visitor = new Visitor(house.port());
        visitor.signIn(CLERK, RunningHouse.password(folder, CLERK));
        return visitor.post("/api/v1/people/searches", Map.of("size", AT_ONCE * SHEAVES))
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    /** What each person's form holds, by the file's name. */
    private static Map<String, String> forms(Path folder, List<String> people) throws Exception {
        var out = folder.resolveSibling("bench-forms");
        var held = new TreeMap<String, String>();
        for (int i = 0; i < people.size(); i += AT_ONCE) {
            clear(out);
            var words = new ArrayList<>(List.of(
                    "export",
                    "--json",
                    "--data",
                    folder.toString(),
                    "--as",
                    CLERK,
                    "--format",
                    "lrmx",
                    "--out",
                    out.toString(),
                    "--as-of",
                    TODAY,
                    "--purpose",
                    "P14",
                    "--person"));
            words.addAll(people.subList(i, Math.min(people.size(), i + AT_ONCE)));
            run(words, Map.of("HUOSHUI_PASSWORD", RunningHouse.password(folder, CLERK)));
            try (var files = Files.list(out)) {
                for (var each : files.toList()) held.put(i + " " + each.getFileName(), Files.readString(each));
            }
        }
        clear(out);
        assertThat(held.values()).anyMatch(each -> each.contains("<ZhaoPian>/9j/"));
        return held;
    }

    /** From the command to its end, the start of the program and what it says of itself included. */
    private double timed(String name, String... words) throws Exception {
        long began = System.nanoTime();
        var told = run(List.of(words), Map.of("HUOSHUI_PASSPHRASE", WORDS));
        var seconds = (System.nanoTime() - began) / 1e9;
        if (words[0].equals("backup")) {
            figures.put("people", told.path("people").asLong());
            figures.put("journal entries", told.path("entries").asLong());
        }
        figures.put(name, seconds);
        return seconds;
    }

    private static JsonNode run(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        var log = Path.of("target", "bench-backup.log");
        var process = RunningHouse.run(RunningHouse.USUAL, log, words, environment);
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text + "\n" + log).isZero();
        return JsonMapper.shared().readTree(text);
    }

    /** What was brought in; smaller sizes of photographs are made again where they are asked for. */
    private static long count(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(each -> each.getFileName().toString().matches("[0-9a-f]{64}"))
                    .count();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
