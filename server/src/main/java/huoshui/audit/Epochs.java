package huoshui.audit;

import huoshui.audit.Verification.Mismatch;
import huoshui.kernel.Actor;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the journal goes on from a backup, whatever was written after that backup elsewhere. 留痕分段表 */
@Component
public class Epochs {

    private final EntryTable entries;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Epochs(EntryTable entries, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Begins one: an entry of its own, which digests what the row says. */
    @Transactional
    public Epoch begin(Actor actor, Epoch said) {
        events.publishEvent(Auditable.of(actor, new Auditable.Line(Verb.RESTORE, null, null, null, said.content())));
        var epoch = said.at(entries.last().orElseThrow().number());
        jdbc.sql("""
                        insert into audit.epoch (entry, begun, operator, backup, backup_made, backup_operator, head, link)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        epoch.entry(),
                        OffsetDateTime.ofInstant(epoch.begun(), ZoneOffset.UTC),
                        epoch.operator(),
                        epoch.backup(),
                        OffsetDateTime.ofInstant(epoch.backupMade(), ZoneOffset.UTC),
                        epoch.backupOperator(),
                        epoch.head(),
                        epoch.link())
                .update();
        return epoch;
    }

    /** All there were, oldest first. */
    public List<Epoch> all() {
        return jdbc.sql("select * from audit.epoch order by entry")
                .query((row, i) -> new Epoch(
                        row.getLong("entry"),
                        row.getObject("begun", OffsetDateTime.class).toInstant(),
                        row.getString("operator"),
                        row.getString("backup"),
                        row.getObject("backup_made", OffsetDateTime.class).toInstant(),
                        row.getString("backup_operator"),
                        row.getLong("head"),
                        row.getString("link")))
                .list();
    }

    /** The first epoch that is not what its entry digested. */
    Optional<Mismatch> firstBad() {
        return all().stream()
                .filter(each -> entries.of(each.entry())
                        .filter(entry -> Arrays.equals(entry.digest(), Entry.digestOf(entry.salt(), each.content())))
                        .isEmpty())
                .findFirst()
                .map(each -> new Mismatch(each.entry(), null, "留痕分段的说明与留痕不符：恢复自哪份备份、由谁恢复被改动过"));
    }
}
