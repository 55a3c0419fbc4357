package huoshui.rule;

import huoshui.rule.Sheet.Part;
import java.util.List;

/** Reads which words a code may be. 代码比较的认读 */
final class MaskReader {

    static final List<String> WAYS = List.of("at-least", "at-most", "above", "below", "is", "between", "in", "not-in");

    private MaskReader() {}

    /** Which words a code may be. 代码的取值 */
    record Mask(long bits, boolean negated, String asks) {}

    static Mask read(Part part, Words words) {
        if (part.isText() || part.isList()) {
            long bits = 0;
            for (var each : part.list()) bits |= 1L << place(each, words);
            return new Mask(bits, false, part.isText() ? "为" + part.text() : "为" + words.words(bits));
        }
        Mask found = null;
        for (var entry : part.map().entrySet()) {
            if (!WAYS.contains(entry.getKey())) continue;
            if (found != null) throw part.wrong("代码只比较一样");
            found = read(entry.getKey(), entry.getValue(), words);
        }
        if (found == null) throw part.wrong("没有写怎样比较，可写：%s", String.join("、", WAYS));
        return found;
    }

    private static Mask read(String how, Part value, Words words) {
        long order = Words.down(words.ordered() - 1);
        return switch (how) {
            case "is", "in" -> read(value, words);
            case "not-in" -> {
                var of = read(value, words);
                yield new Mask(of.bits(), true, "非" + words.words(of.bits()));
            }
            case "between" -> {
                if (value.list().size() != 2) throw value.wrong("between 要写两端");
                int one = ranked(value.list().get(0), words);
                int other = ranked(value.list().get(1), words);
                long bits = Words.down(Math.max(one, other)) & ~(Words.down(Math.min(one, other)) >> 1);
                yield new Mask(
                        bits,
                        false,
                        "在%s与%s之间"
                                .formatted(
                                        value.list().get(0).text(),
                                        value.list().get(1).text()));
            }
            case "at-least" -> new Mask(Words.down(ranked(value, words)), false, "不低于" + value.text());
            case "at-most" -> new Mask(order & ~(Words.down(ranked(value, words)) >> 1), false, "不高于" + value.text());
            case "above" -> new Mask(Words.down(ranked(value, words)) >> 1, false, "高于" + value.text());
            default -> new Mask(order & ~Words.down(ranked(value, words)), false, "低于" + value.text());
        };
    }

    private static int place(Part word, Words words) {
        return words.find(word.text())
                .orElseThrow(() -> word.wrong("没有“%s”，可写：%s", word.text(), String.join("、", words.titles())));
    }

    private static int ranked(Part word, Words words) {
        int at = place(word, words);
        if (at >= words.ordered()) throw word.wrong("“%s”不在高低次序之内，只能写 is、in 或 not-in", word.text());
        return at;
    }
}
