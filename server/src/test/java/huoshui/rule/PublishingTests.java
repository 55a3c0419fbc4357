package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("公布条款：看得全市的第二人；文件来的先有人采纳；各条按各自的起始日比较，由服务端定")
class PublishingTests {

    private static final String CLAUSE = """
            code: CODE
            title: 近 3 年年度考核均为优秀
            cite: { regulation: 市管职级干部管理办法（示例）, edition: "示例", clause: 优先情形之一 }
            in-force: { from: FROM }
            status: P
            effect: PREFERS
            scope: { occasion: rank-promotion }
            when: { grades: { grade: [ 优秀 ], years: 3 years, at-least: 2 times } }
            cases:
              - { facts: { grades: 3 times }, expect: MET }
              - { facts: { grades: 1 times }, expect: NOT_MET }
              - { expect: UNKNOWN }
            """;

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Authorities authorities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Practice practice;

    @Autowired
    EditionTable table;

    @Autowired
    Acts acts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Value("${huoshui.data}")
    String data;

    Visitor drafter = new Visitor(0);
    Visitor publisher = drafter;
    Visitor partly = drafter;
    Subject.Person zhou = new Subject.Person(new java.util.UUID(0, 0));

    @BeforeAll
    void twoOfTheCityOneOfACountyAndACadre() {
        var department = new Department(units, authorities, dossiers, accounts, grants);
        drafter = department.visitor(port, "cadre-section");
        publisher = department.colleague(port, "second", "cadre-section");
        partly = department.countyVisitor(port, "cadre-section");
        zhou = department.person("周望", "市水务局规划科科长");
        for (int year : List.of(2023, 2024, 2025))
            department.record(zhou, new AnnualGrade(year, "优秀", null), String.valueOf(year));
    }

    @AfterEach
    void theCitysFolderIsEmptyAgain() throws IOException {
        if (!Files.isDirectory(folder())) return;
        try (var files = Files.list(folder())) {
            for (var each : files.toList()) Files.delete(each);
        }
    }

    // Who

    @Test
    void whoeverSeesOnlyPartOfTheCityDoesNotPublishForAllOfIt() {
        var id = propose("PB-1", "2026-01-01");
        var refused = publish(partly, seen(partly, id), id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not-everybody");
        assertThat(refused.body().path("detail").asString()).contains("请由管理范围为全市的人公布");
        assertThat(rulebook.book().editions("PB-1")).isEmpty();
        assertThat(publish(publisher, seen(publisher, id), id).status()).isEqualTo(204);
    }

    @Test
    void aTextReadFromAFileWhileNobodyAskedIsTakenInByOneAndPublishedByAnother() throws IOException {
        city("start.yaml", "PB-2");
        practice.read();
        var id = open("PB-2");

        assertThat(publish(publisher, seen(publisher, id), id).code()).isEqualTo("not-taken-in");
        assertThat(take(publisher, id).status()).isEqualTo(204);
        assertThat(take(drafter, id).code()).isEqualTo("taken-already");
        assertThat(publish(publisher, seen(publisher, id), id).code()).isEqualTo("oneself");
        assertThat(rulebook.book().editions("PB-2")).isEmpty();
        assertThat(publish(drafter, seen(drafter, id), id).status()).isEqualTo(204);

        var row = drafter.get("/api/v1/editions/" + id).body().path("row");
        assertThat(row.path("source").asString()).isEqualTo("CITY");
        assertThat(row.path("by").asString()).isEqualTo("second");
        assertThat(row.path("decidedBy").asString()).isEqualTo("cadre-section");
    }

    @Test
    void whoeverHasTheFilesReadIsTheDrafterOfWhatIsNewInThem() throws IOException {
        city("asked.yaml", "PB-3");
        drafter.post("/api/v1/editions/readings", Map.of());
        var id = open("PB-3");

        assertThat(drafter.get("/api/v1/editions/" + id)
                        .body()
                        .path("row")
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(publish(drafter, seen(drafter, id), id).code()).isEqualTo("oneself");
        assertThat(publish(publisher, seen(publisher, id), id).status()).isEqualTo(204);
    }

    @Test
    void twoProcessesThatReadTheFilesAtOnceProposeEachTextOnce() throws Exception {
        city("twice.yaml", "PB-4");
        var other = new Practice(table, acts, events, transaction, clock, "", data);
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var holding = threads.submit(() -> transaction.executeWithoutResult(any -> {
                acts.lock();
                held.countDown();
                await(release);
            }));
            await(held);
            var readings = new ArrayList<Future<Practice.Told>>();
            for (var each : List.of(practice, other)) readings.add(threads.submit(() -> each.read()));
            for (int i = 0; waiting() < 2 && i < 600; i++) Thread.sleep(Duration.ofMillis(100));
            release.countDown();
            holding.get();
            int proposed = 0;
            for (var each : readings) proposed += each.get().proposed();
            assertThat(proposed).isEqualTo(1);
        }
        assertThat(table.ofClause("PB-4")).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Integer.class)
                .single();
    }

    // On which days

    @Test
    void eachTextIsComparedOnTheDayItBeginsWhateverDayIsAskedAbout() {
        var ids = List.of(propose("PB-5", "2027-01-01"), propose("PB-6", "2028-01-01"), propose("PB-7", "2026-01-01"))
                .toArray(String[]::new);
        var asked = difference(publisher, "?asof=2015-06-30", ids);

        assertThat(days(asked)).containsExactly("2026-10-09", "2027-01-01", "2028-01-01");
        assertThat(changes(asked))
                .containsExactlyInAnyOrder(
                        "2026-10-09 PB-7 周望 不涉及 → MET",
                        "2027-01-01 PB-5 周望 不涉及 → MET",
                        "2028-01-01 PB-6 周望 不涉及 → UNKNOWN");
        assertThat(publish(publisher, Map.of("digest", "0"), ids).code()).isEqualTo("difference-changed");
        assertThat(publish(publisher, Map.of("digest", asked.path("digest").asString()), ids)
                        .status())
                .isEqualTo(204);
        assertThat(publisher
                        .get("/api/v1/editions/" + ids[0])
                        .body()
                        .path("row")
                        .path("seen")
                        .asString())
                .contains("情况截至 2026-10-09", "情况截至 2027-01-01", "情况截至 2028-01-01")
                .doesNotContain("周望");
    }

    @Test
    void aTextThatOnlyEndsEarlierIsComparedOnTheDayAfterItsEnd() {
        var open = CLAUSE.replace("CODE", "PB-8").replace("FROM", "2026-01-01");
        var id = id(put(open));
        assertThat(publish(publisher, seen(publisher, id), id).status()).isEqualTo(204);

        var ending = id(put(open.replace("{ from: 2026-01-01 }", "{ from: 2026-01-01, to: 2026-12-31 }")));
        var told = difference(publisher, "", ending);
        assertThat(days(told)).containsExactly("2026-10-09", "2027-01-01");
        assertThat(changes(told)).containsExactly("2027-01-01 PB-8 周望 MET → 不涉及");
    }

    private static List<String> days(JsonNode told) {
        return StreamSupport.stream(told.path("days").spliterator(), false)
                .map(each -> each.path("day").asString())
                .toList();
    }

    private static List<String> changes(JsonNode told) {
        return StreamSupport.stream(told.path("rows").spliterator(), false)
                .map(each -> "%s %s %s %s → %s"
                        .formatted(
                                each.path("day").asString(),
                                each.path("code").asString(),
                                each.path("name").asString(),
                                word(each.path("from")),
                                word(each.path("to"))))
                .toList();
    }

    private static String word(JsonNode side) {
        return side.isNull() ? "不涉及" : side.path("verdict").asString();
    }

    private Visitor.Answer put(String text) {
        return drafter.post("/api/v1/editions", Map.of("text", text, "reason", "部务会议题"));
    }

    private String propose(String code, String from) {
        return id(put(CLAUSE.replace("CODE", code).replace("FROM", from)));
    }

    private static String id(Visitor.Answer proposed) {
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(201);
        return proposed.body().path("id").asString();
    }

    private JsonNode difference(Visitor who, String clocks, String... ids) {
        var answer = who.post("/api/v1/clause-drafts/differences" + clocks, Map.of("editions", List.of(ids)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private Map<String, Object> seen(Visitor who, String... ids) {
        return Map.of("digest", difference(who, "", ids).path("digest").asString());
    }

    private static Visitor.Answer publish(Visitor who, @Nullable Object seen, String... ids) {
        var body = new TreeMap<String, Object>(Map.of("editions", List.of(ids), "publish", true, "reason", "部务会研究"));
        if (seen != null) body.put("seen", seen);
        return who.post("/api/v1/editions/decisions", body);
    }

    private static Visitor.Answer take(Visitor who, String id) {
        return who.post("/api/v1/editions/takings", Map.of("editions", List.of(id)));
    }

    private String open(String code) {
        for (var each : drafter.get("/api/v1/editions").body().path("proposals"))
            if (each.path("code").asString().equals(code))
                return each.path("id").asString();
        throw new AssertionError("no proposal of " + code);
    }

    private Path folder() {
        return Path.of(data, "practice", "rulebook");
    }

    private void city(String name, String code) throws IOException {
        Files.createDirectories(folder());
        var clause = CLAUSE.replace("CODE", code).replace("FROM", "2026-01-01");
        Files.writeString(
                folder().resolve(name),
                "schema: 1\nprovisions:\n  - " + clause.strip().replace("\n", "\n    ") + "\n\n");
    }
}
