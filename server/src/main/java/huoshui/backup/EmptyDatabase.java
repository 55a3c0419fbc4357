package huoshui.backup;

import huoshui.kernel.Refusal;
import huoshui.kernel.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database that holds nothing of ours yet, and can be made so again when filling it came to nothing. 空库
 *
 * @param schemas those named as our rooms that somebody had made beforehand, with nothing in them
 */
record EmptyDatabase(DataSource source, List<String> schemas) {

    /** @throws Refusal {@code database-not-empty} */
    static EmptyDatabase require(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            var held = held(connection, Schemas.rooms());
            if (!held.isEmpty())
                throw Refusal.input(
                        "database-not-empty", "未恢复：数据库里已有本系统的库表（%s 等）。请换一个空的数据库。".formatted(held.getFirst()));
            return new EmptyDatabase(
                    source,
                    ask(connection, "select nspname from pg_namespace where nspname = any(?)", Schemas.rooms()));
        }
    }

    /** Takes away what has been put there since; all of it is ours, for there was nothing. */
    void again() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var room : Schemas.rooms())
                if (!schemas.contains(room)) statement.execute("drop schema if exists \"%s\" cascade".formatted(room));
            for (var each : ask(connection, """
                    select format('drop %s if exists %s cascade',
                      case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                      c.oid::regclass)
                    from pg_class c where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace::regnamespace::text = any(?)""", schemas)) statement.execute(each);
            for (var each : ask(connection, """
                    select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
                    where pronamespace::regnamespace::text = any(?)""", schemas)) statement.execute(each);
            connection.commit();
        }
    }

    private static List<String> held(Connection connection, List<String> rooms) throws SQLException {
        return ask(connection, """
                select name from (
                  select oid::regclass::text name, relnamespace room from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                  union all select oid::regprocedure::text, pronamespace from pg_proc) held
                where room::regnamespace::text = any(?) order by 1 limit 1""", rooms);
    }

    private static List<String> ask(Connection connection, String question, List<String> rooms) throws SQLException {
        var found = new ArrayList<String>();
        try (var asked = connection.prepareStatement(question)) {
            asked.setArray(1, connection.createArrayOf("text", rooms.toArray()));
            try (var row = asked.executeQuery()) {
                while (row.next()) found.add(row.getString(1));
            }
        }
        return found;
    }
}
