package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RunningHouse;
import huoshui.TestDatabases;
import huoshui.door.DatabaseAddress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program by its commands, a made-up city of 300 people with photos. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("B10 备份与恢复：服务时备份成一个文件，放回空处，一字节不差，另起留痕")
class B10BackupStory {

    /** Three hundred cadres, and the talents who are none. */
    private static final int EVERYBODY = 324;

    static final Map<String, String> PASSPHRASE = Map.of("HUOSHUI_PASSPHRASE", "澜江的春天来得很早很早吧");
    static final String CLERK = "xinxi";

    /** One day for all exports, even past midnight. */
    static final String DAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    @TempDir
    static Path around;

    private String password = "";
    private List<String> people = List.of();
    private JsonNode made = JsonMapper.shared().createObjectNode();
    private Path backup = Path.of("none");
    private Map<String, String> before = Map.of();

    private record Answer(int exit, JsonNode told, String complaints) {}

    @BeforeAll
    void aCityIsBackedUpWhileItServes() throws IOException, SQLException {
        var data = around.resolve("data");
        backup = around.resolve("澜江.huoshui");
        try (var house = RunningHouse.start(RunningHouse.BRIEF, data, "demo", "--people", "300", "--port", "0")) {
            password = RunningHouse.password(data, CLERK);
            people = somePeople(data);
            before = exported(data, "before", null);
            var answer = run(PASSPHRASE, "backup", "--json", "--data", data.toString(), "--out", backup.toString());
            assertThat(answer.exit).as(answer.complaints).isZero();
            made = answer.told;
            assertThat(house.told().path("address").asString()).isNotBlank();
        }
        assertThat(before).hasSizeGreaterThan(5);
        assertThat(data.resolve("blobs")).exists();
    }

    @AfterAll
    void nothingIsLeftBeside() throws IOException {
        try (var files = Files.list(around)) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(each -> each.endsWith(".partial"));
        }
    }

    @Test
    void itSaysHowMuchItHoldsAndIsReadableToItsMakerOnly() throws IOException {
        assertThat(made.path("file").asString()).isEqualTo(backup.toString());
        assertThat(made.path("people").asLong()).isEqualTo(EVERYBODY);
        assertThat(made.path("entries").asLong()).isPositive();
        assertThat(made.path("seconds").asDouble()).isPositive();
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    @Test
    void nobodyIsReadableInIt() throws IOException {
        var bytes = Files.readString(backup, StandardCharsets.ISO_8859_1);

        for (var each : before.keySet()) {
            var name = each.replaceAll("[_.].*", "");
            assertThat(bytes)
                    .doesNotContain(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void putBackElsewhereItGoesOutByteForByteAndTheJournalGoesOnFromTheBackup() throws IOException {
        var fresh = around.resolve("fresh");

        var restored = run(PASSPHRASE, "restore", backup.toString(), "--json", "--data", fresh.toString());

        assertThat(restored.exit).as(restored.complaints).isZero();
        assertThat(restored.told.path("people").asLong()).isEqualTo(EVERYBODY);
        assertThat(restored.told.path("entries").asLong())
                .isEqualTo(made.path("entries").asLong());
        assertThat(exported(fresh, "after", null)).isEqualTo(before);
        var verified = run(Map.of(), "verify", "--json", "--data", fresh.toString());
        assertThat(verified.told.path("ok").asBoolean()).isTrue();
        assertThat(verified.told.path("entries").asLong())
                .isGreaterThan(made.path("entries").asLong());
        assertThat(fresh.resolve("demo-accounts.json")).exists();
        assertThat(fresh.resolve("restoring")).doesNotExist();

        var again = run(PASSPHRASE, "restore", backup.toString(), "--json", "--data", fresh.toString());
        assertThat(again.exit).isEqualTo(3);
        assertThat(again.complaints).contains("已有内容");
    }

    @Test
    void intoADatabaseOfOnesOwnAsWell() throws IOException {
        var database = TestDatabases.fresh();
        var folder = around.resolve("external");
        try {
            var restored = run(
                    PASSPHRASE,
                    "restore",
                    backup.toString(),
                    "--json",
                    "--data",
                    folder.toString(),
                    "--database-url",
                    url(database));
            assertThat(restored.exit).as(restored.complaints).isZero();
            assertThat(exported(folder, "external-after", database)).isEqualTo(before);

            var other = around.resolve("other");
            var second = run(
                    PASSPHRASE,
                    "restore",
                    backup.toString(),
                    "--json",
                    "--data",
                    other.toString(),
                    "--database-url",
                    url(database));
            assertThat(second.exit).isOne();
            assertThat(second.told.path("code").asString()).isEqualTo("database-not-empty");
            assertThat(other).doesNotExist();

            var onward = around.resolve("onward.huoshui");
            var once = run(
                    PASSPHRASE,
                    "backup",
                    "--json",
                    "--data",
                    folder.toString(),
                    "--database-url",
                    url(database),
                    "--out",
                    onward.toString());
            assertThat(once.exit).as(once.complaints).isZero();
            assertThat(once.told.path("people").asLong()).isEqualTo(EVERYBODY);
        } finally {
            TestDatabases.drop(database);
        }
    }

    @Test
    void whileItIsPutBackNobodyElseOpensThatDatabase() throws IOException, SQLException, InterruptedException {
        var database = TestDatabases.fresh();
        var folder = around.resolve("filling");
        var complaints = around.resolve("filling.log");
        try (var maker = database.connect();
                var looker = database.connect()) {
            // The restoration waits until it is told whether this schema comes to be; by then the database is its own.
            maker.setAutoCommit(false);
            maker.createStatement().execute("create schema kernel");
            var words =
                    List.of("restore", backup.toString(), "--data", folder.toString(), "--database-url", url(database));
            var filling = RunningHouse.run(RunningHouse.BRIEF, complaints, words, PASSPHRASE);
            while (filling.isAlive() && !taken(looker)) Thread.sleep(100);

            for (var command : List.of("serve", "demo", "verify")) {
                var beside = around.resolve("beside-" + command);
                var errors = around.resolve(command + ".log");
                var opening = RunningHouse.run(
                        RunningHouse.BRIEF,
                        errors,
                        List.of(command, "--data", beside.toString(), "--database-url", url(database)));
                assertThat(opening.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
                assertThat(opening.exitValue()).as(Files.readString(errors)).isEqualTo(3);
                assertThat(errors).content().contains("正在往里恢复备份").doesNotContain("Exception");
            }
            maker.rollback();
            assertThat(filling.waitFor()).as(Files.readString(complaints)).isZero();
            assertThat(exported(folder, "filled", database)).isEqualTo(before);
        } finally {
            TestDatabases.drop(database);
        }
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("""
                select exists (select from pg_locks join pg_database on oid = database
                  where locktype = 'advisory' and granted and datname = current_database())""")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Test
    void verifyingItNeedsNoPassphraseAndNoHouse() {
        assertThat(run(Map.of(), "verify", backup.toString(), "--json")
                        .told
                        .path("people")
                        .asLong())
                .isEqualTo(EVERYBODY);
        assertThat(run(PASSPHRASE, "verify", backup.toString()).exit).isZero();

        var wrong = run(Map.of("HUOSHUI_PASSPHRASE", "这不是那一句备份口令呀"), "verify", backup.toString(), "--json");
        assertThat(wrong.exit).isOne();
        assertThat(wrong.told.path("code").asString()).isEqualTo("passphrase-short");
        assertThat(run(Map.of("HUOSHUI_PASSPHRASE", "这不是那一句备份口令呀呀呀"), "verify", backup.toString(), "--json")
                        .told
                        .path("code")
                        .asString())
                .isEqualTo("passphrase-wrong");
    }

    @Test
    void whatIsTornOrChangedIsRefusedAndLeavesNothing() throws IOException {
        var torn = around.resolve("torn.huoshui");
        Files.write(torn, java.util.Arrays.copyOf(Files.readAllBytes(backup), (int) (Files.size(backup) / 2)));
        var changed = Files.copy(backup, around.resolve("changed.huoshui"));
        try (var file = new RandomAccessFile(changed.toFile(), "rw")) {
            file.seek(100_000);
            int one = file.read();
            file.seek(100_000);
            file.write(one ^ 1);
        }
        var text = Files.writeString(around.resolve("text.huoshui"), "这不是备份");

        for (var each : List.of(torn, changed, text)) {
            var folder = around.resolve("nothing");
            var answer = run(PASSPHRASE, "restore", each.toString(), "--json", "--data", folder.toString());
            assertThat(answer.exit).as(each.toString()).isOne();
            assertThat(answer.told.path("code").asString()).startsWith("backup-");
            assertThat(answer.complaints).contains("请");
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void aHalfDoneRestorationIsNotOpened() throws IOException {
        var half = Files.createDirectory(around.resolve("half"));
        Files.writeString(half.resolve("restoring"), backup + "\n");

        var answer = run(Map.of(), "verify", "--json", "--data", half.toString());

        assertThat(answer.exit).isEqualTo(3);
        assertThat(answer.complaints).contains("没有做完");
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() {
        var answer = run(
                PASSPHRASE,
                "backup",
                "--json",
                "--data",
                around.resolve("data").toString(),
                "--out",
                backup.toString());

        assertThat(answer.told.path("code").asString()).isEqualTo("backup-exists");
    }

    /** By name, what each person's form holds. */
    private Map<String, String> exported(Path data, String name, DatabaseAddress database) throws IOException {
        var out = around.resolve(name);
        var words = new ArrayList<>(List.of(
                "export",
                "--json",
                "--data",
                data.toString(),
                "--as",
                CLERK,
                "--format",
                "lrmx",
                "--out",
                out.toString(),
                "--as-of",
                DAY,
                "--purpose",
                "P14",
                "--person"));
        words.addAll(people);
        if (database != null) words.addAll(1, List.of("--database-url", url(database)));
        var answer = run(Map.of("HUOSHUI_PASSWORD", password), words.toArray(String[]::new));
        assertThat(answer.exit).as(answer.complaints).isZero();
        var forms = new TreeMap<String, String>();
        try (var files = Files.list(out)) {
            for (var each : files.toList())
                if (each.toString().endsWith(".lrmx"))
                    forms.put(each.getFileName().toString(), Files.readString(each));
        }
        assertThat(forms.values()).anyMatch(each -> each.contains("<ZhaoPian>/9j/"));
        return forms;
    }

    private static List<String> somePeople(Path data) throws IOException, SQLException {
        var port = JsonMapper.shared()
                .readTree(data.resolve("run.json").toFile())
                .path("port")
                .asInt();
        var secret = Files.readString(data.resolve("postgres.password")).strip();
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/huoshui".formatted(port), "huoshui", secret);
        var found = new ArrayList<String>();
        try (var connection = address.connect();
                var row = connection.createStatement().executeQuery("""
                        select distinct subject::text from dossier.fact where kind = 'photo' and known_to is null order by 1 limit 15""")) {
            while (row.next()) found.add(row.getString(1));
        }
        return found;
    }

    private static String url(DatabaseAddress database) {
        return database.url()
                .replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(database.user(), database.password()));
    }

    private Answer run(Map<String, String> environment, String... arguments) {
        try {
            var errors = Files.createTempFile(around, "complaints", ".log");
            var process = RunningHouse.run(RunningHouse.BRIEF, errors, List.of(arguments), environment);
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            var told = text.startsWith("{")
                    ? JsonMapper.shared().readTree(text)
                    : JsonMapper.shared().createObjectNode();
            return new Answer(exit, told, Files.readString(errors));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
