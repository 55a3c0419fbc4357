package huoshui.dossier.city;

import huoshui.kernel.AsOf;
import huoshui.org.Organization;
import java.util.ArrayDeque;
import java.util.Deque;
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
        synchronized (last) {
            for (var each : last) if (each.shows(chart)) return each;
            var fresh = new ChartSurroundings(chart);
            last.addFirst(fresh);
            if (last.size() > KEPT) last.removeLast();
            return fresh;
        }
    }
}
