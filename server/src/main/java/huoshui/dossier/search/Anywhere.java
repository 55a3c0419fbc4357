package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text typed into the search box may mean. 检索框所指
 *
 * @param numbers whether id numbers may be searched by whoever asks
 */
record Anywhere(String text, boolean numbers) implements Partition {

    private static final Written.By NAMES =
            new Written.By(card -> List.of(TextMatch.plain(card.who().name())));
    private static final Written.By POSTS = new Written.By(Measures.one(Measures::occupied));
    private static final Written.By UNITS = new Written.By(Measures.one(Anywhere::unit));

    private static @Nullable String unit(Card card) {
        var unit = card.service().unit();
        return unit == null ? null : unit.toString();
    }

    @Override
    public int parts() {
        return 1;
    }

    @Override
    public ToIntFunction<Card> in(City city) {
        var matches = TextMatch.anywhere(text, city, numbers);
        return card -> matches.test(card) ? 0 : -1;
    }

    /** Letters are looked up among the ways to type a name, signs among names, posts and units; numbers are asked of everybody. */
    @Override
    public BitSet[] of(City city) {
        var asked = TextMatch.Typed.of(text);
        var letters = asked.pinyin();
        if (letters != null && TextMatch.nameOnly(asked.text())) return new BitSet[] {spelled(asked, letters, city)};
        if (asked.text().isEmpty() || asked.text().chars().anyMatch(Character::isDigit))
            return Partition.super.of(city);
        return new BitSet[] {written(asked.text(), city)};
    }

    private static BitSet spelled(TextMatch.Typed asked, String letters, City city) {
        var spellings = city.derived(new Spellings.Sorted());
        var found = spellings.beginning(letters);
        spellings.lettered().stream()
                .filter(i -> asked.names(city.at(i), false))
                .forEach(found::set);
        return found;
    }

    private BitSet written(String signs, City city) {
        var names = city.derived(NAMES);
        var posts = city.derived(POSTS);
        var perhaps = names.changed();
        perhaps.or(posts.changed());
        names.enter(signs, false, perhaps);
        posts.enter(signs, false, perhaps);
        var units = city.derived(UNITS);
        perhaps.or(units.changed());
        city.around().unitsNamed(signs).forEach(each -> units.enter(each.id().toString(), true, perhaps));
        perhaps.and(city.present());
        return partOf(perhaps, city)[0];
    }
}
