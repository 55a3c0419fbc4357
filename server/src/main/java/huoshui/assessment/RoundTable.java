package huoshui.assessment;

import huoshui.assessment.Instrument.About;
import huoshui.assessment.Round.Ending;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.Round.Invited;
import huoshui.assessment.Round.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of rounds. 轮次表 */
@Component
class RoundTable {

    private static final String ALL = """
            select r.*, e.outcome, e.ended_by, e.act as end_act, e.reason
            from assessment.round r left join assessment.ending e on e.round = r.id
            """;

    private final JdbcClient jdbc;

    RoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Round> all() {
        return jdbc.sql(ALL + "order by r.act desc").query(this::read).list();
    }

    /** Those that have not ended. */
    List<Round> running() {
        return jdbc.sql(ALL + "where e.round is null order by r.act desc")
                .query(this::read)
                .list();
    }

    Optional<Round> of(UUID id) {
        return jdbc.sql(ALL + "where r.id = ?").param(id).query(this::read).optional();
    }

    /**
     * That somebody or a team was asked about in a round that was closed.
     *
     * @param act of the closing
     * @param voices how many valid sheets it rests on
     */
    record Told(
            UUID round,
            UUID edition,
            String title,
            RoundOccasion occasion,
            Confidentiality confidentiality,
            @Nullable UUID home,
            Instant closes,
            long act,
            UUID subject,
            About kind,
            int voices) {}

    /** What was told up to this act, of these subjects or, without any, of all. */
    List<Told> told(Collection<UUID> subjects, long known) {
        return jdbc.sql("""
                        select r.id, r.edition, r.title, r.occasion, r.confidentiality, r.home, r.closes, e.act, a.subject, a.kind,
                          (select coalesce(sum(c.valid), 0) from assessment.count c where c.round = r.id and c.subject = a.subject) as voices
                        from assessment.round r
                        join assessment.ending e on e.round = r.id and e.outcome = 'CLOSED' and e.act <= :known
                        join assessment.about a on a.round = r.id and (:all or a.subject = any(:subjects::uuid[]))
                        left join assessment.withdrawal w on w.round = a.round and w.subject = a.subject
                        where w.round is null order by e.act desc, a.place""")
                .param("known", known)
                .param("all", subjects.isEmpty())
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, number) -> new Told(
                        row.getObject("id", UUID.class),
                        row.getObject("edition", UUID.class),
                        row.getString("title"),
                        RoundOccasion.valueOf(row.getString("occasion")),
                        Confidentiality.valueOf(row.getString("confidentiality")),
                        row.getObject("home", UUID.class),
                        instant(row, "closes"),
                        row.getLong("act"),
                        row.getObject("subject", UUID.class),
                        About.valueOf(row.getString("kind")),
                        row.getInt("voices")))
                .list();
    }

    void insert(Round round) {
        jdbc.sql("""
                        insert into assessment.round
                          (id, edition, title, occasion, confidentiality, home, opens, closes, basis, opened_by, act)
                        values (:id, :edition, :title, :occasion, :confidentiality, :home, :opens, :closes, :basis, :by, :act)""")
                .param("id", round.id())
                .param("edition", round.edition())
                .param("title", round.title())
                .param("occasion", round.occasion().name())
                .param("confidentiality", round.confidentiality().name())
                .param("home", round.home())
                .param("opens", time(round.opens()))
                .param("closes", time(round.closes()))
                .param("basis", round.basis())
                .param("by", round.openedBy())
                .param("act", round.act())
                .update();
        for (int i = 0; i < round.about().size(); i++) {
            var each = round.about().get(i);
            jdbc.sql("insert into assessment.about (round, subject, kind, place) values (?, ?, ?, ?)")
                    .params(round.id(), each.subject(), each.kind().name(), i)
                    .update();
        }
        for (var each : round.invited())
            jdbc.sql(
                            "insert into assessment.invited (round, voice, heads, people) values (:round, :voice, :heads, :people::uuid[])")
                    .param("round", round.id())
                    .param("voice", each.voice())
                    .param("heads", each.heads())
                    .param("people", each.people().toArray(UUID[]::new))
                    .update();
    }

    void withdraw(UUID round, UUID subject, UUID by, long act, String reason) {
        jdbc.sql("insert into assessment.withdrawal (round, subject, withdrawn_by, act, reason) values (?, ?, ?, ?, ?)")
                .params(round, subject, by, act, reason)
                .update();
    }

    void end(UUID round, Ending ending) {
        jdbc.sql("insert into assessment.ending (round, outcome, ended_by, act, reason) values (?, ?, ?, ?, ?)")
                .params(round, ending.outcome().name(), ending.by(), ending.act(), ending.reason())
                .update();
    }

    private List<Examined> about(UUID round) {
        return jdbc.sql("""
                        select a.subject, a.kind, w.reason from assessment.about a
                        left join assessment.withdrawal w on w.round = a.round and w.subject = a.subject
                        where a.round = ? order by a.place""")
                .param(round)
                .query((row, number) -> new Examined(
                        row.getObject("subject", UUID.class),
                        About.valueOf(row.getString("kind")),
                        row.getString("reason")))
                .list();
    }

    private List<Invited> invited(UUID round) {
        return jdbc.sql("select voice, heads, people from assessment.invited where round = ? order by voice")
                .param(round)
                .query((row, number) -> new Invited(row.getString("voice"), row.getInt("heads"), Arrays.asList((UUID[])
                        row.getArray("people").getArray())))
                .list();
    }

    private Round read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var outcome = row.getString("outcome");
        return new Round(
                id,
                row.getObject("edition", UUID.class),
                row.getString("title"),
                RoundOccasion.valueOf(row.getString("occasion")),
                Confidentiality.valueOf(row.getString("confidentiality")),
                row.getObject("home", UUID.class),
                instant(row, "opens"),
                instant(row, "closes"),
                row.getString("basis"),
                row.getObject("opened_by", UUID.class),
                row.getLong("act"),
                about(id),
                invited(id),
                outcome == null
                        ? null
                        : new Ending(
                                Outcome.valueOf(outcome),
                                row.getObject("ended_by", UUID.class),
                                row.getLong("end_act"),
                                row.getString("reason")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
