package huoshui.demo;

import java.util.List;
import java.util.TreeSet;

/** The city or one of its counties with the names it had. 地方 */
record Place(int number, String code, List<Named> names) {

    /** A name from a month on. */
    record Named(int from, String text) {}

    static final int CITY_FOUNDED = Months.of(2001, 7);

    static Place city() {
        return new Place(0, "590700", List.of(new Named(Months.of(1980, 1), "澜江地区"), new Named(CITY_FOUNDED, "澜江市")));
    }

    String nameAt(int month) {
        var found = names.getFirst().text();
        for (var each : names) if (each.from() <= month) found = each.text();
        return found;
    }

    String name() {
        return names.getLast().text();
    }

    /** 市, 县 or 区, as it stands in 市委, 县财政局. */
    String letter(int month) {
        var name = nameAt(month);
        return name.endsWith("地区") ? "地" : name.substring(name.length() - 1);
    }

    /** 澜江市委, 隆川县委; the prefecture before was 澜江地委. */
    String committee(int month) {
        var name = nameAt(month);
        return name.endsWith("地区") ? name.substring(0, name.length() - 2) + "地委" : name + "委";
    }

    /** Months at which any name made from these stems changes. */
    TreeSet<Integer> changes(List<Named> stems) {
        var months = new TreeSet<Integer>();
        for (var stem : stems) months.add(stem.from());
        for (var own : names) if (own.from() > stems.getFirst().from()) months.add(own.from());
        return months;
    }
}
