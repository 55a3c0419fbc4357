package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Found;
import huoshui.dossier.search.ListNames;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedList;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Sentences;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People sorted by a condition into three heaps, each with what was read of them and what would settle it. 人群
 *
 * <p>How many are in each heap is asked of everybody at once ({@link PeopleSearch}); why somebody is in theirs is asked of them
 * alone, by the evaluator of clauses. Both answer alike, which a test holds.
 */
@Component
public class Cohorts {

    private static final int DEEPEST = 60;

    private final Rulebook rulebook;
    private final PeopleSearch search;
    private final SavedLists lists;

    Cohorts(Rulebook rulebook, PeopleSearch search, SavedLists lists) {
        this.rulebook = rulebook;
        this.search = search;
        this.lists = lists;
    }

    /** One of the people asked about, and what was answered. */
    public record Sorted(Card person, Answer answer) {}

    /** @param shown of the heap asked for, one page */
    public record Heaps(Found found, String sentence, List<Sorted> shown) {}

    /** @throws Refusal as {@link PeopleSearch#find} does */
    public Heaps sort(Signed who, Asking asking, AsOf at, @Nullable String cursor) {
        var condition = asking.condition();
        if (condition == null) throw Refusal.input("bad-condition", "未分拣：还没有条件。请先在条件栏中添加。");
        var found = search.find(who, asking, at, cursor);
        var criterion = criterion(condition, who, found.city());
        var now = rulebook.at(found.city().at()).seenBy(search.view(who.sight())::sees);
        var shown = found.page().stream()
                .map(card -> new Sorted(
                        card, criterion.ask(now.about(new Subject.Person(card.id()), Occasion.STANDING, null))))
                .toList();
        return new Heaps(found, criterion.asked(), shown);
    }

    /**
     * A condition as the evaluator of clauses asks it, read by the book as it was known at the city's act.
     *
     * @throws Refusal {@code unknown-field}, {@code bad-value}, {@code bad-criterion}, {@code no-cohort}, {@code cohort-ring}
     */
    public Criterion criterion(Condition condition, Signed who, City city) {
        search.check(condition, who.sight(), city);
        return new Reading(who, city, rulebook.book(city.at().known())).of(condition, lists.names(who.account()), 0);
    }

    /** What a list asks, by its own names. @throws Refusal as for a condition */
    public Criterion criterion(SavedList list, Signed who, City city) {
        search.check(list, who.sight(), city);
        return new Reading(who, city, rulebook.book(city.at().known()))
                .of(Objects.requireNonNull(list.condition()), lists.names(list), 0);
    }

    private final class Reading {

        private final Signed who;
        private final City city;
        private final Book book;

        Reading(Signed who, City city, Book book) {
            this.who = who;
            this.city = city;
            this.book = book;
        }

        Criterion of(Condition condition, ListNames names, int deep) {
            return switch (condition) {
                case Condition.All(var of) -> new Criterion.All(several(of, names, deep));
                case Condition.Any(var of) -> new Criterion.Any(several(of, names, deep));
                case Condition.Not(var of) -> new Criterion.Not(of(of, names, deep));
                case Condition.Test test -> field(test);
                case Condition.Criterion(var written) -> BookReader.criterion(written, book);
                case Condition.Member(var cohort) -> member(cohort, names, deep);
                case Condition.People(var of) -> listed("所列人员", of);
            };
        }

        private List<Criterion> several(List<Condition> of, ListNames names, int deep) {
            if (of.isEmpty()) throw Refusal.input("bad-condition", "未采用：有一对括号是空的。请在里面补上条件，或去掉括号。");
            return of.stream().map(each -> of(each, names, deep)).toList();
        }

        private Criterion field(Condition.Test test) {
            return new Criterion.Catalogued(
                    Sentences.of(test, this::unit), Sentences.lacks(test), search.ready(test, who.sight(), city));
        }

        private String unit(UUID id) {
            var unit = who.sight().seesUnit(id) ? city.around().unit(id) : Optional.<Surroundings.UnitAt>empty();
            return unit.map(Surroundings.UnitAt::name).orElse("所选单位（不在可见范围）");
        }

        private Criterion member(String cohort, ListNames names, int deep) {
            if (deep > DEEPEST) throw new IllegalStateException("a ring that was not seen: " + cohort);
            var list = lists.meant(names, cohort, city.at()).orElse(null);
            return new Criterion.InCohort(cohort, list == null ? shipped(cohort) : meant(list, deep + 1));
        }

        private Criterion shipped(String cohort) {
            var found = book.cohorts().get(cohort);
            if (found == null) throw Refusal.input("no-cohort", "没有名为“%s”的人群。请在人群列表中核对名称。".formatted(cohort));
            return found;
        }

        private Criterion meant(SavedList list, int deep) {
            var condition = list.condition();
            return condition == null
                    ? listed("“" + list.name() + "”所列人员", list.people() == null ? List.of() : list.people())
                    : of(condition, lists.names(list), deep);
        }

        private Criterion listed(String title, List<UUID> people) {
            var kept = new LinkedHashSet<UUID>();
            people.forEach(each -> kept.add(city.kept(each)));
            return new Criterion.Catalogued(
                    title, title, card -> kept.contains(card.id()) ? Verdict.MET : Verdict.NOT_MET);
        }
    }
}
