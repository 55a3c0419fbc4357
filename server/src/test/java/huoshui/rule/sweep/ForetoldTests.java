package huoshui.rule.sweep;

import static huoshui.rule.Books.clause;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.Rank;
import huoshui.rule.Books;
import huoshui.rule.Books.Since;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody in one rank since March 2025 and in one post since February 2018, asked on 30 June 2026. */
@DisplayName("可期之日：条款起止之日都要问；时间窗按日；要走多远走多远；将施行的条款读到没打开的内容，不往后推")
class ForetoldTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final List<Since> CAREER = List.of(
            since(new RankHeld("一级主任科员", null, null), PartialDate.month(2025, 3)),
            since(PostHeld.of("办公室主任"), PartialDate.month(2018, 2)));

    private static final String TWO_YEARS = clause(
            "T-1",
            "from: 2020-01-01",
            "REQUIRES",
            "time-in-rank: { at-least: 24 months }",
            "facts: { time-in-rank: 24 months }",
            "facts: { time-in-rank: 23 months }");

    private static Since since(huoshui.dossier.fact.FactBody body, PartialDate date) {
        return new Since(body, Span.since(date));
    }

    private static List<Since> with(Since... more) {
        var all = new java.util.ArrayList<>(CAREER);
        all.addAll(List.of(more));
        return all;
    }

    private static Swept swept(List<Since> facts, String... clauses) {
        var asking = Books.asking(Books.of(clauses), DAY, facts);
        return RankSweeps.sweep(Books.ready(asking)).people().getFirst();
    }

    private static LocalDate earliest(List<Since> facts, String... clauses) {
        var swept = swept(facts, clauses);
        assertThat(swept.target()).isEqualTo(Rank.CONSULTANT_4);
        var day = swept.outlook().earliest();
        if (day == null) throw new AssertionError("no day: " + swept);
        assertThat(heap(day.minusDays(1), facts, clauses)).as("the day before").isIn(RankHeap.LACKING, RankHeap.BARRED);
        assertThat(heap(day, facts, clauses)).as("asked on that very day").isEqualTo(RankHeap.CLEAR);
        return day;
    }

    private static RankHeap heap(LocalDate day, List<Since> facts, String... clauses) {
        return RankHeap.of(Books.rising(Books.asking(Books.of(clauses), day, facts), Rank.CONSULTANT_4));
    }

    // Clauses begin and end

    @Test
    void aClauseThatBeginsLaterIsAskedOfTheDaysFromWhichItIsInForce() {
        assertThat(earliest(CAREER, TWO_YEARS)).isEqualTo(LocalDate.of(2027, 3, 1));
        var three = clause(
                "T-2",
                "from: 2027-01-15",
                "REQUIRES",
                "time-in-rank: { at-least: 36 months }",
                "facts: { time-in-rank: 36 months }",
                "facts: { time-in-rank: 35 months }");
        assertThat(earliest(CAREER, TWO_YEARS, three)).isEqualTo(LocalDate.of(2028, 3, 1));
    }

    @Test
    void aClauseThatEndsIsInTheWayNoMoreFromTheDayAfter() {
        var ending = clause(
                "T-3",
                "from: 2020-01-01, to: 2026-09-14",
                "BARS",
                "time-in-post: { at-least: 1 months }",
                "facts: { time-in-post: 1 months }",
                "facts: { time-in-post: 0 months }");
        var swept = swept(CAREER, ending);
        assertThat(swept.outlook().until()).isEqualTo(LocalDate.of(2026, 9, 15));
        assertThat(earliest(CAREER, ending)).isEqualTo(LocalDate.of(2026, 9, 15));
    }

    @Test
    void nothingIsForetoldPastAClauseThatBeginsLaterAndReadsWhatWasNotOpened() {
        var sealed = clause(
                "T-4",
                "from: 2026-11-01",
                "BARS",
                "exists: { kind: sanction }",
                "dossier: [ { kind: sanction, name: 党内警告, code: \"02250\", from: 2026-01-01 } ]",
                "dossier: [ ]");
        var outlook = swept(CAREER, TWO_YEARS, sealed).outlook();
        assertThat(outlook.earliest()).isNull();
        assertThat(outlook.open()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(outlook.missing()).containsExactly("将施行的 T-4 读到本次没有打开的内容");
        assertThat(swept(CAREER, TWO_YEARS, sealed).heap()).isEqualTo(RankHeap.LACKING);

        var opened = clause(
                "T-5",
                "from: 2020-01-01",
                "WARNS",
                "exists: { kind: sanction }",
                "dossier: [ { kind: sanction, name: 党内警告, code: \"02250\", from: 2026-01-01 } ]",
                "dossier: [ ]");
        assertThat(swept(CAREER, TWO_YEARS, sealed, opened).outlook().earliest())
                .as("that chapter was opened for a clause of today")
                .isEqualTo(LocalDate.of(2027, 3, 1));
    }

    // Windows

    @Test
    void aWindowOfMonthsLetsGoOfAFactOnItsDayNotOnTheFirstOfTheNextMonth() {
        var window = clause(
                "T-6",
                "from: 2020-01-01",
                "BARS",
                "exists: { kind: reward, within: 12 months }",
                "dossier: [ { kind: reward, name: 嘉奖, from: 2026-01-01 } ]",
                "dossier: [ ]");
        var rewarded =
                since(new Reward("嘉奖", "01115", null, null, null, null), PartialDate.day(LocalDate.of(2025, 9, 10)));
        assertThat(earliest(with(rewarded), window)).isEqualTo(LocalDate.of(2026, 9, 11));
    }

    @Test
    void aWindowThatBeganAtTheEndOfAMonthIsReachedOnTheRightDay() {
        for (int month = 1; month <= 36; month++)
            for (int day = 0; day < 800; day++) {
                var begins = LocalDate.of(2023, 1, 1).plusDays(day);
                var first = begins.plusMonths(month).minusDays(5);
                while (first.minusMonths(month).isBefore(begins)) first = first.plusDays(1);
                assertThat(Books.reached(begins, month)).isEqualTo(first);
            }
    }

    // Far ahead

    @Test
    void whatComesAfterMoreThanSixtyStepsIsFoundAllTheSame() {
        var far = clause(
                "T-7",
                "from: 2020-01-01",
                "REQUIRES",
                "time-in-rank: { at-least: 120 months }, terms-in-post: { at-most: 9 times }",
                "facts: { time-in-rank: 120 months, terms-in-post: 0 times }",
                "facts: { time-in-rank: 119 months, terms-in-post: 0 times }");
        assertThat(earliest(CAREER, far)).isEqualTo(LocalDate.of(2035, 3, 1));
    }

    // Coming dates

    private static final String NINE = clause(
            "JL-05-1.2",
            "from: 2020-01-01, to: 2026-12-31",
            "FLAGS",
            "time-in-post: { at-least: 108 months }",
            "facts: { time-in-post: 108 months }",
            "facts: { time-in-post: 107 months }");

    private static Optional<ComingDates.Coming> nineYears(String... clauses) {
        var ready = Books.ready(Books.asking(Books.of(clauses), DAY, CAREER));
        var clause = ready.clauses().stream()
                .filter(each -> each.code().equals("JL-05-1.2"))
                .findFirst()
                .orElseThrow();
        return ComingDates.coming(
                ready, ComingDates.Kind.TENURE_9, clause, ready.people().getFirst(), 12);
    }

    private static String later(String when, String met, String not) {
        return clause("JL-05-1.2", "from: 2027-01-01", "FLAGS", when, met, not);
    }

    @Test
    void aMonthIsReckonedByTheEditionInForceThen() {
        assertThat(nineYears(NINE.replace(", to: 2026-12-31", "")).orElseThrow().month())
                .isEqualTo(YearMonth.of(2027, 2));
        assertThat(nineYears(
                        NINE,
                        later(
                                "time-in-post: { at-least: 120 months }",
                                "facts: { time-in-post: 120 months }",
                                "facts: { time-in-post: 9 months }")))
                .as("ten years by then, which is after these twelve months")
                .isEmpty();
        assertThat(nineYears(
                                NINE,
                                later(
                                        "time-in-post: { at-least: 100 months }",
                                        "facts: { time-in-post: 100 months }",
                                        "facts: { time-in-post: 9 months }"))
                        .orElseThrow()
                        .month())
                .as("it is so on its first day")
                .isEqualTo(YearMonth.of(2027, 1));
    }

    @Test
    void aLaterEditionThatReadsASealedChapterIsNotAskedWhereItWasNotOpened() {
        var facts = with(since(
                new Sanction("党内警告", "02250", null, null, null, null, null),
                PartialDate.day(LocalDate.of(2026, 5, 1))));
        var reading = later(
                "time-in-post: { at-least: 100 months }, exists: { kind: sanction }",
                "facts: { time-in-post: 100 months }, dossier: [ { kind: sanction, name: 党内警告, code: \"02250\", from: 2026-01-01 } ]",
                "facts: { time-in-post: 9 months }, dossier: [ ]");
        var ready = Books.ready(Books.asking(Books.of(NINE, reading), DAY, facts));
        assertThat(ComingDates.coming(
                        ready,
                        ComingDates.Kind.TENURE_9,
                        ready.clauses().getFirst(),
                        ready.people().getFirst(),
                        12))
                .isEmpty();
    }
}
