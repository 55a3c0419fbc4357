package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("旧版 .lrm：只读，读全")
class LrmReaderTests {

    static byte[] record(String name) {
        var fields = new String[33];
        Arrays.fill(fields, "");
        fields[0] = name;
        fields[1] = "男";
        fields[2] = "198403";
        fields[3] = "汉族";
        fields[4] = "浙江示范";
        fields[5] = "200506；民盟";
        fields[7] = "浙江示范";
        fields[8] = "200608";
        fields[9] = "大学#工学学士@省委党校研究生#";
        fields[10] = "示例大学建筑系#示例大学建筑系@省委党校#";
        fields[17] = "2002.09--2006.08  示例大学学习~2006.08--         示例市规划局科员~                  （主持工作）";
        fields[18] = "无";
        fields[20] = "妻子@儿子" + "@".repeat(11);
        fields[21] = "赵示例@林小示" + "@".repeat(11);
        fields[22] = "198507@201501" + "@".repeat(11);
        fields[23] = "群众@" + "@".repeat(11);
        fields[24] = "示例小学教师@" + "@".repeat(11);
        fields[25] = "示例市规划局科员";
        fields[30] = "202601";
        fields[31] = "钱示例";
        fields[32] = "20260115";
        return ("\"" + String.join("\",\"", fields) + "\"").getBytes(Charset.forName("GBK"));
    }

    @Test
    void everyFieldFindsItsBox() {
        var reading = new SheetReader().read(new LrmReader().read(record("林示例"), null));
        var person = reading.person();
        assertThat(reading.problems()).isEmpty();
        assertThat(person.name()).isEqualTo("林示例");
        assertThat(person.parties()).containsExactly("民盟");
        assertThat(person.education())
                .hasSize(2)
                .first()
                .extracting(PersonSheet.Education::degree)
                .isEqualTo("工学学士");
        assertThat(person.career()).extracting(PersonSheet.Career::text).containsExactly("示例大学学习", "示例市规划局科员（主持工作）");
        assertThat(person.family()).extracting(PersonSheet.Relative::name).containsExactly("赵示例", "林小示");
        assertThat(person.idNumber()).isNull();
        assertThat(reading.draft().filledBy()).isEqualTo("钱示例");
        assertThat(reading.draft().version()).isNull();
    }

    @Test
    void brokenRecordsAreRefused() {
        var whole = record("林示例");
        assertThatThrownBy(() -> new LrmReader().read(Arrays.copyOf(whole, whole.length - 5), null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LrmReader().read("\"林\",\"男\"".getBytes(Charset.forName("GBK")), null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LrmReader().read(new byte[0], null)).isInstanceOf(Refusal.class);
    }
}
