package huoshui.audit;

import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.Readings.Reading;
import huoshui.kernel.Recorders.Recorder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the journal. 留痕表 */
@Component
class EntryTable {

    private static final String COLUMNS = "number, at, actor, purpose, verb, subject, chapter, act, salt, digest, link";

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Entry> last() {
        return jdbc.sql("select %s from audit.entry order by number desc limit 1".formatted(COLUMNS))
                .query(EntryTable::read)
                .optional();
    }

    Optional<Entry> of(long number) {
        return jdbc.sql("select %s from audit.entry where number = ?".formatted(COLUMNS))
                .param(number)
                .query(EntryTable::read)
                .optional();
    }

    /** Newest first. */
    List<Entry> page(JournalQuery query) {
        return jdbc.sql("""
                        select %s from audit.entry
                        where (:before::bigint is null or number < :before)
                          and (:subject::uuid is null or subject = :subject)
                          and (:actor::uuid is null or actor = :actor)
                          and (:verb::text is null or verb = :verb)
                          and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
                        order by number desc limit :size""".formatted(COLUMNS))
                .param("before", query.before())
                .param("subject", query.subject())
                .param("actor", query.actor())
                .param("verb", query.verb() == null ? null : query.verb().name())
                .param("from", query.from())
                .param("to", query.to())
                .param("size", query.size())
                .query(EntryTable::read)
                .list();
    }

    List<Recorder> recorders(Collection<Long> acts, Collection<UUID> subjects) {
        return jdbc.sql("""
                        select distinct act, subject, actor from audit.entry
                        where subject = any(:subjects::uuid[]) and act = any(:acts::bigint[]) and verb in ('RECORD', 'ERASE')""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("acts", acts.toArray(Long[]::new))
                .query((row, i) -> new Recorder(
                        row.getLong("act"), row.getObject("subject", UUID.class), row.getObject("actor", UUID.class)))
                .list();
    }

    /** Of these chapters and for any purpose but one, newest first. */
    List<Reading> readings(
            Collection<UUID> subjects,
            Collection<Chapter> chapters,
            @Nullable String untold,
            @Nullable Long before,
            int size) {
        return jdbc.sql("""
                        select number, at, actor, purpose, verb, chapter from audit.entry
                        where subject = any(:subjects::uuid[]) and verb in ('READ', 'EXPORT') and chapter = any(:chapters::text[])
                          and purpose is distinct from :untold::text
                          and (:before::bigint is null or number < :before)
                        order by number desc limit :size""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("chapters", chapters.stream().map(Chapter::name).toArray(String[]::new))
                .param("untold", untold)
                .param("before", before)
                .param("size", size)
                .query((row, i) -> new Reading(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("purpose"),
                        Chapter.valueOf(row.getString("chapter")),
                        row.getString("verb").equals("EXPORT")))
                .list();
    }

    /** In order of numbers, so many at most. */
    List<Entry> after(long number, int most) {
        return jdbc.sql("select %s from audit.entry where number > ? order by number limit ?".formatted(COLUMNS))
                .param(number)
                .param(most)
                .query(EntryTable::read)
                .list();
    }

    void insert(List<Entry> entries) {
        jdbc.sql("""
                        insert into audit.entry (number, at, actor, purpose, verb, subject, chapter, act, salt, digest, link)
                        select * from unnest(:numbers::bigint[], :ats::timestamptz[], :actors::uuid[], :purposes::text[],
                          :verbs::text[], :subjects::uuid[], :chapters::text[], :acts::bigint[], :salts::bytea[],
                          :digests::bytea[], :links::bytea[])""")
                .param("numbers", column(entries, Entry::number, Long[]::new))
                .param("ats", column(entries, each -> each.at().toString(), String[]::new))
                .param("actors", column(entries, Entry::actor, UUID[]::new))
                .param("purposes", column(entries, each -> each.purpose(), String[]::new))
                .param("verbs", column(entries, each -> each.verb().name(), String[]::new))
                .param("subjects", column(entries, each -> each.subject(), UUID[]::new))
                .param("chapters", column(entries, each -> name(each.chapter()), String[]::new))
                .param("acts", column(entries, each -> each.act(), Long[]::new))
                .param("salts", column(entries, Entry::salt, byte[][]::new))
                .param("digests", column(entries, Entry::digest, byte[][]::new))
                .param("links", column(entries, Entry::link, byte[][]::new))
                .update();
    }

    private static @Nullable String name(@Nullable Chapter chapter) {
        return chapter == null ? null : chapter.name();
    }

    private static <T> T[] column(
            List<Entry> entries, Function<Entry, ? extends @Nullable T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        var chapter = row.getString("chapter");
        return new Entry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("purpose"),
                Verb.valueOf(row.getString("verb")),
                row.getObject("subject", UUID.class),
                chapter == null ? null : Chapter.valueOf(chapter),
                row.getObject("act", Long.class),
                row.getBytes("salt"),
                row.getBytes("digest"),
                row.getBytes("link"));
    }
}
