package huoshui.dossier.city;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads lines for the city: one pass over the rows, bodies decoded by several threads. 在册读取 */
@Component
class CityTable {

    private static final int CHUNK = 2000;
    private static final int IN_FLIGHT = 24;

    private final JdbcClient jdbc;
    private final Ledger<FactBody> ledger;
    private final TransactionTemplate reading;
    private final Slim slim = new Slim();

    CityTable(JdbcClient jdbc, Ledger<FactBody> personLedger, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ledger = personLedger;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** What changed: lines as they are now, and lines whose text has been erased. */
    record Changes(List<Line> lines, List<Gone> gone) {}

    /** A line that says nothing any more. */
    record Gone(UUID id, UUID subject) {}

    private record Row(
            UUID id,
            UUID subject,
            String kind,
            int version,
            @Nullable String body,
            int from,
            @Nullable Integer to,
            char start,
            char end,
            long known,
            long superseded) {

        static Row read(ResultSet row) throws SQLException {
            var to = row.getInt(7);
            var open = row.wasNull();
            var superseded = row.getLong(11);
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getInt(6),
                    open ? null : to,
                    row.getString(8).charAt(0),
                    row.getString(9).charAt(0),
                    row.getLong(10),
                    superseded == 0 ? Long.MAX_VALUE : superseded);
        }
    }

    /** Everything that acts {@code first} to {@code last} recorded, superseded or erased; all there is when first is 1. */
    Changes changed(long first, long last) {
        var what = first <= 1 ? "known_from <= :last" : """
                  (known_from between :first and :last or known_to between :first and :last
                    or (erased is not null and erased between :first and :last))""";
        var result = reading.execute(status -> read(what, first, last));
        return result == null ? new Changes(List.of(), List.of()) : result;
    }

    private Changes read(String what, long first, long last) {
        var parts = new ArrayList<CompletableFuture<Changes>>();
        var permits = new Semaphore(IN_FLIGHT);
        var chunk = new ArrayList<Row>(CHUNK);
        jdbc.sql("""
                        select id, subject, kind, body_version, body::text, lower(valid) - date '1970-01-01', upper(valid) - date '1970-01-01',
                          start_precision, end_precision, known_from, known_to
                        from dossier.fact where %s and kind = any(:kinds::text[])""".formatted(what))
                .withFetchSize(CHUNK)
                .param("first", first)
                .param("last", last)
                .param("kinds", Kept.KINDS.toArray(String[]::new))
                .query((ResultSet row) -> {
                    chunk.add(Row.read(row));
                    if (chunk.size() == CHUNK) {
                        parts.add(decoding(List.copyOf(chunk), permits));
                        chunk.clear();
                    }
                });
        var rest = decode(chunk);
        var lines = new ArrayList<Line>(rest.lines);
        var gone = new ArrayList<Gone>(rest.gone);
        for (var part : parts) {
            var done = part.join();
            lines.addAll(done.lines);
            gone.addAll(done.gone);
        }
        return new Changes(lines, gone);
    }

    private CompletableFuture<Changes> decoding(List<Row> rows, Semaphore permits) {
        permits.acquireUninterruptibly();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return decode(rows);
                    } finally {
                        permits.release();
                    }
                },
                ForkJoinPool.commonPool());
    }

    private Changes decode(List<Row> rows) {
        var lines = new ArrayList<Line>(rows.size());
        var gone = new ArrayList<Gone>();
        for (var row : rows) {
            if (row.body == null) gone.add(new Gone(row.id, row.subject));
            else lines.add(line(row, row.body));
        }
        return new Changes(lines, gone);
    }

    private Line line(Row row, String body) {
        var span = new Span(
                LocalDate.ofEpochDay(row.from),
                row.to == null ? null : LocalDate.ofEpochDay(row.to),
                Precision.of(row.start),
                Precision.of(row.end));
        var kind = Kept.KINDS.get(Kept.number(row.kind));
        return new Line(
                row.id,
                row.subject,
                kind,
                slim.of(ledger.read(row.id, row.subject, row.kind, row.version, body)),
                span,
                row.known,
                row.superseded);
    }
}
