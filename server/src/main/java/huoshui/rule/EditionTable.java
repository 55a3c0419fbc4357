package huoshui.rule;

import huoshui.rule.Edition.Decision;
import huoshui.rule.Edition.Fate;
import huoshui.rule.Edition.Place;
import huoshui.rule.Edition.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of editions, of what was decided about them, and of how files stand around them. 版本表 */
@Component
class EditionTable {

    private static final String ALL = """
            select e.*, t.taken_by, d.edition, d.outcome, d.version, d.decided_by, d.act, d.reason as grounds, d.seen
            from rule.edition e left join rule.taking t on t.edition = e.id left join rule.decision d on d.edition = e.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EditionTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean empty() {
        return jdbc.sql("select not exists (select 1 from rule.edition)")
                .query(Boolean.class)
                .single();
    }

    /** Every one there ever was, in the order they were proposed. */
    List<Edition> all() {
        return jdbc.sql(ALL + "order by e.proposed_act, e.id")
                .query(EditionTable::read)
                .list();
    }

    /** Those that wait for a decision. */
    List<Edition> open() {
        return jdbc.sql(ALL + "where d.edition is null order by e.proposed_act, e.id")
                .query(EditionTable::read)
                .list();
    }

    Optional<Edition> of(UUID id) {
        return jdbc.sql(ALL + "where e.id = ?")
                .param(id)
                .query(EditionTable::read)
                .optional();
    }

    /** All that was proposed for a clause, oldest first. */
    List<Edition> ofClause(String code) {
        return jdbc.sql(ALL + "where e.kind = 'PROVISION' and e.code = ? order by e.proposed_act, e.id")
                .param(code)
                .query(EditionTable::read)
                .list();
    }

    /** Acts that published something after the house was opened, in order. */
    List<Long> turns() {
        return jdbc.sql("""
                        select distinct act from rule.decision where outcome = 'PUBLISHED' and decided_by is not null
                        order by act""").query((row, number) -> row.getLong("act")).list();
    }

    /** Whatever stands in each place of the book, as known at this act. */
    List<Edition> standing(long known) {
        return jdbc.sql("""
                        select * from (
                          select distinct on (e.kind, e.code, e.first_day)
                            e.*, t.taken_by, d.edition, d.outcome, d.version, d.decided_by, d.act, d.reason as grounds, d.seen
                          from rule.edition e join rule.decision d on d.edition = e.id
                            left join rule.taking t on t.edition = e.id
                          where d.outcome = 'PUBLISHED' and (d.decided_by is null or d.act <= :known)
                          order by e.kind, e.code, e.first_day, d.version desc) s
                        order by proposed_act, id""").param("known", known).query(EditionTable::read).list();
    }

    /** How each file stands, as last recorded. */
    Map<String, String> layouts() {
        var all = new LinkedHashMap<String, String>();
        jdbc.sql("select distinct on (file) file, text from rule.layout order by file, act desc")
                .query((ResultSet row) -> {
                    all.put(row.getString("file"), row.getString("text"));
                });
        return all;
    }

    void insert(List<Edition> editions) {
        batches.batchUpdate("""
                insert into rule.edition (id, kind, code, first_day, text, digest, file, source, proposed_by, proposed_act, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", editions, 200, (row, each) -> {
            row.setObject(1, each.id());
            row.setString(2, each.place().kind().name());
            row.setString(3, each.place().code());
            row.setObject(4, each.place().from(), Types.DATE);
            row.setString(5, each.text());
            row.setString(6, each.digest());
            row.setString(7, each.file());
            row.setString(8, each.source().name());
            row.setObject(9, each.proposedBy(), Types.OTHER);
            row.setLong(10, each.proposedAct());
            row.setString(11, each.reason());
        });
    }

    /** Somebody takes in what was read from files. */
    void take(List<UUID> editions, UUID by, long act) {
        batches.batchUpdate(
                "insert into rule.taking (edition, taken_by, act) values (?, ?, ?)", editions, 200, (row, each) -> {
                    row.setObject(1, each);
                    row.setObject(2, by);
                    row.setLong(3, act);
                });
    }

    void decide(Map<UUID, Decision> decisions) {
        batches.batchUpdate("""
                insert into rule.decision (edition, outcome, version, decided_by, act, reason, seen)
                values (?, ?, ?, ?, ?, ?, ?)""", decisions.entrySet(), 200, (row, each) -> {
            var is = each.getValue();
            row.setObject(1, each.getKey());
            row.setString(2, is.fate().name());
            row.setObject(3, is.version(), Types.INTEGER);
            row.setObject(4, is.by(), Types.OTHER);
            row.setLong(5, is.act());
            row.setString(6, is.reason());
            row.setString(7, is.seen());
        });
    }

    void lay(String file, Source source, long act, String text, String digest) {
        jdbc.sql("""
                        insert into rule.layout (file, act, source, text, digest) values (:file, :act, :source, :text, :digest)
                        on conflict do nothing""")
                .param("file", file)
                .param("act", act)
                .param("source", source.name())
                .param("text", text)
                .param("digest", digest)
                .update();
    }

    /** Whoever wrote it, or took it in from a file. */
    private static @Nullable UUID by(ResultSet row) throws SQLException {
        var wrote = row.getObject("proposed_by", UUID.class);
        return wrote == null ? row.getObject("taken_by", UUID.class) : wrote;
    }

    private static Edition read(ResultSet row, int number) throws SQLException {
        return new Edition(
                row.getObject("id", UUID.class),
                new Place(
                        EditionKind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getObject("first_day", LocalDate.class)),
                row.getString("text"),
                row.getString("digest"),
                row.getString("file"),
                Source.valueOf(row.getString("source")),
                by(row),
                row.getLong("proposed_act"),
                row.getString("reason"),
                row.getObject("edition", UUID.class) == null
                        ? null
                        : new Decision(
                                Fate.valueOf(row.getString("outcome")),
                                row.getObject("version", Integer.class),
                                row.getObject("decided_by", UUID.class),
                                row.getLong("act"),
                                row.getString("grounds"),
                                row.getString("seen")));
    }
}
