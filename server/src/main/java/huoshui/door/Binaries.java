package huoshui.door;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version into the data folder. 数据库程序文件
 *
 * <p>Not under the system's temporary folder: that is shared, and cleaned behind our back.
 */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /** The folder that holds {@code bin/postgres}, unpacked when it is not there yet. */
    static Path under(Path postgres) {
        var home = postgres.resolve("bin-" + version());
        if (Files.isDirectory(home)) return home;
        try {
            var draft = postgres.resolve("bin-unpacking");
            DataFolder.deleteTree(draft);
            unpack(draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException failed) {
            throw DataFolder.unreadable(home, failed);
        }
    }

    static String version() {
        try (var file = Binaries.class.getResourceAsStream("/application-postgres.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException | NullPointerException missing) {
            throw new Unfit("不能启动内置数据库：程序包不完整，缺少数据库版本说明。请重新构建程序。", missing);
        }
    }

    private static void unpack(Path target) throws IOException {
        var platform = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        var packed = Binaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null || !platform.equals("Linux/amd64"))
            throw new Unfit("不能启动内置数据库：程序包里没有适用于本机（%s）的 PostgreSQL。请用 --database-url 指定一个 15 或以上版本的 PostgreSQL。"
                    .formatted(platform));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) place(tar, entry, target);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) throw new IOException("entry outside its archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(target.resolve(entry.getLinkName()).normalize(), place);
        } else {
            Files.copy(tar, place);
            Files.setPosixFilePermissions(
                    place, PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
