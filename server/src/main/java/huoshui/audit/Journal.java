package huoshui.audit;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal: appended to within the transaction that announces, so that what cannot be journaled does not happen. 操作留痕 */
@Component
public class Journal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    private final EntryTable table;
    private final JournalKey key;
    private final Acts acts;
    private final Clock clock;
    private final Checkpoints checkpoints;

    Journal(EntryTable table, JournalKey key, Acts acts, Clock clock, Checkpoints checkpoints) {
        this.table = table;
        this.key = key;
        this.acts = acts;
        this.clock = clock;
        this.checkpoints = checkpoints;
    }

    /** Newest entries first. */
    @Transactional(readOnly = true)
    public List<Entry> page(JournalQuery query) {
        return table.page(query);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void append(Auditable announced) {
        // Whatever can be worked out without the entry before is, while others still write.
        var salted = announced.lines().stream().map(Salted::of).toList();
        acts.lock();
        var last = table.last();
        long number = last.map(Entry::number).orElse(0L);
        var link = last.map(Entry::link).orElse(Entry.ORIGIN);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        announced.entered().accept(number + 1);
        var entries = new ArrayList<Entry>();
        for (var each : salted) {
            var entry = each.entry(++number, at, announced.actor()).linked(key.bytes(), link);
            entries.add(entry);
            link = entry.link();
        }
        table.insert(entries);
        checkpoints.afterCommit();
    }

    /** A line and the digest of what it is about. */
    private record Salted(Auditable.Line line, byte[] salt, byte[] digest) {

        static Salted of(Auditable.Line line) {
            var salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            return new Salted(line, salt, Entry.digestOf(salt, line.content()));
        }

        Entry entry(long number, Instant at, Actor actor) {
            return new Entry(
                    number,
                    at,
                    actor.account(),
                    actor.purpose() == null ? null : actor.purpose().code(),
                    line.verb(),
                    line.subject(),
                    line.chapter(),
                    line.act(),
                    salt,
                    digest,
                    new byte[0]);
        }
    }
}
