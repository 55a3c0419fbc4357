package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Precision;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds which role: granted by the security officer, never to oneself; the three hands stand alone, and an account has one
 * scope. 授权
 */
@Component
public class Grants {

    private final GrantTable table;
    private final AccountTable accounts;
    private final Roles roles;
    private final Sights sights;
    private final Herald herald;
    private final Acts acts;

    Grants(GrantTable table, AccountTable accounts, Roles roles, Sights sights, Herald herald, Acts acts) {
        this.table = table;
        this.accounts = accounts;
        this.roles = roles;
        this.sights = sights;
        this.herald = herald;
        this.acts = acts;
    }

    /**
     * What is to be granted.
     *
     * @param unit whose authority it reaches over; null for the account's own unit
     * @param from null for today
     * @param until first day on which it no longer holds; null for no end
     */
    public record Granting(
            String role,
            @Nullable UUID unit,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** Those of this account that were not ended; past and future ones too. */
    public List<Grant> of(UUID account) {
        return table.of(account);
    }

    /** The roles it holds today. */
    public List<Role> today(UUID account) {
        return table.of(account).stream()
                .filter(each -> each.days().covers(acts.today()))
                .flatMap(each -> roles.find(each.role()).stream())
                .toList();
    }

    /** @throws Refusal {@code right}, {@code oneself}, {@code three-hands}, {@code one-scope}, {@code no-scope} and others */
    @Transactional
    public Grant grant(Actor by, UUID accountId, Granting wanted) {
        acts.lock();
        var role = roles.of(Objects.requireNonNullElse(wanted.role(), ""));
        requireGranting(by, accountId, role);
        var account =
                accounts.of(accountId).orElseThrow(() -> Refusal.absent("no-such-account", "未找到：没有这个账号。请在账号列表中核对。"));
        var grant = new Grant(Ids.next(), accountId, role.id(), wanted.unit(), days(wanted));
        var beside = table.of(accountId).stream()
                .filter(each -> each.days().overlaps(grant.days()))
                .toList();
        requireFitting(account, grant, role, beside);
        long act = acts.begin().number();
        table.insert(grant, by.account(), act);
        accounts.changed(act);
        herald.announce(by, Verb.GRANT, accountId, act, content("grant", grant));
        return grant;
    }

    @Transactional
    public void end(Actor by, UUID accountId, UUID grantId) {
        acts.lock();
        if (!sights.of(by.account()).may(Right.GRANT_ROLES)) throw notYours();
        var grant = table.of(accountId).stream()
                .filter(each -> each.id().equals(grantId))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("no-such-grant", "未找到：该账号没有这项授权，或已终止。请刷新后核对。"));
        long act = acts.begin().number();
        table.end(grantId, by.account(), act);
        accounts.changed(act);
        herald.announce(by, Verb.GRANT, accountId, act, content("end", grant));
    }

    /** The first security officer is named by the system administrator, for nobody else is there to do it. */
    private void requireGranting(Actor by, UUID account, Role role) {
        if (by.account().equals(account)) throw Refusal.sight("oneself", "未授权：不能给自己授予角色。请由另一名安全管理员办理。");
        var sight = sights.of(by.account());
        if (sight.may(Right.GRANT_ROLES)) return;
        boolean first = role.id().equals(Role.SECURITY_OFFICER)
                && sight.may(Right.MANAGE_ACCOUNTS)
                && !table.held(Role.SECURITY_OFFICER, acts.today());
        if (!first) throw notYours();
    }

    private void requireFitting(Account account, Grant grant, Role role, List<Grant> beside) {
        for (var other : beside) {
            if (other.role().equals(grant.role()))
                throw Refusal.input("granted-already", "未授权：该账号这段时间已是“" + role.name() + "”。如要改期或改范围，请先终止原授权。");
            var held = roles.of(other.role());
            if (role.hand() || held.hand())
                throw Refusal.input(
                        "three-hands", "未授权：三员各自独立，“%s”不能与“%s”同属一个账号。请另开账号。".formatted(role.name(), held.name()));
            if (role.scoped() && held.scoped() && !Objects.equals(unit(account, grant), unit(account, other)))
                throw Refusal.input("one-scope", "未授权：一个账号只能有一个管理范围，与已有的“" + held.name() + "”不同。请另开账号，或先终止原授权。");
        }
        if (role.scoped() && unit(account, grant) == null)
            throw Refusal.input("no-scope", "未授权：“" + role.name() + "”须有管理范围，而该账号没有所属单位。请先登记所属单位或指定单位。");
        if (!role.scoped() && grant.unit() != null)
            throw Refusal.input("no-scope", "未授权：“" + role.name() + "”不带管理范围。请不要指定单位。");
        if (role.id().equals(Role.CADRE) && account.person() == null)
            throw Refusal.input("no-person", "未授权：该账号没有关联本人。请先由系统管理员关联人员。");
    }

    private Span days(Granting wanted) {
        var from = wanted.from() == null ? acts.today() : wanted.from();
        if (wanted.until() != null && !from.isBefore(wanted.until()))
            throw Refusal.input("empty-span", "未授权：截止日不晚于起始日。请核对日期。");
        return new Span(
                from, wanted.until(), Precision.DAY, wanted.until() == null ? Precision.UNKNOWN : Precision.DAY);
    }

    private static @Nullable UUID unit(Account account, Grant grant) {
        return grant.unit() == null ? account.unit() : grant.unit();
    }

    private static Refusal notYours() {
        return Refusal.sight("right", "未办理：授予和终止角色由安全管理员办理。请联系安全管理员。");
    }

    private static Canonical content(String what, Grant grant) {
        return new Canonical()
                .add(what)
                .add(grant.id())
                .add(grant.account())
                .add(grant.role())
                .add(grant.unit())
                .add(grant.days().from().toString())
                .add(String.valueOf(grant.days().to()));
    }
}
