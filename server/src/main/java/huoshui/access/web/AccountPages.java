package huoshui.access.web;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Needs;
import huoshui.access.OneTimePassword;
import huoshui.access.Right;
import huoshui.access.SecondFactor;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and what they are granted. 账号 */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountPages {

    private static final int PAGE = 50;

    private final Accounts accounts;
    private final Grants grants;
    private final SecondFactor factor;
    private final Who who;
    private final Acts acts;

    AccountPages(Accounts accounts, Grants grants, SecondFactor factor, Who who, Acts acts) {
        this.accounts = accounts;
        this.grants = grants;
        this.factor = factor;
        this.who = who;
        this.acts = acts;
    }

    /** @param next the cursor of the next page; null on the last */
    record Page(List<Who.AccountLine> items, @Nullable String next) {}

    record Detail(Who.AccountLine account, List<Who.GrantLine> grants) {}

    record Opening(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable UUID unit,
            @Nullable UUID person) {}

    /** @param password shown once */
    record Opened(Who.AccountLine account, String password) {}

    /**
     * What is to be changed; null leaves as it is.
     *
     * @param clear {@code unit}, {@code person}: to be left blank
     */
    record Amendment(
            @Nullable String displayName,
            @Nullable UUID unit,
            @Nullable UUID person,
            @Nullable Boolean disabled,
            @Nullable Set<String> clear) {}

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping
    Page page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String cursor) {
        var found = accounts.page(cursor, q, PAGE);
        return new Page(
                who.lines(found), found.size() < PAGE ? null : found.getLast().name());
    }

    @Needs(Right.MANAGE_ACCOUNTS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody Opening asked, Signed signed) {
        if (asked.name() == null || asked.displayName() == null)
            throw Refusal.input("incomplete", "未开设：账号名或显示姓名没有填。请填写后再办。");
        who.requireUnit(asked.unit());
        return opened(accounts.open(
                signed.actor(), new Accounts.Opening(asked.name(), asked.displayName(), asked.unit(), asked.person())));
    }

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping("/{id}")
    Detail one(@PathVariable UUID id) {
        return detail(find(id));
    }

    @Needs(Right.MANAGE_ACCOUNTS)
    @PatchMapping("/{id}")
    Detail amend(@PathVariable UUID id, @RequestBody Amendment asked, Signed signed) {
        var before = find(id);
        who.requireUnit(asked.unit());
        var clear = Objects.requireNonNullElse(asked.clear(), Set.<String>of());
        return detail(accounts.amend(
                signed.actor(),
                new Account(
                        id,
                        before.name(),
                        asked.displayName() == null ? before.displayName() : asked.displayName(),
                        changed(asked.unit(), before.unit(), clear.contains("unit")),
                        changed(asked.person(), before.person(), clear.contains("person")),
                        before.mustChange(),
                        asked.disabled() == null ? before.disabled() : asked.disabled())));
    }

    @Needs(Right.MANAGE_ACCOUNTS)
    @PostMapping("/{id}/password-resets")
    @ResponseStatus(HttpStatus.CREATED)
    Opened resetPassword(@PathVariable UUID id, Signed signed) {
        return opened(accounts.resetPassword(signed.actor(), id));
    }

    @Needs(Right.GRANT_ROLES)
    @DeleteMapping("/{id}/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UUID id, Signed signed) {
        factor.remove(signed, find(id).id());
    }

    /** Needs no more than reading here: the first security officer is named by the system administrator. */
    @Needs(Right.READ_ACCOUNTS)
    @PostMapping("/{id}/grants")
    @ResponseStatus(HttpStatus.CREATED)
    Detail grant(@PathVariable UUID id, @RequestBody Grants.Granting asked, Signed signed) {
        who.requireUnit(asked.unit());
        grants.grant(signed.actor(), id, asked);
        return detail(find(id));
    }

    @Needs(Right.GRANT_ROLES)
    @DeleteMapping("/{id}/grants/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable UUID grant, Signed signed) {
        grants.end(signed.actor(), id, grant);
    }

    private Account find(UUID id) {
        return accounts.find(id).orElseThrow(() -> Refusal.absent("no-such-account", "未找到：没有这个账号。请在账号列表中核对。"));
    }

    private Detail detail(Account account) {
        return new Detail(who.line(account), who.grants(account.id(), acts.today()));
    }

    private Opened opened(OneTimePassword made) {
        return new Opened(who.line(made.account()), made.password());
    }

    private static @Nullable UUID changed(@Nullable UUID wanted, @Nullable UUID before, boolean cleared) {
        if (cleared) return null;
        return wanted == null ? before : wanted;
    }
}
