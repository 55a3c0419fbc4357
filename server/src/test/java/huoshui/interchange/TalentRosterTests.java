package huoshui.interchange;

import static huoshui.interchange.RosterInTests.codes;
import static huoshui.interchange.RosterInTests.id;
import static huoshui.interchange.RosterInTests.told;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Placement.Footing;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetFile;
import huoshui.document.sheet.SheetLine;
import huoshui.dossier.city.Cities;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Item.Status;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Talents come in by roster as cadres do: mapping, differences, refusals; and go out by one. */
@RoomTest
class TalentRosterTests {

    private static final Object[] HEADINGS = {
        "姓名", "性别", "出生年月", "身份证号", "全日制学历", "职称", "人才类别", "从业单位", "从事岗位", "业绩成果", "入库依据", "依据文书", "同意日期", "推荐单位"
    };

    @TempDir
    Path folder;

    final Imports imports;
    final Exports exports;
    final Cities cities;
    final Acts acts;

    TalentRosterTests(
            @Autowired Imports imports, @Autowired Exports exports, @Autowired Cities cities, @Autowired Acts acts) {
        this.imports = imports;
        this.exports = exports;
        this.cities = cities;
        this.acts = acts;
    }

    @Test
    void aRowWithAGroundOpensATalentsDossierAndTheSameRowSaysNothingNew() {
        var file = roster("谷如海", id("19800312"), "1980.03", "专业技术人才", "本人同意", "2026.03.12", null);
        var looked = run(file, true).getFirst();
        assertThat(looked.status()).as(codes(looked).toString()).isEqualTo(Status.NEW);
        var written = run(file, false).getFirst();
        assertThat(written.status()).as(told(List.of(written))).isEqualTo(Status.NEW);
        var card = cities.now().find(Objects.requireNonNull(written.personId())).orElseThrow();
        assertThat(card.footing()).isEqualTo(Footing.TALENT);
        assertThat(card.talent().current().getFirst().listed().category()).isEqualTo("2");
        assertThat(card.talent().works()).isEqualTo("示例医院主任医师");
        assertThat(card.talent().achievements()).hasSize(2);
        var again = run(file, false);
        assertThat(again.getFirst().status()).as(told(again)).isEqualTo(Status.SAME);
    }

    @Test
    void aRowWithoutAGroundIsRefusedInTheDifferencesAlready() {
        var without = run(roster("谷无凭", id("19810312"), "1981.03", "专业技术人才", null, null, null), true)
                .getFirst();
        assertThat(without.status()).isEqualTo(Status.REFUSED);
        assertThat(codes(without)).contains("no-ground");
        var undated = run(roster("谷无日", id("19810412"), "1981.04", "专业技术人才", "本人同意", null, null), true)
                .getFirst();
        assertThat(codes(undated)).contains("no-consent-day");
    }

    @Test
    void aWordThatIsNoCategoryIsSaidWithThoseThatAre() {
        var item = run(roster("谷有误", id("19820312"), "1982.03", "领军人物", "本人同意", "2026.03.12", null), true)
                .getFirst();
        assertThat(item.status()).isIn(Status.DOUBTFUL, Status.REFUSED);
        assertThat(item.problems().toString()).contains("领军人物", "高技能人才");
    }

    @Test
    void whatIsKeptOfCadresAloneDoesNotComeInWithATalent() {
        var item = run(roster("谷加官", id("19830312"), "1983.03", "专业技术人才", "本人同意", "2026.03.12", "二级调研员"), true)
                .getFirst();
        assertThat(item.status()).isEqualTo(Status.REFUSED);
        assertThat(codes(item)).contains("only-talent");
    }

    @Test
    void aCadresFormAboutATalentIsRefused() {
        var number = id("19840312");
        run(roster("谷成章", number, "1984.03", "专业技术人才", "本人同意", "2026.03.12", null), false);
        try (var ugly = new Ugly("干部")) {
            ugly.row(0, "姓名", "出生年月", "身份证号", "职级");
            ugly.row(1, "谷成章", "1984.03", number, "二级调研员");
            var item = run(ugly.save(folder.resolve("cadre.xlsx")), true).getFirst();
            assertThat(item.status()).isEqualTo(Status.REFUSED);
            assertThat(codes(item)).contains("only-talent");
        }
    }

    @Test
    void whoeverReachesTalentsAloneBringsInNoCadre() {
        try (var ugly = new Ugly("干部")) {
            ugly.row(0, "姓名", "性别", "出生年月", "身份证号");
            ugly.row(1, "谷新人", "男", "1986.03", id("19860312"));
            var file = ugly.save(folder.resolve("new.xlsx"));
            var items = new ArrayList<Item>();
            imports.run(talentsOnly(), List.of(file), false, items::add);
            assertThat(items.getFirst().status()).isEqualTo(Status.REFUSED);
            assertThat(codes(items.getFirst())).contains("talent.no-ground");
        }
    }

    @Test
    void aRosterOfTalentsGoesOutAndNoFormDoes() {
        var written = run(roster("谷出册", id("19850312"), "1985.03", "高技能人才", "本人同意", "2026.03.12", null), false)
                .getFirst();
        var person = List.of(Objects.requireNonNull(written.personId()));
        var out = folder.resolve("out.xlsx");
        var layout =
                RosterOutTests.layout("name", "sort", "talentCategory", "talentGround", "talentCitation", "employer");
        exports.run(RosterInTests.WHO, Format.XLSX, layout, person, acts.now(), out);
        var lines = new ArrayList<SheetLine>();
        try (var sheet = SheetFile.open(out, "out.xlsx")) {
            sheet.read(0, lines::add);
        }
        assertThat(lines.getLast().cells().stream().map(each -> each.text()))
                .contains("谷出册", "人才（非干部）", "高技能人才", "本人同意", "同意书（示例）", "示例医院");
        Assertions.assertThatThrownBy(() ->
                        exports.run(RosterInTests.WHO, Format.LRMX, person, acts.now(), folder.resolve("out.lrmx")))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("no-cadre"));
    }

    private List<Item> run(Path file, boolean dryRun) {
        var items = new ArrayList<Item>();
        imports.run(RosterInTests.WHO, List.of(file), dryRun, items::add);
        return items;
    }

    private Path roster(
            String name,
            String number,
            String birth,
            String category,
            @Nullable Object ground,
            @Nullable Object consented,
            @Nullable Object rank) {
        try (var ugly = new Ugly("人才")) {
            ugly.row(0, HEADINGS);
            if (rank != null) ugly.row(0, withLast(HEADINGS, "职级"));
            Object[] row = {
                name,
                "女",
                birth,
                number,
                "大学",
                "主任医师",
                category,
                "示例医院",
                "主任医师",
                "奖项：示例科技奖\n项目：示例课题",
                ground,
                "同意书（示例）",
                consented,
                "示例医院"
            };
            ugly.row(1, rank == null ? row : withLast(row, rank));
            return ugly.save(folder.resolve(UUID.randomUUID() + ".xlsx"));
        }
    }

    private static Object[] withLast(Object[] all, Object last) {
        var more = java.util.Arrays.copyOf(all, all.length + 1);
        more[all.length] = last;
        return more;
    }

    private static Signed talentsOnly() {
        var chapters = Set.of(Chapter.BASIC, Chapter.EDUCATION, Chapter.TALENT);
        var role = new Role(
                "talents",
                "人才",
                false,
                true,
                EnumSet.allOf(Right.class),
                chapters,
                chapters,
                Set.of(Role.People.TALENTS));
        return new Signed(
                UUID.randomUUID(),
                "talents",
                "测试员",
                null,
                false,
                Sight.drawn(
                        UUID.randomUUID(),
                        null,
                        List.of(role),
                        null,
                        List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS)),
                        Set.of()),
                new Purpose("P13"));
    }
}
