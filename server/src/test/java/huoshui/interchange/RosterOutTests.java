package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetFile;
import huoshui.document.sheet.SheetLine;
import huoshui.dossier.search.PeopleSearch;
import huoshui.interchange.Exports.Format;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Rosters go out as they are laid out, within sight, neutral to formulas. */
@RoomTest
class RosterOutTests {

    @TempDir
    static Path folder;

    static List<UUID> people = List.of();

    final Imports imports;
    final Exports exports;
    final Acts acts;
    final RosterLayouts layouts;
    final PeopleSearch search;

    RosterOutTests(
            @Autowired Imports imports,
            @Autowired Exports exports,
            @Autowired Acts acts,
            @Autowired RosterLayouts layouts,
            @Autowired PeopleSearch search) {
        this.layouts = layouts;
        this.search = search;
        this.imports = imports;
        this.exports = exports;
        this.acts = acts;
        if (people.isEmpty()) {
            var forms = new ArrayList<>(Sheaf.plain(6));
            forms.set(0, Sheaf.with(forms.get(0), "ShuXiZhuanYeYouHeZhuanChang", "=HYPERLINK(\"http://x\")"));
            Sheaf.lay(folder.resolve("forms"), forms);
            var found = new ArrayList<UUID>();
            imports.run(
                    somebody(EnumSet.allOf(Chapter.class)),
                    List.of(folder.resolve("forms")),
                    false,
                    each -> found.add(each.personId()));
            people = found;
        }
    }

    static Signed somebody(Set<Chapter> reads) {
        return new Signed(
                UUID.randomUUID(),
                "clerk",
                "测试员",
                null,
                false,
                Sight.drawn(
                        UUID.randomUUID(),
                        null,
                        List.of(new Role("all", "全部", false, true, EnumSet.allOf(Right.class), reads, reads)),
                        null,
                        List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS)),
                        Set.of()),
                new Purpose("P13"));
    }

    static RosterLayout layout(String... columns) {
        return new RosterLayout("测试名册", null, List.of(columns), null, null, null, null, null, null, null, null);
    }

    private List<SheetLine> out(Signed who, RosterLayout layout) {
        var file = folder.resolve(UUID.randomUUID() + ".xlsx");
        exports.run(who, Format.XLSX, layout, people, acts.now(), file);
        var lines = new ArrayList<SheetLine>();
        try (var sheet = SheetFile.open(file, "out.xlsx")) {
            sheet.read(0, lines::add);
        }
        return lines;
    }

    private static List<String> words(SheetLine line) {
        return line.cells().stream().map(each -> each.text()).toList();
    }

    @Test
    void everyReadyMadeRosterCanBeDrawn() {
        var who = somebody(EnumSet.allOf(Chapter.class));
        assertThat(layouts.of(who)).hasSizeGreaterThan(10).allSatisfy(each -> {
            if (each.condition() != null) search.check(each.condition(), who.sight());
            assertThat(out(who, each.layout())).hasSizeGreaterThan(people.size());
        });
    }

    @Test
    void columnsStandInTheOrderAskedForWithBothClocksAbove() {
        var lines =
                out(somebody(EnumSet.allOf(Chapter.class)), layout("n", "birth", "name", "fulltime", "currentPost"));
        assertThat(words(lines.get(0))).containsExactly("测试名册");
        assertThat(words(lines.get(1)).getFirst()).contains("情况截至", "信息录至", "共 6 人", "测试员");
        assertThat(words(lines.get(2))).containsExactly("序号", "出生年月", "姓名", "全日制学历学位", "现任职务");
        assertThat(lines).hasSize(9);
        assertThat(words(lines.get(3)).get(0)).isEqualTo("1");
        assertThat(lines.stream().skip(3).map(each -> words(each).get(2)))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(words(lines.get(3)).get(3)).isEqualTo("大学\n工学学士");
        assertThat(words(lines.get(3)).get(4)).isEqualTo("示例市自然资源和规划局规划处处长");
    }

    @Test
    void whatLooksLikeAFormulaIsNeutral() {
        var lines = out(somebody(EnumSet.allOf(Chapter.class)), layout("name", "expertise"));
        assertThat(lines.stream().skip(3).map(each -> words(each).get(1)))
                .anyMatch(each -> each.startsWith("'=HYPERLINK"))
                .noneMatch(each -> each.startsWith("="));
    }

    @Test
    void aChapterOutOfSightIsLeftOutAndSaidSo() {
        var basic = EnumSet.of(Chapter.BASIC, Chapter.CAREER, Chapter.EDUCATION);
        var lines = out(somebody(basic), layout("name", "health", "family"));
        assertThat(words(lines.get(2))).containsExactly("姓名");
        assertThat(words(lines.get(1)).getFirst()).contains("未含（无权查阅）", "健康状况", "家庭");
    }

    @Test
    void withoutAPurposeNothingGoesOut() {
        var silent = somebody(EnumSet.allOf(Chapter.class)).because(null);
        assertThatThrownBy(() ->
                        exports.run(silent, Format.XLSX, layout("name"), people, acts.now(), folder.resolve("no.xlsx")))
                .isInstanceOfSatisfying(
                        Refusal.class, why -> assertThat(why.code()).isEqualTo("purpose-required"));
        assertThat(folder.resolve("no.xlsx")).doesNotExist();
    }
}
