package huoshui.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of accounts, and the number of the last act that changed who may what. 账号表 */
@Component
class AccountTable {

    private static final String COLUMNS = "id, name, display_name, unit, person, must_change, disabled";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean empty() {
        return !jdbc.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Account> of(UUID id) {
        return jdbc.sql("select %s from access.account where id = ?".formatted(COLUMNS))
                .param(id)
                .query(AccountTable::read)
                .optional();
    }

    Optional<Account> named(String name) {
        return jdbc.sql("select %s from access.account where name = ?".formatted(COLUMNS))
                .param(name)
                .query(AccountTable::read)
                .optional();
    }

    /** By name, after this one; those whose name or display name contains the words. */
    List<Account> page(String after, String words, int size) {
        return jdbc.sql("""
                        select %s from access.account
                        where name > :after and (strpos(name, lower(:words)) > 0 or strpos(display_name, :words) > 0)
                        order by name limit :size""".formatted(COLUMNS))
                .param("after", after)
                .param("words", words)
                .param("size", size)
                .query(AccountTable::read)
                .list();
    }

    /** How these accounts are called, where there are such. */
    Map<UUID, String> displayNames(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, display_name from access.account where id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    names.put(row.getObject("id", UUID.class), row.getString("display_name"));
                });
        return names;
    }

    boolean anyOf(UUID unit) {
        return jdbc.sql("""
                        select exists (select from access.account where unit = :unit)
                            or exists (select from access.role_grant where unit = :unit)""").param("unit", unit).query(Boolean.class).single();
    }

    Optional<String> password(UUID id) {
        return jdbc.sql("select password from access.account where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    void insert(Account account, String password, long act) {
        jdbc.sql("""
                        insert into access.account (id, name, display_name, unit, person, password, must_change, opened_act)
                        values (:id, :name, :display, :unit, :person, :password, :change, :act)""")
                .param("id", account.id())
                .param("name", account.name())
                .param("display", account.displayName())
                .param("unit", account.unit())
                .param("person", account.person())
                .param("password", password)
                .param("change", account.mustChange())
                .param("act", act)
                .update();
        changed(act);
    }

    void update(Account account, long act) {
        jdbc.sql("""
                        update access.account set display_name = :display, unit = :unit, person = :person, disabled = :disabled
                        where id = :id""")
                .param("id", account.id())
                .param("display", account.displayName())
                .param("unit", account.unit())
                .param("person", account.person())
                .param("disabled", account.disabled())
                .update();
        changed(act);
    }

    void setPassword(UUID account, String password, boolean mustChange) {
        jdbc.sql("update access.account set password = :password, must_change = :change where id = :id")
                .param("id", account)
                .param("password", password)
                .param("change", mustChange)
                .update();
    }

    long version() {
        return jdbc.sql("select number from access.version").query(Long.class).single();
    }

    void changed(long act) {
        jdbc.sql("update access.version set number = ?").param(act).update();
    }

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getObject("unit", UUID.class),
                row.getObject("person", UUID.class),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"));
    }
}
