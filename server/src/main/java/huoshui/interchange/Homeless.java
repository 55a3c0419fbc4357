package huoshui.interchange;

import huoshui.dossier.fact.FormFact.Column;
import huoshui.dossier.fact.FormFact.Unplaced;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralReading;
import huoshui.interchange.general.Leftovers;
import huoshui.interchange.general.Leftovers.Left;
import huoshui.interchange.general.UnitKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a 通用格式 package says beyond our facts, kept with the dossier and given back to the row it came in. 未归入的栏目 */
final class Homeless {

    private Homeless() {}

    static Optional<Unplaced> of(GeneralReading reading) {
        var left = reading.leftovers();
        if (left.none()) return Optional.empty();
        return Optional.of(new Unplaced(
                left.columns().stream()
                        .map(each -> new Column(each.set(), each.row(), each.column(), each.value(), each.beside()))
                        .toList(),
                left.whole()));
    }

    /** Whether what is kept already says all of this: a package that carries less takes nothing of the rest away. */
    static boolean says(Unplaced kept, Unplaced said) {
        var left = new ArrayList<>(kept.columns().stream().map(Homeless::plain).toList());
        return said.columns().stream().map(Homeless::plain).allMatch(left::remove);
    }

    private static List<String> plain(Column each) {
        return List.of(each.set(), each.column(), each.value());
    }

    static GeneralPerson housed(GeneralPerson person, Unplaced kept, UnitKeys units) {
        var columns = kept.columns().stream()
                .map(each -> new Left(each.set(), each.row(), each.column(), each.value(), each.beside()))
                .toList();
        return new Leftovers(columns, kept.whole()).back(person, units);
    }
}
