package huoshui.dossier.search;

import static huoshui.dossier.search.Condition.test;

import huoshui.access.Sight;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.city.Surroundings.Sector;
import huoshui.kernel.Refusal;
import huoshui.org.Chart;
import huoshui.org.Unit;
import huoshui.org.fact.UnitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units a table of numbers is drawn over: a county, kinds of units, a part of the city, or units picked by hand. 统计范围
 *
 * @param units each with everything beneath it; all of them where it is empty
 * @param kinds of the very unit somebody is placed in; every kind where it is empty
 */
public record UnitSet(
        @Nullable List<UUID> units,
        @Nullable List<UnitKind> kinds,
        @Nullable Sector sector) {

    public static final UnitSet EVERYTHING = new UnitSet(null, null, null);
    /** So many may be picked by hand: their condition has to fit into an address. */
    private static final int MOST = 40;

    public UnitSet {
        units = units == null ? List.of() : units.stream().distinct().toList();
        kinds = kinds == null ? List.of() : kinds.stream().distinct().toList();
    }

    @Override
    public List<UUID> units() {
        return units == null ? List.of() : units;
    }

    @Override
    public List<UnitKind> kinds() {
        return kinds == null ? List.of() : kinds;
    }

    public boolean everything() {
        return units().isEmpty() && kinds().isEmpty() && sector == null;
    }

    /**
     * The same, made sure that it can be drawn by this account on that day.
     *
     * @throws Refusal {@code no-unit}, {@code too-many-units}
     */
    public UnitSet checked(Chart chart, Sight sight) {
        if (units().size() > MOST)
            throw Refusal.input(
                    "too-many-units", "未统计：选了 %d 个单位，一次最多 %d 个。请改选上级单位，或分几次统计。".formatted(units().size(), MOST));
        for (var each : units())
            if (chart.unit(each).isEmpty() || !sight.seesUnit(each))
                throw Refusal.absent(
                        "no-unit",
                        "未统计：所选单位中有一个在 %s 这一天不存在，或不在您的管理范围内。请在统计范围中去掉它或另选。"
                                .formatted(chart.at().valid()));
        return this;
    }

    /** Whom it takes in; null where it takes in everybody. */
    public @Nullable Condition condition() {
        var all = new ArrayList<Condition>();
        var under = units().stream()
                .map(each -> test("unit", Op.UNDER, each))
                .<Condition>map(each -> each)
                .toList();
        if (!under.isEmpty()) all.add(under.size() == 1 ? under.getFirst() : new Condition.Any(under));
        if (!kinds().isEmpty())
            all.add(test("unitKind", Op.IN, kinds().stream().map(UnitKind::name).toArray()));
        if (sector != null) all.add(test("source", Op.IS, sector.name()));
        return all.isEmpty() ? null : all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    /** Its units in sight, from the top down. */
    public List<Unit> in(Chart chart, Surroundings around, Sight sight) {
        var tops = units().isEmpty() ? chart.roots().stream().map(Unit::id).toList() : units();
        var seen = new HashSet<UUID>();
        return tops.stream()
                .flatMap(each -> chart.subtree(each).stream())
                .filter(each -> seen.add(each.id()))
                .filter(each -> sight.seesUnit(each.id()) && kept(each, around))
                .toList();
    }

    private boolean kept(Unit unit, Surroundings around) {
        if (!kinds().isEmpty() && !kinds().contains(unit.is().kind())) return false;
        return sector == null
                || around.unit(unit.id())
                        .filter(each -> each.sector() == sector)
                        .isPresent();
    }

    /** What it takes in, in words; empty for everything. */
    public String words(Chart chart) {
        var parts = new ArrayList<String>();
        if (!units().isEmpty())
            parts.add(units().stream()
                    .flatMap(each -> chart.unit(each).stream())
                    .map(Unit::called)
                    .collect(Collectors.joining("、")));
        var rest = Stream.concat(
                        Stream.ofNullable(sector).map(Sector::word),
                        kinds().stream().map(UnitKind::word))
                .collect(Collectors.joining("、"));
        if (!rest.isEmpty()) parts.add(rest);
        return String.join("，", parts);
    }

    /** As a query of a page; empty for everything, else ending in an ampersand. */
    public String query() {
        var query = new StringBuilder();
        if (!units().isEmpty())
            query.append("units=")
                    .append(units().stream().map(UUID::toString).collect(Collectors.joining(",")))
                    .append('&');
        if (!kinds().isEmpty())
            query.append("kinds=")
                    .append(kinds().stream().map(UnitKind::name).collect(Collectors.joining(",")))
                    .append('&');
        if (sector != null) query.append("sector=").append(sector.name()).append('&');
        return query.toString();
    }
}
