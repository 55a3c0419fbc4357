package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Signed;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Item.FieldChange;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosters as offices send them come in, and what is doubtful is asked, never guessed. */
@RoomTest
class RosterInTests {

    static final Signed WHO = RosterOutTests.somebody(EnumSet.allOf(Chapter.class));

    @TempDir
    Path folder;

    final Imports imports;
    final Exports exports;
    final Acts acts;
    final JdbcClient jdbc;

    RosterInTests(
            @Autowired Imports imports, @Autowired Exports exports, @Autowired Acts acts, @Autowired JdbcClient jdbc) {
        this.imports = imports;
        this.exports = exports;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    private static int serial = 100;

    static String id(String birth) {
        return Sheaf.number(birth, serial += 2);
    }

    List<Item> look(Path file) {
        return run(file, true);
    }

    List<Item> run(Path file, boolean dryRun) {
        var items = new ArrayList<Item>();
        imports.run(WHO, List.of(file), dryRun, items::add);
        return items;
    }

    static List<String> codes(Item item) {
        return item.problems().stream().map(Problem::code).toList();
    }

    static String told(List<Item> items) {
        return items.stream()
                .filter(each -> each.status() != Status.SAME)
                .map(each -> each.status() + " " + each.row() + " " + each.changes() + " " + codes(each))
                .limit(3)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void titlesTwoLineHeadingsMergedCellsAndAnyOrder() {
        try (var ugly = new Ugly("市直")) {
            ugly.row(0, "示例市干部花名册").merge(0, 0, 0, 9);
            ugly.row(1, "填报单位：示例市委组织部");
            ugly.row(2, "序号", "单位", "姓 名", "身份证\n号码", "全日制教育", null, "在职教育", null, "出生\n年月", "干部电话号码");
            ugly.row(3, null, null, null, null, "学历", "毕业院校及专业", "学历", "毕业院校系及专业");
            ugly.merge(2, 2, 4, 5).merge(2, 2, 6, 7);
            for (int column : new int[] {0, 1, 2, 3, 8, 9}) ugly.merge(2, 3, column, column);
            ugly.row(4, 1, "示例市水务局", "季示例", id("19700312"), "大学", "示例大学水利专业", null, null, LocalDate.of(1970, 3, 12));
            ugly.row(5, 2, null, "季 示样", id("19711105"), "大专", "示例学院", "大学", "省委党校", "1971.11");
            ugly.merge(4, 5, 1, 1);
            ugly.row(6, "合计", "2人");
            var items = look(ugly.save(folder.resolve("a.xlsx")));

            assertThat(items).as(told(items)).hasSize(2).allMatch(each -> each.status() == Status.NEW);
            var first = items.getFirst().person();
            assertThat(first.name()).isEqualTo("季示例");
            assertThat(first.birth()).isEqualTo(PartialDate.month(1970, 3));
            assertThat(first.education().getFirst().school()).isEqualTo("示例大学水利专业");
            assertThat(items.get(1).person().education()).hasSize(2);
            assertThat(items.getFirst().entry()).isEqualTo("市直");
            assertThat(items.getFirst().row()).isEqualTo(5);
            assertThat(codes(items.getFirst())).doesNotContain("roster.no-heading");
        }
    }

    @Test
    void aMonthTypedIntoASpreadsheetSaysNoDayAndASumInWordsIsNobody() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "性别", "出生年月", "身份证号");
            ugly.row(1, "宦示例", "女", LocalDate.of(1969, 10, 1), Sheaf.number("19691015", 12));
            ugly.row(2, "共1人");
            var items = look(ugly.save(folder.resolve("m.xlsx")));

            assertThat(items).as(told(items)).hasSize(1);
            assertThat(items.getFirst().status()).isEqualTo(Status.NEW);
            assertThat(items.getFirst().person().birth()).isEqualTo(PartialDate.month(1969, 10));
            assertThat(codes(items.getFirst())).doesNotContain("id.birth");
        }
    }

    @Test
    void whyAFileCannotBeReadIsSaidAndNotThatItHasNoHeading() throws IOException {
        var page = Files.writeString(folder.resolve("a.xls"), "<html><table><tr><td>姓名</td></tr></table></html>");
        var old = Files.write(
                folder.resolve("b.xls"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertThat(codes(look(page).getFirst())).containsExactly("sheet.markup");
        assertThat(codes(look(old).getFirst())).containsExactly("sheet.old");
    }

    @Test
    void january1966AndOctober1966AreAskedNeverGuessed() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "出生年月", "身份证号", "健康状况");
            ugly.row(1, "常示例", 1966.1, id("19661003"), "健康");
            ugly.row(2, "常示样", 1966.02, id("19660203"), "健康");
            ugly.row(3, "常示范", "1966.10", id("19661004"), "健康");
            ugly.row(4, "常示意", 1966.11, id("19661104"), "健康");
            ugly.row(5, "常示好", "1966.1", id("19660104"), "健康");
            var items = look(ugly.save(folder.resolve("b.xlsx")));

            assertThat(items)
                    .as(told(items))
                    .extracting(Item::status)
                    .containsExactly(Status.DOUBTFUL, Status.NEW, Status.NEW, Status.NEW, Status.DOUBTFUL);
            assertThat(codes(items.get(0))).contains("date.ambiguous");
            assertThat(items.get(0).person().birth()).isNull();
            assertThat(items.get(2).person().birth()).isEqualTo(PartialDate.month(1966, 10));
            assertThat(items.get(3).person().birth()).isEqualTo(PartialDate.month(1966, 11));
        }
    }

    @Test
    void fiveDigitsThatAreAMonthWithoutItsPointAndASerialAreAskedAndTheWorkbooksOwnBaseCounts() {
        for (boolean from1904 : new boolean[] {false, true}) {
            try (var ugly = new Ugly("表")) {
                ugly.row(0, "姓名", "出生年月", "身份证号", "参加工作时间");
                ugly.row(1, "常示例", 19661, id("19660103"), 33970);
                ugly.row(2, "常示样", "1966.02", id("19660203"), 33970);
                if (from1904) ugly.book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
                var items = look(ugly.save(folder.resolve("p" + from1904 + ".xlsx")));

                assertThat(items).as(told(items)).extracting(Item::status).containsExactly(Status.DOUBTFUL, Status.NEW);
                assertThat(codes(items.getFirst())).contains("date.pointless");
                assertThat(items.getFirst().problems().getFirst().message())
                        .contains("19661", "1966.01", from1904 ? "1957.10.30" : "1953.10.29");
                assertThat(items.getFirst().person().birth()).isNull();
                assertThat(items.get(1).person().workStarted())
                        .isEqualTo(PartialDate.day(from1904 ? LocalDate.of(1997, 1, 2) : LocalDate.of(1993, 1, 1)));
            }
        }
    }

    @Test
    void whatReads1966Dot1OnceItsAgeAndWidthAreGoneIsCountedForTheQuestion() throws IOException {
        var text = "姓名,出生年月,身份证号\n常示例,1966.1（60岁）,\t" + id("19661003") + "\n常示样,1966．1,\t" + id("19660104")
                + "\n常示范,1966.10（60岁）,\t" + id("19661005") + "\n常示意,1966.01 ,\t" + id("19660106") + "\n";
        var file = Files.writeString(folder.resolve("q.csv"), text);

        var birth = RosterSheets.survey(file, "q.csv").getFirst().survey().headings().stream()
                .filter(each -> "birth".equals(each.guess()))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(birth.ambiguous(), birth.tens(), birth.firsts())).containsExactly(2, 1, 1);
        assertThat(look(file).stream().filter(each -> codes(each).contains("date.ambiguous")))
                .hasSize(birth.ambiguous());
    }

    @Test
    void datesAsTextSerialNumberAndStyle() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "身份证号", "出生年月", "参加工作时间", "入党时间");
            ugly.row(1, "方示例", id("19700312"), 19700312, 33970, "1995年6月");
            ugly.row(2, "方示样", id("19700401"), 197004, LocalDate.of(1993, 7, 1), "民盟");
            ugly.row(3, "方示范", id("19700501"), "1970.05\n（56岁）", 1993.07, "一九九三年");
            var items = look(ugly.save(folder.resolve("c.xlsx")));

            assertThat(items.get(0).person().birth()).isEqualTo(new PartialDate(1970, 3, 12, null));
            assertThat(items.get(0).person().workStarted()).isEqualTo(PartialDate.day(LocalDate.of(1993, 1, 1)));
            assertThat(items.get(0).person().partyJoined()).isEqualTo(PartialDate.month(1995, 6));
            assertThat(items.get(1).person().birth()).isEqualTo(PartialDate.month(1970, 4));
            assertThat(items.get(1).person().workStarted()).isEqualTo(PartialDate.month(1993, 7));
            assertThat(items.get(1).person().parties()).containsExactly("民盟");
            assertThat(items.get(2).person().birth()).isEqualTo(PartialDate.month(1970, 5));
            assertThat(items.get(2).person().workStarted()).isEqualTo(PartialDate.month(1993, 7));
        }
    }

    @Test
    void anIdNumberThatLostItsDigitsIsRefusedWithWhatToDo() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "身份证号", "健康状况");
            ugly.row(1, "白示例", 990101197003120000d, "健康");
            ugly.row(2, "白示样", "9.90101197003E+17", "健康");
            ugly.row(3, "白示范", id("19700312"), "健康");
            var items = look(ugly.save(folder.resolve("d.xlsx")));

            assertThat(items).extracting(Item::status).containsExactly(Status.REFUSED, Status.REFUSED, Status.NEW);
            assertThat(items.getFirst().problems().getFirst().code()).isEqualTo("id.digits-lost");
            assertThat(items.getFirst().problems().getFirst().message()).contains("文本", "重新填写");
        }
    }

    @Test
    void formulasAreReadAsTheyWereSavedAndNeverRun() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "身份证号", "健康状况", "熟悉专业有何专长");
            ugly.row(1, null, id("19700312"), "健康", "'=1+1");
            ugly.formula(1, 0, "CONCATENATE(\"夏\",\"示例\")", "夏示例");
            ugly.row(2, "夏示样", id("19700313"), "=cmd|' /C calc'!A0", null);
            var items = look(ugly.save(folder.resolve("e.xlsx")));

            assertThat(items.get(0).person().name()).isEqualTo("夏示例");
            assertThat(items.get(0).person().expertise()).isEqualTo("=1+1");
            assertThat(items.get(1).status()).isEqualTo(Status.DOUBTFUL);
            assertThat(codes(items.get(1))).contains("roster.formula");
            assertThat(items.get(1).person().health()).isNull();
        }
    }

    @Test
    void hiddenSheetsAndRowsAreSaidAndNotReadUnasked() {
        try (var ugly = new Ugly("明")) {
            ugly.row(0, "姓名", "身份证号").row(1, "顾示例", id("19700312")).row(2, "顾示样", id("19700313"));
            ugly.now().getRow(2).setZeroHeight(true);
            ugly.sheet("暗").row(0, "姓名", "身份证号").row(1, "顾示范", id("19700314"));
            ugly.book.setSheetHidden(1, true);
            var items = look(ugly.save(folder.resolve("f.xlsx")));

            assertThat(items).as(told(items)).hasSize(2);
            assertThat(codes(items.get(0))).contains("roster.hidden-sheet");
            assertThat(items.get(1).status()).isEqualTo(Status.DOUBTFUL);
            assertThat(codes(items.get(1))).contains("roster.hidden-row");
        }
    }

    @Test
    void csvInGbkAndUtf8() throws IOException {
        var text = "姓名,性别,身份证号码,出生年月,备用列\n佘示例,男,\t" + id("19700312") + ",1970-03,x\n\"佘,示样\",女,=\"" + id("19710401")
                + "\",1971/4,\n";
        for (var charset : List.of(Charset.forName("GBK"), java.nio.charset.StandardCharsets.UTF_8)) {
            var file = Files.write(folder.resolve(charset.name() + ".csv"), text.getBytes(charset));
            var items = look(file);
            assertThat(items)
                    .as(told(items))
                    .hasSize(2)
                    .allMatch(each -> each.person().idNumber().length() == 18);
            assertThat(items.getFirst().person().name()).isEqualTo("佘示例");
            assertThat(items.getFirst().person().birth()).isEqualTo(PartialDate.month(1970, 3));
            assertThat(codes(items.getFirst())).contains("roster.unread-column");
        }
    }

    @Test
    void whatWentOutComesBackTheSameAndAnEditedCellAsExactlyThatChange() throws IOException {
        Sheaf.lay(folder.resolve("forms"), Sheaf.forms(20_261_130, 40));
        var people = new ArrayList<UUID>();
        imports.run(WHO, List.of(folder.resolve("forms")), false, each -> people.add(each.personId()));
        people.removeIf(java.util.Objects::isNull);
        var layout = RosterOutTests.layout(
                RosterColumns.all().stream().map(RosterColumn::code).toArray(String[]::new));
        var facts = facts();
        for (int i = 0; i < people.size(); i += 20) {
            var file = folder.resolve("out" + i + ".xlsx");
            exports.run(WHO, Format.XLSX, layout, people.subList(i, Math.min(people.size(), i + 20)), acts.now(), file);
            var back = run(file, false);
            assertThat(told(back)).isEmpty();
            assertThat(back).hasSize(Math.min(people.size() - i, 20));
        }
        assertThat(facts()).isEqualTo(facts);

        edit("health", "一般（示例）", "health");
        edit("nativePlace", "山东示范", "nativePlace");
        edit("rank", "二级调研员", "rank");
        edit("postSince", "2018.03", "postSince");
        edit("grade:2023", "优秀", "annualGrade");
        edit("mobile", "13800000000", "contact");
        edit("expertise", "水利工程", "expertise");
        edit("inserviceDegree", "法学学士", "education");
    }

    /** One cell of one person's roster is changed in a spreadsheet, and the file comes in again. */
    private void edit(String code, String value, String field) throws IOException {
        var form = Sheaf.plain(10 + (int) (serial += 1) % 60).getLast();
        var lrmx = Sheaf.lay(folder.resolve("one"), code.replace(':', '-') + ".lrmx", form);
        var person = run(lrmx, false).getFirst().personId();
        var layout = RosterOutTests.layout("n", "name", "idNumber", "birth", code, "currentPost");
        var file = folder.resolve(code.replace(':', '-') + ".xlsx");
        exports.run(WHO, Format.XLSX, layout, List.of(person), acts.now(), file);
        assertThat(run(file, false)).extracting(Item::status).containsExactly(Status.SAME);
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(Files.newInputStream(file))) {
            book.getSheetAt(0)
                    .getRow(3)
                    .getCell(4, org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue(value);
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        var changed = run(file, false).getFirst();
        assertThat(changed.status()).as(code + told(List.of(changed))).isEqualTo(Status.CHANGED);
        assertThat(changed.changes()).as(code).extracting(FieldChange::field).containsExactly(field);
        var again = run(file, false);
        assertThat(again).as(code + told(again)).extracting(Item::status).containsExactly(Status.SAME);
    }

    private long facts() {
        return jdbc.sql("select count(*) from dossier.fact").query(Long.class).single();
    }

    @Test
    void rostersInAZipAreReadBesideTheFormsInIt() throws IOException {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "身份证号", "健康状况").row(1, "卞示例", id("19700312"), "健康");
            var inside = Files.readAllBytes(ugly.save(folder.resolve("h.xlsx")));
            Files.createDirectories(folder.resolve("in"));
            var file = folder.resolve("in/来文.zip");
            try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
                for (var name : List.of("市直/名册.xlsx", "../外.xlsx", "坏.xlsx", "里.zip")) {
                    zip.putNextEntry(new java.util.zip.ZipEntry(name));
                    zip.write(name.startsWith("坏") ? new byte[] {'P', 'K', 3, 4, 0} : inside);
                }
                zip.putNextEntry(new java.util.zip.ZipEntry("人.lrmx"));
                zip.write(Sheaf.plain(1).getFirst().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            for (var place : List.of(file, folder.resolve("in"))) {
                var items = look(place);
                assertThat(items)
                        .as(told(items))
                        .extracting(each -> each.status() + " "
                                + (each.problems().isEmpty()
                                        ? ""
                                        : each.problems().getFirst().code()))
                        .containsExactlyInAnyOrder(
                                "NEW ", "NEW ", "REFUSED source.path", "REFUSED source.nested", "REFUSED sheet.broken");
                assertThat(items)
                        .anyMatch(each -> each.file().endsWith("来文.zip/市直/名册.xlsx")
                                && each.person() != null
                                && each.person().name().equals("卞示例"));
            }
        }
    }

    private static final String HEAD = "姓名,身份证号,出生年月,现任职务,任现职时间\n";

    private List<Item> row(String name, String number, String post, String since) throws IOException {
        var text = HEAD + name + ",\t" + number + ",1970.03,\"" + post + "\",\t" + since + "\n";
        return run(Files.writeString(folder.resolve("post.csv"), text), false);
    }

    @Test
    void aNewPostBesideThoseInOfficeIsToldWithItsDateAndWhatToDo() throws IOException {
        var number = id("19700312");
        assertThat(row("盛示例", number, "示例市水务局副局长", "2019.05").getFirst().status())
                .isEqualTo(Status.NEW);

        var told = row("盛示例", number, "示例市水务局局长", "2024.03").getFirst();
        assertThat(told.status()).isEqualTo(Status.CHANGED);
        assertThat(told.problems())
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo("post.follows"))
                .satisfies(each -> assertThat(each.message())
                        .contains("任现职时间都没有改", "2024.03 起任“示例市水务局局长”", "免去“示例市水务局副局长”", "；请在差异核对中按来文改任"));
        // the words stand beside the facts by now, and the same roster does not pass for settled
        var again = row("盛示例", number, "示例市水务局局长", "2024.03").getFirst();
        assertThat(again.status()).isEqualTo(Status.DOUBTFUL);
        assertThat(codes(again)).containsExactly("post.follows");
        assertThat(since(told.personId())).containsExactly("2019-05-01");
    }

    private List<String> since(UUID person) {
        return jdbc.sql(
                        "select lower(valid)::text from dossier.fact where kind = 'post' and known_to is null and subject = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void whatCannotBeToldOfPostsIsSaidToBeOpen() throws IOException {
        var number = id("19700313");
        row("盛示样", number, "示例市水务局党组成员、副局长", "2019.05");
        assertThat(codes(row("盛示样", number, "示例市水务局党组书记、副局长", "2024.03").getFirst()))
                .containsExactly("post.open");
        assertThat(codes(row("盛示样", number, "示例市财政局局长", "").getFirst())).containsExactly("post.open");
        assertThat(codes(row("盛示样", number, "示例市财政局局长", "2018.01").getFirst())).containsExactly("post.open");
        assertThat(codes(row("盛示样", number, "示例市财政局局长", "2031.01").getFirst())).containsExactly("post.open");
        assertThat(codes(row("盛示范", id("19700315"), "", "2019.05").getFirst())).containsExactly("post.open");
    }

    @Test
    void sumsNotesSignaturesAndGroupsAreNobody() {
        try (var ugly = new Ugly("在职")) {
            ugly.row(0, "示例市示例县二〇二六年干部花名册").merge(0, 0, 0, 5);
            ugly.row(2, "姓　名", null, "公民身份\n号码", "出生\n年月", "备注", "备注");
            ugly.row(3, "一、县委办公室").merge(3, 3, 0, 5);
            ugly.row(4, "翁 示例", null, wide(id("19700312")), "１９７０.０３", "甲", "乙");
            ugly.row(5, "翁示样", null, " " + id("19710405") + " ", "1971年4月生");
            ugly.row(6, "（二）县政府办公室（2人）");
            ugly.row(7, "翁·示范", null, id("19720405").toLowerCase(java.util.Locale.ROOT), 19720405);
            ugly.row(8, "翁示意", null, id("19730405"), "1973/4/5 0:00:00");
            ugly.row(9, "小 计", null, 4, 12.5, null, "4人");
            ugly.row(12, "合计：4人");
            ugly.row(13, "注：1.本表统计范围为在职干部。2.出生年月按档案认定填写。").merge(13, 13, 0, 5);
            ugly.row(14, "填表人：翁示例", null, "审核人：某某", null, "2026年1月5日");
            ugly.row(15, "第 1 页，共 1 页");
            ugly.row(16, "翁示好");
            var items = look(ugly.save(folder.resolve("l.xlsx")));

            assertThat(items)
                    .as(told(items))
                    .extracting(each -> Objects.requireNonNull(each.person()).name())
                    .containsExactly("翁示例", "翁示样", "翁·示范", "翁示意", "翁示好");
            assertThat(items.subList(0, 4)).allMatch(each -> each.status() == Status.NEW);
            assertThat(items.get(0).person().birth()).isEqualTo(PartialDate.month(1970, 3));
            assertThat(items.get(2).person().birth()).isEqualTo(new PartialDate(1972, 4, 5, null));
            assertThat(codes(items.getLast())).contains("roster.unidentified");
        }
    }

    private static String wide(String digits) {
        return digits.chars()
                .map(each -> each + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> relatives(Item item) {
        return item.person().family().stream()
                .map(each -> each.relation()
                        + each.name()
                        + (each.birth() == null ? "" : each.birth().printed()))
                .toList();
    }

    @Test
    void aFamilyTableOfOneRowARelativeIsOneFamilyAPerson() {
        try (var ugly = new Ugly("家庭")) {
            ugly.row(0, "领导干部家庭成员情况表").merge(0, 0, 0, 7);
            ugly.row(1, "姓名", "身份证号", "家庭主要成员及重要社会关系");
            ugly.row(2, null, null, "称谓", "姓名", "出生年月", "政治面貌", "工作单位及职务");
            ugly.merge(1, 1, 2, 6).merge(1, 2, 0, 0).merge(1, 2, 1, 1);
            ugly.row(3, "易示例", id("19700312"), "妻子", "何 示例", 1972.05, "群众", "示例小学教师");
            ugly.row(4, null, null, "女儿", "易小例", "1999.10", "共青团员", "示例大学学生")
                    .merge(3, 4, 0, 0)
                    .merge(3, 4, 1, 1);
            ugly.row(5, "易示样", id("19710312"), "丈夫", "何示样", 1970.1, "中共党员", "示例局干部");
            ugly.row(6, null, null, "母亲", "吴示样", null, null, "已去世");
            ugly.row(7, "易示例", id("19700312"), "父亲", "易老例", "1940.02", null, "退休");
            var items = look(ugly.save(folder.resolve("i.xlsx")));

            assertThat(items).as(told(items)).hasSize(4);
            assertThat(relatives(items.get(0))).containsExactly("妻子何示例1972.05", "女儿易小例1999.10");
            assertThat(items.get(0).status()).isEqualTo(Status.NEW);
            // 1970.1 is asked; a row without a name is nobody's
            assertThat(codes(items.get(1))).containsExactly("roster.family-nobody");
            assertThat(codes(items.get(2))).contains("date.ambiguous");
            assertThat(items.get(3).person().name()).isEqualTo("易示例");
        }
    }

    @Test
    void aPersonMetAgainFurtherDownAFamilyTableIsToldNotPutTogether() throws IOException {
        var number = id("19720312");
        var head = "姓名,身份证号,称谓,家属姓名,家属出生年月\n";
        var text = head + "钮示例,\t" + number + ",妻子,何示意,1972.05\n钮示样,\t" + id("19730312") + ",丈夫,何示好,1972.05\n钮示例,\t"
                + number + ",父亲,钮老例,1940.02\n";
        var items = look(Files.writeString(folder.resolve("j.csv"), text));
        assertThat(items).extracting(Item::status).containsExactly(Status.NEW, Status.NEW, Status.REFUSED);
        assertThat(codes(items.getLast())).contains("roster.family-apart");
    }

    @Test
    void namesakesOneAfterTheOtherAreTwoWhereOneIsKnownByNumberAndOneByBirth() throws IOException {
        var text = "姓名,身份证号,出生年月,称谓,家属姓名,家属出生年月\n" + "钮示例,\t" + id("19720312")
                + ",,妻子,何示意,1972.05\n钮示例,,1985.03,妻子,赵示意,1986.05\n";
        var items = look(Files.writeString(folder.resolve("n.csv"), text));
        assertThat(items).hasSize(2);
        assertThat(relatives(items.getFirst())).containsExactly("妻子何示意1972.05");
    }

    @Test
    void aNumberAloneIsEnoughForSomebodyWeHaveAndForNobodyElse() throws IOException {
        var number = id("19720312");
        run(Files.writeString(folder.resolve("o.csv"), "姓名,身份证号,出生年月\n钮示号,\t" + number + ",1972.03\n"), false);
        var table = "身份证号,称谓,姓名,出生年月\n\t" + number + ",妻子,何示号,1972.05\n\t" + number + ",儿子,钮小号,1999.10\n\t"
                + id("19730312") + ",妻子,何无号,1972.05\n";
        var file = Files.writeString(folder.resolve("p.csv"), table);

        var items = run(file, false);

        assertThat(items).as(told(items)).extracting(Item::status).containsExactly(Status.CHANGED, Status.REFUSED);
        assertThat(items.getFirst().person().name()).isEqualTo("钮示号");
        assertThat(relatives(items.getFirst())).containsExactly("妻子何示号1972.05", "儿子钮小号1999.10");
        assertThat(codes(items.getFirst())).containsExactly("identity.by-number");
        assertThat(codes(items.getLast())).containsExactly("required.name");
        assertThat(look(file)).extracting(Item::status).containsExactly(Status.SAME, Status.REFUSED);
    }

    @Test
    void relativesBesideOneAnotherInOneRowAreReadByTheirPlace() throws IOException {
        for (var head : List.of(
                "姓名,身份证号,家庭成员1称谓,家庭成员1姓名,家庭成员1出生年月,家庭成员2称谓,家庭成员2姓名,家庭成员2出生年月",
                "姓名,身份证号,称谓,姓名,出生年月,称谓,姓名,出生年月",
                "姓名,身份证号,称谓一,姓名一,出生年月一,家庭成员二称谓,家庭成员二姓名,家庭成员二出生年月")) {
            var text = head + "\n宓示例,\t" + id("19740312") + ",妻子,何示美,1972.05,儿子,宓小例,1999.1\n";
            var items = look(Files.writeString(folder.resolve("k.csv"), text));
            if (head.contains("称谓一")) {
                assertThat(codes(items.getFirst())).contains("roster.unread-column");
                continue;
            }
            assertThat(relatives(items.getFirst())).as(head).containsExactly("妻子何示美1972.05", "儿子宓小例");
            assertThat(codes(items.getFirst())).contains("date.ambiguous");
        }
    }

    @Test
    void aNamedMappingIsKeptAndUsedWhateverTheOrder() {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "证件号", "健康状况").row(1, "路示例", id("19700312"), "健康");
            var file = ugly.save(folder.resolve("g.xlsx"));
            var items = new ArrayList<Item>();
            imports.run(WHO, List.of(file), "水务局", false, items::add);
            assertThat(items.getFirst().status()).isEqualTo(Status.NEW);
            items.clear();
            imports.run(WHO, List.of(file), "水务局", false, items::add);
            assertThat(items.getFirst().status()).isEqualTo(Status.SAME);
            assertThat(jdbc.sql("select count(*) from interchange.mapping where name = '水务局'")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }
}
