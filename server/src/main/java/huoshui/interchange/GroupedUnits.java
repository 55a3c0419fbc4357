package huoshui.interchange;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Units people are put together by: told apart by which they are, and where two are called the same, by what stands above. 分组单位 */
final class GroupedUnits {

    private final Map<String, String> names;

    private GroupedUnits(Map<String, String> names) {
        this.names = names;
    }

    /** The units in which these people serve. */
    static GroupedUnits of(List<Card> people, Surroundings around) {
        var units = people.stream()
                .map(each -> each.service().unit())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(each -> around.unit(each).stream())
                .toList();
        var met = units.stream().collect(groupingBy(Surroundings.UnitAt::name, counting()));
        var names = new HashMap<String, String>();
        for (var each : units) {
            var above = met.getOrDefault(each.name(), 0L) > 1 ? around.above(each.id()) : null;
            names.put(
                    each.id().toString(),
                    above == null
                            ? each.name()
                            : above.map(one -> one.name() + " ").orElse("") + each.name());
        }
        return new GroupedUnits(names);
    }

    /** By what those of one unit are told from others; empty where no unit is known. */
    static String key(Card card, Surroundings around) {
        return around.unit(card.service().unit())
                .map(each -> each.id().toString())
                .orElse("");
    }

    String called(String key) {
        return names.getOrDefault(key, "");
    }
}
