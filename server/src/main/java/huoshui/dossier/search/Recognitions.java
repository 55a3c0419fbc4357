package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.ServiceState;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom pasted lines mean: names, id numbers, rows of a roster. 认人 */
@Component
public class Recognitions {

    private static final Pattern NUMBER = Pattern.compile("\\d{17}[\\dXx]|\\d{15}");
    private static final Pattern DATE = Pattern.compile("\\d{4}\\s*[.年\\-/]\\s*\\d{1,2}");
    private static final int MOST_CANDIDATES = 10;

    private final PeopleSearch search;

    Recognitions(PeopleSearch search) {
        this.search = search;
    }

    /** @param talent whether this is a talent who is no cadre */
    public record Candidate(
            UUID id,
            String name,
            @Nullable PartialDate birth,
            @Nullable String post,
            boolean talent) {

        public static Candidate of(Card card, Sight sight) {
            return new Candidate(
                    card.id(),
                    card.who().name(),
                    card.who().birth(),
                    sight.reads(Chapter.CAREER) ? Measures.occupied(card) : null,
                    !card.footing().cadre());
        }
    }

    /** A line that means one person. */
    public record One(String line, UUID id, String name) {}

    /** A line that several people answer to. */
    public record Several(String line, List<Candidate> candidates) {}

    /** A line nobody answers to, and who comes near. */
    public record None(String line, List<Candidate> near) {}

    public record Recognized(List<One> recognized, List<Several> ambiguous, List<None> unknown) {}

    /**
     * Lines in any order of cells; blanks inside names do not matter. Names, numbers, posts and service are those of the clocks,
     * so that a list pasted on a page of another day means the people of that day. Only people in sight are told.
     */
    public Recognized of(List<String> lines, Sight sight, AsOf at) {
        var city = search.city(at);
        var register = new NameRegister(city.cards(search.view(sight).seen(city)), IdNumbers.searchable(sight));
        var answer = new Recognized(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var each : lines) if (!each.isBlank()) recognize(each.strip(), register, sight, answer);
        return answer;
    }

    private static void recognize(String line, NameRegister register, Sight sight, Recognized into) {
        var plain = Normalizer.normalize(line, Normalizer.Form.NFKC);
        var number = number(plain, register);
        if (number.isPresent()) {
            into.recognized.add(one(line, number.get()));
            return;
        }
        var name = name(plain, register);
        var found = narrowed(register.named(name), plain);
        if (found.size() == 1) into.recognized.add(one(line, found.getFirst()));
        else if (found.isEmpty()) into.unknown.add(new None(line, candidates(register.near(name), sight)));
        else into.ambiguous.add(new Several(line, candidates(found, sight)));
    }

    private static Optional<Card> number(String line, NameRegister register) {
        var matcher = NUMBER.matcher(line);
        return matcher.find() ? register.numbered(matcher.group().toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** The whole line without blanks, or the first cell that is a name, or else the first cell that could be one. */
    private static String name(String line, NameRegister register) {
        var whole = TextMatch.plain(line);
        if (!register.named(whole).isEmpty()) return whole;
        var cells = line.split("[\\t,，;；|]|\\s{2,}", -1);
        for (var each : cells) if (!register.named(TextMatch.plain(each)).isEmpty()) return TextMatch.plain(each);
        for (var each : line.split("[\\s,，;；|]+", -1))
            if (!register.named(TextMatch.plain(each)).isEmpty()) return TextMatch.plain(each);
        for (var each : cells) if (TextMatch.plain(each).matches("\\D{2,}")) return TextMatch.plain(each);
        return whole;
    }

    /** Of several of one name, those the rest of the line speaks of: by birth, then by unit or post, then in service. */
    private static List<Card> narrowed(List<Card> found, String line) {
        if (found.size() < 2) return found;
        var dates = DATE.matcher(line)
                .results()
                .flatMap(each -> PartialDate.read(each.group().replaceAll("\\s", "")).stream())
                .map(PartialDate::toMonth)
                .toList();
        var born = found.stream()
                .filter(each -> each.who().birth() != null
                        && dates.contains(each.who().birth().toMonth()))
                .toList();
        if (born.size() == 1) return born;
        var pool = born.isEmpty() ? found : born;
        var posted = pool.stream()
                .filter(each -> each.posts().text() != null
                        && line.contains(each.posts().text()))
                .toList();
        if (posted.size() == 1) return posted;
        var serving = pool.stream()
                .filter(each -> each.service().state() == ServiceState.SERVING)
                .toList();
        return serving.isEmpty() ? pool : serving.size() == 1 ? pool : serving;
    }

    private static One one(String line, Card card) {
        return new One(line, card.id(), card.who().name());
    }

    private static List<Candidate> candidates(List<Card> cards, Sight sight) {
        return cards.stream()
                .limit(MOST_CANDIDATES)
                .map(each -> Candidate.of(each, sight))
                .toList();
    }
}
