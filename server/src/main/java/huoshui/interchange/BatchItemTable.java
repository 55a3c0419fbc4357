package huoshui.interchange;

import huoshui.kernel.Canonical;
import huoshui.kernel.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of batches in the database. 批次内容表 */
@Component
class BatchItemTable {

    private final JdbcClient jdbc;
    private final Seals seals;

    BatchItemTable(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** Puts down what was examined; what people decided about the same file before stays. */
    void put(UUID batch, Collection<BatchItem> items) {
        for (var each : items)
            jdbc.sql("""
                            insert into interchange.item (batch, number, file, entry, line, status, person, name, place, said, changes,
                              problems, candidates, undecided, held, resume_was, resume_now, outcome)
                            values (:batch, :number, :file, :entry, :line, :status, :person, :name, :place, :said, :changes,
                              :problems, :candidates::uuid[], :undecided::text[], :held::text[], :resumeWas, :resumeNow, :outcome)
                            on conflict (batch, number) do update set status = excluded.status, person = excluded.person,
                              name = excluded.name, place = excluded.place, said = excluded.said, changes = excluded.changes,
                              problems = excluded.problems, candidates = excluded.candidates, undecided = excluded.undecided,
                              held = excluded.held, resume_was = excluded.resume_was, resume_now = excluded.resume_now,
                              outcome = excluded.outcome""")
                    .param("batch", batch)
                    .param("number", each.number())
                    .param("file", each.file())
                    .param("entry", each.entry())
                    .param("line", each.line())
                    .param("status", each.status().word())
                    .param("person", each.person())
                    .param("name", each.name())
                    .param("place", each.place())
                    .param("said", sealed(batch, each.number(), "said", each.said()))
                    .param("changes", sealed(batch, each.number(), "changes", each.changes()))
                    .param("problems", sealed(batch, each.number(), "problems", each.problems()))
                    .param("candidates", each.candidates().toArray(UUID[]::new))
                    .param("undecided", each.undecided().toArray(String[]::new))
                    .param("held", each.held().toArray(String[]::new))
                    .param("resumeWas", sealed(batch, each.number(), "resume_was", each.resumeWas()))
                    .param("resumeNow", sealed(batch, each.number(), "resume_now", each.resumeNow()))
                    .param("outcome", each.outcome())
                    .update();
    }

    void choose(UUID batch, BatchItem item) {
        jdbc.sql("""
                        update interchange.item set skip = :skip, decided = :decided, chosen = :chosen, kept = :kept::text[],
                          adopted = :adopted::text[] where batch = :batch and number = :number""")
                .param("batch", batch)
                .param("number", item.number())
                .param("skip", item.skip())
                .param("decided", item.decided())
                .param("chosen", item.chosen())
                .param("kept", item.kept().toArray(String[]::new))
                .param("adopted", item.adopted().toArray(String[]::new))
                .update();
    }

    void outcome(
            UUID batch,
            int number,
            String outcome,
            @Nullable UUID person,
            long act,
            List<UUID> recorded,
            List<UUID> superseded) {
        jdbc.sql("""
                        update interchange.item set outcome = :outcome, person = coalesce(:person, person), act = :act,
                          recorded = recorded || :recorded::uuid[], superseded = superseded || :superseded::uuid[]
                        where batch = :batch and number = :number""")
                .param("batch", batch)
                .param("number", number)
                .param("outcome", outcome)
                .param("person", person)
                .param("act", act)
                .param("recorded", recorded.toArray(UUID[]::new))
                .param("superseded", superseded.toArray(UUID[]::new))
                .update();
    }

    void takenBack(UUID batch, int number) {
        jdbc.sql("""
                        update interchange.item set outcome = 'taken-back', recorded = '{}', superseded = '{}'
                        where batch = ? and number = ?""").param(batch).param(number).update();
    }

    void trouble(UUID batch, int number, String outcome, String problems) {
        jdbc.sql(
                        "update interchange.item set outcome = :outcome, problems = :problems where batch = :batch and number = :number")
                .param("batch", batch)
                .param("number", number)
                .param("outcome", outcome)
                .param("problems", sealed(batch, number, "problems", problems))
                .update();
    }

    Optional<BatchItem> find(UUID batch, int number) {
        return jdbc.sql("select * from interchange.item where batch = ? and number = ?")
                .param(batch)
                .param(number)
                .query(this::read)
                .optional();
    }

    /** The next ones after a number, of this status or of any. */
    List<BatchItem> page(UUID batch, @Nullable String status, int after, int size) {
        return jdbc.sql("""
                        select * from interchange.item
                        where batch = :batch and number > :after and (cast(:status as text) is null or status = :status)
                        order by number limit :size""")
                .param("batch", batch)
                .param("after", after)
                .param("status", status)
                .param("size", size)
                .query(this::read)
                .list();
    }

    /** How many there are of each status, and of each thing that became of them. */
    Map<String, Integer> counts(UUID batch) {
        var counts = new TreeMap<String, Integer>();
        jdbc.sql("""
                        select status, coalesce(outcome, '') as outcome, count(*) as people,
                          count(*) filter (where outcome is null and not skip and status in ('new', 'changed')
                            and undecided <@ (kept || adopted)) as ready,
                          count(*) filter (where outcome is null and not skip and status in ('new', 'changed')
                            and not undecided <@ (kept || adopted)) as undecided,
                          count(*) filter (where skip) as skipped,
                          count(*) filter (where cardinality(held) > 0) as held
                        from interchange.item where batch = ? group by status, outcome""").param(batch).query((ResultSet row) -> {
            counts.merge(row.getString("status"), row.getInt("people"), Integer::sum);
            if (!row.getString("outcome").isEmpty())
                counts.merge(row.getString("outcome"), row.getInt("people"), Integer::sum);
            counts.merge("ready-" + row.getString("status"), row.getInt("ready"), Integer::sum);
            for (var each : List.of("ready", "undecided", "skipped", "held"))
                counts.merge(each, row.getInt(each), Integer::sum);
        });
        return counts;
    }

    private BatchItem read(ResultSet row, int index) throws SQLException {
        return new BatchItem(
                row.getInt("number"),
                row.getString("file"),
                row.getString("entry"),
                row.getObject("line", Integer.class),
                Item.Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("place"),
                opened(row, "said"),
                required(row, "changes"),
                required(row, "problems"),
                list(row, "candidates", UUID.class::cast),
                list(row, "undecided", String.class::cast),
                list(row, "held", String.class::cast),
                opened(row, "resume_was"),
                opened(row, "resume_now"),
                row.getBoolean("skip"),
                row.getBoolean("decided"),
                row.getObject("chosen", UUID.class),
                list(row, "kept", String.class::cast),
                list(row, "adopted", String.class::cast),
                row.getString("outcome"),
                row.getObject("act", Long.class),
                list(row, "recorded", UUID.class::cast),
                list(row, "superseded", UUID.class::cast));
    }

    /** What a form says is of every chapter, so all of it is sealed, each text to its own place. */
    private @Nullable String sealed(UUID batch, int number, String column, @Nullable String text) {
        return text == null ? null : seals.seal(place(batch, number, column), text);
    }

    private @Nullable String opened(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? null : required(row, column);
    }

    private String required(ResultSet row, String column) throws SQLException {
        return seals.open(
                place(row.getObject("batch", UUID.class), row.getInt("number"), column), row.getString(column));
    }

    private static byte[] place(UUID batch, int number, String column) {
        return new Canonical().add(batch).add(number).add(column).bytes();
    }

    private static <T> List<T> list(ResultSet row, String column, Function<Object, T> each) throws SQLException {
        var found = (Object[]) row.getArray(column).getArray();
        return java.util.Arrays.stream(found).map(each).toList();
    }
}
