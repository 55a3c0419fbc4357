package huoshui.document;

import huoshui.kernel.Lasting;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** The files of blobs: written whole or not at all, in 256 folders by how their names begin. 附件文件夹 */
final class BlobFolder {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.(small|large))?");

    static final String ASIDE = ".swept";

    private final Path root;
    private final AtomicLong drafts = new AtomicLong();

    BlobFolder(Path root) {
        this.root = root;
    }

    /** Whether it is there; if so it counts as new, and is safe from being swept for another day. */
    boolean touch(String name, Instant now) throws IOException {
        try {
            Files.setLastModifiedTime(place(name), FileTime.from(now));
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** @param lasting on disk, its name too, when this returns */
    void write(String name, byte[] bytes, boolean lasting) throws IOException {
        var place = place(name);
        var around = Objects.requireNonNull(place.getParent());
        Lasting.folder(around);
        var draft = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + "-" + drafts.incrementAndGet());
        Lasting.write(draft, bytes, lasting);
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException same) {
            Files.delete(draft);
        }
        if (lasting) Lasting.settle(around);
    }

    Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(place(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    boolean has(String name) {
        return Files.exists(place(name));
    }

    void discard(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    /** Names of the folders there are. */
    List<Path> parts() throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (var found = Files.list(root)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Files of this part that were last touched before. */
    static List<Path> before(Path part, Instant instant) throws IOException {
        try (var found = Files.list(part)) {
            return found.filter(each -> touchedBefore(each, instant)).toList();
        }
    }

    private static boolean touchedBefore(Path file, Instant instant) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * Takes a file away unless somebody has touched it since: out of the way first, so that whoever keeps the same bytes meanwhile
     * either finds it, touched, and it comes back, or does not find it and writes it again.
     */
    static boolean remove(Path file, Instant before) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ASIDE);
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            return false;
        }
        if (touchedBefore(aside, before)) {
            Files.delete(aside);
            return true;
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    /** Puts back what was out of the way when somebody pulled the plug. */
    static void putBack(Path aside) throws IOException {
        var name = aside.getFileName().toString();
        Files.move(
                aside,
                aside.resolveSibling(name.substring(0, name.length() - ASIDE.length())),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Path place(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("no digest");
        return root.resolve(name.substring(0, 2)).resolve(name);
    }
}
