package huoshui.interchange.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet looks like before anybody has said what it means. 表格概况
 *
 * @param headFirst first line of the heading, as the spreadsheet counts; 0 where none was found
 * @param rows below the heading with something in them
 * @param hiddenRows among them
 * @param cutAfter row after which reading stopped, since only empty rows came; 0 when all was read
 */
public record SheetSurvey(
        int headFirst, int headLast, int rows, int hiddenRows, int merges, int cutAfter, List<Heading> headings) {

    /**
     * A column with something in it.
     *
     * @param column from 0
     * @param text its heading, lines joined
     * @param guess what it means; null where nothing fits
     * @param sure whether the wording is exactly known
     * @param filled cells below
     * @param ambiguous cells that read 1966.1, which may be January or October
     * @param firsts cells that read 1966.01
     * @param tens cells that read 1966.10
     * @param samples a few of the values
     */
    public record Heading(
            int column,
            String text,
            boolean hidden,
            @Nullable String guess,
            boolean sure,
            int filled,
            int ambiguous,
            int firsts,
            int tens,
            List<String> samples) {}

    public boolean headed() {
        return headFirst > 0;
    }
}
