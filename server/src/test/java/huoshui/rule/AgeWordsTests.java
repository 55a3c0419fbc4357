package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("条件的说法：年龄论岁，时间窗在前，否定说成话；写错量度时指出相近的几个")
class AgeWordsTests {

    private static final Book SHIPPED = Rulebook.shipped();

    private static String asked(String criterion) {
        return BookReader.criterion(criterion, SHIPPED).asked();
    }

    @Test
    void anAgeIsCountedInYearsOfLifeAndALengthInYears() {
        assertThat(asked("age: { at-most: 40 years }")).isEqualTo("年龄不超过 40 岁");
        assertThat(asked("age: { between: [ 35 岁, 40 years ] }")).isEqualTo("年龄在 35 岁 至 40 岁 之间");
        assertThat(asked("service: { at-least: 5 years }")).isEqualTo("工龄不少于 5 年");
        assertThat(SHIPPED.cohorts().get("年轻干部").asked()).isEqualTo("年龄不超过 40 岁");
        var age = MeasureWords.all().stream()
                .filter(each -> each.name().equals("age"))
                .findFirst()
                .orElseThrow();
        assertThat(age.unit()).isEqualTo("岁");
        assertThat(BookReader.criterion(age.example(), SHIPPED).asked())
                .as("what is written into the draft can be read")
                .isEqualTo("年龄不少于 1 岁");
    }

    @Test
    void aWindowComesFirstAndWhatIsNotIsSaidSo() {
        assertThat(asked("exists: { kind: reward, within: 24 months }")).isEqualTo("近 2 年有奖励");
        assertThat(asked("not: { exists: { kind: sanction, within: { from: 2024-01-01 } } }"))
                .isEqualTo("2024.01.01 以来没有处分");
        assertThat(asked("count: { kind: reward, within: 3 calendar-years, at-least: 2 times }"))
                .isEqualTo("近 3 个年度奖励不少于 2 次");
        assertThat(asked("not: { principal: true }")).isEqualTo("一把手：否");
        assertThat(asked("not: { principal: false }")).isEqualTo("一把手：是");
        assertThat(asked("not: { cohort: 年轻干部 }")).isEqualTo("不属于“年轻干部”");
        assertThat(asked("not: { any: [ { principal: true }, { communist: true } ] }"))
                .isEqualTo("并非（一把手：是或中共党员：是）");
    }

    @Test
    void whoMisspellsAMeasureIsToldTheNearestFewAndNotAllOfThem() {
        wrong("grade-count: { at-least: 2 times }", "没有量度“grade-count”，相近的有：", "grades（年度考核）");
        wrong("tenure: { at-least: 2 years }", "没有量度“tenure”，相近的有：", "effective-rank-tenure（职级有效年限）");
        wrong("年龄: { at-least: 2 years }", "没有量度“年龄”，相近的有：", "age（年龄）");
        wrong("zzzzzzzz: { at-least: 2 years }", "没有量度“zzzzzzzz”。可用的量度见草拟页的量度表");
    }

    private static void wrong(String criterion, String... told) {
        assertThatThrownBy(() -> asked(criterion))
                .hasMessageContainingAll(told)
                .satisfies(each -> assertThat(List.of(each.getMessage().split("、")))
                        .as("few enough to be read")
                        .hasSizeLessThanOrEqualTo(6));
    }
}
