package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Outcome;
import huoshui.rule.Rulebook;
import huoshui.rule.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("B02 每条核查意见都说明条款、所据事实和所缺；待核决不算符合")
class B02FindingStory {

    static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    static final Target RISING = new Target.Rank(Rank.CONSULTANT_4);

    final Actor clerk = new Actor(UUID.randomUUID());
    final TestClock clock;
    final Dossiers dossiers;
    final Acts acts;
    final Rulebook rulebook;
    Subject.Person zhou = new Subject.Person(UUID.randomUUID());
    UUID rank = UUID.randomUUID();

    B02FindingStory(
            @Autowired Clock clock, @Autowired Dossiers dossiers, @Autowired Acts acts, @Autowired Rulebook rulebook) {
        this.clock = (TestClock) clock;
        this.dossiers = dossiers;
        this.acts = acts;
        this.rulebook = rulebook;
    }

    @BeforeEach
    void somebodyHoldsARank() {
        if (acts.today().isBefore(DAY)) clock.goTo(DAY);
        zhou = dossiers.open();
        record(PostHeld.of("市水务局一级主任科员"), since("2019-03"));
        rank = record(new RankHeld("一级主任科员", null, null), since("2024-09"));
    }

    @Test
    void aFindingShowsItsClauseAndTheFactsItRead() {
        grade(2024, "称职");
        var outstanding = grade(2025, "优秀");
        var finding = finding("ZJ-18-06");

        assertThat(finding.verdict()).isEqualTo(Verdict.MET);
        assertThat(finding.provision().cite().words(finding.provision().status()))
                .isEqualTo("《公务员职务与职级并行规定》（2019 版）第十八条第（六）项");
        assertThat(finding.evidence()).contains(rank, outstanding);
        assertThat(finding.words()).contains("2 年");
        assertThat(finding.missing()).isEmpty();
    }

    @Test
    void whatIsNotRecordedIsOpenAndSaysWhatWouldSettleIt() {
        grade(2024, "称职");
        var finding = finding("ZJ-18-06");

        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(finding.missing()).anyMatch(each -> each.contains("年度考核"));
        grade(2025, "基本称职");
        assertThat(finding("ZJ-18-06").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(finding("ZJ-18-06").outcome()).isEqualTo(Outcome.LACKING);
    }

    @Test
    void anInfluencePeriodBarsUntilItsLastDayAndNoLonger() {
        var sanction = record(new Sanction("党内警告", "02250", null, null, null, null, null), on("2025-09-10"));

        record(new Conclusion("AFFECTS-USE", "否", "部务会", Chapter.SUPERVISION, null), on("2025-09-10"));
        var barred = finding("ZJ-21-2");
        assertThat(barred.outcome()).isEqualTo(Outcome.BARRED);
        assertThat(barred.evidence()).containsExactly(sanction);
        assertThat(on(LocalDate.of(2026, 9, 9)).verdict()).isEqualTo(Verdict.MET);
        var after = on(LocalDate.of(2026, 9, 10));
        assertThat(after.verdict()).as("%s %s", after.words(), after.missing()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aSanctionClearedIsGoneFromThatDayAndEarlierDaysKeepIt() {
        record(
                new Sanction("党内警告", "02250", null, null, null, PartialDate.day(LocalDate.of(2026, 3, 1)), null),
                on("2025-09-10"));
        record(new Conclusion("AFFECTS-USE", "否", "部务会", Chapter.SUPERVISION, null), on("2025-09-10"));

        assertThat(on(LocalDate.of(2026, 2, 28)).verdict()).isEqualTo(Verdict.MET);
        assertThat(on(LocalDate.of(2026, 3, 1)).verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void whatWasNotYetKnownIsNotHeldAgainstAnybody() {
        long before = acts.head();
        record(new Sanction("党内警告", "02250", null, null, null, null, null), on("2025-09-10"));

        assertThat(at(DAY, before, "ZJ-21-2").verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(at(DAY, acts.head(), "ZJ-21-2").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aDossierWithoutACareerIsNotTakenForAnInnocentOne() {
        zhou = dossiers.open();
        record(new RankHeld("一级主任科员", null, null), since("2024-09"));

        assertThat(finding("ZJ-21-2").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding("ZJ-21-2").missing()).isNotEmpty();
    }

    @Test
    void aDayOnWhichTheClauseWasNotInForceIsSaid() {
        assertThatThrownBy(() -> at(LocalDate.of(2018, 1, 1), acts.head(), "ZJ-18-06"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ZJ-18-06 在 2018-01-01 没有施行")
                .hasMessageContaining("2019-06-01");
    }

    private Finding finding(String code) {
        return at(DAY, acts.head(), code);
    }

    private Finding on(LocalDate day) {
        return at(day, acts.head(), "ZJ-21-2");
    }

    private Finding at(LocalDate day, long known, String code) {
        var asking = rulebook.at(new AsOf(day, known));
        return asking.finding(asking.about(zhou, Occasion.RANK_PROMOTION, RISING), asking.clause(code))
                .orElseThrow();
    }

    private UUID grade(int year, String word) {
        return record(new AnnualGrade(year, word, null), Span.between(PartialDate.year(year), PartialDate.year(year)));
    }

    private UUID record(FactBody body, Span valid) {
        return dossiers.record(clerk, zhou, body, valid, "测试").id();
    }

    private static Span since(String month) {
        return Span.since(PartialDate.parse(month));
    }

    private static Span on(String day) {
        return Span.since(LocalDate.parse(day));
    }
}
