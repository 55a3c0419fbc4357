package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import huoshui.org.Unit;
import huoshui.rule.Edition.Item;
import huoshui.rule.Examinations.Ready;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of whom in sight something else would be found by the book as it would be. Nothing is written but the journal. 差异 */
@Component
public class ClauseDifferences {

    private final Examinations examinations;

    ClauseDifferences(Examinations examinations) {
        this.examinations = examinations;
    }

    /** What one clause says; null stands for nothing. 一方 */
    public record Side(Verdict verdict, Outcome outcome, String words) {

        static @Nullable Side of(@Nullable Finding finding) {
            if (finding == null) return null;
            var words = finding.words().isEmpty() ? String.join("；", finding.missing()) : finding.words();
            return new Side(finding.verdict(), finding.outcome(), words);
        }

        static String code(@Nullable Side side) {
            return side == null ? "-" : side.verdict + "/" + side.outcome;
        }

        /** All of it: whoever agreed to a list agreed to what stands in it. */
        static String told(@Nullable Side side) {
            return side == null ? "-" : code(side) + "/" + side.words;
        }

        static String word(@Nullable Side side) {
            return side == null ? "不涉及" : side.outcome.word();
        }
    }

    /**
     * One whose finding changes.
     *
     * @param card null for a unit or a team
     * @param from null where the clause said nothing
     * @param to null where it would say nothing
     */
    public record Change(
            Subject subject,
            @Nullable Card card,
            String code,
            @Nullable Side from,
            @Nullable Side to) {

        /** 不得 → 符合 */
        public String step() {
            return Side.word(from) + " → " + Side.word(to);
        }
    }

    /**
     * Everything that changes, in sight of whoever asked.
     *
     * @param people how many were asked about
     * @param bodies how many units and teams
     * @param withheld clauses that read chapters this account does not
     * @param unasked clauses about posts or rounds, of which nobody can be asked here
     * @param chapters read by what was compared
     * @param digest of all of it
     */
    public record Difference(
            AsOf at,
            int people,
            int bodies,
            List<Change> changes,
            List<String> withheld,
            List<String> unasked,
            Set<Chapter> chapters,
            Chart chart,
            String digest) {

        /** How often each step. */
        public Map<String, Integer> counts() {
            var all = new TreeMap<String, Integer>();
            changes.forEach(each -> all.merge(each.code() + " " + each.step(), 1, Integer::sum));
            return all;
        }

        /** As the decision keeps it; names nobody. */
        String told() {
            var text = new StringBuilder(
                    "情况截至 %s，信息录至办理序号 %d：比较 %d 人、%d 个单位和班子".formatted(at.valid(), at.known(), people, bodies));
            if (changes.isEmpty()) text.append("，无变化");
            counts().forEach((step, count) -> text.append("；%s %d".formatted(step, count)));
            if (!withheld.isEmpty()) text.append("；所读章不在可见范围，未比较：").append(String.join("、", withheld));
            if (!unasked.isEmpty()) text.append("；对象为职位或批次，未比较：").append(String.join("、", unasked));
            return text.toString();
        }

        public String unit(Change change) {
            return switch (change.subject()) {
                case Subject.Unit(UUID id) -> name(id);
                case Subject.Team(UUID id) -> chart.team(id).map(chart::nameOf).orElse("");
                default ->
                    change.card() == null ? "" : name(change.card().service().unit());
            };
        }

        private String name(@Nullable UUID unit) {
            return chart.unit(unit).map(Unit::called).orElse("单位待核");
        }

        /** 职务层次, which everybody knows who reads the list. */
        public String level(Change change) {
            var card = change.card();
            if (card == null) return "单位和班子";
            return card.level() == null ? "层次待核" : card.level().level().title();
        }
    }

    /** Whether any of these texts is in force on the day; else the first day on which one is. */
    static LocalDate day(Editions.Would would, LocalDate asked) {
        var clauses = clauses(would);
        if (clauses.isEmpty() || clauses.stream().anyMatch(each -> each.inForce(asked))) return asked;
        return clauses.stream()
                .map(Provision::from)
                .filter(asked::isBefore)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> Objects.requireNonNullElse(clauses.getLast().to(), asked));
    }

    private static List<Provision> clauses(Editions.Would would) {
        var book = Objects.requireNonNull(would.book());
        return would.added().stream()
                .filter(each -> each.place().kind() == EditionKind.PROVISION)
                .flatMap(each -> book.provisions().stream()
                        .filter(one -> one.code().equals(each.place().code())
                                && one.from().equals(each.place().from())))
                .toList();
    }

    /**
     * @param would a sound book
     * @throws huoshui.kernel.Refusal {@code purpose-required} where sealed chapters are read
     */
    public Difference between(Signed who, Book now, Editions.Would would, AsOf at) {
        var then = Objects.requireNonNull(would.book());
        var touched = touched(now, then, would.added());
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
        var changes = changes(before, after);
        var unasked = Stream.concat(before.clauses().stream(), after.clauses().stream())
                .filter(each ->
                        each.scope().subject() == Speaks.POST || each.scope().subject() == Speaks.ROUND)
                .map(Provision::code)
                .distinct()
                .toList();
        return new Difference(
                at,
                before.people().size(),
                before.bodies().size(),
                changes,
                withheld,
                unasked,
                Stream.concat(before.clauses().stream(), after.clauses().stream())
                        .flatMap(each -> each.chapters().stream())
                        .collect(Collectors.toSet()),
                before.asking().chart(),
                digest(at, changes, withheld));
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
        boolean all = added.stream().anyMatch(each -> each.place().kind() != EditionKind.PROVISION)
                || Stream.of(now, then)
                        .flatMap(each -> each.openings().stream())
                        .anyMatch(each -> codes.contains(each.code()));
        return all ? any -> true : each -> codes.contains(each.code());
    }

    private List<Change> changes(Ready before, Ready after) {
        if (before.clauses().isEmpty() && after.clauses().isEmpty()) return List.of();
        var sides = new Sides(before, after);
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

    private static String digest(AsOf at, List<Change> changes, List<String> withheld) {
        var content = new Canonical().add(at.valid().toEpochDay()).add(at.known());
        changes.stream()
                .sorted(Comparator.comparing((Change each) -> each.subject().id())
                        .thenComparing(Change::code))
                .forEach(each -> content.add(each.subject().id())
                        .add(each.code())
                        .add(Side.told(each.from()))
                        .add(Side.told(each.to())));
        withheld.forEach(content::add);
        return HexFormat.of().formatHex(Sm3.of(content.bytes()));
    }
}
