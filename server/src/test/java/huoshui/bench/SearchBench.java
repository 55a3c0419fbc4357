package huoshui.bench;

import static huoshui.dossier.search.Condition.test;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Cities;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast a whole city is loaded and searched, and what it holds in memory. */
@RoomTest
class SearchBench {

    private static final int PEOPLE = Integer.getInteger("huoshui.people", 30_000);
    private static final int ROUNDS = Integer.getInteger("huoshui.rounds", 300);

    private final Dossiers dossiers;
    private final Subjects subjects;
    private final Cities cities;
    private final Acts acts;
    private final PeopleSearch search;
    private final TransactionTemplate transaction;

    SearchBench(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Subjects subjects,
            @Autowired Cities cities,
            @Autowired Acts acts,
            @Autowired PeopleSearch search,
            @Autowired PlatformTransactionManager transactions) {
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.cities = cities;
        this.acts = acts;
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void measure() {
        long began = System.nanoTime();
        new Crowd(1).settle(dossiers, subjects, transaction, acts, PEOPLE, 12);
        say("made %d people in %.1f s", PEOPLE, seconds(began));

        long before = used();
        began = System.nanoTime();
        int people = cities.now().size();
        say("loaded %d people in %.1f s", people, seconds(began));
        began = System.nanoTime();
        int lines = cities.now().cards().stream()
                .limit(500)
                .mapToInt(each -> cities.now().lines(each.id()).size())
                .sum();
        say("cards drawn in %.2f s; %.1f lines a person", seconds(began), lines / 500.0);
        say("resident: %d bytes a person, cards included", (used() - before) / people);

        var random = new Random(7);
        var asked = thirty();
        times("30 conditions", ROUNDS, i -> ask(Asking.of(varied(asked, random)).sorted(Order.BY_ORGANIZATION, 50)));
        times("30 conditions with résumé words", 100, i -> ask(Asking.of(resume(asked, random))));
        times("page of 200 rows, everybody", ROUNDS, i -> ask(Asking.all().sorted(new Order("age", true), 200)));
        var prefixes = List.of("z", "zh", "wang", "lix", "王", "张", "zgq", "李国", "s", "ouy");
        times("name or pinyin prefix", ROUNDS, i -> search.typed(prefixes.get(i % prefixes.size()), view(), 12));
        times(
                "any person's card on any day",
                50,
                i -> cities.at(new AsOf(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9000)), acts.head()))
                        .find(cities.now().cards().getFirst().id()));
        times(
                "search on any day",
                10,
                i -> search.find(
                        Asking.of(asked),
                        sight(),
                        new AsOf(LocalDate.of(2010, 1, 1).plusDays(i * 37L), acts.head()),
                        null));
        times("search after a write", 20, i -> {
            new Crowd(i).settle(dossiers, subjects, transaction, acts, 1, 12);
            ask(Asking.of(asked));
        });
    }

    private void ask(Asking asking) {
        search.find(asking, sight(), acts.now(), null);
    }

    private huoshui.dossier.search.View view() {
        return search.view(sight());
    }

    private interface Round {
        void run(int i);
    }

    private static void times(String what, int rounds, Round round) {
        for (int i = 0; i < Math.min(20, rounds); i++) round.run(i);
        var taken = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long began = System.nanoTime();
            round.run(i);
            taken[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(taken);
        say(
                "%-40s median %7.1f ms  p99 %7.1f ms  (%d rounds)",
                what, taken[rounds / 2], taken[Math.min(rounds - 1, rounds * 99 / 100)], rounds);
    }

    /** Thirty tests in three brackets, none of which decides alone. */
    private static Condition thirty() {
        var all = new ArrayList<Condition>();
        for (int i = 0; i < 6; i++) {
            all.add(new Condition.Any(List.of(
                    test("age", Op.BETWEEN, 25 + i, 58),
                    test("rank", Op.AT_LEAST, "四级主任科员"),
                    new Condition.Not(test("belowCompetent3", Op.HAS, true)),
                    test("everPost", Op.CONTAINS, "局长"),
                    test("school", Op.CONTAINS, "隆川"))));
        }
        return new Condition.All(all);
    }

    private static Condition varied(Condition thirty, Random random) {
        return new Condition.All(List.of(thirty, test("age", Op.AT_MOST, 30 + random.nextInt(30))));
    }

    private static Condition resume(Condition thirty, Random random) {
        var words = List.of("水务", "副局长", "财政局科员", "审计", "石梁县");
        return new Condition.All(List.of(thirty, test("resume", Op.CONTAINS, words.get(random.nextInt(words.size())))));
    }

    private static Sight sight() {
        var role = new Role("bench", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        return Sight.drawn(
                new UUID(0, 1),
                null,
                List.of(role),
                null,
                List.of(Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS)),
                Set.of());
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println("bench: " + format.formatted(values));
    }
}
