package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is typed into the search box: a name, pinyin, initials, a unit, a post, an id number. 检索框 */
final class TextMatch {

    /** How far a match may be from what was typed. */
    static final int FARTHEST = 3;

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}·•]+");

    private TextMatch() {}

    /** Names hold no blanks, however they are typed. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++)
            if (gap(text.charAt(i))) return GAPS.matcher(text).replaceAll("");
        return text;
    }

    private static boolean gap(char sign) {
        return sign <= ' ' || sign == '·' || sign == '•' || Character.isSpaceChar(sign);
    }

    static boolean latin(String text) {
        return text.chars().allMatch(each -> each < 128) && text.chars().anyMatch(Character::isLetter);
    }

    /** Letters alone are a name or its pinyin: no unit or post is written so. */
    static boolean nameOnly(String text) {
        return latin(text) && text.chars().noneMatch(Character::isDigit);
    }

    /** A name as typed, made ready to be compared with many. */
    record Typed(String text, @Nullable String pinyin) {

        static Typed of(String typed) {
            var text = plain(typed);
            return new Typed(text, latin(text) ? text.toLowerCase(Locale.ROOT).replace("'", "") : null);
        }

        boolean names(Card card, boolean whole) {
            var name = plain(card.who().name());
            if (whole ? name.equals(text) : name.contains(text)) return true;
            return pinyin != null && card.who().spelled().begins(pinyin);
        }

        /** How far a match is from what was typed: the whole name, its beginning, a part of it, something else. */
        int distance(Card card) {
            var name = plain(card.who().name());
            if (name.equals(text)) return 0;
            if (name.startsWith(text)) return 1;
            if (pinyin == null) return name.contains(text) ? 2 : FARTHEST;
            var spelled = card.who().spelled();
            return spelled.first().equals(pinyin) || spelled.initials().equals(pinyin) ? 1 : 2;
        }
    }

    /**
     * Everybody whom this text may mean.
     *
     * @param numbers whether id numbers may be searched by whoever asks
     */
    static Predicate<Card> anywhere(String typed, City city, boolean numbers) {
        var asked = Typed.of(typed);
        var text = asked.text();
        if (text.isEmpty()) return card -> true;
        if (nameOnly(text)) return card -> asked.names(card, false);
        var number = text.toUpperCase(Locale.ROOT);
        boolean asNumber = numbers && number.matches("\\d{6,17}[\\dX]?");
        var units = new HashSet<UUID>();
        city.around().unitsNamed(text).forEach(each -> units.add(each.id()));
        return card -> {
            if (asked.names(card, false)) return true;
            var post = Measures.occupied(card);
            if (post != null && post.contains(text)) return true;
            if (asNumber
                    && card.who().idNumber() != null
                    && card.who().idNumber().startsWith(number)) return true;
            return !units.isEmpty() && units.contains(card.service().unit());
        };
    }
}
