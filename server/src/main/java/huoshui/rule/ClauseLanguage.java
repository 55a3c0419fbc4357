package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Criteria;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.org.Organization;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Answers what conditions of the list of people ask in the language of clauses. 条款语言
 *
 * <p>Each is read by the book as it was known at the act asked about. Answers that rest on one's own dossier are kept for
 * everybody who asks; what is read of other people's (kin) is read of those in the asker's sight, and left open of the rest.
 */
@Component
class ClauseLanguage implements Criteria {

    private static final int KEPT = 500;
    private static final int LONGEST = 20_000;

    private final Rulebook rulebook;
    private final Organization organization;
    private final Map<Written, Criterion> read = new ConcurrentHashMap<>();

    ClauseLanguage(Rulebook rulebook, Organization organization) {
        this.rulebook = rulebook;
        this.organization = organization;
    }

    /** A text, read by the words of a book; books are compared as the objects they are. */
    private record Written(String text, Book book) {}

    @Override
    public Ready ready(String written, long known) {
        var book = rulebook.book(known);
        var criterion = criterion(written, book);
        boolean alone = !criterion.chapters().contains(Chapter.FAMILY);
        return new Ready(
                new Reading() {
                    @Override
                    public Asked in(City city, Predicate<Card> seen) {
                        return asked(criterion, asking(book, city, alone ? nobodyElse -> false : seen));
                    }

                    @Override
                    public BitSet[] everybody(City city, Predicate<Card> seen) {
                        return ClauseLanguage.everybody(
                                criterion, asking(book, city, alone ? nobodyElse -> false : seen));
                    }
                },
                lacks(criterion),
                criterion.chapters(),
                book,
                alone);
    }

    /** What is measured or looked for, without the thresholds. */
    private static String lacks(Criterion criterion) {
        var all = new LinkedHashSet<String>();
        criterion.walk(each -> {
            switch (each) {
                case Criterion.Compared(var measure, var with, var range) -> all.add(measure.title(with));
                case Criterion.OneOf one -> all.add(one.measure().title(one.with()));
                case Criterion.Counted(var test, var range) ->
                    all.add(test.kind().title());
                case Criterion.Recorded(var kind, var values) -> all.add(kind.title());
                default -> {}
            }
        });
        return all.isEmpty() ? criterion.asked() : String.join("、", all);
    }

    private Criterion criterion(String written, Book book) {
        if (written.length() > LONGEST)
            throw Refusal.input(
                    "bad-criterion", "未采用这项条件：共 %d 字，最多 %d 字。请拆成几个有名称的人群再组合。".formatted(written.length(), LONGEST));
        if (read.size() > KEPT) read.clear();
        return read.computeIfAbsent(new Written(written, book), each -> BookReader.criterion(each.text, each.book));
    }

    private static Asked asked(Criterion criterion, Rulebook.Asking asking) {
        return card -> criterion.verdict(asking.about(new Subject.Person(card.id()), Occasion.STANDING, null));
    }

    private static BitSet[] everybody(Criterion criterion, Rulebook.Asking asking) {
        var present = asking.city().present();
        var all = Everybody.of(asking, true);
        all.prepare(criterion::everybody);
        var verdicts = criterion.everybody(all);
        return new BitSet[] {verdicts.met(present), verdicts.open(present)};
    }

    private Rulebook.Asking asking(Book book, City city, Predicate<Card> seen) {
        return new Rulebook.Asking(book, city, organization.at(city.at()), seen);
    }

    @Override
    public boolean cohort(String name, long known) {
        return rulebook.book(known).cohorts().containsKey(name);
    }
}
