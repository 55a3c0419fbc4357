package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Every way to type a name in Latin letters, sorted, so that a beginning finds its people at once: full pinyin, initials, the
 * given name alone, in every reading. 拼音索引
 */
final class Spellings {

    /** One way to type one name. */
    private record Way(String typed, int place) {}

    private static final Comparator<Way> ORDER =
            Comparator.comparing(Way::typed).thenComparingInt(Way::place);

    private final String[] typed;
    private final int[] places;
    private final BitSet lettered;

    private Spellings(List<Way> ways, BitSet lettered) {
        this.typed = ways.stream().map(Way::typed).toArray(String[]::new);
        this.places = ways.stream().mapToInt(Way::place).toArray();
        this.lettered = lettered;
    }

    record Sorted() implements Derivation<Spellings> {

        @Override
        public Spellings of(City city) {
            var ways = new ArrayList<Way>();
            var lettered = new BitSet();
            enter(city, city.present(), ways, lettered);
            ways.sort(ORDER);
            return new Spellings(ways, lettered);
        }

        @Override
        public Spellings renewed(Spellings before, BitSet changed, City city) {
            var ways = new ArrayList<Way>(before.typed.length + 8);
            for (int i = 0; i < before.typed.length; i++)
                if (!changed.get(before.places[i])) ways.add(new Way(before.typed[i], before.places[i]));
            var lettered = (BitSet) before.lettered.clone();
            lettered.andNot(changed);
            var back = (BitSet) changed.clone();
            back.and(city.present());
            enter(city, back, ways, lettered);
            ways.sort(ORDER);
            return new Spellings(ways, lettered);
        }

        private static void enter(City city, BitSet places, List<Way> ways, BitSet lettered) {
            int at = 0;
            var all = city.cards(places);
            for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1))
                enter(all.get(at++), i, ways, lettered);
        }

        private static void enter(Card card, int place, List<Way> ways, BitSet lettered) {
            var who = card.who();
            for (var readings : List.of(
                    who.spelled().full(),
                    who.spelled().initials(),
                    who.spelled().given())) {
                if (readings.indexOf(' ') < 0) ways.add(new Way(readings, place));
                else for (var each : readings.split(" ", -1)) ways.add(new Way(each, place));
            }
            if (who.name().chars().anyMatch(each -> each < 128)) lettered.set(place);
        }
    }

    /** Whose name is typed so, or begins so. */
    BitSet beginning(String text) {
        var found = new BitSet();
        int from = Arrays.binarySearch(typed, text);
        if (from < 0) from = -from - 1;
        while (from > 0 && typed[from - 1].equals(text)) from--;
        for (int i = from; i < typed.length && typed[i].startsWith(text); i++) found.set(places[i]);
        return found;
    }

    /** Whose name itself holds Latin letters, so that it may hold what was typed. */
    BitSet lettered() {
        return lettered;
    }
}
