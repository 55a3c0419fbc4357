package huoshui.backup;

import huoshui.backup.Manifest.Member;
import huoshui.kernel.Sm3;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes members to a tar one after the other, and remembers what it wrote. 备份写出 */
final class MemberWriter implements Closeable {

    private final FileChannel file;
    private final BufferedOutputStream buffered;
    private final TarArchiveOutputStream tar;
    private final List<Member> members = new ArrayList<>();

    MemberWriter(Path path) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        file = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine);
        buffered = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 20);
        tar = new TarArchiveOutputStream(buffered);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void add(String name, byte[] bytes) throws IOException {
        put(name, bytes);
        members.add(new Member(name, bytes.length, HexFormat.of().formatHex(Sm3.of(bytes))));
    }

    /** A member that no manifest lists: the manifest itself, and its seal. */
    void put(String name, byte[] bytes) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /** All of it on disk. */
    void finish() throws IOException {
        tar.finish();
        // The tar's own flush does not reach through.
        buffered.flush();
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
