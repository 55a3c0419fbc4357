package huoshui.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as offices send them. */
final class Ugly implements AutoCloseable {

    final XSSFWorkbook book = new XSSFWorkbook();
    private XSSFSheet sheet;

    Ugly(String sheet) {
        this.sheet = book.createSheet(sheet);
    }

    Ugly sheet(String name) {
        sheet = book.createSheet(name);
        return this;
    }

    XSSFSheet now() {
        return sheet;
    }

    Ugly row(int row, Object... values) {
        for (int i = 0; i < values.length; i++) if (values[i] != null) put(cell(row, i), values[i]);
        return this;
    }

    XSSFCell cell(int row, int column) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }

    private void put(XSSFCell cell, Object value) {
        switch (value) {
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate day -> {
                cell.setCellValue(day);
                var style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
                cell.setCellStyle(style);
            }
            default -> cell.setCellValue(value.toString());
        }
    }

    /** A formula with what it came to when the file was saved. */
    Ugly formula(int row, int column, String formula, String cached) {
        var cell = cell(row, column);
        cell.setCellFormula(formula);
        cell.setCellType(CellType.FORMULA);
        cell.setCellValue(cached);
        return this;
    }

    Ugly merge(int fromRow, int toRow, int fromColumn, int toColumn) {
        sheet.addMergedRegion(new CellRangeAddress(fromRow, toRow, fromColumn, toColumn));
        return this;
    }

    Path save(Path file) {
        try (var out = Files.newOutputStream(file)) {
            book.write(out);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
