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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of batches in the database. 批次内容表 */
@Component
class BatchItemTable {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Seals seals;

    BatchItemTable(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** Puts down what was examined; what people decided about the same file before stays. */
    void put(UUID batch, Collection<BatchItem> items) {
        if (items.isEmpty()) return;
        var all = List.copyOf(items);
        jdbc.sql("""
                            insert into interchange.item (batch, number, file, entry, line, status, person, name, place, said, changes,
                              problems, candidates, undecided, held, resume_was, resume_now, outcome)
                            select :batch, number, file, entry, line, status, person, name, place, said, changes, problems,
                              candidates::uuid[], undecided::text[], held::text[], resume_was, resume_now, outcome
                            from unnest(:numbers::int[], :files::text[], :entries::text[], :lines::int[], :statuses::text[],
                              :people::uuid[], :names::text[], :places::text[], :saids::text[], :changes::text[], :problems::text[],
                              :candidates::text[], :undecided::text[], :held::text[], :was::text[], :now::text[], :outcomes::text[])
                              as row (number, file, entry, line, status, person, name, place, said, changes, problems, candidates,
                                undecided, held, resume_was, resume_now, outcome)
                            on conflict (batch, number) do update set status = excluded.status, person = excluded.person,
                              name = excluded.name, place = excluded.place, said = excluded.said, changes = excluded.changes,
                              problems = excluded.problems, candidates = excluded.candidates, undecided = excluded.undecided,
                              held = excluded.held, resume_was = excluded.resume_was, resume_now = excluded.resume_now,
                              outcome = excluded.outcome""")
                .param("batch", batch)
                .param("numbers", column(all, BatchItem::number, Integer[]::new))
                .param("files", column(all, BatchItem::file, String[]::new))
                .param("entries", column(all, BatchItem::entry, String[]::new))
                .param("lines", column(all, BatchItem::line, Integer[]::new))
                .param("statuses", column(all, each -> each.status().word(), String[]::new))
                .param("people", column(all, BatchItem::person, UUID[]::new))
                .param("names", column(all, BatchItem::name, String[]::new))
                .param("places", column(all, BatchItem::place, String[]::new))
                .param("saids", column(all, each -> sealed(batch, each.number(), "said", each.said()), String[]::new))
                .param(
                        "changes",
                        column(all, each -> sealed(batch, each.number(), "changes", each.changes()), String[]::new))
                .param(
                        "problems",
                        column(all, each -> sealed(batch, each.number(), "problems", each.problems()), String[]::new))
                .param("candidates", column(all, each -> literal(each.candidates()), String[]::new))
                .param("undecided", column(all, each -> literal(each.undecided()), String[]::new))
                .param("held", column(all, each -> literal(each.held()), String[]::new))
                .param(
                        "was",
                        column(
                                all,
                                each -> sealed(batch, each.number(), "resume_was", each.resumeWas()),
                                String[]::new))
                .param(
                        "now",
                        column(
                                all,
                                each -> sealed(batch, each.number(), "resume_now", each.resumeNow()),
                                String[]::new))
                .param("outcomes", column(all, BatchItem::outcome, String[]::new))
                .update();
    }

    private static <T> T[] column(
            List<BatchItem> items, Function<BatchItem, ? extends @Nullable T> value, IntFunction<T[]> array) {
        return items.parallelStream().map(value).toArray(array);
    }

    /** An array within an array, as PostgreSQL reads it; ids and names of fields need no quoting beyond this. */
    private static String literal(List<?> values) {
        return values.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    /** Those about which people decided something or something was done; without what they say. */
    List<BatchItem> settled(UUID batch) {
        return jdbc.sql("""
                        select number, file, entry, line, status, person, name, place,
                          candidates, undecided, held, null::text as resume_was, null::text as resume_now, skip, decided, chosen, kept,
                          adopted, outcome, act, recorded, superseded
                        from interchange.item
                        where batch = ? and (skip or decided or outcome is not null or cardinality(kept) > 0 or cardinality(adopted) > 0)
                        order by number""")
                .param(batch)
                .query((row, index) -> read(row, false))
                .list();
    }

    /** These, and those between. */
    List<BatchItem> between(UUID batch, int first, int last) {
        return jdbc.sql("select * from interchange.item where batch = ? and number between ? and ? order by number")
                .param(batch)
                .param(first)
                .param(last)
                .query(this::read)
                .list();
    }

    /** Forgets what was examined; nothing of it may have been written. */
    void clear(UUID batch) {
        jdbc.sql("delete from interchange.item where batch = ?").param(batch).update();
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

    /** An item and the batch it is in. */
    record Placed(UUID batch, BatchItem item) {}

    /** Those about any of these ids of one person, or that wrote any of these facts. */
    List<Placed> about(Collection<UUID> people, Collection<UUID> facts) {
        return jdbc.sql("""
                        select * from interchange.item
                        where person = any(:people::uuid[]) or chosen = any(:people::uuid[]) or candidates && :people::uuid[]
                          or recorded && :facts::uuid[]""")
                .param("people", people.toArray(UUID[]::new))
                .param("facts", facts.toArray(UUID[]::new))
                .query(this::placed)
                .list();
    }

    /**
     * Those that are nobody's yet and bear one of these names; and those that cannot be read and whose file is called by one, or
     * by one of these numbers.
     */
    List<Placed> unmatched(Collection<String> names, Collection<String> numbers) {
        return jdbc.sql("""
                        select * from interchange.item
                        where person is null and exists (select from unnest(:names::text[]) as each (name)
                          where regexp_replace(item.name, '\\s', '', 'g') = each.name)
                        or person is null and item.name is null and exists (select from unnest(:called::text[]) as each (name)
                          where position(each.name in item.file || coalesce(item.entry, '')) > 0)""")
                .param("names", names.toArray(String[]::new))
                .param("called", Stream.concat(names.stream(), numbers.stream()).toArray(String[]::new))
                .query(this::placed)
                .list();
    }

    /** Those that are nobody's yet and bear no name: whose they are, only what they say can tell. */
    List<Placed> nameless() {
        return jdbc.sql("select * from interchange.item where person is null and name is null and said is not null")
                .query(this::placed)
                .list();
    }

    private Placed placed(ResultSet row, int index) throws SQLException {
        return new Placed(row.getObject("batch", UUID.class), read(row, true));
    }

    /** Empties it; what it wrote, by number and id, stays. */
    void empty(UUID batch, int number, String why) {
        jdbc.sql("""
                        update interchange.item set file = '（已抹除）', entry = null, name = null, place = null, said = null, changes = :none,
                          problems = :why, resume_was = null, resume_now = null, candidates = '{}', undecided = '{}', held = '{}',
                          chosen = null, decided = false, status = case when outcome is null then 'refused' else status end
                        where batch = :batch and number = :number""")
                .param("batch", batch)
                .param("number", number)
                .param("none", sealed(batch, number, "changes", "[]"))
                .param("why", sealed(batch, number, "problems", why))
                .update();
    }

    /** All of this status or of any, in order, a page at a time. */
    void each(UUID batch, @Nullable String status, Consumer<BatchItem> taking) {
        int after = 0;
        for (var page = page(batch, status, after, PAGE); !page.isEmpty(); page = page(batch, status, after, PAGE)) {
            page.forEach(taking);
            after = page.getLast().number();
        }
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
        return read(row, true);
    }

    /** @param words whether what it says is wanted, which has to be opened */
    private BatchItem read(ResultSet row, boolean words) throws SQLException {
        return new BatchItem(
                row.getInt("number"),
                row.getString("file"),
                row.getString("entry"),
                row.getObject("line", Integer.class),
                Item.Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("place"),
                words ? opened(row, "said") : null,
                words ? required(row, "changes") : "[]",
                words ? required(row, "problems") : "[]",
                list(row, "candidates", UUID.class::cast),
                list(row, "undecided", String.class::cast),
                list(row, "held", String.class::cast),
                words ? opened(row, "resume_was") : null,
                words ? opened(row, "resume_now") : null,
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
