package huoshui.backup;

import huoshui.backup.Manifest.Table;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Tables out of a database and into one, by COPY. 表的拷出拷入 */
final class TableCopies {

    private final PGConnection postgres;
    private final Connection connection;

    TableCopies(PGConnection postgres, Connection connection) {
        this.postgres = postgres;
        this.connection = connection;
    }

    /** Every table of these rooms but the history of their shapes, which is made anew. */
    List<String> tables(Collection<String> rooms) throws SQLException {
        var found = new ArrayList<String>();
        try (var asked = connection.prepareStatement("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname = any(?) and tablename <> 'flyway_schema_history' order by 1""")) {
            asked.setArray(1, connection.createArrayOf("text", rooms.toArray()));
            try (var row = asked.executeQuery()) {
                while (row.next()) found.add(row.getString(1));
            }
        }
        return found;
    }

    Table out(String table, MemberWriter out, Parcel parcel) throws SQLException, IOException {
        var columns = columns(table);
        var draft = new Table(table, columns, 0);
        var copy = postgres.getCopyAPI().copyOut("copy %s (%s) to stdout".formatted(table, String.join(", ", columns)));
        try (var pieces = new Pieces(out, parcel, draft::part)) {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) pieces.write(row);
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        return new Table(table, columns, copy.getHandledRowCount());
    }

    CopyIn in(Table table) throws SQLException {
        var columns = columns(table.name());
        if (!columns.containsAll(table.columns()))
            throw Refusal.input("backup-newer", "未恢复：备份中的表 %s 有本程序不认识的栏。请改用作备份时的程序版本，或更新的版本。".formatted(table.name()));
        return postgres.getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table.name(), String.join(", ", table.columns())));
    }

    private List<String> columns(String table) throws SQLException {
        var found = new ArrayList<String>();
        try (var asked = connection.prepareStatement("""
                select quote_ident(attname) from pg_attribute
                where attrelid = to_regclass(?) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""")) {
            asked.setString(1, table);
            try (var row = asked.executeQuery()) {
                while (row.next()) found.add(row.getString(1));
            }
        }
        return found;
    }
}
