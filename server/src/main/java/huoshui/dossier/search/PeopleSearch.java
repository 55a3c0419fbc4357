package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.city.ServiceState;
import huoshui.dossier.search.Found.Gap;
import huoshui.dossier.search.Found.Heaps;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks conditions of everybody in sight and sorts them into three heaps. 人员检索 */
@Component
public class PeopleSearch {

    private static final int LARGEST_PAGE = 1000;

    private final Cities cities;
    private final ResumeTable resumes;

    PeopleSearch(Cities cities, ResumeTable resumes) {
        this.cities = cities;
        this.resumes = resumes;
    }

    /** Whom this account sees. */
    public View view(Sight sight) {
        return new View(sight, cities.now());
    }

    /**
     * One page of a list, and what the whole of it is made of.
     *
     * @param cursor where the page begins; null for the first. Later pages are read at the clocks of the first
     * @throws Refusal about the condition ({@code unknown-field}, {@code bad-op}, {@code bad-value}, {@code sealed-field})
     *     or the cursor ({@code bad-cursor})
     */
    public Found find(Asking asking, Sight sight, AsOf at, @Nullable String cursor) {
        int question = (asking + "/" + sight.account()).hashCode();
        var begin = cursor == null ? new Cursor(at, 0, question) : Cursor.read(cursor, question);
        var city = cities.at(begin.at());
        var people = asked(asking, view(sight), city);
        var query = asking.condition() == null ? null : ready(asking.condition(), sight, city);
        var sorted = new Sorting(query, people, asking.heap());
        int size = Math.clamp(asking.size(), 1, LARGEST_PAGE);
        int from = Math.min(begin.offset(), sorted.shown.size());
        int to = Math.min(from + size, sorted.shown.size());
        var page = asking.order().first(sorted.shown, city.around(), to).subList(from, to);
        return new Found(
                city,
                people.size(),
                sorted.heaps(),
                sorted.gaps(),
                Structure.of(sorted.shown, city.around()),
                page,
                to == sorted.shown.size() ? null : new Cursor(city.at(), to, question).text());
    }

    /** Everybody in one heap, in order. */
    public List<Card> all(Asking asking, Sight sight, AsOf at) {
        var city = cities.at(at);
        var people = asked(asking, view(sight), city);
        var query = asking.condition() == null ? null : ready(asking.condition(), sight, city);
        return asking.order().sort(new Sorting(query, people, asking.heap()).shown, city.around());
    }

    /** The first few whom a typed text may mean: whole names, then beginnings of names or pinyin, then the rest. */
    public List<Card> typed(String text, View view, int most) {
        var matches = TextMatch.anywhere(text, view.today(), IdNumbers.searchable(view.sight()));
        var typed = TextMatch.Typed.of(text);
        return view.today().cards().stream()
                .filter(matches)
                .filter(view::sees)
                .map(each -> new Near(typed.distance(each), each))
                .sorted(Near.NEAREST)
                .limit(most)
                .map(Near::card)
                .toList();
    }

    private record Near(int distance, Card card) {

        static final Comparator<Near> NEAREST = Comparator.comparingInt(Near::distance)
                .thenComparing(each -> each.card.service().state())
                .thenComparing(each -> each.card.who().spelled().first())
                .thenComparing(each -> each.card.id());
    }

    /** How many of those in sight meet a condition. */
    public int count(Condition condition, Sight sight) {
        var city = cities.now();
        var asking = Asking.of(condition);
        return new Sorting(ready(condition, sight, city), asked(asking, view(sight), city), Verdict.MET).met;
    }

    /** @throws Refusal as {@link #find} does */
    public void check(Condition condition, Sight sight) {
        ready(condition, sight, cities.now());
    }

    private Query ready(Condition condition, Sight sight, City city) {
        var occasion =
                new Occasion(city.at(), city.around(), words -> kept(resumes.containing(words, city.at()), city));
        return Query.of(condition, occasion, field -> sight.reads(field.chapter()));
    }

    private static Set<UUID> kept(List<UUID> dossiers, City city) {
        var all = new HashSet<UUID>();
        for (var each : dossiers) all.add(city.kept(each));
        return all;
    }

    private static List<Card> asked(Asking asking, View view, City city) {
        var wanted = asking.people() == null ? null : new HashSet<UUID>();
        if (wanted != null) for (var each : Objects.requireNonNull(asking.people())) wanted.add(city.kept(each));
        Predicate<Card> asked = view::sees;
        if (!asking.everyState() && wanted == null)
            asked = and(card -> card.service().state() == ServiceState.SERVING, asked);
        if (asking.unit() != null) {
            var units = city.around().under(asking.unit());
            asked = and(
                    card -> card.service().unit() != null
                            && units.contains(card.service().unit()),
                    asked);
        }
        if (asking.text() != null)
            asked = and(TextMatch.anywhere(asking.text(), city, IdNumbers.searchable(view.sight())), asked);
        var all = wanted == null
                ? city.cards()
                : wanted.stream().flatMap(each -> city.find(each).stream()).toList();
        return all.stream().filter(asked).toList();
    }

    private static Predicate<Card> and(Predicate<Card> one, Predicate<Card> other) {
        return one.and(other);
    }

    /** One pass over the people: heaps counted, the shown one kept, gaps told. */
    private static final class Sorting {

        private final List<String> names;
        private final int[] open;
        private final List<Card> shown = new ArrayList<>();
        private int met;
        private int notMet;
        private int unknown;

        Sorting(@Nullable Query query, List<Card> people, Verdict heap) {
            names = query == null ? List.of() : query.gaps();
            open = new int[names.size()];
            for (var each : people) {
                long answer = query == null ? Query.MET : query.ask(each);
                var verdict = Query.verdict(answer);
                switch (verdict) {
                    case MET -> met++;
                    case NOT_MET -> notMet++;
                    case UNKNOWN -> count(answer);
                }
                if (verdict == heap) shown.add(each);
            }
        }

        private void count(long answer) {
            unknown++;
            for (int i = 0; i < open.length; i++) if ((answer & 1L << i) != 0) open[i]++;
        }

        Heaps heaps() {
            return new Heaps(met, notMet, unknown);
        }

        List<Gap> gaps() {
            var all = new ArrayList<Gap>();
            for (int i = 0; i < open.length; i++)
                if (open[i] > 0) all.add(new Gap(names.get(i), Fields.label(names.get(i)), open[i]));
            all.sort(Comparator.comparing(Gap::count).reversed());
            return all;
        }
    }
}
