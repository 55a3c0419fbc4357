package huoshui.interchange;

import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.interchange.NumberTable.Cell;
import java.io.IOException;
import java.util.function.Function;

/** A table of numbers on a sheet of its own. 计数表的工作表 */
final class NumberSheet {

    private NumberSheet() {}

    /** @param address of a page by path and query */
    static void write(SheetWriter sheet, NumberTable table, String note, Function<String, String> address)
            throws IOException {
        int last = table.groups().stream().mapToInt(each -> each.parts().size()).sum();
        sheet.text(0, 0, table.name(), Look.TITLE);
        sheet.merge(0, 0, 0, last);
        sheet.height(0, 34);
        var unplaced = table.unplaced() == null ? null : table.unplaced().value();
        var told = unplaced == null || unplaced == 0 ? note : note + "　另有 %d 人未定单位，不在本范围内".formatted(unplaced);
        sheet.text(1, 0, told, Look.NOTE);
        sheet.merge(1, 0, 1, last);
        sheet.width(0, 30);
        sheet.text(2, 0, table.rowTitle(), Look.HEAD);
        sheet.text(3, 0, "", Look.HEAD);
        sheet.merge(2, 0, 3, 0);
        int column = 1;
        for (var group : table.groups()) {
            int first = column;
            for (var part : group.parts()) {
                sheet.text(2, column, column == first ? group.title() : "", Look.HEAD);
                sheet.text(3, column, part.title(), Look.HEAD);
                sheet.width(column++, 8);
            }
            if (column - 1 > first) sheet.merge(2, first, 2, column - 1);
        }
        sheet.height(3, 32);
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            sheet.text(4 + i, 0, row.label(), Look.TEXT);
            for (int k = 0; k < row.cells().size(); k++)
                cell(sheet, 4 + i, 1 + k, row.cells().get(k), i == 0, address);
        }
        sheet.head(2, 3, 1);
        sheet.foot(note);
    }

    private static void cell(
            SheetWriter sheet, int row, int column, Cell cell, boolean total, Function<String, String> address) {
        var value = cell.value();
        var look = total ? Look.TOTAL : Look.NUMBER;
        if (value == null) sheet.text(row, column, "—", look);
        else if (cell.opens() == null) sheet.number(row, column, value, look);
        else sheet.link(row, column, value, address.apply(cell.opens()), look);
    }
}
