package huoshui.dossier.search;

import huoshui.kernel.AsOf;
import huoshui.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of saved lists and of what their conditions said when. 名单表 */
@Component
class SavedListTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each list with the condition that stood at both clocks; asked of a time before it was made, the first one speaks. */
    private static final String LISTS = """
            select l.id, l.owner, l.unit, l.name, l.people, l.columns,
              (select e.condition from dossier.list_edition e where e.list = l.id
               order by (e.known_from <= :known and (e.known_to is null or e.known_to > :known) and e.valid @> :day::date) desc,
                 e.known_from, lower(e.valid) nulls first, e.id limit 1) as condition
            from dossier.saved_list l
            """;

    private final JdbcClient jdbc;

    SavedListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedList> of(UUID account, @Nullable UUID unit, AsOf at) {
        return jdbc.sql(LISTS + "where (l.owner = :account or l.unit = :unit) order by l.name, l.id")
                .param("known", at.known())
                .param("day", at.valid())
                .param("account", account)
                .param("unit", unit, java.sql.Types.OTHER)
                .query(SavedListTable::read)
                .list();
    }

    /** Everybody's lists in whose conditions, for whatever days they stand, a cohort of this name is meant. */
    List<SavedList> naming(String cohort, AsOf at) {
        return jdbc.sql(LISTS + """
                        where exists (select 1 from dossier.list_edition e
                          where e.list = l.id and e.known_to is null and position(:written in e.condition) > 0)
                        order by l.name, l.id""")
                .param("known", at.known())
                .param("day", at.valid())
                .param("written", written(new Condition.Member(cohort)))
                .query(SavedListTable::read)
                .list();
    }

    Optional<SavedList> find(UUID id, AsOf at) {
        return jdbc.sql(LISTS + "where l.id = :id")
                .param("known", at.known())
                .param("day", at.valid())
                .param("id", id)
                .query(SavedListTable::read)
                .optional();
    }

    void put(SavedList list) {
        jdbc.sql("""
                        insert into dossier.saved_list (id, owner, unit, name, people, columns)
                        values (:id, :owner, :unit, :name, :people::uuid[], :columns::text[])
                        on conflict (id) do update set unit = excluded.unit, name = excluded.name,
                          people = excluded.people, columns = excluded.columns""")
                .param("id", list.id())
                .param("owner", list.owner())
                .param("unit", list.unit(), java.sql.Types.OTHER)
                .param("name", list.name())
                .param("people", list.people() == null ? null : list.people().toArray(UUID[]::new))
                .param("columns", list.columns() == null ? null : list.columns().toArray(String[]::new))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from dossier.saved_list where id = ?").param(id).update();
    }

    // What a condition said when

    /** Newest knowledge first, and in it the latest day first. */
    List<ListEdition> editions(UUID list) {
        return jdbc.sql("""
                        select condition, made_by, lower(valid) as first, upper(valid) as until, known_from, known_to
                        from dossier.list_edition where list = ?
                        order by known_from desc, lower(valid) desc nulls last, id""").param(list).query(SavedListTable::edition).list();
    }

    /** Those not superseded. */
    List<ListEdition> standing(UUID list) {
        return editions(list).stream().filter(each -> each.knownTo() == null).toList();
    }

    /** Whatever stood is known until this act only. */
    void end(UUID list, long act) {
        jdbc.sql("update dossier.list_edition set known_to = :act where list = :list and known_to is null")
                .param("act", act)
                .param("list", list)
                .update();
    }

    /** @param from null means from the beginning; {@code until} null means for good */
    void add(
            UUID list,
            Condition condition,
            UUID madeBy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            long act) {
        jdbc.sql("""
                        insert into dossier.list_edition (id, list, condition, made_by, valid, known_from)
                        values (:id, :list, :condition, :by, daterange(:from::date, :until::date), :act)""")
                .param("id", Ids.next())
                .param("list", list)
                .param("condition", written(condition))
                .param("by", madeBy)
                .param("from", from, java.sql.Types.DATE)
                .param("until", until, java.sql.Types.DATE)
                .param("act", act)
                .update();
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
                people != null || condition == null ? null : ConditionReader.read(JSON.readTree(condition)),
                people == null ? null : Arrays.asList((UUID[]) people.getArray()),
                columns == null ? null : Arrays.asList((String[]) columns.getArray()));
    }

    private static ListEdition edition(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", LocalDate.class);
        return new ListEdition(
                java.util.Objects.requireNonNull(ConditionReader.read(JSON.readTree(row.getString("condition")))),
                row.getObject("made_by", UUID.class),
                row.getObject("first", LocalDate.class),
                until == null ? null : until.minusDays(1),
                row.getLong("known_from"),
                row.getObject("known_to", Long.class));
    }
}
