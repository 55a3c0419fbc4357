package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("条款库：引用、版本、用例俱全才采用，否则指出文件与行")
class BookTests {

    static final String HEAD = """
            schema: 1
            regulations:
              - { key: T, title: 试行规定, edition: "2020", from: 2020-01-01 }
            conclusions:
              - { code: OPEN, title: 正在审查, values: [是, 否], by: 纪委, chapter: SUPERVISION }
            provisions:
            """;
    static final String CLAUSE = """
              - code: T-1
                title: 任职两年
                cite: { regulation: 试行规定, edition: "2020", clause: 第一条 }
                in-force: { from: 2020-01-01 }
                status: C
                effect: REQUIRES
                when: { time-in-post: { at-least: 2 years } }
                cases:
                  - { facts: { time-in-post: 24 months }, expect: MET }
                  - { facts: { time-in-post: 23 months }, expect: NOT_MET }
                  - { expect: UNKNOWN }
            """;

    @TestFactory
    Stream<DynamicTest> everyShippedClauseAnswersItsCases() {
        var shipped = Rulebook.shipped();
        return shipped.provisions().stream()
                .flatMap(clause -> clause.cases().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                clause.edition() + "：" + each.told(),
                                () -> assertThat(Examples.run(clause, each, shipped)
                                                .map(Answer::verdict)
                                                .orElse(null))
                                        .isEqualTo(each.expect()))));
    }

    @Test
    void aSoundFileIsTaken() {
        var book = read(HEAD + CLAUSE);
        assertThat(book.editions("T-1")).hasSize(1);
        assertThat(book.editions("T-1").getFirst().cite().words(Status.VERIFIED))
                .isEqualTo("《试行规定》（2020 版）第一条");
    }

    @Test
    void whatIsWrongIsToldWithFileAndLine() {
        refused(
                CLAUSE.replace("time-in-post: { at-least", "time-in-pots: { at-least"),
                "x.yaml 第 13 行",
                "没有量度“time-in-pots”");
        refused(CLAUSE.replace("at-least: 2 years", "at-least: 2"), "x.yaml 第 13 行", "没有单位");
        refused(CLAUSE.replace("at-least: 2 years", "at-least: 2 people"), "x.yaml 第 13 行", "单位不对");
        refused(CLAUSE.replace("edition: \"2020\", ", ""), "x.yaml 第 9 行", "没有写版次");
        refused(CLAUSE.replace("edition: \"2020\", ", "edition: \"2014\", "), "x.yaml 第 9 行", "没有《试行规定》2014 版");
        refused(CLAUSE.replace("from: 2020-01-01 }", "from: 2020-02-30 }"), "x.yaml 第 10 行", "没有“2020-02-30”这一天");
        refused(CLAUSE + CLAUSE.replace("from: 2020-01-01", "from: 2024-01-01"), "x.yaml 第 18 行", "两个版本同时施行");
        refused(CLAUSE.replace("23 months", "24 months"), "x.yaml 第 16 行", "用例与条款不符：应为 NOT_MET，得 MET");
        refused(CLAUSE.replace("      - { expect: UNKNOWN }\n", ""), "缺少一个 UNKNOWN");
        refused(CLAUSE.replace("status: C", "status: D"), "x.yaml 第 11 行", "没有可信度“D”");
        refused(CLAUSE.replace("time-in-post: { at-least: 2 years }", "recorded: CLOSED"), "没有代码为“CLOSED”的组织结论");
        refused(CLAUSE.replace("effect: REQUIRES", "effect: PUNISHES"), "没有效力“PUNISHES”");
        refused(CLAUSE.replace("title: 任职两年", "tilte: 任职两年"), "不认识“tilte”");
    }

    @Test
    void cohortsThatNameOneAnotherInACircleAreRefused() {
        var circle = """
                schema: 1
                cohorts:
                  - { name: 甲, criterion: { cohort: 乙 } }
                  - { name: 乙, criterion: { not: { cohort: 甲 } } }
                """;
        assertThatThrownBy(() -> BookReader.read(Map.of("c.yaml", circle), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("c.yaml 第 4 行")
                .hasMessageContaining("成环");
    }

    @Test
    void aGateNamesClausesThatStandAndCanDecide() {
        var gates = CLAUSE + "gates:\n";
        assertThat(read(HEAD + gates + "  - { code: G, title: 入库, provisions: [ T-1 ] }\n")
                        .gate("G")
                        .orElseThrow()
                        .provisions())
                .containsExactly("T-1");
        refused(gates + "  - { code: G, title: 入库, provisions: [ T-2 ] }\n", "x.yaml 第 19 行", "没有条款 T-2");
        refused(gates + "  - { code: G, title: 入库, provisions: [ ] }\n", "x.yaml 第 19 行", "没有列条款");
        refused(gates + "  - { code: G, title: 入库, provisions: [ T-1, T-1 ] }\n", "T-1 列了两次");
        refused(gates + "  - { code: G, title: 入库, provisions: [ T-1 ], for: 某群 }\n", "没有名为“某群”的人群");
        refused(
                gates + "  - { code: G, title: 入库, provisions: [ T-1 ] }\n"
                        + "  - { code: G, title: 入库, provisions: [ T-1 ] }\n",
                "x.yaml 第 20 行",
                "关口 G 写了两次");
        refused(
                gates.replace("effect: REQUIRES", "effect: WARNS")
                        + "  - { code: G, title: 入库, provisions: [ T-1 ] }\n",
                "T-1 的效力是“提示”，作不了关口");
        refused(gates + "  - { code: G, title: 入库, provisions: [ T-1 ], besides: [ T-1 ] }\n", "不认识“besides”");
    }

    @Test
    void editionsFollowOneAnotherAndEachDayHasItsOwn() {
        var later = CLAUSE.replace("from: 2020-01-01", "from: 2024-01-01")
                .replace("2 years", "3 years")
                .replace("24 months", "36 months");
        var book = read(HEAD + CLAUSE.replace("from: 2020-01-01", "from: 2020-01-01, to: 2023-12-31") + later);
        assertThat(book.on("T-1", java.time.LocalDate.of(2023, 12, 31))
                        .orElseThrow()
                        .to())
                .isNotNull();
        assertThat(book.on("T-1", java.time.LocalDate.of(2024, 1, 1))
                        .orElseThrow()
                        .to())
                .isNull();
        assertThat(book.on("T-1", java.time.LocalDate.of(2019, 1, 1))).isEmpty();
    }

    private static Book read(String text) {
        return BookReader.read(Map.of("x.yaml", text), Map.of());
    }

    private static void refused(String clause, String... words) {
        var files = new LinkedHashMap<String, String>();
        files.put("x.yaml", HEAD + clause);
        assertThatThrownBy(() -> BookReader.read(files, Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(words);
    }
}
