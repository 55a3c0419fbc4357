/**
 * Sheets 表格文件: rows of cells with their types, from .xlsx, .csv and blocks pasted from a spreadsheet, and out again.
 *
 * <p>Words: sheet 工作表, line 行, cell 单元格, merge 合并单元格.
 * <p>Starts at {@link huoshui.document.sheet.SheetFile} and {@link huoshui.document.sheet.SheetWriter}.
 * <p>Not here: what a column means (interchange). No formula is ever evaluated: what was cached is what is read.
 */
@NamedInterface("sheet")
@NullMarked
package huoshui.document.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
