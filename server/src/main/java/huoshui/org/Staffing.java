package huoshui.org;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many leaders may be had, are had, are missing, are too many: by category. 核定、实配、空缺、超配 */
public record Staffing(List<Line> lines) {

    /** Somebody in a seat that takes up an establishment number. 占职数者 */
    public record Seated(
            UUID person, SeatCategory category, @Nullable LeadershipLevel level) {}

    /**
     * One category, or one level of it where numbers are told apart by level.
     *
     * @param approved 核定; null when never laid down, which is not zero
     * @param people 实配, each person once
     */
    public record Line(
            SeatCategory category,
            @Nullable LeadershipLevel level,
            @Nullable Integer approved,
            List<UUID> people) {

        public int actual() {
            return people.size();
        }

        /** 空缺; null when nothing was laid down. */
        public @Nullable Integer vacant() {
            return approved == null ? null : Integer.valueOf(Math.max(0, approved - actual()));
        }

        /** 超配; null when nothing was laid down. */
        public @Nullable Integer excess() {
            return approved == null ? null : Integer.valueOf(Math.max(0, actual() - approved));
        }
    }

    /**
     * A person in several seats of one unit counts once, in the highest of their categories. Where a category's numbers are
     * told apart by level, people of another level stand on a line of their own, without a number.
     */
    public static Staffing of(List<Establishment> establishment, Collection<Seated> seated) {
        Map<UUID, Seated> counted = new LinkedHashMap<>();
        for (var each : seated)
            counted.merge(
                    each.person(), each, (one, other) -> one.category().compareTo(other.category()) <= 0 ? one : other);
        Map<String, Establishment> numbers = new LinkedHashMap<>();
        establishment.forEach(each -> numbers.put(each.slot(), each));
        Map<String, Set<UUID>> people = new HashMap<>();
        Map<String, Line> unnumbered = new LinkedHashMap<>();
        for (var each : counted.values()) {
            var slot = slot(each.category(), each.level());
            var line = numbers.containsKey(slot) ? slot : slot(each.category(), null);
            if (!numbers.containsKey(line)) {
                boolean byLevel = establishment.stream().anyMatch(any -> any.category() == each.category());
                if (each.category() == SeatCategory.NOT_LEADING) continue;
                line = byLevel ? slot : slot(each.category(), null);
                unnumbered.putIfAbsent(line, new Line(each.category(), byLevel ? each.level() : null, null, List.of()));
            }
            people.computeIfAbsent(line, any -> new LinkedHashSet<>()).add(each.person());
        }
        var lines = new ArrayList<Line>();
        numbers.forEach((slot, each) -> lines.add(new Line(
                each.category(), each.level(), each.number(), List.copyOf(people.getOrDefault(slot, Set.of())))));
        unnumbered.forEach((slot, each) -> lines.add(
                new Line(each.category(), each.level(), null, List.copyOf(people.getOrDefault(slot, Set.of())))));
        lines.sort(Comparator.comparing(Line::category)
                .thenComparing(Line::level, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Staffing(List.copyOf(lines));
    }

    private static String slot(SeatCategory category, @Nullable LeadershipLevel level) {
        return new Establishment(category, level, 0, null).slot();
    }

    /** Sum of what was laid down; null when nothing was. */
    public @Nullable Integer approved() {
        return sum(Line::approved);
    }

    public int actual() {
        return lines.stream().mapToInt(Line::actual).sum();
    }

    /** Sum of the vacancies; too many in one category fill no seat of another. */
    public @Nullable Integer vacant() {
        return sum(Line::vacant);
    }

    public @Nullable Integer excess() {
        return sum(Line::excess);
    }

    private @Nullable Integer sum(Function<Line, @Nullable Integer> number) {
        Integer sum = null;
        for (var line : lines) {
            var each = number.apply(line);
            if (each != null) sum = (sum == null ? 0 : sum) + each;
        }
        return sum;
    }
}
