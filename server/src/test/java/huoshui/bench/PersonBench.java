package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long any person's page takes on any day, as known after any act, over HTTP. */
class PersonBench {

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 2_000);
    private static final long DAYS = 14_000;

    private final Random random = new Random(5);

    @Test
    void measure() {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var figures = new Figures("person");
        try (var house = BenchCity.serve(folder)) {
            var visitor = new Visitor(house.port());
            visitor.signIn("xinxi", RunningHouse.password(folder, "xinxi"));
            var people = people(visitor);
            figures.put("people", people.size());
            times(visitor, people, "", 200);
            figures.times("today", times(visitor, people, "", ROUNDS / 2));
            figures.times("any day", times(visitor, people, "asof", ROUNDS));
            figures.times("any day, as known any day", times(visitor, people, "both", ROUNDS));
        }
        figures.done();
    }

    static List<String> people(Visitor visitor) {
        var people = new ArrayList<String>();
        String cursor = null;
        do {
            var asked = new java.util.HashMap<String, Object>(Map.of("size", 1000));
            if (cursor != null) asked.put("cursor", cursor);
            var found = visitor.post("/api/v1/people/searches", asked).body();
            found.path("items").forEach(each -> people.add(each.path("id").asString()));
            cursor = found.path("next").isString() ? found.path("next").asString() : null;
        } while (cursor != null && people.size() < 40_000);
        return people;
    }

    private double[] times(Visitor visitor, List<String> people, String clocks, int rounds) {
        long head = visitor.get("/api/v1/clock").body().path("head").asLong(1);
        var taken = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            var path = "/api/v1/people/" + people.get(random.nextInt(people.size()));
            var today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
            if (!clocks.isEmpty()) path += "?asof=" + today.minusDays(random.nextLong(DAYS));
            if (clocks.equals("both")) path += "&known=" + (head - random.nextLong(Math.max(1, head / 2)));
            long began = System.nanoTime();
            int status = visitor.get(path).status();
            taken[i] = (System.nanoTime() - began) / 1e6;
            // Somebody not yet on the books at those clocks is not found; that answer counts too.
            assertThat(status).isIn(200, 404);
        }
        return taken;
    }
}
