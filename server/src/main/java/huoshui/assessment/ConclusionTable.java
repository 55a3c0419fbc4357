package huoshui.assessment;

import huoshui.assessment.Instrument.About;
import huoshui.kernel.Canonical;
import huoshui.kernel.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what meetings concluded, what of it was told and what was answered; words are sealed. 集体结论表 */
@Component
class ConclusionTable {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Seals seals;

    ConclusionTable(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** What was concluded, in words. */
    record Said(
            String title,
            String value,
            String meeting,
            String convener,
            List<String> deciders,
            String reason,
            String basis) {}

    /** @param fact null of a team */
    record Kept(
            UUID id,
            UUID subject,
            About kind,
            String code,
            @Nullable UUID fact,
            LocalDate day,
            UUID by,
            long act,
            Said said) {}

    /** What was told, and how. */
    record Told(String text, String way) {}

    record Serving(LocalDate on, UUID by, long act, Told told) {}

    record Reply(UUID id, String sort, long act, String words) {}

    void insert(Kept is, List<UUID> seen) {
        seals.freshen();
        jdbc.sql("""
                        insert into assessment.conclusion (id, subject, kind, code, fact, day, recorded_by, act, said)
                        values (:id, :subject, :kind, :code, :fact, :day, :by, :act, :said)""")
                .param("id", is.id())
                .param("subject", is.subject())
                .param("kind", is.kind().name())
                .param("code", is.code())
                .param("fact", is.fact())
                .param("day", is.day())
                .param("by", is.by())
                .param("act", is.act())
                .param("said", seals.seal(place("said", is.id()), JSON.writeValueAsString(is.said())))
                .update();
        for (var round : seen)
            jdbc.sql("insert into assessment.conclusion_seen (conclusion, round) values (?, ?)")
                    .params(is.id(), round)
                    .update();
    }

    /** Of one subject, known by this act, the latest first. */
    List<Kept> of(java.util.Collection<UUID> subjects, long known) {
        return jdbc.sql("""
                        select * from assessment.conclusion where subject = any(:subjects::uuid[]) and act <= :known
                        order by day desc, act desc""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("known", known)
                .query(this::kept)
                .list();
    }

    Optional<Kept> of(UUID id) {
        return jdbc.sql("select * from assessment.conclusion where id = ?")
                .param(id)
                .query(this::kept)
                .optional();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Kept(
                id,
                row.getObject("subject", UUID.class),
                About.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getObject("fact", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("recorded_by", UUID.class),
                row.getLong("act"),
                JSON.readValue(seals.open(place("said", id), row.getString("said")), Said.class));
    }

    List<UUID> seen(UUID conclusion) {
        return jdbc.sql("select round from assessment.conclusion_seen where conclusion = ? order by round")
                .param(conclusion)
                .query((row, number) -> row.getObject("round", UUID.class))
                .list();
    }

    void serve(UUID conclusion, Serving is) {
        seals.freshen();
        jdbc.sql("insert into assessment.serving (conclusion, served_on, served_by, act, told) values (?, ?, ?, ?, ?)")
                .params(
                        conclusion,
                        is.on(),
                        is.by(),
                        is.act(),
                        seals.seal(place("told", conclusion), JSON.writeValueAsString(is.told())))
                .update();
    }

    Optional<Serving> serving(UUID conclusion, long known) {
        return jdbc.sql("select * from assessment.serving where conclusion = ? and act <= ?")
                .params(conclusion, known)
                .query((row, number) -> new Serving(
                        row.getObject("served_on", LocalDate.class),
                        row.getObject("served_by", UUID.class),
                        row.getLong("act"),
                        JSON.readValue(seals.open(place("told", conclusion), row.getString("told")), Told.class)))
                .optional();
    }

    void reply(UUID conclusion, Reply is) {
        seals.freshen();
        jdbc.sql("insert into assessment.reply (id, conclusion, sort, act, words) values (?, ?, ?, ?, ?)")
                .params(is.id(), conclusion, is.sort(), is.act(), seals.seal(place("reply", is.id()), is.words()))
                .update();
    }

    List<Reply> replies(UUID conclusion, long known) {
        return jdbc.sql("select * from assessment.reply where conclusion = ? and act <= ? order by act")
                .params(conclusion, known)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Reply(
                            id,
                            row.getString("sort"),
                            row.getLong("act"),
                            seals.open(place("reply", id), row.getString("words")));
                })
                .list();
    }

    private static byte[] place(String column, UUID id) {
        return new Canonical().add("assessment").add(column).add(id).bytes();
    }
}
