package huoshui.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed form against the official layout, box by box, read back from the PDF. */
@DisplayName("任免审批表 PDF")
class AppointmentPdfTests {

    /** Official widths in points, row by row: left edges follow from them. */
    private static final double[] THREE_PAIRS = {59.1, 68.25, 56.7, 70.85, 70.9, 70.35};

    private static final double[] TITLES = {59.1, 124.95, 70.85, 141.25};
    private static final double[] STUDY = {68.25, 127.55, 70.9, 162.5};
    private static final double[] POSTS = {127.35, 360.95};
    private static final double[] WIDE = {59.1, 429.2};
    private static final double[] KIN = {54.05, 63.8, 56.7, 50.95, 203.7};
    private static final double[] APPROVAL = {59.1, 174.55, 63.8, 190.85};
    private static final double LEFT = 53.5;
    private static final double ROW = 31.45;
    private static final double POST_ROW = 46.2;

    private static final Typefaces TYPEFACES = new Typefaces();
    private final AppointmentLayout layout = new AppointmentLayout(TYPEFACES);
    private final PdfPaper paper = new PdfPaper(TYPEFACES);

    /** A box of the official form: place, size, and the words printed in it. */
    private record Official(double x, double y, double width, double height, String words) {}

    private static void row(List<Official> boxes, double x, double y, double height, double[] widths, String... words) {
        double at = x;
        for (int i = 0; i < widths.length; i++) {
            boxes.add(new Official(at, y, widths[i], height, words[i]));
            at += widths[i];
        }
    }

    private static List<Official> firstPage() {
        var boxes = new ArrayList<Official>();
        double y = 96;
        row(boxes, LEFT, y, ROW, THREE_PAIRS, "姓名", "郁桐", "性别", "女", "出生年月（岁）", "1984.03（42岁）");
        row(boxes, LEFT, y += ROW, ROW, THREE_PAIRS, "民族", "汉族", "籍贯", "浙江示范", "出生地", "浙江示范县河口镇");
        row(boxes, LEFT, y += ROW, ROW, THREE_PAIRS, "入党时间", "2005.06", "参加工作时间", "2006.08", "健康状况", "健康");
        row(boxes, LEFT, y += ROW, ROW, TITLES, "专业技术职务", "高级城乡规划师", "熟悉专业有何专长", "城乡规划、国土空间治理");
        boxes.add(new Official(LEFT + 396.15, 96, 92.15, 4 * ROW, ""));
        boxes.add(new Official(LEFT, y + ROW, 59.1, 2 * ROW, "学历学位"));
        row(boxes, LEFT + 59.1, y += ROW, ROW, STUDY, "全日制教育", "大学工学学士", "毕业院校系及专业", "澜江大学建筑系城市规划专业");
        row(boxes, LEFT + 59.1, y += ROW, ROW, STUDY, "在职教育", "省委党校研究生", "毕业院校系及专业", "省委党校经济管理专业");
        row(boxes, LEFT, y += ROW, POST_ROW, POSTS, "现任职务", "澜江市自然资源和规划局党组成员、副局长");
        row(boxes, LEFT, y += POST_ROW, POST_ROW, POSTS, "拟任职务", "澜江市水务局党组书记、局长（试用期一年）");
        row(boxes, LEFT, y += POST_ROW, POST_ROW, POSTS, "拟免职务", "澜江市自然资源和规划局党组成员、副局长");
        row(boxes, LEFT, y + POST_ROW, 338.95, WIDE, "简历", SampleForms.RESUME.replaceAll("\\s", ""));
        return boxes;
    }

    private static List<Official> secondPage() {
        var boxes = new ArrayList<Official>();
        double y = 62;
        row(boxes, LEFT, y, 77.5, WIDE, "奖惩情况", "2021.07，经中共澜江市委批准，市优秀共产党员；2023.12，经澜江市人民政府批准，记三等功；");
        row(boxes, LEFT, y += 77.5, 63.7, WIDE, "年核度结考果", "2024年称职，2025年优秀");
        row(boxes, LEFT, y += 63.7, 69.55, WIDE, "任免理由", "工作需要");
        y += 69.55;
        boxes.add(new Official(LEFT, y, 59.1, 250.15, "家庭主要成员及重要社会关系"));
        row(boxes, LEFT + 59.1, y, 30, KIN, "称谓", "姓名", "年龄", "政治面貌", "工作单位及职务");
        row(boxes, LEFT + 59.1, y + 30, ROW, KIN, "丈夫", "赵示甲", "40", "中共党员", "示范市第一小学副校长、高级教师");
        row(boxes, LEFT + 59.1, y + 30 + 6 * ROW, ROW, KIN, "", "", "", "", "");
        row(boxes, LEFT, y += 250.15, 75.05, WIDE, "呈报单位", "中共澜江市委组织部2026年1月15日");
        row(boxes, LEFT, y + 75.05, 108, APPROVAL, "审意批机关见", "（盖章）年月日", "行任政免机意关见", "（盖章）年月日");
        return boxes;
    }

    @Test
    void everyBoxStandsWhereTheOfficialFormHasItAndHoldsItsWords() throws IOException {
        var pages = Printed.of(paper, layout.lay(SampleForms.plain()));

        assertThat(pages).hasSize(2);
        holds(pages.getFirst(), firstPage());
        holds(pages.getLast(), secondPage());
        assertThat(pages.getFirst().pictures()).isOne();
        assertThat(pages.getFirst().text()).contains("干 部 任 免 审 批 表", "情况截至 2026.11.20", "打印人 林知远", "第 1 页，共 2 页");
        assertThat(pages.getLast().text()).contains("填表人：钱示例");
    }

    private static void holds(Printed.Page page, List<Official> official) {
        for (var box : official) {
            assertThat(page.rules())
                    .as("rules of %s", box)
                    .anyMatch(each -> Math.abs(each.x - box.x()) < 0.6
                            && Math.abs(each.y - box.y()) < 0.6
                            && Math.abs(each.width - box.width()) < 0.6
                            && Math.abs(each.height - box.height()) < 0.6);
            assertThat(page.within(box.x(), box.y(), box.width(), box.height()))
                    .as("words in %s", box)
                    .isEqualTo(box.words());
        }
    }

    @Test
    void theFormSince2025HasTheMonthOfRetirementAfterTheStartOfWork() throws IOException {
        var page = Printed.of(paper, layout.lay(SampleForms.since2025())).getFirst();
        var boxes = new ArrayList<Official>();
        row(
                boxes,
                LEFT,
                96 + 2 * ROW,
                ROW,
                THREE_PAIRS,
                "入党时间",
                "2005.06",
                "参加工作时间",
                "2006.08",
                "到龄年月",
                "2047.03（63岁）");
        row(boxes, LEFT, 96 + 3 * ROW, ROW, THREE_PAIRS, "健康状况", "健康", "专业技术职务", "高级城乡规划师", "熟悉专业有何专长", "城乡规划、国土空间治理");

        holds(page, boxes);
    }

    @Test
    void seventyEightCharactersOfAPostStandInThreeLinesOfTwentySixAndMoreShrink() throws IOException {
        var seventyEight = "澜江市".repeat(26);
        assertThat(size(seventyEight)).isGreaterThan(13.5);
        assertThat(size(seventyEight + "澜江市规划局".repeat(4))).isBetween(9.0, 13.4);
    }

    private double size(String post) throws IOException {
        var form = SampleForms.with(SampleForms.plain(), post);
        return Printed.of(paper, layout.lay(form)).getFirst().size(LEFT + 127.35, 96 + 6 * ROW, 360.95, POST_ROW);
    }

    @Test
    void aResumeShrinksToNinePointsAndThenStandsWholeOnAContinuation() throws IOException {
        var long1 = SampleForms.resume(24);
        var fits = layout.lay(SampleForms.form("郁桐", long1, List.of(), null, "", null));
        assertThat(fits.pages()).hasSize(2);
        assertThat(fits.notes()).isEmpty();
        var size = Printed.of(paper, fits).getFirst().size(LEFT + 59.1, 423, 429.2, 330);
        assertThat(size).isBetween(9.0, 13.0);

        var long2 = SampleForms.resume(70);
        var over = layout.lay(SampleForms.form("郁桐", long2, List.of(), null, "", null));
        var pages = Printed.of(paper, over);
        assertThat(over.notes()).containsExactly("“简历”排不下，全文见附页");
        assertThat(pages.getFirst().text()).contains("（未完，全文见附页）", "附注：“简历”排不下，全文见附页。");
        assertThat(pages).hasSizeGreaterThan(2);
        var continued = new StringBuilder();
        pages.stream().skip(2).forEach(each -> continued.append(each.text().replaceAll("\\s", "")));
        for (var line : long2.split("\n"))
            assertThat(continued).contains(line.replaceAll("\\s", "").substring(16));
    }

    @Test
    void tenRelativesStandInTheFormAndTheEleventhIsToldAndStandsOnTheContinuation() throws IOException {
        var ten = layout.lay(SampleForms.form("郁桐", "", SampleForms.kin(10), null, "", null));
        assertThat(ten.notes()).isEmpty();
        assertThat(Printed.of(paper, ten).get(1).text()).contains("赵示壬", "赵示癸");

        var eleven = layout.lay(SampleForms.form("郁桐", "", SampleForms.kin(11), null, "", null));
        var pages = Printed.of(paper, eleven);
        assertThat(eleven.notes()).containsExactly("家庭成员共 11 人，表内列前 10 人，其余见附页");
        assertThat(pages.get(1).text()).doesNotContain("赵示子");
        assertThat(pages.get(2).text()).contains("赵示子");
    }

    @Test
    void rareCharactersPrintAndWhatNoTypefaceHasIsNamed() throws IOException {
        var sheet = layout.lay(SampleForms.form("郁㛃䶮𠮷", "", List.of(), null, "", null));
        assertThat(sheet.notes()).isEmpty();
        assertThat(Printed.of(paper, sheet).getFirst().within(LEFT + 59.1, 96, 68.25, ROW))
                .isEqualTo("郁㛃䶮𠮷");

        var unknown = Character.toString(0x2A6A5);
        var lacking = layout.lay(SampleForms.form("郁" + unknown + "桐", "", List.of(), null, "", null));
        assertThat(lacking.notes()).containsExactly("字库没有“" + unknown + "”（U+2A6A5），以〓代");
        var page = Printed.of(paper, lacking).getFirst();
        assertThat(page.within(LEFT + 59.1, 96, 68.25, ROW)).isEqualTo("郁〓桐");
        assertThat(page.text()).contains("U+2A6A5");
    }

    @ParameterizedTest
    @CsvSource({
        "郁桐, 郁　桐",
        "郁小桐, 郁小桐",
        "欧阳小桐, 欧阳小桐",
        "阿卜杜热合曼, 阿卜杜热/合曼",
        "阿卜杜热合曼买买提, 阿卜杜热合/曼买买提",
        "阿卜杜热合曼买买提明江, 阿卜杜热合/曼买买提明/江",
        "阿卜杜热合曼买买提明江阿卜杜热合, 阿卜杜热合曼/买买提明江阿/卜杜热合"
    })
    void namesBreakAsTheEditorBreaksThem(String name, String printed) {
        assertThat(AppointmentLayout.names(name).replace('\n', '/')).isEqualTo(printed);
    }

    @Test
    void noPhotoLeavesTheWordForItAndABrokenOneIsSaid() throws IOException {
        var none = Printed.of(paper, layout.lay(SampleForms.form("郁桐", "", List.of(), null, "", null)));
        assertThat(none.getFirst().pictures()).isZero();
        assertThat(none.getFirst().within(LEFT + 396.15, 96, 92.15, 4 * ROW)).isEqualTo("照片");

        var whole = SampleForms.photo(320, 400).bytes();
        assertThat(Picture.read(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
        assertThat(Picture.read("不是图片".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        var broken = layout.lay(SampleForms.form("郁桐", "", List.of(), null, "照片读不出", null));
        assertThat(broken.notes()).containsExactly("照片读不出");
        assertThat(Printed.of(paper, broken).getFirst().within(LEFT + 396.15, 96, 92.15, 4 * ROW))
                .isEqualTo("照片读不出");
    }

    @Test
    void manyFormsAreBoundIntoOneDocument() throws IOException {
        var out = new ByteArrayOutputStream();
        paper.bind("合订", SampleForms.IMPRINT, out, binding -> {
            for (int i = 0; i < 5; i++) binding.add(layout.lay(SampleForms.plain()));
        });
        var pages = Printed.read(out.toByteArray());
        assertThat(pages).hasSize(10);
        assertThat(pages.get(8).text()).contains("第 1 页，共 2 页");
    }
}
