package huoshui.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.ForcedFiles;
import huoshui.RoomTest;
import huoshui.TestDatabases;
import huoshui.audit.Epochs;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.audit.Verification;
import huoshui.document.Blobs;
import huoshui.door.DatabaseAddress;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.kernel.Actor;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@RoomTest
@DisplayName("备份与恢复都留痕，写明备份与经办人")
class BackupsTests {

    @TempDir
    Path around;

    @Autowired
    Backups backups;

    @Autowired
    Journal journal;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Blobs blobs;

    @Autowired
    Epochs epochs;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aBackupIsJournaledBeforeItIsMadeAndHoldsItsOwnEntry() {
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new IdNumber("110101199003070011"),
                Span.since(LocalDate.of(2020, 1, 1)),
                "档案");
        var file = around.resolve("a.huoshui");

        var done = backups.make(file, new Passphrase("一句记得住的长长的口令".concat("呀呀").toCharArray()));

        var newest = newest();
        assertThat(newest.verb()).isEqualTo(Verb.BACKUP);
        assertThat(newest.number()).isEqualTo(done.entries());
        assertThat(newest.purpose()).isEqualTo("S50");
        var manifest = BackupFile.check(file).manifest();
        assertThat(manifest.head()).isNotNull();
        assertThat(manifest.head().number()).isEqualTo(done.entries());
        assertThat(manifest.people()).isEqualTo(1);

        backups.restored(file, manifest);
        assertThat(newest().verb()).isEqualTo(Verb.RESTORE);
        assertThat(epochs.all()).singleElement().satisfies(each -> {
            assertThat(each.entry()).isEqualTo(newest().number());
            assertThat(each.backup()).isEqualTo("a.huoshui");
            assertThat(each.head()).isEqualTo(done.entries());
            assertThat(each.operator()).isEqualTo(System.getProperty("user.name"));
        });
        assertThat(verification.verify(null).firstBad()).isNull();

        jdbc.sql("alter table audit.epoch disable trigger user").update();
        jdbc.sql("update audit.epoch set operator = '别人'").update();
        assertThat(verification.verify(null).ok()).isFalse();
    }

    @Test
    void originalsPutBackAreOnDiskBeforeTheTablesThatNameThem() throws IOException, SQLException {
        var digest = blobs.keep("恢复后的附件".getBytes(StandardCharsets.UTF_8));
        var file = around.resolve("c.huoshui");
        var words = "一句记得住的长长的口令呀呀";
        backups.make(file, new Passphrase(words.toCharArray()));
        var data = Files.createDirectories(around.resolve("restored"));
        var forced = new ForcedFiles();

        restoration(file, words).into(source(TestDatabases.fresh()), data, around.resolve("restored-keys"));

        var part = data.resolve("blobs").resolve(digest.substring(0, 2));
        assertThat(forced.end())
                .contains(
                        part.resolve(digest).toString(),
                        part.toString(),
                        data.resolve("blobs").toString(),
                        data.toString());
    }

    @Test
    void aRestorationThatComesToNothingLeavesNothingInTheDatabase() throws IOException, SQLException {
        dossiers.open();
        var file = around.resolve("b.huoshui");
        var words = "一句记得住的长长的口令呀呀";
        backups.make(file, new Passphrase(words.toCharArray()));
        var blocked = Files.createDirectories(around.resolve("blocked"));
        Files.createDirectory(blocked.resolve("checkpoints.log"));
        var database = TestDatabases.fresh();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create schema audit");
            var nothing = things(connection);

            assertThatThrownBy(() -> restoration(file, words).into(source(database), blocked, around.resolve("keys")))
                    .isInstanceOfSatisfying(
                            Refusal.class, each -> assertThat(each.code()).isEqualTo("restore-broken-off"))
                    .hasMessageContaining("请检查磁盘空间");

            assertThat(things(connection)).isEqualTo(nothing).contains("audit");

            for (var lock : List.of("pg_advisory_lock", "pg_advisory_lock_shared")) {
                statement.execute("select %s(%d)".formatted(lock, Occupancy.LOCK));
                assertThatThrownBy(
                                () -> restoration(file, words).into(source(database), blocked, around.resolve("keys")))
                        .hasMessageContaining("另一次恢复正在")
                        .hasMessageContaining("有程序正在打开它");
                assertThat(things(connection)).isEqualTo(nothing);
                statement.execute("select pg_advisory_unlock_all()");
            }

            var whole = Files.createDirectories(around.resolve("whole"));
            restoration(file, words).into(source(database), whole, around.resolve("keys-of-whole"));
            assertThat(whole.resolve("checkpoints.log")).isRegularFile();
            var all = things(connection);
            assertThatThrownBy(() -> restoration(file, words).into(source(database), whole, around.resolve("keys")))
                    .hasMessageContaining("已有本系统的库表");
            assertThat(things(connection)).isEqualTo(all);
        } finally {
            TestDatabases.drop(database);
        }
    }

    @Test
    void aDatabaseThatGivesWayIsToldInWords() throws IOException, SQLException {
        var file = around.resolve("c.huoshui");
        var words = "一句记得住的长长的口令呀呀";
        backups.make(file, new Passphrase(words.toCharArray()));
        var database = TestDatabases.fresh();
        try (var connection = TestDatabases.superuser(database).connect()) {
            // A schema of ours that is somebody else's: nothing can be put there.
            connection.createStatement().execute("create schema rule");
            var nothing = things(connection);

            assertThatThrownBy(() -> restoration(file, words)
                            .into(
                                    source(database),
                                    Files.createDirectories(around.resolve("data")),
                                    around.resolve("k")))
                    .isInstanceOfSatisfying(
                            Refusal.class, each -> assertThat(each.code()).isEqualTo("restore-broken-off"))
                    .hasMessageContaining("数据库中途出错");

            assertThat(things(connection)).isEqualTo(nothing);
        } finally {
            TestDatabases.drop(database);
        }
    }

    private static Restoration restoration(Path file, String words) {
        return new Restoration(BackupFile.check(file), new Passphrase(words.toCharArray()));
    }

    private static DriverManagerDataSource source(DatabaseAddress database) {
        return new DriverManagerDataSource(
                database.url(), String.valueOf(database.user()), String.valueOf(database.password()));
    }

    /** Schemas, and what is in those of the rooms. */
    private static List<String> things(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("""
                select nspname from pg_namespace where nspname !~ '^pg_'
                union all select oid::regclass::text from pg_class where relnamespace::regnamespace::text !~ '^(pg_|information|public)'
                union all select oid::regprocedure::text from pg_proc where pronamespace::regnamespace::text !~ '^(pg_|information|public)'
                union all select oid::regtype::text from pg_type where typnamespace::regnamespace::text !~ '^(pg_|information|public)'
                order by 1""")) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private huoshui.audit.Entry newest() {
        return journal.page(new JournalQuery(null, null, null, null, null, null, 1))
                .getFirst();
    }
}
