package huoshui.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clock of knowledge: one number per write transaction, so that order of acts, of commits, of knowledge and of the
 * journal are one order. 办理序号
 */
@Component
public class Acts {

    /** The one time zone of the house. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long LEDGER_LOCK = 0x6875_6f73_6875_69L;
    private static final int ACTS_KEPT = 20_000;
    private static final ThreadLocal<@Nullable Reading> READING = new ThreadLocal<>();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, Act> seen = new ConcurrentHashMap<>();

    Acts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Waits until no one else writes, for the rest of this transaction. To be called before anything is read on which a
     * decision rests.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void lock() {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("an act needs a transaction");
        var reading = READING.get();
        if (reading != null) reading.head = -1;
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LEDGER_LOCK).query().singleRow();
    }

    /** The act of this transaction: taken on first call, the same one afterwards. Locks. */
    public Act begin() {
        var held = (Act) TransactionSynchronizationManager.getResource(this);
        if (held != null) return held;
        lock();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var act = jdbc.sql("""
                        insert into kernel.act (number, at)
                        select coalesce(max(number), 0) + 1, greatest(:now, max(at) + interval '1 microsecond') from kernel.act
                        returning number, at""")
                .param("now", now)
                .query((row, i) -> new Act(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
        TransactionSynchronizationManager.bindResource(this, act);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Acts.this);
            }
        });
        return act;
    }

    /**
     * One reading from here to its end, on this thread: the head is asked for once, so that all of an answer rests on one act.
     * Within a transaction, and after one has begun an act, it is asked anew.
     */
    public Reading reading() {
        var reading = new Reading(READING.get());
        READING.set(reading);
        return reading;
    }

    /** A reading under way. 一次查阅 */
    public static final class Reading implements AutoCloseable {

        private final @Nullable Reading around;
        private long head = -1;

        private Reading(@Nullable Reading around) {
            this.around = around;
        }

        @Override
        public void close() {
            if (around == null) READING.remove();
            else READING.set(around);
        }
    }

    /** Number of the last committed act; 0 on an empty ledger. */
    public long head() {
        var reading = READING.get();
        if (reading == null || TransactionSynchronizationManager.isActualTransactionActive()) return readHead();
        if (reading.head < 0) reading.head = readHead();
        return reading.head;
    }

    private long readHead() {
        return jdbc.sql("select coalesce(max(number), 0) from kernel.act")
                .query(Long.class)
                .single();
    }

    /** Number of the last act at or before this instant; 0 if there was none yet. */
    public long at(Instant instant) {
        return jdbc.sql("select coalesce(max(number), 0) from kernel.act where at <= ?")
                .param(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Number of the last act of this day, by the clock of the house. */
    public long endOf(LocalDate day) {
        return at(day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1000));
    }

    /** The act with this number; one that is committed never changes, so it is read once. */
    public Act of(long number) {
        var known = seen.get(number);
        if (known != null) return known;
        var act = read(number);
        boolean own =
                TransactionSynchronizationManager.getResource(this) instanceof Act mine && mine.number() == number;
        if (!own && seen.size() < ACTS_KEPT) seen.put(number, act);
        return act;
    }

    private Act read(long number) {
        return jdbc.sql("select number, at from kernel.act where number = ?")
                .param(number)
                .query((row, i) -> new Act(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    /** When these acts were, by number. */
    public Map<Long, Instant> of(Collection<Long> numbers) {
        var found = new HashMap<Long, Instant>();
        jdbc.sql("select number, at from kernel.act where number = any(:numbers::bigint[])")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((java.sql.ResultSet row) -> {
                    found.put(
                            row.getLong("number"),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return found;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** Today, with everything known so far. */
    public AsOf now() {
        return new AsOf(today(), head());
    }
}
