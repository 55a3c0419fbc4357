package huoshui.dossier.city;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("上下界：知道多少说多少，足月以月份相减，当月算满")
class BoundsTests {

    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "2026-06-15, 0, 0",
        "2026-06-30, 0, 0",
        "2026-05-31, 1, 1",
        "2025-06, 12, 12",
        "2025春, 14, 14",
        "2024, 18, 29",
        "2027-01, 0, 0",
        "2026, 0, 5"
    })
    void completedMonthsCountTheMonthReached(String since, int least, int most) {
        assertThat(Bounds.monthsUntil(DAY, PartialDate.parse(since))).isEqualTo(new Bounds(least, most));
    }

    @Test
    void sinceNobodyKnowsWhenIsNoNumber() {
        assertThat(Bounds.monthsUntil(DAY, null)).isNull();
    }

    @Test
    void aBirthYearWithoutAMonthGivesTwoAges() {
        var age = Bounds.monthsUntil(DAY, PartialDate.year(1980)).years();
        assertThat(age).isEqualTo(new Bounds(45, 46));
        assertThat(age.exact()).isFalse();
        assertThat(age.plus(2)).isEqualTo(new Bounds(47, 48));
    }

    @Test
    void yearsAreFullYearsOnEitherSideOfToday() {
        assertThat(Bounds.exactly(23).years()).isEqualTo(Bounds.exactly(1));
        assertThat(Bounds.exactly(-1).years()).isEqualTo(Bounds.exactly(-1));
        assertThat(Bounds.exactly(24).exact()).isTrue();
    }
}
