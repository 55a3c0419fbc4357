package huoshui.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The Word form read again: the same boxes, rows and words as on paper. */
@DisplayName("任免审批表 Word")
class AppointmentWordTests {

    private static final Typefaces TYPEFACES = new Typefaces();
    private final AppointmentLayout layout = new AppointmentLayout(TYPEFACES);
    private final WordPaper paper = new WordPaper(TYPEFACES);

    private XWPFDocument written(AppointmentForm form) throws IOException {
        var bytes = new ByteArrayOutputStream();
        paper.write(layout.lay(form), SampleForms.IMPRINT, bytes);
        var look = System.getProperty("huoshui.look");
        if (look != null) Files.write(Path.of(look, form.name() + ".docx"), bytes.toByteArray());
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void twoPagesAreTwoTablesWithTheOfficialRowsAndColumns() throws IOException {
        try (var document = written(SampleForms.plain())) {
            var tables = document.getTables();
            assertThat(tables).hasSize(2);
            assertThat(heights(tables.getFirst())).containsExactly(629, 629, 629, 629, 629, 629, 924, 924, 924, 6779);
            assertThat(heights(tables.getLast()))
                    .containsExactly(1550, 1274, 1391, 600, 629, 629, 629, 629, 629, 629, 629, 1501, 2160);
            assertThat(words(tables.getFirst().getRow(0))).contains("姓名", "郁桐", "性别", "女", "1984.03（42岁）");
            assertThat(widths(tables.getFirst().getRow(0))).containsExactly(1182, 1365, 1134, 1417, 1418, 1407, 1843);
            assertThat(words(tables.getFirst().getRow(9)).getLast())
                    .isEqualTo(SampleForms.RESUME.replaceAll("\\s", ""));
            assertThat(words(tables.getLast().getRow(4))).endsWith("丈夫", "赵示甲", "40", "中共党员", "示范市第一小学副校长、高级教师");
            assertThat(document.getAllPictures()).hasSize(1);
        }
    }

    @Test
    void everyTypefaceAskedForStandsInTheTableWithWhatToTakeInstead() throws IOException {
        try (var document = written(SampleForms.since2025())) {
            var table = part(document, "/word/fontTable.xml");
            var asked = part(document, "/word/document.xml") + part(document, "/word/footer1.xml");
            var names = Pattern.compile("w:eastAsia=\"([^\"]+)\"")
                    .matcher(asked)
                    .results()
                    .map(each -> each.group(1))
                    .collect(Collectors.toSet());
            assertThat(names).contains("宋体", "方正小标宋简体");
            for (var each : names) assertThat(table).contains("w:name=\"" + each + "\"><w:altName ");
            assertThat(table).doesNotContain("w:embed");
        }
    }

    private static String part(XWPFDocument document, String name) throws IOException {
        try (var in = document.getPackage()
                .getPart(PackagingURIHelper.createPartName(name))
                .getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (InvalidFormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void bothClocksAndTheHandStandAtTheFoot() throws IOException {
        try (var document = written(SampleForms.since2025())) {
            assertThat(document.getFooterList().getFirst().getText()).contains("情况截至 2026.11.20", "打印人 林知远");
            assertThat(words(document.getTables().getFirst().getRow(2))).contains("到龄年月", "2047.03（63岁）");
        }
    }

    @Test
    void whatDoesNotFitStandsOnTheContinuationAndIsSaid() throws IOException {
        try (var document =
                written(SampleForms.form("郁小桐", SampleForms.resume(70), SampleForms.kin(11), null, "照片读不出", null))) {
            var text = document.getParagraphs().stream()
                    .map(each -> each.getText().replaceAll("\\s", ""))
                    .collect(Collectors.joining("\n"));
            assertThat(text).contains("干部任免审批表附页", "第70规划分局", "赵示子", "附注：照片读不出");
            assertThat(words(document.getTables().getFirst().getRow(9)).getLast())
                    .endsWith("（未完，全文见附页）");
        }
    }

    private static List<Integer> heights(XWPFTable table) {
        return table.getRows().stream().map(XWPFTableRow::getHeight).toList();
    }

    private static List<Integer> widths(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getWidth).toList();
    }

    private static List<String> words(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(each -> each.getText().replaceAll("[\\s　]", ""))
                .toList();
    }
}
