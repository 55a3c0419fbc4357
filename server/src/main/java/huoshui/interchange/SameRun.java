package huoshui.interchange;

import huoshui.interchange.Item.Status;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of this run so far: a second file about one of them is the same, or a matter for a human. 同批重复 */
final class SameRun {

    private final Map<String, Item> first = new HashMap<>();

    /** The same, to be tried without this one hearing of it. */
    SameRun copy() {
        var copy = new SameRun();
        copy.first.putAll(first);
        return copy;
    }

    /** Takes over what was tried. */
    void adopt(SameRun tried) {
        first.putAll(tried.first);
    }

    /** What becomes of a file about somebody who came before; empty for somebody new in this run. */
    Optional<Item> twice(Arrival arrival) {
        var claim = arrival.claim();
        if (claim == null || claim.sheet().name() == null) return Optional.empty();
        var before = first.get(key(claim.sheet()));
        if (before == null) return Optional.empty();
        boolean same = claim.sheet().equals(before.person());
        var problem = same
                ? Problem.warning("file", "batch.repeated", "本批前面的“%s”已有此人且内容相同，本份未重复写入；可不处理。".formatted(name(before)))
                : Problem.error(
                        "file", "batch.repeated", "本批前面的“%s”已有此人而内容不同，本份未写入；请核对两份后单独导入应采用的一份。".formatted(name(before)));
        return Optional.of(new Item(
                arrival.file(),
                arrival.entry(),
                arrival.row(),
                same ? Status.SAME : Status.DOUBTFUL,
                before.personId(),
                claim.sheet(),
                List.of(),
                Stream.concat(claim.problems().stream(), Stream.of(problem)).toList()));
    }

    void remember(Item item) {
        if (item.person() == null || item.status() == Status.REFUSED || item.status() == Status.DOUBTFUL) return;
        var key = key(item.person());
        if (key != null) first.putIfAbsent(key, item);
    }

    private static @Nullable String key(PersonSheet sheet) {
        if (sheet.idNumber() != null) return sheet.idNumber();
        if (sheet.name() == null || sheet.birth() == null) return null;
        return sheet.name() + sheet.birth().toMonth();
    }

    private static String name(Item item) {
        return item.entry() == null ? item.file() : item.entry();
    }
}
