package huoshui.interchange.general;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of many tables together by person, with no more than one stretch of people in memory: people are
 * numbered as A01 lists them, and every other row is laid aside in the file of its stretch. 按人归并
 */
final class PersonSpool implements Closeable {

    private static final int SMALLEST_STRETCH = 256;
    private static final int MOST_FILES = 200;

    private final Path folder;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final RowSpool first;
    private final List<RowSpool> stretches = new ArrayList<>();
    private int stretch = SMALLEST_STRETCH;

    PersonSpool(Path folder) throws IOException {
        this.folder = folder;
        this.first = new RowSpool(folder.resolve("first"));
    }

    /** Takes a row of A01; false when this key was there before, in which case the row is not taken. */
    boolean begin(String key, Map<String, String> row) {
        if (numbers.putIfAbsent(key, keys.size()) != null) return false;
        first.lay(keys.size(), GeneralColumns.PEOPLE, row);
        keys.add(key);
        return true;
    }

    /** To be called after all of A01 and before any other row. */
    void numbered() throws IOException {
        first.seal();
        stretch = Math.max(SMALLEST_STRETCH, keys.size() / MOST_FILES + 1);
        for (int i = 0; i * stretch < keys.size(); i++) stretches.add(new RowSpool(folder.resolve("stretch" + i)));
    }

    /** Takes a further row of a person; false when A01 has no such person. */
    boolean add(String key, String set, Map<String, String> row) {
        var number = numbers.get(key);
        if (number == null) return false;
        stretches.get(number / stretch).lay(number, set, row);
        return true;
    }

    void seal() throws IOException {
        for (var each : stretches) each.seal();
    }

    int people() {
        return keys.size();
    }

    void each(Consumer<GeneralPerson> visitor) throws IOException {
        var gathering = new Gathering(visitor);
        first.each(gathering::begin);
    }

    /** Rows of one stretch at a time, handed out person by person. */
    private final class Gathering {
        private final Consumer<GeneralPerson> visitor;
        private @Nullable Map<Integer, Map<String, List<Map<String, String>>>> rows;
        private int loaded = -1;

        Gathering(Consumer<GeneralPerson> visitor) {
            this.visitor = visitor;
        }

        void begin(RowSpool.Laid laid) {
            var sets = new LinkedHashMap<String, List<Map<String, String>>>();
            sets.computeIfAbsent(laid.set(), set -> new ArrayList<>()).add(laid.values());
            further(laid.person())
                    .forEach((set, more) ->
                            sets.computeIfAbsent(set, name -> new ArrayList<>()).addAll(more));
            visitor.accept(new GeneralPerson(keys.get(laid.person()), sets));
        }

        private Map<String, List<Map<String, String>>> further(int person) {
            if (rows == null || loaded != person / stretch) {
                loaded = person / stretch;
                rows = load(stretches.get(loaded));
            }
            var found = rows.remove(person);
            return found == null ? Map.of() : found;
        }
    }

    private static Map<Integer, Map<String, List<Map<String, String>>>> load(RowSpool spool) {
        var rows = new HashMap<Integer, Map<String, List<Map<String, String>>>>();
        try {
            spool.each(laid -> rows.computeIfAbsent(laid.person(), person -> new LinkedHashMap<>())
                    .computeIfAbsent(laid.set(), set -> new ArrayList<>())
                    .add(laid.values()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        first.close();
        for (var each : stretches) each.close();
        Files.deleteIfExists(folder);
    }
}
