package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** The terms of elected teams: townships, counties and the city every five years. 届期 */
final class Terms {

    private Terms() {}

    private static final int MONTHS = 60;

    /** Every term begun by this month, the running one last. */
    static List<Term> of(List<CityUnit> units, int today) {
        var terms = new ArrayList<Term>();
        for (var unit : units) {
            if (unit.abolished() != null) continue;
            if (!elects(unit)) continue;
            boolean town = unit.kind().equals("乡镇街道");
            int before = town ? 11 : unit.county() > 0 ? 12 : 0;
            int first = town ? Months.of(2001, 12) : unit.county() > 0 ? Months.of(2002, 2) : Months.of(2002, 5);
            int founded = Months.of(unit.founded().firstDay());
            for (int from = first, i = 1; from <= today; from += MONTHS, i++)
                if (from + MONTHS > founded)
                    terms.add(new Term(
                            unit.code(),
                            before + i,
                            "第" + words(before + i) + "届",
                            Months.date(Math.max(from, founded)),
                            Months.date(from + MONTHS)));
        }
        return terms;
    }

    /** Committees, congresses, governments and consultative conferences, commissions, courts and procuratorates; no subdistrict. */
    private static boolean elects(CityUnit unit) {
        return switch (unit.kind()) {
            case "乡镇街道" -> !unit.name().printed().endsWith("街道");
            case "法检" -> true;
            case "纪委监委" -> unit.name().printed().endsWith("纪委监委");
            default -> unit.code().matches("001(\\.2\\d\\d)?\\.00[1-4]");
        };
    }

    static String words(int number) {
        var digits = "零一二三四五六七八九";
        return number <= 10 ? number == 10 ? "十" : "" + digits.charAt(number) : "十" + digits.charAt(number % 10);
    }
}
