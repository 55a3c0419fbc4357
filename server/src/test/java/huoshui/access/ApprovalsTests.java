package huoshui.access;

import static huoshui.access.AccountsTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.kernel.Ids;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApprovalsTests {

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Approvals approvals;

    @Autowired
    Town town;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private Signed clerk;
    private Signed colleague;
    private Signed leader;
    private Signed county;

    @BeforeAll
    void openTheFirstAccounts() {
        var staff = new Staff(accounts, grants);
        clerk = signed(staff, "clerk", town.department, "information-section");
        colleague = signed(staff, "colleague", town.department, "cadre-section");
        leader = signed(staff, "leader", town.department, "department-leader");
        county = signed(staff, "county", town.county, "county-department");
    }

    @Test
    void anExportOfManyWaitsForASecondPersonAndIsDoneOnce() {
        var digest = Ids.next().toString();
        refused("approval-required", () -> use(clerk, digest));
        var asked = approvals.ask(clerk, Approval.Kind.EXPORT, digest, "导出 300 人 .lrmx", 300);
        assertThat(approvals.ask(clerk, Approval.Kind.EXPORT, digest, "导出 300 人 .lrmx", 300))
                .isEqualTo(asked);
        refused("approval-pending", () -> use(clerk, digest));
        approvals.decide(leader, asked.id(), true);
        refused("approval-required", () -> use(colleague, digest));
        refused("approval-required", () -> use(clerk, digest + "0"));
        use(clerk, digest);
        refused("approval-required", () -> use(clerk, digest));
    }

    @Test
    void nobodyAgreesToTheirOwnAskingNorWithoutTheRight() {
        var asked = approvals.ask(colleague, Approval.Kind.EXPORT, Ids.next().toString(), "导出 40 人", 40);
        refused("oneself", () -> approvals.decide(colleague, asked.id(), true));
        refused("no-such-approval", () -> approvals.decide(clerk, asked.id(), true));
        refused("no-such-approval", () -> approvals.decide(county, asked.id(), true));
        approvals.decide(leader, asked.id(), false);
        refused("decided-already", () -> approvals.decide(leader, asked.id(), true));
        refused("right", () -> approvals.ask(leader, Approval.Kind.ERASURE, "00", "抹除 1 条", 1));
    }

    @Test
    void anAgreementRunsOut() {
        var digest = Ids.next().toString();
        var asked = approvals.ask(clerk, Approval.Kind.EXPORT, digest, "导出 300 人", 300);
        approvals.decide(leader, asked.id(), true);
        ((TestClock) clock).advance(Approvals.LIFE);
        refused("approval-required", () -> use(clerk, digest));
        assertThat(approvals.list(clerk)).extracting(Approval::id).doesNotContain(asked.id());
    }

    private void use(Signed who, String digest) {
        transaction.executeWithoutResult(status -> approvals.use(who, Approval.Kind.EXPORT, digest));
    }

    private Signed signed(Staff staff, String name, UUID unit, String role) {
        var account = staff.open(name, unit, null, role);
        return accounts.authenticate(account.name(), Staff.PASSWORD, null);
    }
}
