package huoshui.bench;

import huoshui.RunningHouse;
import huoshui.Visitor;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How fast a whole city answers, over HTTP, one question at a time; and what the server holds in memory for it. */
class SearchBench {

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 300);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final List<String> PREFIXES = List.of("z", "zh", "wang", "lix", "王", "张", "zgq", "李国", "s", "ouy");
    private static final String LETTERS = "abcdefghjklmnpqrstwxyz";
    private static final String SIGNS = "国伟明华建军文斌志强海涛晓峰立新庆林永平春雨秀英丽芳桂兰玉梅静雪水财政农教司审统市县副主任";

    private final Random random = new Random(7);

    @Test
    void measure() throws Exception {
        var folder = BenchCity.folder(BenchCity.PEOPLE);
        var figures = new Figures("search");
        try (var house = BenchCity.serve(folder)) {
            var first = new Visitor(house.port());
            first.signIn("xinxi", RunningHouse.password(folder, "xinxi"));
            var user = Clicker.of(house, folder, "xinxi");
            long before = heap(house);
            long began = System.nanoTime();
            int people = first.post("/api/v1/people/searches", Map.of("size", 1, "among", "all"))
                    .body()
                    .path("total")
                    .asInt();
            figures.put("people", people);
            figures.put("first question of all, s", (System.nanoTime() - began) / 1e9);
            figures.put("heap, bytes a person, city and units", (heap(house) - before) / people);
            var asked = thirty();
            figures.times("30 conditions, one of them new", ROUNDS, 50, i -> ask(user, varied(asked), "order", 50));
            figures.times("30 conditions, all of them new", ROUNDS, 50, i -> ask(user, fresh(), "order", 50));
            figures.times("30 conditions and words of the résumé", 100, 5, i -> ask(user, resume(asked), "order", 50));
            figures.times("page of 200 rows, everybody", ROUNDS, 20, i -> ask(user, null, "age", 200));
            figures.times("name or pinyin prefix", ROUNDS, 20, i -> type(user, PREFIXES.get(i % PREFIXES.size())));
            figures.times("name or pinyin prefix, never typed before", ROUNDS, 20, i -> type(user, typed()));
            figures.times(
                    "30 conditions on another day",
                    10,
                    1,
                    i -> user.post(
                            "/api/v1/people/searches?asof="
                                    + LocalDate.of(2010, 1, 1).plusDays(i * 37L),
                            Map.of("condition", asked, "size", 50)));
            var person = PersonBench.people(first).getFirst();
            figures.times("30 conditions right after a write", 20, 2, i -> {
                user.post("/api/v1/people/" + person + "/facts", written());
                long asking = System.nanoTime();
                ask(user, asked, "order", 50);
                return asking;
            });
            figures.put("heap, bytes a person, with all that was worked out", (heap(house) - before) / people);
            figures.put("server, MB resident", ImportBench.resident(house.pid(), "VmRSS"));
        }
        figures.done();
    }

    private static Map<String, Object> written() {
        return Map.of(
                "kind",
                "training",
                "body",
                Map.of("course", "测量用培训班"),
                "valid",
                Map.of("from", "2026-05"),
                "basis",
                "测量");
    }

    private static int ask(Clicker user, @org.jspecify.annotations.Nullable Object condition, String by, int size)
            throws IOException, InterruptedException {
        var sort = Map.of("by", by, "descending", false);
        return user.post(
                "/api/v1/people/searches",
                condition == null
                        ? Map.of("size", size, "sort", sort)
                        : Map.of("size", size, "sort", sort, "condition", condition));
    }

    private static int type(Clicker user, String text) throws IOException, InterruptedException {
        return user.get("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private String typed() {
        if (random.nextInt(3) == 0) return sign(SIGNS) + (random.nextBoolean() ? sign(SIGNS) : "");
        var text = new StringBuilder(sign(LETTERS));
        for (int i = random.nextInt(4); i > 0; i--) text.append(sign(LETTERS));
        return text.toString();
    }

    private String sign(String of) {
        int at = random.nextInt(of.length());
        return of.substring(at, at + 1);
    }

    private static Map<String, Object> test(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    private static Map<String, Object> all(List<Object> of) {
        return Map.of("all", of);
    }

    /** Thirty tests in six brackets, none of which decides alone. */
    private static Map<String, Object> thirty() {
        var brackets = new ArrayList<Object>();
        for (int i = 0; i < 6; i++)
            brackets.add(Map.of(
                    "any",
                    List.of(
                            test("age", "between", List.of(25 + i, 58)),
                            test("rank", "atLeast", "四级主任科员"),
                            Map.of("not", test("belowCompetent3", "has", true)),
                            test("everPost", "contains", "局长"),
                            test("school", "contains", "大学"))));
        return all(brackets);
    }

    private Map<String, Object> varied(Map<String, Object> thirty) {
        int born = 1960 + random.nextInt(30);
        return all(List.of(
                thirty,
                test(
                        "birth",
                        "between",
                        List.of(born + "-0" + (1 + random.nextInt(9)), "1999-0" + (1 + random.nextInt(9))))));
    }

    /** Thirty tests with values drawn at random: ages, dates, lengths, and words in posts, schools, courses and places. */
    private Map<String, Object> fresh() {
        return all(Stream.generate(this::bracket)
                .limit(6)
                .map(each -> (Object) each)
                .toList());
    }

    private Map<String, Object> bracket() {
        int low = random.nextInt(300);
        return Map.of(
                "any",
                List.of(
                        test("monthsInPost", "between", List.of(low, low + 1 + random.nextInt(200))),
                        test(
                                "birth",
                                "between",
                                List.of(1950 + random.nextInt(40) + "-0" + (1 + random.nextInt(9)), "2000-01")),
                        test(
                                List.of("everPost", "post", "school", "training", "nativePlace")
                                        .get(random.nextInt(5)),
                                "contains",
                                sign(SIGNS) + sign(SIGNS)),
                        test("everPost", "contains", sign(SIGNS) + sign(SIGNS)),
                        test(
                                "partyJoined",
                                "between",
                                List.of(1970 + random.nextInt(40) + "-0" + (1 + random.nextInt(9)), "2020-01"))));
    }

    private Map<String, Object> resume(Map<String, Object> thirty) {
        return all(List.of(thirty, test("resume", "contains", sign(SIGNS) + sign(SIGNS))));
    }

    /** Bytes in use once the server has thrown away what it can. */
    private static long heap(RunningHouse house) throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            jcmd(house.pid(), "GC.run");
            var matcher = USED.matcher(jcmd(house.pid(), "GC.heap_info"));
            if (!matcher.find()) throw new IllegalStateException("no heap told");
            least = Math.min(least, Long.parseLong(matcher.group(1)) * 1024);
        }
        return least;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(tool, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
