package huoshui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private final byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The vectors of RFC 6238, appendix B, of which six digits are kept. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(secret, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aCodeHoldsOneStepEitherWayAndNoLonger() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        var code = Totp.code(secret, step);
        assertThat(Totp.match(secret, code, now)).hasValue(step);
        assertThat(Totp.match(secret, code, now.plusSeconds(30))).hasValue(step);
        assertThat(Totp.match(secret, code, now.minusSeconds(30))).hasValue(step);
        assertThat(Totp.match(secret, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.match(secret, "12345", now)).isEmpty();
    }

    @Test
    void theSecretIsSpeltAsPhonesReadIt() {
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
