package huoshui.document.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import huoshui.interchange.roster.Surveyor;
import huoshui.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file tries, it ends in rows or in one refusal that says what to do, and soon. */
class HostileSheetTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    static Map<String, String> parts(String sheet) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    private Path file(Map<String, String> parts) {
        var file = folder.resolve("x.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static int rows(Path file) {
        return assertTimeoutPreemptively(SOON, () -> {
            try (var open = SheetFile.open(file, file.getFileName().toString())) {
                var lines = new ArrayList<SheetLine>();
                for (int i = 0; i < open.sheets().size(); i++) {
                    open.read(i, lines::add);
                    Surveyor.look(open, i);
                }
                return lines.size();
            }
        });
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(Refusal.class, why -> {
            assertThat(why.code()).isEqualTo(code);
            assertThat(why.getMessage()).contains("；请").endsWith("。");
        });
    }

    static String cell(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void aSmallFileOfWhatItShouldBe() {
        assertThat(rows(file(parts(
                        "<worksheet><sheetData><row r=\"3\">" + cell("B3", "姓名") + "</row></sheetData></worksheet>"))))
                .isOne();
    }

    @Test
    void zipBombsStopBeforeTheyUnfold() {
        refused(
                file(parts("<worksheet><sheetData><row>" + "<c/>".repeat(30 << 20) + "</row></sheetData></worksheet>")),
                "sheet.bomb");
    }

    @Test
    void stylesRelationshipsAndLongValuesHaveAnEnd() {
        var sheet = "<worksheet><sheetData><row>" + cell("A1", "姓名") + "</row></sheetData></worksheet>";
        var styled = parts(sheet);
        styled.put("xl/styles.xml", styles("<xf numFmtId=\"14\"/>".repeat(65_490)));
        assertThat(rows(file(styled))).isOne();
        styled.put("xl/styles.xml", styles("<xf numFmtId=\"14\"/>".repeat(65_491)));
        refused(file(styled), "sheet.too-large");
        styled.put(
                "xl/styles.xml",
                "<styleSheet><numFmt numFmtId=\"200\" formatCode=\"" + "y".repeat(2000) + "\"/></styleSheet>");
        refused(file(styled), "sheet.too-large");
        styled.put("xl/styles.xml", formats(5000));
        refused(file(styled), "sheet.too-large");

        var related = parts(sheet);
        var all = new StringBuilder("<Relationships>");
        for (int i = 1; i < 5000; i++)
            all.append("<Relationship Id=\"rId%d\" Target=\"worksheets/sheet1.xml\"/>".formatted(i));
        related.put("xl/_rels/workbook.xml.rels", all + "</Relationships>");
        refused(file(related), "sheet.too-large");

        refused(
                file(parts("<worksheet a=\"" + "x".repeat(3 << 20) + "\"><sheetData/></worksheet>")),
                "sheet.too-large");
    }

    private static String styles(String cells) {
        return "<styleSheet><cellXfs>" + cells + "</cellXfs></styleSheet>";
    }

    private static String formats(int count) {
        var all = new StringBuilder("<styleSheet>");
        for (int i = 0; i < count; i++) all.append("<numFmt numFmtId=\"%d\" formatCode=\"yyyy\"/>".formatted(200 + i));
        return all + "</styleSheet>";
    }

    @Test
    void aZipWithinAZipIsNoWorkbook() throws IOException {
        var inner = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(inner)) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(Files.readAllBytes(file(parts("<worksheet/>"))));
        }
        refused(Files.write(folder.resolve("nested.xlsx"), inner.toByteArray()), "sheet.no-workbook");
    }

    @Test
    void pathsThatPointElsewhereLeadNowhere() {
        var parts = parts("<worksheet><sheetData/></worksheet>");
        parts.put("../../../../tmp/huoshui-escaped", "x");
        assertThat(rows(file(parts))).isZero();
        assertThat(Path.of("/tmp/huoshui-escaped")).doesNotExist();
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"../../../../etc/passwd\"/></Relationships>");
        refused(file(parts), "sheet.broken");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        refused(
                file(
                        parts(
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>")),
                "sheet.hostile");
    }

    @Test
    void aHundredMegabytesAreToldToBeTooMany() throws IOException {
        for (var name : new String[] {"big.xlsx", "big.csv"}) {
            var file = folder.resolve(name);
            try (var open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(100L << 20);
            }
            refused(file, "sheet.too-large");
        }
    }

    @Test
    void sixteenThousandColumnsAreTooWide() {
        var row = new StringBuilder("<worksheet><sheetData><row r=\"1\">");
        for (int i = 0; i < 16_384; i++)
            row.append("<c t=\"inlineStr\"><is><t>列").append(i).append("</t></is></c>");
        refused(file(parts(row + "</row></sheetData></worksheet>")), "sheet.too-wide");
    }

    @Test
    void aMillionEmptyRowsAreNotReadThrough() {
        var all = new StringBuilder("<worksheet><sheetData><row r=\"1\">" + cell("A1", "姓名") + "</row>");
        for (int i = 2; i <= 1_048_576; i++) all.append("<row r=\"").append(i).append("\" spans=\"1:9\" ht=\"14\"/>");
        var file = file(parts(all + "</sheetData></worksheet>"));
        assertThat(rows(file)).isOne();
        try (var open = SheetFile.open(file, "x.xlsx")) {
            assertThat(open.read(0, line -> {}).cutAfter()).isOne();
        }
    }

    @Test
    void truncatedAnywhereIsToldToBeBroken() throws IOException {
        var whole = Files.readAllBytes(file(
                parts("<worksheet><sheetData><row r=\"3\">" + cell("B3", "姓名") + "</row></sheetData></worksheet>")));
        for (int i = 1; i < 40; i++) {
            var cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, whole.length * i / 40));
            refused(cut, "sheet.broken");
        }
    }

    @Test
    void oldAndLockedFilesAreToldWhatToDo() throws IOException {
        var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0};
        refused(Files.write(folder.resolve("old.xls"), old), "sheet.old");
        refused(Files.write(folder.resolve("none.csv"), new byte[0]), "sheet.empty");
        refused(
                Files.write(folder.resolve("open.csv"), "姓名,备注\n张,\"没有收尾".getBytes(StandardCharsets.UTF_8)),
                "sheet.broken");
    }
}
