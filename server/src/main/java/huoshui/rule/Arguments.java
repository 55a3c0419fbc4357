package huoshui.rule;

import huoshui.org.fact.SeatCategory;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a measure is asked with. 量度的参数
 *
 * @param levels which levels, by the list of levels; 0 when not asked
 * @param ranks which ranks
 * @param grades which conclusions of a year
 * @param years how many, 0 when not asked
 * @param since a beginning instead of a number of years
 * @param blocks which effect of an influence period
 * @param families of influence periods; empty means all
 * @param category of seats
 * @param text a category of training
 * @param with a condition about a person
 * @param words for people
 */
public record Arguments(
        long levels,
        long ranks,
        long grades,
        int years,
        @Nullable Since since,
        @Nullable Blocked blocks,
        Set<Family> families,
        @Nullable SeatCategory category,
        @Nullable String text,
        @Nullable Criterion with,
        String words) {

    static final Arguments NONE =
            new Arguments(0, 0, 0, 0, null, null, EnumSet.noneOf(Family.class), null, null, null, "");

    /** Since when. 起算 */
    enum Since {
        IN_RANK,
        IN_LEVEL,
        IN_POST,
        THIS_YEAR
    }

    void walk(Consumer<Criterion> visit) {
        if (with != null) with.walk(visit);
    }
}
