package huoshui.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What one benchmark measured: a line for people for each figure, and one line of JSON for programs. 量得的数 */
public final class Figures {

    private final Map<String, Object> all = new LinkedHashMap<>();

    /** Notes when it was, and how busy the machine already was. */
    public Figures(String name) {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        all.put("bench", name);
        all.put(
                "at",
                LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        all.put("cores", machine.getAvailableProcessors());
        all.put("loadBefore", rounded(machine.getSystemLoadAverage()));
    }

    public void put(String name, Object value) {
        var shown = value instanceof Double number ? rounded(number) : value;
        all.put(name, shown);
        say("%-44s %s".formatted(name, shown));
    }

    /** Median and 99th percentile of times in milliseconds. */
    public void times(String name, double[] millis) {
        if (millis.length == 0) return;
        var sorted = millis.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double worst = sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)];
        all.put(name, Map.of("p50", rounded(median), "p99", rounded(worst), "times", sorted.length));
        say("%-44s median %8.1f ms   p99 %8.1f ms   (%d)".formatted(name, median, worst, sorted.length));
    }

    /** One question, asked in round {@code i}. */
    public interface Round {

        /** A status of HTTP; or when it began, where what comes before is not to be counted. */
        long ask(int i) throws IOException, InterruptedException;
    }

    /** The same, measured here: so many rounds after so many to warm up; whatever is not answered well is an error. */
    public void times(String name, int rounds, int warm, Round round) throws IOException, InterruptedException {
        for (int i = 0; i < warm; i++) round.ask(rounds + i);
        var millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            long told = round.ask(i);
            millis[i] = (System.nanoTime() - (told > 999 ? told : began)) / 1e6;
            if (told <= 999 && told >= 400) throw new IllegalStateException(name + ": " + told);
        }
        times(name, millis);
    }

    public void done() {
        say(JsonMapper.shared().writeValueAsString(all));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Marked, since a test run says other things too. */
    public static void say(String line) {
        System.out.println("bench: " + String.format(Locale.ROOT, "%s", line));
    }
}
