package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asked on 15 June 2026 of somebody of whom nothing begins or ends later but what a line adds. */
@DisplayName("答案可变之日：够年限、出时间窗、过年度、影响期满、条款起止，各在哪一天再问")
class AnswerTurnsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // A length may be reached on the first of a month; a month too early is asked in vain, never one too
                // late.
                "{ time-in-rank: { at-least: 24 months } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2027-02-01",
                "{ time-in-rank: { at-least: 16 months } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2026-07-01",
                "{ time-in-rank: { at-most: 15 months } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2026-07-01",
                "{ time-in-rank: { between: [ 10 months, 20 months ] } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2026-11-01",
                "{ time-in-rank: { at-least: 13 years } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2038-02-01",
                "{ time-in-rank: { at-least: 14 years } } | { kind: rank, rank: 一级科员, from: 2025-03 } | ",
                "{ time-in-rank: { at-least: 24 months } } | { kind: identity, name: 某 } | ",
                // Years of life are told to the year: the next may be near, the one after no earlier than a year on.
                "{ age: { at-least: 47 years } } | { kind: identity, name: 某, birth: 1980-06 } | 2026-07-01",
                "{ age: { at-least: 48 years } } | { kind: identity, name: 某, birth: 1980-06 } | 2026-07-01",
                "{ age: { at-least: 58 years } } | { kind: identity, name: 某, birth: 1980-06 } | 2036-06-01",
                "{ age: { at-least: 60 years } } | { kind: identity, name: 某, birth: 1980-06 } | 2038-06-01",
                "{ age: { at-least: 61 years } } | { kind: identity, name: 某, birth: 1980-06 } | ",
                // What a year concludes turns with the year, however the length stands.
                "{ grades: { grade: 优秀, years: 3 years, at-least: 1 times } } | { kind: annual-grade, year: 2025, grade: 称职 } | 2027-01-01",
                "{ last-grade: 优秀 } | { kind: annual-grade, year: 2025, grade: 称职 } | 2027-01-01",
                "{ effective-rank-tenure: { at-least: 30 months } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2027-01-01",
                "{ terms-in-post: { at-least: 3 times } } | { kind: post, text: 科长, from: 2020-01 } | 2026-07-01",
                "{ on-probation: true } | { kind: post, text: 科长, from: 2026-01 } | 2026-07-01",
                "{ sex: 男 } | { kind: identity, name: 某 } | ",
                "{ communist: true } | { kind: identity, name: 某 } | ",
                // A window lets go of a fact the day after, an unsure one when it may first have.
                "{ exists: { kind: reward, within: 12 months } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | 2026-09-11",
                "{ exists: { kind: reward, within: 12 months } } | { kind: reward, name: 嘉奖, from: 2025-09 } | 2026-09-02",
                "{ exists: { kind: reward, within: 30 days } } | { kind: reward, name: 嘉奖, from: 2026-06-10 } | 2026-07-11",
                "{ exists: { kind: reward, within: 12 months } } | { kind: reward, name: 嘉奖, from: 2025-06-14 } | ",
                "{ exists: { kind: reward, within: 12 months } } | { kind: reward, name: 嘉奖, from: 2025-06-15 } | 2026-06-16",
                "{ exists: { kind: sanction, within: 12 months } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | ",
                "{ exists: { kind: secondment, within: 24 months } } | { kind: secondment, text: 挂职, from: 2020-03-01, to: 2025-01-20 } | 2027-01-20",
                "{ exists: { kind: reward, within: 3 calendar-years } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | 2027-01-01",
                "{ exists: { kind: reward, within: this-year } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | 2027-01-01",
                "{ exists: { kind: reward, within: in-rank } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | ",
                "{ exists: { kind: reward } } | { kind: reward, name: 嘉奖, from: 2025-09-10 } | ",
                // Hours of training leave their years day by day.
                "{ training-hours: { years: this-year, at-least: 90 hours } } | { kind: training, course: 甲, hours: 40, from: 2026-05-01, to: 2026-05-08 } | 2027-01-01",
                "{ training-hours: { years: 1 years, at-least: 90 hours } } | { kind: training, course: 甲, hours: 40, from: 2025-07-01, to: 2025-07-08 } | 2026-07-02",
                "{ training-days: { at-least: 90 days } } | { kind: training, course: 甲, days: 4, from: 2022-07-01, to: 2022-07-08 } | 2027-07-02",
                // What is recorded begins and ends on its days.
                "{ sex: 男 } | { kind: rank, rank: 一级科员, from: 2026-09-01 } | 2026-09-01",
                "{ sex: 男 } | { kind: secondment, text: 挂职, from: 2025-03-01, to: 2026-08-20 } | 2026-08-20",
                "{ not: { all: [ { sex: 男 }, { time-in-rank: { at-least: 24 months } } ] } } | { kind: rank, rank: 一级科员, from: 2025-03 } | 2027-02-01"
            })
    void theDayOnWhichItIsToBeAskedAgain(String criterion, String fact, @Nullable LocalDate next) {
        var paper = OnPaper.on(DAY.toString(), "- " + fact);
        assertThat(after(paper, paper.ask(criterion))).isEqualTo(next);
    }

    private static @Nullable LocalDate after(OnPaper paper, Answer... answers) {
        return turns(paper).after(List.of(answers), DAY);
    }

    private static AnswerTurns turns(OnPaper paper) {
        var influences = Objects.requireNonNull(paper.question().person()).influences();
        return new AnswerTurns(paper.lines(), paper.book(), day -> influences);
    }

    @Test
    void theEarliestOfSeveralAnswersCounts() {
        var paper = OnPaper.on(DAY.toString(), """
                - { kind: rank, rank: 一级科员, from: 2025-03 }
                - { kind: reward, name: 嘉奖, from: 2025-09-10 }
                """);
        var rank = paper.ask("{ time-in-rank: { at-least: 24 months } }");
        var reward = paper.ask("{ not: { exists: { kind: reward, within: 12 months } } }");
        assertThat(after(paper, rank, reward)).isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(after(paper, reward, rank)).isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(after(paper, new Answer.Several(rank.verdict(), new Answer[] {rank, reward})))
                .isEqualTo(LocalDate.of(2026, 9, 11));
        assertThat(after(paper)).isNull();
        assertThat(after(paper, new Answer.Said(rank.verdict(), "甲", ""))).isNull();
    }

    @Test
    void aClauseThatBeginsOrEndsTurnsWhateverWasAnswered() {
        var clause = new Provision(
                "T-1",
                "试行",
                new Citation("试行规定", "2020", "第一条"),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 12, 31),
                Status.VERIFIED,
                Effect.BARS,
                ProvisionTests.EVERYBODY,
                OnPaper.criterion("{ sex: 男 }"),
                null,
                null,
                "",
                false,
                List.of(),
                "x.yaml:1",
                1);
        var book = new Book(List.of(), List.of(), List.of(), List.of(clause), Map.of());
        var paper = OnPaper.on(DAY.toString(), "- { kind: identity, name: 某 }").by(book);
        assertThat(after(paper, paper.ask("{ sex: 男 }"))).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(turns(paper).after(List.of(), LocalDate.of(2026, 7, 1))).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(turns(paper).after(List.of(), LocalDate.of(2027, 1, 1))).isNull();
        assertThat(book.inForce(LocalDate.of(2026, 6, 30))).isEmpty();
        assertThat(book.inForce(LocalDate.of(2026, 7, 1))).containsExactly(clause);
        assertThat(book.inForce(LocalDate.of(2026, 12, 31)))
                .as("between two turns the same")
                .isSameAs(book.inForce(LocalDate.of(2026, 8, 1)));
        assertThat(book.inForce(LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void aPeriodEndsAtItsEarliestOrItsLatestAndOneThatMayLastForEverNever() {
        var sanction = "- { kind: sanction, name: 政务警告, from: 2026-01-10, influence-until: 2026-07-09 }";
        var told = OnPaper.on(DAY.toString(), sanction);
        var flag = told.ask("{ influence: { blocks: promotion } }");
        assertThat(after(told, flag)).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(turns(told).after(List.of(flag), LocalDate.of(2026, 7, 10))).isNull();
        assertThat(after(told, told.ask("{ influence-left: { at-least: 1 months } }")))
                .isEqualTo(LocalDate.of(2026, 7, 10));
        var period =
                Objects.requireNonNull(told.question().person()).influences().getFirst();
        assertThat(after(told, new Provision.Running(huoshui.dossier.search.Verdict.MET, period)))
                .isEqualTo(LocalDate.of(2026, 7, 10));

        var unread = OnPaper.on(DAY.toString(), "- { kind: sanction, name: 某种处分, from: 2026-01-10 }");
        assertThat(after(unread, unread.ask("{ influence: { blocks: promotion } }")))
                .as("sixty months at the latest")
                .isEqualTo(LocalDate.of(2031, 1, 10));
        var ever = unread.sinceWhenever("sanction");
        assertThat(after(ever, ever.ask("{ influence: { blocks: promotion } }")))
                .isNull();
    }
}
