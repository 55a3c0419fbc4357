package huoshui.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure as somebody who writes a clause needs it. 量度说明
 *
 * @param of whom it can be read
 * @param takes names of its parameters
 * @param unit what its numbers count; null for words and flags
 * @param words it can answer; empty for numbers and flags
 * @param example as a clause writes it
 */
public record MeasureWords(
        String name,
        String title,
        List<String> of,
        List<String> takes,
        boolean needsTarget,
        @Nullable String unit,
        List<String> words,
        String example) {

    /** All there are, in the order of the catalogue. */
    public static List<MeasureWords> all() {
        return Measures.all().stream().map(MeasureWords::of).toList();
    }

    private static MeasureWords of(Measure is) {
        var words =
                is.words() == null || is.flag() ? List.<String>of() : is.words().titles();
        return new MeasureWords(
                is.name(),
                is.title(),
                is.of().stream().map(Speaks::code).sorted().toList(),
                is.takes().stream().sorted().toList(),
                is.needsTarget(),
                is.scale() == null ? null : is.scale().word(),
                words,
                example(is, words));
    }

    private static String example(Measure is, List<String> words) {
        if (is.scale() != null)
            return "{ %s: { at-least: 1 %s } }".formatted(is.name(), is.scale().code());
        if (is.flag()) return "{ %s: true }".formatted(is.name());
        return "{ %s: { in: [ %s ] } }".formatted(is.name(), words.isEmpty() ? "" : words.getFirst());
    }
}
