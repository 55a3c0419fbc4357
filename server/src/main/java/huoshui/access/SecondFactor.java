package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second thing one signs in with: a code from one's own phone, or one of ten recovery codes. 动态口令 */
@Component
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final FactorTable table;
    private final Attempts attempts;
    private final Herald herald;
    private final Acts acts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(FactorTable table, Attempts attempts, Herald herald, Acts acts, Clock clock) {
        this.table = table;
        this.attempts = attempts;
        this.herald = herald;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What the phone is told once; nothing is asked for until it is confirmed.
     *
     * @param secret Base32, for typing
     * @param uri {@code otpauth://…}, for a QR picture
     */
    public record Enrolment(String secret, String uri) {}

    /** Begins anew, forgetting an enrolment that was never confirmed. */
    @Transactional
    public Enrolment enrol(Signed who) {
        if (active(who.account())) throw Refusal.input("totp-active", "未启用：动态口令已在使用。如要更换手机，请先停用再重新启用。");
        var secret = new byte[Totp.SECRET];
        random.nextBytes(secret);
        table.put(who.account(), secret);
        var text = Totp.base32(secret);
        var label =
                URLEncoder.encode("活水:" + who.name(), StandardCharsets.UTF_8).replace("+", "%20");
        var issuer = URLEncoder.encode("活水", StandardCharsets.UTF_8);
        return new Enrolment(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + issuer);
    }

    /** Takes it into use when the phone shows the right code; returns the recovery codes, shown once. */
    @Transactional
    public List<String> confirm(Signed who, String code) {
        if (active(who.account()) || !takes(who.account(), code)) throw wrong();
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        table.confirm(who.account(), codes.stream().map(Digests::sha256).toList());
        tell(who.actor(), who.account(), "second-factor-on");
        return codes;
    }

    /** Stops asking its holder, who proves once more to have it. */
    @Transactional
    public void stop(Signed who, String code) {
        var attempt = attempts.again(who.account());
        if (!accepts(who.account(), code)) throw wrong();
        attempts.succeeded(attempt);
        table.remove(who.account());
        tell(who.actor(), who.account(), "second-factor-off");
    }

    /** Removes a lost one. By the security officer, so that who resets passwords cannot take over an account alone. */
    @Transactional
    public void remove(Signed by, UUID account) {
        by.require(Right.GRANT_ROLES);
        if (by.account().equals(account)) throw Refusal.sight("oneself", "未移除：不能移除自己的动态口令。请在“我的登录”中停用。");
        table.remove(account);
        tell(by.actor(), account, "second-factor-removed");
    }

    /** Whether signing in asks for it. */
    public boolean active(UUID account) {
        return table.of(account).filter(FactorTable.Factor::confirmed).isPresent();
    }

    /** Whether this code is right; it will not be so again. */
    boolean accepts(UUID account, String code) {
        var given = code.replace(" ", "").replace("-", "").toLowerCase(Locale.ROOT);
        return takes(account, given) || table.use(account, Digests.sha256(given));
    }

    private boolean takes(UUID account, String code) {
        var factor = table.of(account);
        if (factor.isEmpty()) return false;
        var step = Totp.match(factor.get().secret(), code, clock.instant());
        return step.isPresent() && table.advance(account, step.getAsLong());
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 12; i++) code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return code.toString();
    }

    private void tell(Actor actor, UUID account, String what) {
        long act = acts.begin().number();
        herald.announce(
                actor, Verb.ADMINISTER, account, act, new Canonical().add(what).add(account));
    }

    private static Refusal wrong() {
        return Refusal.input("totp-wrong", "未办理：动态口令不正确或已用过。请等手机上换出新的 6 位数字后再输入，并核对手机时间。");
    }
}
