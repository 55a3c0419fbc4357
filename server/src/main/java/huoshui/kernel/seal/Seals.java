package huoshui.kernel.seal;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Canonical;
import huoshui.kernel.Lasting;
import huoshui.kernel.Refusal;
import huoshui.kernel.seal.KeyTable.Wrapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals and opens what must not be readable in the database: under the newest data key, bound to the place it belongs to, so
 * that neither a changed nor an exchanged text opens. 密封与启封
 */
@Component
@DependsOn("schemas")
public class Seals {

    /** What a new master key and a new data key did. 换钥结果 */
    public record Rekeyed(int dataKey, String suite, String master, String before, Path setAside) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MASTER = "master.key";

    private final KeyTable table;
    private final Acts acts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Path folder;
    private volatile Keyring ring;

    Seals(
            KeyTable table,
            Acts acts,
            Clock clock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            @Value("${huoshui.keys}") Path folder) {
        this.table = table;
        this.acts = acts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.folder = folder;
        this.ring = opened();
    }

    /** Whether a stored text is a sealed one. */
    public static boolean sealed(String stored) {
        return SealedText.looksLike(stored);
    }

    /**
     * Seals a text.
     *
     * @param bound what it belongs to; needed in the same form to open it
     */
    public String seal(byte[] bound, String text) {
        var key = ring.current();
        var nonce = nonce();
        return new SealedText(key.number(), nonce, key.cipher().encrypt(nonce, bound, Packed.of(text))).stored();
    }

    /** @throws Refusal {@code seal-broken} when it is not what was sealed for this place */
    public String open(byte[] bound, String stored) {
        try {
            var text = SealedText.read(stored).orElseThrow(Seals::broken);
            var plain = key(text.key()).cipher().decrypt(text.nonce(), bound, text.sealed());
            return Packed.text(plain);
        } catch (GeneralSecurityException | DataFormatException tampered) {
            throw broken(tampered);
        }
    }

    /** Seals bytes: key number, nonce, ciphertext. */
    public byte[] seal(byte[] bound, byte[] bytes) {
        var key = ring.current();
        var nonce = nonce();
        var sealed = key.cipher().encrypt(nonce, bound, bytes);
        return ByteBuffer.allocate(Integer.BYTES + nonce.length + sealed.length)
                .putInt(key.number())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws Refusal {@code seal-broken} */
    public byte[] open(byte[] bound, byte[] stored) {
        try {
            if (stored.length < Integer.BYTES + Suite.NONCE) throw broken();
            var in = ByteBuffer.wrap(stored);
            var key = key(in.getInt());
            var nonce = new byte[Suite.NONCE];
            in.get(nonce);
            var sealed = new byte[in.remaining()];
            in.get(sealed);
            return key.cipher().decrypt(nonce, bound, sealed);
        } catch (GeneralSecurityException tampered) {
            throw broken(tampered);
        }
    }

    /** By what equal values are found without being readable; different uses of one value give different answers. 盲索引 */
    public byte[] blind(String use, String value) {
        var key = ring.blind();
        return key.suite().mac(key.secret(), new Canonical().add(use).add(value).bytes());
    }

    /** Takes up keys that another process has made since; to be called by whoever is about to write, inside the act. */
    public void freshen() {
        if (table.newest() != ring.newest()) ring = opened();
    }

    /**
     * Makes a new master key and wraps all data keys under it, and a new data key for whatever is sealed from now on. What is
     * sealed already stays as it is.
     */
    public Rekeyed rekey(Actor actor, Suite suite) {
        var master = folder.resolve(MASTER);
        var next = new KeyFile(folder.resolve(MASTER + ".new"));
        var before = masterOf(table.all());
        var after = freshMaster(next);
        int number = rewrapped(actor, suite, before, after);
        var aside = folder.resolve("master-%s.key".formatted(before.fingerprint()));
        exchange(master, next.file(), aside);
        ring = opened();
        return new Rekeyed(number, suite.id(), after.fingerprint(), before.fingerprint(), aside);
    }

    private int rewrapped(Actor actor, Suite suite, MasterKey before, MasterKey after) {
        var number = transaction.execute(status -> {
            acts.lock();
            var rows = table.all();
            for (var row : rows) table.rewrap(wrappedAgain(row, before, after));
            int fresh = rows.stream().mapToInt(Wrapped::number).max().orElse(0) + 1;
            insert(fresh, "seal", suite, after);
            var content = new Canonical()
                    .add("rekey")
                    .add(fresh)
                    .add(after.fingerprint())
                    .bytes();
            events.publishEvent(
                    Auditable.of(actor, new Auditable.Line(Auditable.Verb.ADMINISTER, null, null, null, content)));
            return fresh;
        });
        if (number == null) throw new IllegalStateException("no key made");
        return number;
    }

    private static Wrapped wrappedAgain(Wrapped row, MasterKey before, MasterKey after) {
        var suite = Suite.of(row.suite()).orElseThrow();
        try {
            var secret = before.unwrap(suite, row.number(), row.use(), row.wrapped());
            return new Wrapped(
                    row.number(),
                    row.use(),
                    row.suite(),
                    after.fingerprint(),
                    after.wrap(suite, row.number(), row.use(), secret));
        } catch (GeneralSecurityException meanwhile) {
            throw new KeysUnfit("未换钥：主密钥刚刚已由另一次办理更换。请核对后再办。", meanwhile);
        }
    }

    private static MasterKey freshMaster(KeyFile next) {
        try {
            // Left over from a change that never reached the database; had it done so, opening would have put it in its
            // place.
            Files.deleteIfExists(next.file());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return new MasterKey(next.make());
    }

    private Keyring opened() {
        var rows = table.all();
        if (rows.isEmpty()) rows = madeFirst();
        return Keyring.open(rows, masterOf(rows));
    }

    /** The first keys of a house; whoever comes second finds those of the first. */
    private List<Wrapped> madeFirst() {
        transaction.executeWithoutResult(status -> {
            acts.lock();
            if (table.newest() > 0) return;
            var file = new KeyFile(folder.resolve(MASTER));
            var master = new MasterKey(file.read().orElseGet(file::make));
            insert(1, "blind", Suite.usual(), master);
            insert(2, "seal", Suite.usual(), master);
        });
        return table.all();
    }

    private void insert(int number, String use, Suite suite, MasterKey master) {
        var secret = new byte[suite.keyLength()];
        RANDOM.nextBytes(secret);
        var wrapped = master.wrap(suite, number, use, secret);
        table.insert(new Wrapped(number, use, suite.id(), master.fingerprint(), wrapped), clock.instant());
    }

    /** The master key that wraps these. */
    private MasterKey masterOf(List<Wrapped> rows) {
        var wanted = rows.getLast().master();
        var file = folder.resolve(MASTER);
        var held = master(file);
        if (held.filter(each -> each.fingerprint().equals(wanted)).isPresent()) return held.get();
        var next = folder.resolve(MASTER + ".new");
        var unfinished = master(next).filter(each -> each.fingerprint().equals(wanted));
        if (unfinished.isPresent()) {
            // Stopped between the database and the file: what the database says has happened.
            held.ifPresentOrElse(
                    old -> exchange(file, next, folder.resolve("master-%s.key".formatted(old.fingerprint()))),
                    () -> exchange(file, next, null));
            return unfinished.get();
        }
        if (held.isEmpty()) throw missing(file);
        throw other(file, wanted, held.get().fingerprint());
    }

    private static Optional<MasterKey> master(Path file) {
        return new KeyFile(file).read().map(MasterKey::new);
    }

    private void exchange(Path master, Path next, @org.jspecify.annotations.Nullable Path aside) {
        try {
            if (aside != null && Files.exists(master))
                Files.move(master, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(next, master, StandardCopyOption.ATOMIC_MOVE);
            Lasting.settle(folder);
        } catch (IOException refused) {
            throw new KeysUnfit("主密钥文件 %s 没有换上（%s）。请检查权限后重新启动，程序会接着换完。".formatted(master, refused), refused);
        }
    }

    private Keyring.Key key(int number) {
        return ring.find(number).orElseGet(() -> {
            ring = opened();
            return ring.find(number).orElseThrow(Seals::broken);
        });
    }

    private static byte[] nonce() {
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    private static Refusal broken() {
        return new Refusal(
                Refusal.Sort.CONFLICT, "seal-broken", "不能读出：库中一处密存内容与其密封不符，被直接改动或调换过。请停止使用，执行核验（verify）找出所在，并从备份恢复。");
    }

    private static Refusal broken(Exception cause) {
        var refusal = broken();
        refusal.initCause(cause);
        return refusal;
    }

    private static KeysUnfit missing(Path file) {
        return new KeysUnfit(
                "没有找到主密钥 %s。没有它，已密存的内容（家庭成员、健康、考核奖惩、监督、政治素质、身份证号码、来表原样和导入比对底稿）都读不出来，其余内容仍在。请把留存的密钥文件夹放回原处，或用 --keys（环境变量 HUOSHUI_KEYS）指明它在哪里；确已丢失的，请用备份和备份口令恢复。没有改动任何数据。"
                        .formatted(file),
                null);
    }

    private static KeysUnfit other(Path file, String wanted, String found) {
        return new KeysUnfit(
                "主密钥不符：这些数据是用指纹为 %s 的主密钥密存的，%s 的指纹是 %s。请放回原来的密钥文件夹，或用 --keys（环境变量 HUOSHUI_KEYS）指明它在哪里。没有改动任何数据。"
                        .formatted(wanted, file, found),
                null);
    }
}
