package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.OtherHouse;
import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Signed;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Exports.Shape;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.general.GeneralColumns;
import huoshui.interchange.general.GeneralPackage;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("导出件：标准范围只含标准规定的栏目，说明没有装下什么；每份都说明由谁、何时、为何导出，留痕在第几条")
class GoingOutTests {

    private static final Signed WHO = RosterOutTests.somebody(EnumSet.allOf(Chapter.class));
    private static int number = 20;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Journal journal;

    @Autowired
    Acts acts;

    @Autowired
    Clock clock;

    private Subject.Person person = new Subject.Person(UUID.randomUUID());

    @BeforeEach
    void somebodyOfWhomMoreIsKnownThanTheStandardListsHold() {
        Sheaf.lay(folder.resolve("in"), "a.lrmx", Sheaf.plain(++number).getLast());
        person = new Subject.Person(Objects.requireNonNull(
                run(imports, folder.resolve("in")).getFirst().personId()));
        record(new RankHeld("一级主任科员", "1A17", null), "2019-06");
        record(new LevelHeld("乡科级正职", "1A41", "市委组织部"), "2019-06");
        record(
                new PostHeld(
                        "示例市水务局局长",
                        null,
                        null,
                        "示例市水务局",
                        "局长",
                        "县处级正职",
                        true,
                        true,
                        null,
                        1,
                        1,
                        null,
                        "市委",
                        null,
                        null,
                        true),
                "2021-03");
        record(new Sanction("政务记过处分", "02112", "市监委", null, PartialDate.month(2023, 5), null, "工作失职"), "2022-05");
        record(new Trained("中青班", null, null, "市委组织部", "市委党校", 120, 60, null), "2020-03");
        record(new Contact("移动电话", "13900000000"), "2020-01");
    }

    @Test
    void aStandardPackageHasExactlyTheSetsAndColumnsOfTheExchangeFormatAndSaysWhatItLeavesOut() throws IOException {
        var out = folder.resolve("standard.zip");

        var done = standard(exports, out);

        try (var open = GeneralPackage.open(out)) {
            open.eachPerson(each -> each.sets().forEach((set, rows) -> {
                assertThat(GeneralColumns.standardSets()).contains(set);
                for (var row : rows)
                    assertThat(GeneralColumns.standard(set)).as(set).containsAll(row.keySet());
            }));
            for (var row : open.units())
                assertThat(GeneralColumns.standard("B01")).containsAll(row.keySet());
            assertThat(open.unitSets().keySet()).isSubsetOf("B01");
        }
        assertThat(done.notes())
                .anyMatch(each -> each.contains("培训（A11）"))
                .anyMatch(each -> each.contains("A37"))
                .anyMatch(each -> each.contains("职务（A02）的现职务层次（A0221）"))
                .anyMatch(each -> each.contains("奖惩（A14）的影响期至（A1423）"));
        assertThat(entries(out).get(ExportMark.BESIDE))
                .containsAll(done.notes().stream().map(each -> "注意：" + each).toList());
        var whole = exports.run(WHO, Format.TONGYONG, List.of(person.id()), acts.now(), folder.resolve("whole.zip"));
        assertThat(whole.notes()).isEmpty();
    }

    @Test
    void aStandardPackageComesOutOfAnotherHouseAsItWentIn() throws IOException {
        var ours = folder.resolve("ours.zip");
        standard(exports, ours);
        try (var other = new OtherHouse((TestClock) clock)) {
            assertThat(run(other.part(Imports.class), ours))
                    .extracting(Item::status)
                    .containsExactly(Status.NEW);
            assertThat(run(other.part(Imports.class), ours))
                    .extracting(Item::status)
                    .containsExactly(Status.SAME);
            var theirs = folder.resolve("theirs.zip");
            other.part(Exports.class)
                    .run(
                            WHO,
                            new Shape(Format.TONGYONG, null, Extent.STANDARD),
                            List.of(person.id()),
                            other.part(Acts.class).now(),
                            theirs);
            assertThat(tables(theirs)).isEqualTo(tables(ours));
        }
    }

    @Test
    void aStandardPackageTakesNothingAwayWhereMoreIsKnown() {
        var out = folder.resolve("standard.zip");
        standard(exports, out);
        var before = known();

        var items = run(imports, out);

        // A package gives grades and studies the codes of their words; of all else the dossier says what went out.
        assertThat(items.getFirst().changes())
                .as(items.toString())
                .extracting(Item.FieldChange::field)
                .isSubsetOf("annualGrade");
        assertThat(uncoded(known())).isEqualTo(uncoded(before));
        assertThat(run(imports, out)).extracting(Item::status).containsExactly(Status.SAME);
    }

    @Test
    void formsInAZipAndAFolderSayWhoTookThemOutAndWhereTheJournalHasItAndComeInAgainWithoutIt() throws IOException {
        record(new Photo("ab".repeat(32), "image/jpeg", 4000), "2024-01");
        var zip = folder.resolve("forms.zip");
        exports.run(WHO, Format.LRMX, List.of(person.id()), acts.now(), zip);
        var said = entries(zip).get(ExportMark.BESIDE);

        assertThat(said).contains("导出人：测试员（clerk）", "人数：1");
        assertThat(said).anyMatch(each -> each.startsWith("事由：") && !each.equals("事由：未注明"));
        assertThat(said).anyMatch(each -> each.startsWith("注意：") && each.contains(FormFiller.PHOTO_LOST));
        journaled(String.join("\n", said));
        assertThat(run(imports, zip)).extracting(Item::status).containsExactly(Status.SAME);

        var forms = folder.resolve("forms");
        exports.run(WHO, Format.LRMX, List.of(person.id()), acts.now(), forms);
        journaled(Files.readString(forms.resolve(ExportMark.BESIDE)));
        assertThat(run(imports, forms)).extracting(Item::status).containsExactly(Status.SAME);
    }

    @Test
    void aPackageSaysItInItsManifest() {
        var out = folder.resolve("whole.zip");
        exports.run(WHO, Format.TONGYONG, List.of(person.id()), acts.now(), out);
        try (var open = GeneralPackage.open(out)) {
            var remark = open.manifest().node("remark").orElseThrow();
            assertThat(remark).contains("测试员", "人数：1", "情况截至：");
            journaled(remark);
        }
    }

    /** The entries that a mark names are this export of this person. */
    private void journaled(String mark) {
        var found = Pattern.compile("操作留痕：第 (\\d+)(?: 至 (\\d+))? 条").matcher(mark);
        assertThat(found.find()).as(mark).isTrue();
        long first = Long.parseLong(found.group(1));
        long last = found.group(2) == null ? first : Long.parseLong(found.group(2));
        var entries = journal.page(new JournalQuery(null, person.id(), null, Verb.EXPORT, null, null, 100)).stream()
                .filter(each -> each.number() >= first && each.number() <= last)
                .toList();
        assertThat(entries).hasSize((int) (last - first + 1));
        assertThat(entries).extracting(each -> each.chapter()).contains(Chapter.FAMILY, Chapter.SUPERVISION);
    }

    private Exported standard(Exports exports, Path out) {
        return exports.run(
                WHO, new Shape(Format.TONGYONG, null, Extent.STANDARD), List.of(person.id()), acts.now(), out);
    }

    private void record(FactBody body, String since) {
        dossiers.record(
                WHO.actor(), person, body, Span.since(PartialDate.read(since).orElseThrow()), "文件");
    }

    private List<Fact<FactBody>> known() {
        return dossiers.known(person, acts.head());
    }

    private static List<Fact<FactBody>> uncoded(List<Fact<FactBody>> facts) {
        return facts.stream()
                .filter(each -> !Set.of("annual-grade", "study").contains(each.kind()))
                .toList();
    }

    private static List<Item> run(Imports imports, Path path) {
        var items = new ArrayList<Item>();
        imports.run(WHO, List.of(path), false, items::add);
        return items;
    }

    private static Map<String, List<String>> tables(Path zip) throws IOException {
        var all = entries(zip);
        all.keySet()
                .retainAll(all.keySet().stream()
                        .filter(each -> each.startsWith("Table/"))
                        .collect(java.util.stream.Collectors.toSet()));
        return all;
    }

    private static Map<String, List<String>> entries(Path zip) throws IOException {
        var entries = new TreeMap<String, List<String>>();
        try (var open = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(open.entries()))
                entries.put(
                        entry.getName(),
                        new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
        }
        return entries;
    }
}
