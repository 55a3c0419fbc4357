package huoshui.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of approvals. 复核表 */
@Component
class ApprovalTable {

    private static final String COLUMNS =
            "id, kind, digest, summary, people, asked_by, asked_at, expires, decided_by, agreed, used_at is not null as used";

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Approval approval) {
        jdbc.sql("""
                        insert into access.approval (id, kind, digest, summary, people, asked_by, asked_at, expires)
                        values (:id, :kind, :digest, :summary, :people, :by, :at, :expires)""")
                .param("id", approval.id())
                .param("kind", approval.kind().name())
                .param("digest", approval.digest())
                .param("summary", approval.summary())
                .param("people", approval.people())
                .param("by", approval.askedBy())
                .param("at", at(approval.askedAt()))
                .param("expires", at(approval.expires()))
                .update();
    }

    Optional<Approval> of(UUID id) {
        return jdbc.sql("select %s from access.approval where id = ?".formatted(COLUMNS))
                .param(id)
                .query(ApprovalTable::read)
                .optional();
    }

    /** Not expired, newest first. */
    List<Approval> open(Instant now) {
        return jdbc.sql("select %s from access.approval where expires > ? order by asked_at desc limit 200"
                        .formatted(COLUMNS))
                .param(at(now))
                .query(ApprovalTable::read)
                .list();
    }

    /** What this account asked about exactly this and may still be of use, newest first. */
    List<Approval> of(UUID asker, Approval.Kind kind, String digest, Instant now) {
        return jdbc.sql("""
                        select %s from access.approval
                        where asked_by = :by and kind = :kind and digest = :digest and expires > :now and used_at is null
                        order by asked_at desc""".formatted(COLUMNS))
                .param("by", asker)
                .param("kind", kind.name())
                .param("digest", digest)
                .param("now", at(now))
                .query(ApprovalTable::read)
                .list();
    }

    void decide(UUID id, UUID by, boolean agreed, Instant now, Instant expires) {
        jdbc.sql("""
                        update access.approval set decided_by = :by, agreed = :agreed, decided_at = :now, expires = :expires
                        where id = :id and decided_by is null""")
                .param("id", id)
                .param("by", by)
                .param("agreed", agreed)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    void use(UUID id, Instant now) {
        jdbc.sql("update access.approval set used_at = :now where id = :id and used_at is null")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    private static Approval read(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                Approval.Kind.valueOf(row.getString("kind")),
                row.getString("digest"),
                row.getString("summary"),
                row.getInt("people"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                row.getObject("decided_by", UUID.class),
                row.getObject("agreed", Boolean.class),
                row.getBoolean("used"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
