package huoshui.audit;

import huoshui.audit.Checkpoints.Checkpoint;
import huoshui.kernel.ledger.Covered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the whole journal and every row it covers, and names the first thing that does not agree. 核验
 *
 * <p>Found are: an entry edited, removed, inserted, moved, forked; a tail forged without the key; a journal cut back below
 * a checkpoint; a fact edited, removed, inserted, brought back or emptied without a decision. All of it is read as of one moment,
 * so that others may go on writing.
 */
@Component
public class Verification {

    private static final int PAGE = 4000;
    private static final int AHEAD = 4;

    private final EntryTable table;
    private final JournalKey key;
    private final Checkpoints checkpoints;
    private final List<Covered> covered;
    private final OneMoment moment;
    private final Epochs epochs;

    Verification(
            EntryTable table,
            JournalKey key,
            Checkpoints checkpoints,
            List<Covered> covered,
            Epochs epochs,
            OneMoment moment) {
        this.moment = moment;
        this.table = table;
        this.key = key;
        this.checkpoints = checkpoints;
        this.covered = covered;
        this.epochs = epochs;
    }

    /**
     * What was found. 核验结果
     *
     * @param facts rows read
     * @param firstBad null when everything agrees
     */
    public record Report(
            boolean ok,
            long entries,
            long checkpoints,
            long facts,
            @Nullable Mismatch firstBad,
            double seconds) {}

    /**
     * The first thing that does not agree.
     *
     * @param number of the journal entry, when it is one
     * @param row {@code table:id} of the row, when it is one
     */
    public record Mismatch(@Nullable Long number, @Nullable String row, String reason) {}

    /**
     * @param against a head {@code N:LINK} kept elsewhere, which must be in the journal too; null for none
     * @throws huoshui.kernel.Refusal when {@code against} is not of that form
     */
    public Report verify(@Nullable String against) {
        var began = Instant.now();
        var marks = checkpoints.all();
        var chain = new ChainCheck(key.bytes(), withAgainst(marks, against));
        var rows = new RowCheck();
        moment.read(now -> {
            chain(chain);
            if (chain.firstBad().isPresent()) return;
            rows.open(chain.coveringEntries());
            covered.forEach(each -> rows.check(each, now));
        });
        var bad = chain.finish().or(rows::firstBad).or(epochs::firstBad);
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        return new Report(bad.isEmpty(), chain.count(), marks.size(), rows.count(), bad.orElse(null), seconds);
    }

    /** Entries are read and checked side by side: one thread for the database, one for the chain. */
    private void chain(ChainCheck chain) {
        var read = new ArrayBlockingQueue<List<Entry>>(AHEAD);
        try (var checking = Executors.newSingleThreadExecutor()) {
            var checked = checking.submit(() -> {
                for (var each = read.take(); !each.isEmpty(); each = read.take()) each.forEach(chain::next);
                return true;
            });
            long after = 0;
            List<Entry> page;
            do {
                page = table.after(after, PAGE);
                if (!page.isEmpty()) after = page.getLast().number();
                put(read, page, checked);
            } while (!page.isEmpty());
            checked.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("核验被中断", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("核验未完成", broken.getCause());
        }
    }

    private static void put(ArrayBlockingQueue<List<Entry>> read, List<Entry> page, Future<?> checked)
            throws InterruptedException, ExecutionException {
        while (!read.offer(page, 1, TimeUnit.SECONDS)) if (checked.isDone()) checked.get();
    }

    /** Whether this is a head {@code N:LINK} at all. */
    public static boolean isHead(String against) {
        return Checkpoint.isLine(against.strip());
    }

    private static List<Checkpoint> withAgainst(List<Checkpoint> marks, @Nullable String against) {
        return against == null
                ? marks
                : java.util.stream.Stream.concat(marks.stream(), java.util.stream.Stream.of(parse(against)))
                        .toList();
    }

    private static Checkpoint parse(String against) {
        try {
            return Checkpoint.read(against);
        } catch (RuntimeException malformed) {
            throw huoshui.kernel.Refusal.input(
                    "against-malformed", "未核验：对照点应写作“序号:链值”（链值为 64 位十六进制），所给为“" + against + "”。请照核验或校验点文件中的一行填写。");
        }
    }
}
