package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.List;

/**
 * What happened to units on a day: founded, renamed, merged, split, abolished. 机构变动
 *
 * @param from codes of the units it happened to
 * @param to codes of the units that came of it; empty on abolition
 */
public record UnitChange(Kind kind, PartialDate on, List<String> from, List<String> to, String paper) {

    /** Which way. */
    public enum Kind {
        FOUNDED,
        RENAMED,
        MERGED,
        SPLIT,
        ABOLISHED
    }
}
