package huoshui.document.sheet;

/** Cells that show as one; the first of them holds the value. 合并单元格 */
public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
