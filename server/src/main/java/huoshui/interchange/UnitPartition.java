package huoshui.interchange;

import static huoshui.dossier.search.Condition.test;

import huoshui.access.Sight;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.UnitSet;
import huoshui.org.Chart;
import huoshui.org.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of a table by unit: whoever is placed anywhere belongs to exactly one of them. 单位分行
 *
 * <p>Everything, or one unit chosen, is taken apart into what stands beneath it and its own people (本级); of several units chosen
 * each is a row.
 */
final class UnitPartition {

    /** @param own the unit alone, without what stands beneath it */
    record Row(String code, String label, UUID unit, boolean own) {

        Condition condition() {
            return test("unit", own ? Op.IS : Op.UNDER, unit);
        }
    }

    private final Chart chart;
    private final Sight sight;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<UUID, Row> byUnit = new HashMap<>();

    private UnitPartition(Chart chart, Sight sight) {
        this.chart = chart;
        this.sight = sight;
    }

    static UnitPartition of(Chart chart, Sight sight, UnitSet set) {
        var partition = new UnitPartition(chart, sight);
        var tops =
                set.units().isEmpty() ? chart.roots().stream().map(Unit::id).toList() : partition.topmost(set.units());
        boolean apart = set.units().isEmpty() || tops.size() == 1;
        for (var top : tops) chart.unit(top).ifPresent(each -> partition.place(each, apart));
        for (var row : partition.rows.values()) {
            if (row.own()) partition.byUnit.put(row.unit(), row);
            else chart.subtree(row.unit()).forEach(each -> partition.byUnit.putIfAbsent(each.id(), row));
        }
        return partition;
    }

    private List<UUID> topmost(List<UUID> units) {
        return units.stream()
                .filter(each -> chart.ancestors(each).stream().noneMatch(above -> units.contains(above.id())))
                .toList();
    }

    /** Where a unit is out of sight, those beneath it that are in sight stand for themselves. */
    private void place(Unit unit, boolean apart) {
        var below = chart.children(unit.id());
        boolean seen = sight.seesUnit(unit.id());
        if (seen && (!apart || below.isEmpty())) {
            add(unit, false);
            return;
        }
        if (seen) add(unit, true);
        for (var each : below) place(each, !sight.seesUnit(each.id()));
    }

    private void add(Unit unit, boolean own) {
        var code = unit.id().toString();
        rows.put(code, new Row(code, own ? unit.called() + "（本级）" : unit.called(), unit.id(), own));
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** The row that somebody placed in this unit belongs to. */
    Optional<Row> of(UUID unit) {
        return Optional.ofNullable(byUnit.get(unit));
    }

    /** Placed in a unit that is none of this day's: it ceased, or was never set up. */
    Condition elsewhere() {
        var known = test("unit", Op.KNOWN, true);
        var roots = chart.roots().stream()
                .<Condition>map(each -> test("unit", Op.UNDER, each.id()))
                .toList();
        return roots.isEmpty()
                ? known
                : new Condition.All(List.of(known, new Condition.Not(new Condition.Any(new ArrayList<>(roots)))));
    }
}
