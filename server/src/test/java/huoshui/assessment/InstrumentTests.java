package huoshui.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.assessment.Instrument.Sign;
import huoshui.kernel.Refusal;
import huoshui.rule.Status;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instrument is read from its file, or refused with file and line. */
class InstrumentTests {

    static final String SMALL = """
            schema: 1
            code: TRY-ALL
            title: 各种题型
            status: P
            source: 本地自定义示例
            chapter: political
            about: [person]
            occasions: [special]
            dimensions:
              - { code: good, name: 好的方面, sign: positive, items: 1 }
              - { code: bad, name: 差的方面, sign: negative, items: 1 }
            scales:
              degree: [ { word: 好, points: 100 }, { word: 差, points: 0, adverse: true }, { word: 不了解 } ]
              plain: [ { word: 有, points: 100 }, { word: 无, points: 0 } ]
            voices:
              - { code: superior, name: 上级, weight: 60, into: peer }
              - { code: peer, name: 同级, weight: 40, into: superior }
            fewest: 5
            validity: { unknown-most: 50, valid-least: 67, instance-least: 10 }
            items:
              - { code: A, kind: rating, dimension: good, scale: degree, status: P, source: 本地自定义示例, text: 甲 }
              - { code: B, kind: rating, dimension: bad, scale: degree, status: P, source: 本地自定义示例, text: 乙 }
              - { code: C, kind: choice, options: [一, 二, 三], least: 1, most: 2, status: P, source: 本地自定义示例, text: 丙 }
              - { code: D, kind: nomination, most: 2, required: false, status: P, source: 本地自定义示例, text: 丁 }
              - { code: E, kind: narrative, longest: 20, required: false, status: P, source: 本地自定义示例, text: 戊 }
              - { code: F, kind: checklist, points: [ { text: 甲事 }, { text: 乙事, adverse: true } ], required: false, status: P, source: 本地自定义示例, text: 己 }
              - { code: G, kind: keyed, options: [一, 二, 三], right: [一, 三], status: P, source: 本地自定义示例, text: 庚 }
            """;

    @Test
    void theSpecialAppraisalHasFifteenPositiveAndTwentyTwoNegativeIndicatorsInFiveAndEightClasses() {
        var shipped = Instruments.shippedFiles();
        var is = InstrumentReader.read(
                "special-appraisal.yaml", Objects.requireNonNull(shipped.get("special-appraisal.yaml")));

        assertThat(is.dimensions().stream().filter(each -> each.sign() == Sign.POSITIVE))
                .hasSize(5);
        assertThat(is.dimensions().stream().filter(each -> each.sign() == Sign.NEGATIVE))
                .hasSize(8);
        assertThat(items(is, Sign.POSITIVE)).isEqualTo(15);
        assertThat(items(is, Sign.NEGATIVE)).isEqualTo(22);
        assertThat(is.voices()).extracting(Instrument.Voice::name).containsExactly("上级", "同级", "下级", "群众", "服务对象");
    }

    @Test
    void whatTheRegisterDoesNotHoldIsMarkedAsALocalSample() {
        Instruments.shippedFiles()
                .forEach((name, text) -> InstrumentReader.read(name, text)
                        .items()
                        .forEach(item -> {
                            var stem = item.stem();
                            assertThat(stem.source().contains("清册")
                                            || stem.source().equals("本地自定义示例"))
                                    .as(stem.code() + " " + stem.source())
                                    .isTrue();
                            assertThat(stem.status() == Status.PROPOSED)
                                    .as(stem.code())
                                    .isEqualTo(stem.source().equals("本地自定义示例"));
                        }));
    }

    @Test
    void everySortOfQuestionIsRead() {
        assertThat(InstrumentReader.read("try.yaml", SMALL).items())
                .hasExactlyElementsOfTypes(
                        Item.Rating.class,
                        Item.Rating.class,
                        Item.Choice.class,
                        Item.Nomination.class,
                        Item.Narrative.class,
                        Item.Checklist.class,
                        Item.Keyed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schema: 1 | schema: 2 | 1 | schema: 1
            code: TRY-ALL | code: try | 2 | 大写字母
            status: P\\nsource | status: X\\nsource | 4 | 不认识可信度
            sign: positive, items: 1 | sign: positive, items: 2 | 10 | 声明 2 项，实列 1 项
            sign: negative | sign: worse | 11 | 不认识“worse”
            weight: 60 | weight: 50 | 16 | 权重之和应为 100，实为 90
            into: superior | into: nobody | 17 | 并入何处没有写对
            fewest: 5 | fewest: 4 | 18 | 应在 5 到 1000 之间
            dimension: good, scale: degree | dimension: good, scale: nothing | 21 | 没有名为“nothing”的等次表
            dimension: bad, scale: degree | dimension: bad, scale: plain | 22 | adverse: true
            code: C, kind: choice | code: A, kind: choice | 23 | 列了两次
            right: [一, 三] | right: [四] | 27 | 正确选项须是
            kind: narrative | kind: essay | 25 | 不认识题型
            longest: 20 | longest: 20, colour: red | 25 | 不认识“colour”
            code: D, kind: nomination, most: 2, required: false, status: P | code: D, kind: nomination, most: 2, required: false, status: C | 24 | 可信度只能是 P
            """)
    void aWrongFileIsRefusedWithItsLine(String right, String wrong, int line, String told) {
        var text = SMALL.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(SMALL);
        assertThatThrownBy(() -> InstrumentReader.read("try.yaml", text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bad-instrument"))
                .hasMessageContaining("try.yaml 第 %d 行：".formatted(line))
                .hasMessageContaining(told);
    }

    private static long items(Instrument is, Sign sign) {
        return is.dimensions().stream()
                .filter(each -> each.sign() == sign)
                .mapToLong(each -> is.itemsOf(each).size())
                .sum();
    }
}
