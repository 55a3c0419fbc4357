package huoshui.interchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.ServerTest;
import huoshui.TestDump;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Reach;
import huoshui.access.Staff;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.dossier.search.SavedLists;
import huoshui.interchange.Batches;
import huoshui.interchange.Batches.Settlement;
import huoshui.interchange.Sheaf;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralWriter;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Sm3;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@DisplayName("导入批次：收下、核对、认定、写入、撤销")
class ImportPagesTests {

    static final UUID DEPARTMENT = Ids.next();
    static @Nullable Staff staff;
    static int people = 600;

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
    final Visitor leader;
    final JdbcClient jdbc;
    final Accounts accounts;
    final SavedLists lists;
    final int port;

    @Value("${huoshui.data}")
    Path data = Path.of("");

    ImportPagesTests(
            @LocalServerPort int port,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired SavedLists lists,
            @Autowired JdbcClient jdbc) {
        this.accounts = accounts;
        this.lists = lists;
        this.port = port;
        this.jdbc = jdbc;
        if (staff == null) {
            staff = new Staff(accounts, grants);
            staff.open("clerk", DEPARTMENT, null, "cadre-section");
            staff.open("leader", DEPARTMENT, null, "department-leader");
            staff.open("keeper", DEPARTMENT, null, "information-section");
            staff.open("stranger", Ids.next(), null, "cadre-section");
        }
        clerk = new Visitor(port);
        leader = new Visitor(port);
    }

    @BeforeEach
    void signIn() {
        clerk.signIn("clerk", Staff.PASSWORD);
    }

    @Test
    void aBatchIsExaminedWithoutWritingAndThenWrittenAndTakenBack() {
        var files = files(3);
        files.put("坏.lrmx", "<Person><XingMing>半".getBytes(StandardCharsets.UTF_8));
        var batch = received(files);
        assertThat(batch.path("state").asString()).isEqualTo("ready");
        assertThat(batch.at("/counts/new").asInt()).isEqualTo(3);
        assertThat(batch.at("/counts/refused").asInt()).isOne();
        long before = facts();

        var id = batch.path("id").asString();
        var written = waited(
                clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(written.at("/counts/written").asInt()).isEqualTo(3);
        assertThat(facts()).isGreaterThan(before);
        assertThat(waited(clerk.post("/api/v1/imports/" + id + "/examinations", Map.of())
                                .body())
                        .at("/counts/written")
                        .asInt())
                .isEqualTo(3);

        assertThat(clerk.delete("/api/v1/imports/" + id).code()).isEqualTo("written-already");
        assertThat(clerk.post("/api/v1/imports/" + id + "/reversals", Map.of("reason", ""))
                        .code())
                .isEqualTo("reason-required");
        var back = waited(clerk.post("/api/v1/imports/" + id + "/reversals", Map.of("reason", "传错了一批"))
                .body());
        assertThat(back.at("/counts/taken-back").asInt()).isEqualTo(3);
        assertThat(current()).isEqualTo(0);
    }

    @Test
    void whatAFormSaysIsSealedInTheBatchAsItIsInTheDossier() {
        var form = Sheaf.with(form(), "JianKangZhuangKuang", "慢性病密存词");
        var batch = received(Map.of("密存.lrmx", bytes(form)));
        assertThat(TestDump.of(jdbc)).doesNotContain("慢性病密存词");

        var item = clerk.get("/api/v1/imports/" + batch.path("id").asString() + "/items/1");
        assertThat(item.body().toString()).contains("慢性病密存词");
        write(Map.of("密存.lrmx", bytes(form)));
        assertThat(TestDump.of(jdbc)).doesNotContain("慢性病密存词");
    }

    @Test
    void aKeptFieldIsNotWrittenAndTheOthersAre() {
        var form = form();
        write(Map.of("a.lrmx", bytes(form)));
        var changed = Sheaf.with(Sheaf.with(form, "JianKangZhuangKuang", "一般"), "JiGuan", "山东示范");
        var batch = received(Map.of("b.lrmx", bytes(changed)));
        var id = batch.path("id").asString();
        var item = clerk.get("/api/v1/imports/" + id + "/items/1").body();
        assertThat(item.path("status").asString()).isEqualTo("changed");
        assertThat(item.path("changes").findValuesAsString("field")).containsExactlyInAnyOrder("health", "nativePlace");

        clerk.put("/api/v1/imports/" + id + "/items/1/choice", Map.of("kept", List.of("nativePlace")));
        waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());

        var again = received(Map.of("b.lrmx", bytes(changed)));
        var left = clerk.get("/api/v1/imports/" + again.path("id").asString() + "/items/1")
                .body();
        assertThat(left.path("changes").findValuesAsString("field")).containsExactly("nativePlace");
        undo(id);
    }

    @Test
    void aNamesakeIsSettledByAHumanAndThenWritten() {
        var form = form();
        write(Map.of("a.lrmx", bytes(form)));
        var unknown = Sheaf.with(Sheaf.with(form, "ShenFenZheng", ""), "JianKangZhuangKuang", "较差");
        var id = received(Map.of("b.lrmx", bytes(unknown))).path("id").asString();
        var item = clerk.get("/api/v1/imports/" + id + "/items/1").body();
        assertThat(item.path("status").asString()).isEqualTo("doubtful");
        assertThat(item.path("candidates")).hasSize(1);
        assertThat(item.at("/candidates/0/same").size()).isGreaterThan(1);
        assertThat(waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of())
                                .body())
                        .at("/counts/written")
                        .asInt())
                .isZero();

        var person = item.at("/candidates/0/id").asString();
        assertThat(clerk.put("/api/v1/imports/" + id + "/items/1/choice", Map.of("person", UUID.randomUUID()))
                        .code())
                .isEqualTo("not-a-candidate");
        var settled = clerk.put("/api/v1/imports/" + id + "/items/1/choice", Map.of("person", person))
                .body();
        assertThat(settled.path("status").asString()).isEqualTo("changed");
        var done = waited(
                clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(done.at("/counts/written").asInt()).isOne();
    }

    @Test
    void oneOfAPackageIsSettledAndWrittenAloneWithTheColumnsNoFactCarries() throws Exception {
        var form = form();
        write(Map.of("a.lrmx", bytes(form)));
        var name = form.replaceFirst("(?s).*?<XingMing>(.*?)</XingMing>.*", "$1");
        var out = new java.io.ByteArrayOutputStream();
        try (var writer = new GeneralWriter(out, GeneralWriter.Extent.WHOLE)) {
            for (int i = 1; i <= 60; i++) writer.person(stranger("P" + i, i == 41 ? name : "周示" + i), null);
            writer.finish(GeneralManifest.made("20260601", Map.of()));
        }
        var id = received(Map.of("b.zip", out.toByteArray())).path("id").asString();
        var item = clerk.get("/api/v1/imports/" + id + "/items/41").body();
        assertThat(item.path("status").asString()).isEqualTo("doubtful");
        var person = item.at("/candidates/0/id").asString();

        clerk.put("/api/v1/imports/" + id + "/items/41/choice", Map.of("person", person));
        var done = waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of("items", List.of(41)))
                .body());

        assertThat(done.at("/counts/written").asInt()).isOne();
        assertThat(jdbc.sql("select count(*) from dossier.fact where kind = 'unplaced' and subject = :person::uuid")
                        .param("person", person)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void newUnitsAreListedBeforeAnythingIsWrittenAndGoWithTheBatchWhereNobodyUsesThem() throws Exception {
        clerk.signIn("keeper", Staff.PASSWORD);
        var first = received(Map.of("units.zip", packed("U.1", "冯来示", true)));
        var id = first.path("id").asString();
        var units = clerk.get("/api/v1/imports/" + id + "/units").body();

        assertThat(units.findValuesAsString("name")).containsExactly("示例甲局", "示例乙局", "示例乙局办公室");
        assertThat(units.findValuesAsString("status")).containsOnly("new");
        assertThat(units.at("/0/figures/0/number").asInt()).isEqualTo(5);
        assertThat(units.at("/2/under").asString()).isEqualTo("示例乙局");
        assertThat(standing()).isZero();

        waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(standing()).isEqualTo(3);
        assertThat(clerk.get("/api/v1/imports/" + id + "/units")
                        .body()
                        .at("/0/unit")
                        .isNull())
                .isFalse();
        write(Map.of("more.zip", packed("U.1", "冯后示", false)));

        var back = waited(clerk.post("/api/v1/imports/" + id + "/reversals", Map.of("reason", "传错了一批"))
                .body());
        assertThat(back.path("note").asString()).contains("新增机构撤销 2 个", "另有 1 个已在使用");
        assertThat(clerk.get("/api/v1/imports/" + id + "/units").body().findValuesAsString("status"))
                .containsExactly("new", "taken-back", "taken-back");
        assertThat(standing()).isOne();
    }

    /** Units of ours that count as standing. */
    private long standing() {
        return jdbc.sql(
                        "select count(*) from org.fact where kind = 'unit' and known_to is null and body ->> 'name' like '示例%局%'")
                .query(Long.class)
                .single();
    }

    private static byte[] packed(String unit, String name, boolean units) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var writer = new GeneralWriter(out, GeneralWriter.Extent.WHOLE)) {
            if (units) {
                writer.unit(Map.of("B0111", "U.1", "B0101", "示例甲局", "B0121", "-1", "B0185", "5"));
                writer.unit(Map.of("B0111", "U.2", "B0101", "示例乙局", "B0121", "-1"));
                writer.unit(Map.of("B0111", "U.2.1", "B0101", "示例乙局办公室"));
            }
            var post = Map.of("A0000", name, "A0201A", "示例甲局", "A0201B", unit, "A0215A", "科员", "A0243", "201507");
            var basics = Map.of("A0000", name, "A0101", name, "A0104", "1", "A0107", "196002");
            writer.person(new GeneralPerson(name, Map.of("A01", List.of(basics), "A02", List.of(post))), null);
            writer.finish(GeneralManifest.made("20260601", Map.of()));
        }
        return out.toByteArray();
    }

    private static GeneralPerson stranger(String key, String name) {
        return new GeneralPerson(
                key,
                Map.of(
                        "A01",
                        List.of(Map.of("A0000", key, "A0101", name, "A0104", "1", "A0107", "196001")),
                        "A02",
                        List.of(Map.of(
                                "A0000", key, "A0201A", "示例市水务局", "A0215A", "科员", "A0243", "199007", "A0251B", "委任"))));
    }

    @Test
    void whatWasChangedMeanwhileIsShownAndNotWrittenOver() {
        var form = form();
        write(Map.of("a.lrmx", bytes(form)));
        var mine = received(Map.of("b.lrmx", bytes(Sheaf.with(form, "JianKangZhuangKuang", "一般"))));
        write(Map.of("c.lrmx", bytes(Sheaf.with(form, "JianKangZhuangKuang", "较差"))));

        var id = mine.path("id").asString();
        var done = waited(
                clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(done.at("/counts/written").asInt()).isZero();
        var item = clerk.get("/api/v1/imports/" + id + "/items/1").body();
        assertThat(item.at("/problems").findValuesAsString("code")).contains("conflict.meanwhile");
        assertThat(item.at("/changes/0/was").asString()).isEqualTo("较差");
        assertThat(item.path("open")).isNotEmpty();
        clerk.put("/api/v1/imports/" + id + "/items/1/choice", Map.of("adopted", List.of("health")));
        assertThat(waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of())
                                .body())
                        .at("/counts/written")
                        .asInt())
                .isOne();
    }

    @Test
    void theReportIsASheetWhoseCellsAreNoFormulas() {
        var id = received(Map.of("=cmd.lrmx", "<Person><XingMing>".getBytes(StandardCharsets.UTF_8)))
                .path("id")
                .asString();
        var sheet = clerk.get("/api/v1/imports/" + id + "/report").raw().body();

        assertThat(sheet).startsWith("\uFEFF\"文件\"").contains("\"'=cmd.lrmx\"");
        assertThat(clerk.delete("/api/v1/imports/" + id).status()).isEqualTo(204);
        assertThat(clerk.get("/api/v1/imports/" + id).code()).isEqualTo("no-batch");
    }

    @Test
    void theReportTellsNobodyOfThemselves() {
        var form = form();
        var name = form.replaceFirst("(?s).*?<XingMing>(.*?)</XingMing>.*", "$1");
        var written = received(Map.of("本人.lrmx", bytes(form)));
        waited(clerk.post("/api/v1/imports/" + written.path("id").asString() + "/writings", Map.of())
                .body());
        var person = jdbc.sql("select person::text from interchange.item where batch = ?::uuid and name = ?")
                .param(written.path("id").asString())
                .param(name)
                .query(String.class)
                .single();
        requireStaff().open("oneself", DEPARTMENT, UUID.fromString(person), "cadre-section");
        var oneself = new Visitor(port);
        oneself.signIn("oneself", Staff.PASSWORD);

        var again = received(Map.of("再来.lrmx", bytes(Sheaf.with(form, "ShenFenZheng", "123"))));
        var address = "/api/v1/imports/" + again.path("id").asString();
        assertThat(clerk.get(address + "/report").raw().body()).contains(name, "再来", "不是 18 位");
        assertThat(oneself.get(address + "/report").raw().body()).contains("回避").doesNotContain(name, "再来", "不是 18 位");
        assertThat(oneself.get(address + "/items").body().toString()).doesNotContain(name, "再来");
        assertThat(oneself.get(address + "/items/1").code()).isEqualTo("sight.kin");
    }

    private static Staff requireStaff() {
        return java.util.Objects.requireNonNull(staff);
    }

    @Test
    void aBatchOfAnotherUnitIsNotFound() {
        var id = received(files(1)).path("id").asString();
        var stranger = new Visitor(port);
        stranger.signIn("stranger", Staff.PASSWORD);

        assertThat(stranger.get("/api/v1/imports/" + id).code()).isEqualTo("no-batch");
        assertThat(stranger.post("/api/v1/imports/" + id + "/writings", Map.of())
                        .code())
                .isEqualTo("no-batch");
        assertThat(stranger.get("/api/v1/imports").body()).isEmpty();
    }

    @Test
    void manyPeopleGoOutOnlyAfterASecondPersonAgreedAndOnlyOnce() {
        write(files(21));
        var few = people().subList(0, 2);
        assertThat(clerk.post("/api/v1/exports", Map.of("people", few)).code()).isEqualTo("purpose-required");
        assertThat(clerk.post("/api/v1/exports", Map.of("people", few, "purpose", "P03"))
                        .status())
                .isEqualTo(200);

        var asked = clerk.post("/api/v1/exports", Map.of("people", people().subList(0, 21), "purpose", "P08"));
        assertThat(asked.status()).isEqualTo(202);
        var id = asked.body().path("approval").asString();
        assertThat(clerk.post("/api/v1/exports/" + id + "/files", Map.of()).code())
                .isEqualTo("approval-pending");
        leader.signIn("leader", Staff.PASSWORD);
        assertThat(leader.post("/api/v1/approvals/" + id + "/decisions", Map.of("agreed", true))
                        .status())
                .isEqualTo(200);
        assertThat(clerk.post("/api/v1/exports/" + id + "/files", Map.of()).status())
                .isEqualTo(200);
        assertThat(clerk.post("/api/v1/exports/" + id + "/files", Map.of()).code())
                .isEqualTo("approval-required");
    }

    @Test
    void aWordOnAllAlikeIsKeptOfAllOrOfNoneAndTheJournalHasWhatWasKept(
            @Autowired Batches batches, @Autowired Journal journal) {
        var files = files(3);
        write(files);
        files.replaceAll((name, form) ->
                bytes(Sheaf.with(new String(form, StandardCharsets.UTF_8), "JianKangZhuangKuang", "良好（示例）")));
        var batch = received(files);
        assertThat(batch.at("/counts/changed").asInt()).as(batch.toString()).isEqualTo(3);
        var id = UUID.fromString(batch.path("id").asString());
        var who = accounts.authenticate("clerk", Staff.PASSWORD, null);
        var said = new Settlement(false, false, null, List.of("health"), List.of());

        jdbc.sql("""
                        create function interchange.refuse() returns trigger language plpgsql as
                        $$ begin raise exception 'not this one'; end $$""").update();
        jdbc.sql("""
                        create trigger refusing before update on interchange.item for each row when (new.number = 3)
                        execute function interchange.refuse()""").update();
        assertThatThrownBy(() -> batches.settle(who, id, 1, said, true)).isInstanceOf(DataAccessException.class);
        jdbc.sql("drop trigger refusing on interchange.item").update();
        jdbc.sql("drop function interchange.refuse()").update();
        assertThat(batches.items(who, id, null, 0, 10))
                .allMatch(each -> each.kept().isEmpty());

        batches.settle(who, id, 1, said, true);

        assertThat(batches.items(who, id, null, 0, 10))
                .allMatch(each -> each.kept().equals(List.of("health")));
        var word = new Canonical().add("choice").add(id);
        for (int i = 1; i <= 3; i++)
            word.add(i).add("open").add((UUID) null).add("health").add("");
        var entry = journal.page(new JournalQuery(null, null, who.account(), Verb.ADMINISTER, null, null, 1))
                .getFirst();
        assertThat(entry.digest()).isEqualTo(Sm3.of(entry.salt(), word.bytes()));
    }

    @Test
    void aFormSentAloneBearsItsMarkAfterItsEndAndComesInAgainUnchanged() {
        write(files(1));
        var sent = clerk.post("/api/v1/exports", Map.of("people", people().subList(0, 1), "purpose", "P03"));
        var form = sent.raw().body();
        assertThat(form).matches("(?s).*</Person>\\s*<!-- 导出人：.*操作留痕：第 \\d+.* -->\\s*");
        var again = received(Map.of("again.lrmx", form.getBytes(StandardCharsets.UTF_8)));
        assertThat(again.path("counts").path("same").asInt())
                .as(again.toString())
                .isOne();
    }

    @Test
    void aPackageOfTheStandardListsIsAskedForAndAgreedToAsSuch() {
        write(files(21));
        var few = Map.of("people", people().subList(0, 2), "format", "tongyong", "extent", "half", "purpose", "P03");
        assertThat(clerk.post("/api/v1/exports", few).code()).isEqualTo("extent");
        var wish =
                Map.of("people", people().subList(0, 21), "format", "tongyong", "extent", "standard", "purpose", "P08");
        var asked = clerk.post("/api/v1/exports", wish).body();
        assertThat(asked.path("summary").asString()).contains("标准范围");
        var id = asked.path("approval").asString();
        leader.signIn("leader", Staff.PASSWORD);
        leader.post("/api/v1/approvals/" + id + "/decisions", Map.of("agreed", true));
        var taken = clerk.post("/api/v1/exports/" + id + "/files", Map.of());
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
        assertThat(taken.raw().headers().firstValue("Content-Disposition").orElseThrow())
                .contains(URLEncoder.encode("标准范围", StandardCharsets.UTF_8));
    }

    @Test
    void aFormForSubmissionIsRefusedWithEachBoxThatIsTooLongAndOtherExportsKeepAllWords() {
        var form = Sheaf.with(Sheaf.plain(97).getLast(), "RenMianLiYou", "按".repeat(600));
        write(Map.of("long.lrmx", form.getBytes(StandardCharsets.UTF_8)));
        var name = form.replaceAll("(?s).*<XingMing>(.*?)</XingMing>.*?<XingBie>.*", "$1");
        var found = clerk.post("/api/v1/people/searches", Map.of("text", name)).body();
        var person = found.path("items").path(0).path("id").asString();

        var refused =
                clerk.post("/api/v1/exports", Map.of("people", List.of(person), "submission", true, "purpose", "P03"));
        assertThat(refused.code()).isEqualTo("form-over");
        assertThat(refused.body().path("detail").asString()).contains("“任免理由”600 字，限 552 字");
        assertThat(refused.body().path("faults").path(0).path("most").asInt()).isEqualTo(552);
        assertThat(clerk.post("/api/v1/exports", Map.of("people", List.of(person), "submission", true))
                        .code())
                .isEqualTo("purpose-required");
        assertThat(clerk.post("/api/v1/exports", Map.of("people", List.of(person), "purpose", "P03"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasAskedForAsOneDocumentComesAsOneAfterTheSecondPersonAgreed() {
        write(files(21));
        var wish = Map.of("people", people().subList(0, 21), "format", "pdf", "bound", true, "purpose", "P08");
        var id = clerk.post("/api/v1/exports", wish).body().path("approval").asString();
        leader.signIn("leader", Staff.PASSWORD);
        leader.post("/api/v1/approvals/" + id + "/decisions", Map.of("agreed", true));

        var taken = clerk.post("/api/v1/exports/" + id + "/files", Map.of());

        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(200);
        assertThat(taken.raw().headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".pdf");
        assertThat(taken.raw().body()).startsWith("%PDF-");
    }

    @Test
    void aSavedListGoesOutByItsNameAndWhatThePageShowsGoesOutAsShown() {
        write(files(2));
        var few = people().subList(0, 2);
        var saved = clerk.post("/api/v1/lists", Map.of("name", "拟呈报", "people", few));
        var list = saved.body().path("id").asString();
        assertThat(clerk.post("/api/v1/exports/counts", Map.of("list", list))
                        .body()
                        .path("people")
                        .asInt())
                .isEqualTo(2);
        assertThat(clerk.post("/api/v1/exports", Map.of("list", list, "purpose", "P03"))
                        .status())
                .isEqualTo(200);
        assertThat(clerk.post("/api/v1/exports", Map.of("list", list, "purpose", "呈报常委会"))
                        .code())
                .isEqualTo("unknown-purpose");
        var condition = Map.of("field", "name", "op", "is", "value", "查无此人");
        var shown = Map.of("list", list, "shown", Map.of("condition", condition), "purpose", "P03");
        assertThat(clerk.post("/api/v1/exports", shown).code()).isEqualTo("nobody");
        var stranger = new Visitor(port);
        stranger.signIn("stranger", Staff.PASSWORD);
        assertThat(stranger.post("/api/v1/exports/counts", Map.of("list", list)).code())
                .isEqualTo("no-list");

        var who = accounts.authenticate("clerk", Staff.PASSWORD, null);
        assertThat(lists.named(who, "拟呈报").id()).isEqualTo(UUID.fromString(list));
        assertThatThrownBy(() -> lists.named(who, "没有这份")).hasMessageContaining("没有这份");
        clerk.post("/api/v1/lists", Map.of("name", "拟呈报", "people", few));
        assertThatThrownBy(() -> lists.named(who, "拟呈报")).hasMessageContaining("2 份");
    }

    @Test
    void aWholeFolderComesAsOneUpload() {
        var files = files(120);
        var long_ = "干部任免审批表".repeat(20) + ".lrmx";
        files.put(long_, bytes(form()));
        var id = received(files);
        assertThat(id.at("/counts/new").asInt()).isEqualTo(121);
        clerk.delete("/api/v1/imports/" + id.path("id").asString());
    }

    @Test
    void withAnErasureGoesWhatImportsKeptOfThePersonAndTheUploadsItCameIn() {
        var form = Sheaf.with(form(), "JianKangZhuangKuang", "慢性病抹除词");
        var name = form.replaceFirst("(?s).*?<XingMing>(.*?)</XingMing>.*", "$1");
        var written = received(Map.of(name + ".lrmx", bytes(form), "同来.lrmx", bytes(form())));
        var id = written.path("id").asString();
        waited(clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        var waiting = received(Map.of("再来.lrmx", bytes(form), "别人.lrmx", bytes(form())));
        var again = waiting.path("id").asString();
        var unrelated = received(files(1)).path("id").asString();
        var person = jdbc.sql("select person::text from interchange.item where batch = ?::uuid and name = ?")
                .param(id)
                .param(name)
                .query(String.class)
                .single();

        erase(person, "health");

        for (var each : List.of(id, again)) {
            var said = clerk.get("/api/v1/imports/" + each).body() + " "
                    + clerk.get("/api/v1/imports/" + each + "/items").body() + " "
                    + clerk.get("/api/v1/imports/" + each + "/report").raw().body();
            assertThat(said).doesNotContain("慢性病抹除词", name).contains("依规抹除");
            assertThat(data.resolve("uploads").resolve(each)).doesNotExist();
            assertThat(clerk.post("/api/v1/imports/" + each + "/writings", Map.of())
                            .code())
                    .isEqualTo("emptied");
            assertThat(clerk.post("/api/v1/imports/" + each + "/examinations", Map.of())
                            .code())
                    .isEqualTo("emptied");
        }
        assertThat(sealedTexts(person)).isZero();
        assertThat(clerk.get("/api/v1/imports/" + id)
                        .body()
                        .at("/counts/written")
                        .asInt())
                .as("what was written stays written")
                .isEqualTo(2);
        assertThat(clerk.get("/api/v1/imports/" + again)
                        .body()
                        .at("/counts/ready")
                        .asInt())
                .as("nothing is left to be written from files that are gone")
                .isZero();
        assertThat(waited(clerk.post("/api/v1/imports/" + unrelated + "/writings", Map.of())
                                .body())
                        .at("/counts/written")
                        .asInt())
                .isOne();
    }

    @Test
    void whatOnlyMayBeThePersonsGoesWhereTheTwoWhoEraseSaySo() {
        var form = form();
        var name = form.replaceFirst("(?s).*?<XingMing>(.*?)</XingMing>.*", "$1");
        var number = form.replaceFirst("(?s).*?<ShenFenZheng>(.*?)</ShenFenZheng>.*", "$1");
        var unread = bytes("<Person><XingMing>半");
        var namesake = Sheaf.with(Sheaf.with(form(), "XingMing", name), "ShenFenZheng", "");
        write(Map.of("本人.lrmx", bytes(form)));
        var longer = received(Map.of(name + "丰.lrmx", unread)).path("id").asString();
        var called = received(Map.of(name + ".lrmx", unread)).path("id").asString();
        var numbered = received(Map.of(number + ".lrmx", unread)).path("id").asString();
        var same = received(Map.of("同名.lrmx", bytes(Sheaf.with(namesake, "ChuShengNianYue", "197501"))))
                .path("id")
                .asString();
        var person = jdbc.sql("select person::text from interchange.item where name = ? and outcome = 'written'")
                .param(name)
                .query(String.class)
                .single();

        var copies = clerk.get("/api/v1/people/" + person + "/copies").body();
        assertThat(copies.findValuesAsString("called"))
                .as(copies.toString())
                .containsExactlyInAnyOrder(name + "丰.lrmx", name + ".lrmx", "同名.lrmx");
        assertThat(copies.findValuesAsString("why")).anyMatch(each -> each.contains("没有可比对的身份证号"));
        var mine = copies.valueStream()
                .filter(each -> each.path("called").asString().equals(name + ".lrmx"))
                .map(each -> each.path("key").asString())
                .toList();
        var facts = facts(person, "health");
        assertThat(clerk.post(
                                "/api/v1/people/" + person + "/erasures",
                                Map.of("facts", facts, "copies", List.of(longer + "/9"), "ground", "E02"))
                        .code())
                .isEqualTo("no-such-copy");
        var asked = clerk.post(
                        "/api/v1/people/" + person + "/erasures",
                        Map.of("facts", facts, "copies", mine, "ground", "E02"))
                .body()
                .path("id")
                .asString();
        leader.signIn("leader", Staff.PASSWORD);
        var sheet = leader.get("/api/v1/erasures/" + asked).body();
        assertThat(sheet.path("copies")
                        .valueStream()
                        .filter(each -> each.path("chosen").asBoolean()))
                .singleElement()
                .satisfies(each -> assertThat(each.path("called").asString()).isEqualTo(name + ".lrmx"));
        leader.post("/api/v1/approvals/" + asked + "/decisions", Map.of("agreed", true));
        assertThat(clerk.post("/api/v1/erasures/" + asked + "/completions", Map.of())
                        .status())
                .isEqualTo(204);

        for (var each : List.of(called, numbered)) {
            assertThat(clerk.get("/api/v1/imports/" + each + "/items").body().toString())
                    .doesNotContain(name, number)
                    .contains("已抹除");
            assertThat(data.resolve("uploads").resolve(each)).doesNotExist();
        }
        for (var each : List.of(longer, same)) {
            assertThat(clerk.get("/api/v1/imports/" + each + "/items").body().toString())
                    .contains(name);
            assertThat(data.resolve("uploads").resolve(each)).exists();
        }
        assertThat(leader.get("/api/v1/erasures/" + asked).body().path("copies").findValuesAsString("called"))
                .as("what was left is told")
                .containsExactlyInAnyOrder(name + "丰.lrmx", "同名.lrmx");
    }

    private List<String> facts(String person, String kind) {
        return clerk.get("/api/v1/people/" + person + "/lines?purpose=P05")
                .body()
                .path("facts")
                .valueStream()
                .filter(each -> each.path("kind").asString("").equals(kind))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private void erase(String person, String kind) {
        var facts = facts(person, kind);
        var asked = clerk.post("/api/v1/people/" + person + "/erasures", Map.of("facts", facts, "ground", "E02"));
        assertThat(asked.status()).as(asked.raw().body() + facts).isEqualTo(202);
        var erasure = asked.body().path("id").asString();
        leader.signIn("leader", Staff.PASSWORD);
        leader.post("/api/v1/approvals/" + erasure + "/decisions", Map.of("agreed", true));
        var done = clerk.post("/api/v1/erasures/" + erasure + "/completions", Map.of());
        assertThat(done.status()).as(done.raw().body()).isEqualTo(204);
    }

    private long sealedTexts(String person) {
        return jdbc.sql("""
                        select count(*) from interchange.item
                        where person = ?::uuid and (said is not null or resume_was is not null or resume_now is not null or name is not null)""").param(person).query(Long.class).single();
    }

    private List<String> people() {
        return jdbc.sql("""
                        select subject::text from dossier.fact where kind = 'identity' and known_to is null
                        group by subject order by max(known_from) desc""").query((row, i) -> row.getString(1)).list();
    }

    private static Map<String, byte[]> files(int count) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < count; i++) files.put("人员" + i + ".lrmx", bytes(form()));
        return files;
    }

    /** Somebody nobody has met before. */
    private static String form() {
        int i = people++;
        var form = Sheaf.plain(1).getFirst();
        form = Sheaf.with(form, "XingMing", "孙" + (char) ('一' + i) + (char) ('丁' + i));
        return Sheaf.with(form, "ShenFenZheng", Sheaf.number("19600101", 2 * (i - 400)));
    }

    private static byte[] bytes(String form) {
        return form.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode received(Map<String, byte[]> files) {
        var accepted = clerk.upload("/api/v1/imports", files);
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(202);
        return waited(accepted.body());
    }

    private void write(Map<String, byte[]> files) {
        var id = received(files).path("id").asString();
        var done = waited(
                clerk.post("/api/v1/imports/" + id + "/writings", Map.of()).body());
        assertThat(done.at("/counts/written").asInt()).as(done.toString()).isEqualTo(files.size());
    }

    private void undo(String id) {
        waited(clerk.post("/api/v1/imports/" + id + "/reversals", Map.of("reason", "试过了"))
                .body());
    }

    private JsonNode waited(JsonNode batch) {
        var id = batch.path("id").asString();
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            var now = clerk.get("/api/v1/imports/" + id).body();
            if (List.of("ready", "cancelled", "broken", "interrupted")
                    .contains(now.path("state").asString())) return now;
            Thread.onSpinWait();
        }
        throw new AssertionError("still running: " + id);
    }

    private long facts() {
        return jdbc.sql("select count(*) from dossier.fact").query(Long.class).single();
    }

    private long current() {
        return jdbc.sql("""
                        select count(*) from dossier.fact where known_to is null and subject in
                          (select unnest(array(select person from interchange.item where outcome = 'taken-back' and status = 'new')))""").query(Long.class).single();
    }
}
