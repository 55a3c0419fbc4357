package huoshui.bench;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/**
 * Users clicking against the real program over HTTP, each with a pause of half to two and a half seconds between pages. A page is
 * all it asks for: the home page asks seven lists at once, as the browser does.
 *
 * <p>Out of twenty clicks: home 2, a list of people by a condition 2 (one of them never asked before), everybody 2, the search box
 * 3, units 1, a unit 2, a team 2, a person on any day 2, a person with photo 2, a person with differences 2 (some of which the
 * clerk then writes to). The clients are {@link Clicker}s in one process beside the server.
 */
class LoadBench {

    private static final int USERS = Integer.getInteger("huoshui.users", 50);
    private static final int SECONDS = Integer.getInteger("huoshui.seconds", 300);
    private static final int WARM = 15;
    private static final List<String> ACCOUNTS =
            List.of("xinxi", "linzhiyuan", "ganbuerke", "cenwangshu", "jiandu", "shuji", "longchuan");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private static final List<String> TYPED = List.of("w", "wa", "wang", "zh", "lx", "chen", "财政局", "局长", "水务", "li");

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
            var visitors = new ArrayList<Clicker>();
            for (int i = 0; i < USERS; i++) visitors.add(Clicker.of(house, folder, ACCOUNTS.get(i % ACCOUNTS.size())));
            crowd(visitors, WARM);
            taken.clear();
            errors.clear();
            var server = cpu(house.pid());
            var driver = own();
            crowd(visitors, SECONDS);
            figures.put(
                    "server's share of a core", cpu(house.pid()).minus(server).toMillis() / 1000.0 / SECONDS);
            figures.put("clients' share of a core", (own() - driver) / 1e9 / SECONDS);
            figures.put("server, MB resident", ImportBench.resident(house.pid(), "VmRSS"));
        }
        tell(figures);
    }

    private void crowd(List<Clicker> visitors, int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var users = new ArrayList<Thread>();
        for (int i = 0; i < USERS; i++) {
            int user = i;
            users.add(Thread.ofVirtual().start(() -> {
                var random = new Random(user * 31L + seconds);
                while (think(random) && System.nanoTime() < end)
                    click(visitors.get(user), random, user % ACCOUNTS.size());
            }));
        }
        for (var each : users) each.join();
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

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(each -> each.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static long own() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
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

    private static boolean think(Random random) {
        try {
            Thread.sleep(500 + random.nextInt(2000));
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** One page: whatever it asks for. */
    private void click(Clicker user, Random random, int account) {
        switch (random.nextInt(20)) {
            case 0, 1 -> home(user, random);
            case 2 -> list(user, "people, a usual condition", usual(random));
            case 3 -> list(user, "people, a new condition", fresh(random));
            case 4, 5 -> list(user, "people, everybody", null);
            case 6, 7, 8 ->
                get(user, "search box", "/api/v1/search?q=" + URLEncoder.encode(typed(random), StandardCharsets.UTF_8));
            case 9 -> get(user, "units", "/api/v1/units");
            case 10, 11 -> get(user, "unit", "/api/v1/units/" + any(units, random));
            case 12, 13 -> get(user, "team", "/api/v1/teams/" + any(teams, random));
            case 14, 15 -> {
                var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(random.nextInt(5000));
                get(user, "person, any day", "/api/v1/people/" + any(people, random) + "?asof=" + day);
            }
            case 16, 17 -> {
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

    private void home(Clicker user, Random random) {
        int within = List.of(3, 6, 12).get(random.nextInt(3));
        var asked = List.of(
                test("monthsToRetirement", "atMost", -1),
                test("monthsToRetirement", "between", List.of(0, within)),
                both(test("leading", "has", true), tenure(1, within)),
                both(test("principal", "has", true), tenure(5, within)),
                tenure(5, within),
                tenure(8, within),
                tenure(10, within));
        var lists = asked.stream()
                .map(each -> Thread.ofVirtual()
                        .start(() -> note(
                                () -> user.post("/api/v1/people/searches", Map.of("condition", each, "size", 6)),
                                "home, each of seven lists")))
                .toList();
        try {
            for (var each : lists) each.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> tenure(int years, int within) {
        return test("monthsInPost", "between", List.of(Math.max(0, years * 12 - within), years * 12 - 1));
    }

    private static Map<String, Object> test(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    private static Map<String, Object> both(Object one, Object other) {
        return Map.of("all", List.of(one, other));
    }

    private static Object usual(Random random) {
        return both(
                test("age", "atMost", 30 + random.nextInt(25)),
                Map.of("any", List.of(test("everPost", "contains", "局长"), test("everPost", "contains", "主任"))));
    }

    private static Object fresh(Random random) {
        return both(
                test(
                        "birth",
                        "between",
                        List.of(1960 + random.nextInt(20) + "-0" + (1 + random.nextInt(9)), "1995-06")),
                both(
                        test("everPost", "contains", surname(random) + surname(random)),
                        test("serviceYears", "between", List.of(random.nextInt(20), 20 + random.nextInt(20)))));
    }

    private static String surname(Random random) {
        return SURNAMES.substring(random.nextInt(SURNAMES.length())).substring(0, 1);
    }

    private static String typed(Random random) {
        return random.nextBoolean() ? TYPED.get(random.nextInt(TYPED.size())) : surname(random);
    }

    private void list(Clicker user, String what, @org.jspecify.annotations.Nullable Object condition) {
        var asked = condition == null ? Map.of("size", 50) : Map.of("condition", condition, "size", 50);
        note(() -> user.post("/api/v1/people/searches", asked), what);
    }

    private void write(Clicker user, String person) {
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
        int ask() throws IOException, InterruptedException;
    }

    private void get(Clicker user, String what, String path) {
        note(() -> user.get(path), what);
    }

    private void note(Asking asking, String what) {
        long began = System.nanoTime();
        String wrong = null;
        try {
            int status = asking.ask();
            // Not in this account's sight, or nothing at that day: an answer like any other.
            if (status >= 400 && status != 404 && status != 403) wrong = what + " " + status;
        } catch (IOException broken) {
            wrong = what + " " + broken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        taken.computeIfAbsent(what, any -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - began) / 1e6);
        if (wrong != null)
            errors.computeIfAbsent(wrong, any -> new AtomicInteger()).incrementAndGet();
    }

    private static String any(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
