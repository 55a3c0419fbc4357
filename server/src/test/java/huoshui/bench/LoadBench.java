package huoshui.bench;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fifty users clicking, each with a pause for thought between pages, against the real program over HTTP. */
class LoadBench {

    private static final int USERS = Integer.getInteger("huoshui.users", 50);
    private static final int SECONDS = Integer.getInteger("huoshui.seconds", 300);
    private static final List<String> ACCOUNTS =
            List.of("xinxi", "linzhiyuan", "ganbuerke", "cenwangshu", "jiandu", "shuji", "longchuan");
    private static final List<String> TYPED = List.of("w", "wa", "wang", "zh", "张", "李国", "lx", "chen");

    private final Map<String, Queue<Double>> taken = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
    private List<String> people = List.of();
    private List<String> units = List.of();
    private List<String> teams = List.of();

    @Test
    void measure() throws InterruptedException {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var figures = new Figures("load");
        try (var house = BenchCity.serve(folder)) {
            var first = new Visitor(house.port());
            first.signIn("xinxi", RunningHouse.password(folder, "xinxi"));
            people = PersonBench.people(first);
            units = ids(first, "/api/v1/units", "units");
            teams = ids(first, "/api/v1/teams", "items");
            figures.put("people", people.size());
            figures.put("users", USERS);
            figures.put("seconds", SECONDS);
            var users = new ArrayList<Thread>();
            var end = new long[] {0};
            var visitors = new ArrayList<Visitor>();
            for (int i = 0; i < USERS; i++) {
                var account = ACCOUNTS.get(i % ACCOUNTS.size());
                var visitor = new Visitor(house.port());
                visitor.signIn(account, RunningHouse.password(folder, account));
                visitors.add(visitor);
            }
            for (int i = 0; i < 60; i++) click(visitors.get(i % USERS), new Random(i), i % ACCOUNTS.size());
            taken.clear();
            errors.clear();
            end[0] = System.nanoTime() + SECONDS * 1_000_000_000L;
            for (int i = 0; i < USERS; i++) {
                int user = i;
                users.add(Thread.ofVirtual().start(() -> {
                    var random = new Random(user);
                    while (System.nanoTime() < end[0]) {
                        think(random);
                        click(visitors.get(user), random, user % ACCOUNTS.size());
                    }
                }));
            }
            for (var each : users) each.join();
        }
        tell(figures);
    }

    private void tell(Figures figures) {
        var all = new ArrayList<Double>();
        new TreeMap<>(taken).forEach((what, times) -> {
            all.addAll(times);
            figures.times(what, times.stream().mapToDouble(each -> each).toArray());
        });
        figures.times("all requests", all.stream().mapToDouble(each -> each).toArray());
        figures.put("requests/s", (double) all.size() / SECONDS);
        figures.put(
                "errors", errors.values().stream().mapToInt(AtomicInteger::get).sum());
        errors.forEach((what, count) -> figures.put("error " + what, count.get()));
        figures.done();
    }

    private static List<String> ids(Visitor visitor, String path, String list) {
        var body = visitor.get(path).body();
        var lines = body.isArray() ? body : body.path(list);
        var ids = new ArrayList<String>();
        lines.forEach(each -> {
            var id = each.path("id").asString("");
            if (!id.isEmpty()) ids.add(id);
        });
        return ids;
    }

    private static void think(Random random) {
        try {
            Thread.sleep(500 + random.nextInt(2000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One page: whatever it asks for. */
    private void click(Visitor user, Random random, int account) {
        switch (random.nextInt(10)) {
            case 0 -> get(user, "home: deadlines", "/api/v1/deadlines");
            case 1, 2 -> list(user, random);
            case 3 -> {
                var text = TYPED.get(random.nextInt(TYPED.size()));
                get(
                        user,
                        "search box",
                        "/api/v1/search?q="
                                + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8));
            }
            case 4 -> get(user, "units", "/api/v1/units");
            case 5 -> get(user, "unit", "/api/v1/units/" + any(units, random));
            case 6 -> get(user, "team", "/api/v1/teams/" + any(teams, random));
            case 7 -> {
                var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(random.nextInt(5000));
                get(user, "person, any day", "/api/v1/people/" + any(people, random) + "?asof=" + day);
            }
            case 8 -> {
                var person = "/api/v1/people/" + any(people, random);
                get(user, "person", person);
                get(user, "photo", person + "/photo");
            }
            default -> {
                var person = "/api/v1/people/" + any(people, random);
                get(user, "person", person);
                get(user, "differences", person + "/differences");
                if (account == 0 && random.nextInt(4) == 0) write(user, person);
            }
        }
    }

    private void list(Visitor user, Random random) {
        var condition = Map.of(
                "all",
                List.of(
                        Map.of("field", "age", "op", "atMost", "value", 30 + random.nextInt(25)),
                        Map.of(
                                "any",
                                List.of(
                                        Map.of("field", "everPost", "op", "contains", "value", "局长"),
                                        Map.of("field", "everPost", "op", "contains", "value", "主任")))));
        var asked = random.nextBoolean() ? Map.of("size", 50) : Map.of("condition", condition, "size", 50);
        note(() -> user.post("/api/v1/people/searches", asked), "people list");
    }

    private void write(Visitor user, String person) {
        note(
                () -> user.post(
                        person + "/facts",
                        Map.of(
                                "kind",
                                "training",
                                "body",
                                Map.of("course", "测量用培训班"),
                                "valid",
                                Map.of("from", "2026-05"),
                                "basis",
                                "测量")),
                "record");
    }

    private interface Asking {
        Visitor.Answer ask();
    }

    private void get(Visitor user, String what, String path) {
        note(() -> user.get(path), what);
    }

    private void note(Asking asking, String what) {
        long began = System.nanoTime();
        String wrong = null;
        try {
            int status = asking.ask().status();
            // Not in this account's sight, or nothing at that day: an answer like any other.
            if (status >= 400 && status != 404 && status != 403) wrong = what + " " + status;
        } catch (IllegalStateException broken) {
            wrong = what + " " + broken.getCause();
        }
        taken.computeIfAbsent(what, any -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - began) / 1e6);
        if (wrong != null)
            errors.computeIfAbsent(wrong, any -> new AtomicInteger()).incrementAndGet();
    }

    private static String any(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
