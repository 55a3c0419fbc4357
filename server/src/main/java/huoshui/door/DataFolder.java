package huoshui.door;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one installation keeps everything of its own, closed to other accounts of the machine. 数据文件夹 */
public record DataFolder(Path root) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Opens the folder, making it when there is none.
     *
     * @throws Unfit when it cannot be made or written
     */
    public static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(root)) Files.createDirectories(root, onlyMe("rwx------"));
        } catch (FileAlreadyExistsException taken) {
            throw new Unfit("不能使用数据文件夹 %s：该路径是一个文件。请用 --data 指定一个文件夹。".formatted(root), taken);
        } catch (IOException refused) {
            throw new Unfit("不能新建数据文件夹 %s：没有权限或上级目录不可写。请换一个位置（--data），或请系统管理员授权。".formatted(root), refused);
        }
        if (!Files.isReadable(root) || !Files.isWritable(root))
            throw new Unfit("不能使用数据文件夹 %s：当前用户没有读写权限。请改用建立它的用户运行，或用 --data 指定其他位置。".formatted(root));
        return new DataFolder(root);
    }

    Path of(String name) {
        return root.resolve(name);
    }

    /** Everything of the embedded PostgreSQL. */
    Path postgres() {
        return of("postgres");
    }

    /** Reads the secret of this name, making a random one of 256 bits when there is none. Readable to this account only. */
    String secret(String name) {
        var file = of(name);
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            var random = new byte[32];
            RANDOM.nextBytes(random);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            writePrivately(file, secret + "\n");
            return secret;
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** Writes the whole file or leaves it as it was; readable to this account only, and on disk when this returns. */
    static void writePrivately(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (var channel = FileChannel.open(draft, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), onlyMe("rw-------"))) {
            var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failed) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static Unfit unreadable(Path file, IOException cause) {
        var why = cause instanceof AccessDeniedException ? "没有权限" : "读写失败（%s）".formatted(cause.getMessage());
        return new Unfit("不能读写 %s：%s。请检查磁盘空间和文件权限，并用建立数据文件夹的用户运行。".formatted(file, why), cause);
    }

    static FileAttribute<Set<PosixFilePermission>> onlyMe(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
