package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.PartialDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("周岁：按月计算，不知道就说不知道")
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
}
