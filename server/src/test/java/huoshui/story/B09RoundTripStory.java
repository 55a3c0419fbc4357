package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.OtherHouse;
import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.interchange.Exports;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.RosterColumns;
import huoshui.interchange.RosterLayout;
import huoshui.interchange.Sheaf;
import huoshui.interchange.Totals;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.LrmxReader;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("B09 .lrmx、通用格式与名册：进得来、认得人、不重写、出得去、原样不变")
class B09RoundTripStory {

    private static final long SEED = 20_261_009;
    private static final int PEOPLE = 60;

    static final Signed ANYBODY = new Signed(
            UUID.randomUUID(),
            "story",
            "story",
            null,
            false,
            Sight.drawn(
                    UUID.randomUUID(),
                    null,
                    List.of(new Role(
                            "all",
                            "全部",
                            false,
                            true,
                            EnumSet.allOf(Right.class),
                            EnumSet.allOf(Chapter.class),
                            EnumSet.allOf(Chapter.class))),
                    null,
                    List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS)),
                    Set.of()),
            new Purpose("P14"));

    @TempDir
    static Path folder;

    final Imports imports;
    final Exports exports;
    final Dossiers dossiers;
    final Acts acts;
    final JdbcClient jdbc;
    final TestClock clock;
    static List<String> forms = List.of();

    B09RoundTripStory(
            @Autowired Imports imports,
            @Autowired Exports exports,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts,
            @Autowired JdbcClient jdbc,
            @Autowired Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.dossiers = dossiers;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = (TestClock) clock;
    }

    @BeforeEach
    void aFolderOfFormsHasComeIn() {
        if (!forms.isEmpty()) return;
        System.out.println("seed " + SEED);
        forms = Sheaf.forms(SEED, PEOPLE);
        Sheaf.lay(folder.resolve("forms"), forms);
        var dry = run(imports, folder.resolve("forms"), true);
        assertThat(dry.totals()).as(dry.told()).isEqualTo(new Totals(PEOPLE, 0, 0, 0, 0));
        assertThat(facts()).isZero();
        var done = run(imports, folder.resolve("forms"), false);
        assertThat(done.totals()).as(done.told()).isEqualTo(new Totals(PEOPLE, 0, 0, 0, 0));
        assertThat(done.items()).allMatch(each -> each.personId() != null);
    }

    @Test
    void comingInAgainChangesNothing() {
        long facts = facts();
        long entries = entries();

        var again = run(imports, folder.resolve("forms"), false);

        assertThat(again.totals()).as(again.told()).isEqualTo(new Totals(0, 0, PEOPLE, 0, 0));
        assertThat(facts()).isEqualTo(facts);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void aChangedFieldIsTheOnlyChange() {
        var changed = Sheaf.with(forms.get(7), "JianKangZhuangKuang", "一般（示例）");
        var file = Sheaf.lay(folder.resolve("changed"), "007.lrmx", changed);

        var dry = run(imports, file, true).items().getFirst();

        assertThat(dry.status()).isEqualTo(Item.Status.CHANGED);
        assertThat(dry.changes()).extracting(Item.FieldChange::field).containsExactly("health");
        assertThat(dry.changes().getFirst().now()).isEqualTo("一般（示例）");
        run(imports, file, false);
        assertThat(run(imports, file, false).totals().same()).isOne();
        run(imports, Sheaf.lay(folder.resolve("changed"), "back.lrmx", forms.get(7)), false);
    }

    @Test
    void aRosterOfEverythingItCanSayComesBackTheSame() {
        var people = run(imports, folder.resolve("forms"), false).items().stream()
                .map(Item::personId)
                .limit(20)
                .toList();
        var columns = new ArrayList<>(List.of("n"));
        RosterColumns.all().forEach(each -> columns.add(each.code()));
        var facts = facts();

        var back = run(imports, roster(people, columns, "all.xlsx"), false);

        assertThat(back.totals()).as(back.told()).isEqualTo(new Totals(0, 0, people.size(), 0, 0));
        assertThat(facts()).isEqualTo(facts);
    }

    @Test
    void anEditedCellOfARosterComesBackAsExactlyThatChange() throws IOException {
        var file =
                Sheaf.lay(folder.resolve("edited"), "one.lrmx", Sheaf.plain(41).getLast());
        var person = Objects.requireNonNull(
                run(imports, file, false).items().getFirst().personId());
        var roster = roster(List.of(person), List.of("n", "name", "idNumber", "health", "currentPost"), "one.xlsx");
        try (var book = new XSSFWorkbook(Files.newInputStream(roster))) {
            book.getSheetAt(0).getRow(3).getCell(3).setCellValue("良好（示例）");
            try (var out = Files.newOutputStream(roster)) {
                book.write(out);
            }
        }

        var dry = run(imports, roster, true).items().getFirst();

        assertThat(dry.status()).isEqualTo(Item.Status.CHANGED);
        assertThat(dry.personId()).isEqualTo(person);
        assertThat(dry.changes()).containsExactly(new Item.FieldChange("health", "健康", "良好（示例）"));
        run(imports, roster, false);
        assertThat(run(imports, roster, false).totals().same()).isOne();
    }

    @Test
    void aRosterOfMoreThanTwentyNeedsASecondPerson() {
        var people = run(imports, folder.resolve("forms"), false).items().stream()
                .map(Item::personId)
                .toList();
        assertThatThrownBy(() -> roster(people, List.of("name"), "many.xlsx"))
                .isInstanceOfSatisfying(
                        Refusal.class, why -> assertThat(why.code()).isEqualTo("approval-required"));
        assertThat(folder.resolve("many.xlsx")).doesNotExist();
    }

    private Path roster(List<UUID> people, List<String> columns, String name) {
        var layout = new RosterLayout("往返名册", null, columns, null, null, null, null, null, null, null, null);
        var file = folder.resolve(name);
        exports.run(ANYBODY, Exports.Format.XLSX, layout, people, acts.now(), file);
        return file;
    }

    @Test
    void withoutAnIdNumberANamesakeWaitsForAHuman() {
        var nameless = Sheaf.with(Sheaf.with(forms.get(11), "ShenFenZheng", ""), "JianKangZhuangKuang", "较差（示例）");
        var item = run(imports, Sheaf.lay(folder.resolve("namesake"), "011.lrmx", nameless), false)
                .items()
                .getFirst();

        assertThat(item.status()).isEqualTo(Item.Status.DOUBTFUL);
        assertThat(item.personId()).isNull();
        assertThat(item.problems()).extracting(Problem::code).contains("identity.same-name");
    }

    @Test
    void brokenFilesAreRefusedEachWithItsMessageAndTheOthersComeIn() throws IOException {
        var mixed = folder.resolve("mixed");
        var whole = forms.get(3);
        Sheaf.lay(mixed, "a-whole.lrmx", whole);
        Sheaf.lay(mixed, "b-cut.lrmx", whole.substring(0, whole.length() / 2));
        Sheaf.lay(
                mixed,
                "c-hostile.lrmx",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Person><XingMing>&e;</XingMing></Person>");
        Sheaf.lay(mixed, "d-nobody.lrmx", Sheaf.with(whole, "XingMing", ""));
        Sheaf.lay(mixed, "e-note.txt", "不是任免表");
        Files.write(mixed.resolve("f-noise.lrmx"), new byte[] {1, 2, 3, 4, 5});
        Sheaf.lay(mixed, "g-whole.lrmx", forms.get(4));

        var run = run(imports, mixed, false);

        assertThat(run.totals()).as(run.told()).isEqualTo(new Totals(0, 0, 2, 0, 5));
        assertThat(run.items())
                .filteredOn(each -> each.status() == Item.Status.REFUSED)
                .allSatisfy(each -> assertThat(each.problems())
                        .isNotEmpty()
                        .allSatisfy(problem -> assertThat(problem.message()).contains("；")));
    }

    @Test
    void whatIsContradictoryWaitsAndLosesNothing() {
        var two = forms.get(20);
        var other = Sheaf.name(90);
        var contradictory =
                Sheaf.with(Sheaf.with(two, "XingMing", other), "ShenFenZheng", Sheaf.number("19700101", 91));
        var impossible = Sheaf.with(
                Sheaf.with(Sheaf.with(two, "XingMing", Sheaf.name(91)), "ShenFenZheng", ""),
                "ChuShengNianYue",
                "198413");
        var dir = folder.resolve("contradictory");
        Sheaf.lay(dir, "a.lrmx", contradictory);
        Sheaf.lay(dir, "b.lrmx", impossible);

        var run = run(imports, dir, false);

        assertThat(run.items()).as(run.told()).extracting(Item::status).containsOnly(Item.Status.DOUBTFUL);
        assertThat(run.items().get(0).problems()).extracting(Problem::field).contains("idNumber");
        assertThat(run.items().get(1).problems()).extracting(Problem::field).contains("birth");
    }

    @Test
    void elevenRelativesComeInAndThePersonIsToldThatTheFormPrintsTen() {
        var rows = new StringBuilder("<JiaTingChengYuan>");
        for (int i = 0; i < 11; i++)
            rows.append("<Item><ChengWei>其他</ChengWei><XingMing>赵")
                    .append("甲乙丙丁戊己庚辛壬癸子".charAt(i))
                    .append("</XingMing></Item>");
        var form = Sheaf.forms(77, 1)
                .getFirst()
                .replaceFirst("(?s)<JiaTingChengYuan>.*</JiaTingChengYuan>", rows + "</JiaTingChengYuan>");
        form = Sheaf.with(Sheaf.with(form, "XingMing", "周多亲"), "ShenFenZheng", Sheaf.number("19600101", 500));
        var item = run(imports, Sheaf.lay(folder.resolve("eleven"), "a.lrmx", form), false)
                .items()
                .getFirst();

        assertThat(item.status()).isEqualTo(Item.Status.NEW);
        assertThat(item.problems()).extracting(Problem::field).contains("family");
        var out = exported(exports, acts.now(), List.of(Objects.requireNonNull(item.personId())), "eleven.lrmx");
        assertThat(read(out).family()).hasSize(11);
    }

    @Test
    void theSamePersonTwiceInOneRunIsWrittenOnce() {
        var dir = folder.resolve("twice");
        var form =
                Sheaf.with(Sheaf.with(forms.get(30), "XingMing", "吴两份"), "ShenFenZheng", Sheaf.number("19701103", 612));
        form = Sheaf.with(form, "ChuShengNianYue", "197011");
        Sheaf.lay(dir, "a.lrmx", form);
        Sheaf.lay(dir, "b.lrmx", form);
        Sheaf.lay(dir, "c.lrmx", Sheaf.with(form, "JianKangZhuangKuang", "一般（另一份）"));

        var run = run(imports, dir, false);

        assertThat(run.items())
                .as(run.told())
                .extracting(Item::status)
                .containsExactly(Item.Status.NEW, Item.Status.SAME, Item.Status.DOUBTFUL);
    }

    @Test
    void whatOthersWroteGoesOutValueForValue() {
        var people = everybody();
        for (int i = 0; i < forms.size(); i++) {
            var was = LrmxText.of(forms.get(i));
            var now = read(exported(exports, acts.now(), List.of(people.get(i)), "out-%d.lrmx".formatted(i)));
            assertSameValues(i, was, now);
        }
    }

    @Test
    void ourFormsInAnotherHouseComeOutByteForByte() throws IOException {
        var out = folder.resolve("ours");
        exportAll(exports, Exports.Format.LRMX, acts.now(), everybody(), out);
        try (var other = new OtherHouse(clock)) {
            var run = run(other.part(Imports.class), out, false);
            assertThat(run.totals()).as(run.told()).isEqualTo(new Totals(PEOPLE, 0, 0, 0, 0));
            for (var item : run.items()) {
                var again = exported(
                        other.part(Exports.class),
                        other.part(Acts.class).now(),
                        List.of(Objects.requireNonNull(item.personId())),
                        "again.lrmx");
                assertThat(Files.readAllLines(again)).isEqualTo(Files.readAllLines(Path.of(item.file())));
                assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(Path.of(item.file())));
            }
        }
    }

    @Test
    void formsOfAPastDayAndAsKnownThenAreThoseOfThen() {
        var before = acts.now();
        var person = everybody().get(40);
        clock.goTo(LocalDate.of(2026, 10, 20));
        var later =
                Sheaf.with(Sheaf.with(forms.get(40), "JianKangZhuangKuang", "一般（后来）"), "TianBiaoShiJian", "20261020");
        run(imports, Sheaf.lay(folder.resolve("later"), "040.lrmx", later), false);

        var now = read(exported(exports, acts.now(), List.of(person), "now.lrmx"));
        var then = read(exported(exports, new AsOf(before.valid(), acts.head()), List.of(person), "then.lrmx"));
        var known = read(exported(exports, new AsOf(acts.today(), before.known()), List.of(person), "known.lrmx"));

        assertThat(now.text(Box.HEALTH)).isEqualTo("一般（后来）");
        assertThat(then.text(Box.HEALTH)).isEqualTo(LrmxText.of(forms.get(40)).text(Box.HEALTH));
        assertThat(known.text(Box.HEALTH)).isEqualTo(LrmxText.of(forms.get(40)).text(Box.HEALTH));
    }

    @Test
    void nothingGoesOutWithoutAPurposeOrManyAtOnceWithoutASecondPerson() {
        assertThatThrownBy(() -> exports.run(
                        ANYBODY.because(null),
                        Exports.Format.LRMX,
                        everybody().subList(0, 1),
                        acts.now(),
                        folder.resolve("x.zip")))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("purpose-required"));
        assertThatThrownBy(() -> exports.run(
                        ANYBODY, Exports.Format.LRMX, everybody().subList(0, 21), acts.now(), folder.resolve("x.zip")))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("approval-required"));
    }

    @Test
    void aGeneralPackageInAnotherHouseComesOutByteForByteWithItsCodes() throws IOException {
        Sheaf.lay(folder.resolve("plain"), Sheaf.plain(20));
        var people = run(imports, folder.resolve("plain"), false).items().stream()
                .map(each -> Objects.requireNonNull(each.personId()))
                .toList();
        var since = LocalDate.of(2019, 6, 1);
        for (var each : people) {
            var person = new Subject.Person(each);
            dossiers.record(
                    ANYBODY.actor(),
                    person,
                    new RankHeld("一级主任科员", "1A17", null),
                    Span.since(PartialDate.month(2019, 6)),
                    "文");
            dossiers.record(ANYBODY.actor(), person, new LevelHeld("乡科级正职", "1A41", "市委组织部"), Span.since(since), "文");
        }
        var ours = folder.resolve("ours.zip");
        exports.run(ANYBODY, Exports.Format.TONGYONG, people, acts.now(), ours);
        try (var other = new OtherHouse(clock)) {
            var run = run(other.part(Imports.class), ours, false);
            assertThat(run.totals()).as(run.told()).isEqualTo(new Totals(20, 0, 0, 0, 0));
            var again = run(other.part(Imports.class), ours, false);
            assertThat(again.totals()).as(again.told()).isEqualTo(new Totals(0, 0, 20, 0, 0));
            var held = other.part(Dossiers.class)
                    .of(
                            new Subject.Person(people.getFirst()),
                            other.part(Acts.class).now());
            assertThat(held).extracting(each -> each.kind()).contains("rank", "level");
            var theirs = folder.resolve("theirs.zip");
            other.part(Exports.class)
                    .run(
                            ANYBODY,
                            Exports.Format.TONGYONG,
                            people,
                            other.part(Acts.class).now(),
                            theirs);
            assertThat(unpacked(theirs)).isEqualTo(unpacked(ours));
        }
    }

    /** Each entry's lines, so that a difference can be read; but for what says who took it out. */
    private static Map<String, List<String>> unpacked(Path zip) throws IOException {
        var entries = new TreeMap<String, List<String>>();
        try (var open = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(open.entries()))
                entries.put(
                        entry.getName(),
                        new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .filter(each -> !each.startsWith("<node name=\"remark\""))
                                .toList());
        }
        entries.remove(ExportMark.BESIDE);
        return entries;
    }

    record Run(List<Item> items, Totals totals) {

        String told() {
            var told = new StringBuilder();
            for (var each : items) {
                if (told.length() > 6000) break;
                told.append(each.entry() == null ? each.file() : each.entry())
                        .append(' ')
                        .append(each.status())
                        .append(' ');
                each.changes().forEach(change -> told.append(change).append(' '));
                each.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .forEach(problem -> told.append(problem.code()).append(problem.message()));
                told.append('\n');
            }
            return told.toString();
        }
    }

    static Run run(Imports imports, Path path, boolean dryRun) {
        var items = new ArrayList<Item>();
        var totals = imports.run(ANYBODY, List.of(path), dryRun, items::add);
        return new Run(items, totals);
    }

    private Path exported(Exports exports, AsOf at, List<UUID> people, String name) {
        var out = folder.resolve(name);
        exports.run(ANYBODY, Exports.Format.LRMX, people, at, out);
        return out;
    }

    /** By portions that one person may take out alone. */
    private static void exportAll(Exports exports, Exports.Format format, AsOf at, List<UUID> people, Path out) {
        for (int i = 0; i < people.size(); i += 20)
            exports.run(ANYBODY, format, people.subList(i, Math.min(people.size(), i + 20)), at, out);
    }

    private List<UUID> everybody() {
        return run(imports, folder.resolve("forms"), true).items().stream()
                .map(each -> Objects.requireNonNull(each.personId()))
                .toList();
    }

    private static void assertSameValues(int i, Form was, Form now) {
        for (var box : Box.values()) {
            if (box == Box.FAMILY || box == Box.PHOTO) continue;
            assertThat(now.text(box)).as("%d %s", i, box).isEqualTo(was.text(box));
        }
        assertThat(now.family()).as("%d family", i).isEqualTo(was.family());
        assertThat(now.photo().orElse(new byte[0]))
                .as("%d photo", i)
                .isEqualTo(was.photo().orElse(new byte[0]));
        assertThat(now.unknown()).as("%d unknown", i).isEqualTo(was.unknown());
    }

    private static Form read(Path file) {
        try {
            return new LrmxReader().read(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A form from the text of its file. */
    static final class LrmxText {
        static Form of(String text) {
            return new LrmxReader().read(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private long facts() {
        return jdbc.sql("select count(*) from dossier.fact").query(Long.class).single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit.entry").query(Long.class).single();
    }
}
