package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("规则文件：每一处都知道自己在第几行，读不懂的指出在哪里")
class SheetTests {

    private static final String FILE = """
            one: 甲
            two: [ 乙, 丙 ]
            three:
              four: { five: 5, six: [ 7, { eight: 9 } ] }
              empty:
            """;

    private static Sheet.Part part(String text) {
        return Sheet.read("x.yaml", text);
    }

    @Test
    void everyPartKnowsWhatItIsAndItsLine() {
        var map = part(FILE).map();
        assertThat(map.keySet()).containsExactly("one", "two", "three");
        var one = java.util.Objects.requireNonNull(map.get("one"));
        var two = java.util.Objects.requireNonNull(map.get("two"));
        var three = java.util.Objects.requireNonNull(map.get("three"));
        var empty = java.util.Objects.requireNonNull(three.map().get("empty"));
        assertThat(one.isText()).isTrue();
        assertThat(one.isList()).isFalse();
        assertThat(one.isMap()).isFalse();
        assertThat(one.isEmpty()).isFalse();
        assertThat(one.line()).isEqualTo(1);
        assertThat(one.list()).containsExactly(one);
        assertThat(two.isList()).isTrue();
        assertThat(two.isText()).isFalse();
        assertThat(two.isEmpty()).isFalse();
        assertThat(two.line()).isEqualTo(2);
        assertThat(two.list()).extracting(Sheet.Part::text).containsExactly("乙", "丙");
        assertThat(three.isMap()).isTrue();
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.line()).isEqualTo(5);
        assertThat(three.told()).isEqualTo("four: {five: 5, six: [7, {eight: 9}]}, empty: ");
        assertThat(two.told()).isEqualTo("[乙, 丙]");
        assertThat(one.told()).isEqualTo("甲");
        assertThat(Sheet.text(map, "one")).isEqualTo("甲");
        assertThat(Sheet.text(map, "none")).isNull();
        assertThat(Sheet.need(one, map, "one")).isEqualTo(one);
    }

    @Test
    void whatIsWrongIsToldWithItsFileAndLine() {
        var file = part(FILE);
        var three = java.util.Objects.requireNonNull(file.map().get("three"));
        assertThatThrownBy(() -> three.map(Set.of("empty"))).isInstanceOfSatisfying(Sheet.Wrong.class, wrong -> {
            assertThat(wrong.told()).isEqualTo("x.yaml 第 4 行：不认识“four”，此处可写：empty");
            assertThat(wrong.file()).isEqualTo("x.yaml");
            assertThat(wrong.line()).isEqualTo(4);
            assertThat(wrong.what()).isEqualTo("不认识“four”，此处可写：empty");
        });
        assertThat(three.map(Set.of("four", "empty"))).hasSize(2);
        told(() -> Sheet.need(three, three.map(), "seven"), "x.yaml 第 4 行：缺少“seven”");
        told(three::text, "x.yaml 第 4 行：此处应是文字");
        told(() -> part("甲").map(), "x.yaml 第 1 行：此处应是若干“名称: 内容”");
        told(() -> part("a: 1\nb: 2\na: 3\n").map(), "x.yaml 第 3 行：“a”写了两次");
        told(() -> part(""), "x.yaml 第 1 行：文件是空的");
        assertThatThrownBy(() -> part("a: 1\nb: [ 2\nc: 3\n")).isInstanceOfSatisfying(Sheet.Wrong.class, wrong -> {
            assertThat(wrong.line()).isEqualTo(3);
            assertThat(wrong.what()).startsWith("不是有效的 YAML：");
        });
    }

    private static void told(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, String words) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Sheet.Wrong.class, wrong -> assertThat(wrong.told()).isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-06-01, 2019-06-01",
        "2019-06, 2019-07-01",
        "2019-12, 2020-01-01",
        "2019, 2020-01-01",
        "unknown, 1949-10-01"
    })
    void aFirstDayToldInPartIsTheDayFromWhichItIsSure(String written, LocalDate day) {
        assertThat(part(written).since()).isEqualTo(day);
    }

    @Test
    void aDayThatIsNoneAndAFlagThatIsNeitherAreRefused() {
        told(() -> part("2019-02-30").since(), "x.yaml 第 1 行：没有“2019-02-30”这一天，日期应写作 2019-06-01");
        told(() -> part("2019-13").since(), "x.yaml 第 1 行：没有“2019-13”这个年月");
        told(() -> part("maybe").yes(), "x.yaml 第 1 行：“maybe”应为 true 或 false");
        assertThat(part("是").yes()).isTrue();
        assertThat(part("no").yes()).isFalse();
        assertThat(part("2019-02-28").day()).isEqualTo(LocalDate.of(2019, 2, 28));
    }
}
