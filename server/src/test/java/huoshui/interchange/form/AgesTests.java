package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.form.Retirement.Due;
import huoshui.interchange.form.Retirement.Standing;
import huoshui.kernel.PartialDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("周岁与到龄：按月计算，不知道就说不知道")
class AgesTests {

    private static PartialDate date(String text) {
        return PartialDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "198403,202603,42",
        "198403,202602,41",
        "19840331,20260301,42",
        "20000229,20250228,25",
        "1984,202601,42",
        "1984春,202604,42",
        "1984春,202603,41",
        "1984底,202612,42",
        "202601,202601,0"
    })
    void ageIsCountedToTheMonth(String birth, String reference, int age) {
        assertThat(Ages.at(date(birth), date(reference))).hasValue(age);
    }

    @Test
    void theDeadHaveNoAge() {
        for (var post : new String[] {"示例厂职工（已去世）", "已故", "2010年逝世", "死亡"})
            assertThat(Ages.cell(date("195001"), post, date("202601"))).isEmpty();
        assertThat(Ages.cell(date("195001"), "已退休", date("202601"))).isEqualTo("76");
        assertThat(Ages.cell(null, null, date("202601"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "196412,男,UNKNOWN,2024.12（60岁）",
        "196501,男,UNKNOWN,2025.02（60岁1个月）",
        "196504,男,UNKNOWN,2025.05（60岁1个月）",
        "196505,男,UNKNOWN,2025.07（60岁2个月）",
        "197609,男,UNKNOWN,2039.09（63岁）",
        "199001,男,UNKNOWN,2053.01（63岁）",
        "197001,女,OTHER_CADRE,2025.02（55岁1个月）",
        "198109,女,OTHER_CADRE,2039.09（58岁）",
        "196501,女,DIVISION_OR_SENIOR_TITLE,2025.02（60岁1个月）",
        "197501,女,WORKER,2025.02（50岁1个月）",
        "197503,女,WORKER,2025.05（50岁2个月）",
        "198411,女,WORKER,2039.11（55岁）"
    })
    void retirementIsRaisedMonthByMonth(String birth, String sex, Standing standing, String printed) {
        assertThat(Retirement.of(date(birth), sex, standing, null))
                .isInstanceOfSatisfying(
                        Due.On.class, on -> assertThat(on.printed()).isEqualTo(printed));
    }

    @Test
    void aLimitInTheFormWins() {
        assertThat(Retirement.of(date("199001"), "男", Standing.UNKNOWN, "改革前任职年龄界限为65岁"))
                .isEqualTo(new Due.On(PartialDate.month(2055, 1), 65, 0));
        assertThat(Retirement.of(date("199001"), "女", Standing.UNKNOWN, "55"))
                .isEqualTo(new Due.On(PartialDate.month(2048, 1), 55, 36));
        assertThat(Retirement.of(date("196001"), "男", Standing.UNKNOWN, "已到龄人员"))
                .isEqualTo(new Due.Passed());
    }

    @Test
    void whatIsNotKnownIsAnsweredWithBothDates() {
        assertThat(Retirement.of(date("197001"), "女", Standing.UNKNOWN, null))
                .isInstanceOfSatisfying(Due.Unknown.class, due -> {
                    assertThat(due.earliest()).isEqualTo(PartialDate.month(2025, 2));
                    assertThat(due.latest()).isEqualTo(PartialDate.month(2031, 5));
                });
        assertThat(Retirement.of(date("1964"), "男", Standing.UNKNOWN, null))
                .isEqualTo(new Due.Unknown(PartialDate.month(2024, 1), PartialDate.month(2024, 12), "出生月份不明"));
        assertThat(Retirement.of(date("197001"), null, Standing.UNKNOWN, null)).isInstanceOf(Due.Unknown.class);
    }
}
