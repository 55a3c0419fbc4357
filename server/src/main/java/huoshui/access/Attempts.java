package huoshui.access;

import static java.util.Objects.requireNonNull;

import huoshui.kernel.Refusal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts wrong sign-ins by account and by address, and keeps both out for a while after too many. 登录尝试
 *
 * <p>A name that no account has is counted like any other, so that being locked tells nothing. An attempt at an account is
 * written down before the password is compared: many at once cannot slip past the count. An address is charged with wrong
 * ones only, and allowed more of them, since a whole office may stand behind it and sign in at eight.
 */
@Component
class Attempts {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 25;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int SWEEP_EVERY = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    Attempts(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One attempt under way; it counts as wrong until it is told otherwise. */
    record Attempt(byte[] account, byte[] place, long id) {}

    /**
     * Stays written whatever becomes of the transaction around it.
     *
     * @throws Refusal {@code locked}
     */
    Attempt begin(String name, String address) {
        var account = Digests.sha256("account:" + name);
        var place = Digests.sha256("address:" + address);
        return requireNonNull(apart.execute(status -> begin(account, place)));
    }

    private Attempt begin(byte[] account, byte[] place) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(account).getLong())
                .query()
                .singleRow();
        if (locked(account, PER_ACCOUNT) || locked(place, PER_ADDRESS))
            throw new Refusal(Refusal.Sort.LIMIT, "locked", "未办理：连续输错次数过多，15 分钟内不再受理。请稍后再试，或请系统管理员重置口令。");
        return new Attempt(account, place, note(account));
    }

    /** The same for what someone signed in must prove once more, such as their present password. */
    Attempt again(UUID account) {
        return begin("again:" + account, "again:" + account);
    }

    /** It was right: the account's wrong ones no longer count. */
    void succeeded(Attempt attempt) {
        apart.executeWithoutResult(status -> jdbc.sql("delete from access.attempt where key = ?")
                .param(attempt.account)
                .update());
    }

    /** Its password is a new one: what was tried on the old one no longer counts. */
    void lift(String name) {
        jdbc.sql("delete from access.attempt where key = ?")
                .param(Digests.sha256("account:" + name))
                .update();
    }

    /** It was wrong: the address is charged with it, too. */
    void failed(Attempt attempt) {
        apart.executeWithoutResult(status -> note(attempt.place));
    }

    /** It was neither right nor wrong. */
    void forget(Attempt attempt) {
        apart.executeWithoutResult(status -> jdbc.sql("delete from access.attempt where id = ?")
                .param(attempt.id)
                .update());
    }

    private long note(byte[] key) {
        long id = jdbc.sql("insert into access.attempt (key, at) values (:key, :at) returning id")
                .param("key", key)
                .param("at", at(clock.instant()))
                .query(Long.class)
                .single();
        if (id % SWEEP_EVERY == 0)
            jdbc.sql("delete from access.attempt where at < ?")
                    .param(at(clock.instant().minus(Duration.ofDays(1))))
                    .update();
        return id;
    }

    /** Whether as many as allowed went wrong within one window, the last of them less than a window ago. */
    private boolean locked(byte[] key, int allowed) {
        var now = clock.instant();
        List<Instant> wrong = jdbc.sql("""
                        select at from access.attempt where key = :key and at > :since
                        order by id desc limit :allowed""")
                .param("key", key)
                .param("since", at(now.minus(WINDOW.multipliedBy(2))))
                .param("allowed", allowed)
                .query((row, i) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
        if (wrong.size() < allowed) return false;
        var last = wrong.getFirst();
        return Duration.between(wrong.getLast(), last).compareTo(WINDOW) <= 0 && now.isBefore(last.plus(WINDOW));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
