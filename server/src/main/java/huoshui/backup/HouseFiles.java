package huoshui.backup;

import huoshui.kernel.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a data folder holds besides database and blobs: certificates that the office's computers trust, files of batches not yet
 * written, accounts of a demonstration. 数据文件夹中的其他文件
 */
record HouseFiles(Path data) {

    private static final Set<String> FOLDERS = Set.of("tls", "uploads");
    private static final String DEMONSTRATION = "demo-accounts.json";

    void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        for (var each : all()) {
            var content = Files.readAllBytes(each);
            out.writeUTF(data.relativize(each).toString());
            out.writeLong(content.length);
            out.write(content);
        }
        out.flush();
    }

    private Set<Path> all() throws IOException {
        var all = new TreeSet<Path>();
        for (var folder : FOLDERS) {
            if (!Files.isDirectory(data.resolve(folder))) continue;
            try (var found = Files.walk(data.resolve(folder))) {
                found.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        if (Files.exists(data.resolve(DEMONSTRATION))) all.add(data.resolve(DEMONSTRATION));
        return all;
    }

    void read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        for (var name = next(in); !name.isEmpty(); name = next(in)) {
            long size = in.readLong();
            var file = within(name);
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(Objects.requireNonNull(file.getParent()), own);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(file)) {
                copy(in, out, size);
            }
        }
    }

    private static String next(DataInputStream in) throws IOException {
        try {
            return in.readUTF();
        } catch (EOFException end) {
            return "";
        }
    }

    private static void copy(DataInputStream in, OutputStream out, long size) throws IOException {
        var buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) throw new EOFException();
            out.write(buffer, 0, got);
            left -= got;
        }
    }

    /** Names come from a file: none leads out of where such files belong. */
    private Path within(String name) {
        var path = data.resolve(name).normalize();
        var relative = path.startsWith(data) ? data.relativize(path) : Path.of("..");
        boolean known = name.equals(DEMONSTRATION)
                || relative.getNameCount() > 1
                        && FOLDERS.contains(relative.getName(0).toString());
        if (!known) throw Refusal.input("backup-broken", "备份已损坏：其中的文件名“%s”不在应有的位置。请改用另一份备份。".formatted(name));
        return path;
    }
}
