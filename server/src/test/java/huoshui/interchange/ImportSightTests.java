package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@DisplayName("导入的差异只说经办人能看的章：看不到处分的，导入看不到、改不了，也推不出有没有处分")
class ImportSightTests {

    private static final String SANCTION = "党内严重警告";
    private static final Set<Chapter> CADRE_SECTION =
            EnumSet.complementOf(EnumSet.of(Chapter.SUPERVISION, Chapter.POLITICAL));
    private static int number = 40;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    @Autowired
    Journal journal;

    private Subject.Person person = new Subject.Person(UUID.randomUUID());
    private String form = "";

    @BeforeEach
    void someoneSanctionedWhoseFormSaysSo() {
        form = Sheaf.plain(++number).getLast();
        Sheaf.lay(
                folder.resolve("first"),
                "a.lrmx",
                Sheaf.with(form, "JiangChengQingKuang", "2024.05，" + SANCTION + "；"));
        var came = run(everybody(), folder.resolve("first"), false).getFirst();
        assertThat(came.status()).isEqualTo(Status.NEW);
        person = new Subject.Person(Objects.requireNonNull(came.personId()));
        dossiers.record(
                everybody().actor(),
                person,
                new Sanction(SANCTION, "02252", null, null, null, null, null),
                Span.since(PartialDate.month(2024, 5)),
                "文件");
    }

    @ParameterizedTest
    @EnumSource(names = {"LRMX", "TONGYONG"})
    void whoeverDoesNotSeeASanctionBringsTheirOwnExportInAgainAndNothingChangesOrShows(Format format) {
        var cadres = account(CADRE_SECTION);
        var out = folder.resolve("out" + format.suffix());
        exports.run(cadres, format, List.of(person.id()), acts.now(), out);
        var before = supervision();

        for (boolean dryRun : List.of(true, false)) {
            var items = run(cadres, out, dryRun);
            // A package gives grades their codes; of all else the dossier says what went out.
            assertThat(items)
                    .flatExtracting(Item::changes)
                    .extracting(Item.FieldChange::field)
                    .isSubsetOf("annualGrade");
            if (format == Format.LRMX)
                assertThat(items).extracting(Item::status).containsExactly(Status.SAME);
            assertThat(items)
                    .flatExtracting(Item::problems)
                    .extracting(Problem::code)
                    .doesNotContain("chapter.held");
            assertThat(JsonMapper.shared().writeValueAsString(items)).doesNotContain(SANCTION, "奖惩");
        }
        assertThat(supervision()).isEqualTo(before);
    }

    @Test
    void whatAFormSaysOfSanctionsIsHeldForThoseWhoMayAndTellsNothingOfTheDossier() {
        dossiers.record(
                everybody().actor(),
                person,
                new Reward("先进工作者", null, null, null, null, null),
                Span.since(PartialDate.month(2019, 7)),
                "文件");
        Sheaf.lay(folder.resolve("other"), "a.lrmx", Sheaf.with(form, "JiangChengQingKuang", "2021年获嘉奖"));
        var cadres = account(CADRE_SECTION);

        var item = run(cadres, folder.resolve("other"), false).getFirst();

        assertThat(item.problems()).extracting(Problem::code).contains("chapter.held");
        assertThat(JsonMapper.shared().writeValueAsString(item))
                .contains("2021年获嘉奖", "先进工作者")
                .doesNotContain(SANCTION);
        assertThat(dossiers.of(person, acts.now()))
                .filteredOn(each -> each.body() instanceof PrintedText printed
                        && printed.box() == Box.REWARDS_AND_SANCTIONS
                        && printed.text().contains("嘉奖"))
                .isEmpty();
        assertThat(read(person, Chapter.SUPERVISION)).isEmpty();
    }

    @Test
    void whatOnlyOthersMayWriteIsSaidOnceAndCountsForNoChange() {
        Sheaf.lay(folder.resolve("other"), "a.lrmx", Sheaf.with(form, "JiangChengQingKuang", "2021年受" + SANCTION));
        var cadres = account(CADRE_SECTION);
        run(cadres, folder.resolve("other"), false);
        var before = dossiers.history(person);

        var again = run(cadres, folder.resolve("other"), false).getFirst();

        assertThat(again.status()).isEqualTo(Status.SAME);
        assertThat(again.changes()).isEmpty();
        assertThat(again.problems())
                .filteredOn(each -> each.code().equals("chapter.held"))
                .singleElement()
                .satisfies(each -> assertThat(each.field()).isEqualTo("rewards"));
        assertThat(dossiers.history(person)).isEqualTo(before);
        dossiers.known(person, acts.head()).stream()
                .filter(each -> each.chapter() == Chapter.SUPERVISION)
                .forEach(each -> dossiers.cancel(everybody().actor(), each.id(), "测试"));
        assertThat(run(cadres, folder.resolve("other"), false).getFirst())
                .as("told the same where there is nothing")
                .isEqualTo(again);
        assertThat(run(everybody(), folder.resolve("other"), true).getFirst().status())
                .isEqualTo(Status.CHANGED);
    }

    @Test
    void aRewardIsWrittenThoughTheSanctionBesideItIsHeld() {
        var out = folder.resolve("all.zip");
        dossiers.record(
                everybody().actor(),
                person,
                new Reward("三等功", null, null, null, null, null),
                Span.since(PartialDate.month(2020, 7)),
                "文件");
        exports.run(everybody(), Format.TONGYONG, List.of(person.id()), acts.now(), out);
        dossiers.known(person, acts.head()).stream()
                .filter(each -> Set.of("reward", "sanction", "printed").contains(each.kind()))
                .forEach(each -> dossiers.cancel(everybody().actor(), each.id(), "测试"));

        var item = run(account(CADRE_SECTION), out, false).getFirst();

        assertThat(item.problems()).extracting(Problem::code).contains("chapter.held");
        assertThat(dossiers.of(person, acts.now()))
                .extracting(each -> each.kind())
                .contains("reward")
                .doesNotContain("sanction");
        assertThat(dossiers.known(person, acts.head()))
                .noneMatch(each -> each.body() instanceof PrintedText printed
                        && printed.box().chapter() == Chapter.SUPERVISION);
    }

    @Test
    void whoeverIsToldASealedPartIsJournaledWithWhyTheyImported() {
        var said = Sheaf.with(form, "JiangChengQingKuang", "无");
        Sheaf.lay(folder.resolve("other"), "a.lrmx", Sheaf.with(said, "JianKangZhuangKuang", "良好"));
        var mine = account(EnumSet.allOf(Chapter.class));

        var item = run(mine.because(null), folder.resolve("other"), true).getFirst();
        assertThat(JsonMapper.shared().writeValueAsString(item)).contains(SANCTION);
        assertThat(read(person, Chapter.SUPERVISION)).containsExactly(Purposes.CHECKING_BATCH.code());
        assertThat(read(person, Chapter.HEALTH)).containsExactly(Purposes.CHECKING_BATCH.code());
        assertThat(read(person, Chapter.FAMILY)).isEmpty();

        run(mine.because(new Purpose("P03")), folder.resolve("other"), true);
        assertThat(read(person, Chapter.SUPERVISION)).contains("P03");
    }

    private List<Fact<FactBody>> supervision() {
        return dossiers.history(person).stream()
                .filter(each -> each.chapter() == Chapter.SUPERVISION)
                .toList();
    }

    private List<String> read(Subject.Person person, Chapter chapter) {
        return journal.page(new JournalQuery(null, person.id(), null, Verb.READ, null, null, 100)).stream()
                .filter(each -> each.chapter() == chapter)
                .map(each -> String.valueOf(each.purpose()))
                .toList();
    }

    private List<Item> run(Signed who, Path path, boolean dryRun) {
        var items = new ArrayList<Item>();
        imports.run(who, List.of(path), dryRun, items::add);
        return items;
    }

    private static Signed everybody() {
        return account(EnumSet.allOf(Chapter.class));
    }

    private static Signed account(Set<Chapter> chapters) {
        var id = UUID.randomUUID();
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, new Purpose("P05"));
    }
}
