package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Chapter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("条件认读：读不懂的指出在哪一行、错在哪里、可以怎样写")
class CriterionReaderTests {

    static final ConclusionKind BASIC =
            new ConclusionKind("BASIC", "基本条件", List.of("符合", "不符合"), "党组", Chapter.CAREER, null);

    private static Criterion read(String text, Speaks about) {
        return new CriterionReader(Map.of("BASIC", BASIC), Map.of(), Map.of()).read(Sheet.read("条件", text), about);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[ { communist: true } ] | 几个条件要写明 all（都要）或 any（任一）",
                "{ } | 条件是空的",
                "{ all: [ ] } | 条件是空的",
                "{ any: { communist: true } } | 此处应是一列条件",
                "{ height: { at-least: 2 years } } | 没有量度“height”",
                "{ votes-for: { at-least: 2 people } } | 量度“votes-for”不能用于 person",
                "{ age: 30 years } | “age”是数值，要写怎样比较，如 { at-least: 2 years }",
                "{ age: { at-least: 30 } } | 门槛“30”没有单位，或单位不对：应以岁计，如 2 years",
                "{ age: { at-least: 30 people } } | 单位不对：应以岁计",
                "{ age: { at-least: 30 years, at-most: 40 years } } | 数值只比较一样；两端请写 between",
                "{ age: { between: [ 30 years ] } } | between 要写两端",
                "{ age: { between: [ 40 years, 30 years ] } } | between 的两端写反了",
                "{ age: { } } | 没有写怎样比较，可写：at-least、at-most、more-than、less-than、is、between",
                "{ age: { around: 30 years } } | “age”不认识“around”",
                "{ level: [ 县处级副职 ] } | “level”的比较应写作 { in: [ … ] }",
                "{ level: { } } | 没有写怎样比较，可写：",
                "{ level: { at-least: 县处级副职, below: 县处级正职 } } | 代码只比较一样",
                "{ level: { between: [ 县处级副职 ] } } | between 要写两端",
                "{ level: { at-least: 处长 } } | 没有“处长”，可写：国家级正职、",
                "{ level: { at-least: 试用期人员 } } | “试用期人员”不在高低次序之内，只能写 is、in 或 not-in",
                "{ communist: { is: maybe } } | “maybe”应为 true 或 false",
                "{ communist: { at-least: true } } | “communist”不认识“at-least”",
                "{ exists: { kind: marriage } } | 没有可计数的事实“marriage”，可写：",
                "{ exists: { within: 3 years } } | 缺少“kind”",
                "{ exists: { kind: reward, at-least: 2 times } } | 不认识“at-least”，此处可写：kind、within、where",
                "{ count: { kind: reward, since: 2 times } } | 不认识“since”",
                "{ count: { kind: reward, at-least: 2 } } | 应以次计，如 2 times",
                "{ exists: { kind: reward, where: { hours: 3 } } } | reward 没有可比较的字段“hours”，可写：name、code、authority-level",
                "{ exists: { kind: reward, where: { name: { } } } } | 文字字段只比较一样：is、in、not-in 或 contains",
                "{ exists: { kind: reward, within: '36' } } | 时间窗“36”没有单位或写法不对",
                "{ exists: { kind: reward, within: { from: 2024-02-30 } } } | 没有“2024-02-30”这一天",
                "{ exists: { kind: reward, within: { from: 2024-02-01, to: 2024-01-31 } } } | 时间窗的止日早于起日",
                "{ exists: { kind: reward, within: { to: 2024-01-31 } } } | 缺少“from”",
                "{ recorded: NO-SUCH } | 没有代码为“NO-SUCH”的组织结论，请先写入 conclusions.yaml",
                "{ recorded: { code: BASIC } } | 结论要写 is、in 或 not-in",
                "{ recorded: { code: BASIC, is: 好 } } | 结论 BASIC 没有“好”，可写：符合、不符合",
                "{ recorded: { code: BASIC, was: 符合 } } | 不认识“was”",
                "{ cohort: 没有的 } | 没有名为“没有的”的人群",
                "{ time-at-level: { at-least: 2 years } } | “time-at-level”要写明 level",
                "{ grades: { years: 3 years, at-least: 2 times } } | “grades”要写明 grade",
                "{ grades: { grade: 优秀, years: soon, at-least: 2 times } } | “soon”应写作 3 years、in-rank、in-level 或 this-year",
                "{ grades: { grade: 优秀, years: 0 years, at-least: 2 times } } | “0 years”应写作 3 years",
                "{ influence: { blocks: holidays } } | 影响期不能禁“holidays”",
                "{ influence: { of: [ weather ] } } | 没有影响期来源“weather”",
                "{ communist: [ true ] } | “communist”的比较应写作 { in: [ … ] }",
                "{ communist: { is: true, blocks: promotion } } | “communist”不认识“blocks”",
                "{ time-at-level: { } } | “time-at-level”要写明 level",
                "{ grades: { } } | “grades”要写明 grade",
                "{ grades: { grade: 优秀, years: 0, at-least: 2 times } } | “0”应写作 3 years",
                "{ ages: { at-least: 30 years } } | 没有量度“ages”，相近的有：age（年龄）",
                "{ 工龄: { at-least: 5 years } } | 没有量度“工龄”，相近的有：service（工龄）",
                "{ 本人党龄: { at-least: 5 years } } | 没有量度“本人党龄”，相近的有：party-standing（党龄）",
                "{ votes: { at-least: 2 people } } | 没有量度“votes”。可用的量度见草拟页的量度表"
            })
    void whatIsWrongIsToldInWords(String criterion, String words) {
        assertThatThrownBy(() -> read(criterion, Speaks.PERSON))
                .isInstanceOf(Sheet.Wrong.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ ratio: { of: votes-for, to: members-due } } | 比例要写 at-least、at-most、more-than 或 less-than",
                "{ ratio: { of: votes-for, to: members-due, at-least: 2 } } | 比例“2”没有单位，应写作 2/3 或 25 percent",
                "{ ratio: { of: renewal, to: members-due, at-least: 2/3 } } | “renewal”不是数值，不能作比例",
                "{ ratio: { of: votes, to: members-due, at-least: 2/3 } } | 没有量度“votes”",
                "{ ratio: { to: members-due, at-least: 2/3 } } | 缺少“of”",
                "{ ratio: { of: { votes-for: { }, members-due: { } }, to: members-due, at-least: 2/3 } } | 比例的一端只写一个量度",
                "{ ratio: { of: { renewal: { } }, to: members-due, at-least: 2/3 } } | “renewal”不是数值，不能作比例",
                "{ ratio: { of: { votes-for: { rank: 一级科员 } }, to: members-due, at-least: 2/3 } } | “votes-for”不认识“rank”",
                "{ ratio: { of: members, to: members-due, at-least: 2/3 } } | 量度“members”不能用于 round"
            })
    void aRatioIsOfTwoNumbersAndAFraction(String criterion, String words) {
        assertThatThrownBy(() -> read(criterion, Speaks.ROUND))
                .isInstanceOf(Sheet.Wrong.class)
                .hasMessageContaining(words);
    }

    @Test
    void aCategoryOfSeatsIsOneOfTheList() {
        assertThatThrownBy(() -> read("{ vacant: { category: 厨师, at-least: 1 people } }", Speaks.UNIT))
                .hasMessage("没有职数类别“厨师”");
        assertThat(read("{ vacant: { category: 正职, at-least: 1 people } }", Speaks.UNIT)
                        .asked())
                .isEqualTo("空缺（正职）不少于 1 人");
    }

    @Test
    void theLineIsTold() {
        assertThatThrownBy(() -> read("all:\n  - communist: true\n  - age: { at-least: 30 }\n", Speaks.PERSON))
                .isInstanceOfSatisfying(
                        Sheet.Wrong.class, wrong -> assertThat(wrong.told()).startsWith("条件 第 3 行：门槛“30”没有单位"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ communist: true }",
                "{ communist: { is: true } }",
                "{ influence: { } }",
                "{ grades: { grade: 优秀, years: 3, at-least: 1 times } }",
                "{ age: { between: [ 30 years, 30 years ] } }",
                "{ exists: { kind: reward, within: { from: 2024-01-31, to: 2024-01-31 } } }",
                "{ rank-or-level-tenure: { rank: 三级调研员, at-least: 2 years } }",
                "{ grades: { grade: 优秀, years: 1 years, at-least: 1 times } }",
                "{ training-hours: { category: 厨艺, less-than: 50 hours } }"
            })
    void theseAreSound(String criterion) {
        assertThat(read(criterion, Speaks.PERSON).asked()).isNotEmpty();
    }

    @Test
    void whatIsAskedWithoutParametersIsToldFromWhatIsAskedWithSome() {
        assertThat(read("{ age: { at-least: 30 years } }", Speaks.PERSON))
                .isInstanceOfSatisfying(
                        Criterion.Compared.class,
                        each -> assertThat(each.with()).isSameAs(Arguments.NONE));
        assertThat(read("{ grades: { grade: [优秀, 称职], years: in-level, at-least: 2 times } }", Speaks.PERSON))
                .isInstanceOfSatisfying(Criterion.Compared.class, each -> {
                    assertThat(each.with().since()).isEqualTo(Arguments.Since.IN_LEVEL);
                    assertThat(each.with().years()).isZero();
                    assertThat(Lists.GRADES.words(each.with().grades())).isEqualTo("优秀、称职");
                });
        assertThat(read("{ grades: { grade: 优秀, years: 3, at-least: 2 times } }", Speaks.PERSON))
                .isInstanceOfSatisfying(
                        Criterion.Compared.class,
                        each -> assertThat(each.with().years()).isEqualTo(3));
        assertThat(read("{ influence-left: { of: [ admonishment, treatment ], at-least: 1 months } }", Speaks.PERSON))
                .isInstanceOfSatisfying(Criterion.Compared.class, each -> {
                    assertThat(each.with().families()).containsExactlyInAnyOrder(Family.ADMONISHMENT, Family.TREATMENT);
                    assertThat(each.with().blocks()).isNull();
                });
    }

    @Test
    void cohortsThatNameOneAnotherInACircleAreRefusedAndOneNamedTwiceIsNot() {
        var groups = Map.of(
                "甲", Sheet.read("人群", "{ cohort: 乙 }"),
                "乙", Sheet.read("人群", "{ not: { cohort: 甲 } }"),
                "丙", Sheet.read("人群", "{ communist: true }"));
        var reader = new CriterionReader(Map.of(), groups, Map.of());
        assertThatThrownBy(() -> reader.read(Sheet.read("条件", "{ cohort: 甲 }"), Speaks.PERSON))
                .hasMessage("人群互相引用成环：甲 → 乙 → 甲");
        assertThatThrownBy(() -> reader.cohort("乙", Sheet.read("人群", "{ not: { cohort: 甲 } }")))
                .hasMessage("人群互相引用成环：乙 → 甲 → 乙");
        var twice = reader.read(Sheet.read("条件", "{ any: [ { cohort: 丙 }, { cohort: 丙 } ] }"), Speaks.PERSON);
        assertThat(twice.asked()).isEqualTo("属于“丙”或属于“丙”");
        assertThat(reader.cohort("丙", Sheet.read("人群", "{ communist: false }")).asked())
                .as("read once, and known since")
                .isEqualTo("中共党员：是");
        assertThat(reader.cohort("丁", Sheet.read("人群", "{ communist: false }")).asked())
                .isEqualTo("中共党员：否");
        assertThat(reader.read(Sheet.read("条件", "{ cohort: 丁 }"), Speaks.PERSON).asked())
                .isEqualTo("属于“丁”");
    }

    // Amounts, ranges, fractions and words

    @ParameterizedTest
    @CsvSource({
        "MONTHS, 2 years, 24",
        "MONTHS, 2.5 years, 30",
        "MONTHS, 2.25 年, 27",
        "MONTHS, 18 months, 18",
        "MONTHS, -1 month, -1",
        "MONTHS, 1.01 years,",
        "MONTHS, 1.5 months,",
        "MONTHS, 24,",
        "MONTHS, 24 days,",
        "YEARS, 45 岁, 45",
        "AGE, 45 岁, 45",
        "AGE, 45 years, 45",
        "YEARS, 12 months,",
        "TIMES, 3 次, 3",
        "TIMES, 2.0 times, 2",
        "WORKING_DAYS, 5 working-days, 5",
        "PEOPLE, 3 名, 3",
        "PEOPLE, many people,"
    })
    void anAmountHasAUnitThatFits(Scale scale, String written, Integer amount) {
        assertThat(scale.read(written)).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHS, 11, 11 个月",
        "MONTHS, 12, 1 年",
        "MONTHS, 30, 2 年 6 个月",
        "MONTHS, -11, -11 个月",
        "MONTHS, -12, -1 年",
        "MONTHS, -30, -2 年 6 个月",
        "TIMES, 30, 30 次",
        "WORKING_DAYS, 5, 5 个工作日"
    })
    void anAmountIsToldInItsUnit(Scale scale, int amount, String words) {
        assertThat(scale.words(amount)).isEqualTo(words);
    }

    @Test
    void aScaleIsFoundByAnyOfItsSpellings() {
        assertThat(Scale.of("working-day")).contains(Scale.WORKING_DAYS);
        assertThat(Scale.of("name")).isEmpty();
        assertThat(Scale.WORKING_DAYS.code()).isEqualTo("working-days");
        assertThat(Scale.WORKING_DAYS.word()).isEqualTo("个工作日");
    }

    @ParameterizedTest
    @CsvSource({
        "2/3, 2/3",
        "' 1 / 2 ', 50%",
        "25 percent, 25%",
        "25%, 25%",
        "12.5 percent, 125/1000",
        "1/4, 25%",
        "1/0,",
        "two thirds,",
        "25,"
    })
    void aFractionIsExact(String written, String told) {
        assertThat(Fraction.read(written).map(Fraction::toString).orElse(null)).isEqualTo(told);
    }

    @Test
    void aFractionIsComparedWithoutRounding() {
        var third = new Fraction(1, 3);
        assertThat(third.compare(333_333, 1_000_000)).isNegative();
        assertThat(third.compare(333_334, 1_000_000)).isPositive();
        assertThat(third.compare(2, 6)).isZero();
        assertThat(third.of(10)).isEqualTo(333);
        assertThat(new Fraction(2, 3).of(10)).isEqualTo(666);
        assertThat(new Fraction(1, 2).of(5)).isEqualTo(250);
    }

    @Test
    void wordsAreFoundByTitleNameOrReadingAndToldInTheirOrder() {
        assertThat(Lists.LEVELS.find("县处级副职")).hasValue(7);
        assertThat(Lists.LEVELS.find("division-deputy")).hasValue(7);
        assertThat(Lists.LEVELS.find("副处级")).hasValue(7);
        assertThat(Lists.LEVELS.find("处长")).isEmpty();
        assertThat(Lists.LEVELS.find("处长")).as("asked again").isEmpty();
        assertThat(Lists.TIERS.find("关键")).hasValue(0);
        assertThat(Lists.TIERS.find("一般")).hasValue(2);
        assertThat(Lists.TIERS.find("特殊")).isEmpty();
        assertThat(Lists.TIERS.words(0)).isEqualTo("无");
        assertThat(Lists.TIERS.words(0b101)).isEqualTo("关键、一般");
        assertThat(Lists.TIERS.titles()).containsExactly("关键", "重要", "一般");
        assertThat(Lists.TIERS.ordered()).isEqualTo(3);
        assertThat(Words.down(0)).isEqualTo(1);
        assertThat(Words.down(2)).isEqualTo(0b111);
    }

    @Test
    void whatWasOnceReadIsNotReadAgainAndTooManyWordsAreNotKept() {
        var words = Words.plain(List.of("甲", "乙"), 0);
        for (int i = 0; i < 5000; i++) assertThat(words.find("丙" + i)).isEmpty();
        assertThat(words.find("乙")).hasValue(1);
    }
}
