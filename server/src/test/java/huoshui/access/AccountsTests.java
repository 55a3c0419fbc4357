package huoshui.access;

import static huoshui.access.Staff.PASSWORD;
import static huoshui.access.Staff.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTests {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Sights sights;

    @Autowired
    Sessions sessions;

    @Autowired
    SecondFactor factor;

    @Autowired
    FactorTable factors;

    @Autowired
    Approvals approvals;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Staff staff;

    @BeforeAll
    void openTheFirstAccounts() {
        staff = new Staff(accounts, grants);
    }

    @Test
    void thereIsOneFirstAdministratorAndNoSecond() {
        assertThat(staff.administrator.name()).isEqualTo("admin");
        assertThat(accounts.firstAdministrator()).isEmpty();
    }

    @Test
    void aNewAccountMustChangeItsPasswordBeforeAnythingElse() {
        var opened = accounts.open(by(staff.administrator), new Accounts.Opening(name(), "林知远", null, null));
        refused("must-change", () -> accounts.authenticate(opened.account().name(), opened.password(), null));
        refused(
                "weak-password",
                () -> accounts.changePassword(opened.account().id(), null, opened.password(), "short"));
        accounts.changePassword(opened.account().id(), null, opened.password(), PASSWORD);
        assertThat(accounts.authenticate(opened.account().name(), PASSWORD, null)
                        .account())
                .isEqualTo(opened.account().id());
    }

    @Test
    void onlyTheSystemAdministratorOpensAccounts() {
        refused("right", () -> accounts.open(by(staff.officer), new Accounts.Opening(name(), "某某", null, null)));
        refused("account-exists", () -> open("ADMIN"));
        refused("account-name", () -> open("a b"));
    }

    @Test
    void nothingTellsWhetherAnAccountExists() {
        var disabled = staff.open(name(), null, null);
        accounts.amend(by(staff.administrator), disabled(disabled));
        var messages = List.of(staff.officer.name(), disabled.name(), "nobody-" + name()).stream()
                .map(each -> messageOf(() -> accounts.authenticate(
                        each, each.equals(disabled.name()) ? PASSWORD : "wrong password 1", null)))
                .distinct()
                .toList();
        assertThat(messages).hasSize(1);
        accounts.authenticate(staff.officer.name(), PASSWORD, null);
    }

    @Test
    void fiveWrongOnesKeepAnAccountOutForAQuarterOfAnHourThoughItDoesNotExist() {
        for (var name : List.of(staff.open(name(), null, null).name(), "nobody-" + name())) {
            for (int i = 0; i < 5; i++)
                refused("wrong-credentials", () -> sessions.open(name, "wrong password 1", null, name, ""));
            refused("locked", () -> sessions.open(name, PASSWORD, null, name, ""));
            ((TestClock) clock).advance(Duration.ofMinutes(14));
            refused("locked", () -> sessions.open(name, PASSWORD, null, name, ""));
            ((TestClock) clock).advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void aResetLiftsTheLockAsTheRefusalPromises() {
        var account = staff.open(name(), null, null);
        for (int i = 0; i < 5; i++)
            refused("wrong-credentials", () -> sessions.open(account.name(), "wrong password 1", null, "reset", ""));
        refused("locked", () -> sessions.open(account.name(), PASSWORD, null, "reset", ""));
        var fresh = accounts.resetPassword(Staff.by(staff.administrator), account.id());
        assertThat(sessions.open(account.name(), fresh.password(), null, "reset", ""))
                .isNotNull();
    }

    @Test
    void manyAtOnceDoNotSlipPastTheCount() {
        var name = staff.open(name(), null, null).name();
        var told = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> codeOf(() -> sessions.open(name, "wrong password " + i, null, "many", "")))
                .toList();
        assertThat(told.stream().filter("wrong-credentials"::equals).count()).isLessThanOrEqualTo(5);
    }

    @Test
    void aWholeOfficeSignsInAtEightFromOneAddress() {
        var names = IntStream.range(0, 40)
                .mapToObj(i -> staff.open(name(), null, null).name())
                .toList();
        assertThat(names.parallelStream().map(each -> codeOf(() -> sessions.open(each, PASSWORD, null, "office", ""))))
                .containsOnly("");
    }

    @Test
    void whoSitsAtAnothersOpenPageCannotGuessThePassword() {
        var id = staff.open(name(), null, null).id();
        for (int i = 0; i < 5; i++)
            refused("wrong-password", () -> accounts.changePassword(id, null, "wrong password 1", "another good one"));
        refused("locked", () -> accounts.changePassword(id, null, PASSWORD, "another good one"));
    }

    @Test
    void anAddressIsKeptOutWhicheverAccountsItTries() {
        for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
            var name = "guess-" + i;
            refused("wrong-credentials", () -> sessions.open(name, "wrong password 1", null, "10.0.0.9", ""));
        }
        refused("locked", () -> sessions.open("admin", PASSWORD, null, "10.0.0.9", ""));
        assertThat(sessions.open("admin", PASSWORD, null, "10.0.0.10", "")).isNotNull();
    }

    @Test
    void aSessionEndsWhenIdleWhenOldAndWhenTold() {
        var account = staff.open(name(), null, null);
        var test = (TestClock) clock;
        var idle = open(account);
        test.advance(Duration.ofMinutes(31));
        assertThat(sessions.of(idle.token())).isEmpty();
        var old = open(account);
        for (int i = 0; i < 36; i++) {
            assertThat(sessions.of(old.token())).isPresent();
            test.advance(Duration.ofMinutes(20));
        }
        assertThat(sessions.of(old.token())).isEmpty();
        var mine = open(account);
        var other = open(account);
        assertThat(sessions.list(mine.signed())).hasSize(2);
        sessions.end(mine.signed(), id(other));
        assertThat(sessions.of(other.token())).isEmpty();
        assertThat(sessions.of(mine.token())).isPresent();
        refused("no-such-session", () -> sessions.end(open(staff.officer).signed(), id(mine)));
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoPassword() {
        var opened = open(staff.officer);
        assertThat(jdbc.sql("select count(*) from access.session where encode(token, 'escape') like '%' || ? || '%'")
                        .param(opened.token())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select password from access.account")
                        .query(String.class)
                        .list())
                .allMatch(each -> each.startsWith("$argon2id$"));
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndSeesNothing() {
        var account = staff.open(name(), town.department, null, "cadre-section");
        var opened = open(account);
        assertThat(opened.signed().sight().everything()).isTrue();
        accounts.amend(by(staff.administrator), disabled(account));
        assertThat(sessions.of(opened.token())).isEmpty();
        assertThat(sights.of(account.id()).everything()).isFalse();
        refused("oneself", () -> accounts.amend(by(staff.administrator), disabled(staff.administrator)));
    }

    @Test
    void aResetEndsEverySessionButLeavesTheSecondFactor() {
        var account = staff.open(name(), null, null);
        var opened = open(account);
        var enrolled = factor.enrol(opened.signed());
        assertThat(enrolled.uri()).contains("secret=" + enrolled.secret());
        factor.confirm(opened.signed(), code(account.id()));
        var reset = accounts.resetPassword(by(staff.administrator), account.id());
        assertThat(sessions.of(opened.token())).isEmpty();
        refused("totp-required", () -> sessions.open(account.name(), reset.password(), null, "a", ""));
    }

    @Test
    void aCodeIsTakenOnceAndARecoveryCodeToo() {
        var account = staff.open(name(), null, null);
        var signed = open(account).signed();
        factor.enrol(signed);
        refused("totp-wrong", () -> factor.confirm(signed, "000000"));
        var recovery = factor.confirm(signed, code(account.id()));
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        refused("wrong-credentials", () -> sessions.open(account.name(), PASSWORD, code(account.id()), "b", ""));
        ((TestClock) clock).advance(Duration.ofSeconds(60));
        assertThat(sessions.open(account.name(), PASSWORD, code(account.id()), "b", ""))
                .isNotNull();
        refused("wrong-credentials", () -> sessions.open(account.name(), PASSWORD, code(account.id()), "b", ""));
        assertThat(sessions.open(account.name(), PASSWORD, recovery.getFirst(), "b", ""))
                .isNotNull();
        refused("wrong-credentials", () -> sessions.open(account.name(), PASSWORD, recovery.getFirst(), "b", ""));
        factor.remove(open(staff.officer).signed(), account.id());
        assertThat(sessions.open(account.name(), PASSWORD, null, "b", "")).isNotNull();
    }

    @Test
    void everySignInIsJournaledAndSoIsEveryRefusal() {
        var account = staff.open(name(), null, null);
        sessions.end(open(account).signed(), id(open(account)));
        refused("wrong-credentials", () -> accounts.authenticate(account.name(), "wrong password 1", null));
        assertThat(jdbc.sql("select verb from audit.entry where actor = ? order by number")
                        .param(account.id())
                        .query(String.class)
                        .list())
                .containsExactly("ADMINISTER", "SIGN_IN", "SIGN_IN", "SIGN_OUT", "REFUSED");
    }

    private Sessions.Opened open(Account account) {
        return sessions.open(account.name(), PASSWORD, null, account.name(), "test");
    }

    private static UUID id(Sessions.Opened opened) {
        return Objects.requireNonNull(opened.signed().session());
    }

    private void open(String name) {
        accounts.open(by(staff.administrator), new Accounts.Opening(name, "某某", null, null));
    }

    private String code(UUID account) {
        return Totp.code(factors.of(account).orElseThrow().secret(), Totp.step(clock.instant()));
    }

    private static Account disabled(Account account) {
        return new Account(
                account.id(), account.name(), account.displayName(), account.unit(), account.person(), false, true);
    }

    private static String name() {
        return "staff" + SERIAL.incrementAndGet();
    }

    static void refused(String code, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refusal.class, told -> assertThat(told.code()).isEqualTo(code));
    }

    private static String codeOf(Runnable asked) {
        try {
            asked.run();
            return "";
        } catch (Refusal told) {
            return told.code();
        }
    }

    private static String messageOf(Runnable asked) {
        try {
            asked.run();
            return "";
        } catch (Refusal told) {
            return told.code() + told.getMessage();
        }
    }
}
