package huoshui.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
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
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A server that is up. */
    record Running(long pid, int port) {}

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
    DatabaseAddress address(Running server) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), ROLE), ROLE, password);
    }

    DatabaseAddress superuser(Running server) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()), SUPERUSER, password);
    }

    /**
     * The server that a living or crashed process left running on this cluster and that knows our password. One that runs but
     * does not answer is stopped; a lock file that nobody holds is taken away.
     */
    Optional<Running> adopt() {
        var left = left();
        if (left.isEmpty()) return left;
        if (!isOurs(left.get().pid())) {
            forgetLockFile();
            return Optional.empty();
        }
        if (answers(left.get())) return left;
        stop();
        return Optional.empty();
    }

    /** Starts the server, making the cluster first if this is the first time. */
    Running start() {
        var runner = Unprivileged.over(data);
        if (Files.exists(pgdata.resolve("PG_VERSION"))) requireSameVersion();
        else initialize(runner);
        Command.Ended ended = new Command.Ended(1, "");
        for (int attempt = 0; attempt < 3; attempt++) {
            int port = freePort();
            configure(port);
            ended = program(
                    runner, "pg_ctl", "start", "-w", "-t", "60", "-s", "-D", pgdata.toString(), "-l", log().toString());
            if (!ended.well()) continue;
            var server = left().orElseThrow(() -> new Unfit("内置数据库启动后立即退出。请查看 %s。".formatted(log())));
            prepare(server);
            return server;
        }
        throw new Unfit("内置数据库没有启动成功：%s。请查看 %s；若磁盘已满请先腾出空间。".formatted(lastLine(ended.output()), log()));
    }

    /**
     * Stops it, rolling back what is not committed; returns when it is down. By signal, since whoever may stop it may send
     * one, in whichever way it was started.
     */
    void stop() {
        var server = left();
        if (server.isEmpty() || !isOurs(server.get().pid())) return;
        long pid = server.get().pid();
        var until = Instant.now().plus(PATIENCE);
        var sent = Command.of(List.of(), "sh", "-c", "kill -INT \"$0\"", Long.toString(pid))
                .run();
        while (sent.well() && isOurs(pid) && Instant.now().isBefore(until)) pause();
        if (isOurs(pid)) throw new Unfit("内置数据库（进程 %d）没有停下来。请查看 %s。".formatted(pid, log()));
    }

    /** Files of one major version are not read by another. */
    private void requireSameVersion() {
        try {
            var made = Files.readString(pgdata.resolve("PG_VERSION")).strip();
            if (!Binaries.version().startsWith(made + "."))
                throw new Unfit("不能打开 %s：它由 PostgreSQL %s 建立，本程序带的是 %s。请用原来版本的程序打开并导出，再导入新的数据文件夹。"
                        .formatted(pgdata, made, Binaries.version()));
        } catch (IOException failed) {
            throw DataFolder.unreadable(pgdata, failed);
        }
    }

    private void initialize(Unprivileged runner) {
        var secret = folder.resolve("initdb.password");
        try {
            Files.writeString(secret, password);
            if (Unprivileged.uid(folder) != Unprivileged.uid(secret)) {
                var owner = Files.getOwner(folder);
                Files.setOwner(secret, owner);
            }
            var made = program(
                    runner,
                    "initdb",
                    "-D",
                    pgdata.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=icu",
                    "--icu-locale=zh-Hans-CN",
                    "--data-checksums");
            if (!made.well())
                throw new Unfit("内置数据库没有建成：%s。请检查磁盘空间和 %s 的权限。".formatted(lastLine(made.output()), folder));
        } catch (IOException failed) {
            throw DataFolder.unreadable(secret, failed);
        } finally {
            deleteQuietly(secret);
        }
    }

    /** Durable first: what was acknowledged survives a power failure. The log never holds statements or values of people. */
    private void configure(int port) {
        var file = pgdata.resolve("postgresql.conf");
        var settings = """
                # Written at every start by the front door; changes here do not last.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'
                shared_buffers = '128MB'
                work_mem = '16MB'
                maintenance_work_mem = '64MB'
                effective_cache_size = '1GB'
                random_page_cost = 1.1
                jit = off
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = replica
                max_wal_size = '1GB'
                checkpoint_timeout = '15min'
                timezone = 'Asia/Shanghai'
                log_timezone = 'Asia/Shanghai'
                datestyle = 'iso, ymd'
                lc_messages = 'C'
                log_min_messages = 'warning'
                log_min_error_statement = 'panic'
                log_error_verbosity = 'terse'
                default_text_search_config = 'pg_catalog.simple'
                """.formatted(port);
        try {
            Files.writeString(file, settings, StandardCharsets.UTF_8);
            if (Files.exists(log()) && Files.size(log()) > 10_000_000) Files.writeString(log(), "");
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }

    /** The rooms' account and database, where they are missing. */
    private void prepare(Running server) {
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
    private boolean answers(Running server) {
        var until = Instant.now().plus(PATIENCE);
        while (isOurs(server.pid())) {
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

    /** What the lock file says: process and port. */
    private Optional<Running> left() {
        try {
            List<String> lines = Files.readAllLines(lockFile());
            if (lines.size() < 4) return Optional.empty();
            return Optional.of(new Running(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether that process is a server of this cluster and not a stranger who got its number after a reboot. */
    private boolean isOurs(long pid) {
        try {
            return Path.of("/proc", Long.toString(pid), "cwd").toRealPath().equals(pgdata.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private void forgetLockFile() {
        deleteQuietly(lockFile());
    }

    private Path lockFile() {
        return pgdata.resolve("postmaster.pid");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private Command.Ended program(Unprivileged runner, String name, String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = programs.resolve(name).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.of(runner.prefix(), words).run();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new Unfit("不能启动内置数据库：本机没有可用的端口。", none);
        }
    }

    private static String lastLine(String output) {
        return output.substring(output.lastIndexOf('\n') + 1);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
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
