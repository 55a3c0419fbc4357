package huoshui.interchange;

import static java.util.stream.Collectors.groupingBy;

import huoshui.dossier.fact.FormFact.Column;
import huoshui.dossier.fact.FormFact.Unplaced;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a 通用格式 package says and no kind of fact carries: kept as it came, and given back where its row is certain.
 * 未归入的栏目
 *
 * <p>Certain are sets with one row a person, and sets of which we carry nothing. In a set of many rows that we do carry, rows
 * are written in our order, so a column could land beside another row: those stay in the dossier and are not written.
 */
final class Homeless {

    private static final List<String> SINGLE_ROW = List.of("A01", "A29", "A30", "A37", "A61");

    private Homeless() {}

    static Optional<Unplaced> of(GeneralReading reading) {
        if (reading.unplaced().isEmpty()) return Optional.empty();
        return Optional.of(new Unplaced(reading.unplaced().stream()
                .map(each -> new Column(each.set(), each.row(), each.column(), each.value()))
                .toList()));
    }

    static GeneralPerson housed(GeneralPerson person, Unplaced kept) {
        var sets = new LinkedHashMap<>(person.sets());
        kept.columns().stream()
                .collect(groupingBy(Column::set, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .forEach((set, columns) -> {
                    if (!sets.containsKey(set)) sets.put(set, rows(columns));
                    else if (SINGLE_ROW.contains(set) && sets.get(set).size() == 1)
                        sets.put(set, List.of(joined(sets.get(set).getFirst(), columns)));
                });
        return new GeneralPerson(person.a0000(), sets);
    }

    private static List<Map<String, String>> rows(List<Column> columns) {
        var rows = new TreeMap<Integer, Map<String, String>>();
        for (var each : columns)
            rows.computeIfAbsent(each.row(), any -> new LinkedHashMap<>()).put(each.column(), each.value());
        return new ArrayList<>(rows.values());
    }

    private static Map<String, String> joined(Map<String, String> row, List<Column> columns) {
        var joined = new LinkedHashMap<>(row);
        for (var each : columns) {
            if (each.row() == 1) joined.putIfAbsent(each.column(), each.value());
        }
        return joined;
    }
}
