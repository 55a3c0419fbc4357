package huoshui.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of erasures that were asked for. 抹除事项表 */
@Component
class ErasureTable {

    private static final String COLUMNS = "id, person, facts, copies, ground, asked_by, asked, done";

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asking again for the same thing is the asking that still stands. */
    void insert(Erasure asked) {
        jdbc.sql("""
                        insert into dossier.erasure (id, person, facts, copies, ground, asked_by, asked)
                        values (:id, :person, :facts::uuid[], :copies::text[], :ground, :by, :asked) on conflict (id) do nothing""")
                .param("id", asked.id())
                .param("person", asked.person())
                .param("facts", asked.facts().toArray(UUID[]::new))
                .param("copies", asked.copies().toArray(String[]::new))
                .param("ground", asked.ground())
                .param("by", asked.askedBy())
                .param("asked", OffsetDateTime.ofInstant(asked.asked(), ZoneOffset.UTC))
                .update();
    }

    void done(UUID id, Instant now) {
        jdbc.sql("update dossier.erasure set done = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql("select %s from dossier.erasure where id = ?".formatted(COLUMNS))
                .param(id)
                .query(ErasureTable::read)
                .optional();
    }

    /** About any of these ids of one person, newest first. */
    List<Erasure> of(Collection<UUID> people) {
        return jdbc.sql(
                        "select %s from dossier.erasure where person = any(:people::uuid[]) order by asked desc limit 50"
                                .formatted(COLUMNS))
                .param("people", people.toArray(UUID[]::new))
                .query(ErasureTable::read)
                .list();
    }

    /** Digests of the photographs that these lines name. */
    List<String> photos(Collection<UUID> facts) {
        return jdbc.sql("""
                        select distinct body ->> 'digest' from dossier.fact
                        where id = any(:facts::uuid[]) and kind = 'photo' and erased is null""")
                .param("facts", facts.toArray(UUID[]::new))
                .query((row, i) -> row.getString(1))
                .list();
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        var done = row.getObject("done", OffsetDateTime.class);
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Arrays.asList((UUID[]) row.getArray("facts").getArray()),
                Arrays.asList((String[]) row.getArray("copies").getArray()),
                row.getString("ground"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                done == null ? null : done.toInstant());
    }
}
