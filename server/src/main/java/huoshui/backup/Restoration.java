package huoshui.backup;

import huoshui.backup.Manifest.Table;
import huoshui.kernel.Lasting;
import huoshui.kernel.Refusal;
import huoshui.kernel.Schemas;
import huoshui.kernel.seal.KeyFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts a backup into an empty house: keys, tables, blobs. The house is then opened as any other, which brings its tables to
 * this program's shape. 恢复
 */
public final class Restoration {

    private final BackupFile file;
    private final Passphrase.Keys keys;
    private final Parcel parcel;

    /**
     * Checks all of the backup before anything is written.
     *
     * @throws Refusal {@code passphrase-wrong}, {@code backup-broken}, {@code backup-newer} and others of its kind
     */
    public Restoration(BackupFile file, Passphrase passphrase) {
        this.file = file;
        this.keys = file.unlock(passphrase);
        this.parcel = Parcel.under(keys.content());
        Schemas.unknown(file.manifest().schemas()).ifPresent(each -> {
            throw Refusal.input("backup-newer", "未恢复：备份由较新的程序所作（库表 %s 本程序没有）。请改用作备份时的程序版本，或更新的版本。".formatted(each));
        });
    }

    /**
     * Whatever goes wrong, nothing of ours is left in the database.
     *
     * @throws Refusal {@code database-not-empty}; {@code database-busy} while another restoration fills it or it is being opened;
     *     {@code restore-broken-off} when disk or database gave way; {@code database-left} when it could not be emptied again
     */
    public void into(DataSource database, Path data, Path keysFolder) {
        try (var alone = Occupancy.alone(database)) {
            var empty = EmptyDatabase.require(database);
            try {
                put(database, data, keysFolder);
            } catch (SQLException | IOException | RuntimeException failed) {
                var told = told(failed);
                empty(empty, told);
                throw told;
            }
        } catch (SQLException failed) {
            throw told(failed);
        }
    }

    /** What disk or database refused is said in words; a fault of this program stays one. */
    private static RuntimeException told(Exception failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            switch (each) {
                case Refusal refusal -> {
                    return refusal;
                }
                case SQLException database -> {
                    return brokenOff("数据库中途出错（%s）。请检查数据库是否还在运行、其磁盘是否已满", database);
                }
                case IOException disk -> {
                    return brokenOff("读备份或写数据文件夹时出错（%s）。请检查磁盘空间、权限和备份所在的盘", disk);
                }
                default -> {}
            }
        }
        return failed instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
    }

    private static Refusal brokenOff(String what, Exception cause) {
        var refusal = Refusal.input("restore-broken-off", "未恢复：" + what.formatted(cause.getMessage()) + "，再恢复一次。");
        refusal.initCause(cause);
        return refusal;
    }

    private void put(DataSource database, Path data, Path keysFolder) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            // Data keys are in the tables; the keys that open them come first, so that nothing lies there unopenable.
            new KeyFile(keysFolder.resolve("master.key")).write(keys.master());
            new KeyFile(keysFolder.resolve("journal.key")).write(keys.journal());
            Schemas.migrate(database, file.manifest().schemas());
            connection.setAutoCommit(false);
            fill(connection, data);
            checkpoint(data);
            connection.commit();
        }
    }

    private static void empty(EmptyDatabase database, RuntimeException failed) {
        try {
            database.again();
        } catch (SQLException | RuntimeException left) {
            var refusal = Refusal.input(
                    "database-left",
                    "%s数据库里还留有没装完的库表，没能清掉（%s）；请先清空该数据库。".formatted(failed.getMessage(), left.getMessage()));
            refusal.initCause(failed);
            throw refusal;
        }
    }

    private void fill(Connection connection, Path data) throws SQLException, IOException {
        var copies = new TableCopies(connection.unwrap(PGConnection.class), connection);
        var bare = new BareTables(connection);
        bare.strip(file.manifest().tables().stream().map(Table::name).toList());
        var loading = new Loading(copies, data);
        file.each(loading);
        loading.finish();
        bare.dress();
    }

    /** Only that much of the journal was ever promised here. */
    private void checkpoint(Path data) throws IOException {
        var head = file.manifest().head();
        if (head != null) Files.writeString(data.resolve("checkpoints.log"), head.number() + " " + head.link() + "\n");
    }

    /** Takes member after member to where it belongs. */
    private final class Loading implements BackupFile.Reader {

        private final TableCopies copies;
        private final Path data;
        private final Map<String, Table> tables;
        private final Map<String, Long> rows = new HashMap<>();
        private final List<byte[]> files = new ArrayList<>();
        private final Set<Path> filled = new HashSet<>();
        private @Nullable Table current;
        private @Nullable CopyIn copy;

        private Loading(TableCopies copies, Path data) {
            this.copies = copies;
            this.data = data;
            this.tables = file.manifest().tables().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        }

        @Override
        public void member(String name, byte[] bytes) throws IOException {
            if (name.startsWith("blobs/")) blob(name.substring("blobs/".length()), bytes);
            else if (name.startsWith("files/")) files.add(parcel.open(name, bytes));
            else table(name, bytes);
        }

        private void table(String name, byte[] bytes) throws IOException {
            var table =
                    Objects.requireNonNull(tables.get(name.substring("tables/".length(), name.lastIndexOf('.'))), name);
            try {
                if (!table.equals(current)) {
                    endTable();
                    current = table;
                    copy = copies.in(table);
                }
                var content = parcel.open(name, bytes);
                Objects.requireNonNull(copy).writeToCopy(content, 0, content.length);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void endTable() throws SQLException {
            if (copy == null || current == null) return;
            rows.put(current.name(), copy.endCopy());
            copy = null;
            current = null;
        }

        private void blob(String digest, byte[] bytes) throws IOException {
            if (!digest.matches("[0-9a-f]{64}"))
                throw Refusal.input("backup-broken", "备份已损坏：附件名“%s”不对。请改用另一份备份。".formatted(digest));
            var place = data.resolve("blobs").resolve(digest.substring(0, 2)).resolve(digest);
            var around = Objects.requireNonNull(place.getParent());
            Lasting.folder(around);
            Lasting.write(place, bytes);
            filled.add(around);
        }

        private void finish() throws SQLException, IOException {
            endTable();
            for (var table : tables.values()) {
                long put = rows.getOrDefault(table.name(), 0L);
                if (put != table.rows())
                    throw Refusal.input(
                            "backup-broken",
                            "备份已损坏：表 %s 应有 %d 行，只有 %d 行。请改用另一份备份。".formatted(table.name(), table.rows(), put));
            }
            InputStream all = new SequenceInputStream(Collections.enumeration(
                    files.stream().map(ByteArrayInputStream::new).toList()));
            new HouseFiles(data).read(all);
            for (var each : filled) Lasting.settle(each);
        }
    }

    /** The backup's own account of itself. */
    public Manifest manifest() {
        return file.manifest();
    }
}
