package huoshui.rule;

import static huoshui.dossier.search.Verdict.MET;
import static huoshui.dossier.search.Verdict.NOT_MET;
import static huoshui.dossier.search.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("条件语言：三值判定，只说起决定作用的，未知的说缺什么")
class CriterionTests {

    /** A Party member and a man whose birth is not known. */
    static final OnPaper MEMBER = OnPaper.on("2026-06-15", """
            - { kind: party, party: 中共党员, from: 2005-06 }
            - { kind: identity, name: 某, sex: 男 }
            """);

    static final Map<Verdict, String> LEAF =
            Map.of(MET, "{ communist: true }", NOT_MET, "{ sex: 女 }", UNKNOWN, "{ age: { at-least: 30 years } }");

    // Together, either, not

    @ParameterizedTest
    @CsvSource({
        "MET, MET, MET, MET",
        "MET, NOT_MET, NOT_MET, MET",
        "MET, UNKNOWN, UNKNOWN, MET",
        "NOT_MET, NOT_MET, NOT_MET, NOT_MET",
        "NOT_MET, UNKNOWN, NOT_MET, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void allAndAnyAnswerInThreeValues(Verdict one, Verdict other, Verdict all, Verdict any) {
        for (var parts : List.of(LEAF.get(one) + ", " + LEAF.get(other), LEAF.get(other) + ", " + LEAF.get(one))) {
            assertThat(MEMBER.verdict("{ all: [ " + parts + " ] }")).isEqualTo(all);
            assertThat(MEMBER.verdict("{ any: [ " + parts + " ] }")).isEqualTo(any);
            assertThat(MEMBER.verdict("{ not: { all: [ " + parts + " ] } }")).isEqualTo(all.negated());
            assertThat(MEMBER.verdict("{ not: { any: [ " + parts + " ] } }")).isEqualTo(any.negated());
        }
    }

    @Test
    void onlyWhatDecidedItIsSaid() {
        var all = MEMBER.ask("{ all: [ { communist: true }, { sex: 女 }, { age: { at-least: 30 years } } ] }");
        assertThat(all.words()).isEqualTo("性别：男（条件：为女）");
        assertThat(all.evidence()).containsExactly(MEMBER.lines().get(1).id());
        assertThat(all.missing()).isEmpty();

        var any = MEMBER.ask("{ any: [ { communist: true }, { sex: 女 }, { age: { at-least: 30 years } } ] }");
        assertThat(any.words()).isEqualTo("中共党员：是（条件：是）");
        assertThat(any.missing()).isEmpty();

        var open = MEMBER.ask(
                "{ all: [ { communist: true }, { age: { at-least: 30 years } }, { service: { at-least: 5 years } } ] }");
        assertThat(open.words()).isEqualTo("年龄：出生年月未记录（条件：不少于 30 岁）；工龄：参加工作时间未记录（条件：不少于 5 年）");
        assertThat(open.missing()).containsExactly("出生年月未记录", "参加工作时间未记录");

        var both = MEMBER.ask("{ all: [ { communist: true }, { sex: 男 } ] }");
        assertThat(both.words()).isEqualTo("中共党员：是（条件：是）；性别：男（条件：为男）");
        assertThat(both.evidence()).hasSize(2);
        assertThat(MEMBER.ask("{ all: [ { sex: 男 } ] }").words()).isEqualTo("性别：男（条件：为男）");
        assertThat(MEMBER.ask("{ not: { sex: 男 } }").words()).isEqualTo("性别：男（条件：为男）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ communist: true, sex: 男 } | 中共党员：是且性别为男",
                "{ any: [ { communist: false }, { all: [ { sex: 男 }, { age: { at-most: 45 years } } ] } ] } | 中共党员：否或（性别为男且年龄不超过 45 岁）",
                "{ all: [ { any: [ { sex: 男 }, { sex: 女 } ] } ] } | （性别为男或性别为女）",
                "{ not: { principal: true } } | 一把手：否",
                "{ not: { communist: false } } | 中共党员：是",
                "{ communist: { is: false } } | 中共党员：否",
                "{ not: { age: { at-most: 45 years } } } | 并非（年龄不超过 45 岁）",
                "{ not: { exists: { kind: reward } } } | 没有奖励",
                "{ not: { count: { kind: reward, at-least: 2 times } } } | 并非（奖励不少于 2 次）",
                "{ level: { not-in: [县处级正职, 乡科级正职] } } | 职务层次非县处级正职、乡科级正职",
                "{ level: { in: [乡科级正职, 县处级正职] } } | 职务层次为县处级正职、乡科级正职",
                "{ level: { between: [乡科级正职, 县处级正职] } } | 职务层次在乡科级正职与县处级正职之间",
                "{ time-at-level: { level: 县处级副职, at-least: 3 years } } | 曾任（为县处级副职）不少于 3 年",
                "{ rank-or-level-tenure: { rank: 四级调研员, level: 县处级副职, at-least: 2 years } } | 职级或职务层次有效年限（为县处级副职，为四级调研员）不少于 2 年",
                "{ training-hours: { years: 5 years, category: 网络, at-least: 50 hours } } | 培训学时（近 5 年，网络）不少于 50 学时",
                "{ level: { at-least: 县处级副职 } } | 职务层次不低于县处级副职",
                "{ exists: { kind: reward } } | 有奖励",
                "{ count: { kind: reward, within: 36 months, at-least: 2 times } } | 近 3 年奖励不少于 2 次",
                "{ exists: { kind: reward, within: 30 days } } | 近 30 天有奖励",
                "{ exists: { kind: reward, within: 3 calendar-years } } | 近 3 个年度有奖励",
                "{ exists: { kind: reward, within: current } } | 当前有奖励",
                "{ exists: { kind: reward, within: in-rank } } | 任现职级以来有奖励",
                "{ exists: { kind: reward, within: in-level } } | 任现职务层次以来有奖励",
                "{ exists: { kind: reward, within: in-post } } | 任现职以来有奖励",
                "{ exists: { kind: reward, within: this-year } } | 本年有奖励",
                "{ exists: { kind: reward, within: { from: 2024-01-01 } } } | 2024.01.01 以来有奖励",
                "{ exists: { kind: reward, within: { from: 2024-01-01, to: 2024-12-31 } } } | 2024.01.01 至 2024.12.31 有奖励",
                "{ exists: { kind: sanction, where: { code: { not-in: ['02250'] }, lifted: false } } } | 有处分（除党内警告，已解除：否）",
                "{ influence: { blocks: promotion, of: [ admonishment ] } } | 影响期未满（提拔，诫勉）：是",
                "{ grades: { grade: 优秀, years: in-rank, at-least: 1 times } } | 年度考核（为优秀，任现职级以来）不少于 1 次"
            })
    void itReadsAsASentence(String criterion, String sentence) {
        assertThat(OnPaper.criterion(criterion).asked()).isEqualTo(sentence);
    }

    // Numbers and codes

    @ParameterizedTest
    @CsvSource({
        "at-least: 46 years, MET, UNKNOWN, NOT_MET",
        "at-most: 45 years, NOT_MET, UNKNOWN, MET",
        "more-than: 45 years, MET, UNKNOWN, NOT_MET",
        "less-than: 46 years, NOT_MET, UNKNOWN, MET",
        "is: 45 years, NOT_MET, UNKNOWN, MET",
        "'between: [45 years, 46 years]', MET, MET, MET",
        "'between: [47 years, 48 years]', NOT_MET, NOT_MET, NOT_MET",
        "'between: [40 years, 44 years]', NOT_MET, NOT_MET, NOT_MET"
    })
    void aNumberKnownToLieBetweenTwoIsComparedAtBothEnds(
            String compared, Verdict fortySix, Verdict either, Verdict fortyFive) {
        var asked = "{ age: { " + compared + " } }";
        assertThat(born("1980-06").verdict(asked)).isEqualTo(fortySix);
        assertThat(born("1980").verdict(asked)).isEqualTo(either);
        assertThat(born("1980-07").verdict(asked)).isEqualTo(fortyFive);
        assertThat(MEMBER.verdict(asked)).isEqualTo(UNKNOWN);
    }

    private static OnPaper born(String birth) {
        return OnPaper.on("2026-06-15", "- { kind: identity, name: 某, birth: %s }".formatted(birth));
    }

    @ParameterizedTest
    @CsvSource({
        "at-least: 县处级副职, 县处级正职 县处级副职",
        "above: 县处级副职, 县处级正职",
        "at-most: 县处级副职, 县处级副职 乡科级正职",
        "below: 县处级副职, 乡科级正职",
        "is: 县处级副职, 县处级副职",
        "'in: [县处级正职, 乡科级正职]', 县处级正职 乡科级正职",
        "'not-in: [县处级正职, 乡科级正职]', 县处级副职",
        "'between: [乡科级正职, 县处级副职]', 县处级副职 乡科级正职",
        "'between: [县处级副职, 乡科级正职]', 县处级副职 乡科级正职"
    })
    void aCodeIsComparedByItsPlaceInTheOrder(String compared, String fitting) {
        var fit = Set.of(fitting.split(" "));
        for (var level : List.of("县处级正职", "县处级副职", "乡科级正职")) {
            var holder = OnPaper.on("2026-06-15", "- { kind: level, level: %s, from: 2020-01 }".formatted(level));
            assertThat(holder.verdict("{ level: { " + compared + " } }"))
                    .as(level)
                    .isEqualTo(Verdict.of(fit.contains(level)));
        }
        assertThat(MEMBER.verdict("{ level: { " + compared + " } }")).isEqualTo(UNKNOWN);
    }

    @Test
    void whatIsOutsideTheOrderIsNeitherAboveNorBelow() {
        var probationer = OnPaper.on("2026-06-15", "- { kind: level, level: 试用期人员, from: 2026-01 }");
        assertThat(probationer.verdict("{ level: { below: 县处级副职 } }")).isEqualTo(NOT_MET);
        assertThat(probationer.verdict("{ level: { at-most: 县处级副职 } }")).isEqualTo(NOT_MET);
        assertThat(probationer.verdict("{ level: { not-in: [县处级副职] } }")).isEqualTo(MET);
    }

    // A part of a whole

    @ParameterizedTest
    @CsvSource({
        "at-least: 2/3, 6, 9, MET",
        "at-least: 2/3, 5, 9, NOT_MET",
        "more-than: 1/2, 5, 10, NOT_MET",
        "more-than: 1/2, 6, 10, MET",
        "at-most: 25 percent, 5, 20, MET",
        "at-most: 25 percent, 6, 20, NOT_MET",
        "less-than: 25 percent, 5, 20, NOT_MET",
        "less-than: 25 percent, 4, 20, MET"
    })
    void aRatioIsExact(String compared, int part, int whole, Verdict verdict) {
        assertThat(votes(compared, number(part), number(whole)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"at-least", "more-than", "at-most", "less-than"})
    void aRatioOfNumbersNotCertainIsOpenWhereTheyCouldTurnIt(String compared) {
        boolean upward = compared.endsWith("least") || compared.startsWith("more");
        assertThat(votes(compared + ": 1/2", between(6, 8), number(10)).verdict())
                .isEqualTo(Verdict.of(upward));
        assertThat(votes(compared + ": 1/2", between(2, 4), number(10)).verdict())
                .isEqualTo(Verdict.of(!upward));
        assertThat(votes(compared + ": 1/2", between(4, 6), number(10)).verdict())
                .isEqualTo(UNKNOWN);
        assertThat(votes(compared + ": 1/2", number(5), between(8, 12)).verdict())
                .isEqualTo(UNKNOWN);
        assertThat(votes(compared + ": 1/2", number(7), between(10, 12)).verdict())
                .isEqualTo(Verdict.of(upward));
        assertThat(votes(compared + ": 1/2", number(3), between(10, 12)).verdict())
                .isEqualTo(Verdict.of(!upward));
    }

    @Test
    void aRatioSaysBothNumbersAndWhatIsMissing() {
        assertThat(votes("at-least: 2/3", number(6), number(9)).words()).isEqualTo("同意票 6，应到会成员 9（条件：不少于2/3）");
        assertThat(votes("at-most: 25 percent", number(6), number(9)).words()).isEqualTo("同意票 6，应到会成员 9（条件：不超过25%）");
        var open = votes("at-least: 2/3", null, number(9));
        assertThat(open.verdict()).isEqualTo(UNKNOWN);
        assertThat(open.missing()).containsExactly("同意票未提供");
        assertThat(open.words()).isEqualTo("同意票占应到会成员的比例不少于2/3");
        assertThat(votes("at-least: 2/3", number(6), null).missing()).containsExactly("应到会成员未提供");
        var nobody = votes("at-least: 2/3", number(0), number(0));
        assertThat(nobody.verdict()).isEqualTo(UNKNOWN);
        assertThat(nobody.missing()).containsExactly("应到会成员为零");
        assertThat(votes("at-least: 2/3", between(5, 6), number(9)).missing()).containsExactly("数字尚不确定");
        assertThat(votes("more-than: 1/2", between(1, 6), between(0, 9)).verdict())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aRatioRestsOnTheFactsOfBothNumbersAndLacksWhatTheOpenOneLacks() {
        var one = new java.util.UUID(5, 1);
        var other = new java.util.UUID(5, 2);
        var count = new Reading(true, 5, 7, 0, () -> List.of(one), "票数待核");
        var whole = new Reading(true, 9, 10, 0, () -> List.of(other, one), "人数待核");
        var open = votes("at-least: 2/3", count, whole);
        assertThat(open.verdict()).isEqualTo(UNKNOWN);
        assertThat(open.missing()).containsExactly("票数待核");
        assertThat(open.evidence()).containsExactly(one, other);
        assertThat(votes("at-least: 6/10", number(6), whole).missing()).isEmpty();
        assertThat(votes("at-least: 2/3", number(6), whole).missing()).containsExactly("人数待核");
        assertThat(votes("at-least: 2/3", new Reading(true, 0, 1, 0, Evidence.NONE, null), between(0, 1))
                        .verdict())
                .as("of nobody, or all of one")
                .isEqualTo(UNKNOWN);
    }

    private static Answer votes(String compared, @Nullable Reading part, @Nullable Reading whole) {
        var given = new java.util.HashMap<String, Reading>();
        if (part != null) given.put("votes-for", part);
        if (whole != null) given.put("members-due", whole);
        var city = City.of(new AsOf(LocalDate.of(2026, 6, 15), 1), List.of(), Surroundings.NONE);
        var round = Question.round(Occasion.MEETING, null, city, null, MEMBER.book(), given, Map.of());
        var criterion = new CriterionReader(Map.of(), Map.of(), Map.of())
                .read(
                        Sheet.read("条件", "{ ratio: { of: votes-for, to: members-due, %s } }".formatted(compared)),
                        Speaks.ROUND);
        var answer = criterion.ask(round);
        assertThat(criterion.verdict(round)).isEqualTo(answer.verdict());
        return answer;
    }

    private static Reading number(int number) {
        return Reading.number(number, Evidence.NONE);
    }

    private static Reading between(int least, int most) {
        return new Reading(true, least, most, 0, Evidence.NONE, null);
    }

    // Facts counted

    static final OnPaper CLERK = OnPaper.on("2026-06-15", "- { kind: post, text: 科员, leading: false, from: 2003-07 }");

    @ParameterizedTest
    @CsvSource({
        "24 months, 2024-06-15, MET",
        "24 months, 2024-06-14, NOT_MET",
        "24 months, 2024-06, UNKNOWN",
        "24 months, 2024-05, NOT_MET",
        "24 months, 2024, UNKNOWN",
        "24 months, 2023, NOT_MET",
        "2 years, 2024-06-15, MET",
        "30 days, 2026-05-16, MET",
        "30 days, 2026-05-15, NOT_MET",
        "3 calendar-years, 2023-01, MET",
        "3 calendar-years, 2022-12, NOT_MET",
        "3 calendar-years, 2025-12, MET",
        "1 calendar-year, 2026-01, NOT_MET",
        "'{ from: 2024-01-01, to: 2024-12-31 }', 2024-12-31, MET",
        "'{ from: 2024-01-01, to: 2024-12-31 }', 2025-01-01, NOT_MET",
        "'{ from: 2024-01-01, to: 2024-12-31 }', 2023-12-31, NOT_MET",
        "'{ from: 2024-01-01 }', 2026-06-01, MET",
        "this-year, 2026-01-01, MET",
        "this-year, 2025-12-31, NOT_MET",
        "this-year, 2025, NOT_MET"
    })
    void anEventCountsByItsFirstDay(String within, String day, Verdict verdict) {
        var rewarded = CLERK.also("- { kind: reward, name: 嘉奖, from: %s }".formatted(day));
        assertThat(rewarded.verdict("{ exists: { kind: reward, within: %s } }".formatted(within)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "24 months, 2024-06-16, MET",
        "24 months, 2024-06-15, NOT_MET",
        "'{ from: 2020-01-01, to: 2022-12-31 }', 2024-06-15, MET",
        "'{ from: 2015-01-01, to: 2019-12-31 }', 2024-06-15, NOT_MET",
        "current, 2024-06-15, NOT_MET",
        "current, 2026-06-16, MET"
    })
    void whatLastsCountsWhileItOverlaps(String within, String end, Verdict verdict) {
        var sent = CLERK.also("- { kind: secondment, text: 挂职, from: 2020-03-01, to: %s }".formatted(end));
        assertThat(sent.verdict("{ exists: { kind: secondment, within: %s } }".formatted(within)))
                .isEqualTo(verdict);
    }

    @Test
    void sinceTheRankLevelOrPostBeganIsOpenInTheMonthItself() {
        var rewarded = CLERK.also("""
                - { kind: rank, rank: 一级科员, from: 2024-05 }
                - { kind: reward, name: 嘉奖, from: 2024-05-10 }
                """);
        assertThat(rewarded.verdict("{ exists: { kind: reward, within: in-rank } }"))
                .isEqualTo(UNKNOWN);
        assertThat(rewarded.verdict("{ exists: { kind: reward, within: in-post } }"))
                .isEqualTo(MET);
        assertThat(rewarded.verdict("{ exists: { kind: reward, within: in-level } }"))
                .isEqualTo(UNKNOWN);
        var later = CLERK.also("""
                - { kind: level, level: 乡科级副职, from: 2024-05 }
                - { kind: reward, name: 嘉奖, from: 2024-06-01 }
                - { kind: reward, name: 嘉奖, from: 2024-04-30 }
                """);
        assertThat(later.ask("{ count: { kind: reward, within: in-level, is: 1 times } }")
                        .words())
                .isEqualTo("任现职务层次以来奖励 1 条（条件：等于 1 次）");
    }

    @Test
    void aYearsGradeCountsByItsYear() {
        var judged = CLERK.also("""
                - { kind: annual-grade, year: 2023, grade: 优秀 }
                - { kind: annual-grade, year: 2022, grade: 优秀 }
                - { kind: annual-grade, year: 2025, grade: 合格 }
                """);
        assertThat(judged.verdict("{ count: { kind: annual-grade, within: 3 calendar-years, is: 2 times } }"))
                .isEqualTo(MET);
        assertThat(
                        judged.verdict(
                                "{ count: { kind: annual-grade, where: { grade: 优秀, year: { at-least: 2023 years } }, is: 1 times } }"))
                .isEqualTo(MET);
        assertThat(judged.verdict("{ exists: { kind: annual-grade, where: { grade: 称职 } } }"))
                .as("institution staff are told 合格 for 称职")
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name: 嘉奖 | MET",
                "name: 记功 | NOT_MET",
                "name: { in: [记功, 嘉奖] } | MET",
                "name: { is: 记功 } | NOT_MET",
                "name: { contains: [嘉] } | MET",
                "name: { contains: [功] } | NOT_MET",
                "name: { not-in: [嘉奖] } | NOT_MET",
                "name: { not-in: [记功] } | MET",
                "authority-level: 市级 | UNKNOWN"
            })
    void aFieldOfTextIsComparedAsWritten(String where, Verdict verdict) {
        var rewarded = CLERK.also("- { kind: reward, name: 嘉奖, from: 2024-05-10 }");
        assertThat(rewarded.verdict("{ exists: { kind: reward, where: { %s } } }".formatted(where)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "abroad: true | MET",
                "abroad: false | NOT_MET",
                "hours: { at-least: 40 hours } | MET",
                "hours: { less-than: 40 hours } | NOT_MET",
                "days: { at-least: 1 days } | UNKNOWN"
            })
    void aFlagIsYesOrNoAndANumberLiesInItsRange(String where, Verdict verdict) {
        var trained =
                CLERK.also("- { kind: training, course: 甲, hours: 40, abroad: true, from: 2024-05, to: 2024-06 }");
        assertThat(trained.verdict("{ exists: { kind: training, where: { %s } } }".formatted(where)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "县处级副职 | { at-least: 县处级副职 } | MET",
                "县处级副职 | { not-in: [县处级副职] } | NOT_MET",
                "乡科级正职 | { at-least: 县处级副职 } | NOT_MET",
                "乡科级正职 | { not-in: [县处级副职] } | MET",
                "处长级 | { at-least: 县处级副职 } | UNKNOWN"
            })
    void aFieldOfCodesIsReadFromItsWords(String level, String compared, Verdict verdict) {
        var holder = CLERK.also("- { kind: level, level: %s, from: 2020-01 }".formatted(level));
        assertThat(holder.verdict("{ exists: { kind: level, where: { level: %s } } }".formatted(compared)))
                .isEqualTo(verdict);
    }

    @Test
    void nothingFoundIsNoneOnlyWhereTheCareerIsTold() {
        assertThat(CLERK.verdict("{ exists: { kind: sanction } }")).isEqualTo(NOT_MET);
        assertThat(CLERK.ask("{ exists: { kind: sanction } }").words()).isEqualTo("处分 0 条");
        var silent = MEMBER.ask("{ exists: { kind: sanction } }");
        assertThat(silent.verdict()).isEqualTo(UNKNOWN);
        assertThat(silent.words()).isEqualTo("处分：档案无记录");
        assertThat(silent.missing()).containsExactly("档案无履历，不能断定有无处分");
    }

    @Test
    void aCountSaysHowManySurelyAndHowManyMayBe() {
        var rewarded = CLERK.also("""
                - { kind: reward, name: 嘉奖, from: 2025-05-10 }
                - { kind: reward, name: 嘉奖, from: 2024-06 }
                - { kind: reward, name: 记功, from: 2020-06 }
                """);
        var open = rewarded.ask("{ count: { kind: reward, within: 24 months, at-least: 2 times } }");
        assertThat(open.verdict()).isEqualTo(UNKNOWN);
        assertThat(open.words()).isEqualTo("近 2 年奖励 至少 1 条，另有未能判定的（条件：不少于 2 次）");
        assertThat(open.missing()).containsExactly("有 1 条奖励的时间或内容未记全");
        assertThat(open.evidence())
                .containsExactly(
                        rewarded.lines().get(2).id(), rewarded.lines().get(1).id());
        assertThat(rewarded.verdict("{ count: { kind: reward, within: 24 months, at-least: 1 times } }"))
                .isEqualTo(MET);
        assertThat(rewarded.verdict("{ count: { kind: reward, within: 24 months, at-least: 3 times } }"))
                .isEqualTo(NOT_MET);
        assertThat(rewarded.verdict("{ count: { kind: reward, at-least: 3 times } }"))
                .isEqualTo(MET);
    }

    @Test
    void aUnitHasNoDossierToCountIn() {
        var unit = CLERK.question(new Subject.Unit(OnPaper.SOMEBODY));
        assertThat(OnPaper.criterion("{ exists: { kind: reward } }").ask(unit).missing())
                .containsExactly("此处没有档案可查");
        assertThat(OnPaper.criterion("{ age: { at-least: 30 years } }")
                        .ask(unit)
                        .missing())
                .containsExactly("此处没有这项数据");
    }

    // What a collective concluded

    static final ConclusionKind BASIC =
            new ConclusionKind("BASIC", "基本条件", List.of("符合", "不符合", "待定"), "党组", Chapter.CAREER, null);
    static final ConclusionKind LEAVE =
            new ConclusionKind("LEAVE", "准假", List.of("是", "否"), "单位", Chapter.POLITICAL, "否");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "BASIC | 符合 | MET | 基本条件：符合",
                "BASIC | 不符合 | NOT_MET | 基本条件：不符合",
                "BASIC | | UNKNOWN | 基本条件：尚无结论",
                "{ code: BASIC, in: [符合, 待定] } | 待定 | MET | 基本条件：待定",
                "{ code: BASIC, is: 待定 } | 符合 | NOT_MET | 基本条件：符合",
                "{ code: BASIC, not-in: [待定] } | 不符合 | MET | 基本条件：不符合",
                "{ code: BASIC, not-in: [待定] } | 待定 | NOT_MET | 基本条件：待定",
                "LEAVE | | NOT_MET | 准假：否",
                "{ code: LEAVE, is: 否 } | | MET | 准假：否",
                "LEAVE | 是 | MET | 准假：是"
            })
    void aConclusionIsWhatTheCollectiveSaid(String asked, @Nullable String said, Verdict verdict, String words) {
        var answer = concluded(asked, said);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.words()).isEqualTo(words);
    }

    @Test
    void withoutAConclusionItIsToldWhoWouldSettleIt() {
        assertThat(concluded("BASIC", null).missing()).containsExactly("需有“基本条件”的结论（由党组作出）");
        var odd = concluded("BASIC", "大概");
        assertThat(odd.verdict()).isEqualTo(UNKNOWN);
        assertThat(odd.missing()).containsExactly("“基本条件”的结论“大概”不在所列各项中");
        assertThat(odd.evidence()).isNotEmpty();
        assertThat(recorded("{ code: BASIC, not-in: [待定] }").asked()).isEqualTo("基本条件为符合、不符合");
    }

    private static Criterion recorded(String asked) {
        return new CriterionReader(Map.of("BASIC", BASIC, "LEAVE", LEAVE), Map.of(), Map.of())
                .read(Sheet.read("条件", "{ recorded: %s }".formatted(asked)), Speaks.PERSON);
    }

    private static Answer concluded(String asked, @Nullable String said) {
        var code = asked.contains("BASIC") ? "BASIC" : "LEAVE";
        var paper = said == null
                ? CLERK
                : CLERK.also("- { kind: conclusion, code: %s, value: %s, by: 党组, chapter: CAREER, from: 2026-01 }"
                        .formatted(code, said));
        return recorded(asked).ask(paper.question());
    }

    // What is read to answer

    @Test
    void theChaptersReadAreThoseOfEverythingInside() {
        assertThat(OnPaper.criterion(
                                "{ all: [ { age: { at-least: 30 years } }, { not: { exists: { kind: sanction } } } ] }")
                        .chapters())
                .containsExactlyInAnyOrder(Chapter.BASIC, Chapter.SUPERVISION);
        assertThat(OnPaper.criterion("{ any: [ { kin-in-line: true }, { education: 大学 } ] }")
                        .chapters())
                .containsExactlyInAnyOrder(Chapter.FAMILY, Chapter.EDUCATION);
        assertThat(recorded("LEAVE").chapters()).containsExactly(Chapter.POLITICAL);
        var team = new CriterionReader(Map.of(), Map.of(), Map.of())
                .read(
                        Sheet.read(
                                "条件",
                                "{ ratio: { of: { members-with: { with: { exists: { kind: reward } } } }, to: members, at-least: 1/2 } }"),
                        Speaks.TEAM);
        assertThat(team.chapters()).containsExactlyInAnyOrder(Chapter.ORGANIZATION, Chapter.APPRAISAL);
        var seen = new ArrayList<Class<?>>();
        team.walk(each -> seen.add(each.getClass()));
        assertThat(seen).containsExactly(Criterion.Ratio.class, Criterion.Counted.class);
        assertThat(
                        inside(
                                "{ ratio: { of: members, to: { members-with: { with: { communist: true } } }, at-most: 1/2 } }"))
                .containsExactly(Criterion.Ratio.class, Criterion.OneOf.class);
        assertThat(inside("{ members-with: { with: { not: { communist: true } }, at-least: 2 people } }"))
                .containsExactly(Criterion.Compared.class, Criterion.Not.class, Criterion.OneOf.class);
        assertThat(
                        inside(
                                "{ all: [ { members: { at-least: 2 people } }, { any: [ { mean-age: { at-most: 50 years } } ] } ] }"))
                .containsExactly(
                        Criterion.All.class, Criterion.Compared.class, Criterion.Any.class, Criterion.Compared.class);
    }

    private static List<Class<?>> inside(String team) {
        var seen = new ArrayList<Class<?>>();
        new CriterionReader(Map.of(), Map.of(), Map.of())
                .read(Sheet.read("条件", team), Speaks.TEAM)
                .walk(each -> seen.add(each.getClass()));
        return seen;
    }

    @Test
    void theMeasuresItLooksAtItselfAreNotThoseOfWhatIsInside() {
        assertThat(OnPaper.criterion("{ age: { at-least: 30 years } }").measures())
                .extracting(Measure::name)
                .containsExactly("age");
        assertThat(OnPaper.criterion("{ communist: true }").measures())
                .extracting(Measure::name)
                .containsExactly("communist");
        assertThat(OnPaper.criterion("{ all: [ { communist: true }, { sex: 男 } ] }")
                        .measures())
                .isEmpty();
        assertThat(new CriterionReader(Map.of(), Map.of(), Map.of())
                        .read(
                                Sheet.read("条件", "{ ratio: { of: votes-for, to: members-due, at-least: 1/2 } }"),
                                Speaks.ROUND)
                        .measures())
                .extracting(Measure::name)
                .containsExactly("votes-for", "members-due");
    }

    @Test
    void aCohortIsAskedByItsName() {
        var reader = new CriterionReader(Map.of(), Map.of("党员", Sheet.read("人群", "{ communist: true }")), Map.of());
        var member = reader.read(Sheet.read("条件", "{ cohort: 党员 }"), Speaks.PERSON);
        assertThat(member.asked()).isEqualTo("属于“党员”");
        assertThat(member.ask(MEMBER.question()).verdict()).isEqualTo(MET);
        assertThat(member.verdict(MEMBER.question())).isEqualTo(MET);
        assertThat(member.ask(MEMBER.question()).words()).isEqualTo("中共党员：是（条件：是）");
        assertThat(new Criterion.Not(member).asked()).isEqualTo("不属于“党员”");
        assertThat(new Criterion.Not(member).verdict(MEMBER.question())).isEqualTo(NOT_MET);
        assertThat(member.chapters()).containsExactly(Chapter.BASIC);
        var seen = new ArrayList<String>();
        member.walk(each -> seen.add(each.asked()));
        assertThat(seen).containsExactly("属于“党员”", "中共党员：是");
    }

    @Test
    void aFieldOfTheListOfPeopleIsAskedOfTheCard() {
        var forty = new Criterion.Catalogued("年龄不超过 45 岁", "出生年月", card -> Verdict.MET);
        assertThat(forty.ask(MEMBER.question()).words()).isEqualTo("年龄不超过 45 岁：符合");
        var older = new Criterion.Catalogued("年龄不超过 45 岁", "出生年月", card -> NOT_MET);
        assertThat(older.ask(MEMBER.question()).words()).isEqualTo("年龄不超过 45 岁：不符合");
        var open = new Criterion.Catalogued("年龄不超过 45 岁", "出生年月", card -> UNKNOWN);
        assertThat(open.ask(MEMBER.question()).words()).isEqualTo("年龄不超过 45 岁：待核");
        assertThat(open.ask(MEMBER.question()).missing()).containsExactly("需补录出生年月");
        assertThat(open.verdict(MEMBER.question())).isEqualTo(UNKNOWN);
        assertThat(open.asked()).isEqualTo("年龄不超过 45 岁");
        assertThat(forty.ask(CLERK.question(new Subject.Unit(OnPaper.SOMEBODY))).verdict())
                .isEqualTo(UNKNOWN);
    }
}
