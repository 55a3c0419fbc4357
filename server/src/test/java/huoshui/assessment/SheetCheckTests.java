package huoshui.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.assessment.Given.Named;
import huoshui.kernel.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sheet is whole and says only what may be said, or is refused with the question named. */
class SheetCheckTests {

    static final Instrument INSTRUMENT = InstrumentReader.read("try.yaml", InstrumentTests.SMALL);

    final Map<String, Given> answers = new HashMap<>(Map.of(
            "A", grade("好", null),
            "B", grade("差", "在三月的防汛值守中无故离岗半天"),
            "C", options("一", "三"),
            "G", options("一")));

    @Test
    void aWholeSheetIsTaken() {
        check();
    }

    @Test
    void aHalfFilledOneIsNot() {
        answers.remove("C");
        refused("half-filled", "第 3 题“丙”没有答");
    }

    @Test
    void anAdverseMarkNeedsAnInstance() {
        answers.put("B", grade("差", null));
        refused("instance-required", "第 2 题“乙”选了“差”，须写具体事例");
        answers.put("B", grade("差", "不好"));
        refused("instance-required", "不少于 10 字");
        answers.put("B", grade("好", null));
        answers.put("F", new Given(null, List.of("乙事"), null, null, null, null));
        refused("instance-required", "选了“乙事”");
        answers.put("F", new Given(null, List.of("甲事"), null, null, null, null));
        check();
    }

    @Test
    void nothingIsChosenThatIsNotOffered() {
        answers.put("A", grade("很好", null));
        refused("bad-answer", "没有“很好”这一等次");
        answers.put("A", grade("好", null));
        answers.put("C", options("一", "二", "三"));
        refused("bad-answer", "应选 1 到 2 项，所选 3 项");
        answers.put("C", options("四"));
        refused("bad-answer", "不在选项之中");
        answers.put("C", options("一", "一"));
        refused("bad-answer", "选了两次");
        answers.put("C", options("一"));
        answers.put("Z", options("一"));
        refused("unknown-item", "“Z”");
    }

    @Test
    void whoNominatesSaysWhyAndWhoWritesIsBrief() {
        answers.put("D", new Given(null, null, List.of(new Named("沈知白", "")), null, null, null));
        refused("bad-answer", "推荐“沈知白”没有写理由");
        answers.put("D", new Given(null, null, List.of(new Named("沈知白", "敢担责")), null, null, null));
        check();
        answers.put("E", new Given(null, null, null, "长".repeat(21), null, null));
        refused("too-long", "超过 20 字");
    }

    @Test
    void aSheetThatMostlySaysNothingIsVoid() {
        assertThat(SheetCheck.valid(INSTRUMENT, sheet())).isTrue();
        answers.put("A", grade("不了解", null));
        assertThat(SheetCheck.valid(INSTRUMENT, sheet())).as("one of two").isTrue();
        answers.put("B", grade("不了解", null));
        assertThat(SheetCheck.valid(INSTRUMENT, sheet())).isFalse();
    }

    private void check() {
        new SheetCheck(INSTRUMENT, "韩若川").check(sheet());
    }

    private void refused(String code, String told) {
        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining("未收下")
                .hasMessageContaining(told);
    }

    private VoiceSheet sheet() {
        return new VoiceSheet(new UUID(0, 1), answers);
    }

    static Given grade(String word, @Nullable String instance) {
        return new Given(word, null, null, null, instance, null);
    }

    static Given options(String... words) {
        return new Given(null, List.of(words), null, null, null, null);
    }
}
