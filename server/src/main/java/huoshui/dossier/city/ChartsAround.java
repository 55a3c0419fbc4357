package huoshui.dossier.city;

import huoshui.kernel.AsOf;
import huoshui.org.Chart;
import huoshui.org.Organization;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads each chart once; the last few are remembered. */
@Component
class ChartsAround implements SurroundingsAt {

    private static final int KEPT = 4;

    private final Organization organization;
    private final Deque<ChartSurroundings> last = new ArrayDeque<>();

    ChartsAround(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Surroundings at(AsOf at) {
        var chart = organization.at(at);
        var known = known(chart);
        if (known != null) return known;
        var fresh = new ChartSurroundings(chart);
        synchronized (last) {
            var other = known(chart);
            if (other != null) return other;
            last.addFirst(fresh);
            if (last.size() > KEPT) last.removeLast();
            return fresh;
        }
    }

    /** The one used last moves to the front, so that odd days do not push today out. */
    private @Nullable ChartSurroundings known(Chart chart) {
        synchronized (last) {
            for (var each : last) {
                if (!each.shows(chart)) continue;
                last.remove(each);
                last.addFirst(each);
                return each;
            }
            return null;
        }
    }
}
