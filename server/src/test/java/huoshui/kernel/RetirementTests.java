package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.Retirement.Standing;
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

    @ParameterizedTest
    @CsvSource({
        "1964-12,男,UNKNOWN,2024.12（60岁）",
        "1965-01,男,UNKNOWN,2025.02（60岁1个月）",
        "1965-05,男,UNKNOWN,2025.07（60岁2个月）",
        "1976-09,男,UNKNOWN,2039.09（63岁）",
        "1990-01,男,UNKNOWN,2053.01（63岁）",
        "1970-01,女,OTHER_CADRE,2025.02（55岁1个月）",
        "1981-09,女,OTHER_CADRE,2039.09（58岁）",
        "1965-01,女,DIVISION_OR_SENIOR_TITLE,2025.02（60岁1个月）",
        "1975-01,女,WORKER,2025.02（50岁1个月）",
        "1975-03,女,WORKER,2025.05（50岁2个月）",
        "1984-11,女,WORKER,2039.11（55岁）"
    })
    void itIsPrintedAsTheFormPrintsIt(String birth, String sex, Standing standing, String printed) {
        var due = Retirement.of(Sex.read(sex).orElseThrow(), PartialDate.parse(birth), standing, null);
        assertThat(due.printed()).isEqualTo(printed);
    }

    @Test
    void aLimitStatedInTheDossierWins() {
        var chief = Retirement.of(Sex.MALE, PartialDate.parse("1990-01"), Standing.UNKNOWN, "改革前任职年龄界限为65岁");
        assertThat(chief.printed()).isEqualTo("2055.01（65岁）");
        var woman = Retirement.of(Sex.FEMALE, PartialDate.parse("1990-01"), Standing.UNKNOWN, "55");
        assertThat(woman.earliest()).isEqualTo(YearMonth.of(2048, 1));
        assertThat(Retirement.passed("已到龄人员")).isTrue();
    }

    @Test
    void whatIsNotKnownIsAnsweredWithBothMonthsAndWhatWouldSettleIt() {
        var woman = Retirement.of(Sex.FEMALE, PartialDate.parse("1970-01"), Standing.UNKNOWN, null);
        assertThat(woman.printed()).isEqualTo("2025.02—2031.05（职务层次或职称不明）");
        var sexless = Retirement.of(null, PartialDate.parse("1970-01"), Standing.OTHER_CADRE, null);
        assertThat(sexless.unknown()).isEqualTo(Retirement.Unknown.SEX);
        var yearOnly = of(Sex.MALE, "1964", null);
        assertThat(yearOnly.unknown()).isEqualTo(Retirement.Unknown.BIRTH_MONTH);
        assertThat(yearOnly.latest()).isEqualTo(YearMonth.of(2024, 12));
        assertThat(Retirement.of(Sex.MALE, null, null, List.of())).isNull();
    }

    @Test
    void theRaiseEndsWhereTheRegulationEndsIt() {
        assertThat(Retirement.delay(YearMonth.of(1964, 12), 60)).isZero();
        assertThat(Retirement.delay(YearMonth.of(1965, 1), 60)).isEqualTo(1);
        assertThat(Retirement.delay(YearMonth.of(1999, 1), 60)).isEqualTo(36);
        assertThat(Retirement.delay(YearMonth.of(1999, 1), 50)).isEqualTo(60);
        assertThat(Retirement.delay(YearMonth.of(1999, 1), 65))
                .as("no raise at other limits")
                .isZero();
    }

    @Test
    void withoutASexItLiesBetweenTheWorkersLimitAndTheMans() {
        var due = Retirement.of(null, PartialDate.parse("1970-01"), Standing.OTHER_CADRE, null);
        assertThat(due.printed()).isEqualTo("2020.01—2031.05（性别不明）");
        assertThat(due.certain()).isFalse();
        assertThat(due.limit()).isZero();
        assertThat(due.delay()).isZero();
    }

    @Test
    void aSeasonOfBirthCountsAsItsMonth() {
        var due = of(Sex.MALE, "1964春", null);
        assertThat(due.certain()).isTrue();
        assertThat(due.earliest()).isEqualTo(YearMonth.of(2024, 4));
    }

    @Test
    void aTitleTellsWhatALevelDoesNot() {
        assertThat(Standing.of(null, List.of("工程师", "副教授"))).isEqualTo(Standing.DIVISION_OR_SENIOR_TITLE);
        assertThat(Standing.of(null, List.of("高级技工"))).isEqualTo(Standing.UNKNOWN);
        assertThat(Standing.of(LeadershipLevel.SECTION_CHIEF, List.of())).isEqualTo(Standing.OTHER_CADRE);
        assertThat(Standing.of(LeadershipLevel.DIVISION_DEPUTY, List.of()))
                .isEqualTo(Standing.DIVISION_OR_SENIOR_TITLE);
    }

    @Test
    void onlyWordsThatSayTheAgeWasReachedSaySo() {
        assertThat(Retirement.passed(null)).isFalse();
        assertThat(Retirement.passed("改革前任职年龄界限为60岁")).isFalse();
    }

    private static Retirement of(Sex sex, String birth, @Nullable LeadershipLevel level) {
        return Objects.requireNonNull(Retirement.of(sex, PartialDate.parse(birth), level, List.of()));
    }
}
