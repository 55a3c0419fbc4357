package huoshui.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of sessions; those that ended stay as rows. 登录表 */
@Component
class SessionTable {

    /** A session and its account, read together on every request. */
    record Held(Session session, Account account) {}

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Session session, byte[] token) {
        jdbc.sql("""
                        insert into access.session (id, token, account, begun, seen, address, agent)
                        values (:id, :token, :account, :begun, :begun, :address, :agent)""")
                .param("id", session.id())
                .param("token", token)
                .param("account", session.account())
                .param("begun", at(session.begun()))
                .param("address", session.address())
                .param("agent", session.agent())
                .update();
    }

    /** Not ended, begun after {@code begun} and last seen after {@code seen}, of an account that is not disabled. */
    Optional<Held> live(byte[] token, Instant begun, Instant seen) {
        return jdbc.sql("""
                        select s.id as sid, s.begun, s.seen, s.address, s.agent,
                          a.id, a.name, a.display_name, a.unit, a.person, a.must_change, a.disabled
                        from access.session s join access.account a on a.id = s.account
                        where s.token = :token and s.ended is null and s.begun > :begun and s.seen > :seen and not a.disabled""")
                .param("token", token)
                .param("begun", at(begun))
                .param("seen", at(seen))
                .query((row, i) -> {
                    var account = AccountTable.read(row, i);
                    return new Held(read(row, account.id()), account);
                })
                .optional();
    }

    List<Session> live(UUID account, Instant begun, Instant seen) {
        return jdbc.sql("""
                        select id as sid, begun, seen, address, agent from access.session
                        where account = :account and ended is null and begun > :begun and seen > :seen order by seen desc""")
                .param("account", account)
                .param("begun", at(begun))
                .param("seen", at(seen))
                .query((row, i) -> read(row, account))
                .list();
    }

    void seen(UUID session, Instant now) {
        jdbc.sql("update access.session set seen = :now where id = :id and seen < :now")
                .param("id", session)
                .param("now", at(now))
                .update();
    }

    /** False when there is no such session of this account, or it has ended. */
    boolean end(UUID account, UUID session, Instant now) {
        return jdbc.sql(
                                "update access.session set ended = :now where id = :id and account = :account and ended is null")
                        .param("id", session)
                        .param("account", account)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** All of this account's, but for one. */
    void endAll(UUID account, @Nullable UUID except) {
        jdbc.sql("""
                        update access.session set ended = greatest(seen, begun)
                        where account = :account and ended is null and (:except::uuid is null or id <> :except)""").param("account", account).param("except", except).update();
    }

    private static Session read(ResultSet row, UUID account) throws SQLException {
        return new Session(
                row.getObject("sid", UUID.class),
                account,
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                row.getObject("seen", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("agent"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
