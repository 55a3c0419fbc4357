package huoshui.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL cluster below the data folder: made, started, found again, stopped. 数据库实例 */
final class Cluster {

    static final String ROLE = "huoshui";
    private static final String SUPERUSER = "postgres";
    private static final String NOT_YET_STARTED = "57P03";
    private static final long LONGEST_LOG = 10_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder data;
    private final Path folder;
    private final Path pgdata;
    private final String password;
    private final Path programs;

    /** Unpacks the programs when they are not there; makes and starts nothing yet. */
    Cluster(DataFolder data) {
        this.data = data;
        folder = data.postgres();
        pgdata = folder.resolve("pgdata");
        try {
            if (!Files.isDirectory(folder)) Files.createDirectory(folder, DataFolder.onlyMe("rwx------"));
        } catch (IOException refused) {
            throw DataFolder.unreadable(folder, refused);
        }
        password = data.secret("postgres.password");
        programs = Binaries.under(folder).resolve("bin");
    }

    /** The rooms' own account on their own database; no superuser. */
    DatabaseAddress address(Postmaster server) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), ROLE), ROLE, password);
    }

    DatabaseAddress superuser(Postmaster server) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()), SUPERUSER, password);
    }

    /**
     * The server that a living or crashed process left running on this cluster and that knows our password. One that runs but
     * does not answer is stopped, unless others use it; a lock file that nobody holds is taken away.
     *
     * @param alone whether no other process uses it
     */
    Optional<Postmaster> adopt(boolean alone) {
        var left = left();
        if (left.isEmpty()) return left;
        if (!left.get().serves(pgdata)) {
            Postmaster.forget(pgdata);
            return Optional.empty();
        }
        if (answers(left.get())) return left;
        if (!alone && left.get().serves(pgdata))
            throw new Unfit("内置数据库正由其他进程使用，但一直没有应答。请稍后再试；仍不行请停掉使用 %s 的其他进程。".formatted(data.root()));
        stop();
        return Optional.empty();
    }

    /** Starts the server, making the cluster first if this is the first time. */
    Postmaster start() {
        var runner = Unprivileged.over(data);
        var files = new ClusterFiles(folder, pgdata, programs, runner);
        files.ready(SUPERUSER, password);
        Command.Ended ended = new Command.Ended(1, "");
        for (int attempt = 0; attempt < 3; attempt++) {
            int port = freePort();
            files.configure(port);
            ended = start(runner);
            if (!ended.well()) continue;
            var server = left().orElseThrow(() -> new Unfit("内置数据库启动后立即退出。请查看 %s。".formatted(log())));
            prepare(server);
            return server;
        }
        throw new Unfit("内置数据库没有启动成功：%s。请查看 %s；若磁盘已满请先腾出空间。".formatted(ended.lastLine(), log()));
    }

    /**
     * Stops it, rolling back what is not committed; returns when it is down. By signal, since whoever may stop it may send
     * one, in whichever way it was started.
     */
    void stop() {
        var server = left();
        if (server.isEmpty() || !server.get().serves(pgdata)) return;
        long pid = server.get().pid();
        var until = Instant.now().plus(PATIENCE);
        var sent =
                Command.of("sh", "-c", "kill -INT \"$0\"", Long.toString(pid)).run();
        while (sent.well() && server.get().serves(pgdata) && Instant.now().isBefore(until)) pause();
        if (server.get().serves(pgdata)) throw new Unfit("内置数据库（进程 %d）没有停下来。请查看 %s。".formatted(pid, log()));
    }

    /** The rooms' account and database, where they are missing. */
    private void prepare(Postmaster server) {
        try (var connection = superuser(server).connect();
                var statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_roles where rolname = ?"))
                statement.execute("create role %s login createdb password '%s'".formatted(ROLE, password));
            if (!exists(connection, "select from pg_database where datname = ?"))
                statement.execute("create database %s owner %s".formatted(ROLE, ROLE));
        } catch (SQLException failed) {
            throw new Unfit("内置数据库已启动，但不能登录或建库：%s。请查看 %s。".formatted(failed.getMessage(), log()), failed);
        }
    }

    private static boolean exists(Connection connection, String question) throws SQLException {
        try (var asked = connection.prepareStatement(question)) {
            asked.setString(1, ROLE);
            return asked.executeQuery().next();
        }
    }

    /** Whether our password opens it and it serves this very cluster. Waits while it is still recovering. */
    private boolean answers(Postmaster server) {
        var until = Instant.now().plus(PATIENCE);
        while (server.serves(pgdata)) {
            try (var connection = superuser(server).connect();
                    var row = connection.createStatement().executeQuery("show data_directory")) {
                if (!row.next() || !Path.of(row.getString(1)).equals(pgdata.toRealPath())) return false;
                prepare(server);
                return true;
            } catch (SQLException refused) {
                if (!NOT_YET_STARTED.equals(refused.getSQLState())
                        || Instant.now().isAfter(until)) return false;
                pause();
            } catch (IOException unreadable) {
                return false;
            }
        }
        return false;
    }

    private Optional<Postmaster> left() {
        return Postmaster.of(pgdata);
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private Command.Ended start(Unprivileged runner) {
        trimLog();
        var control = programs.resolve("pg_ctl").toString();
        return Command.of(
                        runner.prefix(),
                        List.of(
                                control,
                                "start",
                                "-w",
                                "-t",
                                "60",
                                "-s",
                                "-D",
                                pgdata.toString(),
                                "-l",
                                log().toString()))
                .run();
    }

    private void trimLog() {
        try {
            if (Files.exists(log()) && Files.size(log()) > LONGEST_LOG) Files.writeString(log(), "");
        } catch (IOException failed) {
            throw DataFolder.unreadable(log(), failed);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new Unfit("不能启动内置数据库：本机没有可用的端口。", none);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
