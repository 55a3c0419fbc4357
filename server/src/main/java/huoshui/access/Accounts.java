package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Precision;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts: opened and kept by the system administrator, who gives them no roles. 账号 */
@Component
public class Accounts {

    private static final String FIRST = "admin";
    private static final Pattern NAME = Pattern.compile("[a-z0-9\\p{IsHan}][a-z0-9._\\-\\p{IsHan}]{1,31}");
    private static final int LONGEST_DISPLAY = 40;

    private final AccountTable table;
    private final GrantTable grants;
    private final SessionTable sessions;
    private final Roles roles;
    private final Sights sights;
    private final Passwords passwords;
    private final Entrance entrance;
    private final Attempts attempts;
    private final Herald herald;
    private final Acts acts;

    Accounts(
            AccountTable table,
            GrantTable grants,
            SessionTable sessions,
            Roles roles,
            Sights sights,
            Passwords passwords,
            Entrance entrance,
            Attempts attempts,
            Herald herald,
            Acts acts) {
        this.table = table;
        this.grants = grants;
        this.sessions = sessions;
        this.roles = roles;
        this.sights = sights;
        this.passwords = passwords;
        this.entrance = entrance;
        this.attempts = attempts;
        this.herald = herald;
        this.acts = acts;
    }

    /**
     * Who opens an account, or changes one, says this of it.
     *
     * @param name lower-case letters, digits, Chinese characters, dot, dash, underscore; 2–32
     */
    public record Opening(
            String name,
            String displayName,
            @Nullable UUID unit,
            @Nullable UUID person) {}

    /** On a database without accounts: the system administrator {@code admin}; empty ever after. */
    @Transactional
    public Optional<OneTimePassword> firstAdministrator() {
        acts.lock();
        if (!table.empty()) return Optional.empty();
        var made = insert(Herald.NOBODY, new Opening(FIRST, "系统管理员", null, null));
        var span = new Span(acts.today(), null, Precision.DAY, Precision.UNKNOWN);
        var grant = new Grant(Ids.next(), made.account().id(), Role.SYSTEM_ADMINISTRATOR, null, span);
        grants.insert(grant, Herald.NOBODY.account(), acts.begin().number());
        return Optional.of(made);
    }

    /**
     * Who gives the right password, for a command outside the page.
     *
     * @throws Refusal {@code wrong-credentials}, {@code totp-required}, {@code locked}, {@code must-change}
     */
    public Signed authenticate(String name, String password, @Nullable String code) {
        var account = entrance.admit(name, password, code, "command");
        if (account.mustChange())
            throw new Refusal(Refusal.Sort.SIGN_IN, "must-change", "未登录：该账号仍在用一次性口令。请先在页面上登录并更改口令。");
        return Signed.as(account, null, sights.of(account.id()));
    }

    public Optional<Account> find(UUID id) {
        return table.of(id);
    }

    public Optional<Account> find(String name) {
        return table.named(name.strip().toLowerCase(Locale.ROOT));
    }

    /** What these accounts are called by people, where there are such; in one question. */
    public Map<UUID, String> displayNames(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : table.displayNames(ids);
    }

    /** Whether an account is of this unit, or has been granted a role over it. */
    public boolean anyOf(UUID unit) {
        return table.anyOf(unit);
    }

    /** In order of name, those after {@code after} whose name or display name contains the words. */
    public List<Account> page(String after, String words, int size) {
        return table.page(after, words, size);
    }

    /** @throws Refusal {@code account-name}, {@code account-exists}, {@code right} */
    @Transactional
    public OneTimePassword open(Actor by, Opening opening) {
        acts.lock();
        requireManaging(by);
        return insert(by, opening);
    }

    /**
     * Changes display name, unit, person and whether it is disabled. Roles that went with the old unit or person end: only
     * the security officer widens what an account sees.
     */
    @Transactional
    public Account amend(Actor by, Account wanted) {
        acts.lock();
        requireManaging(by);
        var before = of(wanted.id());
        if (by.account().equals(wanted.id()) && wanted.disabled())
            throw Refusal.sight("oneself", "未停用：不能停用自己的账号。请由另一名系统管理员办理。");
        long act = acts.begin().number();
        table.update(wanted(before, wanted), act);
        endGrantsThatMoved(by, before, wanted, act);
        if (wanted.disabled()) sessions.endAll(wanted.id(), null);
        herald.announce(by, Verb.ADMINISTER, wanted.id(), act, content("amend", wanted));
        return of(wanted.id());
    }

    /** A new one-time password; all its sessions end. The second factor stays. */
    @Transactional
    public OneTimePassword resetPassword(Actor by, UUID id) {
        acts.lock();
        requireManaging(by);
        if (by.account().equals(id)) throw Refusal.sight("oneself", "未重置：自己的口令请在“我的登录”中更改。");
        var account = of(id);
        var password = passwords.oneTime();
        table.setPassword(id, passwords.encode(password), true);
        attempts.lift(account.name());
        sessions.endAll(id, null);
        herald.announce(by, Verb.ADMINISTER, id, acts.begin().number(), content("reset-password", account));
        return new OneTimePassword(of(id), password);
    }

    /**
     * Changes one's own password; one's other sessions end.
     *
     * @param session the one that stays, if any
     * @throws Refusal {@code wrong-password}, {@code weak-password}, {@code same-password}
     */
    @Transactional
    public void changePassword(UUID id, @Nullable UUID session, String current, String next) {
        var account = of(id);
        var attempt = attempts.again(id);
        if (!passwords.matches(current, table.password(id).orElse(null)))
            throw Refusal.input("wrong-password", "未更改：当前口令不正确。请核对后重试。");
        attempts.succeeded(attempt);
        if (current.equals(next)) throw Refusal.input("same-password", "未更改：新口令与当前口令相同。请另设一个。");
        passwords.requireGood(account.name(), next);
        table.setPassword(id, passwords.encode(next), false);
        sessions.endAll(id, session);
        herald.announce(new Actor(id), Verb.ADMINISTER, id, acts.begin().number(), content("change-password", account));
    }

    private OneTimePassword insert(Actor by, Opening opening) {
        var name = opening.name().strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches())
            throw Refusal.input("account-name", "未开设：账号名“" + name + "”不合要求。请用 2–32 个小写字母、数字、汉字、点、横线或下划线，以字母、数字或汉字开头。");
        if (table.named(name).isPresent()) throw Refusal.input("account-exists", "未开设：已有名为“" + name + "”的账号。请另取一个账号名。");
        var display = displayName(opening.displayName());
        var account = new Account(Ids.next(), name, display, opening.unit(), opening.person(), true, false);
        var password = passwords.oneTime();
        long act = acts.begin().number();
        table.insert(account, passwords.encode(password), act);
        herald.announce(by, Verb.ADMINISTER, account.id(), act, content("open", account));
        return new OneTimePassword(account, password);
    }

    private void endGrantsThatMoved(Actor by, Account before, Account after, long act) {
        boolean moved = !Objects.equals(before.unit(), after.unit());
        boolean another = !Objects.equals(before.person(), after.person());
        for (var grant : grants.of(after.id())) {
            boolean scoped = roles.find(grant.role()).map(Role::scoped).orElse(true);
            boolean ends = scoped
                    ? moved && grant.unit() == null
                    : another && grant.role().equals(Role.CADRE);
            if (!ends) continue;
            grants.end(grant.id(), by.account(), act);
            herald.announce(
                    by, Verb.GRANT, after.id(), act, new Canonical().add("end").add(grant.id()));
        }
    }

    private void requireManaging(Actor by) {
        if (!sights.of(by.account()).may(Right.MANAGE_ACCOUNTS))
            throw Refusal.sight("right", "未办理：开设和变更账号由系统管理员办理。请联系系统管理员。");
    }

    private Account of(UUID id) {
        return table.of(id).orElseThrow(() -> Refusal.absent("no-such-account", "未找到：没有这个账号。请在账号列表中核对。"));
    }

    private static Account wanted(Account before, Account wanted) {
        return new Account(
                before.id(),
                before.name(),
                displayName(wanted.displayName()),
                wanted.unit(),
                wanted.person(),
                before.mustChange(),
                wanted.disabled());
    }

    private static String displayName(String given) {
        var name = given.strip();
        if (name.isEmpty() || name.length() > LONGEST_DISPLAY)
            throw Refusal.input("display-name", "未写入：显示姓名为空或超过 40 字。请填写持有人姓名。");
        return name;
    }

    private static Canonical content(String what, Account account) {
        return new Canonical()
                .add(what)
                .add(account.id())
                .add(account.name())
                .add(account.displayName())
                .add(account.unit())
                .add(account.person())
                .add(account.disabled() ? 1 : 0);
    }
}
