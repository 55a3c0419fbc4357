package huoshui.assessment;

import huoshui.assessment.Tally.Count;
import huoshui.assessment.Tally.Sheet;
import huoshui.assessment.Tally.Tallied;
import huoshui.kernel.Canonical;
import huoshui.kernel.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what is kept after the close, sealed. 计票底册表 */
@Component
class TallyTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Given>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Seals seals;

    TallyTable(JdbcClient jdbc, JdbcTemplate batches, Seals seals) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.seals = seals;
    }

    /** Words of somebody, before or after an editor put them differently. */
    record Told(
            UUID id,
            UUID round,
            UUID subject,
            String item,
            @Nullable String words,
            @Nullable String paraphrase) {}

    /** In the order given, which is random. */
    void insert(UUID round, Tallied tallied) {
        seals.freshen();
        batches.batchUpdate(
                "insert into assessment.sheet (id, round, subject, voices, person, marks) values (?, ?, ?, ?, ?, ?)",
                tallied.sheets(),
                500,
                (row, each) -> {
                    row.setObject(1, each.id());
                    row.setObject(2, round);
                    row.setObject(3, each.subject());
                    row.setString(4, each.voices());
                    row.setObject(5, each.person(), java.sql.Types.OTHER);
                    row.setString(6, seals.seal(place("sheet", each.id()), JSON.writeValueAsString(each.marks())));
                });
        batches.batchUpdate(
                "insert into assessment.instance (id, round, subject, item, words) values (?, ?, ?, ?, ?)",
                tallied.instances(),
                500,
                (row, each) -> {
                    row.setObject(1, each.id());
                    row.setObject(2, round);
                    row.setObject(3, each.subject());
                    row.setString(4, each.item());
                    row.setString(5, seals.seal(place("words", each.id()), each.words()));
                });
        batches.batchUpdate(
                "insert into assessment.count (round, subject, voices, issued, returned, valid) values (?, ?, ?, ?, ?, ?)",
                tallied.counts(),
                500,
                (row, each) -> {
                    row.setObject(1, round);
                    row.setObject(2, each.subject());
                    row.setString(3, each.voices());
                    row.setInt(4, each.issued());
                    row.setInt(5, each.returned());
                    row.setInt(6, each.valid());
                });
    }

    List<Sheet> sheets(UUID round, UUID subject) {
        return jdbc.sql("select * from assessment.sheet where round = ? and subject = ? order by id")
                .params(round, subject)
                .query((row, number) -> sheet(row))
                .list();
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Sheet(
                id,
                row.getObject("subject", UUID.class),
                row.getString("voices"),
                row.getObject("person", UUID.class),
                JSON.readValue(seals.open(place("sheet", id), row.getString("marks")), MARKS));
    }

    List<Count> counts(UUID round, UUID subject) {
        return jdbc.sql("select * from assessment.count where round = ? and subject = ? order by voices")
                .params(round, subject)
                .query((row, number) -> new Count(
                        subject,
                        row.getString("voices"),
                        row.getInt("issued"),
                        row.getInt("returned"),
                        row.getInt("valid")))
                .list();
    }

    List<Told> told(UUID round, UUID subject) {
        return jdbc.sql("select * from assessment.instance where round = ? and subject = ? order by id")
                .params(round, subject)
                .query((row, number) -> told(row))
                .list();
    }

    Optional<Told> told(UUID id) {
        return jdbc.sql("select * from assessment.instance where id = ?")
                .param(id)
                .query((row, number) -> told(row))
                .optional();
    }

    /** The words themselves go. */
    void paraphrase(UUID id, String paraphrase, UUID by) {
        seals.freshen();
        jdbc.sql("update assessment.instance set words = null, paraphrase = :text, edited_by = :by where id = :id")
                .param("id", id)
                .param("text", seals.seal(place("paraphrase", id), paraphrase))
                .param("by", by)
                .update();
    }

    private Told told(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Told(
                id,
                row.getObject("round", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("item"),
                opened("words", id, row.getString("words")),
                opened("paraphrase", id, row.getString("paraphrase")));
    }

    private @Nullable String opened(String column, UUID id, @Nullable String stored) {
        return stored == null ? null : seals.open(place(column, id), stored);
    }

    private static byte[] place(String column, UUID id) {
        return new Canonical().add("assessment").add(column).add(id).bytes();
    }
}
