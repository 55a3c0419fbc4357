package huoshui.story;

import static huoshui.story.B09RoundTripStory.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.document.paper.Printed;
import huoshui.document.sheet.SheetFile;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.interchange.Exports;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.FormEditing;
import huoshui.interchange.FormEditing.Edited;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.Item.FieldChange;
import huoshui.interchange.RosterLayout;
import huoshui.interchange.RosterLayouts;
import huoshui.interchange.Sheaf;
import huoshui.interchange.Totals;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.FamilyRow;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    final FormEditing editing;
    final RosterLayouts layouts;
    final Dossiers dossiers;
    final Acts acts;
    final TestClock clock;

    static List<UUID> people = List.of();

    B09PrintedFormStory(
            @Autowired Imports imports,
            @Autowired Exports exports,
            @Autowired FormEditing editing,
            @Autowired RosterLayouts layouts,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts,
            @Autowired Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.editing = editing;
        this.layouts = layouts;
        this.dossiers = dossiers;
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
    void whatBeganLaterIsOnNoFormOfAnEarlierDayAndWhatThenRanIsOpen() {
        var form = Sheaf.plain(30).getLast();
        var person = new Subject.Person(
                people(Sheaf.lay(folder.resolve("past"), "030.lrmx", form)).getFirst());
        dossiers.apply(
                ANYBODY.actor(),
                List.of(
                        recorded(person, new AnnualGrade(2009, "优秀", null), "2009-01-01"),
                        recorded(person, new AnnualGrade(2010, "称职", null), "2010-01-01"),
                        recorded(person, reward("嘉奖"), "2010-03-01"),
                        recorded(person, sanction("警告"), "2019-05-01")));

        var then = boxes(person, LocalDate.of(2011, 6, 30));
        assertThat(then.get(Box.RESUME))
                .isEqualTo("2002.09--2006.08  示例大学建筑系城市规划专业学习\n"
                        + "2006.08--         示例市规划局科员、副主任科员（其间：2010.03--  挂职示例县示范镇镇长助理）");
        assertThat(then.get(Box.ASSESSMENTS)).isEqualTo("2009年优秀，2010年称职");
        assertThat(then.get(Box.REWARDS)).isEqualTo("2010.03，嘉奖；");
        assertThat(boxes(person, LocalDate.of(2009, 6, 30)).get(Box.RESUME))
                .endsWith("2006.08--         示例市规划局科员、副主任科员");
        assertThat(boxes(person, LocalDate.of(2015, 6, 30)).get(Box.RESUME))
                .contains("2006.08--2015.03", "（其间：2010.03--2012.03  挂职")
                .contains("2015.03--         示例市自然资源和规划局规划处处长")
                .endsWith("（2013.09--  省委党校研究生班经济管理专业学习）");
        var now = boxes(person, acts.today());
        assertThat(now.get(Box.RESUME)).endsWith("（2013.09--2016.07  省委党校研究生班经济管理专业学习）");
        assertThat(now.get(Box.ASSESSMENTS)).isEqualTo("2024年称职，2025年优秀");
        assertThat(now.get(Box.REWARDS)).contains("嘉奖", "警告");

        var out = folder.resolve("past.xlsx");
        exports.run(
                ANYBODY,
                Format.XLSX,
                new RosterLayout(
                        "往日",
                        null,
                        List.of("name", "resume", "rewards"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(person.id()),
                new AsOf(LocalDate.of(2011, 6, 30), acts.head()),
                out);
        var lines = new ArrayList<String>();
        try (var sheet = SheetFile.open(out, "past.xlsx")) {
            sheet.read(0, line -> line.cells().forEach(cell -> lines.add(cell.text())));
        }
        assertThat(lines).contains(then.get(Box.RESUME), "2010.03，嘉奖；");
    }

    @Test
    void aFormOfBefore2025BecomesOneOf2025OnlyOnceSomebodySawWhatChangesAndTheLevelOnRecordSettlesTheMonth()
            throws IOException {
        var form = Sheaf.plain(34).getLast();
        var person = new Subject.Person(
                people(Sheaf.lay(folder.resolve("raised"), "034.lrmx", form)).getFirst());
        assertThat(editing.read(ANYBODY, person, acts.now()).since2025()).isFalse();
        var raise = new Edited(null, null, null, true);

        var shown = editing.preview(ANYBODY, person, raise);

        assertThat(shown.changes()).containsExactly(new FieldChange("generation", "2025 年以前", "2025 年起"));
        assertThat(editing.read(ANYBODY, person, acts.now()).since2025()).isFalse();
        editing.write(ANYBODY, person, new Edited(null, null, shown.digest(), true));
        var raised = editing.read(ANYBODY, person, acts.now());
        assertThat(raised.since2025()).isTrue();
        assertThat(raised.boxes()).containsKeys(Box.RETIREMENT_MONTH, Box.FORMER_AGE_LIMIT);
        assertThat(raised.printed()).as("a woman whose level nobody knows").containsEntry(Box.RETIREMENT_MONTH, "");
        assertThat(editing.preview(ANYBODY, person, raise).changes()).isEmpty();

        dossiers.apply(ANYBODY.actor(), List.of(recorded(person, new LevelHeld("县处级副职", null, null), "2020-01-01")));
        assertThat(editing.read(ANYBODY, person, acts.now()).printed())
                .containsEntry(Box.RETIREMENT_MONTH, "2036.01\n（62岁3个月）");
        assertThat(words(printed(person.id(), acts.now()))).contains("2036.01（62岁3个月）");
        var again = new ArrayList<Item>();
        imports.run(ANYBODY, List.of(folder.resolve("raised")), false, again::add);
        assertThat(again)
                .extracting(Item::status)
                .as("the old file takes nothing away")
                .containsExactly(Item.Status.SAME);
    }

    @Test
    void whoHasNoFormYetGetsTheOneOf2025() throws IOException {
        var roster = folder.resolve("bare.csv");
        Files.writeString(roster, "姓名,性别,身份证号,出生年月\n柏示例,男,\t" + Sheaf.number("19700312", 901) + ",1970.03\n");
        var person = new Subject.Person(people(roster).getFirst());

        var standing = editing.read(ANYBODY, person, acts.now());

        assertThat(standing.since2025()).isTrue();
        assertThat(standing.printed()).containsEntry(Box.RETIREMENT_MONTH, "2031.07\n（61岁4个月）");
    }

    private Map<Box, String> boxes(Subject.Person person, LocalDate day) {
        return editing.read(ANYBODY, person, new AsOf(day, acts.head())).boxes();
    }

    private static Change<FactBody> recorded(Subject.Person person, FactBody body, String since) {
        return Change.record(person.id(), body, Span.since(LocalDate.parse(since)), "干部履历");
    }

    private static Reward reward(String name) {
        return new Reward(name, null, null, null, null, null);
    }

    private static Sanction sanction(String name) {
        return new Sanction(name, null, null, null, null, null, null);
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
    void rostersGoOnPaperWithTheColumnsOfTheirSpreadsheet() throws IOException {
        for (var each : List.of("干部名册", "考察对象一览表")) {
            var out = folder.resolve("roster.pdf");
            var layout = layouts.named(ANYBODY, each);
            exports.run(ANYBODY, Format.PDF, layout, people, acts.now(), out);
            var pages = Printed.read(Files.readAllBytes(out));
            assertThat(pages.getFirst().text()).contains("第 1 页，共 " + pages.size() + " 页", "情况截至");
            assertThat(words(pages)).contains(layout.title(), "姓名", "宋甲甲", "宋甲丙", "示例市自然资源和规划局规划处处长");
        }
        assertThatThrownBy(() -> exports.run(
                        ANYBODY,
                        Format.DOCX,
                        layouts.named(ANYBODY, "干部名册"),
                        people,
                        acts.now(),
                        folder.resolve("x.docx")))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("roster-format"));
    }

    @Test
    void aPhotoWhoseFileIsNotThereIsSaidSoAndNotTakenForNone() throws IOException {
        var person = people(Sheaf.lay(
                        folder.resolve("lost"),
                        "lost.lrmx",
                        Sheaf.with(Sheaf.plain(1).getFirst(), "ShenFenZheng", Sheaf.number("19600101", 780))))
                .getFirst();
        var lost = new Photo("0".repeat(64), "image/jpeg", 9_000);
        dossiers.record(ANYBODY.actor(), new Subject.Person(person), lost, Span.since(acts.today()), "任免审批表");

        for (var each : List.of(Format.PDF, Format.DOCX, Format.LRMX)) {
            var out = folder.resolve("lost" + each.suffix());
            assertThat(exports.run(ANYBODY, each, List.of(person), acts.now(), out)
                            .notes())
                    .as(each.word())
                    .containsExactly("宋甲甲：照片原件不在附件库中，请重新导入照片");
        }
        var page = words(
                Printed.read(Files.readAllBytes(folder.resolve("lost.pdf"))).subList(0, 1));
        assertThat(page).contains("照片原件不在附件库中", "附注：");
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

    @Test
    void aFormGoesUpToASuperiorOnlyWhenNoBoxIsLongerThanItTakesAndEverywhereElseWithAllItsWords() {
        var form = Sheaf.with(Sheaf.plain(40).getLast(), "RenMianLiYou", "按".repeat(553));
        var full = Sheaf.with(form, "GongZuoDanWeiJiZhiWu", "示".repeat(125));
        var person = people(Sheaf.lay(folder.resolve("long"), "040.lrmx", full)).getFirst();

        for (var format : List.of(Format.LRMX, Format.PDF, Format.DOCX))
            assertThatThrownBy(() -> exports.requireSubmittable(ANYBODY, format, null, List.of(person), acts.now()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("form-over"))
                    .hasMessageContaining("有 2 处超出规定")
                    .hasMessageContaining("“任免理由”553 字，限 552 字")
                    .hasMessageContaining("“家庭成员第 1 行工作单位及职务”125 字，限 124 字")
                    .hasMessageContaining("请精简后再呈报");
        assertThatThrownBy(
                        () -> exports.requireSubmittable(ANYBODY, Format.TONGYONG, null, List.of(person), acts.now()))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("submission-format"));
        assertThat(editing.read(ANYBODY, new Subject.Person(person), acts.now()).over())
                .extracting("most")
                .containsExactly(552, 124);

        var out = folder.resolve("long.lrmx");
        exports.run(ANYBODY, Format.LRMX, List.of(person), acts.now(), out);
        assertThat(out).content().contains("按".repeat(553));

        var fits = Sheaf.with(Sheaf.plain(41).getLast(), "RenMianLiYou", "按".repeat(552));
        var other = people(Sheaf.lay(folder.resolve("fits"), "041.lrmx", fits)).getFirst();
        exports.requireSubmittable(ANYBODY, Format.PDF, null, List.of(other), acts.now());
        assertThatThrownBy(() ->
                        exports.requireSubmittable(ANYBODY, Format.LRMX, null, List.of(other, person), acts.now()))
                .as("among several the person is named, too")
                .hasMessageMatching(".*：\\S+“任免理由”553 字.*");
    }

    @Test
    void whatIsTypedOnTheFormIsShownFirstAndThenBecomesExactlyThoseFacts() throws IOException {
        var person = new Subject.Person(people.get(2));
        var before = current(person);
        var typed = new Edited(
                Map.of(
                        Box.HEALTH, "一般（在表上改）",
                        Box.REASON, "交流任职",
                        Box.CURRENT_POST, "示例市自然资源和规划局规划处处长（主持工作）"),
                null,
                null,
                null);

        var shown = editing.preview(ANYBODY, person, typed);

        assertThat(shown.changes())
                .extracting(FieldChange::field)
                .containsExactlyInAnyOrder("health", "currentPost", "reason");
        assertThat(shown.changes()).anyMatch(each -> Objects.equals(each.was(), "健康") && "一般（在表上改）".equals(each.now()));
        assertThat(current(person)).isEqualTo(before);
        assertThatThrownBy(() -> editing.write(ANYBODY, person, typed))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("changed-meanwhile"));
        assertThat(current(person)).isEqualTo(before);

        editing.write(ANYBODY, person, new Edited(typed.boxes(), null, shown.digest(), null));

        var fresh = new ArrayList<>(current(person));
        fresh.removeAll(before);
        assertThat(fresh.stream().map(Fact::content).filter(each -> each instanceof HealthStatement))
                .contains(new HealthStatement("一般（在表上改）"));
        assertThat(fresh.stream().map(Fact::content).filter(each -> each instanceof PrintedText))
                .containsExactly(new PrintedText(FormFact.Box.CURRENT_POST, "示例市自然资源和规划局规划处处长（主持工作）", true));
        assertThat(fresh).extracting(Fact::kind).containsOnly("health", "printed", "form-draft");
        assertThat(words(printed(person.id(), acts.now()))).contains("一般（在表上改）", "交流任职", "规划处处长（主持工作）");
        assertThat(editing.preview(ANYBODY, person, typed).changes()).isEmpty();
    }

    @Test
    void anEmptiedBoxTakesNothingAwayAndSaysSo() {
        var person = new Subject.Person(people.getFirst());
        var shown = editing.preview(ANYBODY, person, new Edited(Map.of(Box.EXPERTISE, ""), null, null, null));

        assertThat(shown.changes()).isEmpty();
        assertThat(shown.problems()).extracting(Problem::code).containsExactly("box.emptied");
        assertThatThrownBy(() -> editing.write(
                        ANYBODY, person, new Edited(Map.of(Box.EXPERTISE, ""), null, shown.digest(), null)))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("nothing"));
        assertThatThrownBy(() -> editing.read(ANYBODY.because(null), person, acts.now()))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("purpose-required"));
    }

    @Test
    void relativesTypedOnTheFormAreThoseOfTheDossierAndAWrongDateIsRefused() {
        var person = new Subject.Person(people.getFirst());
        var standing = editing.read(ANYBODY, person, acts.now());
        var rows = new ArrayList<>(standing.family());
        rows.add(new FamilyRow("儿子", "宋小示", "201203", "群众", "示例市第一小学学生"));

        var shown = editing.preview(ANYBODY, person, new Edited(null, rows, null, null));

        assertThat(shown.changes()).extracting(FieldChange::field).containsExactly("family");
        editing.write(ANYBODY, person, new Edited(null, rows, shown.digest(), null));
        assertThat(editing.read(ANYBODY, person, acts.now()).family()).isEqualTo(rows);

        var wrong = new Edited(Map.of(Box.BIRTH, "198413"), null, null, null);
        var faulty = editing.preview(ANYBODY, person, wrong);
        assertThat(faulty.problems()).anyMatch(each -> each.code().equals("date.impossible"));
        assertThatThrownBy(() -> editing.write(
                        ANYBODY,
                        person,
                        new Edited(
                                Map.of(Box.BIRTH, "198413", Box.REASON, "新的理由"), null, digest(person, "新的理由"), null)))
                .isInstanceOf(Refusal.class);
    }

    private String digest(Subject.Person person, String reason) {
        return editing.preview(
                        ANYBODY, person, new Edited(Map.of(Box.BIRTH, "198413", Box.REASON, reason), null, null, null))
                .digest();
    }

    private List<Fact<FactBody>> current(Subject.Person person) {
        return dossiers.history(person).stream()
                .filter(each -> each.superseded() == null)
                .toList();
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
