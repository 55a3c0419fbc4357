package huoshui.rule.sweep;

import static huoshui.rule.Books.clause;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.SetHeadcount;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.rule.Books;
import huoshui.rule.Books.Since;
import huoshui.rule.RankQuotas;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("没有记载不等于没有：事业单位是否参公、编制数只定了一半；两项所缺同一句话只算一条")
class SilenceTests {

    private static final PartialDate LONG_AGO = PartialDate.month(2004, 5);
    private static final String PAPER = "文件";
    private static int serial;

    private final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Units units;

    @Autowired
    Dossiers dossiers;

    @Autowired
    RankSweeps sweeps;

    @Autowired
    RankQuotas quotas;

    @Autowired
    Completeness completeness;

    @Autowired
    Acts acts;

    private static Signed keeper() {
        var all = new Role("walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        var everywhere = Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS);
        var account = UUID.randomUUID();
        var sight = Sight.drawn(account, null, List.of(all), null, List.of(everywhere), Set.of());
        return new Signed(account, "keeper", "测试", null, false, sight, new Purpose("P04"));
    }

    private UUID unit(UnitKind kind, @Nullable String civilManaged) {
        var is = new UnitIs(
                "示例单位" + ++serial, null, null, kind, null, null, 0, null, null, null, null, null, civilManaged, null);
        return units.found(clerk, new FoundUnit(is, LONG_AGO, PAPER));
    }

    private void count(UUID unit, @Nullable Integer administrative, @Nullable Integer civilManaged) {
        var counted = new Headcount(administrative, civilManaged, 40, null, null, null, PAPER);
        units.count(clerk, new SetHeadcount(unit, counted, LONG_AGO, PAPER));
    }

    private Subject.Person person(UUID unit, FactBody... more) {
        var person = dossiers.open();
        record(person, new Identity("示甲", "男", PartialDate.month(1980, 5), "汉族", null, null, null));
        record(person, PostHeld.of("科长").matchedTo(unit, null));
        for (var each : more) record(person, each);
        return person;
    }

    private void record(Subject.Person person, FactBody body) {
        dossiers.record(clerk, person, body, Span.since(LONG_AGO), PAPER);
    }

    private Swept swept(UUID unit) {
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        return sweeps.of(keeper(), unit, at).people().getFirst();
    }

    @Test
    void whoHasNoRankInAnInstitutionOfWhichNothingIsOnRecordIsOpenAndToldWhatSettlesIt() {
        var unit = unit(UnitKind.INSTITUTION, null);
        person(unit);
        assertThat(swept(unit).heap()).isEqualTo(RankHeap.UNKNOWN);
        assertThat(swept(unit).note()).isEqualTo("职级未记录，所在事业单位是否参公也未记录。须登记该单位的参公审批或参公编制数（没有的记 0），或本人的人员类别");

        count(unit, null, 0);
        assertThat(swept(unit).heap()).as("that settles it").isEqualTo(RankHeap.OUTSIDE);
        assertThat(swept(unit).note()).isEqualTo("所在事业单位没有参公编制，不实行公务员职级");
    }

    @Test
    void oneSortOfStaffOnRecordSettlesItEitherWay() {
        var unit = unit(UnitKind.INSTITUTION, null);
        person(unit, new Standing("7", null, null, null, null));
        assertThat(swept(unit).heap()).isEqualTo(RankHeap.OUTSIDE);
        assertThat(swept(unit).note()).isEqualTo("人员类别为“事业单位管理人员”，不实行公务员职级");

        var other = unit(UnitKind.INSTITUTION, null);
        person(other, new Standing("6", null, null, null, null));
        assertThat(swept(other).heap()).isEqualTo(RankHeap.UNKNOWN);
        assertThat(swept(other).note()).isEqualTo("职级未记录");
    }

    @Test
    void anInstitutionManagedLikeAnOrganIsInTheSweepAndAFirmIsNot() {
        var managed = unit(UnitKind.INSTITUTION, "2008.05 示公局〔2008〕1 号");
        person(managed);
        assertThat(swept(managed).heap()).isEqualTo(RankHeap.UNKNOWN);
        assertThat(swept(managed).note()).isEqualTo("职级未记录");

        var firm = unit(UnitKind.ENTERPRISE, null);
        person(firm);
        assertThat(swept(firm).heap()).isEqualTo(RankHeap.OUTSIDE);
    }

    @Test
    void aHeadcountLaidDownInPartIsNotAllOfIt() {
        var organ = unit(UnitKind.GOVERNMENT_ORGAN, null);
        count(organ, null, 30);
        var line = quota(organ);
        assertThat(line.base()).isNull();
        assertThat(line.ceiling()).isNull();
        assertThat(line.free()).as("no ceiling of a part").isNull();

        var whole = unit(UnitKind.GOVERNMENT_ORGAN, null);
        count(whole, 50, 30);
        assertThat(quota(whole).base()).isEqualTo(80);
        var plain = unit(UnitKind.GOVERNMENT_ORGAN, null);
        count(plain, 50, null);
        assertThat(quota(plain).base()).as("an organ has no such part").isEqualTo(50);
    }

    @Test
    void moreThanTheCeilingOfAPartIsOpenAndSaysWhichPartIsMissing() {
        var organ = unit(UnitKind.GOVERNMENT_ORGAN, null);
        count(organ, null, 1);
        for (int i = 0; i < 3; i++) person(organ, new huoshui.dossier.fact.CareerFact.RankHeld("一级主任科员", null, null));
        var line = quota(organ);
        assertThat(line.least()).isEqualTo(3);
        assertThat(line.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(line.missing()).contains("行政编制数未核定");
    }

    private RankQuotas.Line quota(UUID unit) {
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        return quotas.of(keeper(), unit, at).stream()
                .filter(each -> each.clause().code().equals("ZJ-12-3.1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClauseWithTwoGapsOfTheSameWordsIsCountedOnce() {
        var twice = clause(
                "T-1",
                "from: 2020-01-01",
                "REQUIRES",
                "rank: { at-least: 四级主任科员 }, time-in-rank: { at-least: 24 months }",
                "facts: { rank: 一级主任科员, time-in-rank: 24 months }",
                "facts: { rank: 一级主任科员, time-in-rank: 23 months }");
        var ready = Books.ready(Books.asking(
                Books.of(twice), TestClock.FIRST_DAY, List.of(new Since(PostHeld.of("科长"), Span.since(LONG_AGO)))));
        var lacks = completeness.lacks(ready);
        assertThat(lacks).hasSize(1);
        assertThat(lacks.getFirst().what()).isEqualTo("职级未记录");
        assertThat(lacks.getFirst().open()).isEqualTo(1);
        assertThat(lacks.getFirst().clauses()).containsExactly("T-1");
    }
}
