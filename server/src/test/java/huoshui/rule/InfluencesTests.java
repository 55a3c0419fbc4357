package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.city.Line;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("影响期：以事发当日的条款为准，决定另定的从其所定，解除即止，读不出的不当作没有")
class InfluencesTests {

    /** One for the office in two editions, one for the Party, an admonishment, one not yet checked, one against merit only. */
    private final Book book = BookReader.read(
            Map.of(
                    "x.yaml",
                    """
                    schema: 1
                    regulations:
                      - { key: T, title: 试行规定, edition: "2020", from: 2020-01-01 }
                    provisions:
                    """
                            + opening("T-1", "2020-01-01, to: 2022-12-31", "C", OFFICE, 6, "promotion, rank-promotion")
                            + opening("T-1", "2023-01-01", "C", OFFICE, 12, "promotion, rank-promotion")
                            + opening("T-2", "2020-01-01", "C", PARTY, 12, "promotion, merit")
                            + opening("T-3", "2020-01-01", "C", measure("诫勉", "admonishment"), 6, "promotion")
                            + opening(
                                    "T-4",
                                    "2020-01-01",
                                    "C~",
                                    measure("免职", "treatment"),
                                    24,
                                    "promotion, higher-level")
                            + opening("T-5", "2020-01-01", "C", measure("通报", "accountability"), 6, "merit")),
            Map.of());

    private record Source(String test, String family, String fact) {}

    private static final Source OFFICE =
            new Source("kind: sanction, where: { code: '02110' }", "government-sanction", "kind: sanction, name: 政务警告");
    private static final Source PARTY =
            new Source("kind: sanction, where: { code: '02250' }", "party-discipline", "kind: sanction, name: 党内警告");

    private static Source measure(String name, String family) {
        return new Source(
                "kind: org-measure, where: { measure: " + name + " }", family, "kind: org-measure, measure: " + name);
    }

    private static String opening(String code, String from, String status, Source source, int months, String blocks) {
        return """
              - code: %s
                title: 试行
                cite: { regulation: 试行规定, edition: "2020", clause: 第一条 }
                in-force: { from: %s }
                status: %s
                effect: OPENS
                opens: { source: { %s }, lasts: %d months, blocks: [ %s ], family: %s }
                cases:
                  - { on: 2023-02-01, dossier: [ { %s, from: 2023-01-20 } ], expect: MET }
                  - { on: 2023-02-01, dossier: [ ], expect: NOT_MET }
                  - { on: 2023-02-01, expect: UNKNOWN }
            """.formatted(code, from, status, source.test, months, blocks, source.family, source.fact)
                .replace("2023-01-20", from.contains("to:") ? "2022-12-20" : "2023-01-20");
    }

    private OnPaper on(String day, String dossier) {
        return OnPaper.on(day, dossier).by(book);
    }

    private List<InfluencePeriod> periods(OnPaper paper) {
        return java.util.Objects.requireNonNull(paper.question().person()).influences();
    }

    private InfluencePeriod period(String fact) {
        return periods(on("2026-06-15", "- { " + fact + " }")).getFirst();
    }

    // From when, until when

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kind: sanction, name: 政务警告, from: 2022-12-31 | 2022-12-31 | 2023-07-01 | 2023-07-01",
                "kind: sanction, name: 政务警告, from: 2023-01-01 | 2023-01-01 | 2024-01-01 | 2024-01-01",
                "kind: sanction, name: 政务警告, from: 2023-05 | 2023-05-01 | 2024-05-01 | 2024-05-31",
                "kind: sanction, name: 政务警告, from: 2023 | 2023-01-01 | 2024-01-01 | 2024-12-31",
                "kind: org-measure, measure: 诫勉, from: 2023-08-31 | 2023-08-31 | 2024-03-01 | 2024-03-01",
                "kind: org-measure, measure: 诫勉, from: 2023-08-28 | 2023-08-28 | 2024-02-28 | 2024-02-28"
            })
    void itRunsAsLongAsTheLawOfThatDaySays(String fact, LocalDate start, LocalDate end, LocalDate latest) {
        var period = period(fact);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.latest()).isEqualTo(latest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "influence-until: 2024-03-15 | 2024-03-16 | 2024-03-16",
                "influence-until: 2024-03 | 2024-03-02 | 2024-04-01",
                "influence-until: 2023-08-01 | 2024-01-01 | 2024-01-01",
                "lifted: 2023-09-10 | 2023-09-10 | 2023-09-10",
                "lifted: 2023-09 | 2023-09-01 | 2023-09-30",
                "lifted: 2025-09-10 | 2024-01-01 | 2024-01-01",
                "influence-until: 2025-03-15, lifted: 2024-09-10 | 2024-09-10 | 2024-09-10"
            })
    void aLaterEndSetByTheDecisionWinsAndLiftingEndsIt(String said, LocalDate end, LocalDate latest) {
        var period = period("kind: sanction, name: 政务警告, from: 2023-01-01, " + said);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.latest()).isEqualTo(latest);
    }

    @Test
    void itRunsFromItsFirstDayToTheDayBeforeItsEnd() {
        var period = period("kind: sanction, name: 政务警告, from: 2023-05");
        assertThat(period.runs(LocalDate.of(2023, 4, 30))).isFalse();
        assertThat(period.runs(LocalDate.of(2023, 5, 1))).isTrue();
        assertThat(period.runs(LocalDate.of(2024, 4, 30))).isTrue();
        assertThat(period.runs(LocalDate.of(2024, 5, 1))).isFalse();
        assertThat(period.mayRun(LocalDate.of(2023, 4, 30))).isFalse();
        assertThat(period.mayRun(LocalDate.of(2023, 5, 1))).isTrue();
        assertThat(period.mayRun(LocalDate.of(2024, 5, 30))).isTrue();
        assertThat(period.mayRun(LocalDate.of(2024, 5, 31))).isFalse();
        assertThat(period.checked()).isTrue();
        assertThat(period.unread()).isFalse();
    }

    // What no clause surely reads

    @Test
    void aWarningThatMayBeThePartysOrTheOfficesMayRunAsLongAsAny() {
        var periods = periods(on("2026-06-15", "- { kind: sanction, name: 警告, from: 2024-02-29 }"));
        assertThat(periods).hasSize(3);
        assertThat(periods).allMatch(each -> each.end().equals(each.start()), "surely none runs");
        assertThat(periods.subList(0, 2)).allMatch(each -> !each.unread());
        var unread = periods.getLast();
        assertThat(unread.unread()).isTrue();
        assertThat(unread.checked()).isTrue();
        assertThat(unread.latest()).isEqualTo(LocalDate.of(2029, 3, 1));
        assertThat(unread.blocks()).containsExactlyInAnyOrder(Blocked.values());
    }

    @Test
    void aMeasureNoClauseSpeaksOfMayRunUntilItIsRescindedAndAReminderOpensNothing() {
        assertThat(period("kind: org-measure, measure: 其他, from: 2024-03-01").latest())
                .isEqualTo(LocalDate.of(2029, 3, 1));
        assertThat(period("kind: org-measure, measure: 其他, from: 2024-03-01, rescinded: 2025-04")
                        .latest())
                .isEqualTo(LocalDate.of(2025, 4, 30));
        assertThat(periods(on("2026-06-15", "- { kind: org-measure, measure: 提醒, from: 2024-03-01 }")))
                .isEmpty();
        assertThat(periods(on("2026-06-15", "- { kind: reward, name: 嘉奖, from: 2024-03-01 }")))
                .isEmpty();
    }

    @Test
    void whatBeganOnNoKnownDayMayRunForGood() {
        var paper = on("2026-06-15", "- { kind: sanction, name: 政务警告, from: 2023-01-01 }");
        var line = paper.lines().getFirst();
        var evidenced = new OnPaper(
                paper.day(),
                List.of(new Line(
                        line.id(),
                        line.subject(),
                        line.kind(),
                        line.body(),
                        Span.evidenced(line.valid().from()),
                        1,
                        Long.MAX_VALUE)),
                null,
                book,
                null);
        var period = periods(evidenced).getFirst();
        assertThat(period.end()).isEqualTo(period.start());
        assertThat(period.latest()).isEqualTo(LocalDate.MAX);
        assertThat(evidenced.says("influence-left")).isEqualTo("影响期剩余至少 0 个月");
    }

    @Test
    void anEndSetByTheDecisionHoldsWhereNoClauseOfThatDayReadsIt() {
        var set = periods(on(
                "2026-06-15", "- { kind: org-measure, measure: 停职检查, from: 2026-01-10, influence-until: 2026-12-31 }"));
        assertThat(set).hasSize(1);
        var period = set.getFirst();
        assertThat(period.clause()).isNull();
        assertThat(period.start()).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(period.end()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(period.latest()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(period.blocks())
                .containsExactlyInAnyOrder(Blocked.PROMOTION, Blocked.FURTHER_USE, Blocked.RANK_PROMOTION);
        assertThat(period.family()).isNull();
        var rescinded = period(
                "kind: org-measure, measure: 停职检查, from: 2026-01-10, influence-until: 2026-12, rescinded: 2026-03");
        assertThat(rescinded.end()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(rescinded.latest()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void aClauseNotYetCheckedOpensAPeriodThatBarsNobodyUnlessTheDecisionSetIt() {
        var dismissed = "kind: org-measure, measure: 免职, from: 2026-01-10";
        var unchecked = periods(on("2026-06-15", "- { " + dismissed + " }"));
        assertThat(unchecked).hasSize(1);
        assertThat(unchecked.getFirst().checked()).isFalse();
        var told = periods(on("2026-06-15", "- { " + dismissed + ", influence-until: 2026-12-31 }"));
        assertThat(told).hasSize(2);
        assertThat(told.getLast().checked()).isTrue();
        assertThat(told.getLast().blocks()).isEqualTo(Set.of(Blocked.PROMOTION, Blocked.HIGHER_LEVEL));
        assertThat(told.getLast().family()).isEqualTo(Family.TREATMENT);

        assertThat(on("2026-06-15", "- { " + dismissed + " }").says("influence"))
                .isEqualTo("影响期未满：影响期依据《试行规定》，条号待核，须核对原文");
        assertThat(on("2026-06-15", "- { " + dismissed + ", influence-until: 2026-12-31 }")
                        .says("influence"))
                .isEqualTo("影响期未满：是");
    }

    // As measures

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kind: sanction, name: 政务警告, from: 2026-01-10 | { } | 是",
                "kind: sanction, name: 政务警告, from: 2024-01-10 | { } | 否",
                "kind: sanction, name: 政务警告, from: 2025-06-15 | { } | 否",
                "kind: sanction, name: 政务警告, from: 2025-06-16 | { } | 是",
                "kind: sanction, name: 政务警告, from: 2025-06 | { } | 处分或组织措施的名称、时间未记全，不能断定影响期",
                "kind: sanction, name: 警告, from: 2025-10-01 | { } | 处分或组织措施的名称、时间未记全，不能断定影响期",
                "kind: sanction, name: 政务警告, from: 2026-01-10 | { blocks: rank-promotion } | 是",
                "kind: sanction, name: 政务警告, from: 2026-01-10 | { blocks: merit } | 否",
                "kind: sanction, name: 党内警告, from: 2026-01-10 | { blocks: merit } | 是",
                "kind: sanction, name: 党内警告, from: 2026-01-10 | { of: [ party-discipline ] } | 是",
                "kind: sanction, name: 党内警告, from: 2026-01-10 | { of: [ admonishment, treatment ] } | 否",
                "kind: org-measure, measure: 通报, from: 2026-01-10 | { } | 否",
                "kind: org-measure, measure: 通报, from: 2026-01-10 | { blocks: merit } | 是",
                "kind: org-measure, measure: 停职检查, from: 2026-01-10, influence-until: 2026-12-31 | { of: [ admonishment ] } | 处分或组织措施的名称、时间未记全，不能断定影响期"
            })
    void whetherOneRunsIsAskedByWhatItBarsAndWhereItComesFrom(String fact, String asked, String said) {
        var words = on("2026-06-15", "- { " + fact + " }").says("{ influence: " + asked + " }");
        assertThat(words).contains("：" + said + "（条件：是）");
    }

    @Test
    void itRestsOnTheFactThatOpenedIt() {
        var both = on("2026-06-15", """
                - { kind: sanction, name: 政务警告, from: 2024-01-10 }
                - { kind: sanction, name: 政务警告, from: 2026-01-10 }
                """);
        assertThat(both.restsOn("influence")).containsExactly(1L);
        assertThat(both.restsOn("influence-left")).containsExactly(1L);
        var over = on("2026-06-15", "- { kind: sanction, name: 政务警告, from: 2024-01-10 }");
        assertThat(over.restsOn("influence")).containsExactly(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-15, 0 个月",
        "2025-06-16, 1 个月",
        "2025-07-15, 1 个月",
        "2025-07-16, 2 个月",
        "2026-06-15, 1 年",
        "2025-06, 0 个月 至 1 个月"
    })
    void theMonthsLeftAreCountedUpToTheEnd(String from, String left) {
        assertThat(on("2026-06-15", "- { kind: sanction, name: 政务警告, from: %s }".formatted(from))
                        .says("influence-left"))
                .isEqualTo("影响期剩余 " + left);
    }

    @Test
    void ofSeveralTheLongestCounts() {
        var two = on("2026-06-15", """
                - { kind: sanction, name: 政务警告, from: 2026-01-10 }
                - { kind: org-measure, measure: 诫勉, from: 2026-01-10 }
                """);
        assertThat(two.says("influence-left")).isEqualTo("影响期剩余 7 个月");
        assertThat(two.says("{ influence-left: { of: [ admonishment ], at-least: 1 months } }"))
                .isEqualTo("影响期剩余（诫勉） 1 个月（条件：不少于 1 个月）");
        assertThat(two.says("{ influence-left: { blocks: rank-promotion, at-least: 1 months } }"))
                .isEqualTo("影响期剩余（晋升职级） 7 个月（条件：不少于 1 个月）");
    }

    // Months under a government sanction do not count

    @Test
    void monthsUnderAGovernmentSanctionAreTakenFromEffectiveTenure() {
        assertThat(tenure("").says("effective-rank-tenure")).isEqualTo("职级有效年限 3 年 5 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2024-03-10 }").says("effective-rank-tenure"))
                .isEqualTo("职级有效年限 2 年 5 个月");
        assertThat(tenure("- { kind: sanction, name: 党内警告, from: 2024-03-10 }").says("effective-rank-tenure"))
                .as("the Party's does not lengthen it")
                .isEqualTo("职级有效年限 3 年 5 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2022-03-10 }").says("effective-rank-tenure"))
                .as("over before the rank began")
                .isEqualTo("职级有效年限 3 年 5 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2022-09-10 }").says("effective-rank-tenure"))
                .as("two of its six months fall into the rank")
                .isEqualTo("职级有效年限 3 年 3 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2026-03-10 }").says("effective-rank-tenure"))
                .as("as far as it has run this year")
                .isEqualTo("职级有效年限 3 年 2 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2025-10-10 }").says("effective-rank-tenure"))
                .as("three months of last year and five of this")
                .isEqualTo("职级有效年限 2 年 9 个月");
    }

    @Test
    void aSanctionThatCannotBeReadMayTakeThemAndOneOfWhichOnlyTheYearIsKnownToo() {
        var open = tenure("- { kind: sanction, name: 警告, from: 2026-03-10 }");
        assertThat(open.says("effective-rank-tenure")).isEqualTo("职级有效年限 3 年 2 个月 至 3 年 5 个月");
        assertThat(open.lacks("effective-rank-tenure")).isEqualTo("任现职级期间的处分期不能断定");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2024 }").says("effective-rank-tenure"))
                .isEqualTo("职级有效年限 1 年 6 个月 至 3 年 5 个月");
        assertThat(tenure("- { kind: sanction, name: 政务警告, from: 2024-03 }").says("effective-rank-tenure"))
                .as("the month is known, and months are what counts")
                .isEqualTo("职级有效年限 2 年 5 个月");
        assertThat(tenure("- { kind: org-measure, measure: 诫勉, from: 2024-03-10 }")
                        .says("effective-rank-tenure"))
                .isEqualTo("职级有效年限 3 年 5 个月");
    }

    @Test
    void inAYearOfWhichNothingIsKnownTheMonthsUnderSanctionAreTakenFromTheBestCase() {
        var silent = on("2026-06-15", """
                - { kind: rank, rank: 三级调研员, from: 2023-01 }
                - { kind: annual-grade, year: 2023, grade: 称职 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                - { kind: sanction, name: 政务警告, from: 2024-03-10 }
                """);
        assertThat(silent.says("effective-rank-tenure")).isEqualTo("职级有效年限 2 年 3 个月 至 2 年 11 个月");
    }

    private OnPaper tenure(String sanction) {
        return on("2026-06-15", """
                - { kind: rank, rank: 三级调研员, from: 2023-01 }
                - { kind: annual-grade, year: 2023, grade: 称职 }
                - { kind: annual-grade, year: 2024, grade: 称职 }
                - { kind: annual-grade, year: 2025, grade: 称职 }
                """ + sanction);
    }

    // Which sanction it is

    @ParameterizedTest
    @CsvSource({
        "党内警告, 02250",
        "党内严重警告, 02251",
        "严重警告, 02251",
        "撤销党内职务, 02257",
        "留党察看一年, 02258",
        "开除党籍, 02259",
        "政务警告, 02110",
        "行政警告, 02110",
        "警告,",
        "记过, 02112",
        "政务记大过, 02113",
        "政务降级, 02114",
        "政务撤职, 02117",
        "开除, 02119",
        "开除公职, 02119",
        "党纪开除,",
        "通报批评,"
    })
    void itsCodeIsReadFromItsWords(String name, String code) {
        assertThat(SanctionCodes.of(name)).isEqualTo(code);
    }

    @Test
    void theCodeRecordedGoesBeforeTheWordsAndIsToldInWords() {
        var recorded = new huoshui.dossier.fact.AppraisalFact.Sanction("警告", "02110", null, null, null, null, null);
        assertThat(SanctionCodes.of(recorded)).isEqualTo("02110");
        var group = new huoshui.dossier.fact.AppraisalFact.Sanction("党内警告", "02", null, null, null, null, null);
        assertThat(SanctionCodes.of(group)).isEqualTo("02250");
        assertThat(SanctionCodes.word("02250")).isEqualTo("党内警告");
        assertThat(SanctionCodes.word("02110")).isEqualTo("政务警告");
        assertThat(SanctionCodes.word("02258")).isEqualTo("留党察看");
        assertThat(SanctionCodes.word("09999")).isEqualTo("09999");
    }
}
