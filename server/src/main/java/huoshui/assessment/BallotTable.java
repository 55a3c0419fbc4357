package huoshui.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of slips and ballots, which live while a round is open. 码表与票箱 */
@Component
class BallotTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BallotTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A slip as it is kept. */
    record Slip(byte[] code, String voice, @Nullable UUID person) {}

    /** A ballot in the box. */
    record Boxed(byte[] code, String voice, @Nullable UUID person, byte[] sealed) {}

    /** @param version how often it was handed in */
    record Cast(int version, byte[] sealed) {}

    /** Waits for whoever closes this round; many may hand in at once. */
    void enter(UUID round) {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)")
                .param(lock(round))
                .query()
                .singleRow();
    }

    /** Waits until nobody is handing in. */
    void shut(UUID round) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(lock(round)).query().singleRow();
    }

    private static long lock(UUID round) {
        return round.getMostSignificantBits() ^ round.getLeastSignificantBits();
    }

    void issue(UUID round, List<Slip> slips) {
        batches.batchUpdate(
                "insert into assessment.slip (round, code, voice, person) values (?, ?, ?, ?)",
                slips,
                500,
                (row, each) -> {
                    row.setObject(1, round);
                    row.setBytes(2, each.code());
                    row.setString(3, each.voice());
                    row.setObject(4, each.person(), java.sql.Types.OTHER);
                });
    }

    void recall(UUID round, String voice) {
        jdbc.sql("delete from assessment.slip where round = ? and voice = ?")
                .params(round, voice)
                .update();
    }

    Optional<Slip> slip(UUID round, byte[] code) {
        return jdbc.sql("select code, voice, person from assessment.slip where round = ? and code = ?")
                .params(round, code)
                .query((row, number) ->
                        new Slip(row.getBytes("code"), row.getString("voice"), row.getObject("person", UUID.class)))
                .optional();
    }

    Optional<Cast> cast(UUID round, byte[] code) {
        return jdbc.sql("select version, sealed from assessment.ballot where round = ? and code = ?")
                .params(round, code)
                .query((row, number) -> new Cast(row.getInt("version"), row.getBytes("sealed")))
                .optional();
    }

    /** @return false where it was handed in meanwhile */
    boolean put(UUID round, byte[] code, int before, byte[] sealed) {
        return jdbc.sql(before == 0 ? """
                        insert into assessment.ballot (round, code, version, sealed) values (:round, :code, :before + 1, :sealed)
                        on conflict do nothing""" : """
                        update assessment.ballot set version = :before + 1, sealed = :sealed
                        where round = :round and code = :code and version = :before""")
                        .param("round", round)
                        .param("code", code)
                        .param("before", before)
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    /** How many codes each group has. */
    Map<String, Integer> issued(UUID round) {
        return counted("select voice, count(*) as n from assessment.slip where round = ? group by voice", round);
    }

    /** How many ballots each group has handed in: never to be shown as it is. */
    Map<String, Integer> returned(UUID round) {
        return counted("""
                select s.voice, count(*) as n from assessment.ballot b
                join assessment.slip s on s.round = b.round and s.code = b.code where b.round = ? group by s.voice""", round);
    }

    private Map<String, Integer> counted(String sql, UUID round) {
        var all = new HashMap<String, Integer>();
        jdbc.sql(sql).param(round).query((java.sql.ResultSet row) -> {
            all.put(row.getString("voice"), row.getInt("n"));
        });
        return all;
    }

    /** Of an addressed round, whose ballots are in. */
    List<UUID> answered(UUID round) {
        return jdbc.sql("""
                        select s.person from assessment.slip s join assessment.ballot b on b.round = s.round and b.code = s.code
                        where s.round = ? and s.person is not null order by s.person""")
                .param(round)
                .query((row, number) -> row.getObject("person", UUID.class))
                .list();
    }

    /** The whole box. */
    List<Boxed> box(UUID round) {
        return jdbc.sql("""
                        select b.code, s.voice, s.person, b.sealed from assessment.ballot b
                        join assessment.slip s on s.round = b.round and s.code = b.code where b.round = ? order by b.code""")
                .param(round)
                .query((row, number) -> new Boxed(
                        row.getBytes("code"),
                        row.getString("voice"),
                        row.getObject("person", UUID.class),
                        row.getBytes("sealed")))
                .list();
    }

    void empty(UUID round) {
        jdbc.sql("delete from assessment.ballot where round = ?").param(round).update();
        jdbc.sql("delete from assessment.slip where round = ?").param(round).update();
    }

    /** Writes both tables anew without what was deleted; outside any transaction. */
    void rewrite() {
        batches.execute("vacuum full assessment.ballot");
        batches.execute("vacuum full assessment.slip");
    }
}
