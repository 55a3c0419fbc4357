package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** The terms of elected teams: townships, counties and the city every five years. 届期 */
final class Terms {

    private Terms() {}

    static List<Term> of(List<CityUnit> units) {
        var terms = new ArrayList<Term>();
        for (var unit : units) {
            if (unit.abolished() != null) continue;
            boolean town = unit.kind().equals("乡镇街道") && !unit.name().printed().endsWith("街道");
            boolean team = unit.code().matches("001(\\.2\\d\\d)?\\.00[1-4]");
            if (!town && !team) continue;
            int before = town ? 11 : unit.county() > 0 ? 12 : 0;
            int first = town ? Months.of(2001, 12) : unit.county() > 0 ? Months.of(2002, 2) : Months.of(2002, 5);
            for (int i = 0; i < 5; i++)
                terms.add(new Term(
                        unit.code(),
                        before + i + 1,
                        "第" + words(before + i + 1) + "届",
                        Months.date(first + i * 60),
                        Months.date(first + i * 60 + 60)));
        }
        return terms;
    }

    static String words(int number) {
        var digits = "零一二三四五六七八九";
        return number <= 10 ? number == 10 ? "十" : "" + digits.charAt(number) : "十" + digits.charAt(number % 10);
    }
}
