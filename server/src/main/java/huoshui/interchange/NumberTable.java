package huoshui.interchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers, each of which opens the list it is the length of. 计数表
 *
 * @param rows the first of them the totals
 * @param unplaced how many are in no set of units since theirs is not recorded; null where everybody is counted
 */
public record NumberTable(
        String code,
        String name,
        String english,
        String rowTitle,
        String rowEnglish,
        List<Group> groups,
        List<Row> rows,
        @Nullable Cell unplaced) {

    /** Numbers of one level or one body. 列组 */
    public record Group(String code, String title, String english, List<Part> parts) {}

    /** One number of them. 列 */
    public record Part(String code, String title, String english) {}

    /** Numbers of one unit or one area. 行 */
    public record Row(String code, String label, List<Cell> cells) {}

    /**
     * One number.
     *
     * @param value null where nothing was ever laid down, which is not zero
     * @param opens path and query of the page with the list it is the length of; null where there is nothing to list
     */
    public record Cell(@Nullable Integer value, @Nullable String opens) {}
}
