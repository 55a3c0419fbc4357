package huoshui.rule;

import huoshui.kernel.Acts;
import huoshui.rule.Edition.Item;
import huoshui.rule.Sheet.Wrong;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every text of the book there ever was, and the book as it was known at any act. 条款版本
 *
 * <p>A book is read once for each time something was published; what the house was opened with counts from the beginning.
 */
@Component
public class Editions {

    /** What a single draft is called where something is wrong in it. */
    static final String DRAFT = "草案";

    private static final int KEPT = 6;

    private final EditionTable table;
    private final Acts acts;
    private volatile Turns turns = new Turns(-1, List.of());

    private final Map<Long, Book> books = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Book> eldest) {
            return size() > KEPT;
        }
    };

    /** Acts that changed the book, none after {@code head} being known of. */
    private record Turns(long head, List<Long> acts) {

        long at(long known) {
            long last = 0;
            for (long each : acts) if (each <= known) last = each;
            return last;
        }
    }

    Editions(EditionTable table, Acts acts) {
        this.table = table;
        this.acts = acts;
    }

    /**
     * The book as it was known at this act.
     *
     * @throws huoshui.kernel.Refusal {@code bad-rulebook} where this program cannot read what is kept
     */
    public Book book(long known) {
        long turn = turn(known);
        // What this transaction itself may have published is not kept: it can still come to nothing.
        synchronized (books) {
            var book = books.get(turn);
            if (book == null) {
                book = read(turn);
                if (turn <= turns.head || !TransactionSynchronizationManager.isActualTransactionActive())
                    books.put(turn, book);
            }
            return book;
        }
    }

    /** The last act up to this one that changed the book; 0 where it is as the house was opened with. */
    long turn(long known) {
        var seen = turns;
        if (known <= seen.head) return seen.at(known);
        long head = acts.head();
        var now = new Turns(head, table.turns());
        // Within a transaction the last act may still come to nothing.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) turns = now;
        return now.at(known);
    }

    private Book read(long turn) {
        var standing = table.standing(turn);
        if (standing.isEmpty()) return Rulebook.shipped();
        return BookReader.read(files(standing), Map.of()).versioned(versions(standing));
    }

    private static Map<String, Integer> versions(List<Edition> standing) {
        var all = new LinkedHashMap<String, Integer>();
        for (var each : standing) {
            var is = each.decision();
            if (is != null && is.version() != null && is.version() > 1)
                all.put(each.place().words(), is.version());
        }
        return all;
    }

    private Map<String, String> files(Collection<Edition> standing) {
        return PracticeFiles.of(
                table.layouts(), standing.stream().map(Edition::item).toList());
    }

    /** The files that make the book of today, by name. */
    public Map<String, String> files() {
        var standing = table.standing(acts.head());
        return standing.isEmpty() ? Rulebook.shippedFiles() : files(standing);
    }

    /** What stands in each place today. */
    List<Edition> standing() {
        return table.standing(acts.head());
    }

    /**
     * The book as it would be. 拟成的全本
     *
     * @param book null where it cannot be read; there may be something wrong all the same
     * @param ended earlier editions that would end, with the texts they would have
     */
    record Would(@Nullable Book book, List<Wrong> wrongs, List<Item> added, List<Item> ended) {}

    /** Reads the book as it would be with these in their places; one clause alone is called 草案. */
    Would would(Collection<Edition> base, List<Item> more) {
        var before = base.stream().map(Edition::item).toList();
        var kept = PracticeFiles.with(before, more).subList(0, before.size() - overlaid(before, more));
        var files = new LinkedHashMap<String, String>();
        PracticeFiles.of(table.layouts(), kept).forEach((name, text) -> files.put("现行 " + name, text));
        var beside = new LinkedHashMap<String, String>();
        for (var each : more) {
            var name = more.size() == 1 ? DRAFT : each.place().words();
            if (each.place().kind() == EditionKind.PROVISION) beside.put(name, each.text());
            else
                files.put(
                        name,
                        PracticeFiles.of(Map.of(), List.of(each))
                                .values()
                                .iterator()
                                .next());
        }
        var tried = BookReader.tried(files, beside, Map.of());
        var known = new HashSet<>(before);
        return new Would(
                tried.book(),
                tried.wrongs(),
                List.copyOf(more),
                kept.stream().filter(each -> !known.contains(each)).toList());
    }

    private static int overlaid(List<Item> before, List<Item> more) {
        var places = more.stream().map(Item::place).collect(Collectors.toSet());
        return (int)
                before.stream().filter(each -> places.contains(each.place())).count();
    }

    /** Those that wait for a decision, oldest first. */
    public List<Edition> proposals() {
        return table.open();
    }

    public Optional<Edition> find(UUID id) {
        return table.of(id);
    }

    /** The text that stands in this place today. */
    public Optional<String> text(Edition.Place place) {
        return standing().stream()
                .filter(each -> each.place().equals(place))
                .map(Edition::text)
                .findFirst();
    }

    /** All that was ever proposed for a clause, newest first. */
    public List<Edition> history(String code) {
        return table.ofClause(code).reversed();
    }

    /** All that was decided, newest first. */
    public List<Edition> decided(int most) {
        var all = new ArrayList<>(table.all());
        all.removeIf(each -> {
            var is = each.decision();
            return is == null || is.by() == null;
        });
        all.sort((one, other) -> Long.compare(act(other), act(one)));
        return all.stream().limit(most).collect(Collectors.toList());
    }

    private static long act(Edition edition) {
        var is = edition.decision();
        return is == null ? 0 : is.act();
    }
}
