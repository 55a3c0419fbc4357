package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import java.util.Locale;
import java.util.function.Predicate;

/** What is typed into the search box: a name, pinyin, initials, a unit, a post, an id number. 检索框 */
final class TextMatch {

    private TextMatch() {}

    /** Names hold no blanks, however they are typed. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}·•]+", "");
    }

    static boolean latin(String text) {
        return text.chars().allMatch(each -> each < 128) && text.chars().anyMatch(Character::isLetter);
    }

    static boolean name(Card card, String typed, boolean whole) {
        var text = plain(typed);
        if (text.isEmpty()) return true;
        var name = plain(card.who().name());
        if (whole ? name.equals(text) : name.contains(text)) return true;
        return latin(text)
                && card.who()
                        .spelled()
                        .begins(text.toLowerCase(Locale.ROOT).replace('\'', ' ').replace(" ", ""));
    }

    /**
     * Everybody whom this text may mean.
     *
     * @param numbers whether id numbers may be searched by whoever asks
     */
    static Predicate<Card> anywhere(String typed, City city, boolean numbers) {
        var text = plain(typed);
        if (text.isEmpty()) return card -> true;
        if (latin(text) && !text.matches(".*\\d.*")) return card -> name(card, text, false);
        var number = text.toUpperCase(Locale.ROOT);
        boolean asNumber = numbers && number.matches("\\d{6,17}[\\dX]?");
        return card -> {
            if (name(card, text, false)) return true;
            var post = card.posts().text();
            if (post != null && post.contains(text)) return true;
            if (asNumber
                    && card.who().idNumber() != null
                    && card.who().idNumber().startsWith(number)) return true;
            return city.around()
                    .unit(card.service().unit())
                    .filter(each -> each.name().contains(text))
                    .isPresent();
        };
    }

    /** How far a match is from what was typed: the whole name, its beginning, a part of it, something else. */
    static int distance(Card card, String typed) {
        var text = plain(typed);
        var name = plain(card.who().name());
        if (name.equals(text)) return 0;
        if (name.startsWith(text)) return 1;
        var spelled = card.who().spelled();
        var lower = text.toLowerCase(Locale.ROOT);
        if (spelled.first().equals(lower) || spelled.initials().equals(lower)) return 1;
        if (latin(text)) return 2;
        return name.contains(text) ? 2 : 3;
    }
}
