package huoshui.interchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Reach;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.interchange.Batches;
import huoshui.interchange.Batches.Settlement;
import huoshui.interchange.ProblemReport;
import huoshui.interchange.Sheaf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** A roster is mapped, looked at and written in the page; a number of the statistics is the length of its list. */
@ServerTest
class RosterPagesTests {

    static final UUID DEPARTMENT = Ids.next();
    static @Nullable Staff staff;

    /** The department leads everybody. */
    @TestConfiguration
    static class Everywhere {
        @Bean
        @Primary
        Reach everywhere() {
            return new Reach() {
                @Override
                public List<Authority> of(UUID homeUnit, LocalDate day) {
                    return List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS));
                }

                @Override
                public long version() {
                    return 1;
                }
            };
        }
    }

    final Visitor clerk;

    final Batches batches;

    RosterPagesTests(
            @LocalServerPort int port,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired Batches batches) {
        this.batches = batches;
        if (staff == null) {
            staff = new Staff(accounts, grants);
            staff.open("clerk", DEPARTMENT, null, "information-section");
        }
        clerk = new Visitor(port);
    }

    @BeforeEach
    void signIn() {
        clerk.signIn("clerk", Staff.PASSWORD);
    }

    private static final String HEAD = "姓名\t性别\t出生年月\t身份证号\t健康\n";

    private JsonNode pasted(String text) throws InterruptedException {
        var id = clerk.post("/api/v1/imports/pastes", Map.of("text", text))
                .body()
                .path("id")
                .asString();
        return waited(id);
    }

    private JsonNode waited(String id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var batch = clerk.get("/api/v1/imports/" + id).body();
            if (!List.of("receiving", "examining", "writing")
                    .contains(batch.path("state").asString())) return batch;
            Thread.sleep(50);
        }
        throw new IllegalStateException("still busy");
    }

    @Test
    void aPastedBlockAsksOnceAboutItsDatesAndIsRememberedAfterwards() throws InterruptedException {
        var text = HEAD + "蒲示例\t男\t1966.1\t" + Sheaf.number("19661003", 11) + "\t健康\n蒲示样\t女\t1967.05\t"
                + Sheaf.number("19670503", 12) + "\t健康\n";
        var batch = pasted(text);
        assertThat(batch.path("state").asString()).isEqualTo("mapping");
        var id = batch.path("id").asString();
        var sheet = clerk.get("/api/v1/imports/" + id + "/sheets").body().get(0);
        assertThat(sheet.path("open").get(0).asString()).isEqualTo("birth");
        assertThat(sheet.at("/mapping/columns/4").isMissingNode()).isTrue();

        var columns = Map.of("0", "name", "1", "sex", "2", "birth", "3", "idNumber", "4", "health");
        var said = Map.of(
                "sheets",
                List.of(Map.of(
                        "file",
                        sheet.path("file").asString(),
                        "number",
                        0,
                        "chosen",
                        true,
                        "columns",
                        columns,
                        "habits",
                        Map.of("birth", "OCTOBER"))));
        assertThat(clerk.put("/api/v1/imports/" + id + "/sheets", said).status())
                .isEqualTo(200);
        clerk.post("/api/v1/imports/" + id + "/examinations", Map.of());
        var ready = waited(id);
        assertThat(ready.at("/counts/new").asInt()).as(ready.toString()).isEqualTo(2);
        var item = clerk.get("/api/v1/imports/" + id + "/items/1").body();
        assertThat(item.at("/person/birth").asString()).isEqualTo("1966-10");
        clerk.post("/api/v1/imports/" + id + "/writings", Map.of());
        assertThat(waited(id).at("/counts/written").asInt()).isEqualTo(2);

        var again = pasted(text);
        assertThat(again.path("state").asString()).isEqualTo("ready");
        assertThat(again.at("/counts/same").asInt()).as(again.toString()).isEqualTo(2);
        assertThat(clerk.put("/api/v1/imports/" + id + "/sheets", said).code()).isEqualTo("written-already");
    }

    @Test
    void twoColumnsOfOneMeaningAreRefused() throws InterruptedException {
        var batch = pasted("姓名\t甲\t乙\n蒲示意\t一\t二\n");
        var id = batch.path("id").asString();
        var columns = Map.of("0", "name", "1", "health", "2", "health");
        var said =
                Map.of("sheets", List.of(Map.of("file", "粘贴的内容.tsv", "number", 0, "chosen", true, "columns", columns)));
        assertThat(clerk.put("/api/v1/imports/" + id + "/sheets", said).code()).isEqualTo("bad-mapping");
    }

    @Test
    void aNumberOfTheStatisticsIsTheLengthOfItsList() throws InterruptedException {
        aPastedBlockIsWritten();
        for (var kind : clerk.get("/api/v1/statistics").body()) {
            var table = clerk.get("/api/v1/statistics/" + kind.path("code").asString())
                    .body();
            var parts = new java.util.ArrayList<JsonNode>();
            table.path("columns").forEach(group -> group.path("parts").forEach(parts::add));
            var cells = table.path("cells");
            if (java.util.Set.of("unit", "county")
                    .contains(table.at("/rows/code").asString())) {
                int sum = 0;
                for (int row = 1; row < cells.size(); row++)
                    sum += cells.get(row).get(0).asInt();
                assertThat(sum)
                        .as(table.path("name") + "：各行之和")
                        .isEqualTo(cells.get(0).get(0).asInt());
            }
            for (int row = 0; row < cells.size(); row++) {
                for (int i = 0; i < cells.get(row).size(); i += 5) {
                    var all = new java.util.ArrayList<JsonNode>();
                    if (!table.path("base").isNull()) all.add(table.path("base"));
                    if (row > 0) all.add(table.at("/rows/parts/" + (row - 1) + "/condition"));
                    if (i > 0) all.add(parts.get(i - 1).path("condition"));
                    var asked = new java.util.HashMap<String, Object>();
                    if (!all.isEmpty()) asked.put("condition", Map.of("all", all));
                    var found = clerk.post("/api/v1/people/searches", asked).body();
                    assertThat(cells.get(row).get(i).asInt())
                            .as(table.path("name") + " " + row + " " + i)
                            .isEqualTo(found.at("/heaps/met").asInt());
                }
            }
        }
        var book = clerk.get("/api/v1/statistics/workbooks/all");
        assertThat(book.status()).isEqualTo(200);
    }

    private void aPastedBlockIsWritten() throws InterruptedException {
        var text = new StringBuilder("姓名\t性别\t出生年月\t身份证号\t政治面貌\t民族\t职级\n");
        for (int i = 0; i < 12; i++)
            text.append("谷示")
                    .append((char) ('甲' + i))
                    .append(i % 2 == 0 ? "\t男\t" : "\t女\t")
                    .append(1970 + i)
                    .append(".03\t")
                    .append(Sheaf.number(1970 + i + "0312", 20 + 2 * i + (i % 2 == 0 ? 1 : 0)))
                    .append(i % 3 == 0 ? "\t民盟" : "\t中共党员")
                    .append(i % 4 == 0 ? "\t白族" : "\t汉")
                    .append("\t四级调研员\n");
        var id = pasted(text.toString()).path("id").asString();
        clerk.post("/api/v1/imports/" + id + "/examinations", Map.of());
        waited(id);
        clerk.post("/api/v1/imports/" + id + "/writings", Map.of());
        assertThat(waited(id).at("/counts/written").asInt()).isEqualTo(12);
    }

    private String examined(String text) throws InterruptedException {
        var id = pasted(text).path("id").asString();
        clerk.post("/api/v1/imports/" + id + "/examinations", Map.of());
        waited(id);
        return id;
    }

    private void written(String id) throws InterruptedException {
        clerk.post("/api/v1/imports/" + id + "/writings", Map.of());
        assertThat(waited(id).at("/counts/written").asInt()).isOne();
    }

    private static String posted(String post, String since) {
        return "姓名\t出生年月\t身份证号\t现任职务\t任现职时间\n龚示例\t1970.03\t" + Sheaf.number("19700321", 71) + "\t" + post + "\t" + since
                + "\n";
    }

    @Test
    void aNewPostIsTakenWithOneDecisionAndTheOldOneEndsWithIt() throws InterruptedException {
        written(examined(posted("示例市水务局副局长，示例市河长办主任", "2019.05")));
        var id = examined(posted("示例市财政局局长", "2024.03"));
        var path = "/api/v1/imports/" + id + "/items/1";
        var item = clerk.get(path).body();
        assertThat(item.at("/offers/0").asString()).as(item.toString()).isEqualTo("post.follows");

        var taken = clerk.put(path + "/choice", Map.of("adopted", List.of("post.follows")))
                .body();
        assertThat(taken.path("changes").findValuesAsString("field")).containsExactly("currentPost", "postSince");
        assertThat(taken.path("problems")).isEmpty();
        assertThat(taken.at("/offers/0").asString()).isEqualTo("post.follows");
        var back = clerk.put(path + "/choice", Map.of("adopted", List.of())).body();
        assertThat(back.path("changes").findValuesAsString("field")).containsExactly("currentPost");

        clerk.put(path + "/choice", Map.of("adopted", List.of("post.follows")));
        written(id);
        var person = item.path("personId").asString();
        assertThat(clerk.get("/api/v1/people/" + person).body().toString()).contains("示例市财政局局长");
        assertThat(clerk.get("/api/v1/people/" + person + "/differences").body())
                .isEmpty();
        var same = examined(posted("示例市财政局局长", "2024.03"));
        assertThat(clerk.get("/api/v1/imports/" + same)
                        .body()
                        .at("/counts/same")
                        .asInt())
                .isOne();
    }

    @Test
    void rostersInAZipAreReadBesideTheFormsInIt() throws IOException, InterruptedException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("市直/花名册.csv"));
            zip.write(("姓名,性别,出生年月,身份证号\n桑示例,男,1970.03,\t" + Sheaf.number("19700323", 81) + "\n桑示样,女,1971.03,\t"
                            + Sheaf.number("19710323", 82) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("市直/任免表.lrmx"));
            zip.write(Sheaf.plain(1).getFirst().getBytes(StandardCharsets.UTF_8));
        }
        var id = clerk.upload("/api/v1/imports", Map.of("一批.zip", zipped.toByteArray()))
                .body()
                .path("id")
                .asString();
        waited(id);
        var sheets = clerk.get("/api/v1/imports/" + id + "/sheets").body();
        assertThat(sheets.findValuesAsString("file")).containsExactly("一批.zip：市直／花名册.csv");
        clerk.post("/api/v1/imports/" + id + "/examinations", Map.of());
        var ready = waited(id);
        assertThat(ready.at("/counts/new").asInt()).as(ready.toString()).isEqualTo(3);
        var items = clerk.get("/api/v1/imports/" + id + "/items").body().path("items");
        assertThat(items.findValuesAsString("name")).containsExactly("宋甲甲", "桑示例", "桑示样");

        // Settled one by one, a row is read again out of the zip.
        for (int number = 1; number <= 3; number++) {
            var path = "/api/v1/imports/" + id + "/items/" + number;
            var settled = clerk.put(path + "/choice", Map.of("asNew", true)).body();
            assertThat(settled.path("status").asString()).as(settled.toString()).isEqualTo("new");
        }
        clerk.post("/api/v1/imports/" + id + "/writings", Map.of());
        assertThat(waited(id).at("/counts/written").asInt()).isEqualTo(3);
    }

    @Test
    void relativesATableDoesNotNameStayUntilSomebodyTakesItForTheWhole() throws InterruptedException {
        var head = "姓名\t身份证号\t出生年月\t称谓\t姓名\t出生年月\t政治面貌\t工作单位及职务\n";
        var number = Sheaf.number("19700322", 73);
        var person = "龚示样\t" + number + "\t1970.03\t";
        written(examined(head + person + "妻子\t赵示例\t1972.05\t群众\t示例小学教师\n\t\t\t儿子\t龚小例\t1999.08\t共青团员\t示例大学学生\n" + person
                + "父亲\t龚老例\t1940.02\t\t已去世\n"));
        // the son stands beside no name: nobody has said whose he is
        var id = examined(head + person + "妻子\t赵示例\t\t中共党员\t\n");
        var path = "/api/v1/imports/" + id + "/items/1";
        var item = clerk.get(path).body();
        assertThat(item.at("/offers/0").asString()).as(item.toString()).isEqualTo("family.others");
        var kept = item.at("/changes/0/now");
        assertThat(kept.findValuesAsString("name")).containsExactly("赵示例", "龚老例");
        assertThat(kept.get(0).path("party").asString()).isEqualTo("中共党员");
        assertThat(kept.get(0).path("birth").asString()).isEqualTo("1972-05");

        var whole = clerk.put(path + "/choice", Map.of("adopted", List.of("family.others")))
                .body();
        assertThat(whole.at("/changes/0/now").findValuesAsString("name")).containsExactly("赵示例");
        written(id);
    }

    @Test
    void aColleagueWhoReadsNoFamilyIsNotToldThereThatThereIsMoreOfIt() throws InterruptedException {
        var person = "龚示意\t" + Sheaf.number("19700322", 75) + "\t1970.03\t";
        written(examined(
                "姓名\t身份证号\t出生年月\t称谓\t姓名\t出生年月\n" + person + "妻子\t赵示例\t1972.05\n" + person + "儿子\t龚小意\t1999.08\n"));
        var id = examined("姓名\t身份证号\t出生年月\t称谓\t姓名\t出生年月\n" + person + "妻子\t赵示例\t1972.06\n");
        var path = "/api/v1/imports/" + id + "/items/1";
        var batch = UUID.fromString(id);
        var whole = new Settlement(false, false, null, List.of(), List.of("family.others"));
        var colleague = withoutFamily();
        assertThat(clerk.get(path).body().path("offers").toString()).contains("family.others");
        assertThat(told(colleague, batch)).doesNotContain("family.others", "库中另有");

        batches.settle(colleague, batch, 1, whole, false);
        assertThat(clerk.get(path).body().path("adopted")).isEmpty();

        clerk.put(path + "/choice", Map.of("adopted", List.of("family.others")));
        assertThat(told(colleague, batch)).doesNotContain("family.others", "库中另有");
        batches.settle(colleague, batch, 1, new Settlement(true, false, null, List.of(), List.of()), false);
        assertThat(clerk.get(path).body().path("adopted").toString())
                .as("what somebody entitled decided stands")
                .contains("family.others");
    }

    /** Wherever a batch tells of its problems. */
    private String told(Signed who, UUID batch) {
        var words = new StringWriter();
        var report = ProblemReport.begin(words);
        batches.each(who, batch, report::add);
        batches.items(who, batch, null, 0, 10).forEach(each -> words.write(each.problems()));
        var item = batches.item(who, batch, 1);
        return words + item.problems() + item.offers() + item.adopted();
    }

    private static Signed withoutFamily() {
        var chapters = EnumSet.complementOf(EnumSet.of(Chapter.FAMILY));
        var role = new Role("clerk", "经办", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(Ids.next(), null, List.of(role), DEPARTMENT, List.of(everywhere), Set.of());
        return new Signed(sight.account(), "clerk", "clerk", null, false, sight, null);
    }

    @Test
    void numbersOfSeatsAreTheLengthOfTheirLists() {
        var teams = clerk.get("/api/v1/staffing-tables/four-teams").body();
        assertThat(teams.path("rows").get(0).path("label").asString()).isEqualTo("合计");
        assertThat(clerk.get("/api/v1/staffing-tables/establishment").status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/staffing-tables/nothing").code()).isEqualTo("no-statistic");
        assertThat(clerk.get("/api/v1/staffing-tables/four-teams/seats?what=NOTHING")
                        .code())
                .isEqualTo("no-statistic");
        assertThat(clerk.post("/api/v1/staffing-tables/files", Map.of()).code()).isEqualTo("purpose-required");
        assertThat(clerk.post("/api/v1/staffing-tables/files?purpose=P05", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void layoutsAreKeptSharedAndNamedOnce() {
        var layout = Map.of("name", "水务名册", "columns", List.of("n", "name", "birth"));
        var kept = clerk.post("/api/v1/rosters/layouts", Map.of("layout", layout, "shared", true));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(clerk.post("/api/v1/rosters/layouts", Map.of("layout", layout))
                        .code())
                .isEqualTo("same-name");
        assertThat(clerk.post(
                                "/api/v1/rosters/layouts",
                                Map.of("layout", Map.of("name", "x", "columns", List.of("nothing"))))
                        .code())
                .isEqualTo("unknown-column");
        var names = clerk.get("/api/v1/rosters/layouts").body().findValuesAsString("name");
        assertThat(names).contains("干部名册", "拟任免人员名册", "考察对象一览表", "水务名册");
        assertThat(clerk.delete("/api/v1/rosters/layouts/"
                                + kept.body().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(clerk.get("/api/v1/rosters/template").raw().headers().firstValue("Content-Disposition"))
                .isPresent();
    }
}
