package huoshui.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key that ties the journal together; it lives in a file of its own, outside the database. 链密钥 */
@Component
class JournalKey {

    private static final int LENGTH = 32;

    private final byte[] key;

    JournalKey(@Value("${huoshui.data}") Path data) {
        this.key = load(data.resolve("keys").resolve("journal.key"));
    }

    byte[] bytes() {
        return key;
    }

    private static byte[] load(Path file) {
        try {
            if (Files.exists(file))
                return HexFormat.of().parseHex(Files.readString(file).strip());
            return create(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("操作留痕的密钥读不出：" + file + "。请检查数据目录的权限", broken);
        }
    }

    private static byte[] create(Path file) throws IOException {
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n", StandardOpenOption.SYNC);
        return fresh;
    }
}
