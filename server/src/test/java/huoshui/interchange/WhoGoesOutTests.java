package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.time.LocalDate;
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
@DisplayName("按单位导出：那一日在那里的人，按那时所知；不能查阅家庭成员的，说清楚为什么")
class WhoGoesOutTests {

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    private Department house = null;
    private Visitor clerk = null;

    @BeforeAll
    void aDepartment(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        house = new Department(units, authorities, dossiers, accounts, grants);
        clerk = house.visitor(port, "information-section");
    }

    @Test
    void aUnitOfAnEarlierDayIsThoseWhoWereThereAsKnownThen() {
        house.person("常在岗", "市水务局科长");
        int now = count("");
        int then = count("&asof=2018-01-01");
        long known = acts.head();
        var actor = new Actor(UUID.randomUUID());
        var gone = dossiers.open();
        dossiers.record(
                actor,
                gone,
                new Identity("曾在岗", "男", PartialDate.month(1980, 2), "汉族", null, null, null),
                Span.since(PartialDate.month(1980, 2)),
                "文件");
        dossiers.record(actor, gone, new Managed("03"), Span.since(LocalDate.of(2015, 1, 1)), "文件");
        dossiers.record(
                actor,
                gone,
                PostHeld.of("市水务局副局长").matchedTo(house.bureau(), null),
                Span.since(LocalDate.of(2015, 1, 1)).until(LocalDate.of(2020, 1, 1)),
                "文件");

        assertThat(count("")).isEqualTo(now);
        assertThat(count("&asof=2018-01-01")).isEqualTo(then + 1);
        assertThat(count("&asof=2018-01-01&known=" + known)).isEqualTo(then);
    }

    @Test
    void whoMayNotReadOfRelativesIsToldSoAndNotThatNobodyIsThere() {
        var person = house.person("可见人", "市水务局科员");
        var assessors = house.visitor(port, "assessment-section");
        for (var format : List.of("lrmx", "tongyong", "docx", "pdf")) {
            var wish = Map.of("people", List.of(person.id()), "format", format, "purpose", "P03");
            assertThat(assessors.post("/api/v1/exports", wish).code())
                    .as(format)
                    .isEqualTo("chapter");
        }
        var roster = Map.of("people", List.of(person.id()), "format", "xlsx", "purpose", "P03");
        assertThat(assessors.post("/api/v1/exports", roster).status()).isEqualTo(200);
    }

    private int count(String clocks) {
        return clerk.post("/api/v1/exports/counts?" + clocks, Map.of("unit", house.bureau()))
                .body()
                .path("people")
                .asInt();
    }
}
