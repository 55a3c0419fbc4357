package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** People sorted by a condition into three heaps, the third shown as well. 人群 */
@Component
public class Cohorts {

    private final Rulebook rulebook;

    Cohorts(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Reads a condition as clauses write it. @throws huoshui.kernel.Refusal {@code bad-rulebook} */
    public Criterion read(String yaml) {
        return BookReader.criterion(yaml, rulebook.book());
    }

    /** One of the people asked about, and what was answered. */
    public record Sorted(Card person, Answer answer) {}

    /** Everybody of {@code whom}, in three heaps. */
    public Map<Verdict, List<Sorted>> sort(Criterion criterion, Rulebook.Asking asking, Predicate<Card> whom) {
        var heaps = new EnumMap<Verdict, List<Sorted>>(Verdict.class);
        for (var each : Verdict.values()) heaps.put(each, new ArrayList<>());
        var sorted = asking.city().cards().parallelStream()
                .filter(whom)
                .map(card -> new Sorted(
                        card, criterion.ask(asking.about(new Subject.Person(card.id()), Occasion.STANDING, null))))
                .toList();
        for (var each : sorted)
            heaps.computeIfAbsent(each.answer().verdict(), any -> new ArrayList<>())
                    .add(each);
        return heaps;
    }
}
