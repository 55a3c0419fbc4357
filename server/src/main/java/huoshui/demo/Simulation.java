package huoshui.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the city live month by month from 1985 until today: seats fall vacant, are filled from below, from beside or from
 * outside, people retire or leave. 逐月推演
 *
 * <p>The work is in proportion to what happens, not to months times people.
 */
final class Simulation {

    static final int START = Months.of(1985, 1);

    private static final int[] TENURE = {0, 36, 36, 42, 48, 48, 48};
    /** So many months a post of leadership waits for somebody of the city before one is brought in from outside. */
    private static final int PATIENCE = 24;

    private static final int[] OLDEST = {40, 46, 50, 52, 55, 56, 57};

    final List<Life> lives = new ArrayList<>();
    private final List<Seat> seats;
    private final Dice dice;
    private final int end;
    private final Intake intake;
    private final List<List<Seat>> due = new ArrayList<>();
    private final List<List<Seat>> closing = new ArrayList<>();
    private final List<List<Life>> exits = new ArrayList<>();
    private final List<List<Life>> steps = new ArrayList<>();
    private final Pool[][] regions = new Pool[6][7];
    private final Map<String, Pool[]> homes = new HashMap<>();

    Simulation(List<Seat> seats, Dice dice, int end) {
        this.seats = seats;
        this.dice = dice;
        this.end = end;
        this.intake = new Intake(dice.fork("intake"));
        for (int i = START; i <= end; i++) {
            due.add(new ArrayList<>());
            closing.add(new ArrayList<>());
            exits.add(new ArrayList<>());
            steps.add(new ArrayList<>());
        }
        for (var row : regions) for (int i = 0; i < row.length; i++) row[i] = new Pool(0);
    }

    void run() {
        for (var seat : seats) {
            seat.vacant = Math.max(START, seat.opens());
            if (seat.closes <= end) closing.get(seat.closes - START).add(seat);
            if (seat.opens() <= START) settle(seat);
            else if (seat.opens() <= end) due.get(seat.opens() - START).add(seat);
        }
        for (int month = START; month <= end; month++) step(month);
        for (var seat : seats) if (seat.kept && seat.occupant == null) keep(seat);
    }

    private void keep(Seat seat) {
        for (int i = 0; i < 60 && seat.occupant == null; i++) {
            var found = choose(seat, end, i % 2 == 0, true);
            if (found != null) move(found, seat, end);
        }
    }

    private void settle(Seat seat) {
        if (dice.chance(0.06)) {
            schedule(seat, START);
            return;
        }
        var life = intake.initial(lives.size(), seat);
        arrive(life);
        sit(life, seat, Math.max(life.workStart, UnitTree.BEGIN));
    }

    private void step(int month) {
        for (var seat : closing.get(month - START)) close(seat, month);
        var leaving = exits.get(month - START);
        for (int i = 0; i < leaving.size(); i++) leave(leaving.get(i), month);
        for (var life : steps.get(month - START)) stepDown(life, month);
        var vacant = due.get(month - START);
        for (int i = 0; i < vacant.size(); i++) fill(vacant.get(i), month);
    }

    private void close(Seat seat, int month) {
        var life = seat.occupant;
        if (life == null) return;
        rise(life, month);
        life.displaced = true;
        life.seat = null;
        life.stints.add(Stint.without(lastUnit(seat), life.level, month));
        life.seatSince = month;
        seat.occupant = null;
    }

    private static String lastUnit(Seat seat) {
        return seat.home;
    }

    private static void rise(Life life, int month) {
        life.stints.getLast().to = month;
    }

    private void leave(Life life, int month) {
        if (!life.serving()) return;
        if (life.exit == Life.Exit.NONE) {
            int limit = Retirement.limit(life.male, life.level);
            if (life.retireAge < limit) {
                life.retireAge = limit;
                at(exits, Retirement.month(life.birth, limit) + 1, life);
                return;
            }
            if (month < Retirement.month(life.birth, life.retireAge)) {
                planned(life);
            } else life.exit = Life.Exit.RETIRED;
        }
        if (life.exit == Life.Exit.NONE) return;
        life.left = month;
        rise(life, month);
        depart(life);
        var seat = life.seat;
        life.seat = null;
        if (seat != null) vacate(seat, month);
    }

    /** A sudden leave falls due: which it is, is thrown now. */
    private void planned(Life life) {
        boolean lasting = life.level > Level.STAFF;
        life.exit = switch (dice.weighted(lasting ? 60 : 40, lasting ? 8 : 30, 18, 8)) {
            case 0 -> Life.Exit.TRANSFERRED;
            case 1 -> Life.Exit.RESIGNED;
            case 2 -> Life.Exit.DIED;
            default -> Life.Exit.DISMISSED;
        };
    }

    private void stepDown(Life life, int month) {
        var seat = life.seat;
        if (!life.serving()
                || seat == null
                || life.level < Level.SECTION_DEPUTY
                || life.level > Level.COUNTY
                || !seat.trade.ranked()) return;
        rise(life, month);
        depart(life);
        life.seat = null;
        life.stints.add(Stint.without(seat.home, life.level, month));
        life.seatSince = month;
        vacate(seat, month);
    }

    private void vacate(Seat seat, int month) {
        seat.occupant = null;
        seat.vacant = month;
        if (seat.open(month)) schedule(seat, month);
    }

    private void schedule(Seat seat, int month) {
        int delay;
        if (seat.staff) {
            delay = 1 + dice.below(6);
            while (!Intake.season(month + delay)) delay++;
        } else delay = dice.chance(0.22) ? 0 : dice.chance(0.5) ? dice.between(1, 4) : dice.between(4, 15);
        at(due, month + delay, seat);
    }

    private <T> void at(List<List<T>> calendar, int month, T what) {
        if (month >= START && month <= end) calendar.get(month - START).add(what);
    }

    private void fill(Seat seat, int month) {
        if (seat.occupant != null || !seat.open(month)) return;
        if (seat.staff) {
            fillClerk(seat, month);
            return;
        }
        if (seat.level >= Level.BUREAU_DEPUTY && dice.chance(0.55)) {
            outside(seat, month);
            return;
        }
        var found = choose(seat, month, dice.chance(0.33), false);
        if (found == null) found = choose(seat, month, false, false);
        if (found == null) found = choose(seat, month, true, true);
        if (found == null) found = choose(seat, month, false, true);
        if (found != null) move(found, seat, month);
        else if (seat.level >= Level.COUNTY_DEPUTY && dice.chance(0.3)) outside(seat, month);
        else if (month - seat.vacant >= PATIENCE) outside(seat, month);
        else at(due, month + dice.between(3, 9), seat);
    }

    private void fillClerk(Seat seat, int month) {
        if (month - seat.opens() < 6 || dice.chance(0.2)) {
            var found = choose(seat, month, true, false);
            if (found != null) {
                move(found, seat, month);
                return;
            }
        }
        if (!Intake.season(month)) {
            schedule(seat, month);
            return;
        }
        var life = intake.recruit(lives.size(), seat, month);
        arrive(life);
        sit(life, seat, month);
    }

    private void outside(Seat seat, int month) {
        var life = intake.outsider(lives.size(), seat, month);
        arrive(life);
        sit(life, seat, month);
    }

    private @Nullable Life choose(Seat seat, int month, boolean beside, boolean anyone) {
        int from = beside ? seat.level : seat.level - 1;
        Life best = null;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 18; i++) {
            var pool = source(seat, from, i);
            if (pool == null || pool.isEmpty()) continue;
            var life = pool.draw(dice);
            if (!eligible(life, seat, month, beside, anyone)) continue;
            double score = score(life, seat, month);
            if (score <= top) continue;
            best = life;
            top = score;
        }
        return best;
    }

    private @Nullable Pool source(Seat seat, int level, int turn) {
        boolean home = turn % 2 == 0;
        if (home && seat.level > Level.STAFF) {
            var own = homes.get(seat.home);
            if (own != null && !own[level].isEmpty()) return own[level];
        }
        int region = seat.region;
        if (region > 0 && seat.level >= Level.COUNTY_DEPUTY && turn % 4 != 1) region = dice.below(6);
        if (region == 0 && dice.chance(seat.level >= Level.COUNTY_DEPUTY ? 0.4 : 0.15)) region = 1 + dice.below(5);
        return regions[region][level];
    }

    private static boolean eligible(Life life, Seat seat, int month, boolean beside, boolean anyone) {
        int age = life.age(month);
        if (life.seat == seat || !life.serving() || life.seatSince >= month) return false;
        if (life.seat != null && life.seat.principal && seat.level == life.level && !seat.principal && !anyone)
            return false;
        if (beside && downhill(life, seat, age)) return false;
        if (seat.women && life.male || seat.young && age > 38) return false;
        if (age > OLDEST[seat.level] + (anyone ? 4 : 0)) return false;
        if (!seat.nonParty && !life.party(month)) return false;
        if (month - life.birth > Retirement.limit(life.male, life.level) * 12 - 30) return false;
        if (bound(seat) && life.trade != seat.trade && !anyone) return false;
        if (beside) return life.displaced || month - life.seatSince >= (anyone ? 20 : 34);
        if (life.displaced) return false;
        int need = anyone ? Math.min(24, TENURE[seat.level]) : TENURE[seat.level];
        return month - life.levelSince >= need && month - life.seatSince >= 12;
    }

    /** Nobody moves beside to something lighter, except near the end or up from a county to the city. */
    private static boolean downhill(Life life, Seat seat, int age) {
        var old = life.seat;
        if (old == null || life.displaced) return false;
        int allowed = age >= 50 ? 3 : seat.region == 0 && old.region > 0 ? 2 : 0;
        return seat.weight < old.weight - allowed;
    }

    /** Seats that only someone of the trade can take. */
    private static boolean bound(Seat seat) {
        return seat.trade != Trade.OFFICE
                && seat.trade != Trade.COMPANY
                && seat.level <= Level.COUNTY_DEPUTY
                && !seat.principal;
    }

    private double score(Life life, Seat seat, int month) {
        double tenure = Math.min(10, (month - life.levelSince) / 12.0) * 0.12;
        double home = life.home.equals(seat.home) ? 0.5 : 0;
        double trade = life.trade == seat.trade ? 0.3 : 0;
        double woman = life.male ? 0.22 : 0;
        double outsider = seat.nonParty && seat.level >= Level.COUNTY_DEPUTY && !life.party(month) ? 2.5 : 0;
        return life.merit * 0.5 + tenure + home + trade + woman + outsider + (life.displaced ? 2 : 0) + dice.unit();
    }

    private void move(Life life, Seat seat, int month) {
        var old = life.seat;
        rise(life, month);
        depart(life);
        life.seat = null;
        if (old != null) vacate(old, month);
        sit(life, seat, month);
    }

    private void sit(Life life, Seat seat, int month) {
        life.stints.add(Stint.on(seat, month));
        life.rise(seat.level, month);
        life.seat = seat;
        life.seatSince = month;
        life.region = seat.region;
        life.home = seat.home;
        life.trade = seat.trade;
        life.displaced = false;
        seat.occupant = life;
        regions[life.region][life.level].add(life);
        homes.computeIfAbsent(seat.home, ignored -> pools())[life.level].add(life);
    }

    private static Pool[] pools() {
        var pools = new Pool[7];
        for (int i = 0; i < pools.length; i++) pools[i] = new Pool(1);
        return pools;
    }

    private void depart(Life life) {
        regions[life.region][life.level].remove(life);
        var own = homes.get(life.home);
        if (own != null) own[life.level].remove(life);
    }

    private void arrive(Life life) {
        lives.add(life);
        life.retireAge = life.male ? 60 : 55;
        int retire = Retirement.month(life.birth, life.retireAge) + 1;
        at(exits, Math.max(retire, START), life);
        int sudden = life.entered + (int) (-Math.log(1 - dice.unit()) / 0.0075 * 12);
        if (sudden < retire && sudden > life.entered + 24 && sudden > START) at(exits, sudden, life);
        if (dice.chance(0.75)) at(steps, Retirement.month(life.birth, 60) - dice.between(6, 54), life);
    }
}
