package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Found.Gap;
import huoshui.dossier.search.Found.Heaps;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.JournaledReadings;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks conditions of everybody in sight and sorts them into three heaps. 人员检索 */
@Component
public class PeopleSearch {

    private static final int LARGEST_PAGE = 1000;
    /** So few are asked one by one; for more, everybody is, and the answers are kept. */
    private static final int FEW = 200;

    private static final Order IN_SERVICE_FIRST = new Order("state", false);

    private final Cities cities;
    private final ResumeTable resumes;
    private final Members members;
    private final Criteria criteria;
    private final JournaledReadings readings;

    PeopleSearch(Cities cities, ResumeTable resumes, Members members, Criteria criteria, JournaledReadings readings) {
        this.cities = cities;
        this.resumes = resumes;
        this.members = members;
        this.criteria = criteria;
        this.readings = readings;
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
        var settled = settled(asking, sight, city.at());
        var among = narrowed(settled, view(sight), city);
        var people = both(among, whose(settled, settled.whose(), city));
        var query = ready(settled, sight, city);
        var sorted = Sorting.of(query, people, city, asking);
        int size = Math.clamp(asking.size(), 1, LARGEST_PAGE);
        int all = sorted.shown.cardinality();
        int from = Math.min(begin.offset(), all);
        int to = Math.min(from + size, all);
        return new Found(
                city,
                people.cardinality(),
                sorted.heaps,
                sorted.gaps,
                Structure.of(sorted.shown, city),
                ranked(sorted.shown, asking.order(), city, from, to),
                footings(settled, sight, query, among, city),
                to == all ? null : new Cursor(city.at(), to, question).text());
    }

    /**
     * The same question asked of cadres and of talents, so that whoever looks at one sees how many the other has; not where sealed
     * chapters are read, for the reading is journaled of those alone who were asked about.
     */
    private static Found.@Nullable Footings footings(
            Asking settled, Sight sight, @Nullable Query query, BitSet among, City city) {
        if (!sight.reachesTalents() || settled.people() != null || settled.opened()) return null;
        var cadres = both(among, whose(settled, Asking.Whom.CADRES, city));
        var talents = both(among, whose(settled, Asking.Whom.TALENTS, city));
        var shownOfCadres = Sorting.of(query, cadres, city, settled).shown;
        var shownOfTalents = Sorting.of(query, talents, city, settled).shown;
        return new Found.Footings(
                shownOfCadres.cardinality(),
                shownOfTalents.cardinality(),
                both(shownOfCadres, shownOfTalents).cardinality());
    }

    /**
     * The same with the sealed chapters opened that the condition reads, for the purpose stated: journaled of everybody asked about
     * at the clocks the page is read at, which a later page brings with it.
     */
    public Found find(Signed who, Asking asking, AsOf at, @Nullable String cursor) {
        var clocks = cursor == null ? at : Cursor.read(cursor).at();
        return find(opened(who, asking, clocks), who.sight(), at, cursor);
    }

    /** Everybody in one heap, in order. */
    public List<Card> all(Asking asking, Sight sight, AsOf at) {
        var city = cities.at(at);
        var settled = settled(asking, sight, at);
        var people = asked(settled, view(sight), city);
        var query = ready(settled, sight, city);
        var shown = Sorting.of(query, people, city, asking).shown;
        return ranked(shown, asking.order(), city, 0, shown.cardinality());
    }

    private static List<Card> ranked(BitSet people, Order order, City city, int from, int to) {
        var page = new ArrayList<Card>(to - from);
        if (from == to) return page;
        int at = 0;
        for (int place : city.derived(new Ranked(order))) {
            if (!people.get(place)) continue;
            if (at >= from) page.add(city.at(place));
            if (++at == to) break;
        }
        return page;
    }

    /** The city of these clocks; whom an account sees in it is decided by {@link #view}. */
    public City city(AsOf at) {
        return cities.at(at);
    }

    /**
     * The first few whom a typed text may mean in the city of any day: whole names, then beginnings of names or pinyin, then the
     * rest.
     */
    public List<Card> typed(String text, View view, City city, int most) {
        var people = (BitSet)
                city.derived(new Anywhere(TextMatch.plain(text), IdNumbers.searchable(view.sight())))[0].clone();
        people.and(view.seen(city));
        var typed = TextMatch.Typed.of(text);
        var near = new ArrayList<List<Card>>();
        for (int i = 0; i <= TextMatch.FARTHEST; i++) near.add(new ArrayList<>());
        for (int place : city.derived(new Ranked(IN_SERVICE_FIRST))) {
            if (!people.get(place)) continue;
            var card = city.at(place);
            var those = near.get(typed.distance(card));
            if (those.size() < most) those.add(card);
            if (near.getFirst().size() == most) break;
        }
        return near.stream().flatMap(List::stream).limit(most).toList();
    }

    /** How many of those in sight meet a condition. */
    public int count(Condition condition, Sight sight) {
        var city = cities.now();
        var settled = settled(Asking.of(condition), sight, city.at());
        var people = asked(settled, view(sight), city);
        return Sorting.of(ready(settled, sight, city), people, city, Asking.all())
                .heaps
                .met();
    }

    /**
     * Who of those in service meets each of these conditions, everybody where one is null, by their places in the city; where
     * two sets meet are those who meet both conditions.
     */
    public List<BitSet> met(List<? extends @Nullable Condition> conditions, Sight sight, AsOf at) {
        var city = cities.at(at);
        var people = asked(Asking.all(), view(sight), city);
        var sets = new ArrayList<BitSet>();
        for (var condition : conditions) {
            if (condition == null) {
                sets.add((BitSet) people.clone());
                continue;
            }
            var query = query(members.settled(condition, sight, at), sight, city, false);
            sets.add(both(Sorting.answers(query, people, city).met(), people));
        }
        return sets;
    }

    /** @throws Refusal as {@link #find} does at these clocks, but for the purpose that sealed chapters need */
    public void check(Condition condition, Sight sight, City city) {
        query(members.settled(condition, sight, city.at()), sight, city, true);
    }

    /** The same of a list, by its own names; it may be one that is not saved yet. */
    public void check(SavedList list, Sight sight, City city) {
        query(members.settled(list, city.at()), sight, city, true);
    }

    void check(SavedList draft, Sight sight) {
        check(draft, sight, cities.now());
    }

    /**
     * The same question with the sealed chapters opened that its condition reads, for the purpose stated; that they are read of
     * everybody asked about is journaled. Without a purpose, or where nothing sealed is read, the question itself.
     */
    public Asking opened(Signed who, Asking asking, AsOf at) {
        var purpose = who.purpose();
        if (purpose == null || asking.condition() == null) return asking;
        var settled = settled(asking, who.sight(), at);
        var sealed = sealed(Objects.requireNonNull(settled.condition()), at);
        if (sealed.isEmpty()) return asking;
        var city = cities.at(at);
        query(settled.condition(), who.sight(), city, true);
        var lines = new ArrayList<Auditable.Line>();
        asked(settled, view(who.sight()), city).stream().forEach(place -> {
            var person = city.at(place).id();
            for (var chapter : sealed)
                lines.add(new Auditable.Line(
                        Verb.READ,
                        person,
                        chapter,
                        null,
                        new Canonical().add(chapter.name()).add(person).bytes()));
        });
        readings.announce(who.actor(), lines);
        return asking.open();
    }

    private Set<Chapter> sealed(Condition settled, AsOf at) {
        var all = EnumSet.noneOf(Chapter.class);
        settled.leaves().forEach(each -> {
            if (each instanceof Condition.Criterion(var written))
                all.addAll(criteria.ready(written, at.known()).chapters());
        });
        all.removeIf(each -> !each.sealed());
        return all;
    }

    /** One field made ready for one city; for explaining what somebody answered. */
    public Criteria.Asked ready(Condition.Test test, Sight sight, City city) {
        var query = query(test, sight, city, false);
        return query::verdict;
    }

    private Asking settled(Asking asking, Sight sight, AsOf at) {
        var condition = asking.condition();
        return condition == null ? asking : asking.asking(members.settled(condition, sight, at));
    }

    private @Nullable Query ready(Asking settled, Sight sight, City city) {
        var condition = settled.condition();
        return condition == null ? null : query(condition, sight, city, settled.opened());
    }

    private Query query(Condition settled, Sight sight, City city, boolean opened) {
        var occasion = new Occasion(city, words -> kept(resumes.containing(words, city.at()), city));
        return Query.of(settled, occasion, new Query.Reader(sight::reads, opened, criteria, view(sight)::sees));
    }

    private static Set<UUID> kept(List<UUID> dossiers, City city) {
        var all = new HashSet<UUID>();
        for (var each : dossiers) all.add(city.kept(each));
        return all;
    }

    private static BitSet asked(Asking asking, View view, City city) {
        return both(narrowed(asking, view, city), whose(asking, asking.whose(), city));
    }

    private static BitSet both(BitSet one, BitSet other) {
        var both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** Those of this footing; whoever is named is asked about whatever they are. */
    private static BitSet whose(Asking asking, Asking.Whom whom, City city) {
        return asking.people() != null ? city.present() : Footed.of(whom, asking.everyState(), city);
    }

    private static BitSet narrowed(Asking asking, View view, City city) {
        var people = (BitSet) view.seen(city).clone();
        var wanted = asking.people();
        if (wanted != null) people.and(places(wanted, city));
        if (asking.unit() != null) people.and(city.derived(new Beneath(asking.unit()))[0]);
        if (asking.text() != null)
            people.and(
                    city.derived(new Anywhere(TextMatch.plain(asking.text()), IdNumbers.searchable(view.sight())))[0]);
        return people;
    }

    private static BitSet places(List<UUID> people, City city) {
        var places = new BitSet(city.places());
        for (var each : people) {
            int at = city.place(each);
            if (at >= 0) places.set(at);
        }
        return places;
    }

    /** Everybody asked about: heaps counted, the shown one kept, gaps told. */
    private record Sorting(Heaps heaps, List<Gap> gaps, BitSet shown) {

        static Sorting of(@Nullable Query query, BitSet people, City city, Asking asking) {
            var heap = asking.heap();
            if (query == null)
                return new Sorting(
                        new Heaps(people.cardinality(), 0, 0), List.of(), heap == Verdict.MET ? people : new BitSet());
            var answers = answers(query, people, city);
            var met = both(answers.met(), people);
            var unknown = both(answers.unknown(), people);
            var rest = (BitSet) people.clone();
            rest.andNot(met);
            rest.andNot(unknown);
            var shown = switch (heap) {
                case MET -> met;
                case NOT_MET -> rest;
                case UNKNOWN -> asking.lacking() == null ? unknown : lacking(asking.lacking(), query, answers, people);
            };
            return new Sorting(
                    new Heaps(met.cardinality(), rest.cardinality(), unknown.cardinality()),
                    gaps(query, answers, people),
                    shown);
        }

        /** Whom silence about this field keeps open: as many as {@link #gaps} says. */
        private static BitSet lacking(String field, Query query, Answers answers, BitSet people) {
            int at = query.gaps().indexOf(field);
            var open = at < 0 || at >= answers.open().length ? null : answers.open()[at];
            return open == null ? new BitSet() : both(open, people);
        }

        /** Few are asked one by one; of many everybody is asked at once, and the answers are kept. */
        static Answers answers(Query query, BitSet people, City city) {
            return people.cardinality() <= FEW ? query.each(people, city) : query.everybody(city);
        }

        private static List<Gap> gaps(Query query, Answers answers, BitSet people) {
            var all = new ArrayList<Gap>();
            for (int i = 0; i < answers.open().length; i++) {
                var open = answers.open()[i];
                int count = open == null ? 0 : both(open, people).cardinality();
                var name = query.gaps().get(i);
                if (count > 0) all.add(new Gap(name, Fields.label(name), count));
            }
            all.sort(Comparator.comparing(Gap::count).reversed());
            return all;
        }
    }
}
