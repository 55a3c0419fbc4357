package huoshui.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of erasures of the organization's lines that were asked for. 机构记录抹除事项表 */
@Component
class OrgErasureTable {

    private static final String COLUMNS = "id, fact, unit, ground, asked_by, asked, done";

    private final JdbcClient jdbc;

    OrgErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asking again for the same thing is the asking that still stands. */
    void insert(OrgErasure asked) {
        jdbc.sql("""
                        insert into org.erasure (id, fact, unit, ground, asked_by, asked)
                        values (:id, :fact, :unit, :ground, :by, :asked) on conflict (id) do nothing""")
                .param("id", asked.id())
                .param("fact", asked.fact())
                .param("unit", asked.unit())
                .param("ground", asked.ground())
                .param("by", asked.askedBy())
                .param("asked", OffsetDateTime.ofInstant(asked.asked(), ZoneOffset.UTC))
                .update();
    }

    void done(UUID id, Instant now) {
        jdbc.sql("update org.erasure set done = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    Optional<OrgErasure> find(UUID id) {
        return jdbc.sql("select %s from org.erasure where id = ?".formatted(COLUMNS))
                .param(id)
                .query(OrgErasureTable::read)
                .optional();
    }

    /** About any of these lines, the newest of each. */
    List<OrgErasure> of(Collection<UUID> facts) {
        return jdbc.sql("""
                        select distinct on (fact) %s from org.erasure
                        where fact = any(:facts::uuid[]) order by fact, asked desc""".formatted(COLUMNS))
                .param("facts", facts.toArray(UUID[]::new))
                .query(OrgErasureTable::read)
                .list();
    }

    private static OrgErasure read(ResultSet row, int number) throws SQLException {
        var done = row.getObject("done", OffsetDateTime.class);
        return new OrgErasure(
                row.getObject("id", UUID.class),
                row.getObject("fact", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("ground"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                done == null ? null : done.toInstant());
    }
}
