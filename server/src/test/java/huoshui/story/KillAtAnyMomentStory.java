package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.PackedHouse;
import huoshui.RunningHouse;
import huoshui.Visitor;
import huoshui.interchange.Sheaf;
import huoshui.story.Promises.Edit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twenty rounds, two hundred with {@code -Dhuoshui.long=true}: several people edit and import through the whole program; it is
 * killed at a random moment, in every fourth round its PostgreSQL as well, and started again on the same folder.
 *
 * <p>A failing run is repeated, as far as moments can be, with {@code -Dhuoshui.seed=SEED}.
 */
@DisplayName("任何时刻断电：应答过的写入都在，每次办理要么全有要么全无，留痕链核验通过")
class KillAtAnyMomentStory {

    private static final int ROUNDS =
            Integer.getInteger("huoshui.rounds", Boolean.getBoolean("huoshui.long") ? 200 : 20);
    /** A chain once broken stays so, since nothing is ever edited: it is walked as a whole every so many rounds, and at the end. */
    private static final int WHOLE_EVERY = 10;

    private static final int LATEST = 6;
    private static final int CLIENTS = 3;
    private static final int PEOPLE = 24;
    private static final int FORMS = 40;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    @TempDir
    static Path around;

    private final long seed = Long.getLong("huoshui.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Path data = around.resolve("data");
    private final int port = RunningHouse.freePort();
    private final Visitor clerk = new Visitor(port);
    private final Visitor auditor = new Visitor(port);
    private final Promises promises = new Promises();
    private final List<String> people = new ArrayList<>();
    private final Map<String, Integer> batches = new ConcurrentHashMap<>();
    private final List<String> inOrder = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger serial = new AtomicInteger();
    private List<String> machine = RunningHouse.BRIEF;
    private long peopleAtFirst;
    private volatile boolean killing;

    @Test
    void everyAcknowledgedWriteIsThereInWholeActsAndTheChainVerifies() throws Exception {
        System.out.println("KillAtAnyMomentStory: seed " + seed + ", " + ROUNDS + " rounds");
        try (var first = RunningHouse.start(RunningHouse.BRIEF, data, "demo", "--people", "300", "--port", port())) {
            assertThat(first.port()).isEqualTo(port);
            begin();
        }
        machine = PackedHouse.of(RunningHouse.BRIEF, around, data);
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            var house = serve();
            hold(round % WHOLE_EVERY == 0);
            workAndKill(house, round % 4 == 3);
            if (round % 20 == 19)
                System.out.printf(
                        "KillAtAnyMomentStory: %d rounds held, %d edits acknowledged, %.1f s a round%n",
                        round + 1, promises.count(), (System.nanoTime() - began) / 1e9 / (round + 1));
        }
        long imported;
        try (var house = serve()) {
            assertThat(house.port()).isEqualTo(port);
            hold(true);
            finishImports();
            hold(true);
            imported = people() - peopleAtFirst;
        }
        var report = RunningHouse.answer(
                machine, around.resolve("verify.log"), List.of("verify", "--json", "--data", data.toString()));
        assertThat(report.path("ok").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("checkpoints").asInt()).isGreaterThanOrEqualTo(ROUNDS / 2);
        System.out.printf(
                "KillAtAnyMomentStory: %d rounds in %.1f min, %d edits acknowledged, %d people imported, %s%n",
                ROUNDS, (System.nanoTime() - began) / 60e9, promises.count(), imported, report);
    }

    private String port() {
        return Integer.toString(port);
    }

    /** Signed in once: a kill signs nobody out. */
    private RunningHouse serve() {
        return RunningHouse.start(machine, data, "serve", "--port", port());
    }

    private void begin() throws SQLException {
        assertThat(clerk.signIn("xinxi", RunningHouse.password(data, "xinxi")).status())
                .isLessThan(300);
        assertThat(auditor.signIn("auditor", RunningHouse.password(data, "auditor"))
                        .status())
                .isLessThan(300);
        var found = clerk.post("/api/v1/people/searches", Map.of("size", 300)).body();
        for (var each : found.path("items")) {
            if (people.size() == PEOPLE) break;
            var id = each.path("id").asString();
            if (clerk.get("/api/v1/people/" + id).body().path("mayChange").asBoolean()) people.add(id);
        }
        assertThat(people).hasSizeGreaterThanOrEqualTo(CLIENTS);
        peopleAtFirst = people();
    }

    // ── what the clients do ──

    private void workAndKill(RunningHouse house, boolean database) throws InterruptedException {
        killing = false;
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            int share = i;
            long dice = random.nextLong();
            clients.add(Thread.ofVirtual().start(() -> untilKilled(() -> edit(share, new Random(dice)))));
        }
        clients.add(Thread.ofVirtual().start(() -> untilKilled(this::bringIn)));
        Thread.sleep(100 + random.nextInt(2400));
        boolean databaseFirst = database && random.nextBoolean();
        if (databaseFirst) {
            house.killPostgres();
            Thread.sleep(random.nextInt(300));
        }
        killing = true;
        house.kill();
        if (database && !databaseFirst) house.killPostgres();
        for (var each : clients) each.join();
    }

    private interface Client {
        void run();
    }

    /** A client goes on until its server is gone; only then may a request go unanswered. */
    private void untilKilled(Client client) {
        try {
            client.run();
        } catch (IllegalStateException gone) {
            if (!killing) Thread.yield();
        }
    }

    /** Records posts, and puts right some of its own, each with a text never used before. */
    private void edit(int share, Random dice) {
        var own = new ArrayList<Fact>();
        while (!killing) {
            boolean correct = !own.isEmpty() && dice.nextInt(3) == 0;
            var wrong = correct ? own.remove(dice.nextInt(own.size())) : null;
            var person =
                    wrong != null ? wrong.person : people.get(share + CLIENTS * dice.nextInt(people.size() / CLIENTS));
            var edit = new Edit(person, Promises.MARK + serial.incrementAndGet(), wrong == null ? null : wrong.text);
            promises.sending(edit);
            var answer = clerk.post(path(edit, wrong), asked(edit));
            if (answer.status() != 201) continue;
            var fact = answer.body().path("id").asString();
            promises.acknowledged(edit, fact);
            own.add(new Fact(fact, person, edit.text()));
        }
    }

    private record Fact(String id, String person, String text) {}

    private static String path(Edit edit, @Nullable Fact wrong) {
        var facts = "/api/v1/people/" + edit.person() + "/facts";
        return wrong == null ? facts : facts + "/" + wrong.id + "/corrections";
    }

    private static Map<String, Object> asked(Edit edit) {
        return Map.of(
                "kind",
                "post",
                "body",
                Map.of("text", edit.text()),
                "valid",
                Map.of("from", "2021-03"),
                "basis",
                Promises.MARK,
                "reason",
                Promises.MARK);
    }

    /** One batch after another of people nobody has met, examined and written; notes how many are said to be written. */
    private void bringIn() {
        while (!killing) {
            var files = new LinkedHashMap<String, byte[]>();
            for (int i = 0; i < FORMS; i++) {
                int n = serial.incrementAndGet();
                files.put("试验%06d.lrmx".formatted(n), form(n).getBytes(StandardCharsets.UTF_8));
            }
            var accepted = clerk.upload("/api/v1/imports", files);
            if (accepted.status() != 202) continue;
            var id = accepted.body().path("id").asString();
            batches.put(id, 0);
            inOrder.add(id);
            write(id);
        }
    }

    private void write(String batch) {
        waited(batch);
        clerk.post("/api/v1/imports/" + batch + "/writings", Map.of());
        waited(batch);
    }

    private JsonNode waited(String batch) {
        while (true) {
            var now = clerk.get("/api/v1/imports/" + batch).body();
            int written = now.at("/counts/written").asInt(0);
            batches.merge(batch, written, Math::max);
            var state = now.path("state").asString("");
            if (List.of("ready", "cancelled", "broken", "interrupted").contains(state)) return now;
            if (killing) throw new IllegalStateException("killed");
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(15);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String form(int n) {
        var born = LocalDate.of(1960, 1, 1).plusDays(n % 9000);
        var form = Sheaf.plain(1).getFirst();
        form = Sheaf.with(form, "XingMing", "孙" + (char) ('一' + n % 5000) + (char) ('丁' + n / 5000));
        form = Sheaf.with(form, "XingBie", "男");
        form = Sheaf.with(form, "ChuShengNianYue", born.format(MONTH));
        return Sheaf.with(
                form,
                "ShenFenZheng",
                Sheaf.number(born.format(DateTimeFormatter.BASIC_ISO_DATE), 1 + 2 * (n / 9000) % 998));
    }

    // ── what must hold afterwards ──

    /** Every acknowledged write and whole acts only, each time; the whole chain, and every batch as people see it, now and then. */
    private void hold(boolean whole) throws SQLException {
        killing = false;
        for (var person : promises.people())
            promises.hold(
                    person,
                    clerk.get("/api/v1/people/" + person + "/history?kind=post").body());
        var written = writtenByBatch();
        batches.forEach((batch, told) ->
                assertThat(written.getOrDefault(batch, 0)).as("written, lost").isGreaterThanOrEqualTo(told));
        var order = List.copyOf(inOrder);
        for (var batch : whole ? order : order.subList(Math.max(0, order.size() - LATEST), order.size())) {
            var now = clerk.get("/api/v1/imports/" + batch).body();
            assertThat(now.path("state").asString()).isIn("ready", "interrupted");
            assertThat(now.at("/counts/written").asInt(0))
                    .as("written, lost")
                    .isGreaterThanOrEqualTo(batches.get(batch));
        }
        assertThat(people() - peopleAtFirst).as("people, whole").isEqualTo(number("""
                select count(*) from interchange.item where outcome = 'written'"""));
        assertThat(number("""
                select count(*) from interchange.item i, unnest(i.recorded) as recorded (id)
                where not exists (select from dossier.fact f where f.id = recorded.id and f.known_from = i.act)""")).isZero();
        assertThat(number("""
                select count(distinct cardinality(recorded)) from interchange.item
                where outcome = 'written' and status = 'new'""")).isLessThanOrEqualTo(1);
        if (!whole) return;
        var report = auditor.post("/api/v1/journal/verifications", Map.of()).body();
        assertThat(report.path("ok").asBoolean()).as(report.toString()).isTrue();
    }

    /** What the kill left undone is taken up again by a person, and done. */
    private void finishImports() {
        for (var batch : batches.keySet()) {
            clerk.post("/api/v1/imports/" + batch + "/examinations", Map.of());
            write(batch);
            var done = waited(batch);
            assertThat(done.at("/counts/written").asInt()).as(done.toString()).isEqualTo(FORMS);
        }
    }

    private Map<String, Integer> writtenByBatch() throws SQLException {
        var all = new HashMap<String, Integer>();
        asked("select batch, count(*) from interchange.item where outcome = 'written' group by batch", row -> {
            while (row.next()) all.put(row.getString(1), row.getInt(2));
            return all;
        });
        return all;
    }

    private long people() throws SQLException {
        return number("select count(distinct subject) from dossier.fact where kind = 'identity'");
    }

    private long number(String question) throws SQLException {
        return asked(question, row -> {
            row.next();
            return row.getLong(1);
        });
    }

    private interface Answer<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Asked of the database itself, behind the program's back. */
    private <T> T asked(String question, Answer<T> answer) throws SQLException {
        var server = JsonMapper.shared().readTree(data.resolve("run.json").toFile());
        var url = "jdbc:postgresql://127.0.0.1:%d/huoshui"
                .formatted(server.path("port").asInt());
        try (var connection = DriverManager.getConnection(
                        url,
                        "huoshui",
                        Files.readString(data.resolve("postgres.password")).strip());
                var row = connection.createStatement().executeQuery(question)) {
            return answer.of(row);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
