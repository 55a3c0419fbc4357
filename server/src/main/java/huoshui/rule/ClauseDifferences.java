package huoshui.rule;

import huoshui.access.Signed;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.rule.Difference.Change;
import huoshui.rule.Difference.Day;
import huoshui.rule.Edition.Item;
import huoshui.rule.Examinations.Ready;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of whom in sight something else would be found by the book as it would be. Nothing is written but the journal. 差异 */
@Component
public class ClauseDifferences {

    /** What clauses are made of: where one of these changes, any clause may. */
    private static final java.util.Set<EditionKind> WORDS = java.util.EnumSet.of(
            EditionKind.REGULATION, EditionKind.CONCLUSION, EditionKind.NOT_CARRIED, EditionKind.COHORT);

    private final Examinations examinations;

    ClauseDifferences(Examinations examinations) {
        this.examinations = examinations;
    }

    /**
     * On which days which texts are compared: a clause on the day from which it says something else, and where its end is
     * another than that of the text it replaces, on the day after the nearer end; words that clauses share, today.
     */
    static SortedMap<LocalDate, List<Item>> days(Book now, Editions.Would would, LocalDate today) {
        var days = new TreeMap<LocalDate, List<Item>>();
        for (var item : would.added()) {
            var clause = clause(Objects.requireNonNull(would.book()), item);
            var first = clause.map(each -> begins(each, today)).orElse(today);
            days.computeIfAbsent(first, any -> new ArrayList<>()).add(item);
            clause.flatMap(each -> ends(each, clause(now, item).orElse(null)))
                    .filter(today::isBefore)
                    .ifPresent(end ->
                            days.computeIfAbsent(end, any -> new ArrayList<>()).add(item));
        }
        return days;
    }

    private static Optional<Provision> clause(Book book, Item item) {
        if (item.place().kind() != EditionKind.PROVISION) return Optional.empty();
        return book.editions(item.place().code()).stream()
                .filter(each -> each.from().equals(item.place().from()))
                .findFirst();
    }

    /** Today while it is in force, else its first day, or the last of one that is over. */
    private static LocalDate begins(Provision clause, LocalDate today) {
        if (today.isBefore(clause.from())) return clause.from();
        var to = clause.to();
        return to == null || !today.isAfter(to) ? today : to;
    }

    /** The day after the nearer end, where the text in its place ends otherwise. */
    private static Optional<LocalDate> ends(Provision clause, @Nullable Provision replaced) {
        if (replaced == null || Objects.equals(clause.to(), replaced.to())) return Optional.empty();
        return Stream.of(Optional.ofNullable(clause.to()), Optional.ofNullable(replaced.to()))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(each -> each.plusDays(1));
    }

    /**
     * @param would a sound book
     * @throws huoshui.kernel.Refusal {@code purpose-required} where sealed chapters are read
     */
    public Difference between(Signed who, Book now, Editions.Would would, AsOf at) {
        var all = new ArrayList<Day>();
        days(now, would, at.valid())
                .forEach((day, items) -> all.add(day(who, now, would, items, new AsOf(day, at.known()))));
        return new Difference(at.known(), all);
    }

    private Day day(Signed who, Book now, Editions.Would would, List<Item> items, AsOf at) {
        var then = Objects.requireNonNull(would.book());
        var touched = touched(now, then, items);
        var request = new Examinations.Request(List.of(), null, List.of(), null, null, at);
        var before = examinations.ready(who, request, now);
        var after = examinations.ready(who, request, then);
        var withheld = Stream.concat(before.withheld().stream(), after.withheld().stream())
                .filter(touched)
                .map(Provision::code)
                .distinct()
                .toList();
        before = before.only(touched);
        after = after.only(touched);
        announce(who, before, after);
        var both = Stream.concat(before.clauses().stream(), after.clauses().stream())
                .toList();
        return new Day(
                at.valid(),
                before.people().size(),
                before.bodies().size(),
                changes(at.valid(), before, after),
                withheld,
                both.stream()
                        .filter(each -> each.scope().subject() == Speaks.POST
                                || each.scope().subject() == Speaks.ROUND)
                        .map(Provision::code)
                        .distinct()
                        .toList(),
                both.stream().flatMap(each -> each.chapters().stream()).collect(Collectors.toSet()),
                before.asking().chart());
    }

    /** What is sealed is announced once for both books. */
    private void announce(Signed who, Ready before, Ready after) {
        var both = new ArrayList<>(before.clauses());
        both.addAll(after.clauses());
        examinations.announce(
                who,
                new Ready(
                        before.asking(), before.people(), before.bodies(), both, before.withheld(), before.request()));
    }

    /** The clauses drafted; every clause where words they share or influence periods change. */
    private static Predicate<Provision> touched(Book now, Book then, List<Item> added) {
        var codes = added.stream().map(each -> each.place().code()).collect(Collectors.toSet());
        boolean all =
                added.stream().anyMatch(each -> WORDS.contains(each.place().kind()))
                        || Stream.of(now, then)
                                .flatMap(each -> each.openings().stream())
                                .anyMatch(each -> codes.contains(each.code()));
        return all ? any -> true : each -> codes.contains(each.code());
    }

    private List<Change> changes(LocalDate day, Ready before, Ready after) {
        if (before.clauses().isEmpty() && after.clauses().isEmpty()) return List.of();
        var sides = new Sides(day, before, after);
        var changes = new ArrayList<Change>();
        if (Census.worth(before)) {
            var was = examinations.census(before);
            var would = examinations.census(after);
            before.people().parallelStream()
                    .map(each -> sides.changed(each, was, would))
                    .toList()
                    .forEach(changes::addAll);
        } else before.people().forEach(each -> changes.addAll(sides.changed(new Subject.Person(each.id()), each)));
        before.bodies().forEach(each -> changes.addAll(sides.changed(each, null)));
        return changes;
    }
}
