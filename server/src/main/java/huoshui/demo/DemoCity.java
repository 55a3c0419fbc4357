package huoshui.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the fictional city 澜江市 from a seed: the same seed, size and day give the same city. 示例市生成 */
public final class DemoCity {

    /** Fewer would leave no team whole. */
    public static final int FEWEST = 300;

    /** As many as the demonstration has when nothing is said. */
    public static final int USUAL = 3_000;

    /** The seed of the demonstration when nothing is said. */
    public static final long SEED = 20_260_101L;

    /** Seats for each person wanted: some stand vacant, some of the people have left. */
    private static final double SEATS = 0.94;

    private DemoCity() {}

    /** @param people at least {@link #FEWEST} */
    public static City generate(long seed, int people, LocalDate today) {
        if (people < FEWEST) throw new IllegalArgumentException("people " + people + " < " + FEWEST);
        var dice = new Dice(seed);
        var tree = new UnitTree();
        var seats = furnish(tree, (int) (people * SEATS));
        int month = Months.of(today);
        var simulation = new Simulation(seats.all, dice.fork("simulation"), month);
        simulation.run();
        var lives = chosen(simulation.lives, people);
        leaveOut(simulation.lives, lives);
        var society = new Society(dice.fork("society"), month);
        establishment(tree, seats, dice.fork("establishment"));
        return city(seed, today, tree, seats, lives, society);
    }

    private static Seats furnish(UnitTree tree, int budget) {
        var seats = new Seats(tree.heads);
        var open = new ArrayList<Line>();
        var lines = new ArrayList<>(tree.lines);
        lines.sort(Comparator.comparingDouble(Line::key));
        for (var line : lines) {
            if (living(seats) >= budget) break;
            seats.furnish(line, clerks(line));
            open.add(line);
        }
        int rest = budget - living(seats);
        for (int i = 0; i < Math.min(60, rest / 150); i++) {
            var line = tree.institution(i);
            seats.furnish(line, 8);
            open.add(line);
        }
        open.removeIf(line -> line.style().endsWith("四套班子"));
        int[] count = new int[open.size()];
        rest = budget - living(seats);
        for (int i = 0; rest > 0; i++) {
            int at = i % open.size();
            var line = open.get(at);
            int more = Math.min(
                    rest,
                    line.county() == 0 || line.style().equals("县事业")
                            ? 3
                            : line.style().equals("乡镇") ? 2 : 1);
            for (int k = 0; k < more; k++) seats.clerk(line, clerks(line) + count[at]++);
            rest -= more;
        }
        return seats;
    }

    private static int living(Seats seats) {
        return (int)
                seats.all.stream().filter(each -> each.closes == Seat.NEVER).count();
    }

    private static int clerks(Line line) {
        if (line.style().endsWith("四套班子")) return 0;
        if (line.county() == 0) return 4;
        return line.style().equals("乡镇") ? 2 : 1;
    }

    /** Everyone in office, then those whose leaving left a post empty, then the latest and the highest who left. */
    private static List<Life> chosen(List<Life> lives, int people) {
        var serving = new ArrayList<Life>();
        var gone = new ArrayList<Life>();
        for (var each : lives) (each.serving() ? serving : gone).add(each);
        var missed = missed(lives);
        gone.sort(Comparator.comparingInt((Life each) -> missed.contains(each) ? 0 : 1)
                .thenComparingInt(each -> -each.left - each.level * 9)
                .thenComparingInt(each -> each.number));
        var chosen = new ArrayList<>(serving.subList(0, Math.min(people, serving.size())));
        chosen.addAll(gone.subList(0, Math.min(gone.size(), people - chosen.size())));
        chosen.sort(Comparator.comparingInt(each -> each.number));
        return chosen;
    }

    /** The last holders of posts of leadership that stand empty today, so that these say since when. */
    private static Set<Life> missed(List<Life> lives) {
        Map<Seat, Life> last = new HashMap<>();
        Map<Seat, Integer> until = new HashMap<>();
        for (var life : lives)
            for (var stint : life.stints) {
                var seat = stint.seat;
                if (seat == null || seat.staff || seat.closes != Seat.NEVER || seat.occupant != null) continue;
                if (until.getOrDefault(seat, 0) >= stint.to) continue;
                until.put(seat, stint.to);
                last.put(seat, life);
            }
        return new HashSet<>(last.values());
    }

    /**
     * Where somebody who sat on a seat is left out of the city, those before keep their posts in words and unit alone: the record
     * of the seat begins afterwards, and the years of whoever is left out do not look like a vacancy.
     */
    private static void leaveOut(List<Life> all, List<Life> chosen) {
        var told = new HashSet<>(chosen);
        Map<Seat, Integer> since = new HashMap<>();
        for (var life : all)
            for (var stint : life.stints)
                if (stint.seat != null && stint.from < stint.to && !told.contains(life))
                    since.merge(stint.seat, stint.to, Math::max);
        for (var life : chosen)
            for (var stint : life.stints)
                if (stint.seat != null) stint.onRecord = stint.from >= since.getOrDefault(stint.seat, 0);
    }

    private static City city(
            long seed, LocalDate today, UnitTree tree, Seats seats, List<Life> lives, Society society) {
        int month = Months.of(today);
        var units = tree.drafts.stream()
                .sorted(Comparator.comparing(each -> each.code))
                .map(Draft::unit)
                .toList();
        Map<String, CityUnit> byCode = new HashMap<>();
        for (var each : units) byCode.put(each.code(), each);
        var changes = tree.changes.stream()
                .sorted(Comparator.comparing(UnitChange::on))
                .toList();
        var posts = seats.all.stream()
                .flatMap(seat -> seat.stages.stream().flatMap(stage -> stage.posts().stream()))
                .toList();
        society.settle(lives, byCode);
        var biography = new Biography(seed, byCode, month);
        var terms = Terms.of(units, month);
        return new City(
                seed,
                today,
                new City.Tree(units, changes, posts, terms),
                lives,
                biography,
                Accounts.of(seed, lives, byCode, month));
    }

    /** 核定职数: as many as there are seats, here and there one more or one less. */
    private static void establishment(UnitTree tree, Seats seats, Dice dice) {
        var drafts = new HashMap<String, Draft>();
        for (var each : tree.drafts) drafts.put(each.code, each);
        for (var seat : seats.all)
            for (var stage : seat.stages)
                for (var post : stage.posts()) {
                    var draft = drafts.get(post.unit());
                    boolean last = stage == seat.stages.getLast() && post.closed() == null;
                    if (draft == null || !last && draft.abolished == Seat.NEVER) continue;
                    if (!last
                            && post.closed() != null
                            && Months.of(post.closed().firstDay()) != draft.abolished) continue;
                    draft.establishment.merge(post.category(), 1, Integer::sum);
                }
        for (var draft : tree.drafts) {
            var deputies = draft.establishment.get("副职");
            if (deputies != null && deputies > 1)
                draft.establishment.put("副职", deputies + (dice.chance(0.1) ? 1 : dice.chance(0.06) ? -1 : 0));
        }
    }
}
