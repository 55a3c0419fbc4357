package huoshui.bench;

import huoshui.RunningHouse;
import huoshui.demo.DemoCity;
import huoshui.demo.DemoPackages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many {@code .lrmx} files a second {@code import} brings in beside a running server, and what it holds in memory. */
class ImportBench {

    private static final int FILES = Integer.getInteger("huoshui.files", 10_000);
    private static final int PHOTO = 40_000;

    private final Path around = Path.of("target", "bench-import").toAbsolutePath();

    @Test
    void measure() throws Exception {
        clear(around);
        var data = around.resolve("data");
        var figures = new Figures("import");
        try (var house = RunningHouse.start(RunningHouse.USUAL, data, "demo", "--people", "300", "--port", "0")) {
            figures.put("files", FILES);
            var plain = lay("plain", 11, false);
            bring(figures, data, plain, "without photo");
            var pictured = lay("pictured", 12, true);
            bring(figures, data, pictured, "with a 40 kB photo");
            bring(figures, data, plain, "the first again");
            figures.put("server after all, MB", resident(house.pid(), "VmHWM"));
        }
        figures.done();
        clear(around);
    }

    private Path lay(String name, long seed, boolean photo) throws IOException {
        var folder = around.resolve(name);
        var city = DemoCity.generate(seed, FILES, LocalDate.of(2026, 1, 1));
        DemoPackages.forms(city, folder, each -> true, false);
        if (!photo) return folder;
        var random = new Random(seed);
        try (var files = Files.list(folder)) {
            for (var each : files.sorted().toList()) {
                var text = Files.readString(each);
                var pictured = text.replaceFirst(
                        "<ZhaoPian ?/>|<ZhaoPian>\\s*</ZhaoPian>", "<ZhaoPian>" + picture(random) + "</ZhaoPian>");
                if (pictured.length() < text.length() + PHOTO)
                    throw new IllegalStateException("no place for a photo in " + each);
                Files.writeString(each, pictured);
            }
        }
        return folder;
    }

    /** As large as a JPEG, and as little to be squeezed. */
    private static String picture(Random random) {
        var bytes = new byte[PHOTO];
        random.nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void bring(Figures figures, Path data, Path folder, String what) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = start(data, folder);
        var residents = new ArrayList<Long>();
        var watch = Thread.ofVirtual().start(() -> watch(process, residents));
        var count = new Count();
        count.items(process.getInputStream());
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        watch.join();
        figures.put(what + ", files/s, command and all", FILES / seconds);
        figures.put(what + ", files/s, from the first batch told", count.rate());
        figures.put(
                what + ", totals",
                count.tail.substring(count.tail.lastIndexOf("\"totals\"")).strip());
        figures.put(
                what + ", peak MB",
                residents.isEmpty()
                        ? 0
                        : residents.stream().mapToLong(each -> each).max().orElse(0));
        if (!residents.isEmpty()) figures.put(what + ", MB at half time", residents.get(residents.size() / 2));
        if (exit > 1) throw new IllegalStateException("import ended with " + exit);
    }

    private Process start(Path data, Path folder) throws IOException {
        var words = List.of("import", "--json", "--data", data.toString(), "--as", "xinxi", folder.toString());
        return RunningHouse.run(
                RunningHouse.USUAL,
                around.resolve("import.log"),
                words,
                Map.of("HUOSHUI_PASSWORD", RunningHouse.password(data, "xinxi")));
    }

    /** Items as they are told, which is after they were committed. */
    private static final class Count {

        private long first;
        private long last;
        private int atFirst;
        private int items;
        private String tail = "";

        void items(InputStream answer) throws IOException {
            var buffer = new byte[1 << 16];
            String rest = "";
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                var text = rest + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                for (int at = text.indexOf("\"entry\":"); at >= 0; at = text.indexOf("\"entry\":", at + 1)) items++;
                rest = text.substring(Math.max(0, text.length() - 7));
                tail = text.length() > 600 ? text.substring(text.length() - 600) : tail + text;
                last = System.nanoTime();
                if (first == 0 && items > 0) {
                    first = last;
                    atFirst = items;
                }
            }
        }

        double rate() {
            return (items - atFirst) / ((last - first) / 1e9);
        }
    }

    private static void watch(Process process, List<Long> residents) {
        try {
            while (process.isAlive()) {
                long now = resident(process.pid(), "VmRSS");
                if (now > 0) residents.add(now);
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** MB, as the system counts them. */
    static long resident(long pid, String which) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(each -> each.startsWith(which))
                            .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        }
    }
}
