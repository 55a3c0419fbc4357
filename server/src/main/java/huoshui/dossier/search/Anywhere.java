package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.BitSet;
import java.util.function.ToIntFunction;

/**
 * Whom a text typed into the search box may mean. 检索框所指
 *
 * @param numbers whether id numbers may be searched by whoever asks
 */
record Anywhere(String text, boolean numbers) implements Partition {

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        var matches = TextMatch.anywhere(text, city, numbers);
        return card -> matches.test(card) ? 0 : -1;
    }

    /** What is typed in Latin letters is looked up among the ways to type a name. */
    @Override
    public BitSet[] of(City city) {
        var asked = TextMatch.Typed.of(text);
        if (asked.pinyin() == null || !TextMatch.nameOnly(asked.text())) return Partition.super.of(city);
        var spellings = city.derived(new Spellings.Sorted());
        var found = spellings.beginning(asked.pinyin());
        spellings.lettered().stream()
                .filter(i -> asked.names(city.at(i), false))
                .forEach(found::set);
        return new BitSet[] {found};
    }
}
