package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import huoshui.rule.Editions;
import huoshui.rule.Occasion;
import huoshui.rule.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("B03 条款先草拟，跑用例、看全市差异，再由另一人公布；以前的日子仍用以前的条文")
class B03ClauseSandboxStory {

    static final LocalDate DAY = LocalDate.of(2026, 10, 9);
    static final String SHIPPED = "src/main/resources/practice/rulebook";

    /** The sample clause ZB-A1 made stricter from a day on. */
    static final String STRICTER = """
            code: ZB-A1
            title: 优先晋升：近 3 年年度考核均为优秀
            cite: { regulation: 市管职级干部管理办法（示例）, edition: "示例", clause: 优先情形之一 }
            in-force: { from: 2027-01-01 }
            status: P
            effect: PREFERS
            scope: { occasion: rank-promotion }
            when: { grades: { grade: [ 优秀 ], years: 3 years, at-least: 3 times } }
            cases:
              - { facts: { grades: 3 times }, expect: MET }
              - { facts: { grades: 2 times }, expect: NOT_MET }
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
    Editions editions;

    @Autowired
    Acts acts;

    @Value("${huoshui.data}")
    String data;

    Visitor drafter;
    Visitor publisher;
    Visitor leader;
    Visitor county;
    Subject.Person zhou;

    @BeforeAll
    void aDepartmentAndACadreOfOutstandingYears() {
        var department = new Department(units, authorities, dossiers, accounts, grants);
        drafter = department.visitor(port, "cadre-section");
        publisher = department.colleague(port, "second", "cadre-section");
        leader = department.visitor(port, "department-leader");
        county = department.countyVisitor(port, "county-department");
        zhou = department.person("周望", "市水务局规划科科长");
        grade(department, 2023, "优秀");
        grade(department, 2024, "称职");
        grade(department, 2025, "优秀");
    }

    private void grade(Department department, int year, String word) {
        department.record(zhou, new AnnualGrade(year, word, null), String.valueOf(year));
    }

    @AfterEach
    void theCitysFolderIsEmptyAgain() throws IOException {
        if (!Files.isDirectory(folder())) return;
        try (var files = Files.list(folder())) {
            for (var each : files.toList()) Files.delete(each);
        }
    }

    @Test
    void aDraftIsToldWhatIsWrongByLineAndRunsItsOwnCases() {
        var wrong = tried(STRICTER.replace("grades: { grade", "grade-count: { grade"));
        assertThat(wrong.path("sound").asBoolean()).isFalse();
        assertThat(wrong.path("problems").get(0).path("line").asInt()).isEqualTo(8);
        assertThat(wrong.path("problems").get(0).path("what").asString()).contains("没有量度“grade-count”");

        var failing = tried(STRICTER.replace("{ grades: 3 times }", "{ grades: 1 times }"));
        assertThat(failing.path("problems").get(0).path("line").asInt()).isEqualTo(10);
        assertThat(failing.path("cases")).anyMatch(each -> !each.path("right").asBoolean());

        var sound = tried(STRICTER.replace("ZB-A1", "ZB-A3"));
        assertThat(sound.path("sound").asBoolean()).isTrue();
        assertThat(sound.path("ends").asString()).isEqualTo("ZB-A3@1949-10-01");
        assertThat(sound.path("last").asString()).isEqualTo("2026-12-31");
    }

    @Test
    void whatFailsItsCasesIsNotPutForward() {
        var refused = propose(drafter, STRICTER.replace("{ grades: 3 times }", "{ grades: 1 times }"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("bad-rulebook");
        assertThat(refused.body().path("detail").asString()).contains("草案 第 10 行", "用例与条款不符");
        assertThat(refused.raw().body()).doesNotContain("周望");
    }

    @Test
    void aDraftChangesNobodysFindingsAndTheDifferenceNamesWhoWouldChange() {
        var text = STRICTER.replace("ZB-A1", "BS-1").replace("2027-01-01", "2026-01-01");
        var id = id(propose(drafter, text));
        var found = difference(leader, id);

        assertThat(found.path("changed").asInt()).isEqualTo(1);
        assertThat(found.path("rows").get(0).path("name").asString()).isEqualTo("周望");
        assertThat(found.path("steps").get(0).path("name").asString()).isEqualTo("BS-1 不涉及 → 符合");
        assertThat(found.path("units").get(0).path("name").asString()).isEqualTo("市水务局");
        assertThat(found.path("levels").get(0).path("count").asInt()).isEqualTo(1);
        assertThat(rulebook.book().editions("BS-1")).isEmpty();
        assertThat(difference(county, id).path("people").asInt())
                .as("out of the county's sight")
                .isZero();
    }

    @Test
    void theListOfThoseWhoWouldChangeGoesOutForAStatedPurposeOnly() {
        var text = STRICTER.replace("ZB-A1", "BS-9").replace("2027-01-01", "2026-01-01");
        var asked = Map.of("editions", List.of(id(propose(drafter, text))));

        assertThat(drafter.post("/api/v1/clause-drafts/differences/files", asked)
                        .code())
                .isEqualTo("purpose-required");
        var taken = drafter.post("/api/v1/clause-drafts/differences/files?purpose=P05", asked);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.raw().headers().firstValue("Content-Disposition").orElse(""))
                .contains(".xlsx");
        assertThat(taken.raw().body()).startsWith("PK");
    }

    @Test
    void onlyASecondPersonPublishesAndOnlyHavingSeenTheDifference() {
        var text = STRICTER.replace("ZB-A1", "BS-2").replace("2027-01-01", "2026-01-01");
        var id = id(propose(drafter, text));

        assertThat(publish(drafter, id, seen(drafter, id)).code()).isEqualTo("oneself");
        assertThat(publish(leader, id, seen(leader, id)).status()).isEqualTo(403);
        assertThat(publish(county, id, seen(county, id)).status()).isEqualTo(403);
        assertThat(publish(publisher, id, null).code()).isEqualTo("difference-unseen");
        assertThat(publish(publisher, id, Map.of("day", DAY, "known", 1, "digest", "0"))
                        .code())
                .isEqualTo("difference-changed");
        assertThat(rulebook.book().editions("BS-2")).isEmpty();

        assertThat(publish(publisher, id, seen(publisher, id)).status()).isEqualTo(204);
        assertThat(rulebook.book().editions("BS-2")).hasSize(1);
        var kept = drafter.get("/api/v1/editions/" + id).body().path("row");
        assertThat(kept.path("decidedBy").asString()).isEqualTo("second");
        assertThat(kept.path("grounds").asString()).isEqualTo("部务会研究");
        assertThat(kept.path("seen").asString()).contains("BS-2 不涉及 → 符合 1").doesNotContain("周望");
        assertThat(publish(publisher, id, seen(publisher, id)).code()).isEqualTo("decided-already");
    }

    @Test
    void earlierDaysKeepTheEarlierTextOnBothClocks() {
        long before = acts.head();
        var id = id(propose(drafter, STRICTER));
        assertThat(publish(publisher, id, seen(publisher, id)).status()).isEqualTo(204);
        long after = acts.head();

        assertThat(verdict(LocalDate.of(2026, 12, 31), after)).isEqualTo("ZB-A1@1949-10-01#2 MET");
        assertThat(verdict(LocalDate.of(2027, 1, 1), after)).startsWith("ZB-A1@2027-01-01 ");
        assertThat(verdict(LocalDate.of(2027, 1, 1), before)).startsWith("ZB-A1@1949-10-01 ");
        assertThat(verdict(DAY, before)).isEqualTo("ZB-A1@1949-10-01 MET");
    }

    @Test
    void twoEditionsOfOneCodeAreNotInForceTogether() {
        var later = STRICTER.replace("ZB-A1", "BS-3").replace("2027-01-01", "2028-01-01");
        var id = id(propose(drafter, later));
        assertThat(publish(publisher, id, seen(publisher, id)).status()).isEqualTo(204);

        var overlapping = propose(drafter, later.replace("2028-01-01", "2026-01-01"));
        assertThat(overlapping.code()).isEqualTo("bad-rulebook");
        assertThat(overlapping.body().path("detail").asString()).contains("两个版本同时施行");
        assertThat(propose(drafter, later.replace("{ from: 2028-01-01 }", "{ from: 2026-01-01, to: 2027-12-31 }"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aFileOfTheCityBecomesAProposalOnceAndANamedPersonMayRefuseIt() throws IOException {
        city("own.yaml", "schema: 1\nprovisions:\n" + item(STRICTER.replace("ZB-A1", "BS-4")));
        assertThat(read().path("proposed").asInt()).isEqualTo(1);
        assertThat(read().path("proposed").asInt()).isZero();
        var id = open("BS-4");

        assertThat(rulebook.book().editions("BS-4")).isEmpty();
        var refusal = Map.of("editions", List.of(id), "publish", false, "reason", "标准未定");
        assertThat(leader.post("/api/v1/editions/decisions", refusal).status()).isEqualTo(403);
        assertThat(publisher.post("/api/v1/editions/decisions", refusal).status())
                .isEqualTo(204);
        assertThat(read().path("proposed").asInt())
                .as("refused, and the file is still there")
                .isZero();
    }

    @Test
    void aWrongFileIsToldWithItsLineAndNothingOfItEnters() throws IOException {
        city("good.yaml", "schema: 1\nprovisions:\n" + item(STRICTER.replace("ZB-A1", "BS-5")));
        city(
                "bad.yaml",
                "schema: 1\nprovisions:\n" + item(STRICTER.replace("ZB-A1", "BS-6"))
                        + item(STRICTER.replace("ZB-A1", "BS-7").replace("2027-01-01", "2027-02-30")));
        city(
                "worse.yaml",
                "schema: 1\nprovisions:\n"
                        + item(STRICTER.replace("ZB-A1", "BS-8").replace("3 times } }", "3 } }")));
        var told = read();

        assertThat(told.path("proposed").asInt()).isEqualTo(1);
        assertThat(told.path("refused")).hasSize(2);
        var bad = told.path("refused").get(0);
        assertThat(bad.path("file").asString()).isEqualTo("bad.yaml");
        assertThat(bad.path("problems").get(0).path("line").asInt()).isEqualTo(19);
        assertThat(bad.path("problems").get(0).path("what").asString()).contains("没有“2027-02-30”这一天");
        var worse = told.path("refused").get(1);
        assertThat(worse.path("problems").get(0).path("line").asInt()).isEqualTo(10);
        assertThat(worse.path("problems").get(0).path("what").asString()).contains("没有单位");
        var desk = drafter.get("/api/v1/editions").body();
        assertThat(desk.path("files").path("refused"))
                .as("shown to the keeper of the rules")
                .hasSize(2);
        assertThat(desk.path("proposals").toString()).contains("BS-5").doesNotContain("BS-6", "BS-7", "BS-8");
    }

    @Test
    void whatIsWrittenOutIsTheSameAndReadAgainProposesNothing() throws IOException {
        read();
        var files = new TreeMap<>(editions.files());
        try (var shipped = Files.list(Path.of(SHIPPED))) {
            for (var each : shipped.toList()) {
                var name = each.getFileName().toString();
                if (!name.equals("rank.yaml"))
                    assertThat(files.get(name)).as(name).isEqualTo(Files.readString(each));
            }
        }
        for (var each : files.entrySet()) city(each.getKey(), each.getValue());
        var told = read();
        assertThat(told.path("refused")).isEmpty();
        assertThat(told.path("proposed").asInt()).isZero();
        assertThat(editions.files()).isEqualTo(files);
    }

    private JsonNode tried(String text) {
        return drafter.post("/api/v1/clause-drafts/trials", Map.of("text", text))
                .body();
    }

    private static Visitor.Answer propose(Visitor who, String text) {
        return who.post("/api/v1/editions", Map.of("text", text, "reason", "部务会议题"));
    }

    private static String id(Visitor.Answer proposed) {
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(201);
        return proposed.body().path("id").asString();
    }

    private JsonNode difference(Visitor who, String id) {
        var answer = who.post("/api/v1/clause-drafts/differences", Map.of("editions", List.of(id)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private Map<String, Object> seen(Visitor who, String id) {
        var answer = who.post("/api/v1/clause-drafts/differences", Map.of("editions", List.of(id)));
        var at = answer.body().path("at");
        return Map.of(
                "day",
                at.path("valid").asString(DAY.toString()),
                "known",
                at.path("known").asLong(0),
                "digest",
                answer.body().path("digest").asString(""));
    }

    private static Visitor.Answer publish(Visitor who, String id, @org.jspecify.annotations.Nullable Object seen) {
        var body = new TreeMap<String, Object>(Map.of("editions", List.of(id), "publish", true, "reason", "部务会研究"));
        if (seen != null) body.put("seen", seen);
        return who.post("/api/v1/editions/decisions", body);
    }

    private String verdict(LocalDate day, long known) {
        var asking = rulebook.at(new AsOf(day, known));
        var finding = asking.finding(asking.about(zhou, Occasion.RANK_PROMOTION, null), asking.clause("ZB-A1"))
                .orElseThrow();
        Verdict verdict = finding.verdict();
        return finding.provision().editionAndVersion() + " " + verdict;
    }

    private String open(String code) {
        for (var each : drafter.get("/api/v1/editions").body().path("proposals"))
            if (each.path("code").asString().equals(code))
                return each.path("id").asString();
        throw new AssertionError("no proposal of " + code);
    }

    private JsonNode read() {
        return drafter.post("/api/v1/editions/readings", Map.of()).body();
    }

    private Path folder() {
        return Path.of(data, "practice", "rulebook");
    }

    private void city(String name, String text) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(name), text);
    }

    private static String item(String clause) {
        return "  - " + clause.strip().replace("\n", "\n    ") + "\n\n";
    }
}
