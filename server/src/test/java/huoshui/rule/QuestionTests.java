package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("问题：问谁、问何时、给了什么；读过的不再读")
class QuestionTests {

    static final OnPaper SOMEBODY = OnPaper.on("2026-06-15", """
            - { kind: identity, name: 某, birth: 1980-06 }
            - { kind: rank, rank: 三级调研员, from: 2022-01 }
            """);

    private static Question given(Map<String, Reading> readings) {
        var paper = SOMEBODY;
        var city = City.of(new huoshui.kernel.AsOf(paper.day(), 1), paper.lines(), Surroundings.NONE);
        return Question.of(
                new Subject.Person(OnPaper.SOMEBODY),
                Occasion.PROMOTION,
                null,
                city,
                null,
                paper.book(),
                readings,
                Map.of("BASIC", "符合"),
                false);
    }

    @Test
    void whatWasGivenGoesBeforeTheDossierAndByItsParametersFirst() {
        var question = given(Map.of(
                "age", Reading.number(30, Evidence.NONE),
                "grades[为优秀，近 3 年]", Reading.number(3, Evidence.NONE),
                "grades", Reading.number(1, Evidence.NONE)));
        assertThat(OnPaper.criterion("{ age: { is: 30 years } }").verdict(question))
                .isEqualTo(Verdict.MET);
        assertThat(OnPaper.criterion("{ grades: { grade: 优秀, years: 3 years, is: 3 times } }")
                        .verdict(question))
                .isEqualTo(Verdict.MET);
        assertThat(OnPaper.criterion("{ grades: { grade: 优秀, years: 2 years, is: 1 times } }")
                        .verdict(question))
                .isEqualTo(Verdict.MET);
        assertThat(OnPaper.criterion("{ rank: 三级调研员 }").verdict(question))
                .as("the rest is read")
                .isEqualTo(Verdict.MET);
    }

    @Test
    void whatACollectiveConcludedMayBeGivenToo() {
        var kind = CriterionTests.BASIC;
        var said = given(Map.of()).concluded(kind);
        assertThat(said).isNotNull();
        assertThat(said.value()).isEqualTo("符合");
        assertThat(said.evidence().ids()).isEmpty();
        assertThat(given(Map.of()).concluded(CriterionTests.LEAVE)).isNull();
        assertThat(SOMEBODY.question(new Subject.Unit(OnPaper.SOMEBODY)).concluded(kind))
                .isNull();
    }

    @Test
    void itKeepsWhomItIsAboutAndChangesOnlyWhatIsSaid() {
        var question = SOMEBODY.question();
        var target = new Target.Level(LeadershipLevel.DIVISION_CHIEF);
        var promotion = question.on(Occasion.PROMOTION, target);
        assertThat(question.aim()).isNull();
        assertThat(promotion.aim()).isEqualTo(target);
        assertThat(promotion.occasion()).isEqualTo(Occasion.PROMOTION);
        assertThat(promotion.subject()).isEqualTo(question.subject());
        assertThat(promotion.speaks()).isEqualTo(Speaks.PERSON);
        assertThat(promotion.person()).isSameAs(question.person());
        assertThat(promotion.at().valid()).isEqualTo(SOMEBODY.day());
        assertThat(promotion.city()).isSameAs(question.city());
        assertThat(promotion.chart()).isNull();
        assertThat(promotion.on(Occasion.STANDING, null).target()).isNull();

        var other = question.by(MeasuresTests.NOBODY.book());
        assertThat(other.book()).isSameAs(MeasuresTests.NOBODY.book());
        assertThat(other.person()).isNotNull().isNotSameAs(question.person());
        assertThat(SOMEBODY.question(new Subject.Unit(OnPaper.SOMEBODY))
                        .by(MeasuresTests.NOBODY.book())
                        .person())
                .isNull();
    }

    @Test
    void whatWasReadOnceIsNotReadAgain() {
        var question = SOMEBODY.question();
        var age = java.util.Objects.requireNonNull(Measures.of("age"));
        assertThat(age.read(question, Arguments.NONE)).isSameAs(age.read(question, Arguments.NONE));
        var person = java.util.Objects.requireNonNull(question.person());
        assertThat(person.known(age)).isNotNull();
        assertThat(person.influences()).isSameAs(person.influences());
        assertThat(person.visible("conclusion")).isSameAs(person.visible("conclusion"));
        assertThat(person.visible("rank")).hasSize(1);
    }

    @Test
    void whoeverSeesOnlySomeIsToldOfNobodyElse() {
        var card =
                java.util.Objects.requireNonNull(SOMEBODY.question().person()).card();
        assertThat(SOMEBODY.question().sees(card)).isTrue();
        var blind = SOMEBODY.question().seenBy(each -> false);
        assertThat(blind.sees(card)).isFalse();
        assertThat(blind.on(Occasion.PROMOTION, null).sees(card)).isFalse();
        assertThat(blind.by(SOMEBODY.book()).sees(card)).isFalse();
        assertThat(blind.of(card).sees(card)).isFalse();
        assertThat(blind.of(card).subject()).isEqualTo(new Subject.Person(card.id()));
    }

    @Test
    void aTargetIsAskedForWhereAMeasureNeedsOne() {
        var steps = java.util.Objects.requireNonNull(Measures.of("rank-steps"));
        assertThat(steps.read(SOMEBODY.question(), Arguments.NONE).missing()).isEqualTo("须先选定拟任职位、层次或职级");
    }

    @Test
    void gradesAreRememberedForTwentyFourYears() {
        var person = java.util.Objects.requireNonNull(
                OnPaper.on("2026-06-15", """
                        - { kind: annual-grade, year: 2001, grade: 优秀 }
                        - { kind: annual-grade, year: 2002, grade: 优秀 }
                        - { kind: annual-grade, year: 2025, grade: 称职 }
                        - { kind: annual-grade, year: 2025, grade: 优秀, from: 2026-03 }
                        - { kind: annual-grade, year: 2026, grade: 优秀, from: 2026-01 }
                        """).question().person());
        assertThat(person.grade(2001)).as("too long ago").isNull();
        assertThat(person.grade(2002)).isNotNull();
        assertThat(person.grade(2003)).isNull();
        assertThat(java.util.Objects.requireNonNull(person.grade(2025)).word().title())
                .as("the first told of a year")
                .isEqualTo("称职");
        assertThat(person.grade(2026)).as("the year that runs").isNull();
        assertThat(person.grade(2027)).isNull();
    }

    // Months, each once

    @ParameterizedTest
    @CsvSource({
        "2024-01, 2025-01, 12, 12",
        "2024-01,, 29, 29",
        "2026-06,, 0, 0",
        "2027-01,, 0, 0",
        "2024, 2025-01, 1, 12",
        "2024-01, 2025, 12, 23",
        "2024, 2024, 0, 12",
        "2024-01-31, 2024-02-01, 1, 1",
        "1900-01, 1900-03, 2, 2",
        "1899-12, 1900-02, 0, 0"
    })
    void aSpanCoversMonthsFromItsFirstToItsLast(String from, @Nullable String to, int least, int most) {
        assertThat(months(span(from, to), true)).isEqualTo(new Bounds(least, most));
        assertThat(months(span(from, to), false)).isEqualTo(new Bounds(0, most));
    }

    private static Span span(String from, @Nullable String to) {
        return Span.between(PartialDate.parse(from), to == null ? null : PartialDate.parse(to));
    }

    private static Bounds months(Span span, boolean certain) {
        var months = new Months(LocalDate.of(2026, 6, 15));
        months.mark(span, certain, Months.index(LocalDate.of(2020, 6, 1)));
        return months.count();
    }

    @Test
    void anUnknownBeginningMayBeTheEarliestAndAnUnknownEndToday() {
        assertThat(months(Span.evidenced(LocalDate.of(2024, 6, 1)), true)).isEqualTo(new Bounds(0, 72));
        var ended = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1), Precision.MONTH, Precision.UNKNOWN);
        assertThat(months(ended, true)).isEqualTo(new Bounds(0, 29));
    }

    @Test
    void monthsCoveredTwiceCountOnce() {
        var months = new Months(LocalDate.of(2026, 6, 15));
        months.mark(span("2024-01", "2025-01"), true, 0);
        months.mark(span("2024-07", "2025-07"), true, 0);
        months.mark(span("2025-07", "2025-10"), false, 0);
        assertThat(months.count()).isEqualTo(new Bounds(18, 21));
    }
}
