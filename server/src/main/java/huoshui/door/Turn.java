package huoshui.door;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** The right to start, join or stop, held by one process at a time. 轮次 */
final class Turn implements AutoCloseable {

    /** File locks hold between processes; within one, threads take turns here. */
    private static final ReentrantLock WITHIN = new ReentrantLock();

    private final Path file;
    private final FileChannel held;

    private Turn(Path file, FileChannel held) {
        this.file = file;
        this.held = held;
    }

    /** Waits for it. */
    static Turn in(DataFolder data) {
        var file = data.of("lock");
        WITHIN.lock();
        try {
            var channel = FileChannel.open(file, Set.of(CREATE, WRITE), DataFolder.onlyMe("rw-------"));
            channel.lock();
            return new Turn(file, channel);
        } catch (IOException failed) {
            WITHIN.unlock();
            throw DataFolder.unreadable(file, failed);
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        } finally {
            WITHIN.unlock();
        }
    }
}
