package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** The 职级 someone held since posts and ranks were put side by side in June 2019. 职级 */
final class Ranks {

    static final int BEGIN = Months.of(2019, 6);

    private static final String[] CODES = {"1C", "1B", "1A", "19", "18", "17", "16", "15", "14", "13", "12", "11"};
    private static final String[] WORDS = {
        "二级科员", "一级科员", "四级主任科员", "三级主任科员", "二级主任科员", "一级主任科员", "四级调研员", "三级调研员", "二级调研员", "一级调研员", "二级巡视员", "一级巡视员"
    };
    private static final int[] LEAST = {1, 2, 4, 6, 8, 10, 11};
    private static final int[] MOST = {5, 5, 6, 8, 9, 10, 11};

    /** A rank held from one month to the next. */
    record Held(int index, int from, int to) {
        String word() {
            return WORDS[index];
        }

        String code() {
            return CODES[index];
        }
    }

    private Ranks() {}

    static List<Held> of(Life life, int end) {
        var held = new ArrayList<Held>();
        int until = Math.min(life.left, end + 1);
        if (!life.trade.ranked() || until <= BEGIN) return held;
        var dice = life.dice.fork("ranks");
        boolean lifted = dice.chance(life.level >= Level.COUNTY ? 0.15 : 0.6);
        int from = Math.max(BEGIN, first(life));
        if (from >= until) return held;
        int index = from == BEGIN ? converted(life) : start(life, from);
        int wait = dice.between(from == BEGIN ? 8 : 26, 40);
        for (int month = from + 1; month < until; month++) {
            int level = life.levelAt(month);
            int next = Math.max(index, LEAST[level]);
            int most = MOST[level] + (lifted && seatless(life, month) ? 1 : 0);
            if (next == index && month - from >= wait && index < most) next = index + 1;
            if (next == index) continue;
            held.add(new Held(index, from, month));
            index = next;
            from = month;
            wait = dice.between(26, 52);
        }
        held.add(new Held(index, from, life.left <= end ? life.left : Seat.NEVER));
        return held;
    }

    /** A rank comes after the year of probation; those transferred in with a level have it at once. */
    private static int first(Life life) {
        return life.entry == Life.Entry.TRANSFER ? life.entered : life.entered + 12;
    }

    private static boolean seatless(Life life, int month) {
        for (var each : life.stints)
            if (each.from <= month && month < each.to) return each.seat == null && !each.outside;
        return false;
    }

    private static int start(Life life, int month) {
        int level = life.levelAt(month);
        if (level > 0) return LEAST[level];
        return life.degree >= 4 || life.entry == Life.Entry.SELECTED ? 2 : 1;
    }

    private static int converted(Life life) {
        int level = life.levelAt(BEGIN);
        int since = life.entered;
        for (var each : life.levels) if (each[0] <= BEGIN) since = each[0];
        int years = (BEGIN - since) / 12;
        int rank = LEAST[level];
        if (level == 0) rank += years >= 14 ? 3 : years >= 8 ? 2 : years >= 3 ? 1 : 0;
        else rank += years >= 6 ? 2 : years >= 3 ? 1 : 0;
        return Math.min(rank, MOST[level]);
    }

    static String wordAt(List<Held> ranks, int month) {
        for (var each : ranks) if (each.from() <= month && month < each.to()) return each.word();
        return "";
    }
}
