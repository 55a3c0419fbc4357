package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Field.Asked;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether one of some words stands among somebody's texts. 词句
 *
 * @param whole whether a word must be the whole text
 * @param silent of whom it stays open where there is no text at all
 */
record WordsAsked(List<String> words, boolean whole, Function<Card, List<String>> texts, Predicate<Card> silent)
        implements Asked {

    @Override
    public Verdict of(Card card) {
        var all = texts.apply(card);
        for (var each : all)
            for (var word : words) if (whole ? each.equals(word) : each.contains(word)) return Verdict.MET;
        return all.isEmpty() && silent.test(card) ? Verdict.UNKNOWN : Verdict.NOT_MET;
    }

    @Override
    public BitSet perhaps(City city) {
        var written = city.derived(new Written.By(texts));
        var perhaps = written.changed();
        perhaps.or(written.silent());
        for (var each : words) written.enter(each, whole, perhaps);
        perhaps.and(city.present());
        return perhaps;
    }
}
