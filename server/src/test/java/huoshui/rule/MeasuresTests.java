package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("个人数值量度：整月计算，不知道的说不知道，说得出缺什么")
class MeasuresTests {

    /** Whose career is told, and nothing in it counts. */
    static final String CLERK = "- { kind: post, text: 市水务局科员, leading: false, from: 2003-07 }\n";

    static final OnPaper NOBODY = somebody("- { kind: expertise, text: 水利工程 }");

    private static OnPaper somebody(String dossier) {
        return OnPaper.on("2026-06-15", dossier);
    }

    // Since birth, work and the Party

    @Test
    void ageIsInCompletedYearsAndTwoWhereOnlyTheYearOfBirthIsKnown() {
        assertThat(born("1980-06").says("age")).isEqualTo("年龄 46 岁");
        assertThat(born("1980-07").says("age")).isEqualTo("年龄 45 岁");
        assertThat(born("1980").says("age")).isEqualTo("年龄 45 岁 至 46 岁");
        assertThat(born("1980").lacks("age")).isEqualTo("出生年月未记录");
        assertThat(born("1980").restsOn("age")).containsExactly(0L);
        assertThat(NOBODY.says("age")).isEqualTo("年龄：出生年月未记录");
    }

    @Test
    void serviceCountsFromTheMonthWorkBegan() {
        var worker = somebody("- { kind: work-start, date: 2003-07, from: 2003-07 }");
        assertThat(worker.says("service")).isEqualTo("工龄 22 年 11 个月");
        assertThat(worker.restsOn("service")).containsExactly(0L);
        assertThat(NOBODY.says("service")).isEqualTo("工龄：参加工作时间未记录");
    }

    @Test
    void partyStandingCountsFromTheMonthOfJoiningAndIsNoneForOthers() {
        var member = somebody("- { kind: party, party: 中共党员, joined: 2005-06, from: 2005-06 }");
        assertThat(member.says("party-standing")).isEqualTo("党龄 21 年");
        assertThat(member.restsOn("party-standing")).containsExactly(0L);
        assertThat(somebody("- { kind: party, party: 中共党员, from: 2005-06 }").says("party-standing"))
                .isEqualTo("党龄：入党时间未记录");
        assertThat(somebody("- { kind: party, party: 民盟, from: 2005-06 }").says("party-standing"))
                .isEqualTo("党龄 0 个月");
        assertThat(NOBODY.says("party-standing")).isEqualTo("党龄：政治面貌未记录");
    }

    @Test
    void retirementIsCountedInMonthsAndTwiceWhereItMayBeEither() {
        var man = somebody("- { kind: identity, name: 某, sex: 男, birth: 1966-12 }");
        assertThat(man.says("until-retirement"))
                .as("60 and six months, due 2027-06")
                .isEqualTo("距到龄 1 年");
        assertThat(man.restsOn("until-retirement")).containsExactly(0L);
        var woman = somebody("- { kind: identity, name: 某, sex: 女, birth: 1971-06 }");
        assertThat(woman.says("until-retirement")).isEqualTo("距到龄 5 个月 至 6 年 8 个月");
        assertThat(woman.lacks("until-retirement")).isEqualTo("女干部的职务层次或高级职称未记录，到龄时间两可");
        var leader = woman.also("- { kind: level, level: 县处级副职, from: 2020-01 }");
        assertThat(leader.says("until-retirement")).isEqualTo("距到龄 6 年 8 个月");
        assertThat(woman.also("- { kind: title, title: 高级工程师, from: 2010-01 }").says("until-retirement"))
                .isEqualTo("距到龄 6 年 8 个月");
        assertThat(NOBODY.says("until-retirement")).isEqualTo("距到龄：性别或出生年月未记录");
    }

    private static OnPaper born(String birth) {
        return somebody("- { kind: identity, name: 某, birth: %s }".formatted(birth));
    }

    // Since taking up what one holds

    @Test
    void timeInPostIsOfTheMainPost() {
        var chief = somebody("""
                - { kind: post, text: 兼任, main: false, from: 2010-01 }
                - { kind: post, text: 局长, main: true, from: 2023-05 }
                """);
        assertThat(chief.says("time-in-post")).isEqualTo("任现职 3 年 1 个月");
        assertThat(chief.restsOn("time-in-post")).containsExactly(1L);
        assertThat(NOBODY.says("time-in-post")).isEqualTo("任现职：现任职务未记录");
        assertThat(somebody("- { kind: post, text: 局长, from: 2020-01, to: 2026-05 }")
                        .says("time-in-post"))
                .as("a post that has ended is none")
                .isEqualTo("任现职：现任职务未记录");
    }

    @Test
    void timeInRankAndLevelIsOfWhatHoldsToday() {
        var both = somebody("""
                - { kind: rank, rank: 四级调研员, from: 2018-03, to: 2022-09 }
                - { kind: rank, rank: 三级调研员, from: 2022-09 }
                - { kind: level, level: 县处级副职, from: 2019-11 }
                """);
        assertThat(both.says("time-in-rank")).isEqualTo("任现职级 3 年 9 个月");
        assertThat(both.restsOn("time-in-rank")).containsExactly(1L);
        assertThat(both.says("time-in-level")).isEqualTo("任现职务层次 6 年 7 个月");
        assertThat(both.restsOn("time-in-level")).containsExactly(2L);
        assertThat(both.says("since-promotion")).isEqualTo("提拔以来 6 年 7 个月");
        assertThat(both.restsOn("since-promotion")).containsExactly(2L);
        assertThat(NOBODY.says("time-in-rank")).isEqualTo("任现职级：职级未记录");
        assertThat(NOBODY.says("time-in-level")).isEqualTo("任现职务层次：职务层次未记录");
        assertThat(NOBODY.says("since-promotion")).isEqualTo("提拔以来：职务层次未记录");
    }

    @Test
    void aLevelThatOnlyThePostTellsRestsOnThePost() {
        var deputy = somebody("- { kind: post, text: 副局长, level: 县处级副职, leading: true, from: 2021-06 }");
        assertThat(deputy.says("time-in-level")).isEqualTo("任现职务层次 5 年");
        assertThat(deputy.restsOn("time-in-level")).containsExactly(0L);
    }

    // In leading posts of a level, each month once

    @Test
    void timeAtALevelCountsLeadingPostsOfThatLevelEachMonthOnce() {
        var leader = somebody("""
                - { kind: post, text: 科员, leading: false, level: 科员, from: 2003-07, to: 2010-01 }
                - { kind: post, text: 甲乡乡长, leading: true, level: 乡科级正职, from: 2010-01, to: 2012-01 }
                - { kind: post, text: 甲乡党委书记, leading: true, level: 乡科级正职, from: 2011-07, to: 2013-01 }
                - { kind: post, text: 副县长, leading: true, level: 县处级副职, from: 2013-01 }
                """);
        assertThat(leader.says("{ time-at-level: { level: 乡科级正职, at-least: 2 years } }"))
                .isEqualTo("曾任（为乡科级正职） 3 年（条件：不少于 2 年）");
        assertThat(leader.says("{ time-at-level: { level: { at-least: 乡科级正职 }, at-least: 2 years } }"))
                .isEqualTo("曾任（不低于乡科级正职） 16 年 5 个月（条件：不少于 2 年）");
        assertThat(leader.says("level-total")).isEqualTo("同一层次领导职务累计 13 年 5 个月");
        assertThat(leader.restsOn("level-total")).containsExactly(3L);
        assertThat(somebody("- { kind: level, level: 县处级副职, from: 2020-01 }").says("level-total"))
                .isEqualTo("同一层次领导职务累计：任职经历未记录");
        assertThat(NOBODY.says("level-total")).isEqualTo("同一层次领导职务累计：职务层次未记录");
    }

    @Test
    void aPostOfUnknownLevelMayBeOneAndOneNotLeadingIsNone() {
        var open = somebody("""
                - { kind: post, text: 乡长, leading: true, level: 乡科级正职, from: 2010-01, to: 2012-01 }
                - { kind: post, text: 不详, from: 2012-01, to: 2013-01 }
                - { kind: post, text: 主任科员, level: 乡科级正职, leading: false, from: 2013-01 }
                """);
        var asked = "{ time-at-level: { level: 乡科级正职, at-least: 3 years } }";
        assertThat(open.says(asked)).isEqualTo("曾任（为乡科级正职） 2 年 至 3 年（条件：不少于 3 年）");
        assertThat(open.ask(asked).missing()).containsExactly("有任职的职务层次未记录");
        var vague = somebody("- { kind: post, text: 乡长, leading: true, level: 乡科级正职, from: 2010, to: 2012-01 }");
        assertThat(vague.says(asked)).isEqualTo("曾任（为乡科级正职） 1 年 1 个月 至 2 年（条件：不少于 3 年）");
        assertThat(vague.says("{ time-at-level: { level: 科员, at-least: 3 years } }"))
                .isEqualTo("曾任（为科员） 0 个月（条件：不少于 3 年）");
    }

    @Test
    void aPostWhoseBeginningNobodyKnowsMayHaveBegunWithWork() {
        var leader = somebody("""
                - { kind: work-start, date: 2020-06, from: 2020-06 }
                - { kind: post, text: 乡长, leading: true, level: 乡科级正职, from: 2024-06 }
                """);
        var unknown = new OnPaper(
                leader.day(),
                leader.lines().stream()
                        .map(each -> each.kind().equals("post")
                                ? new huoshui.dossier.city.Line(
                                        each.id(),
                                        each.subject(),
                                        each.kind(),
                                        each.body(),
                                        huoshui.kernel.Span.evidenced(
                                                each.valid().from()),
                                        1,
                                        Long.MAX_VALUE)
                                : each)
                        .toList(),
                null,
                leader.book(),
                null);
        assertThat(unknown.says("{ time-at-level: { level: 乡科级正职, at-least: 3 years } }"))
                .isEqualTo("曾任（为乡科级正职） 0 个月 至 6 年（条件：不少于 3 年）");
        assertThat(unknown.ask("{ time-at-level: { level: 乡科级正职, at-least: 3 years } }")
                        .missing())
                .containsExactly("有任职的起止时间未记全");
        assertThat(unknown.says("time-in-post")).isEqualTo("任现职：任现职时间未记录");
    }

    // Effective tenure, by the year's conclusions

    @Test
    void anOutstandingYearAddsHalfAYearAndAnInsufficientOneTakesItselfAway() {
        assertThat(ranked("称职", "称职").says("effective-rank-tenure")).isEqualTo("职级有效年限 2 年 5 个月");
        assertThat(ranked("优秀", "称职").says("effective-rank-tenure")).isEqualTo("职级有效年限 2 年 11 个月");
        assertThat(ranked("优秀", "优秀").says("effective-rank-tenure")).isEqualTo("职级有效年限 3 年 5 个月");
        assertThat(ranked("基本称职", "称职").says("effective-rank-tenure")).isEqualTo("职级有效年限 1 年 5 个月");
        assertThat(ranked("称职", "称职").restsOn("effective-rank-tenure")).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aYearOfWhichNothingIsKnownMayBeAnyAndTheYearRunningIsNotAsked() {
        var open = somebody("""
                - { kind: rank, rank: 三级调研员, from: 2024-01 }
                - { kind: annual-grade, year: 2024, grade: 称职 }
                """);
        assertThat(open.says("effective-rank-tenure")).isEqualTo("职级有效年限 1 年 5 个月 至 2 年 11 个月");
        assertThat(open.lacks("effective-rank-tenure")).isEqualTo("任现职级期间有年度考核未记录");
        var other = open.also("- { kind: annual-grade, year: 2025, grade: 其他 }");
        assertThat(other.says("effective-rank-tenure")).isEqualTo("职级有效年限 1 年 5 个月 至 2 年 11 个月");
        assertThat(NOBODY.says("effective-rank-tenure")).isEqualTo("职级有效年限：职级未记录");
    }

    @Test
    void theYearsOfALevelCountAlikeAndMissingBeginningsAreTold() {
        var leader = somebody("""
                - { kind: level, level: 县处级副职, from: 2025-01 }
                - { kind: annual-grade, year: 2025, grade: 优秀 }
                """);
        assertThat(leader.says("effective-level-tenure")).isEqualTo("职务层次有效年限 1 年 11 个月");
        assertThat(leader.restsOn("effective-level-tenure")).containsExactly(0L, 1L);
        assertThat(NOBODY.says("effective-level-tenure")).isEqualTo("职务层次有效年限：职务层次未记录");
        var yearOnly = somebody("""
                - { kind: rank, rank: 三级调研员, from: 2025 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(yearOnly.says("effective-rank-tenure")).isEqualTo("职级有效年限 6 个月 至 1 年 5 个月");
        assertThat(yearOnly.lacks("effective-rank-tenure")).isEqualTo("任现职级的时间未记全");
    }

    private static OnPaper ranked(String first, String second) {
        return somebody("""
                - { kind: rank, rank: 三级调研员, from: 2024-01 }
                - { kind: annual-grade, year: 2024, grade: %s }
                - { kind: annual-grade, year: 2025, grade: %s }
                """.formatted(first, second));
    }

    @Test
    void ofRankAndLevelTheLongerCountsWhereBothFit() {
        var both = somebody("""
                - { kind: rank, rank: 三级调研员, from: 2025-01 }
                - { kind: level, level: 县处级副职, from: 2024-01 }
                - { kind: annual-grade, year: 2024, grade: 称职 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(both.says(fit("三级调研员", "县处级副职"))).isEqualTo(fits("为县处级副职，为三级调研员", "2 年 5 个月"));
        assertThat(both.says(fit("四级调研员", "县处级副职"))).isEqualTo(fits("为县处级副职，为四级调研员", "2 年 5 个月"));
        assertThat(both.says(fit("四级调研员", "乡科级正职")))
                .as("neither fits, and no post was of that level")
                .isEqualTo(fits("为乡科级正职，为四级调研员", "至少 0 个月"));
        assertThat(both.also(CLERK).says(fit("四级调研员", "乡科级正职"))).isEqualTo(fits("为乡科级正职，为四级调研员", "0 个月"));
        assertThat(NOBODY.says(fit("三级调研员", "县处级副职"))).isEqualTo("职级或职务层次有效年限（为县处级副职，为三级调研员）：职级和职务层次未记录（条件：不少于 2 年）");
    }

    @Test
    void ofTwoNotCertainTheLongerIsNotCertainEither() {
        var grades = """
                - { kind: annual-grade, year: 2023, grade: 称职 }
                - { kind: annual-grade, year: 2024, grade: 称职 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """;
        var rank = "- { kind: rank, rank: 三级调研员, from: 2023-06 }\n" + grades;
        assertThat(somebody(rank + "- { kind: level, level: 县处级副职, from: 2024-01 }")
                        .says(fit("三级调研员", "县处级副职")))
                .isEqualTo(fits("为县处级副职，为三级调研员", "3 年"));
        assertThat(somebody(rank + "- { kind: level, level: 县处级副职, from: 2023 }")
                        .says(fit("三级调研员", "县处级副职")))
                .isEqualTo(fits("为县处级副职，为三级调研员", "3 年 至 3 年 5 个月"));
        var both = somebody(rank + "- { kind: level, level: 县处级副职, from: 2024-01 }");
        assertThat(both.sinceWhenever("level").says(fit("三级调研员", "县处级副职"))).isEqualTo(fits("为县处级副职，为三级调研员", "至少 3 年"));
        assertThat(both.sinceWhenever("rank").says(fit("三级调研员", "县处级副职")))
                .isEqualTo(fits("为县处级副职，为三级调研员", "至少 2 年 5 个月"));
        assertThat(both.sinceWhenever("rank").sinceWhenever("level").says(fit("三级调研员", "县处级副职")))
                .isEqualTo("职级或职务层次有效年限（为县处级副职，为三级调研员）：任现职级的时间未记录（条件：不少于 2 年）");
        assertThat(both.sinceWhenever("rank").says(fit("三级调研员", "乡科级正职")))
                .isEqualTo("职级或职务层次有效年限（为乡科级正职，为三级调研员）：任现职级的时间未记录（条件：不少于 2 年）");
        assertThat(both.sinceWhenever("rank").says("effective-rank-tenure")).isEqualTo("职级有效年限：任现职级的时间未记录");
    }

    @Test
    void whatIsNotRecordedOfTheTwoLeavesTheLongerOpen() {
        var ranked = somebody("""
                - { kind: rank, rank: 三级调研员, from: 2025-01 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(ranked.says(fit("三级调研员", "县处级副职"))).isEqualTo(fits("为县处级副职，为三级调研员", "至少 1 年 5 个月"));
        assertThat(ranked.ask(fit("三级调研员", "县处级副职")).missing()).containsExactly("职务层次未记录");
        var levelled = somebody("""
                - { kind: level, level: 县处级副职, from: 2025-01 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(levelled.says(fit("三级调研员", "县处级副职"))).isEqualTo(fits("为县处级副职，为三级调研员", "至少 1 年 5 个月"));
        assertThat(levelled.ask(fit("三级调研员", "县处级副职")).missing()).containsExactly("职级未记录");
        assertThat(ranked.says("{ rank-or-level-tenure: { rank: 三级调研员, at-least: 2 years } }"))
                .isEqualTo("职级或职务层次有效年限（为三级调研员） 1 年 5 个月（条件：不少于 2 年）");
    }

    @Test
    void aLevelHeldBeforeMayCountWithHalfAsManyMonthsAgain() {
        var once = somebody("""
                - { kind: post, text: 乡长, leading: true, level: 乡科级正职, from: 2010-01, to: 2013-01 }
                - { kind: post, text: 科员, leading: false, from: 2013-01 }
                - { kind: level, level: 乡科级副职, from: 2013-01 }
                - { kind: rank, rank: 三级主任科员, from: 2025-01 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(once.says(fit("三级主任科员", "乡科级正职"))).isEqualTo(fits("为乡科级正职，为三级主任科员", "1 年 5 个月 至 5 年 6 个月"));
        assertThat(once.ask("{ rank-or-level-tenure: { rank: 三级主任科员, level: 乡科级正职, at-least: 3 years } }")
                        .missing())
                .containsExactly("曾任职务层次的时间能否并计，须核对");
        assertThat(once.says(fit("三级主任科员", "县处级正职"))).isEqualTo(fits("为县处级正职，为三级主任科员", "1 年 5 个月"));
    }

    private static String fit(String rank, String level) {
        return "{ rank-or-level-tenure: { rank: %s, level: %s, at-least: 2 years } }".formatted(rank, level);
    }

    private static String fits(String words, String months) {
        return "职级或职务层次有效年限（%s） %s（条件：不少于 2 年）".formatted(words, months).replace("） 至少", "）至少");
    }

    // Aiming at something

    @Test
    void stepsAreCountedUpwardToWhatIsAimedAt() {
        var ranked = somebody("- { kind: rank, rank: 四级调研员, from: 2020-01 }");
        assertThat(ranked.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).says("rank-steps"))
                .isEqualTo("拟晋升级数 2 级");
        assertThat(ranked.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).restsOn("rank-steps"))
                .containsExactly(0L);
        assertThat(ranked.aimingAt(new Target.Level(LeadershipLevel.DIVISION_CHIEF))
                        .says("rank-steps"))
                .isEqualTo("拟晋升级数：须先选定拟晋升职级");
        assertThat(ranked.says("rank-steps")).isEqualTo("拟晋升级数：须先选定拟任职位、层次或职级");
        assertThat(NOBODY.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).says("rank-steps"))
                .isEqualTo("拟晋升级数：职级未记录");
        assertThat(somebody("- { kind: rank, rank: 一级警长, from: 2020-01 }")
                        .aimingAt(new Target.Rank(Rank.CONSULTANT_2))
                        .says("rank-steps"))
                .isEqualTo("拟晋升级数：现职级属其他序列，不能与综合管理类职级比较");

        var levelled = somebody("- { kind: level, level: 乡科级正职, from: 2020-01 }");
        assertThat(levelled.aimingAt(new Target.Level(LeadershipLevel.DIVISION_CHIEF))
                        .says("level-steps"))
                .isEqualTo("拟提拔级数 2 级");
        assertThat(levelled.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).says("level-steps"))
                .isEqualTo("拟提拔级数：须先选定拟任职位或层次");
        assertThat(NOBODY.aimingAt(new Target.Level(LeadershipLevel.DIVISION_CHIEF))
                        .says("level-steps"))
                .isEqualTo("拟提拔级数：职务层次未记录");
        assertThat(somebody("- { kind: level, level: 试用期人员, from: 2026-01 }")
                        .aimingAt(new Target.Level(LeadershipLevel.DIVISION_CHIEF))
                        .says("level-steps"))
                .isEqualTo("拟提拔级数：现职务层次不在次序之内");
    }

    @Test
    void timeAndPostsBelowTheTargetAreOfTheLevelRightBelow() {
        var career = somebody("""
                - { kind: post, text: 副科长, leading: true, level: 乡科级副职, from: 2008-01, to: 2010-01 }
                - { kind: post, text: 甲科科长, leading: true, level: 乡科级正职, from: 2010-01, to: 2013-01 }
                - { kind: post, text: 乙科科长, leading: true, level: 乡科级正职, from: 2013-01, to: 2014-01 }
                - { kind: post, text: 主任科员, leading: false, level: 乡科级正职, from: 2014-01 }
                """).aimingAt(new Target.Level(LeadershipLevel.DIVISION_DEPUTY));
        assertThat(career.says("time-below-target")).isEqualTo("任下一级职务 4 年");
        assertThat(career.says("posts-below-target")).isEqualTo("下一级职位 2 个职位");
        assertThat(career.restsOn("posts-below-target")).containsExactly(3L);
        var twice = career.also("- { kind: post, text: 甲科科长, leading: true, level: 乡科级正职, from: 2014-01 }")
                .also("- { kind: post, text: 不详, from: 2007-01, to: 2008-01 }");
        assertThat(twice.says("posts-below-target"))
                .as("one post held twice is one")
                .isEqualTo("下一级职位 2 个职位 至 3 个职位");
        assertThat(twice.lacks("posts-below-target")).isEqualTo("有任职的职务层次未记录");
        assertThat(NOBODY.aimingAt(new Target.Level(LeadershipLevel.DIVISION_DEPUTY))
                        .says("posts-below-target"))
                .isEqualTo("下一级职位：任职经历未记录");
        assertThat(career.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).says("posts-below-target"))
                .isEqualTo("下一级职位：须先选定拟任职位或层次");
        assertThat(career.aimingAt(new Target.Rank(Rank.CONSULTANT_2)).says("time-below-target"))
                .isEqualTo("任下一级职务：须先选定拟任职位或层次");
    }

    @Test
    void aHigherLevelHeldBeforeCountsForTheTimeBelow() {
        var career = somebody("- { kind: post, text: 副县长, leading: true, level: 县处级副职, from: 2024-06 }");
        assertThat(career.aimingAt(new Target.Level(LeadershipLevel.SECTION_CHIEF))
                        .says("time-below-target"))
                .isEqualTo("任下一级职务 2 年");
        assertThat(PersonMeasures.below(LeadershipLevel.SECTION_DEPUTY))
                .as("nothing leading lies below")
                .isZero();
        assertThat(PersonMeasures.below(LeadershipLevel.SECTION_CHIEF))
                .isEqualTo(1L << LeadershipLevel.SECTION_DEPUTY.ordinal());
    }

    // Years of assessment

    @Test
    void gradesAreCountedOverTheYearsAskedAndASilentYearMayBeOne() {
        var judged = somebody("""
                - { kind: work-start, date: 2023-07, from: 2023-07 }
                - { kind: annual-grade, year: 2022, grade: 优秀 }
                - { kind: annual-grade, year: 2023, grade: 优秀 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """);
        assertThat(judged.says("{ grades: { grade: 优秀, years: 3 years, at-least: 1 times } }"))
                .isEqualTo("年度考核（为优秀，近 3 年） 1 次 至 2 次（条件：不少于 1 次）");
        assertThat(judged.says("{ grades: { grade: 称职, at-least: 1 times } }"))
                .as("the last year, where no number is asked")
                .isEqualTo("年度考核（为称职） 1 次（条件：不少于 1 次）");
        assertThat(judged.says("{ grades: { grade: 优秀, years: 5 years, at-least: 1 times } }"))
                .as("before work began no year is missing")
                .isEqualTo("年度考核（为优秀，近 5 年） 2 次 至 3 次（条件：不少于 1 次）");
        assertThat(judged.ask("{ grades: { grade: 优秀, years: 3 years, at-least: 2 times } }")
                        .missing())
                .containsExactly("有年度考核未记录");
    }

    @Test
    void gradesSinceTheRankBeganAreOfTheYearsSinceThen() {
        var judged = somebody("""
                - { kind: rank, rank: 三级调研员, from: 2024-05 }
                - { kind: annual-grade, year: 2023, grade: 优秀 }
                - { kind: annual-grade, year: 2024, grade: 优秀 }
                - { kind: annual-grade, year: 2025, grade: 优秀 }
                """);
        assertThat(judged.says("{ grades: { grade: 优秀, years: in-rank, at-least: 1 times } }"))
                .isEqualTo("年度考核（为优秀，任现职级以来） 2 次（条件：不少于 1 次）");
        assertThat(judged.says("{ grades: { grade: 优秀, years: in-level, at-least: 1 times } }"))
                .isEqualTo("年度考核（为优秀，任现职务层次以来）：任现职级、层次或职务的时间未记录（条件：不少于 1 次）");
    }

    @Test
    void gradesInARowAreBrokenByAnotherGradeAndOpenedBySilence() {
        var asked = "{ grades-in-a-row: { grade: 优秀, at-least: 3 times } }";
        var judged = somebody("""
                - { kind: annual-grade, year: 2021, grade: 称职 }
                - { kind: annual-grade, year: 2022, grade: 优秀 }
                - { kind: annual-grade, year: 2024, grade: 优秀 }
                - { kind: annual-grade, year: 2025, grade: 优秀 }
                """);
        assertThat(judged.says(asked)).isEqualTo("年度考核连续（为优秀） 2 次 至 4 次（条件：不少于 3 次）");
        assertThat(judged.also("- { kind: annual-grade, year: 2023, grade: 优秀 }")
                        .says(asked))
                .isEqualTo("年度考核连续（为优秀） 4 次（条件：不少于 3 次）");
        assertThat(somebody("""
                        - { kind: work-start, date: 2024-07, from: 2024-07 }
                        - { kind: annual-grade, year: 2025, grade: 优秀 }
                        """).says(asked))
                .as("the year work began may be one, the years before cannot")
                .isEqualTo("年度考核连续（为优秀） 1 次 至 2 次（条件：不少于 3 次）");
    }

    // Training, units and terms

    @Test
    void trainingIsSummedOverTheWindowAndOpenWhereHoursAreNotRecorded() {
        var trained = somebody("""
                - { kind: training, course: 甲, category: 党性教育, hours: 40, days: 5, from: 2022-03, to: 2022-04 }
                - { kind: training, course: 乙, category: 专业能力, hours: 24, days: 3, from: 2026-02, to: 2026-03 }
                - { kind: training, course: 丙, category: 专业能力, hours: 80, days: 10, from: 2021-05, to: 2021-06 }
                """);
        assertThat(trained.says("training-hours"))
                .as("five years back, and no further")
                .isEqualTo("培训学时 64 学时");
        assertThat(trained.says("training-days")).isEqualTo("培训天数 8 天");
        assertThat(trained.says("{ training-hours: { years: this-year, at-least: 12 hours } }"))
                .isEqualTo("培训学时（本年） 24 学时（条件：不少于 12 学时）");
        assertThat(trained.says("{ training-hours: { years: 3 years, category: 专业, at-least: 12 hours } }"))
                .isEqualTo("培训学时（近 3 年，专业） 24 学时（条件：不少于 12 学时）");
        assertThat(NOBODY.says("training-hours")).isEqualTo("培训学时：培训情况未记录");
        assertThat(somebody(CLERK).says("training-hours"))
                .as("a career told with no training in it")
                .isEqualTo("培训学时 0 学时");
    }

    @Test
    void whatMayLieInTheWindowIsTold() {
        var yearOnly = somebody("- { kind: training, course: 甲, hours: 40, days: 5, from: 2021, to: 2022 }");
        assertThat(yearOnly.says("training-hours")).isEqualTo("培训学时 0 学时 至 40 学时");
        assertThat(yearOnly.lacks("training-hours")).isEqualTo("有培训的时间未记全");
        var noHours = somebody("- { kind: training, course: 甲, from: 2025-03, to: 2025-04 }");
        assertThat(noHours.says("training-hours")).isEqualTo("培训学时至少 0 学时");
        assertThat(noHours.lacks("training-hours")).isEqualTo("有培训的学时未记录");
        assertThat(noHours.lacks("training-days")).isEqualTo("有培训的天数未记录");
        var noCategory = somebody("- { kind: training, course: 甲, hours: 40, from: 2025-03, to: 2025-04 }");
        assertThat(noCategory.says("{ training-hours: { category: 党性教育, at-least: 12 hours } }"))
                .isEqualTo("培训学时（党性教育）至少 0 学时（条件：不少于 12 学时）");
    }

    // What holds for every measure

    @Test
    void everyMeasureOfAPersonSaysOfNobodyThatItIsNotKnown() {
        for (var each : Measures.all()) {
            if (!each.of().contains(Speaks.PERSON)) continue;
            assertThat(each.said(Arguments.NONE, Reading.unknown("未记录")))
                    .as(each.name())
                    .isEqualTo(each.title() + "：未记录");
        }
    }
}
