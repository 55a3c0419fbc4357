package huoshui.audit;

import huoshui.audit.Checkpoints.Checkpoint;
import huoshui.kernel.ledger.Covered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole journal and every row it covers, and names the first thing that does not agree. 核验
 *
 * <p>Found are: an entry edited, removed, inserted, moved, forked; a tail forged without the key; a journal cut back below
 * a checkpoint; a fact edited, removed, inserted, brought back or emptied without a decision.
 */
@Component
public class Verification {

    private final EntryTable table;
    private final JournalKey key;
    private final Checkpoints checkpoints;
    private final List<Covered> covered;
    private final TransactionTemplate streaming;

    Verification(
            EntryTable table,
            JournalKey key,
            Checkpoints checkpoints,
            List<Covered> covered,
            PlatformTransactionManager transactions) {
        this.streaming = new TransactionTemplate(transactions);
        this.streaming.setReadOnly(true);
        this.table = table;
        this.key = key;
        this.checkpoints = checkpoints;
        this.covered = covered;
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
        streaming.executeWithoutResult(transaction -> table.stream(0, chain::next));
        var rows = new RowCheck(chain.coveringEntries());
        if (chain.firstBad().isEmpty()) covered.forEach(rows::check);
        var bad = chain.finish().or(rows::firstBad);
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        return new Report(bad.isEmpty(), chain.count(), marks.size(), rows.count(), bad.orElse(null), seconds);
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
