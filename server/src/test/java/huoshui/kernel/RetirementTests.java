package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Sex;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementTests {

    @ParameterizedTest
    @CsvSource({
        "1964-12, 60, 2024-12",
        "1965-01, 60, 2025-02",
        "1965-04, 60, 2025-05",
        "1965-05, 60, 2025-07",
        "1976-12, 60, 2039-12",
        "1985-06, 60, 2048-06",
        "1969-12, 55, 2024-12",
        "1970-01, 55, 2025-02",
        "1981-12, 55, 2039-12"
    })
    void theLimitRisesByOneMonthForEveryFourMonthsOfBirthDate(String birth, int limit, String reached) {
        assertThat(Retirement.reached(YearMonth.parse(birth), limit)).isEqualTo(YearMonth.parse(reached));
    }

    @Test
    void aWomanOfUnknownLevelHasTwoDates() {
        assertThat(of(Sex.FEMALE, "1975-06", null))
                .extracting(Retirement::certain)
                .isEqualTo(false);
        assertThat(of(Sex.FEMALE, "1975-06", LeadershipLevel.DIVISION_DEPUTY).earliest())
                .isEqualTo(of(Sex.MALE, "1975-06", null).earliest());
        assertThat(of(Sex.FEMALE, "1975-06", LeadershipLevel.SECTION_CHIEF).certain())
                .isTrue();
    }

    @Test
    void aSeniorTitleCountsLikeALevelAndAnAssistantsDoesNot() {
        var senior = Retirement.of(
                Sex.FEMALE, PartialDate.parse("1975-06"), LeadershipLevel.SECTION_CHIEF, List.of("高级工程师"));
        var assistant = Retirement.of(
                Sex.FEMALE, PartialDate.parse("1975-06"), LeadershipLevel.SECTION_CHIEF, List.of("助理研究员"));
        assertThat(senior).isEqualTo(of(Sex.MALE, "1975-06", null));
        assertThat(assistant).isEqualTo(of(Sex.FEMALE, "1975-06", LeadershipLevel.SECTION_CHIEF));
    }

    @Test
    void withoutSexOrBirthNobodyCanSay() {
        assertThat(Retirement.of(null, PartialDate.parse("1975-06"), null, List.of()))
                .isNull();
        assertThat(Retirement.of(Sex.MALE, null, null, List.of())).isNull();
        assertThat(of(Sex.MALE, "1975", null).certain()).isFalse();
    }

    private static Retirement of(Sex sex, String birth, @Nullable LeadershipLevel level) {
        return Objects.requireNonNull(Retirement.of(sex, PartialDate.parse(birth), level, List.of()));
    }
}
