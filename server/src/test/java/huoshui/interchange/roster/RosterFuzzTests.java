package huoshui.interchange.roster;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.document.sheet.SheetFile;
import huoshui.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken in every way a seed can think of, a roster ends in rows or in one refusal, and soon. */
class RosterFuzzTests {

    private static final boolean LONG = Boolean.getBoolean("huoshui.long");
    private static final long SEED = Long.getLong("huoshui.seed", LONG ? System.nanoTime() : 20_261_130L);
    private static final long MILLIS = Long.getLong("huoshui.fuzz.millis", LONG ? 180_000 : 10_000);
    private static final long HANG = 5_000;
    private static final String TEXT =
            "姓名,身份证号,出生年月,健康状况\n张示例,990101197003120017,1966.1,健康\n\"李\n示例\",='x,2026-13-45,=1+1\n";
    private static final String[] SPICES = {
        "<row r=\"1048576\"/>",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "<c t=\"s\"><v>999999999</v></c>",
        "&amp;",
        "&#0;",
        "<!DOCTYPE a>",
        "t=\"e\"",
        "1e308",
        "NaN",
        "r=\"ZZZZ9\"",
        "hidden=\"1\"",
        "]]>",
        "<is>",
        "</row>",
        "\u0000",
        "-1",
        "<v>",
        "9".repeat(400)
    };

    @TempDir
    Path folder;

    @Test
    void nothingCrashesAndNothingHangs() throws IOException {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        var whole = workbook();
        long until = System.nanoTime() + MILLIS * 1_000_000;
        int rounds = 0;
        int read = 0;
        while (System.nanoTime() < until) {
            rounds++;
            var bytes = switch (random.nextInt(4)) {
                case 0 -> flipped(whole, random);
                case 1, 2 -> respun(whole, random);
                default ->
                    flipped(
                            TEXT.getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GBK")),
                            random);
            };
            var file = Files.write(folder.resolve("f"), bytes);
            long began = System.nanoTime();
            read += rows(file, random);
            assertThat((System.nanoTime() - began) / 1_000_000)
                    .as("seed %d, round %d".formatted(SEED, rounds))
                    .isLessThan(HANG);
        }
        System.out.println(rounds + " files, " + read + " rows");
        assertThat(read).isPositive();
    }

    private static int rows(Path file, Random random) {
        var count = new int[1];
        try (var open = SheetFile.open(file, "f.xlsx")) {
            for (int i = 0; i < open.sheets().size(); i++) {
                var survey = Surveyor.look(open, i);
                var mapping = new SheetMapping(
                        SheetMapping.guessed(survey).columns(),
                        java.util.Map.of(),
                        SheetMapping.Hidden.values()[random.nextInt(3)],
                        SheetMapping.Above.values()[random.nextInt(2)]);
                new RosterReader(survey, mapping, code -> code).read(open, i, row -> {
                    count[0]++;
                    assertThat(row.problems())
                            .allSatisfy(each -> assertThat(each.message()).contains("；请"));
                });
            }
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).contains("；请");
        }
        return count[0];
    }

    private static byte[] flipped(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int i = random.nextInt(12); i >= 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** The archive holds together, and what is in it does not. */
    private static byte[] respun(byte[] whole, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.readAllBytes();
                zip.write(random.nextInt(3) == 0 && entry.getName().endsWith(".xml") ? spiced(bytes, random) : bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] spiced(byte[] bytes, Random random) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            if (random.nextInt(3) == 0) text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
            else text.insert(at, SPICES[random.nextInt(SPICES.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("表");
            var head = sheet.createRow(1);
            var names = new String[] {"姓名", "身份证号", "出生年月", "参加工作时间", "健康状况", "单位"};
            for (int i = 0; i < names.length; i++) head.createCell(i).setCellValue(names[i]);
            for (int row = 2; row < 8; row++) {
                var line = sheet.createRow(row);
                line.createCell(0).setCellValue("张示" + (char) ('甲' + row));
                line.createCell(1).setCellValue("99010119700312" + (1000 + row));
                line.createCell(2).setCellValue(row % 2 == 0 ? 1966.1 : 1970.03);
                line.createCell(3).setCellValue("1990.0" + row);
                line.createCell(4).setCellFormula("CONCATENATE(\"健\",\"康\")");
                line.createCell(5).setCellValue("示例局");
            }
            sheet.addMergedRegion(new CellRangeAddress(2, 5, 5, 5));
            book.createSheet("暗");
            book.setSheetHidden(1, true);
            book.write(out);
            return out.toByteArray();
        }
    }
}
