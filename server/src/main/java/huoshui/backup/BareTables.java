package huoshui.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables without what makes filling them slow: indexes, exclusions and references are taken off and put back, checked, once all
 * rows are there; within one transaction, so that nobody ever sees them bare. 免索引装表
 */
final class BareTables {

    private final Connection connection;
    private final List<String> back = new ArrayList<>();
    private List<String> tables = List.of();

    BareTables(Connection connection) {
        this.connection = connection;
    }

    void strip(List<String> names) throws SQLException {
        tables = names;
        if (names.isEmpty()) return;
        // Rows that a migration put there come from the backup as well.
        run("truncate " + String.join(", ", names));
        unvalidated();
        references("f");
        references("x");
        indexes();
    }

    /** Puts all back; what does not hold of the rows is found here. */
    void dress() throws SQLException {
        for (var each : back.reversed()) run(each);
        sequences();
        for (var each : tables) run("analyze " + each);
    }

    private void references(String kind) throws SQLException {
        var found = ask("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = ? and conrelid = any(?::regclass[]) order by conname""", kind);
        for (var each : found) takeOff(each);
    }

    /** What holds from some day on only does not hold of all rows. */
    private void unvalidated() throws SQLException {
        var found = ask("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = ? and not convalidated and conrelid = any(?::regclass[]) order by conname""", "c");
        for (var each : found) takeOff(each);
    }

    private void indexes() throws SQLException {
        var found = ask("""
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                from pg_index i where not i.indisunique and ? <> '' and i.indrelid = any(?::regclass[])
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1""", "all");
        for (var each : found) takeOff(each);
    }

    private void takeOff(String[] each) throws SQLException {
        run(each[0]);
        back.add(each[1]);
    }

    /** Numbers the database gives go on where they stopped. */
    private void sequences() throws SQLException {
        var found = ask("""
                select format('select setval(%L, greatest(coalesce(max(%I), 0), 1), count(*) > 0) from %s',
                    pg_get_serial_sequence(attrelid::regclass::text, attname), attname, attrelid::regclass), ''
                from pg_attribute where attidentity <> '' and ? <> '' and attrelid = any(?::regclass[])""", "all");
        for (var each : found) run(each[0]);
    }

    private List<String[]> ask(String question, String first) throws SQLException {
        var found = new ArrayList<String[]>();
        try (var asked = connection.prepareStatement(question)) {
            asked.setString(1, first);
            asked.setArray(2, connection.createArrayOf("text", tables.toArray()));
            try (var row = asked.executeQuery()) {
                while (row.next()) found.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return found;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
