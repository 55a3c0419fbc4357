package huoshui.dossier.city;

import huoshui.dossier.city.Card.Held;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Months of work at the grass roots, as far as matched posts tell. 基层工作经历
 *
 * <p>At least: the months covered by posts at grass-roots units. At most: all months since work began, less those covered
 * by nothing but posts elsewhere. Posts that are not matched leave it open.
 */
final class Grassroots {

    private static final LocalDate START = LocalDate.of(1900, 1, 1);

    private Grassroots() {}

    static @Nullable Bounds months(List<Held> ever, @Nullable Bounds service, LocalDate day, Surroundings around) {
        var there = new BitSet();
        var elsewhere = new BitSet();
        for (var each : ever) {
            if (each.valid().firstDate() == null) continue;
            var unit = each.post().unit() != null
                    ? around.unit(each.post().unit())
                    : around.post(each.post().post()).flatMap(post -> around.unit(post.unit()));
            if (unit.isEmpty()) continue;
            mark(unit.get().grassroots() ? there : elsewhere, each, day);
        }
        if (service == null) return there.isEmpty() ? null : new Bounds(there.cardinality(), Integer.MAX_VALUE);
        elsewhere.andNot(there);
        int least = Math.min(there.cardinality(), service.most());
        return new Bounds(least, Math.max(least, service.most() - elsewhere.cardinality()));
    }

    private static void mark(BitSet months, Held held, LocalDate day) {
        var to = held.valid().to();
        var end = to == null || to.isAfter(day) ? day : to;
        int from = (int) ChronoUnit.MONTHS.between(START, held.valid().from().withDayOfMonth(1));
        int until = (int) ChronoUnit.MONTHS.between(START, end.withDayOfMonth(1));
        if (from >= 0 && until > from) months.set(from, until);
    }
}
