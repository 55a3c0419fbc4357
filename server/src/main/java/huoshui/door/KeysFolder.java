package huoshui.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key and the journal's key lie: never in the data folder, so that whoever gets hold of a copy of it, or of
 * the database, has ciphertext only. 密钥文件夹
 *
 * <p>One folder may serve several houses: each has its own place there, named by the number in its {@code house.id}.
 */
final class KeysFolder {

    /** Lies in a data folder while a backup is being put into it. */
    static final String UNFINISHED = "restoring";

    /** Holds the number of the house. */
    static final String ID = "house.id";

    private static final int LENGTH = 8;

    private KeysFolder() {}

    /**
     * The place of this house below the folder given, {@code HUOSHUI_KEYS}, or this account's own configuration.
     *
     * @throws Unfit when it would lie within the data folder, or cannot be made
     */
    static Path of(DataFolder data, @Nullable Path given) {
        var root = (given == null ? usual() : given).toAbsolutePath().normalize();
        if (root.startsWith(data.root()))
            throw new Unfit("密钥文件夹 %s 不能放在数据文件夹里：拷走数据的人会连密钥一起拷走。请用 --keys（环境变量 HUOSHUI_KEYS）另指定一处。".formatted(root));
        var place = root.resolve(number(data));
        try {
            if (!Files.isDirectory(place)) Files.createDirectories(place, DataFolder.onlyMe("rwx------"));
            moveOld(data, place);
            return place;
        } catch (IOException refused) {
            throw new Unfit("不能使用密钥文件夹 %s：没有权限或上级目录不可写。请用 --keys（环境变量 HUOSHUI_KEYS）另指定一处。".formatted(place), refused);
        }
    }

    private static Path usual() {
        var named = Optional.ofNullable(System.getenv("HUOSHUI_KEYS")).filter(each -> !each.isBlank());
        if (named.isPresent()) return Path.of(named.get());
        var own = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
        return own.resolve("huoshui").resolve("keys");
    }

    /** Not a secret; it outlives any move of the data folder. */
    private static String number(DataFolder data) {
        var file = data.of(ID);
        try {
            if (!Files.exists(file)) {
                var random = new byte[LENGTH];
                new java.security.SecureRandom().nextBytes(random);
                DataFolder.writePrivately(file, HexFormat.of().formatHex(random) + "\n");
            }
            var number = Files.readString(file).strip();
            if (!number.matches("[0-9a-f]{16}")) throw new Unfit("数据文件夹的编号 %s 读不出。请从留存的副本放回这个文件。".formatted(file));
            return number;
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }

    /** Earlier versions kept the journal's key in the data folder. */
    private static void moveOld(DataFolder data, Path place) throws IOException {
        var old = data.of("keys").resolve("journal.key");
        var now = place.resolve("journal.key");
        if (!Files.exists(old) || Files.exists(now)) return;
        DataFolder.writePrivately(now, Files.readString(old));
        Files.delete(old);
        Files.deleteIfExists(old.getParent());
    }
}
