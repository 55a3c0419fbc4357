package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * An institution through its reforms: the units it was one after another, and those that were merged into it. 机构沿革
 *
 * @param style which team it has: 局, 委, 部门, 县局, 乡镇 …
 * @param key where it stands when only a part of the city is peopled, 0 first
 */
record Line(
        String style,
        int county,
        List<Draft> main,
        List<Joined> joined,
        List<String> sections,
        String special,
        Trade trade,
        double key,
        List<Seat> seats) {

    /** Another unit merged into this one. 并入 */
    record Joined(Draft unit, int at) {}

    Line(
            String style,
            int county,
            List<Draft> main,
            List<Joined> joined,
            List<String> sections,
            String special,
            Trade trade,
            double key) {
        this(style, county, main, joined, sections, special, trade, key, new ArrayList<>());
    }

    Draft today() {
        return main.getLast();
    }

    int founded() {
        return main.getFirst().founded;
    }

    /** The units in order for seats that came from one of the branches: 0 is the main one. */
    List<Draft> branch(int number) {
        if (number == 0 || joined.isEmpty()) return main;
        var from = joined.get((number - 1) % joined.size());
        var units = new ArrayList<Draft>();
        units.add(from.unit());
        for (var each : main) if (each.abolished > from.at()) units.add(each);
        return units;
    }
}
