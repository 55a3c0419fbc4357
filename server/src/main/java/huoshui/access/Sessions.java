package huoshui.access;

import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in from where, until they leave, are idle for half an hour, or half a day has passed. 登录 */
@Component
public class Sessions {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int TOKEN = 32;
    private static final int LONGEST_AGENT = 200;

    private final SessionTable table;
    private final Entrance entrance;
    private final Sights sights;
    private final Herald herald;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Sessions(
            SessionTable table,
            Entrance entrance,
            Sights sights,
            Herald herald,
            Acts acts,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.entrance = entrance;
        this.sights = sights;
        this.herald = herald;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A session just begun. The token is told once, to the browser; only its digest is kept. */
    public record Opened(String token, Signed signed) {}

    /** @throws Refusal {@code wrong-credentials}, {@code totp-required}, {@code locked}, {@code busy} */
    public Opened open(String name, String password, @Nullable String code, String address, String agent) {
        var account = entrance.admit(name, password, code, address);
        var bytes = new byte[TOKEN];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var named = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
        var session = new Session(Ids.next(), account.id(), now, now, address, named);
        transaction.executeWithoutResult(status -> {
            acts.lock();
            table.insert(session, Digests.sha256(token));
            herald.announce(
                    Signed.as(account, session.id(), Sight.none(account.id())).actor(),
                    Verb.SIGN_IN,
                    account.id(),
                    null,
                    new Canonical().add(session.id()).add(address));
        });
        return new Opened(token, Signed.as(account, session.id(), sights.of(account.id())));
    }

    /** Who holds this token; empty when its session has ended or run out, or the account is disabled. */
    public Optional<Signed> of(String token) {
        return of(token, true);
    }

    /** @param attended whether somebody is at the page; what it asks by itself does not put off the end of the session */
    public Optional<Signed> of(String token, boolean attended) {
        var now = clock.instant();
        var held = table.live(Digests.sha256(token), now.minus(ABSOLUTE), now.minus(IDLE));
        held.map(SessionTable.Held::session)
                .filter(each -> attended && each.seen().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(each -> table.seen(each.id(), now));
        return held.map(each -> Signed.as(
                each.account(), each.session().id(), sights.of(each.account().id())));
    }

    /** One's own, the one asking included; last seen first. */
    public List<Session> list(Signed who) {
        var now = clock.instant();
        return table.live(who.account(), now.minus(ABSOLUTE), now.minus(IDLE));
    }

    /** Signs out; nothing happens when the session has ended already. */
    @Transactional
    public void leave(Signed who) {
        if (who.session() != null
                && list(who).stream().anyMatch(each -> each.id().equals(who.session()))) end(who, who.session());
    }

    /** @throws Refusal {@code no-such-session} when it is not one's own or has ended */
    @Transactional
    public void end(Signed who, UUID session) {
        acts.lock();
        if (!table.end(who.account(), session, clock.instant()))
            throw Refusal.absent("no-such-session", "未找到：这次登录不存在或已结束。请刷新列表。");
        herald.announce(who.actor(), Verb.SIGN_OUT, who.account(), null, new Canonical().add(session));
    }
}
