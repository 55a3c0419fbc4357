package huoshui.document.sheet;

import java.util.List;

/**
 * One row that has something in it. 行
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells from column A to the last one that is not blank
 */
public record SheetLine(int number, boolean hidden, List<Cell> cells) {

    /** The cell of this column, from 0; a blank one beyond the end. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }
}
