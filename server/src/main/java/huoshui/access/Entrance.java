package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets in who knows the password and, where asked, the code. Says the same, after the same time, whether an account does not
 * exist, is disabled or the password is wrong. 验明身份
 */
@Component
class Entrance {

    private final AccountTable accounts;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Attempts attempts;
    private final Herald herald;

    Entrance(AccountTable accounts, Passwords passwords, SecondFactor factor, Attempts attempts, Herald herald) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factor = factor;
        this.attempts = attempts;
        this.herald = herald;
    }

    /**
     * Outside any transaction: comparing is slow, and a refusal must stay written.
     *
     * @throws Refusal {@code wrong-credentials}, {@code totp-required}, {@code locked}, {@code busy}
     */
    @Transactional(propagation = Propagation.NEVER)
    public Account admit(String name, String password, @Nullable String code, String address) {
        var folded = name.strip().toLowerCase(Locale.ROOT);
        var attempt = attempts.begin(folded, address);
        var account = accounts.named(folded);
        var kept = account.flatMap(each -> accounts.password(each.id())).orElse(null);
        boolean same = passwords.matches(password, kept);
        if (!same || account.isEmpty() || account.get().disabled()) throw wrong(attempt, account, folded, address);
        if (factor.active(account.get().id())) {
            if (code == null || code.isBlank()) {
                attempts.forget(attempt);
                throw new Refusal(Refusal.Sort.SIGN_IN, "totp-required", "请再输入动态口令：该账号登录须填手机上显示的 6 位数字，或一个备用码。");
            }
            if (!factor.accepts(account.get().id(), code)) throw wrong(attempt, account, folded, address);
        }
        attempts.succeeded(attempt);
        return account.get();
    }

    private Refusal wrong(Attempts.Attempt attempt, Optional<Account> account, String name, String address) {
        attempts.failed(attempt);
        herald.refused(
                account.map(each -> new Actor(each.id())).orElse(Herald.NOBODY),
                account.map(Account::id).orElse(null),
                new Canonical().add("sign-in").add(name).add(address));
        return new Refusal(Refusal.Sort.SIGN_IN, "wrong-credentials", "未登录：账号、口令或动态口令不正确。请核对后重试；连续输错 5 次将停用 15 分钟。");
    }
}
