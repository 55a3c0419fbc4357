package huoshui.access;

import huoshui.access.PurposeLine.Use;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the list of purposes. 事由表 */
@Component
class PurposeTable {

    private static final String COLUMNS = "code, use, name, english, added_by, retired_act is not null as retired";

    private final JdbcClient jdbc;

    PurposeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PurposeLine> all() {
        return jdbc.sql("select %s from access.purpose order by position, code".formatted(COLUMNS))
                .query(PurposeTable::read)
                .list();
    }

    Optional<PurposeLine> of(String code) {
        return jdbc.sql("select %s from access.purpose where code = ?".formatted(COLUMNS))
                .param(code)
                .query(PurposeTable::read)
                .optional();
    }

    /** The next code of a city's own list. */
    String next() {
        return jdbc.sql("select count(*) + 1 from access.purpose where added_by is not null")
                .query((row, i) -> "C%02d".formatted(row.getInt(1)))
                .single();
    }

    void insert(PurposeLine line, long act) {
        jdbc.sql("""
                        insert into access.purpose (code, use, name, position, added_by, added_act)
                        values (:code, :use, :name, 1000, :by, :act)""")
                .param("code", line.code())
                .param("use", line.use().name())
                .param("name", line.name())
                .param("by", line.addedBy())
                .param("act", act)
                .update();
    }

    void retire(String code, UUID by, long act) {
        jdbc.sql("update access.purpose set retired_by = :by, retired_act = :act where code = :code")
                .param("by", by)
                .param("act", act)
                .param("code", code)
                .update();
    }

    private static PurposeLine read(ResultSet row, int number) throws SQLException {
        return new PurposeLine(
                row.getString("code"),
                Use.valueOf(row.getString("use")),
                row.getString("name"),
                row.getString("english"),
                row.getObject("added_by", UUID.class),
                row.getBoolean("retired"));
    }
}
