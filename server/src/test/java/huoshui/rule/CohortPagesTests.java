package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@DisplayName("人群页面：条件、三堆、所据与所缺、命名；看不见的不在其中，密存内容先选事由")
class CohortPagesTests {

    private static final Map<String, Object> REWARDED =
            Map.of("exists", Map.of("kind", "reward", "within", Map.of("from", "2020-01-01")));
    private static final Map<String, Object> SANCTIONED = Map.of("exists", Map.of("kind", "sanction"));

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

    @Test
    void aCohortIsComposedAskedNamedAndUsed() {
        var department = new Department(units, authorities, dossiers, accounts, grants);
        var rewarded = department.person("周若川", "市水务局副局长");
        department.person("沈映雪", "市水务局科员");
        department.record(rewarded, new Reward("三等功", "01114", null, null, null, null), "2021-05");
        department.record(rewarded, new Sanction("政务警告", null, null, null, null, null, null), "2016-05");
        var section = department.visitor(port, "cadre-section");
        var county = department.countyVisitor(port, "county-department");

        var heaps = heaps(section, REWARDED, "");
        assertThat(heaps.status()).isEqualTo(200);
        assertThat(heaps.body().path("sentence").asString("")).isEqualTo("2020.01.01 以来有奖励");
        assertThat(heaps.body().path("items").toString()).contains("周若川", "1 条").doesNotContain("沈映雪");
        assertThat(heaps(county, REWARDED, "").body().path("total").asInt(-1)).isZero();

        named(section, "立过功的", REWARDED);
        assertThat(heaps(section, Map.of("not", Map.of("cohort", "立过功的")), "")
                        .body()
                        .toString())
                .contains("沈映雪")
                .doesNotContain("周若川");
        assertThat(section.post("/api/v1/people/searches", Map.of("condition", Map.of("cohort", "立过功的")))
                        .body()
                        .path("heaps")
                        .path("met")
                        .asInt(-1))
                .isEqualTo(1);
        assertThat(section.get("/api/v1/cohorts").body().toString()).contains("立过功的", "年轻干部", "RULEBOOK");
        assertThat(county.get("/api/v1/cohorts").body().toString()).doesNotContain("立过功的");

        var silent = heaps(section, SANCTIONED, "");
        assertThat(silent.status()).isEqualTo(sealed(section) ? 428 : 403);
        var wrong = section.post(
                "/api/v1/cohorts/readings", Map.of("condition", Map.of("service", Map.of("at-least", "2"))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("detail").asString("")).contains("门槛“2”没有单位", "请在条件栏改正");
    }

    private static boolean sealed(Visitor section) {
        return section.get("/api/v1/cohorts/language")
                .body()
                .path("kinds")
                .toString()
                .contains("\"sanction\"");
    }

    private static void named(Visitor by, String name, Map<String, Object> condition) {
        var saved = by.post("/api/v1/lists", Map.of("name", name, "condition", condition));
        assertThat(saved.status()).isEqualTo(201);
        var id = saved.body().path("id").asString("");
        assertThat(by.get("/api/v1/cohorts/" + id + "/editions").body().toString())
                .contains("2020.01.01 以来有奖励");
        assertThat(List.of(200, 201)).contains(by.get("/api/v1/lists").status());
    }

    private static Visitor.Answer heaps(Visitor by, Map<String, Object> condition, String query) {
        return by.post("/api/v1/cohorts/heaps" + query, Map.of("condition", condition));
    }
}
