package huoshui.rule;

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
import org.springframework.stereotype.Component;

/**
 * Answers what conditions of the list of people ask in the language of clauses. 条款语言
 *
 * <p>Answers are kept for everybody who asks, so nobody's sight is asked: what a condition would read of other people's dossiers
 * (kin) is left open. The page of one person tells it to whoever sees both.
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
    public Ready ready(String written) {
        var book = rulebook.book();
        var criterion = criterion(written, book);
        return new Ready(
                new Reading() {
                    @Override
                    public Asked in(City city) {
                        return asked(criterion, book, city);
                    }

                    @Override
                    public BitSet[] everybody(City city) {
                        return ClauseLanguage.this.everybody(criterion, book, city);
                    }
                },
                lacks(criterion),
                criterion.chapters(),
                book,
                !criterion.chapters().contains(Chapter.FAMILY));
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

    private Asked asked(Criterion criterion, Book book, City city) {
        var asking = asking(book, city);
        return card -> criterion.verdict(asking.about(new Subject.Person(card.id()), Occasion.STANDING, null));
    }

    private BitSet[] everybody(Criterion criterion, Book book, City city) {
        var all = Everybody.of(asking(book, city), true);
        all.prepare(criterion::everybody);
        var verdicts = criterion.everybody(all);
        return new BitSet[] {verdicts.met(city.present()), verdicts.open(city.present())};
    }

    private Rulebook.Asking asking(Book book, City city) {
        return new Rulebook.Asking(book, city, organization.at(city.at()), nobodyElse -> false);
    }

    @Override
    public boolean cohort(String name) {
        return rulebook.book().cohorts().containsKey(name);
    }
}
