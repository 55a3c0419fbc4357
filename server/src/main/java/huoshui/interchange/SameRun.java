package huoshui.interchange;

import huoshui.interchange.Item.Status;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people of this run so far: a second file about one of them is the same, or a matter for a human. 同批重复
 *
 * <p>Of each only a digest is kept, so that a hundred thousand rows do not fill the memory.
 */
final class SameRun {

    private record First(String name, @Nullable UUID person, String digest) {}

    private final Map<String, First> first = new HashMap<>();

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
        if (claim == null || claim.refused()) return Optional.empty();
        if (claim.sheet().name() == null && !claim.byNumberAlone()) return Optional.empty();
        var before = first.get(key(claim.sheet()));
        if (before == null) return Optional.empty();
        boolean same = digest(claim).equals(before.digest);
        var problem = same
                ? Problem.warning("file", "batch.repeated", "本批前面的“%s”已有此人且内容相同，本份未重复写入；可不处理。".formatted(before.name))
                : Problem.error(
                        "file", "batch.repeated", "本批前面的“%s”已有此人而内容不同，本份未写入；请核对两份后单独导入应采用的一份。".formatted(before.name));
        return Optional.of(new Item(
                arrival.file(),
                arrival.entry(),
                arrival.row(),
                same ? Status.SAME : Status.DOUBTFUL,
                before.person,
                claim.sheet(),
                List.of(),
                Stream.concat(claim.problems().stream(), Stream.of(problem)).toList(),
                claim.more()));
    }

    void remember(Arrival arrival, Item item) {
        var claim = arrival.claim();
        if (claim == null || item.person() == null) return;
        if (item.status() == Status.REFUSED || item.status() == Status.DOUBTFUL) return;
        var key = key(item.person());
        if (key != null) first.putIfAbsent(key, new First(name(item), item.personId(), digest(claim)));
    }

    private static String digest(Claim claim) {
        var all = Sm3.of(String.valueOf(claim.said()).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(all).substring(0, 22);
    }

    private static @Nullable String key(PersonSheet sheet) {
        if (sheet.idNumber() != null) return sheet.idNumber();
        if (sheet.name() == null || sheet.birth() == null) return null;
        return sheet.name() + sheet.birth().toMonth();
    }

    private static String name(Item item) {
        if (item.row() != null) return (item.entry() == null ? "" : item.entry() + " ") + "第 " + item.row() + " 行";
        return item.entry() == null ? item.file() : item.entry();
    }
}
