package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.interchange.general.GeneralUnit;
import huoshui.org.Chart;
import huoshui.org.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Units of ours as rows of B01, upper ones first. 机构表 */
final class UnitRows {

    private UnitRows() {}

    /**
     * Those that are named and those above them.
     *
     * @param named keys
     * @param sight a unit out of sight has no numbers
     */
    static List<Map<String, String>> of(Chart chart, Set<String> named, Sight sight) {
        var rows = new ArrayList<Map<String, String>>();
        chart.roots().forEach(root -> add(chart, root, null, named, sight, rows));
        return rows;
    }

    /** @return whether it or one below it is named */
    private static boolean add(
            Chart chart,
            Unit unit,
            @Nullable String parent,
            Set<String> named,
            Sight sight,
            List<Map<String, String>> rows) {
        var key = unit.is().code() == null ? unit.id().toString() : unit.is().code();
        var below = new ArrayList<Map<String, String>>();
        boolean wanted = named.contains(key);
        for (var each : chart.children(unit.id())) wanted |= add(chart, each, key, named, sight, below);
        if (!wanted) return false;
        rows.add(row(chart, unit, key, parent, sight.seesUnit(unit.id())));
        rows.addAll(below);
        return true;
    }

    private static Map<String, String> row(
            Chart chart, Unit unit, String key, @Nullable String parent, boolean numbered) {
        var is = unit.is();
        return new GeneralUnit(
                        key,
                        is.name(),
                        is.shortName(),
                        is.code(),
                        is.area(),
                        parent,
                        is.affiliation(),
                        is.level() == null ? null : is.level().code(),
                        is.category() == null ? is.kind().category() : is.category(),
                        is.legalPerson() == null ? null : is.legalPerson() ? "1" : "2",
                        is.remark(),
                        numbered ? UnitColumns.numbers(chart, unit.id()) : new TreeMap<>(),
                        UnitColumns.rest(is))
                .row();
    }
}
