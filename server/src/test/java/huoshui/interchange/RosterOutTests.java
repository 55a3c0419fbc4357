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
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.PeopleSearch;
import huoshui.interchange.Exports.Format;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    final Units units;
    final Dossiers dossiers;

    RosterOutTests(
            @Autowired Imports imports,
            @Autowired Exports exports,
            @Autowired Acts acts,
            @Autowired RosterLayouts layouts,
            @Autowired PeopleSearch search,
            @Autowired Units units,
            @Autowired Dossiers dossiers) {
        this.units = units;
        this.dossiers = dossiers;
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
        return out(who, layout, people);
    }

    private List<SheetLine> out(Signed who, RosterLayout layout, List<UUID> people) {
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
            if (each.layout().about() == null)
                assertThat(out(who, each.layout())).hasSizeGreaterThan(people.size());
        });
        assertThat(layouts.of(who))
                .filteredOn(each -> each.layout().about() != null)
                .hasSizeGreaterThan(7)
                .allSatisfy(each ->
                        search.count(Objects.requireNonNull(each.layout().about()), who.sight()));
    }

    @Test
    void aRosterOfWomenHoldsTheWomenThoseNotKnownStandApartAndTheMenAreCountedAsLeftOut() {
        var who = somebody(EnumSet.allOf(Chapter.class));
        var wrong = known("女一", "女", 1990);
        var some = List.of(wrong, known("女二", "女", 1970), known("男", "男", 1990), known("不详", null, 1990));
        var women = layouts.named(who, "女干部名册");

        var lines = out(who, women, some);
        assertThat(words(lines.get(1)).getFirst()).contains("共 2 人", "另待核 1 人", "不在其列 1 人未列");
        var rows = lines.stream().skip(3).map(RosterOutTests::words).toList();
        assertThat(rows.get(rows.size() - 2).getFirst()).isEqualTo("是否属于“女干部名册”待核（1人）");
        assertThat(rows.getLast()).startsWith("3", "不详");
        assertThat(rows.toString()).contains("女一", "女二").doesNotContain(", 男,");

        var done = exports.run(who, Format.XLSX, women, some, acts.now(), folder.resolve("women.xlsx"));
        assertThat(done.people()).isEqualTo(3);
        assertThat(done.notes()).containsExactly("版式“女干部名册”只列其所指的人：列入 2 人，待核另列 1 人，不在其列 1 人");
        assertThatThrownBy(() -> exports.run(
                        who, Format.XLSX, women, List.of(some.get(2)), acts.now(), folder.resolve("nobody.xlsx")))
                .isInstanceOfSatisfying(
                        Refusal.class, why -> assertThat(why.code()).isEqualTo("nobody"));

        long before = acts.head();
        dossiers.correct(
                new Actor(UUID.randomUUID()),
                dossiers.history(new Subject.Person(wrong)).getFirst().id(),
                identity("女一", "男", 1990),
                Span.since(LocalDate.of(1990, 5, 1)),
                "证件");
        assertThat(listed(who, women, some, acts.now())).isEqualTo(2);
        assertThat(listed(who, women, some, new AsOf(acts.today(), before)))
                .as("as it was known then")
                .isEqualTo(3);
        var young = layouts.named(who, "年轻干部名册");
        assertThat(listed(who, young, some, new AsOf(LocalDate.of(2026, 1, 1), acts.head())))
                .isEqualTo(3);
        assertThat(listed(who, young, some, new AsOf(LocalDate.of(2009, 1, 1), acts.head())))
                .as("all were young then")
                .isEqualTo(4);
    }

    private int listed(Signed who, RosterLayout layout, List<UUID> some, AsOf at) {
        return exports.run(who, Format.XLSX, layout, some, at, folder.resolve(UUID.randomUUID() + ".xlsx"))
                .people();
    }

    private UUID known(String name, @Nullable String sex, int born) {
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                identity(name, sex, born),
                Span.since(LocalDate.of(born, 5, 1)),
                "证件");
        return person.id();
    }

    private static Identity identity(String name, @Nullable String sex, int born) {
        return new Identity(name, sex, PartialDate.month(born, 5), "汉族", null, null, null);
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
    void twoUnitsOfOneNameAreTwoGroupsEachWithItsOwnNumberAndWhatStandsAbove() {
        var city = found("示例市", UnitKind.CITY, null);
        var water = found("水务局", UnitKind.GOVERNMENT_ORGAN, city);
        var offices = List.of(
                found("办公室", UnitKind.GOVERNMENT_ORGAN, water),
                found("办公室", UnitKind.GOVERNMENT_ORGAN, found("财政局", UnitKind.GOVERNMENT_ORGAN, city)));
        Sheaf.lay(folder.resolve("grouped"), Sheaf.plain(44).subList(40, 44));
        var some = new ArrayList<UUID>();
        var who = somebody(EnumSet.allOf(Chapter.class));
        imports.run(who, List.of(folder.resolve("grouped")), false, each -> some.add(each.personId()));
        for (int i = 0; i < 3; i++)
            dossiers.record(
                    new Actor(UUID.randomUUID()),
                    new Subject.Person(some.get(i)),
                    PostHeld.of("办公室主任").matchedTo(offices.get(i / 2), null),
                    Span.since(LocalDate.of(2026, 1, 1)),
                    "任免文件");
        var grouped = new RosterLayout(
                "测试名册", null, List.of("name", "unit"), null, "unit", null, null, null, null, null, null);

        var lines = out(who, grouped, some).stream()
                .skip(3)
                .map(each -> words(each).getFirst())
                .toList();

        assertThat(lines.stream().filter(each -> each.endsWith("人）")))
                .containsExactly("水务局 办公室（2人）", "财政局 办公室（1人）", "所在单位待核（1人）");
        assertThat(lines.indexOf("财政局 办公室（1人）")).isEqualTo(3);
    }

    private UUID found(String name, UnitKind kind, @Nullable UUID above) {
        return units.found(
                new Actor(UUID.randomUUID()),
                new FoundUnit(UnitIs.of(name, kind, null, above), PartialDate.year(2000), "机构编制文件"));
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
