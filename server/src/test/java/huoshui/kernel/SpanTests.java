package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SpanTests {

    static final PartialDate SEPTEMBER = PartialDate.month(1990, 9);
    static final PartialDate JULY = PartialDate.month(1994, 7);

    @Test
    void neighboursInTheSameMonthMeetWithoutClashing() {
        var study = Span.between(SEPTEMBER, JULY);
        var post = Span.between(JULY, PartialDate.month(1996, 1));

        assertThat(study.overlaps(post)).isFalse();
        assertThat(study.to()).isEqualTo(LocalDate.of(1994, 7, 1));
        assertThat(study.lastDate()).isEqualTo(JULY);
    }

    @Test
    void theSameMonthTwiceMeansThatWholeMonthAndIsToldSo() {
        var month = Span.between(SEPTEMBER, SEPTEMBER);

        assertThat(month.covers(LocalDate.of(1990, 9, 30))).isTrue();
        assertThat(month.covers(LocalDate.of(1990, 10, 1))).isFalse();
        assertThat(month.lastDate()).isEqualTo(SEPTEMBER);
    }

    @Test
    void theSameDayOrYearTwiceMeansAllOfIt() {
        var day = PartialDate.day(LocalDate.of(2026, 3, 15));
        assertThat(Span.between(day, day).covers(day.firstDay())).isTrue();
        assertThat(Span.between(day, day).lastDate()).isEqualTo(day);

        var year = PartialDate.year(2024);
        assertThat(Span.between(year, year).covers(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(Span.between(year, year).lastDate()).isEqualTo(year);
    }

    @Test
    void anUnknownStartIsNoDate() {
        assertThat(Span.evidenced(LocalDate.of(2026, 1, 1)).firstDate()).isNull();
        assertThat(Span.since(JULY).lastDate()).isNull();
    }

    @Test
    void nothingHoldsForNoDay() {
        var day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new Span(day, day, Precision.DAY, Precision.DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itCoversItsFirstDayAndNotTheOneOnWhichItNoLongerHolds() {
        var week = new Span(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9), Precision.DAY, Precision.DAY);
        assertThat(week.covers(LocalDate.of(2026, 3, 1))).isFalse();
        assertThat(week.covers(LocalDate.of(2026, 3, 2))).isTrue();
        assertThat(week.covers(LocalDate.of(2026, 3, 8))).isTrue();
        assertThat(week.covers(LocalDate.of(2026, 3, 9))).isFalse();
        assertThat(Span.since(LocalDate.of(2026, 3, 2)).covers(LocalDate.of(2099, 1, 1)))
                .isTrue();
    }

    @Test
    void whatLastsOverlapsWhateverBeginsBeforeItEnds() {
        var march = Span.between(PartialDate.month(2026, 3), PartialDate.month(2026, 4));
        var april = Span.between(PartialDate.month(2026, 4), PartialDate.month(2026, 5));
        var spring = Span.between(PartialDate.month(2026, 3), PartialDate.month(2026, 5));
        var sinceMarch = Span.since(PartialDate.month(2026, 3));
        var sinceApril = Span.since(PartialDate.month(2026, 4));

        assertThat(march.overlaps(april)).isFalse();
        assertThat(april.overlaps(march)).isFalse();
        assertThat(march.overlaps(spring)).isTrue();
        assertThat(spring.overlaps(april)).isTrue();
        assertThat(sinceMarch.overlaps(april)).isTrue();
        assertThat(march.overlaps(sinceMarch)).isTrue();
        assertThat(march.overlaps(sinceApril)).isFalse();
        assertThat(sinceApril.overlaps(march)).isFalse();
        assertThat(sinceApril.overlaps(sinceMarch)).isTrue();
    }

    @Test
    void whatIsOpenStaysSoUntilADayEndsIt() {
        var open = Span.between(SEPTEMBER, null);
        assertThat(open).isEqualTo(Span.since(SEPTEMBER));
        assertThat(open.open()).isTrue();
        assertThat(open.firstDate()).isEqualTo(SEPTEMBER);

        var ended = open.until(LocalDate.of(1991, 2, 3));
        assertThat(ended.open()).isFalse();
        assertThat(ended.from()).isEqualTo(open.from());
        assertThat(ended.firstDate()).isEqualTo(SEPTEMBER);
        assertThat(ended.lastDate()).isEqualTo(PartialDate.day(LocalDate.of(1991, 2, 3)));
    }

    @Test
    void aDayOfTheMonthInWhichItBeganEndsItThroughThatDay() {
        var ended = Span.between(SEPTEMBER, PartialDate.day(LocalDate.of(1990, 9, 1)));
        assertThat(ended.to()).isEqualTo(LocalDate.of(1990, 9, 2));
        assertThat(ended.lastDate()).isEqualTo(PartialDate.day(LocalDate.of(1990, 9, 1)));
    }

    @Test
    void theYearInWhichItBeganEndsItWithThatYear() {
        var ended = Span.between(SEPTEMBER, PartialDate.year(1990));
        assertThat(ended.to()).isEqualTo(LocalDate.of(1991, 1, 1));
        assertThat(ended.lastDate()).isEqualTo(PartialDate.year(1990));
    }

    @Test
    void aSeasonIsRememberedAsItsMonth() {
        var spring = PartialDate.parse("2002春");
        assertThat(Span.since(spring).firstDate()).isEqualTo(PartialDate.month(2002, 4));
        assertThat(Span.between(spring, PartialDate.parse("2003秋")).lastDate()).isEqualTo(PartialDate.month(2003, 10));
        assertThat(Span.between(spring, spring).lastDate()).isEqualTo(PartialDate.month(2002, 4));
    }

    @Test
    void anEndNobodyKnowsIsNoDateAndAnEarlierEndThanBeginningIsNone() {
        var ended = new Span(LocalDate.of(1990, 9, 1), LocalDate.of(1994, 7, 1), Precision.MONTH, Precision.UNKNOWN);
        assertThat(ended.lastDate()).isNull();
        assertThat(Precision.UNKNOWN.through()).isEqualTo(Precision.UNKNOWN);
        assertThatThrownBy(() -> Span.between(JULY, SEPTEMBER)).hasMessage("empty span 1994-07-01..1990-10-01");
    }
}
