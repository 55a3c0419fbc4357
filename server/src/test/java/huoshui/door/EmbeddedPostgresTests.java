package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    static Path around;

    Path folder() {
        return around.resolve("data");
    }

    @Test
    void whatIsAcknowledgedIsOnDiskAndNamesSortByPinyin() throws SQLException {
        try (var postgres = EmbeddedPostgres.join(folder())) {
            assertThat(ask(postgres.address(), "show fsync")).isEqualTo("on");
            assertThat(ask(postgres.address(), "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres.address(), "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres.address(), "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres.address(), "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(
                            postgres.address(),
                            "select string_agg(n, ' ' order by n) from unnest(array['张三','欧阳','阿明','李四']) n"))
                    .isEqualTo("阿明 李四 欧阳 张三");
        }
    }

    @Test
    void nobodyElseReadsThePasswordOrGetsInWithoutIt() throws IOException {
        try (var postgres = EmbeddedPostgres.join(folder())) {
            for (var name : List.of("postgres.password", "run.json"))
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))))
                        .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            assertThat(postgres.address().toString())
                    .doesNotContain(Files.readString(folder().resolve("postgres.password"))
                            .strip());
            var guess = new DatabaseAddress(postgres.superuser().url(), "postgres", "guess");
            assertThatThrownBy(guess::connect).hasMessageContaining("password");
        }
    }

    @Test
    void laterProcessesJoinAndTheLastOneOutStopsTheServer() throws IOException, SQLException {
        var first = EmbeddedPostgres.join(folder());
        long server = running();
        try (var other = OtherProcess.joining(folder())) {
            assertThat(other.postgres()).isEqualTo(server);
            first.close();
            assertThat(alive(server)).isTrue();
        }
        assertThat(alive(server)).isFalse();
        assertThat(folder().resolve("run.json")).doesNotExist();
    }

    @Test
    void aServerLeftBehindByAKilledProcessIsAdoptedWithEverythingInIt() throws Exception {
        long server;
        try (var other = OtherProcess.joining(folder())) {
            server = other.postgres();
            other.kill();
        }
        assertThat(alive(server)).isTrue();
        try (var postgres = EmbeddedPostgres.join(folder())) {
            assertThat(running()).isEqualTo(server);
            execute(postgres.address(), "create table if not exists kept as select 42 as number");
        }
        assertThat(alive(server)).isFalse();
        try (var postgres = EmbeddedPostgres.join(folder())) {
            assertThat(ask(postgres.address(), "select number from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerThatDiedAndWhoseNumberIsNowAStrangersDoesNotBlockTheStart() throws IOException, SQLException {
        EmbeddedPostgres.join(folder()).close();
        var stranger = ProcessHandle.current().pid();
        var pgdata = folder().resolve("postgres").resolve("pgdata");
        Files.writeString(
                pgdata.resolve("postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready\n".formatted(stranger, pgdata));
        try (var postgres = EmbeddedPostgres.join(folder())) {
            assertThat(ask(postgres.address(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderMadeByAnotherMajorVersionIsLeftAloneAndNamed() throws IOException {
        var pgdata = Files.createDirectories(around.resolve("old/postgres/pgdata"));
        Files.writeString(pgdata.resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(() -> EmbeddedPostgres.join(around.resolve("old")))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("PostgreSQL 15");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithWhatToDo() throws IOException {
        var file = Files.writeString(around.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedPostgres.join(file))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("不能使用数据文件夹")
                .hasMessageContaining("--data");
    }

    private long running() {
        return RunFile.read(DataFolder.open(folder())).map(RunFile::pid).orElseThrow();
    }

    private static boolean alive(long pid) {
        return Files.exists(Path.of("/proc", Long.toString(pid), "cwd"));
    }

    private static String ask(DatabaseAddress database, String question) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DatabaseAddress database, String sql) throws SQLException {
        try (var connection = database.connect()) {
            connection.createStatement().execute(sql);
        }
    }
}
