package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.form.PersonSheet.Career;
import huoshui.kernel.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("简历：每一行都有去处，读、印、再读不变")
class ResumeTests {

    static String told(@Nullable PartialDate from, @Nullable PartialDate to, String text) {
        return (from == null ? "" : from.text()) + "/" + (to == null ? "" : to.text()) + " " + text;
    }

    static List<String> segments(String resume) {
        return Resume.read(resume).segments().stream()
                .map(each -> told(each.from(), each.to(), each.text()))
                .toList();
    }

    static List<Career> career(String resume) {
        return Forms.person(Box.RESUME, resume).career();
    }

    static List<String> asides(String resume) {
        return career(resume).stream()
                .filter(Career::meanwhile)
                .map(each -> told(each.from(), each.to(), each.text()))
                .toList();
    }

    static List<String> unread(String resume) {
        return Forms.person(Box.RESUME, resume).unread().stream()
                .map(each -> each.line() + " " + each.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990.09--1994.07  示例大学学习",
                "1990.09—1994.07  示例大学学习",
                "1990.09——1994.07  示例大学学习",
                "1990.09-1994.07 示例大学学习",
                "1990.09－－1994.07　示例大学学习",
                "1990.09～1994.07  示例大学学习",
                "1990.09~1994.07  示例大学学习",
                "1990.09至1994.07  示例大学学习",
                "1990.9--1994.7  示例大学学习",
                "１９９０．０９--１９９４．０７  示例大学学习",
                "1990.09 -- 1994.07\t示例大学学习",
                "1990.09--1994.07示例大学学习",
                "1990.09--1994.07：示例大学学习",
                "1990年9月至1994年7月  示例大学学习",
                "1990-09--1994-07  示例大学学习",
                "1990-09-1994-07 示例大学学习",
                "199009--199407  示例大学学习",
                "1990.09.01--1994.07.01  示例大学学习",
                "1990/09-1994/07 示例大学学习",
                "从1990.09到1994.07，示例大学学习",
                "　　1990.09--1994.07  示例大学学习",
                "1990。09--1994。07  示例大学学习",
                "1990.09–1994.07  示例大学\n                  学习",
                "1990.09--1994.07  示例大学\r  学习",
                "1990.09--1994.07\n示例大学学习"
            })
    void everySpellingOfAPeriodIsTheSamePeriod(String line) {
        assertThat(segments(line)).containsExactly("1990-09/1994-07 示例大学学习");
        assertThat(unread(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015.03--         局长",
                "2015.03--局长",
                "2015.03--今  局长",
                "2015.03--至今  局长",
                "2015.03至今  局长",
                "2015.03—— 至今 局长",
                "2015.03--现在  局长",
                "2015.03--　　　　　局长",
                "2015.03-\t局长",
                "2015.03起  局长",
                "2015.03~         局长"
            })
    void whatLastsIsOpen(String line) {
        assertThat(segments(line)).containsExactly("2015-03/ 局长");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1994.07--1996.08  1995.03任副科长、科长|1994-07/1996-08 1995.03任副科长、科长",
                "2015.03--         2015年度选派驻村|2015-03/ 2015年度选派驻村",
                "2015.03--2016年度全省选派|2015-03/ 2016年度全省选派",
                "2015.03--         2016.05任局长|2015-03/ 2016.05任局长",
                "2015.03--今年起挂职|2015-03/ 今年起挂职",
                "1990--1994  示例大学学习|1990/1994 示例大学学习",
                "1990年--1994年  示例大学学习|1990/1994 示例大学学习",
                "2002春--2004.07  示例大学学习|2002春/2004-07 示例大学学习",
                "--1994.07  示例大学学习|/1994-07 示例大学学习"
            })
    void textThatBeginsWithADateStaysText(String line, String told) {
        assertThat(segments(line)).containsExactly(told);
    }

    @Test
    void meanwhileIsFoundInEveryBracketAndStaysInItsSegment() {
        assertThat(asides("2006.08--2015.03  科员（其间：2010.03--2012.03  挂职镇长助理）"))
                .containsExactly("2010-03/2012-03 挂职镇长助理");
        assertThat(asides("2006.08--2015.03  科员(其间:2010.3-2012.3 挂职；2013.05--2013.08  党校学习)"))
                .containsExactly("2010-03/2012-03 挂职", "2013-05/2013-08 党校学习");
        assertThat(asides("2006.08--2015.03  科员（其间：2010.03--2012.03挂职（其间：2011.01--2011.03  党校学习）；2013.05—2013.08  援藏）"))
                .containsExactly(
                        "2010-03/2012-03 挂职（其间：2011.01--2011.03  党校学习）", "2011-01/2011-03 党校学习", "2013-05/2013-08 援藏");
        assertThat(asides("2006.08--2015.03  科员（2010.03--2012.03  挂职）")).containsExactly("2010-03/2012-03 挂职");
        assertThat(asides("2006.08--2015.03  科员，其间：2010.03--2012.03  挂职")).containsExactly("2010-03/2012-03 挂职");
        assertThat(asides("2006.08--         科员（其间：2010.03至今  挂职）")).containsExactly("2010-03/ 挂职");
        assertThat(career("2006.08--2015.03  科员（其间：2010.03--2012.03  挂职）")
                        .getFirst()
                        .text())
                .isEqualTo("科员（其间：2010.03--2012.03  挂职）");
        assertThat(asides("2006.08--2015.03  科员（其间：2010.03—2010.06、2011.03—2011.06  党校学习）"))
                .containsExactly("2010-03/2010-06 党校学习", "2011-03/2011-06 党校学习");
        assertThat(asides("2006.08--2015.03  科员（其间：赴国外进修三个月）")).isEmpty();
    }

    @Test
    void meanwhileOnItsOwnLineCitesThatLine() {
        var career = career("""
                2002.09--2006.08  示例大学学习
                2006.08--2015.03  科员
                （2005.09--2008.07  在职研究生学习）
                其间：2009.01--2009.12  援疆
                2015.03--         处长
                （其间：2016.01--2016.06
                  2017.01--2017.06  党校学习）""");
        assertThat(career).extracting(Career::line).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(career).extracting(Career::meanwhile).containsExactly(false, false, true, true, false, true, true);
        assertThat(career.get(2).text()).isEqualTo("在职研究生学习");
    }

    @Test
    void aBracketOverSeveralLinesBelongsToItsSegmentAndCitesItsOwnLines() {
        var career = career("""
                2006.08--2015.03  示例市规划局科员、副主任科员（其间：
                2010.03--2012.03  挂职；
                2013.05--2013.08  党校学习）
                2015.03--         处长""");
        assertThat(career).extracting(Career::line).containsExactly(1, 2, 3, 4);
        assertThat(career).extracting(Career::meanwhile).containsExactly(false, true, true, false);
    }

    @Test
    void aForgottenClosingBracketSwallowsNothing() {
        assertThat(segments("2006.08--2010.03  科员（其间：2008.01--2008.06  挂职\n2010.03--2015.03  科长）\n2015.03--  处长"))
                .hasSize(3);
        assertThat(segments("2006.08--2010.03  科员（其间：2008.01--2008.06  挂职\n2010.03--2015.03  科长（正科级）\n2015.03--  处长"))
                .hasSize(3);
    }

    @Test
    void wrappedLinesJoinWhateverTheirIndent() {
        assertThat(
                        segments(
                                "1990.09--1994.07  示例大学经济管理系国民经济\n                  管理专业学习\n1994.07--1996.01  示例市\n计划委员会\n\t科员"))
                .containsExactly("1990-09/1994-07 示例大学经济管理系国民经济管理专业学习", "1994-07/1996-01 示例市计划委员会科员");
    }

    @Test
    void theClosingParagraphIsNoPartOfTheLastSegment() {
        var resume = "1994.07--         局长\n\n第十二届市政协委员，\n市第七次党代会代表";
        assertThat(segments(resume)).containsExactly("1994-07/ 局长");
        assertThat(unread(resume)).containsExactly("3 第十二届市政协委员，", "4 市第七次党代会代表");
        assertThat(Forms.codes(Forms.reading(Box.RESUME, resume))).isEmpty();
    }

    @Test
    void whatCannotBeReadStaysVisibleWithItsLine() {
        var resume = "主要简历：\n1990.13--1994.07  示例大学学习\n1994.07--1996.08  科员\n1996.08  加入中国共产党\n1996.08--1998.01  科长";
        assertThat(unread(resume)).containsExactly("2 1990.13--1994.07  示例大学学习", "4 1996.08  加入中国共产党");
        assertThat(segments(resume)).containsExactly("1994-07/1996-08 科员", "1996-08/1998-01 科长");
        var reading = Forms.reading(Box.RESUME, resume);
        assertThat(Forms.codes(reading)).containsExactly("career.unread", "career.unread");
        assertThat(reading.problems().get(0).message())
                .contains("第 2 行")
                .contains("历法上不存在")
                .endsWith("。");
    }

    @Test
    void anOddlyTypedPeriodIsReadAndNeverSwallowedByTheLineBefore() {
        var first = "1990.09--1994.07  学习\n";
        for (var line : List.of(
                "94.07--96.08  科员",
                "（2）1994.07--1996.08  科员",
                "2、1994.07--1996.08  科员",
                "1994,07--1996,08 科员",
                "一九九四年七月至一九九六年八月  科员"))
            assertThat(segments(first + line)).containsExactly("1990-09/1994-07 学习", "1994-07/1996-08 科员");
        for (var line : List.of("????.07--1996.08  科员", "1994.17--1996.08  科员"))
            assertThat(unread(first + line)).containsExactly("2 " + line);
        assertThat(Forms.codes(Forms.reading(Box.RESUME, "1990.09--1994.07  学习；1994.07--1996.08  科员")))
                .containsExactly("career.second-period");
        assertThat(segments("1990.09.--1994.07.学习")).containsExactly("1990-09/1994-07 学习");
    }

    @Test
    void theOldSeparatorBreaksLinesAndOuterBlankLinesGo() {
        assertThat(segments("\n\n1990.09--1994.07  学习~1994.07--1996.01  科员~1996.01--         科长\n\n"))
                .containsExactly("1990-09/1994-07 学习", "1994-07/1996-01 科员", "1996-01/ 科长");
        assertThat(segments("1990.09--1994.07  学习\r1994.07--1996.01  科员")).hasSize(2);
    }

    @Test
    void gapsAndOverlapsAreFoundButNeighbouringMonthsMeet() {
        assertThat(Resume.read("1990.09--1994.07  学习\n1994.08--1996.01  科员\n1996.01--  科长")
                        .breaches())
                .isEmpty();
        assertThat(Forms.codes(Forms.reading(Box.RESUME, "1990.09--1994.07  学习\n1995.01--1996.01  科员\n1995.06--  科长")))
                .containsExactly("career.gap", "career.overlap");
        assertThat(Forms.codes(Forms.reading(Box.RESUME, "1994.07--1990.09  学习")))
                .containsExactly("career.reversed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990.9-1994.7 学习\n1994.7至今　　科员（其间:2001.1-2001.6挂职；2003.2~2003.5\n进修）\n\n\n政协委员",
                "题头\n1990.09--1994.07\n\n1994.07——\t局长\n                （其间：2000.01--2000.03  党校）\n（1996.09--1999.07 函授）\n尾注",
                "1990.13--1991.01 甲\n续\n1992.01--\n\n    乙\n1993.01 丙\n--1994.02 丁",
                "2006.08--2010.03  科员（其间：2008.01--2008.06  挂职\n2010.03--2015.03  科长（正科级）"
            })
    void readPrintReadIsAFixedPoint(String ugly) {
        var once = Resume.read(ugly);
        var printed = once.print();
        var twice = Resume.read(printed);
        assertThat(twice.print()).isEqualTo(printed);
        assertThat(untold(twice)).isEqualTo(untold(once));
    }

    /** Entries without their line numbers, which printing may change. */
    static List<String> untold(Resume resume) {
        return resume.entries().stream()
                .map(entry -> entry.toString().replaceAll("line=\\d+", ""))
                .toList();
    }

    @Test
    void anOpenSegmentPrintsNineBlanks() {
        assertThat(Resume.read("2015.03至今 局长").print()).isEqualTo("2015.03--         局长");
        assertThat(Resume.read("2002.9-2006.8 学习").print()).isEqualTo("2002.09--2006.08  学习");
    }
}
