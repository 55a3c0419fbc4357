package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.org.Authorities;
import huoshui.org.Units;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("工作日推算：调休计入，没有录入放假安排的年份标明暂按")
class WorkingDayPagesTests {

    @LocalServerPort
    int port;

    final Department house;
    Visitor leader = new Visitor(0);

    WorkingDayPagesTests(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @BeforeAll
    void aLeader() {
        leader = house.visitor(port, "department-leader");
    }

    @Test
    void publicityOverTheNationalHolidayIsCountedByTheNoticeOfTheYear() {
        var said =
                leader.get("/api/v1/working-days?from=2026-09-28&to=2026-10-10").body();
        assertThat(said.path("days").asInt())
                .as("three days before, two after, and a Saturday made up for")
                .isEqualTo(6);
        assertThat(said.path("provisional").asBoolean()).isFalse();
        var day = leader.get("/api/v1/working-days?from=2026-09-28&number=5").body();
        assertThat(day.path("last").asString()).isEqualTo("2026-10-10");
    }

    @Test
    void aYearNobodyHasEnteredIsToldProvisional() {
        var said =
                leader.get("/api/v1/working-days?from=2026-12-30&to=2027-01-04").body();
        assertThat(said.path("days").asInt()).isEqualTo(4);
        assertThat(said.path("provisional").asBoolean()).isTrue();
        assertThat(said.path("unentered").toString()).isEqualTo("[2027]");
        assertThat(said.path("years").asInt()).isEqualTo(2026);
    }

    @Test
    void whatCannotBeReckonedIsRefused() {
        for (var wrong : new String[] {
            "from=2026-09-28",
            "from=2026-09-28&to=2026-10-10&number=3",
            "from=2026-09-28&to=2026-09-27",
            "from=2026-09-28&number=1001",
            "from=2026-09-28&to=2046-09-28"
        })
            assertThat(leader.get("/api/v1/working-days?" + wrong).code())
                    .as(wrong)
                    .isEqualTo("bad-working-days");
    }
}
