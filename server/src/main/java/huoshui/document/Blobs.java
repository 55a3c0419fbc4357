package huoshui.document;

import huoshui.kernel.Sm3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Attachments under DATA/blobs, named by the SM3 of their bytes: written and fsynced before any row that names them
 * commits, never changed afterwards. 附件原件
 */
@Component
public class Blobs {

    private final Path folder;
    private final AtomicLong drafts = new AtomicLong();

    Blobs(@Value("${huoshui.data}") Path data) {
        this.folder = data.resolve("blobs");
    }

    /**
     * Keeps these bytes.
     *
     * @return their digest, 64 hexadecimal characters
     */
    public String keep(byte[] bytes) {
        var digest = HexFormat.of().formatHex(Sm3.of(bytes));
        var place = place(digest);
        if (Files.exists(place)) return digest;
        try {
            Files.createDirectories(place.getParent());
            write(place, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException("附件未能写入数据目录，请检查磁盘空间和权限", broken);
        }
        return digest;
    }

    private void write(Path place, byte[] bytes) throws IOException {
        var draft = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + "-" + drafts.incrementAndGet());
        try (var channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException same) {
            Files.delete(draft);
        }
    }

    /** The bytes with this digest; empty when they were never kept. */
    public Optional<byte[]> find(String digest) {
        try {
            var place = place(digest);
            return Files.exists(place) ? Optional.of(Files.readAllBytes(place)) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("附件读不出，请检查数据目录的权限", broken);
        }
    }

    private Path place(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("no digest");
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
