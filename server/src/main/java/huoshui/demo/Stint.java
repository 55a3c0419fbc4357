package huoshui.demo;

import org.jspecify.annotations.Nullable;

/** One stretch of a career: on a seat, without one in a unit, or somewhere the city has no units. 一段经历 */
final class Stint {

    final @Nullable Seat seat;
    /** Where there is no seat: the unit's code for those who stepped down, else the whole text. */
    final String where;

    final boolean outside;
    final int level;
    final int from;
    int to = Seat.NEVER;
    /** Whether everybody who sat there afterwards is among the people told of, so that the seat's record is whole from here on. */
    boolean onRecord = true;

    private Stint(@Nullable Seat seat, String where, boolean outside, int level, int from) {
        this.seat = seat;
        this.where = where;
        this.outside = outside;
        this.level = level;
        this.from = from;
    }

    static Stint on(Seat seat, int from) {
        return new Stint(seat, seat.home, false, seat.level, from);
    }

    static Stint without(String unit, int level, int from) {
        return new Stint(null, unit, false, level, from);
    }

    static Stint elsewhere(String text, int level, int from, int to) {
        var stint = new Stint(null, text, true, level, from);
        stint.to = to;
        return stint;
    }
}
