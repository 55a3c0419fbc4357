package huoshui.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words a code measure can answer, highest first where they are ordered; at most 62. 词表
 *
 * @param ordered how many of the first words have a place in the order
 */
public final class Words {

    private static final int MOST = 4000;

    private final List<String> titles;
    private final int ordered;
    private final Function<String, @Nullable Integer> reader;
    private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();

    private Words(List<String> titles, int ordered, Function<String, @Nullable Integer> reader) {
        this.titles = titles;
        this.ordered = ordered;
        this.reader = reader;
    }

    static <E extends Enum<E>> Words of(
            E[] values, int ordered, Function<E, String> title, Function<String, java.util.Optional<E>> reader) {
        var titles = new ArrayList<String>();
        for (var each : values) titles.add(title.apply(each));
        return new Words(List.copyOf(titles), ordered, text -> {
            for (var each : values)
                if (each.name().equalsIgnoreCase(text.replace('-', '_'))
                        || title.apply(each).equals(text)) return each.ordinal();
            return reader.apply(text).map(Enum::ordinal).orElse(null);
        });
    }

    static Words plain(List<String> titles, int ordered) {
        return new Words(titles, ordered, text -> {
            int at = titles.indexOf(text);
            return at < 0 ? null : at;
        });
    }

    List<String> titles() {
        return titles;
    }

    int ordered() {
        return ordered;
    }

    /** Its place; empty for a word that is none of these. Remembered: a city says the same few words a million times. */
    OptionalInt find(String text) {
        var known = seen.get(text);
        if (known == null) {
            var read = reader.apply(text);
            known = read == null ? -1 : read;
            if (seen.size() < MOST) seen.put(text, known);
        }
        return known < 0 ? OptionalInt.empty() : OptionalInt.of(known);
    }

    String words(long codes) {
        if (codes == 0) return "无";
        var all = new ArrayList<String>();
        for (int i = 0; i < titles.size(); i++) if ((codes & 1L << i) != 0) all.add(titles.get(i));
        return all.stream().collect(Collectors.joining("、"));
    }

    /** Bits of the words from the top down to this one. */
    static long down(int to) {
        return (1L << to + 1) - 1;
    }

    @Override
    public String toString() {
        return "%d words".formatted(titles.size()).toLowerCase(Locale.ROOT);
    }
}
