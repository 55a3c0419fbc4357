package huoshui.kernel.ledger;

import huoshui.kernel.Auditable.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of a ledger; every ledger table has the same columns. 事实表 */
final class LedgerTable implements Covered {

    private final String name;
    private final JdbcClient jdbc;

    LedgerTable(String name, JdbcClient jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return name;
    }

    List<FactRow> of(Collection<UUID> subjects) {
        return jdbc.sql("select %s from %s where subject = any(:subjects::uuid[]) order by known_from, id"
                        .formatted(FactRow.COLUMNS, name))
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(FactRow::read)
                .list();
    }

    List<FactRow> of(Collection<UUID> subjects, Collection<String> kinds, long known) {
        return jdbc.sql("""
                        select %s from %s
                        where subject = any(:subjects::uuid[]) and kind = any(:kinds::text[]) and known_from <= :known
                          and (known_to is null or known_to > :known)
                        order by known_from, id""".formatted(FactRow.COLUMNS, name))
                .withFetchSize(5000)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("known", known)
                .query(FactRow::read)
                .list();
    }

    List<FactRow> rows(Collection<UUID> ids) {
        return jdbc.sql("select %s from %s where id = any(:ids::uuid[]) order by known_from, id"
                        .formatted(FactRow.COLUMNS, name))
                .param("ids", ids.toArray(UUID[]::new))
                .query(FactRow::read)
                .list();
    }

    void changed(long first, long last, Collection<String> kinds, Consumer<FactRow> each) {
        jdbc.sql("""
                        select %s from %s
                        where (known_from between :first and :last or known_to between :first and :last
                            or (erased is not null and erased between :first and :last))
                          and kind = any(:kinds::text[])""".formatted(FactRow.COLUMNS, name))
                .withFetchSize(2000)
                .param("first", first)
                .param("last", last)
                .param("kinds", kinds.toArray(String[]::new))
                .query((java.sql.ResultSet row) -> each.accept(FactRow.read(row, 0)));
    }

    void supersede(Collection<UUID> ids, long act) {
        int done = jdbc.sql("update %s set known_to = :act where id = any(:ids::uuid[]) and known_to is null"
                        .formatted(name))
                .param("act", act)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        if (done != ids.size()) throw new IllegalStateException("superseded %d of %d".formatted(done, ids.size()));
    }

    void erase(Collection<UUID> ids, long act) {
        jdbc.sql(
                        "update %s set body = null, salt = null, basis = '', blind = null, erased = :act where id = any(:ids::uuid[]) and erased is null"
                                .formatted(name))
                .param("act", act)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void insert(List<FactRow> rows) {
        jdbc.sql("""
                        insert into %s (id, subject, kind, slot, chapter, body_version, body, valid, start_precision, end_precision,
                          basis, exclusive, known_from, salt, body_digest, blind)
                        select id, subject, kind, slot, chapter, version, body::json, daterange(valid_from, valid_to), start, "end",
                          basis, exclusive, known, salt, digest, blind
                        from unnest(:ids::uuid[], :subjects::uuid[], :kinds::text[], :slots::text[], :chapters::text[],
                          :versions::smallint[], :bodies::text[], :froms::date[], :tos::date[], :starts::text[], :ends::text[],
                          :bases::text[], :exclusives::boolean[], :knowns::bigint[], :salts::bytea[], :digests::bytea[],
                          :blinds::bytea[])
                          as row (id, subject, kind, slot, chapter, version, body, valid_from, valid_to, start, "end", basis,
                            exclusive, known, salt, digest, blind)""".formatted(name))
                .param("ids", column(rows, FactRow::id, UUID[]::new))
                .param("subjects", column(rows, FactRow::subject, UUID[]::new))
                .param("kinds", column(rows, FactRow::kind, String[]::new))
                .param("slots", column(rows, FactRow::slot, String[]::new))
                .param("chapters", column(rows, each -> each.chapter().name(), String[]::new))
                .param("versions", column(rows, each -> (short) each.version(), Short[]::new))
                .param("bodies", column(rows, FactRow::body, String[]::new))
                .param("froms", column(rows, each -> each.from().toString(), String[]::new))
                .param(
                        "tos",
                        column(
                                rows,
                                each -> each.to() == null ? null : each.to().toString(),
                                String[]::new))
                .param("starts", column(rows, each -> String.valueOf(each.start()), String[]::new))
                .param("ends", column(rows, each -> String.valueOf(each.end()), String[]::new))
                .param("bases", column(rows, FactRow::basis, String[]::new))
                .param("exclusives", column(rows, FactRow::exclusive, Boolean[]::new))
                .param("knowns", column(rows, FactRow::known, Long[]::new))
                .param("salts", column(rows, each -> Objects.requireNonNull(each.salt()), byte[][]::new))
                .param("digests", column(rows, each -> each.bodyDigest(), byte[][]::new))
                .param("blinds", LedgerTable.<Object>column(rows, each -> each.blind(), byte[][]::new))
                .update();
    }

    private static <T> T[] column(
            List<FactRow> rows, Function<FactRow, ? extends @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    @Override
    public long rewrite(long first, long last, Consumer<Written> each) {
        var marks = new TreeMap<Long, List<Pending.Mark>>();
        var bad = new HashMap<UUID, UUID>();
        var count = new long[1];
        jdbc.sql("""
                        select %s from %s
                        where known_from between :first and :last or known_to between :first and :last
                          or erased between :first and :last""".formatted(FactRow.COLUMNS, name))
                .withFetchSize(5000)
                .param("first", first)
                .param("last", last)
                .query((java.sql.ResultSet result) -> {
                    var row = FactRow.read(result, 0);
                    if (first <= row.known() && row.known() <= last) count[0]++;
                    if (!row.intact()) bad.put(row.id(), row.id());
                    mark(row, first, last, marks);
                });
        marks.forEach((act, all) -> Pending.written(act, all, bad).forEach(each));
        return count[0];
    }

    private static void mark(FactRow row, long first, long last, Map<Long, List<Pending.Mark>> marks) {
        add(row.known(), first, last, marks, Verb.RECORD, '+', row, true);
        if (row.superseded() != null) add(row.superseded(), first, last, marks, Verb.RECORD, '-', row, false);
        if (row.erased() != null) add(row.erased(), first, last, marks, Verb.ERASE, '0', row, false);
    }

    private static void add(
            long act,
            long first,
            long last,
            Map<Long, List<Pending.Mark>> marks,
            Verb verb,
            char sign,
            FactRow row,
            boolean digested) {
        if (act < first || act > last) return;
        marks.computeIfAbsent(act, any -> new ArrayList<>())
                .add(new Pending.Mark(
                        verb, row.subject(), row.chapter(), sign, row.id(), digested ? row.digest() : new byte[0]));
    }
}
