package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("组织结论：只记指明的集体作出的结论，写明由谁、何日、凭何文件；待核的意见由此有了着落")
class ConclusionsTests {

    @LocalServerPort
    int port;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Acts acts;

    private Department house = null;
    private Visitor department = new Visitor(0);
    private Visitor county = department;

    @BeforeAll
    void aDepartmentAndACounty(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        house = new Department(units, authorities, dossiers, accounts, grants);
        department = house.visitor(port, "cadre-section");
        county = house.countyVisitor(port, "information-section");
    }

    @Test
    void whatACollectiveConcludedSettlesWhatWasOpen() {
        var person = person();
        assertThat(verdict(person)).isEqualTo(Verdict.UNKNOWN);
        var written = department.post(address(person), concluded("RANK-BASIC", "符合"));
        assertThat(written.status()).as(written.body().toString()).isEqualTo(201);
        assertThat(verdict(person)).isEqualTo(Verdict.MET);
        var later = new HashMap<>(concluded("RANK-BASIC", "不符合"));
        later.put("day", "2026-10-01");
        assertThat(department.post(address(person), later).status()).isEqualTo(201);
        assertThat(verdict(person)).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void onlyWhatTheListGivesAndOnlyByANamedCollectiveOnAPaper() {
        var person = person();
        assertThat(department.post(address(person), concluded("NO-SUCH", "是")).code())
                .isEqualTo("no-conclusion");
        assertThat(department
                        .post(address(person), concluded("RANK-BASIC", "大概符合"))
                        .code())
                .isEqualTo("bad-value");
        for (var missing : List.of("by", "day", "basis", "value", "code")) {
            var asked = new HashMap<>(concluded("RANK-BASIC", "符合"));
            asked.remove(missing);
            assertThat(department.post(address(person), asked).code())
                    .as(missing)
                    .isEqualTo("incomplete");
        }
        assertThat(verdict(person)).as("nothing was written").isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void nobodyConcludesOutOfSightOrInAChapterTheyDoNotWrite() {
        var person = person();
        assertThat(county.post(address(person), concluded("RANK-BASIC", "符合")).status())
                .isEqualTo(404);
        assertThat(department
                        .post(address(person), concluded("OPEN-INVESTIGATION", "否"))
                        .code())
                .as("supervision is not the cadre section's to write")
                .isEqualTo("not-writable");
        assertThat(department.get("/api/v1/conclusion-kinds").body().toString())
                .contains("RANK-BASIC")
                .doesNotContain("OPEN-INVESTIGATION");
    }

    private Verdict verdict(UUID person) {
        var asking = rulebook.at(new AsOf(acts.today(), acts.head()));
        var question =
                asking.about(new Subject.Person(person), Occasion.RANK_PROMOTION, new Target.Rank(Rank.CONSULTANT_4));
        return asking.finding(question, asking.clause("ZJ-17-1.2"))
                .orElseThrow()
                .verdict();
    }

    private static Map<String, Object> concluded(String code, String value) {
        return Map.of(
                "code",
                code,
                "value",
                value,
                "by",
                "市水务局党组（书记 陆行远）",
                "day",
                "2026-09-01",
                "basis",
                "市水务局党组会议纪要〔2026〕12 号");
    }

    private static String address(UUID person) {
        return "/api/v1/people/" + person + "/conclusions";
    }

    private UUID person() {
        var person = house.person("方砚秋", "市水务局一级主任科员");
        house.record(person, new RankHeld("一级主任科员", null, null), "2015-01");
        return person.id();
    }
}
