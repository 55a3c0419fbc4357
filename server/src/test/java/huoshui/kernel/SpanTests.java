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
}
