package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Subject;
import huoshui.rule.Difference.Change;
import huoshui.rule.Difference.Side;
import huoshui.rule.Examinations.Ready;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The same subjects by two books: what each of the two says, and where that differs. 两方 */
final class Sides {

    private final LocalDate day;
    private final Ready before;
    private final Ready after;
    private final Map<String, Integer> was;
    private final Map<String, Integer> would;
    private final TreeSet<String> codes;

    Sides(LocalDate day, Ready before, Ready after) {
        this.day = day;
        this.before = before;
        this.after = after;
        was = places(before);
        would = places(after);
        codes = new TreeSet<>(was.keySet());
        codes.addAll(would.keySet());
    }

    /** Which place each clause has among those asked. */
    private static Map<String, Integer> places(Ready ready) {
        var all = new HashMap<String, Integer>();
        for (int i = 0; i < ready.clauses().size(); i++)
            all.put(ready.clauses().get(i).code(), i);
        return all;
    }

    /** Of somebody whose verdicts are known already: only what differs is put into words. */
    List<Change> changed(Card person, Census first, Census second) {
        int place = first.place(person.id());
        return changes(
                new Subject.Person(person.id()),
                person,
                code -> verdict(first, was.get(code), place),
                code -> verdict(second, would.get(code), place));
    }

    private static @Nullable Verdict verdict(Census census, @Nullable Integer clause, int place) {
        return clause == null ? null : census.verdict(clause, place);
    }

    List<Change> changed(Subject subject, @Nullable Card card) {
        var first = verdicts(before, subject);
        var second = verdicts(after, subject);
        return changes(subject, card, first::get, second::get);
    }

    private static Map<String, Verdict> verdicts(Ready ready, Subject subject) {
        var all = new HashMap<String, Verdict>();
        Examinations.found(ready, subject)
                .forEach(each -> all.put(each.provision().code(), each.verdict()));
        return all;
    }

    private List<Change> changes(
            Subject subject,
            @Nullable Card card,
            Function<String, @Nullable Verdict> first,
            Function<String, @Nullable Verdict> second) {
        var changes = new ArrayList<Change>();
        for (var code : codes) {
            var from = was.get(code);
            var to = would.get(code);
            var one = first.apply(code);
            var other = second.apply(code);
            if (one == other && outcome(before, from, one) == outcome(after, to, other)) continue;
            changes.add(new Change(day, subject, card, code, side(before, subject, from), side(after, subject, to)));
        }
        return changes;
    }

    private static @Nullable Outcome outcome(Ready ready, @Nullable Integer clause, @Nullable Verdict verdict) {
        if (clause == null || verdict == null) return null;
        var is = ready.clauses().get(clause);
        return Outcome.of(is.effect(), is.status(), verdict);
    }

    private static @Nullable Side side(Ready ready, Subject subject, @Nullable Integer clause) {
        return clause == null
                ? null
                : Side.of(Examinations.finding(ready, subject, clause).orElse(null));
    }
}
