package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seat as it passes through reforms: one occupant at a time, one or more posts. 席位 */
final class Seat {

    static final int NEVER = Integer.MAX_VALUE;

    final int number;
    final int level;
    final int region;
    final String home;
    final Trade trade;
    final List<Stage> stages = new ArrayList<>();
    boolean staff;
    boolean principal;
    boolean nonParty;
    boolean inTeam;
    boolean outsider;
    boolean termed;
    int weight;
    boolean women;
    boolean young;
    /** Never left vacant in the end, since the guide speaks of it. */
    boolean kept;

    int closes = NEVER;
    /** Since which month nobody sits there; of no meaning while somebody does. */
    int vacant;

    @Nullable
    Life occupant;

    /** From a month on, these posts go with the seat. */
    record Stage(int from, List<CityPost> posts) {}

    Seat(int number, int level, int region, String home, Trade trade) {
        this.number = number;
        this.level = level;
        this.region = region;
        this.home = home;
        this.trade = trade;
    }

    int opens() {
        return stages.getFirst().from();
    }

    Stage at(int month) {
        var found = stages.getFirst();
        for (var each : stages) if (each.from() <= month) found = each;
        return found;
    }

    boolean open(int month) {
        return month >= opens() && month < closes;
    }
}
