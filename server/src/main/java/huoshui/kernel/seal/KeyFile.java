package huoshui.kernel.seal;

import huoshui.kernel.Lasting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A secret of 256 bits in a file of its own, readable to this program's account only. 密钥文件 */
public record KeyFile(Path file) {

    /** Bytes of the secret. */
    public static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong DRAFTS = new AtomicLong();

    /** @throws KeysUnfit when it is there and cannot be read, or holds no key */
    public Optional<byte[]> read() {
        try {
            if (!Files.exists(file)) return Optional.empty();
            var key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != LENGTH) throw new IllegalArgumentException("length " + key.length);
            return Optional.of(key);
        } catch (IOException unreadable) {
            throw unfit("读不出（%s）。请用建立它的用户运行，并检查文件权限".formatted(unreadable), unreadable);
        } catch (IllegalArgumentException torn) {
            throw unfit("内容不是密钥。请从留存的副本原样放回", torn);
        }
    }

    /** A fresh secret, on disk when this returns; or the one that somebody else has just made there. */
    public byte[] make() {
        var fresh = new byte[LENGTH];
        RANDOM.nextBytes(fresh);
        try {
            write(fresh);
            return fresh;
        } catch (FileAlreadyExistsException faster) {
            return read().orElseThrow();
        } catch (IOException refused) {
            throw unfit("写不进去（%s）。请检查权限和磁盘空间，或用 --keys 另指定密钥文件夹".formatted(refused), refused);
        }
    }

    /** Puts this secret there, whole or not at all. */
    public void write(byte[] key) throws IOException {
        var around = Objects.requireNonNull(file.getParent());
        Files.createDirectories(
                around, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = file.resolveSibling(
                "%s.%d-%d".formatted(file.getFileName(), ProcessHandle.current().pid(), DRAFTS.incrementAndGet()));
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            // A link, unlike a move, never takes the place of a key that is there.
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
        Lasting.settle(around);
    }

    private KeysUnfit unfit(String what, Exception cause) {
        return new KeysUnfit("密钥文件 %s %s。".formatted(file, what), cause);
    }
}
