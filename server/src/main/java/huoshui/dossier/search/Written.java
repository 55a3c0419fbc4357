package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Everybody's texts of one field turned round: each text once, with who has it, found by any of its signs. 文本倒查
 *
 * <p>Those who have changed since it was made are always among the answers; whoever asks looks at each of them anyway.
 */
final class Written {

    /** Turned round anew when so many have changed. */
    private static final int MOST_CHANGED = 500;

    private static final int SIGNS = Character.MAX_VALUE + 1;

    private final Map<String, Integer> numbers;
    private final String[] texts;
    private final int[][] holders;
    private final BySign bySign;
    private final BitSet silent;
    private final BitSet changed;

    private Written(
            Map<String, Integer> numbers,
            String[] texts,
            int[][] holders,
            BySign bySign,
            BitSet silent,
            BitSet changed) {
        this.numbers = numbers;
        this.texts = texts;
        this.holders = holders;
        this.bySign = bySign;
        this.silent = silent;
        this.changed = changed;
    }

    /** @param texts what somebody has in the field; the same object for the same field */
    record By(Function<Card, List<String>> texts) implements Derivation<Written> {

        @Override
        public Written of(City city) {
            var numbers = new HashMap<String, Integer>();
            var holders = new Holders();
            var silent = new BitSet(city.places());
            var present = city.present();
            city.cards(present);
            for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
                var all = texts.apply(city.at(i));
                if (all.isEmpty()) silent.set(i);
                for (var each : all) {
                    var number = numbers.putIfAbsent(each, numbers.size());
                    holders.add(number == null ? numbers.size() - 1 : number, i);
                }
            }
            var texts = new String[numbers.size()];
            numbers.forEach((text, number) -> texts[number] = text);
            return new Written(numbers, texts, holders.all(texts.length), BySign.of(texts), silent, new BitSet());
        }

        @Override
        public Written renewed(Written before, BitSet changed, City city) {
            var sum = (BitSet) before.changed.clone();
            sum.or(changed);
            return sum.cardinality() > MOST_CHANGED
                    ? of(city)
                    : new Written(before.numbers, before.texts, before.holders, before.bySign, before.silent, sum);
        }
    }

    /** Places of each text, in growing order. */
    private static final class Holders {

        private int[][] all = new int[1024][];
        private int[] sizes = new int[1024];

        private void add(int text, int place) {
            if (text >= all.length) {
                all = Arrays.copyOf(all, text * 2);
                sizes = Arrays.copyOf(sizes, text * 2);
            }
            var those = all[text];
            int size = sizes[text];
            if (those == null) all[text] = those = new int[1];
            if (size > 0 && those[size - 1] == place) return;
            if (size == those.length) all[text] = those = Arrays.copyOf(those, size * 2);
            those[size] = place;
            sizes[text]++;
        }

        private int[][] all(int size) {
            return IntStream.range(0, size)
                    .mapToObj(i -> Arrays.copyOf(all[i], sizes[i]))
                    .toArray(int[][]::new);
        }
    }

    /**
     * In which texts a sign stands: where the texts of each sign begin among all, one more at the end.
     */
    private static final class BySign {

        private final int[] begin;
        private final int[] all;

        private BySign(int[] begin, int[] all) {
            this.begin = begin;
            this.all = all;
        }

        static BySign of(String[] texts) {
            var begin = new int[SIGNS + 1];
            each(texts, (sign, text) -> begin[sign + 1]++);
            for (int i = 0; i < SIGNS; i++) begin[i + 1] += begin[i];
            var next = begin.clone();
            var all = new int[begin[SIGNS]];
            each(texts, (sign, text) -> all[next[sign]++] = text);
            return new BySign(begin, all);
        }

        private interface Seen {
            void sign(int sign, int text);
        }

        /** A sign that stands in a text twice is seen once. */
        private static void each(String[] texts, Seen seen) {
            var last = new int[SIGNS];
            for (int text = 0; text < texts.length; text++) {
                for (int i = 0; i < texts[text].length(); i++) {
                    int sign = texts[text].charAt(i);
                    if (last[sign] == text + 1) continue;
                    last[sign] = text + 1;
                    seen.sign(sign, text);
                }
            }
        }

        private int count(char sign) {
            return begin[sign + 1] - begin[sign];
        }

        private char rarest(String word) {
            char rarest = word.charAt(0);
            for (int i = 1; i < word.length(); i++) if (count(word.charAt(i)) < count(rarest)) rarest = word.charAt(i);
            return rarest;
        }

        private IntStream texts(String word) {
            char sign = rarest(word);
            return Arrays.stream(all, begin[sign], begin[sign + 1]);
        }
    }

    /** Those without any text, but for those who have changed meanwhile; not to be changed. */
    BitSet silent() {
        return silent;
    }

    /** A new set of those who have changed meanwhile. */
    BitSet changed() {
        return (BitSet) changed.clone();
    }

    /** Puts into the set who has a text that holds the word, or that is the word. */
    void enter(String word, boolean whole, BitSet into) {
        if (whole) {
            var number = numbers.get(word);
            if (number != null) enter(number, into);
        } else bySign.texts(word).filter(each -> texts[each].contains(word)).forEach(each -> enter(each, into));
    }

    private void enter(int text, BitSet into) {
        for (int place : holders[text]) into.set(place);
    }
}
