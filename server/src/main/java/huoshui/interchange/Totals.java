package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many of each. 合计 */
public record Totals(@JsonProperty("new") int fresh, int changed, int same, int doubtful, int refused) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    Totals plus(Item.Status status) {
        return switch (status) {
            case NEW -> new Totals(fresh + 1, changed, same, doubtful, refused);
            case CHANGED -> new Totals(fresh, changed + 1, same, doubtful, refused);
            case SAME -> new Totals(fresh, changed, same + 1, doubtful, refused);
            case DOUBTFUL -> new Totals(fresh, changed, same, doubtful + 1, refused);
            case REFUSED -> new Totals(fresh, changed, same, doubtful, refused + 1);
        };
    }

    Totals plus(Totals other) {
        return new Totals(
                fresh + other.fresh,
                changed + other.changed,
                same + other.same,
                doubtful + other.doubtful,
                refused + other.refused);
    }

    /** Whether something waits for a person. */
    public boolean anythingLeft() {
        return doubtful + refused > 0;
    }

    public int all() {
        return fresh + changed + same + doubtful + refused;
    }
}
