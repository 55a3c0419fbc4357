package huoshui.rule;

import huoshui.dossier.Crowd;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.org.Charts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Clauses asked of everybody in a city of invented people that needs no database. 遍查 */
public final class Sweep {

    private final City city;
    private final Book book;
    private final List<Provision> clauses;

    private Sweep(City city, Book book, List<Provision> clauses) {
        this.city = city;
        this.book = book;
        this.clauses = clauses;
    }

    /** As many people, from a seed; clauses in force that speak of a person and pass the test. */
    public static Sweep of(int people, long seed, Predicate<Provision> which) {
        var crowd = new Crowd(seed);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < people; i++) {
            var id = new UUID(7, i);
            long at = 0;
            for (var change : crowd.person(id, 1 + i % 12)) {
                if (!(change instanceof Change.Record<FactBody> record)) continue;
                var kind = FactKinds.ALL.of(record.body()).code();
                if (!InventedDossiers.KEPT.contains(kind)) continue;
                lines.add(new Line(new UUID(i, at++), id, kind, record.body(), record.valid(), 1, Long.MAX_VALUE));
            }
        }
        var day = LocalDate.of(2026, 11, 30);
        var book = Rulebook.shipped();
        var clauses = book.inForce(day).stream()
                .filter(each -> each.scope().subject() == Speaks.PERSON)
                .filter(which)
                .toList();
        return new Sweep(City.of(new AsOf(day, 1), lines, Surroundings.NONE), book, clauses);
    }

    City city() {
        return city;
    }

    Book book() {
        return book;
    }

    /** Everybody of it, made ready to be examined by these clauses. */
    public Examinations.Ready ready() {
        var asking = new Rulebook.Asking(book, city, Charts.of(city.at(), Map.of(), Map.of()), any -> true);
        return new Examinations.Ready(
                asking,
                city.cards(),
                List.of(),
                clauses,
                List.of(),
                new Examinations.Request(List.of(), null, List.of(), null, null, city.at()));
    }

    public int clauses() {
        return clauses.size();
    }

    public int people() {
        return city.size();
    }

    /** Examines everybody by several threads, and says why wherever the answer is not MET; how many words that were. */
    public long explained() {
        return IntStream.range(0, people())
                .parallel()
                .mapToLong(this::explained)
                .sum();
    }

    /** How many answers hold, everybody asked at once. */
    public long counted() {
        var all = Everybody.of(new Rulebook.Asking(book, city, null, any -> true), true);
        all.prepare(this::spoken);
        return spoken(all).stream()
                .mapToLong(each -> each.saying(Verdict.MET, city.present()).cardinality())
                .sum();
    }

    private List<Spoken> spoken(Everybody all) {
        return clauses.stream().map(each -> each.everybody(all)).toList();
    }

    private long explained(int i) {
        var person = new Subject.Person(new UUID(7, i));
        var q = Question.of(person, Occasion.STANDING, null, city, null, book, Map.of(), Map.of(), false);
        long words = 0;
        for (var each : clauses) {
            var on = each.scope().occasions().iterator().next();
            var answer = each.ask(on == Occasion.STANDING ? q : q.on(on, null)).orElse(null);
            if (answer == null || answer.verdict() == Verdict.MET) continue;
            words += answer.words().length()
                    + answer.missing().size()
                    + answer.evidence().size();
        }
        return words;
    }
}
