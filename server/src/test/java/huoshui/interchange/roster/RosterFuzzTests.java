package huoshui.interchange.roster;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Fuzz;
import huoshui.Seeds;
import huoshui.document.sheet.Cell;
import huoshui.document.sheet.SheetFile;
import huoshui.interchange.roster.SheetMapping.Habit;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.CitizenNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken in every way a seed can think of, a roster ends in rows or in one refusal, and soon. */
class RosterFuzzTests {

    private static final long SEED = Seeds.next();
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

    private final Random random = new Random(SEED);

    @Test
    void aBrokenWorkbookEndsInRowsOrInOneRefusal() throws IOException {
        var whole = workbook();
        tried("xlsx", () -> random.nextInt(3) == 0 ? flipped(whole, random) : respun(whole, random));
    }

    @Test
    void aBrokenTextOfCommasEndsInRowsOrInOneRefusal() {
        tried("csv", () -> {
            var charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GBK");
            return flipped(TEXT.getBytes(charset), random);
        });
    }

    private void tried(String reader, Callable<byte[]> broken) {
        var read = new int[1];
        Fuzz.rounds(reader, SEED, round -> read[0] += rows(Files.write(folder.resolve("f"), broken.call()), random));
        assertThat(read[0]).as("rows of " + reader).isPositive();
    }

    @Test
    void aDateIsReadOrAskedOrToldToBeNone() {
        Fuzz.rounds("日期", SEED, round -> {
            var typed = typed("0123456789./-年月日春 1966（60岁）T:今。，＋９\u0000𠮷");
            for (var habit : Habit.values()) {
                var read = RosterDate.of(new Cell.Text(typed), habit);
                if (read instanceof RosterDate.Known(var date))
                    assertThat(PartialDate.read(date.text())).as(typed).contains(date);
            }
            PartialDate.read(typed)
                    .ifPresent(date -> assertThat(date.firstDay()).as(typed).isBefore(date.dayAfter()));
        });
    }

    @Test
    void aYearNoCalendarOfOursHasIsNoDateWhateverTheHabit() {
        for (var habit : Habit.values())
            assertThat(RosterDate.of(new Cell.Text("6268.1"), habit)).isEqualTo(new RosterDate.Unreadable("6268.1"));
    }

    @Test
    void anIdNumberSaysWhatItSaysOrNothing() {
        Fuzz.rounds("身份证号", SEED, round -> {
            var typed = CitizenNumber.plain(typed("0123456789019900X x－*１\u0000"));
            var birth = CitizenNumber.birth(typed);
            CitizenNumber.sex(typed);
            if (CitizenNumber.valid(typed)) assertThat(typed).hasSize(18);
            birth.ifPresent(
                    date -> assertThat(typed).as(typed).contains(date.compact().substring(2)));
        });
    }

    /** Signs drawn from these, as long as a date or a number may be, and now and then much longer. */
    private String typed(String signs) {
        var points = signs.codePoints().toArray();
        var out = new StringBuilder();
        int length = random.nextInt(50) == 0 ? 5_000 : 4 + random.nextInt(16);
        for (int i = 0; i < length; i++) out.appendCodePoint(points[random.nextInt(points.length)]);
        return out.toString();
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
