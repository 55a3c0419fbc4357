package huoshui.rule.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.city.City;
import huoshui.kernel.AsOf;
import huoshui.rule.Ahead;
import huoshui.rule.Examinations;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import huoshui.rule.Sweep;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("可期之日：把全部条款逐日问过，早一天都不行，那一天就行")
class ForetellingTests {

    private static final Set<RankHeap> IN_THE_WAY = EnumSet.of(RankHeap.LACKING, RankHeap.BARRED);
    private static final int EACH = 12;

    private final long seed = Seeds.next();
    private final Examinations.Ready ready =
            Sweep.of(300, seed, RankSweeps::concerns).ready();

    @Test
    void askedDayAfterDayNothingComesEarlier() {
        var heaps = new TreeSet<RankHeap>();
        for (var some : Stream.of(RankHeap.values()).toList())
            RankSweeps.sweep(ready).people().stream()
                    .filter(each -> each.heap() == some && each.outlook() != Outlook.NONE)
                    .limit(EACH)
                    .forEach(each -> {
                        heaps.add(some);
                        asForetold(each);
                    });
        assertThat(heaps).as("seed %d", seed).contains(RankHeap.LATER);
    }

    private void asForetold(Swept one) {
        var outlook = one.outlook();
        var told = outlook.earliest() == null ? outlook.open() : outlook.earliest();
        var today = ready.asking().day();
        boolean barred = one.heap() == RankHeap.BARRED || outlook.until() != null;
        @Nullable LocalDate until = null;
        // Nothing comes where nothing is told: looked for on the first of every month.
        for (var day = today.plusDays(1);
                !day.isAfter(told == null ? today.plusYears(10) : told);
                day = told == null ? day.withDayOfMonth(1).plusMonths(1) : day.plusDays(1)) {
            var heap = heap(one, day);
            if (barred && until == null && heap != RankHeap.BARRED) until = day;
            if (day.equals(told))
                assertThat(heap)
                        .as("seed %d, %s on %s", seed, one, day)
                        .isIn(
                                outlook.earliest() == null
                                        ? EnumSet.of(RankHeap.UNKNOWN)
                                        : EnumSet.of(RankHeap.CLEAR, RankHeap.AWAITING));
            else assertThat(heap).as("seed %d, %s on %s", seed, one, day).isIn(IN_THE_WAY);
        }
        if (told != null) assertThat(until).as("seed %d, %s", seed, one).isEqualTo(outlook.until());
    }

    /** Every clause of that day, and the dossier put in order anew. */
    private RankHeap heap(Swept one, LocalDate day) {
        var there = Ahead.of(ready.asking(), one.person().id(), 10).on(day, true);
        var lines = there.city().lines(one.person().id());
        var city = City.of(
                new AsOf(day, there.city().at().known()), lines, there.city().around());
        var asking = new Rulebook.Asking(there.book(), city, there.chart(), there.seen());
        var clauses = there.book().inForce(day).stream()
                .filter((Provision each) -> RankSweeps.concerns(each))
                .toList();
        return RankHeap.of(RankSweeps.rising(asking, clauses, one.person().id(), Objects.requireNonNull(one.target())));
    }
}
