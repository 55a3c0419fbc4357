package huoshui.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.JournaledReadings;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What sets kept from act to act answer is what a plain walk over a city drawn anew answers: whatever is asked, whoever asks,
 * whatever has been written, merged and parted in between.
 */
@RoomTest
class EverybodyAtOnceTests {

    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 12);
    private static final int QUESTIONS = 25;
    private static final List<String> TYPED =
            List.of("w", "wang", "z", "zg", "lx", "王", "张国", "水务局", "局长", "530101", "隆川", "n");
    private static final List<String> ORDERS = List.of("order", "name", "age", "postSince", "rank", "state", "level");

    private static final List<String> CRITERIA = List.of(
            "{\"exists\":{\"kind\":\"training\",\"within\":\"36 months\"}}",
            "{\"count\":{\"kind\":\"annual-grade\",\"within\":\"5 calendar-years\",\"where\":{\"grade\":\"优秀\"},\"at-least\":\"2 times\"}}",
            "{\"effective-rank-tenure\":{\"at-least\":\"2 years\"}}",
            "{\"kin-in-line\":true}",
            "{\"cohort\":\"年轻干部\"}");

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final Dossiers dossiers;
    private final Merges merges;
    private final Subjects subjects;
    private final Cities cities;
    private final PeopleSearch search;
    private final ResumeTable resumes;
    private final Members members;
    private final Criteria criteria;
    private final Acts acts;
    private final AutowireCapableBeanFactory beans;
    private final TransactionTemplate transaction;
    private final long seed = Seeds.next();
    private final Random random = new Random(seed);
    private final List<UUID> everybody = new ArrayList<>();
    private final List<UUID> units = new ArrayList<>();

    EverybodyAtOnceTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Merges merges,
            @Autowired Subjects subjects,
            @Autowired Cities cities,
            @Autowired PeopleSearch search,
            @Autowired ResumeTable resumes,
            @Autowired Members members,
            @Autowired Criteria criteria,
            @Autowired Acts acts,
            @Autowired AutowireCapableBeanFactory beans,
            @Autowired PlatformTransactionManager transactions) {
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
        this.dossiers = dossiers;
        this.merges = merges;
        this.subjects = subjects;
        this.cities = cities;
        this.search = search;
        this.resumes = resumes;
        this.members = members;
        this.criteria = criteria;
        this.acts = acts;
        this.beans = beans;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void whatIsKeptFromActToActAnswersAsAWalkOverEverybodyDoes() {
        everybody.addAll(crowd(150));
        var questions = Stream.generate(this::question).limit(QUESTIONS).toList();
        var sights = Stream.generate(this::sight).limit(6).toList();
        for (int round = 0; round < ROUNDS; round++) {
            var anew = beans.createBean(Cities.class);
            for (int i = 0; i < QUESTIONS; i++) {
                var condition = random.nextInt(6) == 0 ? null : questions.get(random.nextInt(QUESTIONS));
                same(asking(condition), sights.get(random.nextInt(sights.size())), at(), anew);
            }
            for (var text : TYPED) same(text, sights.get(random.nextInt(sights.size())), anew);
            coming(sights.get(random.nextInt(sights.size())), anew);
            if (round % 4 == 3) everybody.addAll(crowd(20));
            disturb();
        }
    }

    /** A condition over fields, now and then with something only the language of clauses asks. */
    private Condition question() {
        var condition = NaiveAnswers.condition(random, 0);
        if (random.nextInt(3) > 0) return condition;
        var criterion = new Condition.Criterion(CRITERIA.get(random.nextInt(CRITERIA.size())));
        return random.nextBoolean()
                ? new Condition.All(List.of(condition, criterion))
                : new Condition.Any(List.of(new Condition.Not(criterion), condition));
    }

    private List<UUID> crowd(int people) {
        var crowd = new Crowd(random.nextLong());
        units.addAll(crowd.units());
        return crowd.settle(dossiers, subjects, transaction, acts, people, 5);
    }

    private Asking asking(@Nullable Condition condition) {
        var text = random.nextInt(4) == 0 ? TYPED.get(random.nextInt(TYPED.size())) : null;
        var people = random.nextInt(6) == 0 ? everybody.subList(0, 1 + random.nextInt(everybody.size())) : null;
        return new Asking(
                condition,
                text,
                random.nextInt(6) == 0 ? units.get(random.nextInt(units.size())) : null,
                people == null ? null : List.copyOf(people),
                random.nextBoolean(),
                null,
                Verdict.values()[random.nextInt(3)],
                new Order(ORDERS.get(random.nextInt(ORDERS.size())), random.nextBoolean()),
                1 + random.nextInt(400),
                true,
                null);
    }

    /** Today mostly; some other day or act now and then. */
    private AsOf at() {
        if (random.nextInt(4) > 0) return acts.now();
        return new AsOf(
                random.nextBoolean() ? acts.today() : LocalDate.of(2005, 1, 1).plusDays(random.nextInt(8500)),
                1 + random.nextLong(acts.head()));
    }

    private Sight sight() {
        var role = new Role("walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        var some = new HashSet<UUID>();
        for (int i = 0; i < 25; i++) some.add(units.get(random.nextInt(units.size())));
        var categories = random.nextBoolean()
                ? Set.of(ManagementCategory.values())
                : Set.of(ManagementCategory.CITY, ManagementCategory.COUNTY);
        var authority = random.nextInt(3) == 0
                ? Authority.everywhere(categories, Authority.Mode.LEADS)
                : Authority.over(some, categories, Authority.Mode.FILES);
        var oneself = random.nextBoolean() ? anybody() : null;
        return Sight.drawn(
                UUID.randomUUID(),
                oneself,
                List.of(role),
                units.get(random.nextInt(units.size())),
                List.of(authority),
                oneself == null ? Set.of() : new HashSet<>(List.of(oneself, anybody())));
    }

    private UUID anybody() {
        return everybody.get(random.nextInt(everybody.size()));
    }

    /** Facts are corrected, cancelled and recorded; some turn out to be one person, some not to be. */
    private void disturb() {
        for (int i = 0; i < 5; i++) {
            var facts = dossiers.known(new Subject.Person(anybody()), acts.head());
            if (facts.isEmpty()) continue;
            var fact = facts.get(random.nextInt(facts.size()));
            if (random.nextBoolean()) dossiers.cancel(clerk, fact.id(), "录错");
            else dossiers.correct(clerk, fact.id(), fact.content(), fact.valid(), "更正");
        }
        var from = new Subject.Person(anybody());
        var into = new Subject.Person(anybody());
        if (merges.target(from).isPresent()) merges.undo(clerk, from, "不是一人");
        else if (!from.equals(into) && merges.target(into).isEmpty()) {
            withoutNumber(from);
            merges.merge(clerk, from, into, "同一人");
        }
    }

    /** Two numbers are never one person's: the wrong one goes first. */
    private void withoutNumber(Subject.Person person) {
        dossiers.known(person, acts.head()).stream()
                .filter(each -> each.subject().equals(person.id()) && each.body() instanceof IdNumber)
                .forEach(each -> dossiers.cancel(clerk, each.id(), "录错"));
    }

    private void same(Asking asking, Sight sight, AsOf at, Cities anew) {
        var told = "seed %d, %s at %s".formatted(seed, asking, at);
        var found = search.find(asking, sight, at, null);
        var plain = walk(asking, sight, at, anew);
        assertThat(found.total()).as(told).isEqualTo(plain.size());
        var query = asking.condition() == null ? null : query(asking.condition(), anew.at(at));
        var heaps = new int[3];
        var shown = new ArrayList<Card>();
        for (var each : plain) {
            var verdict = query == null ? Verdict.MET : query.verdict(each);
            heaps[verdict.ordinal()]++;
            if (verdict == asking.heap()) shown.add(each);
        }
        assertThat(found.heaps()).as(told).isEqualTo(new Found.Heaps(heaps[0], heaps[1], heaps[2]));
        var around = anew.at(at).around();
        var sorted = shown.stream()
                .map(each -> asking.order().keyed(each, 0, around))
                .sorted(asking.order().comparator())
                .map(Order.Keyed::card)
                .toList();
        assertThat(found.page()).as(told).isEqualTo(sorted.subList(0, Math.min(asking.size(), sorted.size())));
        assertThat(search.all(asking, sight, at)).as(told).isEqualTo(sorted);
        var fresh = new PeopleSearch(anew, resumes, members, criteria, beans.getBean(JournaledReadings.class))
                .find(asking, sight, at, null);
        assertThat(found.structure()).as(told).isEqualTo(fresh.structure());
        assertThat(found.missing()).as(told).isEqualTo(gaps(query, plain));
    }

    private static List<Found.Gap> gaps(@Nullable Query query, List<Card> people) {
        var gaps = new ArrayList<Found.Gap>();
        for (int i = 0; query != null && i < query.gaps().size(); i++) {
            long bit = 1L << i;
            int open = (int) people.stream()
                    .mapToLong(query::ask)
                    .filter(each -> each != Query.MET && each != Query.NOT_MET && (each & bit) != 0)
                    .count();
            var name = query.gaps().get(i);
            if (open > 0) gaps.add(new Found.Gap(name, Fields.label(name), open));
        }
        gaps.sort(Comparator.comparing(Found.Gap::count).reversed());
        return gaps;
    }

    private Query query(Condition condition, City city) {
        return Query.of(
                condition,
                new Occasion(city, words -> Set.of()),
                new Query.Reader(each -> true, true, criteria, all -> true));
    }

    private static List<Card> walk(Asking asking, Sight sight, AsOf at, Cities anew) {
        var city = anew.at(at);
        var view = new View(sight, anew.now());
        var wanted = asking.people() == null ? null : new HashSet<UUID>();
        if (wanted != null) for (var each : Objects.requireNonNull(asking.people())) wanted.add(city.kept(each));
        return city.cards().stream()
                .filter(view::sees)
                .filter(each -> wanted == null || wanted.contains(each.id()))
                .filter(each -> wanted != null
                        || asking.everyState()
                        || each.service().state() == huoshui.dossier.city.ServiceState.SERVING)
                .filter(each -> asking.unit() == null
                        || city.around().under(asking.unit()).stream()
                                .anyMatch(unit -> unit.equals(each.service().unit())))
                .filter(
                        asking.text() == null
                                ? each -> true
                                : TextMatch.anywhere(asking.text(), city, IdNumbers.searchable(sight)))
                .toList();
    }

    private void same(String text, Sight sight, Cities anew) {
        var view = new View(sight, anew.now());
        var typed = TextMatch.Typed.of(text);
        var plain = anew.now().cards().stream()
                .filter(TextMatch.anywhere(text, anew.now(), IdNumbers.searchable(sight)))
                .filter(view::sees)
                .sorted(Comparator.comparingInt(typed::distance)
                        .thenComparing(each -> each.service().state())
                        .thenComparing(each -> each.who().spelled().first())
                        .thenComparing(Card::id))
                .limit(12)
                .toList();
        assertThat(search.typed(text, search.view(sight), search.city(acts.now()), 12))
                .as("seed %d, typed %s", seed, text)
                .isEqualTo(plain);
    }

    private void coming(Sight sight, Cities anew) {
        var kinds = List.of(Deadlines.Kind.values());
        assertThat(Deadlines.in(cities.now(), search.view(sight), kinds, 24))
                .as("seed %d, coming due", seed)
                .isEqualTo(Deadlines.in(anew.now(), new View(sight, anew.now()), kinds, 24));
    }
}
