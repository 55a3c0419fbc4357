package huoshui.dossier.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of saved lists. 名单表 */
@Component
class SavedListTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "id, owner, unit, name, condition, people, columns";

    private final JdbcClient jdbc;

    SavedListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedList> of(UUID account, @Nullable UUID unit) {
        return jdbc.sql("select %s from dossier.saved_list where owner = :account or unit = :unit order by name, id"
                        .formatted(COLUMNS))
                .param("account", account)
                .param("unit", unit, java.sql.Types.OTHER)
                .query(SavedListTable::read)
                .list();
    }

    Optional<SavedList> find(UUID id) {
        return jdbc.sql("select %s from dossier.saved_list where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(SavedListTable::read)
                .optional();
    }

    void put(SavedList list) {
        jdbc.sql("""
                        insert into dossier.saved_list (id, owner, unit, name, condition, people, columns)
                        values (:id, :owner, :unit, :name, :condition, :people::uuid[], :columns::text[])
                        on conflict (id) do update set unit = excluded.unit, name = excluded.name,
                          condition = excluded.condition, people = excluded.people, columns = excluded.columns""")
                .param("id", list.id())
                .param("owner", list.owner())
                .param("unit", list.unit(), java.sql.Types.OTHER)
                .param("name", list.name())
                .param("condition", written(list.condition()))
                .param("people", list.people() == null ? null : list.people().toArray(UUID[]::new))
                .param("columns", list.columns() == null ? null : list.columns().toArray(String[]::new))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from dossier.saved_list where id = ?").param(id).update();
    }

    static @Nullable String written(@Nullable Condition condition) {
        return condition == null ? null : JSON.writeValueAsString(condition.written());
    }

    private static SavedList read(ResultSet row, int number) throws SQLException {
        var condition = row.getString("condition");
        var people = row.getArray("people");
        var columns = row.getArray("columns");
        return new SavedList(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getObject("unit", UUID.class),
                row.getString("name"),
                condition == null ? null : ConditionReader.read(JSON.readTree(condition)),
                people == null ? null : Arrays.asList((UUID[]) people.getArray()),
                columns == null ? null : Arrays.asList((String[]) columns.getArray()));
    }
}
