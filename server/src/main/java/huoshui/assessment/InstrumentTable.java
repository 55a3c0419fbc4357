package huoshui.assessment;

import huoshui.assessment.InstrumentEdition.Decision;
import huoshui.assessment.InstrumentEdition.Fate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of editions of instruments. 测评表版本表 */
@Component
class InstrumentTable {

    private static final String ALL = """
            select e.*, a.taken_by, d.edition, d.outcome, d.version, d.decided_by, d.act, d.reason as grounds
            from assessment.edition e
            left join assessment.adoption a on a.edition = e.id
            left join assessment.decision d on d.edition = e.id
            """;

    private final JdbcClient jdbc;

    InstrumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every one there ever was, in the order they were proposed. */
    List<InstrumentEdition> all() {
        return jdbc.sql(ALL + "order by e.proposed_act, e.id")
                .query(InstrumentTable::read)
                .list();
    }

    Optional<InstrumentEdition> of(UUID id) {
        return jdbc.sql(ALL + "where e.id = ?")
                .param(id)
                .query(InstrumentTable::read)
                .optional();
    }

    void propose(InstrumentEdition each) {
        jdbc.sql("""
                        insert into assessment.edition (id, code, text, digest, file, source, proposed_act, reason)
                        values (:id, :code, :text, :digest, :file, 'SHIPPED', :act, :reason)""")
                .param("id", each.id())
                .param("code", each.code())
                .param("text", each.text())
                .param("digest", each.digest())
                .param("file", each.file())
                .param("act", each.proposedAct())
                .param("reason", each.reason())
                .update();
    }

    void take(UUID edition, UUID by, long act) {
        jdbc.sql("insert into assessment.adoption (edition, taken_by, act) values (?, ?, ?)")
                .params(edition, by, act)
                .update();
    }

    void decide(UUID edition, Decision is) {
        jdbc.sql("""
                        insert into assessment.decision (edition, outcome, version, decided_by, act, reason)
                        values (:edition, :outcome, :version, :by, :act, :reason)""")
                .param("edition", edition)
                .param("outcome", is.fate().name())
                .param("version", is.version())
                .param("by", is.by())
                .param("act", is.act())
                .param("reason", is.reason())
                .update();
    }

    private static InstrumentEdition read(ResultSet row, int number) throws SQLException {
        return new InstrumentEdition(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("text"),
                row.getString("digest"),
                row.getString("file"),
                row.getLong("proposed_act"),
                row.getObject("taken_by", UUID.class),
                row.getString("reason"),
                row.getObject("edition", UUID.class) == null
                        ? null
                        : new Decision(
                                Fate.valueOf(row.getString("outcome")),
                                row.getObject("version", Integer.class),
                                row.getObject("decided_by", UUID.class),
                                row.getLong("act"),
                                row.getString("grounds")));
    }
}
