package huoshui.interchange;

import huoshui.interchange.UnitNews.Figure;
import huoshui.interchange.UnitNews.Status;
import huoshui.interchange.form.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What batches say of units, in the database. 批次机构表 */
@Component
class BatchUnitTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FOUNDED = "status = 'new' and unit is not null";

    private final JdbcClient jdbc;

    BatchUnitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts down what is said of this package's units now; those that were founded with it stay. */
    void put(UUID batch, String file, List<UnitNews> news) {
        jdbc.sql("delete from interchange.unit where batch = :batch and file = :file and not (%s)".formatted(FOUNDED))
                .param("batch", batch)
                .param("file", file)
                .update();
        int number = jdbc.sql(
                        "select coalesce(max(number), 0) from interchange.unit where batch = :batch and file = :file")
                .param("batch", batch)
                .param("file", file)
                .query(Integer.class)
                .single();
        for (var each : news) insert(batch, file, ++number, each);
    }

    private void insert(UUID batch, String file, int number, UnitNews news) {
        jdbc.sql("""
                        insert into interchange.unit (batch, file, number, key, name, status, under, figures, problems, unit)
                        values (:batch, :file, :number, :key, :name, :status, :under, :figures, :problems, :unit)""")
                .param("batch", batch)
                .param("file", file)
                .param("number", number)
                .param("key", news.key())
                .param("name", news.name())
                .param("status", news.status().word())
                .param("under", news.under())
                .param("figures", JSON.writeValueAsString(news.figures()))
                .param("problems", JSON.writeValueAsString(news.problems()))
                .param("unit", news.unit())
                .update();
    }

    /** In the order of the packages. */
    List<UnitNews> of(UUID batch) {
        return jdbc.sql("""
                        select file, key, name, status, under, figures, problems, unit from interchange.unit
                        where batch = ? order by file, number""").param(batch).query(BatchUnitTable::read).list();
    }

    /** Units of ours that this batch founded and nobody took back. */
    List<UUID> founded(UUID batch) {
        return jdbc.sql("select unit from interchange.unit where batch = ? and %s order by file, number"
                        .formatted(FOUNDED))
                .param(batch)
                .query((row, number) -> row.getObject("unit", UUID.class))
                .list();
    }

    void takenBack(UUID batch, Collection<UUID> units) {
        jdbc.sql("""
                        update interchange.unit set status = 'taken-back'
                        where batch = :batch and unit = any(:units::uuid[]) and %s""".formatted(FOUNDED))
                .param("batch", batch)
                .param("units", units.toArray(UUID[]::new))
                .update();
    }

    private static UnitNews read(ResultSet row, int number) throws SQLException {
        return new UnitNews(
                row.getString("file"),
                row.getString("key"),
                row.getString("name"),
                Status.of(row.getString("status")),
                row.getString("under"),
                List.of(JSON.readValue(row.getString("figures"), Figure[].class)),
                row.getObject("unit", UUID.class),
                List.of(JSON.readValue(row.getString("problems"), Problem[].class)));
    }
}
