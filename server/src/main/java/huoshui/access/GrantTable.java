package huoshui.access;

import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of grants; one that was ended stays as a row. 授权表 */
@Component
class GrantTable {

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those not ended, past and future ones too. */
    List<Grant> of(UUID account) {
        return jdbc.sql("""
                        select id, account, role, unit, from_day, until_day from access.role_grant
                        where account = ? and ended_act is null order by granted_act, id""").param(account).query(GrantTable::read).list();
    }

    /** Whether anybody who can sign in holds this role on this day. */
    boolean held(String role, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                          select from access.role_grant g join access.account a on a.id = g.account
                          where g.role = :role and g.ended_act is null and not a.disabled
                            and g.from_day <= :day and (g.until_day is null or g.until_day > :day))""")
                .param("role", role)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void insert(Grant grant, UUID by, long act) {
        jdbc.sql("""
                        insert into access.role_grant (id, account, role, unit, from_day, until_day, granted_by, granted_act)
                        values (:id, :account, :role, :unit, :from, :until, :by, :act)""")
                .param("id", grant.id())
                .param("account", grant.account())
                .param("role", grant.role())
                .param("unit", grant.unit())
                .param("from", grant.days().from())
                .param("until", grant.days().to())
                .param("by", by)
                .param("act", act)
                .update();
    }

    void end(UUID grant, UUID by, long act) {
        jdbc.sql("""
                        update access.role_grant set ended_by = :by, ended_act = :act
                        where id = :id and ended_act is null""").param("id", grant).param("by", by).param("act", act).update();
    }

    private static Grant read(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until_day", LocalDate.class);
        return new Grant(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("role"),
                row.getObject("unit", UUID.class),
                new Span(
                        row.getObject("from_day", LocalDate.class),
                        until,
                        Precision.DAY,
                        until == null ? Precision.UNKNOWN : Precision.DAY));
    }
}
