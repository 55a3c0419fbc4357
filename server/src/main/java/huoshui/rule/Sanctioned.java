package huoshui.rule;

import huoshui.dossier.city.LinesAt;
import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * Months since a day in which a government sanction ran, each once: those that surely are and those that may be. 处分期月数
 *
 * <p>A sanction that cannot be read may be one.
 */
final class Sanctioned {

    private final BitSet sure = new BitSet();
    private final BitSet may = new BitSet();

    private Sanctioned() {}

    static Sanctioned of(OnePerson person, PartialDate since) {
        var all = new Sanctioned();
        if (person.influences().isEmpty()) return all;
        for (var line : person.lines().begunLines("sanction"))
            for (var each : person.influences())
                if (each.source().equals(line.id())) all.mark(line, each, since, person.day());
        return all;
    }

    private void mark(LinesAt.At line, InfluencePeriod period, PartialDate since, LocalDate day) {
        if (period.family() != null && period.family() != Family.GOVERNMENT_SANCTION) return;
        int start = Months.index(period.start());
        set(may, Math.max(start, Months.index(since.firstDay())), end(period.latest(), day));
        var first = line.valid().firstDate();
        boolean certain = period.family() != null
                && period.checked()
                && first != null
                && start == Months.index(first.dayAfter().minusDays(1));
        if (certain) set(sure, Math.max(start, Months.index(since.dayAfter().minusDays(1))), end(period.end(), day));
    }

    private static int end(LocalDate end, LocalDate day) {
        return Months.index(end.isBefore(day) ? end : day);
    }

    private static void set(BitSet months, int from, int to) {
        if (from >= 0 && from < to) months.set(from, to);
    }

    int sure(int year) {
        return count(sure, year);
    }

    int most(int year) {
        return count(may, year);
    }

    boolean certain() {
        return sure.equals(may);
    }

    private static int count(BitSet months, int year) {
        int first = Months.index(LocalDate.of(year, 1, 1));
        return first < 0 ? 0 : months.get(first, first + 12).cardinality();
    }
}
