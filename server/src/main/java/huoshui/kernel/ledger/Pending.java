package huoshui.kernel.ledger;

import huoshui.kernel.Actor;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What the current transaction has written so far, announced to the journal just before it commits: one line per verb,
 * subject and chapter. Follows savepoints, so that what was rolled back is not announced. 待留痕
 */
final class Pending implements TransactionSynchronization {

    /** One mark left by a row: recorded (with its digest), superseded or erased. */
    record Mark(Verb verb, UUID subject, Chapter chapter, char sign, UUID row, byte[] digest) {}

    private record Group(Verb verb, UUID subject, Chapter chapter) {}

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::sign).thenComparing(Mark::row).thenComparing(Mark::digest, Arrays::compare);

    private static final Comparator<Group> IN_ORDER =
            Comparator.comparing(Group::subject).thenComparing(Group::chapter).thenComparing(Group::verb);

    private final List<Mark> marks = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private final Actor actor;
    private final long act;
    private final ApplicationEventPublisher events;
    private final Runnable done;

    Pending(Actor actor, long act, ApplicationEventPublisher events, Runnable done) {
        this.actor = actor;
        this.act = act;
        this.events = events;
        this.done = done;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, marks.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        var size = savepoints.get(savepoint);
        if (size != null) marks.subList(size, marks.size()).clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (marks.isEmpty()) return;
        var lines = new ArrayList<Auditable.Line>();
        contents(marks, new TreeMap<>(IN_ORDER))
                .forEach((group, content) ->
                        lines.add(new Auditable.Line(group.verb, group.subject, group.chapter, act, content)));
        events.publishEvent(new Auditable(actor, lines));
    }

    @Override
    public void afterCompletion(int status) {
        done.run();
    }

    static List<Covered.Written> written(long act, List<Mark> marks, Map<UUID, UUID> bad) {
        var written = new ArrayList<Covered.Written>();
        contents(marks, new HashMap<>())
                .forEach((group, content) -> written.add(new Covered.Written(
                        act, group.verb, group.subject, group.chapter, content, firstBad(group, marks, bad))));
        return written;
    }

    private static @org.jspecify.annotations.Nullable UUID firstBad(
            Group group, List<Mark> marks, Map<UUID, UUID> bad) {
        if (bad.isEmpty()) return null;
        return marks.stream()
                .filter(each -> bad.containsKey(each.row))
                .filter(each -> new Group(each.verb, each.subject, each.chapter).equals(group))
                .map(Mark::row)
                .findFirst()
                .orElse(null);
    }

    /** @param groups empty; the order of what it gives is its own */
    private static Map<Group, byte[]> contents(List<Mark> marks, Map<Group, List<Mark>> groups) {
        for (var mark : marks)
            groups.computeIfAbsent(new Group(mark.verb, mark.subject, mark.chapter), any -> new ArrayList<>(4))
                    .add(mark);
        var contents = LinkedHashMap.<Group, byte[]>newLinkedHashMap(groups.size());
        groups.forEach((group, rows) -> contents.put(group, content(rows)));
        return contents;
    }

    private static byte[] content(List<Mark> rows) {
        rows.sort(ORDER);
        var canonical = new Canonical();
        for (var row : rows) canonical.add(row.sign).add(row.row).add(row.digest);
        return canonical.bytes();
    }
}
