package huoshui.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names made from tables of characters; nobody real is meant. 姓名 */
final class Names {

    private final List<String> surnames = new ArrayList<>();
    private final Map<String, List<String>> characters = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final int[] weights;

    private record Group(String name, List<String> surnames, List<String> men, List<String> women) {}

    Names() {
        for (var line : Tables.lines("surnames.txt")) {
            var parts = line.split(" ");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) surnames.add(parts[0]);
        }
        for (var line : Tables.lines("given.txt")) {
            var parts = line.split(" ", 2);
            characters.put(
                    parts[0],
                    parts[1].replace(" ", "")
                            .codePoints()
                            .mapToObj(Character::toString)
                            .toList());
        }
        var rows = Tables.lines("ethnic.txt").stream().map(Tables::cells).toList();
        weights = rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray();
        for (var row : rows) groups.add(new Group(row[0], words(row[2]), words(row[3]), words(row[4])));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split(" "));
    }

    /** Gives a life its people and its name. */
    void name(Life life) {
        var dice = life.dice.fork("name");
        var group = groups.get(dice.weighted(weights));
        life.ethnicity = group.name();
        var own = life.male ? group.men() : group.women();
        if (!own.isEmpty()) life.name = dice.pick(own);
        else
            life.name =
                    (group.surnames().isEmpty() || dice.chance(0.2) ? dice.pick(surnames) : dice.pick(group.surnames()))
                            + given(dice, life.male, Months.year(life.birth));
    }

    /** Whether people of this group have names of their own that take no family name from a father. */
    boolean distinct(String ethnicity) {
        return groups.stream()
                .anyMatch(each -> each.name().equals(ethnicity) && !each.men().isEmpty());
    }

    String surname(Dice dice) {
        return dice.pick(surnames);
    }

    String given(Dice dice, boolean male, int born) {
        int era = born < 1970 ? 1 : born < 1990 ? 2 : 3;
        var pool = of((male ? "m" : "f") + era);
        var both = of("b" + era);
        var first = dice.chance(0.3) ? dice.pick(both) : dice.pick(pool);
        if (dice.chance(0.003)) return dice.pick(of("rare"));
        if (dice.chance(era == 1 ? 0.14 : 0.2)) return first;
        return dice.pick(of((male ? "m" : "f") + era)) + (dice.chance(0.004) ? dice.pick(of("rare")) : first);
    }

    private List<String> of(String key) {
        return characters.getOrDefault(key, List.of("文"));
    }

    /** The family name of a full name, two characters where it is one of the double ones. */
    static String familyName(String name) {
        for (var each : List.of("尉迟", "欧阳", "司徒", "上官", "诸葛")) if (name.startsWith(each)) return each;
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
