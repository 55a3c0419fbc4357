package huoshui.access;

import static huoshui.access.AccountsTests.refused;
import static huoshui.access.ManagementCategory.CITY;
import static huoshui.access.ManagementCategory.COUNTY;
import static huoshui.access.Staff.by;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.kernel.Ids;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RoomTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantsTests {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Sights sights;

    @Autowired
    Town town;

    @Autowired
    Clock clock;

    private Staff staff;

    @BeforeAll
    void openTheFirstAccounts() {
        staff = new Staff(accounts, grants);
    }

    @Test
    void nobodyGrantsToOneself() {
        refused("oneself", () -> grants.grant(by(staff.officer), staff.officer.id(), granting("auditor")));
        refused(
                "oneself",
                () -> grants.grant(by(staff.administrator), staff.administrator.id(), granting("cadre-section")));
    }

    @Test
    void theAdministratorNamesTheFirstSecurityOfficerAndNobodyElse() {
        var account = staff.open(name(), town.department, null);
        refused("right", () -> grants.grant(by(staff.administrator), account.id(), granting(Role.SECURITY_OFFICER)));
        refused("right", () -> grants.grant(by(staff.administrator), account.id(), granting("cadre-section")));
        refused("right", () -> grants.grant(by(account), staff.officer.id(), granting("cadre-section")));
    }

    @Test
    void theThreeHandsStandAlone() {
        var section = staff.open(name(), town.department, null, "cadre-section");
        refused("three-hands", () -> staff.grant(section, "auditor"));
        var auditor = staff.open(name(), town.department, null, "auditor");
        refused("three-hands", () -> staff.grant(auditor, "cadre-section"));
        refused("three-hands", () -> staff.grant(auditor, Role.SYSTEM_ADMINISTRATOR));
    }

    @Test
    void anAccountHasOneScope() {
        var section = staff.open(name(), town.department, null, "cadre-section");
        refused(
                "one-scope",
                () -> grants.grant(
                        by(staff.officer),
                        section.id(),
                        new Grants.Granting("supervision-section", town.county, null, null)));
        staff.grant(section, "supervision-section");
        assertThat(grants.today(section.id())).extracting(Role::id).contains("cadre-section", "supervision-section");
        refused("no-scope", () -> staff.grant(staff.open(name(), null, null), "cadre-section"));
        refused("no-person", () -> staff.grant(staff.open(name(), null, null), "cadre"));
        refused("unknown-role", () -> staff.grant(section, "emperor"));
    }

    @Test
    void aGrantHoldsFromItsFirstDayUntilItsLast() {
        var account = staff.open(name(), town.department, null);
        var first = TestClock.FIRST_DAY.plusDays(400);
        grants.grant(
                by(staff.officer), account.id(), new Grants.Granting("cadre-section", null, first, first.plusDays(30)));
        assertThat(sights.of(account.id()).everything()).isFalse();
        ((TestClock) clock).goTo(first);
        assertThat(sights.of(account.id()).everything()).isTrue();
        ((TestClock) clock).goTo(first.plusDays(30));
        assertThat(sights.of(account.id()).everything()).isFalse();
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
    }

    @Test
    void endingAGrantTakesItsSightAtOnce() {
        var account = staff.open(name(), town.department, null);
        var grant = staff.grant(account, "cadre-section");
        assertThat(sights.of(account.id()).everything()).isTrue();
        refused("right", () -> grants.end(by(staff.administrator), account.id(), grant.id()));
        grants.end(by(staff.officer), account.id(), grant.id());
        assertThat(sights.of(account.id()).everything()).isFalse();
        refused("no-such-grant", () -> grants.end(by(staff.officer), account.id(), grant.id()));
    }

    @Test
    void whoIsMovedLosesWhatWentWithTheOldUnit() {
        var account = staff.open(name(), town.county, null, "county-department");
        var moved =
                new Account(account.id(), account.name(), account.displayName(), town.department, null, false, false);
        accounts.amend(by(staff.administrator), moved);
        assertThat(grants.of(account.id())).isEmpty();
        assertThat(sights.of(account.id()).everything()).isFalse();
    }

    @Test
    void sightFollowsAuthorityAndPlacement() {
        var li = town.settle(town.bureau, COUNTY);
        var account = staff.open(name(), town.county, null, "county-department");
        assertThat(sights.sees(sights.of(account.id()), li)).isFalse();
        refused("no-such-person", () -> sights.requireSeen(sights.of(account.id()), li));
        refused("no-such-person", () -> sights.requireSeen(sights.of(account.id()), Ids.next()));
        town.leaveBureauToCounty();
        assertThat(sights.sees(sights.of(account.id()), li)).isTrue();
        sights.requireChanged(sights.of(account.id()), li);
    }

    @Test
    void whoAssistsMayReadButNotWrite() {
        var wang = town.settle(town.bureau, CITY);
        var account = staff.open(name(), town.bureau, null, "unit-personnel");
        sights.requireSeen(sights.of(account.id()), wang);
        refused("not-led", () -> sights.requireChanged(sights.of(account.id()), wang));
    }

    @Test
    void oneDoesNotDealWithOneselfOrKin() {
        var han = town.settle(town.department, CITY);
        var wife = town.settle(town.bureau, CITY);
        var account = staff.open(name(), town.department, han, "cadre-section");
        assertThat(sights.sees(sights.of(account.id()), han)).isFalse();
        assertThat(sights.sees(sights.of(account.id()), wife)).isTrue();
        town.marry(han, wife);
        assertThat(sights.sees(sights.of(account.id()), wife)).isFalse();
        assertThat(sights.of(account.id()).refuses(wife)).isTrue();
    }

    private static Grants.Granting granting(String role) {
        return new Grants.Granting(role, null, null, null);
    }

    private static String name() {
        return "staff" + SERIAL.incrementAndGet();
    }
}
