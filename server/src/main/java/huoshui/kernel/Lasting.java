package huoshui.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that outlast a power failure, readable to this account only. 落盘 */
public final class Lasting {

    private Lasting() {}

    /** Makes this folder and those above it, as far as they are not there; each is on disk, its name too. */
    public static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        var above = folder.toAbsolutePath().getParent();
        if (above != null) folder(above);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (above != null) settle(above);
    }

    /**
     * Writes a file that is not there yet; its bytes are on disk when this returns, its name once its folder is settled.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it is there
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, true);
    }

    /** @param lasting false for what can be made again */
    public static void write(Path file, byte[] bytes, boolean lasting) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            if (lasting) channel.force(true);
        }
    }

    /** Makes what was made, renamed or linked in this folder last. */
    public static void settle(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
