package huoshui.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the head of the journal to a file outside the database right after each commit, fsynced; commits that follow
 * closely share one line. 校验点
 */
@Component
class Checkpoints implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** One line of the file: the number of an entry and its link. */
    record Checkpoint(long number, byte[] link) {

        static boolean isLine(String line) {
            return LINE.matcher(line).matches();
        }

        static Checkpoint read(String line) {
            var parts = line.strip().split("[ :]", 2);
            return new Checkpoint(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
        }

        String line() {
            return number + " " + HexFormat.of().formatHex(link);
        }
    }

    private static final Pattern LINE = Pattern.compile("\\d+[ :][0-9a-f]{64}");

    private final EntryTable table;
    private final Path file;
    private final Semaphore due = new Semaphore(0);
    private final Thread writer;
    private final AtomicBoolean owed = new AtomicBoolean();
    private volatile boolean closing;
    private long written;
    private boolean failing;

    Checkpoints(EntryTable table, @Value("${huoshui.data}") Path data) {
        this.table = table;
        this.file = data.resolve("checkpoints.log");
        this.writer = Thread.ofPlatform().daemon().name("checkpoints").start(this::run);
    }

    /** Has the head written down once the current transaction has committed. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                owed.set(true);
                due.release();
            }
        });
    }

    /** All checkpoints so far, oldest first. */
    List<Checkpoint> all() {
        try {
            if (!Files.exists(file)) return List.of();
            var text = Files.readString(file, StandardCharsets.US_ASCII);
            // A crash may leave a torn last line; only whole lines were ever promised.
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(Checkpoint::isLine)
                    .map(Checkpoint::read)
                    .toList();
        } catch (IOException | IllegalArgumentException broken) {
            throw new IllegalStateException("校验点文件读不出：" + file, broken);
        }
    }

    private void run() {
        try {
            while (!closing) {
                if (owed.get()) due.tryAcquire(1, TimeUnit.SECONDS);
                else due.acquire();
                due.drainPermits();
                writeIfOwed();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void writeIfOwed() {
        if (!owed.getAndSet(false)) return;
        try {
            table.last().filter(head -> head.number() > written).ifPresent(this::write);
            failing = false;
        } catch (RuntimeException broken) {
            owed.set(true);
            if (!failing) LOG.error("校验点未写成，每秒重试一次，写成前不再另行提示", broken);
            failing = true;
        }
    }

    private void write(Entry head) {
        var line = new Checkpoint(head.number(), head.link()).line() + "\n";
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            if (written == 0 && channel.size() > 0) line = "\n" + line;
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(false);
            written = head.number();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Writes the last head down before the database goes, if a commit still waits for it. The writer is not interrupted: that
     * would close the file under it.
     */
    @Override
    public void destroy() {
        closing = true;
        due.release();
        writeIfOwed();
    }
}
