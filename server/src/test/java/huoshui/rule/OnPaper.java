package huoshui.rule;

import huoshui.dossier.city.Around;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody whose dossier is written as the cases of clauses write theirs; asked without a database. 纸上档案 */
record OnPaper(
        LocalDate day,
        List<Line> lines,
        @Nullable Chart chart,
        Book book,
        @Nullable Target target) {

    static final UUID SOMEBODY = new UUID(0, 1);

    private static final Book NO_BOOK = new Book(List.of(), List.of(), List.of(), List.of(), Map.of());

    /** Facts are numbered from 0 in the order written. */
    static OnPaper on(String day, String dossier) {
        return new OnPaper(LocalDate.parse(day), List.of(), null, NO_BOOK, null).also(dossier);
    }

    OnPaper also(String dossier) {
        var all = new ArrayList<>(lines);
        if (!dossier.isBlank())
            for (var each : Examples.lines(Sheet.read("档案", dossier), day))
                all.add(new Line(
                        new UUID(1, all.size()),
                        each.subject(),
                        each.kind(),
                        each.body(),
                        each.valid(),
                        each.known(),
                        each.superseded()));
        return new OnPaper(day, all, chart, book, target);
    }

    /** The same, with nobody knowing since when what is said in facts of this kind holds. */
    OnPaper sinceWhenever(String kind) {
        var all = lines.stream()
                .map(each -> !each.kind().equals(kind)
                        ? each
                        : new Line(
                                each.id(),
                                each.subject(),
                                kind,
                                each.body(),
                                Span.evidenced(each.valid().from()),
                                each.known(),
                                each.superseded()))
                .toList();
        return new OnPaper(day, all, chart, book, target);
    }

    /** Others of the same city, under their own ids. */
    OnPaper beside(UUID other, String dossier) {
        var all = new ArrayList<>(lines);
        for (var each : on(day.toString(), dossier).lines)
            all.add(new Line(
                    new UUID(other.getLeastSignificantBits(), each.id().getLeastSignificantBits()),
                    other,
                    each.kind(),
                    each.body(),
                    each.valid(),
                    each.known(),
                    each.superseded()));
        return new OnPaper(day, all, chart, book, target);
    }

    OnPaper among(Chart units) {
        return new OnPaper(day, lines, units, book, target);
    }

    OnPaper by(Book other) {
        return new OnPaper(day, lines, chart, other, target);
    }

    OnPaper aimingAt(Target other) {
        return new OnPaper(day, lines, chart, book, other);
    }

    Question question() {
        return question(new Subject.Person(SOMEBODY));
    }

    Question question(Subject subject) {
        var city = City.of(new AsOf(day, 1), lines, chart == null ? Surroundings.NONE : Around.of(chart));
        return Question.of(subject, Occasion.STANDING, target, city, chart, book, Map.of(), Map.of(), false);
    }

    Answer ask(String criterion) {
        return criterion(criterion).ask(question());
    }

    static Criterion criterion(String text) {
        return new CriterionReader(Map.of(), Map.of(), Map.of()).read(Sheet.read("条件", text), Speaks.PERSON);
    }

    /** Which facts, as a clause that opens an influence period writes it. */
    static FactTest test(String text) {
        var part = Sheet.read("条件", text);
        return new CriterionReader(Map.of(), Map.of(), Map.of()).test(part, part.map(), java.util.Set.of());
    }

    /** The verdict, the same whether it is to be explained or not. */
    Verdict verdict(String criterion) {
        var read = criterion(criterion);
        var explained = read.ask(question()).verdict();
        var counted = read.verdict(question());
        if (explained != counted) throw new AssertionError(criterion + ": " + explained + " but " + counted);
        return explained;
    }

    /** What a measure of this name, or a criterion, says of this dossier. */
    String says(String asked) {
        var measure = Measures.of(asked);
        return measure == null
                ? ask(asked).words()
                : measure.said(Arguments.NONE, measure.read(question(), Arguments.NONE));
    }

    /** What would settle it, or make it exact. */
    @Nullable
    String lacks(String measure) {
        return read(measure).missing();
    }

    Reading read(String measure) {
        return java.util.Objects.requireNonNull(Measures.of(measure)).read(question(), Arguments.NONE);
    }

    /** The facts a measure rests on, by their numbers. */
    List<Long> restsOn(String measure) {
        return read(measure).evidence().ids().stream()
                .map(UUID::getLeastSignificantBits)
                .toList();
    }
}
