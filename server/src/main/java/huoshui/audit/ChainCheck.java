package huoshui.audit;

import huoshui.audit.Checkpoints.Checkpoint;
import huoshui.audit.Verification.Mismatch;
import huoshui.kernel.Auditable.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the journal once, in order, checking numbers, links and checkpoints. 链核验 */
final class ChainCheck {

    private final byte[] key;
    private final Map<Long, List<Checkpoint>> marks = new HashMap<>();
    private final List<Entry> covering = new ArrayList<>();
    private byte[] link = Entry.ORIGIN;
    private long count;
    private @Nullable Mismatch bad;

    ChainCheck(byte[] key, List<Checkpoint> marks) {
        this.key = key;
        for (var mark : marks)
            this.marks.computeIfAbsent(mark.number(), any -> new ArrayList<>()).add(mark);
    }

    void next(Entry entry) {
        if (bad != null) return;
        if (entry.number() != count + 1) {
            bad = new Mismatch(entry.number(), null, "序号不连续：此前为 %d，应为 %d".formatted(count, count + 1));
            return;
        }
        if (!Arrays.equals(entry.linkAfter(key, link), entry.link())) {
            bad = new Mismatch(entry.number(), null, "链值不符：本条内容或其前一条被改动，或非本系统所写");
            return;
        }
        var here = marks.remove(entry.number());
        if (here != null && here.stream().anyMatch(mark -> !Arrays.equals(mark.link(), entry.link()))) {
            bad = new Mismatch(entry.number(), null, "与校验点不符：该处曾写下另一条留痕");
            return;
        }
        count = entry.number();
        link = entry.link();
        if (entry.act() != null && (entry.verb() == Verb.RECORD || entry.verb() == Verb.ERASE)) covering.add(entry);
    }

    Optional<Mismatch> firstBad() {
        return Optional.ofNullable(bad);
    }

    /** The first mismatch, counting checkpoints that lie beyond the end of the journal. */
    Optional<Mismatch> finish() {
        if (bad == null && !marks.isEmpty()) {
            long beyond = marks.keySet().stream().min(Long::compare).orElseThrow();
            bad = new Mismatch(beyond, null, "留痕被截短：校验点记到第 %d 条，现只有 %d 条".formatted(beyond, count));
        }
        return Optional.ofNullable(bad);
    }

    List<Entry> coveringEntries() {
        return covering;
    }

    long count() {
        return count;
    }
}
