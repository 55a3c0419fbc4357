package huoshui.door;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Which living processes use the embedded PostgreSQL. 使用中的进程
 *
 * <p>Each holds a lock on a file of its own; the system lets go of it however the process ends, so the register needs no
 * clean-up after a crash. To be asked and changed only by whoever holds the folder's {@link Turn}.
 */
final class Residents {

    /** Opening a file that we lock ourselves and closing it again would lose the lock, so our own are never tried. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final Path folder;

    Residents(DataFolder data) {
        folder = data.of("residents");
    }

    /** One process's place in the register. */
    final class Place {

        private final Path file;
        private final FileChannel held;

        private Place(Path file, FileChannel held) {
            this.file = file;
            this.held = held;
        }

        void leave() {
            try {
                Files.deleteIfExists(file);
                held.close();
                OURS.remove(file);
            } catch (IOException failed) {
                throw DataFolder.unreadable(file, failed);
            }
        }
    }

    Place enter() {
        var file = folder.resolve(ProcessHandle.current().pid() + "-" + SERIAL.incrementAndGet());
        try {
            Files.createDirectories(folder, DataFolder.onlyMe("rwx------"));
            var held = FileChannel.open(file, Set.of(CREATE, WRITE), DataFolder.onlyMe("rw-------"));
            OURS.add(file);
            held.lock();
            return new Place(file, held);
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }

    /** Whether nobody lives here any more; forgets the dead. */
    boolean nobody() {
        if (!Files.isDirectory(folder)) return true;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(this::living).findAny().isEmpty();
        } catch (IOException failed) {
            throw DataFolder.unreadable(folder, failed);
        }
    }

    private boolean living(Path file) {
        if (OURS.contains(file)) return true;
        try (var channel = FileChannel.open(file, WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) return true;
            Files.deleteIfExists(file);
            return false;
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }
}
