package huoshui.audit;

import huoshui.audit.Verification.Mismatch;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.ledger.Covered;
import huoshui.kernel.ledger.Covered.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Compares what the tables hold with what the journal's entries digested. 事实行核验 */
final class RowCheck {

    /** Journal entries whose rows are read in one go, so that memory stays small however long the ledger. */
    private static final int BATCH = 2000;

    private record Acts(long first, long last) {}

    private record Place(long act, Verb verb, UUID subject, Chapter chapter) {}

    private final Map<Place, Entry> open = new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();
    private final List<Acts> batches = new ArrayList<>();
    private volatile @Nullable Mismatch bad;

    /** What must be found: what these entries, in order of acts, say was written. */
    void open(List<Entry> covering) {
        long first = 0;
        int size = 0;
        for (var entry : covering) {
            if (entry.act() == null || entry.subject() == null || entry.chapter() == null) continue;
            if (++size > BATCH && entry.act() > first) {
                batches.add(new Acts(first, entry.act() - 1));
                first = entry.act();
                size = 1;
            }
            open.put(new Place(entry.act(), entry.verb(), entry.subject(), entry.chapter()), entry);
        }
        // Beyond the last journaled act no row may exist either: the last batch has no upper end and finds it.
        batches.add(new Acts(first, Long.MAX_VALUE));
    }

    void check(Covered table, OneMoment.Moment moment) {
        moment.each(
                batches,
                batch -> count.add(table.rewrite(batch.first, batch.last, written -> compare(table, written))));
    }

    private void compare(Covered table, Written written) {
        if (written.badRow() != null) {
            note(new Mismatch(null, table.table() + ":" + written.badRow(), "事实内容与其摘要不符：被直接改动或未经办理而抹除"));
            return;
        }
        var place = new Place(written.act(), written.verb(), written.subject(), written.chapter());
        var entry = open.remove(place);
        if (entry == null) {
            note(new Mismatch(null, table.table() + "@" + written.act(), "有事实行而无相应留痕：未经办理写入或恢复"));
            return;
        }
        if (!Arrays.equals(entry.digest(), Entry.digestOf(entry.salt(), written.content())))
            note(new Mismatch(entry.number(), table.table() + "@" + written.act(), "事实行与留痕不符：该次办理的行被改动、删除、增添或恢复"));
    }

    private synchronized void note(Mismatch mismatch) {
        if (bad == null || position(mismatch) < position(bad)) bad = mismatch;
    }

    private static long position(Mismatch mismatch) {
        return mismatch.number() == null ? Long.MAX_VALUE : mismatch.number();
    }

    /** The first mismatch; entries that no row answers to count as one. */
    Optional<Mismatch> firstBad() {
        if (bad == null)
            open.values().stream()
                    .mapToLong(Entry::number)
                    .min()
                    .ifPresent(number -> note(new Mismatch(number, null, "留痕所及的事实行不见了：被直接删除")));
        return Optional.ofNullable(bad);
    }

    long count() {
        return count.sum();
    }
}
