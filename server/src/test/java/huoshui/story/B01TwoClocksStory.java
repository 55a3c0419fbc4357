package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Superseded;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("B01 两个时间：任何人在任何一日的情况，和任何一日所知道的情况")
class B01TwoClocksStory {

    /** Knowledge never runs backwards, so each test lives in a year of its own. */
    static int lastYear = 2026;

    final int year = lastYear++;
    final LocalDate feb28 = LocalDate.of(year, 2, 28);
    final LocalDate mar1 = LocalDate.of(year, 3, 1);
    final LocalDate mar10 = LocalDate.of(year, 3, 10);
    final LocalDate mar15 = LocalDate.of(year, 3, 15);
    final LocalDate mar25 = LocalDate.of(year, 3, 25);
    final Actor clerk = new Actor(UUID.randomUUID());
    final TestClock clock;
    final Dossiers dossiers;
    final Acts acts;
    Subject.Person zhang = new Subject.Person(UUID.randomUUID());

    B01TwoClocksStory(@Autowired Clock clock, @Autowired Dossiers dossiers, @Autowired Acts acts) {
        this.clock = (TestClock) clock;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    @BeforeEach
    void someoneHoldsAPost() {
        clock.goTo(LocalDate.of(year, 1, 5));
        zhang = dossiers.open();
        dossiers.record(clerk, zhang, PostHeld.of("市水务局副局长"), Span.since(LocalDate.of(2021, 6, 1)), "任职文件");
    }

    @Test
    void aResignationEnteredOnTheFirstAndEffectiveOnTheFifteenthIsSeenRightlyOnEitherClock() {
        clock.goTo(mar1);
        dossiers.end(clerk, held(mar1, mar1).getFirst().id(), mar15, "辞职批复");
        clock.goTo(mar25);

        for (var known : List.of(feb28, mar10, mar25)) {
            assertThat(held(feb28, known)).as("on 28 February, known %s", known).hasSize(1);
            assertThat(held(mar10, known)).as("on 10 March, known %s", known).hasSize(1);
        }
        assertThat(held(mar25, feb28)).as("nobody knew yet on 28 February").hasSize(1);
        assertThat(held(mar25, mar10))
                .as("on 10 March it was known that he would be gone")
                .isEmpty();
        assertThat(held(mar25, mar25)).isEmpty();
    }

    @Test
    void aCorrectionOfThePastChangesWhatWasSoAndNotWhatWasKnown() {
        clock.goTo(mar10);
        var wrong = held(mar10, mar10).getFirst();
        dossiers.correct(clerk, wrong.id(), PostHeld.of("市水务局总工程师"), wrong.valid(), "干部任免名册");

        assertThat(texts(held(feb28, feb28))).containsExactly("市水务局副局长");
        assertThat(texts(held(feb28, mar10))).containsExactly("市水务局总工程师");
    }

    @Test
    void aFutureFactHoldsFromItsDay() {
        dossiers.record(clerk, zhang, new RankHeld("二级调研员", null, null), Span.since(LocalDate.of(2024, 12, 1)), "文");
        dossiers.record(clerk, zhang, new RankHeld("一级调研员", null, null), Span.since(mar15), "文");

        assertThat(ranks(mar10)).containsExactly("二级调研员");
        assertThat(ranks(mar15)).containsExactly("一级调研员");
    }

    @Test
    void nobodyHoldsTwoRanksOnOneDay() {
        dossiers.record(clerk, zhang, new RankHeld("一级调研员", null, null), Span.since(mar15), "文");

        assertThatThrownBy(
                        () -> dossiers.record(clerk, zhang, new RankHeld("二级调研员", null, null), Span.since(mar10), "文"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("同一天只能有一个值");
    }

    @Test
    void aMistakeIsCancelledWithAReasonAndStaysReadable() {
        var wrong = held(mar10, mar10).getFirst();
        assertThatThrownBy(() -> dossiers.cancel(clerk, wrong.id(), " ")).hasMessageContaining("撤销须写理由");

        dossiers.cancel(clerk, wrong.id(), "录错了人");

        assertThat(held(mar10, mar10)).isEmpty();
        assertThat(dossiers.history(zhang)).anyMatch(each -> each.id().equals(wrong.id()));
    }

    @Test
    void whoeverWorksFromASupersededVersionIsShownBothSides() {
        var seen = held(mar10, mar10).getFirst();
        dossiers.correct(clerk, seen.id(), PostHeld.of("市水务局总工程师"), seen.valid(), "名册");

        assertThatThrownBy(() -> dossiers.correct(clerk, seen.id(), PostHeld.of("市水务局调研员"), seen.valid(), "名册"))
                .isInstanceOfSatisfying(Superseded.class, refusal -> {
                    assertThat(refusal.sort()).isEqualTo(Refusal.Sort.CONFLICT);
                    assertThat(refusal.yours().id()).isEqualTo(seen.id());
                    assertThat(refusal.current())
                            .anySatisfy(each -> assertThat(each.body()).isEqualTo(PostHeld.of("市水务局总工程师")));
                });
    }

    private List<Fact<FactBody>> held(LocalDate day, LocalDate known) {
        return dossiers.of(zhang, new AsOf(day, acts.endOf(known))).stream()
                .filter(each -> each.body() instanceof PostHeld)
                .toList();
    }

    private List<String> ranks(LocalDate day) {
        return dossiers.of(zhang, new AsOf(day, acts.head())).stream()
                .filter(each -> each.body() instanceof RankHeld)
                .map(each -> ((RankHeld) each.content()).rank())
                .toList();
    }

    private static List<String> texts(List<Fact<FactBody>> facts) {
        return facts.stream().map(each -> ((PostHeld) each.content()).text()).toList();
    }
}
