package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many rows a second {@code verify} reads: journal entries and the facts they cover. */
class VerifyBench {

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 3);

    @Test
    void measure() {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var figures = new Figures("verify");
        double best = 0;
        try (var house = BenchCity.serve(folder)) {
            assertThat(house.port()).isPositive();
            for (int i = 0; i < ROUNDS; i++) {
                var report = RunningHouse.answer(
                        RunningHouse.USUAL,
                        folder.resolveSibling("verify.log"),
                        List.of("verify", "--json", "--data", folder.toString()));
                assertThat(report.path("ok").asBoolean()).as(report.toString()).isTrue();
                long rows =
                        report.path("entries").asLong() + report.path("facts").asLong();
                double rate = rows / report.path("seconds").asDouble();
                best = Math.max(best, rate);
                figures.put(
                        "run " + (i + 1) + ", entries", report.path("entries").asLong());
                figures.put("run " + (i + 1) + ", facts", report.path("facts").asLong());
                figures.put(
                        "run " + (i + 1) + ", seconds", report.path("seconds").asDouble());
                figures.put("run " + (i + 1) + ", rows/s", Math.round(rate));
            }
        }
        figures.put("rows/s, best", Math.round(best));
        figures.done();
    }
}
