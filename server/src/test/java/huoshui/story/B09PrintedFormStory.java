package huoshui.story;

import static huoshui.story.B09RoundTripStory.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.document.paper.Printed;
import huoshui.interchange.Exports;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.Sheaf;
import huoshui.interchange.Totals;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("B09 任免审批表印在纸上：哪一天的事实就印哪一天的，印不下、印不出的都说明")
class B09PrintedFormStory {

    @TempDir
    static Path folder;

    final Imports imports;
    final Exports exports;
    final Acts acts;
    final TestClock clock;

    static List<UUID> people = List.of();

    B09PrintedFormStory(
            @Autowired Imports imports, @Autowired Exports exports, @Autowired Acts acts, @Autowired Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.acts = acts;
        this.clock = (TestClock) clock;
    }

    @BeforeEach
    void threePeopleHaveComeIn() {
        if (!people.isEmpty()) return;
        Sheaf.lay(folder.resolve("forms"), Sheaf.plain(3));
        people = people(folder.resolve("forms"));
        assertThat(people).hasSize(3);
    }

    @Test
    void theFormIsPrintedFromTheFactsOfTheDayAndNamesBothClocks() throws IOException {
        var pages = printed(people.getFirst(), acts.now());

        assertThat(pages).hasSize(2);
        var first = pages.getFirst().text().replaceAll("[\\s　]", "");
        assertThat(first)
                .contains(
                        "宋甲甲",
                        "1960.01",
                        "（66岁）",
                        "汉族",
                        "浙江示范",
                        "2005.06",
                        "2006.08",
                        "大学工学学士".substring(0, 2),
                        "示例大学建筑系城市规划专业",
                        "示例市自然资源和规划局规划处处长",
                        "示例市自然资源和规划局副局长（试用期一年）",
                        "2002.09--2006.08示例大学建筑系城市规划专业学习",
                        "（2013.09--2016.07省委党校研究生班经济管理专业学习）")
                .contains("情况截至" + acts.today().toString().replace('-', '.'), "打印人story");
        var second = pages.get(1).text().replaceAll("[\\s　]", "");
        assertThat(second)
                .contains("2024年称职，2025年优秀", "工作需要", "妻子", "赵示例", "40", "群众", "示例市第一小学教师", "2026年1月15日", "填表人：钱示例");
    }

    @Test
    void aPastDayAndWhatWasKnownThenArePrintedAsTheyWere() throws IOException {
        var before = acts.now();
        clock.goTo(before.valid().plusDays(9));
        var changed = Sheaf.with(
                Sheaf.with(Sheaf.plain(2).get(1), "JianKangZhuangKuang", "一般（后来）"),
                "TianBiaoShiJian",
                acts.today().toString().replace("-", ""));
        people(Sheaf.lay(folder.resolve("later"), "001.lrmx", changed));
        var person = people.get(1);

        assertThat(words(printed(person, acts.now()))).contains("一般（后来）");
        assertThat(words(printed(person, new AsOf(before.valid(), acts.head()))))
                .doesNotContain("一般（后来）")
                .contains("情况截至" + before.valid().toString().replace('-', '.'));
        assertThat(words(printed(person, new AsOf(acts.today(), before.known()))))
                .doesNotContain("一般（后来）");
    }

    @Test
    void manyAreOneFileEachInAZipOrBoundTogether() throws IOException {
        var zip = folder.resolve("many.zip");
        assertThat(exports.run(ANYBODY, Format.PDF, people, acts.now(), zip).people())
                .isEqualTo(3);
        try (var file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            assertThat(file.stream().map(Object::toString)).containsExactlyInAnyOrder("宋甲甲.pdf", "宋甲乙.pdf", "宋甲丙.pdf");
        }
        var bound = folder.resolve("bound.pdf");
        exports.run(ANYBODY, Format.PDF, people, acts.now(), bound);
        var pages = Printed.read(Files.readAllBytes(bound));
        assertThat(pages).hasSize(6);
        assertThat(pages.get(4).text()).contains("宋甲丙");
    }

    @Test
    void whatCannotBePrintedAsItShouldIsSaidOnThePaperAndBesideIt() throws IOException {
        var rows = new StringBuilder("<JiaTingChengYuan>");
        for (int i = 0; i < 11; i++)
            rows.append("<Item><ChengWei>其他</ChengWei><XingMing>赵")
                    .append("甲乙丙丁戊己庚辛壬癸子".charAt(i))
                    .append("</XingMing></Item>");
        var resume = new ArrayList<String>();
        for (int i = 0; i < 60; i++)
            resume.add("%d.09--%d.09  示例市第%d规划分局办公室副主任科员，主持规划编制".formatted(1960 + i, 1961 + i, i + 1));
        var hard = Sheaf.with(Sheaf.plain(1).getFirst(), "XingMing", "周㛃䶮𠮷" + Character.toString(0x2A6A5))
                .replaceFirst("(?s)<JiaTingChengYuan>.*</JiaTingChengYuan>", rows + "</JiaTingChengYuan>")
                .replace("<ZhaoPian/>", "<ZhaoPian>/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD</ZhaoPian>");
        hard = Sheaf.with(hard, "JianLi", String.join("\n", resume));
        hard = Sheaf.with(hard, "ShenFenZheng", Sheaf.number("19600101", 778));
        var person =
                people(Sheaf.lay(folder.resolve("hard"), "hard.lrmx", hard)).getFirst();
        var out = folder.resolve("hard.pdf");

        var done = exports.run(ANYBODY, Format.PDF, List.of(person), acts.now(), out);

        assertThat(done.notes())
                .hasSize(4)
                .anyMatch(each -> each.contains("照片读不出"))
                .anyMatch(each -> each.contains("U+2A6A5"))
                .anyMatch(each -> each.contains("“简历”排不下"))
                .anyMatch(each -> each.contains("家庭成员共 11 人"));
        var pages = Printed.read(Files.readAllBytes(out));
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(words(pages.subList(0, 1))).contains("周㛃䶮𠮷", "〓", "照片读不出", "附注：");
        assertThat(words(pages.subList(2, pages.size()))).contains("第60规划分局", "赵子");
    }

    private List<UUID> people(Path forms) {
        var items = new ArrayList<Item>();
        var totals = imports.run(ANYBODY, List.of(forms), false, items::add);
        assertThat(totals).isNotEqualTo(new Totals(0, 0, 0, 0, 0));
        return items.stream()
                .map(each -> Objects.requireNonNull(each.personId()))
                .toList();
    }

    private List<Printed.Page> printed(UUID person, AsOf at) throws IOException {
        var out = folder.resolve("one.pdf");
        exports.run(ANYBODY, Format.PDF, List.of(person), at, out);
        return Printed.read(Files.readAllBytes(out));
    }

    private static String words(List<Printed.Page> pages) {
        var words = new StringBuilder();
        pages.forEach(each -> words.append(each.text()));
        return words.toString().replaceAll("[\\s　]", "");
    }
}
