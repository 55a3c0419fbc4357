package huoshui.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.TableLayout.Column;
import huoshui.document.paper.TableLayout.Paper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("名册印制")
class TableLayoutTests {

    private static final Typefaces TYPEFACES = new Typefaces();
    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 5, Across.CENTER),
            new Column("姓名", 8, Across.CENTER),
            new Column("现任职务", 30, Across.LEFT),
            new Column("出生年月", 9, Across.CENTER));

    @Test
    void headingsStandOnEveryPageAndPagesAreCounted() throws IOException {
        var table = new TableLayout(TYPEFACES, "干部名册", "情况截至 2026.11.20　共 200 人", COLUMNS, Paper.of(true, false), 9);
        table.group("市水务局（200人）");
        for (int i = 1; i <= 200; i++)
            table.row(List.of(String.valueOf(i), "赵示例", "示范市水务局党组成员、副局长兼河长制办公室主任".repeat(i % 3 + 1), "1980.05"));
        var pages = Printed.of(new PdfPaper(TYPEFACES), table.sheet());

        assertThat(pages).hasSizeGreaterThan(3);
        for (int i = 0; i < pages.size(); i++) {
            var text = pages.get(i).text();
            assertThat(text).contains("干部名册", "序号", "现任职务", "情况截至 2026.11.20");
            assertThat(text).contains("第 " + (i + 1) + " 页，共 " + pages.size() + " 页");
        }
        assertThat(pages.getFirst().text()).contains("市水务局（200人）");
        var all = new StringBuilder();
        pages.forEach(each -> all.append(each.text()).append('\n'));
        for (int i = 1; i <= 200; i++) assertThat(all).containsPattern("(?m)^\\s*" + i + "\\b");
    }

    @Test
    void rowsKeepWithinThePageAndLongWordsWrap() throws IOException {
        var table = new TableLayout(TYPEFACES, "名册", "", COLUMNS, Paper.of(false, true), 10);
        table.row(List.of("1", "阿卜杜热合曼·买买提", "很长的职务".repeat(40), "1980.05"));
        var page = Printed.of(new PdfPaper(TYPEFACES), table.sheet()).getFirst();

        assertThat(page.rules()).allMatch(each -> each.getMaxX() <= Sheet.A4_WIDTH - 30 && each.getMaxY() <= 800);
        assertThat(page.text().replaceAll("\\s", "")).contains("很长的职务很长的职务");
    }

    @Test
    void whatHasNoGlyphIsNamed() {
        var table = new TableLayout(TYPEFACES, "名册", "", COLUMNS, Paper.of(false, false), 10);
        table.row(List.of("1", "赵" + Character.toString(0x2A6A5), "", ""));
        assertThat(table.sheet().notes()).singleElement().asString().contains("U+2A6A5");
    }
}
