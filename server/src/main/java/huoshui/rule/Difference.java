package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import huoshui.org.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What other texts of the book change for whom in sight, each text on the day from which it says something else. 差异
 *
 * @param known the act up to which everything is known
 * @param days in order; at least one
 */
public record Difference(long known, List<Day> days) {

    public Difference {
        days = List.copyOf(days);
    }

    /** What one clause says; null stands for nothing. 一方 */
    public record Side(Verdict verdict, Outcome outcome, String words) {

        static @Nullable Side of(@Nullable Finding finding) {
            if (finding == null) return null;
            var words = finding.words().isEmpty() ? String.join("；", finding.missing()) : finding.words();
            return new Side(finding.verdict(), finding.outcome(), words);
        }

        /** All of it: whoever agreed to a list agreed to what stands in it. */
        static String told(@Nullable Side side) {
            return side == null ? "-" : side.verdict + "/" + side.outcome + "/" + side.words;
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
            LocalDate day,
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
     * A day from which some of the texts say something else, and what that changes. 比较之日
     *
     * @param people how many were asked about
     * @param bodies how many units and teams
     * @param withheld clauses that read chapters this account does not
     * @param unasked clauses about posts or rounds, of which nobody can be asked here
     * @param chapters read by what was compared
     */
    public record Day(
            LocalDate day,
            int people,
            int bodies,
            List<Change> changes,
            List<String> withheld,
            List<String> unasked,
            Set<Chapter> chapters,
            Chart chart) {

        String told() {
            return "%s：比较 %d 人、%d 个单位和班子%s"
                    .formatted(day, people, bodies, changes.isEmpty() ? "，无变化" : "")
                    .concat(counts(changes).entrySet().stream()
                            .map(each -> "；%s %d".formatted(each.getKey(), each.getValue()))
                            .collect(Collectors.joining()));
        }
    }

    public List<Change> changes() {
        return days.stream().flatMap(each -> each.changes().stream()).toList();
    }

    /** How many were asked about, on the day with most of them. */
    public int people() {
        return days.stream().mapToInt(Day::people).max().orElse(0);
    }

    public int bodies() {
        return days.stream().mapToInt(Day::bodies).max().orElse(0);
    }

    public List<String> withheld() {
        return codes(Day::withheld);
    }

    public List<String> unasked() {
        return codes(Day::unasked);
    }

    private List<String> codes(Function<Day, List<String>> of) {
        return days.stream().flatMap(each -> of.apply(each).stream()).distinct().toList();
    }

    public Set<Chapter> chapters() {
        var all = EnumSet.noneOf(Chapter.class);
        days.forEach(each -> all.addAll(each.chapters()));
        return all;
    }

    /** 2027-01-01、2028-01-01 */
    public String said() {
        return days.stream().map(each -> each.day().toString()).collect(Collectors.joining("、"));
    }

    /** How often each step. */
    public Map<String, Integer> counts() {
        return counts(changes());
    }

    private static Map<String, Integer> counts(List<Change> changes) {
        var all = new TreeMap<String, Integer>();
        changes.forEach(each -> all.merge(each.code() + " " + each.step(), 1, Integer::sum));
        return all;
    }

    /** As the decision keeps it; names nobody. */
    String told() {
        var text = new StringBuilder("信息录至办理序号 %d；情况截至 ".formatted(known));
        text.append(days.stream().map(Day::told).collect(Collectors.joining("。情况截至 ")));
        if (!withheld().isEmpty()) text.append("；所读章不在可见范围，未比较：").append(String.join("、", withheld()));
        if (!unasked().isEmpty()) text.append("；对象为职位或批次，未比较：").append(String.join("、", unasked()));
        return text.toString();
    }

    /** Of what changes for whom on which day, whatever act it was known at: what somebody saw is still so while this is the same. */
    public String digest() {
        var content = new Canonical();
        for (var each : days) {
            content.add(each.day().toEpochDay());
            each.changes().stream()
                    .sorted(Comparator.comparing((Change one) -> one.subject().id())
                            .thenComparing(Change::code))
                    .forEach(one -> content.add(one.subject().id())
                            .add(one.code())
                            .add(Side.told(one.from()))
                            .add(Side.told(one.to())));
            each.withheld().forEach(content::add);
        }
        return HexFormat.of().formatHex(Sm3.of(content.bytes()));
    }

    public String unit(Change change) {
        var chart = chart(change.day());
        return switch (change.subject()) {
            case Subject.Unit(UUID id) -> name(chart, id);
            case Subject.Team(UUID id) -> chart.team(id).map(chart::nameOf).orElse("");
            default ->
                change.card() == null ? "" : name(chart, change.card().service().unit());
        };
    }

    private Chart chart(LocalDate day) {
        return days.stream()
                .filter(each -> each.day().equals(day))
                .findFirst()
                .orElseThrow()
                .chart();
    }

    private static String name(Chart chart, @Nullable UUID unit) {
        return chart.unit(unit).map(Unit::called).orElse("单位待核");
    }

    /** 职务层次, which everybody knows who reads the list. */
    public String level(Change change) {
        var card = change.card();
        if (card == null) return "单位和班子";
        return card.level() == null ? "层次待核" : card.level().level().title();
    }
}
