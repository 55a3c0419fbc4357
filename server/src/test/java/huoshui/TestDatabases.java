package huoshui;

import huoshui.door.DatabaseAddress;
import huoshui.door.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * One embedded PostgreSQL for all tests of a JVM, kept below {@code target} between runs; as many empty databases in it as
 * are asked for. Tests that kill servers start their own.
 */
public final class TestDatabases {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private static final EmbeddedPostgres POSTGRES = started();

    private TestDatabases() {}

    /** A new, empty database, by the account the rooms use. */
    public static DatabaseAddress fresh() {
        var name = "test_%d_%d".formatted(ProcessHandle.current().pid(), SERIAL.incrementAndGet());
        execute("create database " + name + " owner huoshui");
        return POSTGRES.address().of(name);
    }

    /** Drops a database that {@link #fresh()} made, whoever is still in it. */
    public static void drop(DatabaseAddress database) {
        execute("drop database if exists " + database.name() + " with (force)");
    }

    /** The superuser's way into this database, to do what no account of the program may: tampering, above all. */
    public static DatabaseAddress superuser(DatabaseAddress database) {
        return POSTGRES.superuser().of(database.name());
    }

    private static EmbeddedPostgres started() {
        var postgres = EmbeddedPostgres.join(Path.of("target", "test-postgres"));
        SpringApplication.getShutdownHandlers().add(postgres::close);
        try (var connection = postgres.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set fsync = off");
            statement.execute("select pg_reload_conf()");
            var leftovers = new ArrayList<String>();
            try (var rows = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
                while (rows.next()) leftovers.add(rows.getString(1));
            }
            for (var each : leftovers) {
                long owner = Long.parseLong(each.split("_", -1)[1]);
                if (ProcessHandle.of(owner).isEmpty())
                    statement.execute("drop database if exists " + each + " with (force)");
            }
            return postgres;
        } catch (SQLException failed) {
            throw new IllegalStateException("test database", failed);
        }
    }

    private static void execute(String sql) {
        try (var connection = POSTGRES.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
