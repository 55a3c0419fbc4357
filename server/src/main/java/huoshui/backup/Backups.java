package huoshui.backup;

import huoshui.access.Purposes;
import huoshui.audit.Epoch;
import huoshui.audit.Epochs;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.backup.Manifest.Head;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import huoshui.kernel.Schemas;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subjects;
import huoshui.kernel.seal.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes backups while the house serves: every table in one snapshot, every blob it names, the keys under a passphrase. 备份 */
@Component
public class Backups {

    /** What was made or put back. 备份结果 */
    public record Done(String file, long entries, long people, double seconds) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource database;
    private final Schemas schemas;
    private final Journal journal;
    private final Epochs epochs;
    private final Acts acts;
    private final Subjects subjects;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate act;
    private final Path data;
    private final Path keys;

    Backups(
            DataSource database,
            Schemas schemas,
            Journal journal,
            Epochs epochs,
            Acts acts,
            Subjects subjects,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            @Value("${huoshui.data}") Path data,
            @Value("${huoshui.keys}") Path keys) {
        this.database = database;
        this.schemas = schemas;
        this.journal = journal;
        this.epochs = epochs;
        this.acts = acts;
        this.subjects = subjects;
        this.clock = clock;
        this.events = events;
        this.act = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.data = data;
        this.keys = keys;
    }

    /**
     * Writes the whole house to this file.
     *
     * @throws Refusal {@code backup-exists}, {@code backup-unwritable}
     */
    public Done make(Path file, Passphrase passphrase) {
        var began = System.nanoTime();
        if (Files.exists(file)) throw Refusal.input("backup-exists", "未备份：%s 已经存在。请换一个文件名，或先移走它。".formatted(file));
        noteMaking(file);
        var draft = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(draft);
            Manifest manifest;
            try (var out = new MemberWriter(draft)) {
                manifest = Objects.requireNonNull(snapshot.execute(status -> written(out, passphrase)));
                out.finish();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new Done(file.toString(), manifest.entries(), manifest.people(), seconds(began));
        } catch (IOException | UncheckedIOException broken) {
            discard(draft);
            var refusal = Refusal.input(
                    "backup-unwritable", "未备份：%s 写不进去（%s）。请检查路径、权限和磁盘空间。".formatted(file, broken.getMessage()));
            refusal.initCause(broken);
            throw refusal;
        } catch (RuntimeException failed) {
            discard(draft);
            throw failed;
        }
    }

    /** Begins a new epoch of the journal: from here on it goes on from this backup, whatever was written after it elsewhere. */
    public void restored(Path file, Manifest from) {
        var head = from.head();
        epochs.begin(
                Actor.atTheMachine(Purposes.RESTORING),
                new Epoch(
                        0,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        operator(),
                        file.getFileName().toString(),
                        from.made(),
                        from.operator(),
                        head == null ? 0 : head.number(),
                        head == null ? "" : head.link()));
    }

    private void noteMaking(Path file) {
        var content =
                new Canonical().add("backup").add(file.getFileName().toString()).add(operator());
        act.executeWithoutResult(status -> events.publishEvent(Auditable.of(
                Actor.atTheMachine(Purposes.BACKING_UP),
                new Auditable.Line(Verb.BACKUP, null, null, null, content.bytes()))));
    }

    private static String operator() {
        return System.getProperty("user.name");
    }

    private Manifest written(MemberWriter out, Passphrase passphrase) {
        try {
            var content = new byte[KeyFile.LENGTH];
            RANDOM.nextBytes(content);
            var parcel = Parcel.under(content);
            // The first question fixes the snapshot; what it names is on disk already.
            long act = acts.head();
            var newest = journal.page(new JournalQuery(null, null, null, null, null, null, 1)).stream()
                    .findFirst();
            var head = newest.map(each -> new Head(each.number(), HexFormat.of().formatHex(each.link())))
                    .orElse(null);
            var tables = tables(out, parcel);
            try (var files = new Pieces(out, parcel, each -> "files/%05d".formatted(each))) {
                new HouseFiles(data).write(files);
            }
            blobs(out);
            var locked = passphrase.lock(new Passphrase.Keys(content, key("master.key"), key("journal.key")));
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    program(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    operator(),
                    schemas.versions(),
                    act,
                    head,
                    head == null ? 0 : head.number(),
                    subjects.people(),
                    tables,
                    locked,
                    out.members());
            var text = JsonMapper.shared().writeValueAsBytes(manifest);
            out.put(Manifest.NAME, text);
            out.put(
                    Manifest.SEAL,
                    HexFormat.of().formatHex(Sm3.mac(content, text)).getBytes(StandardCharsets.US_ASCII));
            return manifest;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Manifest.Table> tables(MemberWriter out, Parcel parcel) throws IOException {
        var connection = DataSourceUtils.getConnection(database);
        try {
            var copying = new TableCopies(connection.unwrap(PGConnection.class), connection);
            var done = new ArrayList<Manifest.Table>();
            for (var table : copying.tables(Schemas.rooms())) done.add(copying.out(table, out, parcel));
            return done;
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** As they lie there: sealed by data keys that are in the backup too. Smaller sizes are made again where they are asked for. */
    private void blobs(MemberWriter out) throws IOException {
        var root = data.resolve("blobs");
        if (!Files.isDirectory(root)) return;
        try (var found = Files.walk(root, 2)) {
            for (var each : (Iterable<Path>) found.sorted()::iterator) {
                var name = each.getFileName().toString();
                if (!name.matches("[0-9a-f]{64}")) continue;
                out.add("blobs/" + name, Files.readAllBytes(each));
            }
        }
    }

    private byte[] key(String name) {
        return new KeyFile(keys.resolve(name))
                .read()
                .orElseThrow(() -> Refusal.absent("no-key", "未备份：密钥文件 %s 不见了。请先放回。".formatted(keys.resolve(name))));
    }

    static String program() {
        var version = Backups.class.getPackage().getImplementationVersion();
        return version == null ? "未打包" : version;
    }

    static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e7) / 100.0;
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
