package huoshui.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads by several connections what the database held at one and the same moment, while others go on writing. 同一时刻的读取 */
@Component
class OneMoment {

    private static final int MOST_THREADS = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    OneMoment(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A moment that lasts as long as its reading does. */
    final class Moment {

        private final String snapshot;

        private Moment(String snapshot) {
            this.snapshot = snapshot;
        }

        /** Does all of these, several at a time, each seeing what this moment holds. */
        <T> void each(List<T> tasks, Consumer<T> task) {
            var waiting = new ConcurrentLinkedQueue<>(tasks);
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
            try (var pool = Executors.newFixedThreadPool(threads)) {
                var all = new ArrayList<CompletableFuture<Void>>();
                for (int i = 0; i < threads; i++) all.add(CompletableFuture.runAsync(() -> here(waiting, task), pool));
                all.forEach(CompletableFuture::join);
            } catch (CompletionException failed) {
                waiting.clear();
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        private <T> void here(ConcurrentLinkedQueue<T> waiting, Consumer<T> task) {
            reading.executeWithoutResult(transaction -> {
                jdbc.sql("set transaction snapshot '%s'".formatted(snapshot)).update();
                for (T each = waiting.poll(); each != null; each = waiting.poll()) task.accept(each);
            });
        }
    }

    void read(Consumer<Moment> reader) {
        reading.executeWithoutResult(transaction -> reader.accept(new Moment(
                jdbc.sql("select pg_export_snapshot()").query(String.class).single())));
    }
}
