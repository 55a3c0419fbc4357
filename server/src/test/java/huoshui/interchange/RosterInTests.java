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
        edit("grade:2023", "优秀", "annual-grade");
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
