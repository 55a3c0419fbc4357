package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person in the simulation: only what others need to know; the rest is told by {@link Biography}. 经历推演 */
final class Life {

    final int number;
    final Dice dice;
    final boolean male;
    final int birth;
    final int workStart;
    final Entry entry;
    final int entered;
    final int degree;
    final double merit;
    final List<Stint> stints = new ArrayList<>();
    /** Month and level, in order. */
    final List<int[]> levels = new ArrayList<>();

    final int[] poolIndex = {-1, -1};
    Trade trade = Trade.OFFICE;
    int joined = -1;
    String democratic = "";
    int level;
    int levelSince;
    int region;
    String home = "";
    int seatSince;
    boolean displaced;
    int left = Seat.NEVER;
    Exit exit = Exit.NONE;
    int retireAge;
    byte[] grades = {};
    String name = "";
    /** Named in the guide: keeps the name. */
    boolean known;
    /** Months ago of a sanction whose influence still lasts; 0 for none. */
    int sanctioned;

    String ethnicity = "汉族";

    @Nullable
    Seat seat;

    @Nullable
    Life spouse;

    @Nullable
    Life parent;

    @Nullable
    Life child;

    /** How someone came in. 进入方式 */
    enum Entry {
        ASSIGNED,
        EXAM,
        SELECTED,
        SOLDIER,
        INSTITUTION,
        COMPANY,
        VILLAGE,
        TRANSFER
    }

    /** How someone left. 退出方式 */
    enum Exit {
        NONE,
        RETIRED,
        TRANSFERRED,
        RESIGNED,
        DIED,
        DISMISSED
    }

    /** What is settled about someone at birth of the dossier. */
    record Start(boolean male, int birth, int workStart, Entry entry, int entered, int degree) {}

    Life(int number, Dice dice, Start start) {
        this.number = number;
        this.dice = dice;
        this.male = start.male();
        this.birth = start.birth();
        this.workStart = start.workStart();
        this.entry = start.entry();
        this.entered = start.entered();
        this.degree = start.degree();
        this.merit = dice.fork("merit").normal();
    }

    int age(int month) {
        return (month - birth) / 12;
    }

    boolean party(int month) {
        return joined >= 0 && joined <= month;
    }

    boolean serving() {
        return left == Seat.NEVER;
    }

    void rise(int to, int month) {
        if (!levels.isEmpty() && levels.getLast()[1] == to) return;
        levels.add(new int[] {month, to});
        level = to;
        levelSince = month;
    }

    int levelAt(int month) {
        int found = 0;
        for (var each : levels) if (each[0] <= month) found = each[1];
        return found;
    }
}
