package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.audit.Verification;
import huoshui.dossier.Dossiers;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.org.Authorities;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("机构记录的抹除：先更正，再由两人抹去旧记录的内容；现有机构一处不缺，行与摘要还在，核验照样通过")
class OrganizationErasureStory {

    private static final PartialDate FOUNDED = PartialDate.month(2001, 3);
    private static final String PAPER = "澜编〔2001〕1 号";
    private static final String WRONG = "示例办公室（联系人某某，电话 13900000000）";

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
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    private UUID unit = new UUID(0, 0);
    private Visitor section = new Visitor(0);
    private Visitor leader = section;
    private Visitor information = section;
    private Visitor county = section;

    @BeforeAll
    void aUnitWhoseNameSaysWhatItMayNot() {
        var department = new Department(units, authorities, dossiers, accounts, grants);
        section = department.visitor(port, "cadre-section");
        leader = department.visitor(port, "department-leader");
        information = department.visitor(port, "information-section");
        county = department.countyVisitor(port, "information-section");
        var is = UnitIs.of(WRONG, UnitKind.GOVERNMENT_ORGAN, null, null);
        unit = units.found(new Actor(UUID.randomUUID()), new FoundUnit(is, FOUNDED, PAPER));
    }

    @Test
    void whatCountsIsFirstPutRightAndTheOldLineThenEmptiedByTwo() {
        var line = lineOfTheUnit();
        var fact = line.path("fact").asString("");
        var address = "/api/v1/organization-facts/" + fact + "/erasures";
        assertThat(section.post(address, Map.of("ground", "E04")).code()).isEqualTo("still-counts");
        correctName(fact, line);

        assertThat(section.post(address, Map.of("ground", "领导要求")).code()).isEqualTo("unknown-ground");
        assertThat(leader.post(address, Map.of("ground", "E04")).status())
                .as("who decides does not ask")
                .isEqualTo(403);
        assertThat(county.post(address, Map.of("ground", "E04")).status())
                .as("has no such right")
                .isEqualTo(403);
        var asked = section.post(address, Map.of("ground", "E04"));
        assertThat(asked.status()).isEqualTo(202);
        var erasure = "/api/v1/organization-erasures/" + asked.body().path("id").asString("");
        assertThat(section.post(erasure + "/completions", Map.of()).code()).isEqualTo("approval-pending");
        assertThat(information.get(erasure).status()).as("not theirs to decide").isEqualTo(404);

        var sheet = leader.get(erasure).body();
        assertThat(sheet.path("line").path("text").asString("")).contains(WRONG);
        assertThat(sheet.path("ground").asString("")).contains("第四十七条");
        assertThat(sheet.path("state").asString("")).isEqualTo("waiting");
        leader.post("/api/v1/approvals/" + asked.body().path("id").asString("") + "/decisions", Map.of("agreed", true));
        assertThat(section.post(erasure + "/completions", Map.of()).status()).isEqualTo(204);

        assertThat(section.get(erasure).body().path("state").asString("")).isEqualTo("done");
        var after = section.get("/api/v1/units/" + unit).body();
        assertThat(after.path("unit").path("name").asString("")).isEqualTo("示例办公室");
        assertThat(after.toString()).doesNotContain("13900000000").contains("已抹除");
        assertThat(jdbc.sql("select count(*) from org.fact where body::text like '%13900000000%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(section.post(erasure + "/completions", Map.of()).code()).isEqualTo("erased-already");
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    private JsonNode lineOfTheUnit() {
        return section.get("/api/v1/units/" + unit).body().path("history").path(0);
    }

    private void correctName(String fact, JsonNode line) {
        var body = new JsonMapper().createObjectNode();
        line.path("body").properties().forEach(each -> body.set(each.getKey(), each.getValue()));
        body.put("name", "示例办公室");
        var corrected = information.post(
                "/api/v1/organization-facts/" + fact + "/corrections", Map.of("body", body, "reason", "名称中误录个人信息"));
        assertThat(corrected.status()).isEqualTo(204);
    }
}
