package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("恶意与损坏的任免表：说明原因，不执行，不崩溃")
class HostileInputTests {

    private static String refusal(byte[] file) {
        var limits = Limits.STANDARD.withFile(64 << 20);
        var thrown = new String[1];
        assertThatThrownBy(() -> new LrmxReader(limits).read(file))
                .isInstanceOfSatisfying(Refusal.class, refusal -> thrown[0] = refusal.code())
                .hasMessageMatching("读取任免表文件：.+；请.+。");
        return thrown[0];
    }

    private static String refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void externalEntitiesAreNotEvenLookedAt() {
        assertThat(refusal("<?xml version=\"1.0\"?><!DOCTYPE Person [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<Person><XingMing>&x;</XingMing></Person>"))
                .isEqualTo("form.doctype");
        assertThat(refusal("<!DOCTYPE Person SYSTEM \"http://example.invalid/x.dtd\"><Person/>"))
                .isEqualTo("form.doctype");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        var bomb = new StringBuilder("<!DOCTYPE Person [<!ENTITY a0 \"哈\">");
        for (int i = 1; i < 30; i++)
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        assertThat(refusal(bomb + "]><Person><XingMing>&a29;</XingMing></Person>"))
                .isEqualTo("form.doctype");
    }

    @Test
    void aFieldOfThirtyMegabytesIsRefusedByItsName() {
        var file = Forms.file("<XingMing>林示例</XingMing><JianLi>" + "长".repeat(10 << 20) + "</JianLi>");
        assertThat(refusal(file)).isEqualTo("form.too-long");
        assertThatThrownBy(() -> new LrmxReader(Limits.STANDARD.withFile(64 << 20)).read(file))
                .hasMessageContaining("简历");
    }

    @Test
    void aFileAboveTheCapIsNotReadToItsEnd() {
        var file = new byte[Limits.STANDARD.file() + 1];
        assertThatThrownBy(() -> new LrmxReader().read(file)).hasMessageContaining("32 MB");
        assertThatThrownBy(() -> new LrmxReader().read(new EndlessStream())).hasMessageContaining("32 MB");
    }

    /** A stream that never ends, as a device file would be. */
    private static final class EndlessStream extends InputStream {
        @Override
        public int read() {
            return '<';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) '<');
            return length;
        }
    }

    @Test
    void deepNestingAndCountlessElementsAreRefused() {
        assertThat(refusal("<Person>" + "<A>".repeat(100_000))).isEqualTo("form.malformed");
        assertThat(refusal("<Person>" + "<A/>".repeat(30_000) + "</Person>")).isEqualTo("form.malformed");
        assertThat(refusal("<Person><JiaTingChengYuan>" + "<Item/>".repeat(501) + "</JiaTingChengYuan></Person>"))
                .isEqualTo("form.too-many-rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|form.empty",
                "'   '|form.empty",
                "姓名：林示例|form.not-a-form",
                "<html><body/></html>|form.not-a-form",
                "<Person><XingMing>林</XingBie></Person>|form.malformed",
                "<Person><XingMing>A&B</XingMing></Person>|form.malformed",
                "<Person><XingMing>&nbsp;</XingMing></Person>|form.malformed",
                "<Person><XingMing>&#0;</XingMing></Person>|form.malformed",
                "<Person></Person><Person></Person>|form.malformed",
                "<Person a=b></Person>|form.malformed",
                "<Person><XingMing>林示例|form.truncated",
                "<Person>|form.truncated",
                "<Person|form.truncated",
                "<?xml version='1.0'?>|form.truncated",
                "<Person><!-- |form.truncated",
                "<Person><!--></Person>|form.truncated",
                "<Person><![CDATA[ |form.truncated"
            })
    void whatIsNoFormIsToldPlainly(String file, String code) {
        assertThat(refusal(file == null ? "" : file)).isEqualTo(code);
    }

    @Test
    void otherFilesUnderTheNameOfAFormAreRefused() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})).isEqualTo("form.not-a-form");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}))
                .startsWith("form.");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x3C})).isEqualTo("form.encoding");
    }
}
