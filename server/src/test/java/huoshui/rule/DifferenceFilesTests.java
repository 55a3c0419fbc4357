package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("条款差异名单多于二十人，须另一人同意才能导出；同意的正是这一份，只用一次")
class DifferenceFilesTests {

    static final String CLAUSE = """
            code: CY-1
            title: 近 3 年年度考核均为优秀
            cite: { regulation: 市管职级干部管理办法（示例）, edition: "示例", clause: 优先情形之一 }
            in-force: { from: 2026-01-01 }
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

    private Department department = null;
    private final List<Subject.Person> people = new ArrayList<>();
    private Visitor drafter = null;
    private Visitor leader = null;

    @BeforeAll
    void aDepartmentAndTwentyOneCadres(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        department = new Department(units, authorities, dossiers, accounts, grants);
        drafter = department.visitor(port, "cadre-section");
        leader = department.visitor(port, "department-leader");
        for (int i = 0; i < 21; i++) {
            people.add(department.person("周望" + (char) ('甲' + i), "市水务局规划科科长"));
            for (int year : new int[] {2023, 2024, 2025})
                department.record(people.get(i), new AnnualGrade(year, "优秀", null), String.valueOf(year));
        }
    }

    @Test
    void twentyOneGoOutOnlyAfterASecondPersonAgreedAndOnlyOnce() {
        var proposed = drafter.post("/api/v1/editions", Map.of("text", CLAUSE, "reason", "部务会议题"));
        var asked = Map.of("editions", List.of(proposed.body().path("id").asString()));
        var found = drafter.post("/api/v1/clause-drafts/differences", asked).body();
        assertThat(found.path("changed").asInt()).as(found.toString()).isEqualTo(21);
        var path = "/api/v1/clause-drafts/differences/files?asof=%s&known=%s&purpose="
                .formatted(
                        found.at("/at/valid").asString(), found.at("/at/known").asString());

        var waiting = drafter.post(path + "P05", asked);
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.body().path("people").asInt()).isEqualTo(21);
        assertThat(waiting.body().path("summary").asString())
                .contains("CY-1", "21 人")
                .doesNotContain("周望");
        assertThat(drafter.post(path + "P05", asked).code()).isEqualTo("approval-pending");

        var decision = "/api/v1/approvals/" + waiting.body().path("approval").asString() + "/decisions";
        assertThat(drafter.post(decision, Map.of("agreed", true)).code()).isEqualTo("oneself");
        assertThat(leader.post(decision, Map.of("agreed", true)).status()).isEqualTo(200);
        assertThat(drafter.post(path + "P03", asked).status())
                .as("agreed to was another purpose")
                .isEqualTo(202);
        department.record(people.getFirst(), new AnnualGrade(2022, "称职", null), "2022");
        assertThat(drafter.post("/api/v1/clause-drafts/differences/files?purpose=P05", asked)
                        .status())
                .as("agreed to was what was known then")
                .isEqualTo(202);

        var taken = drafter.post(path + "P05", asked);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
        assertThat(taken.raw().body()).startsWith("PK");
        assertThat(drafter.post(path + "P05", asked).status()).isEqualTo(202);
    }
}
