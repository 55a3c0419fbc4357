package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** Our SM3 is the standard's, and Bouncy Castle's. */
class Sm3Tests {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void theExamplesOfTheStandardComeOut() {
        assertThat(hex(Sm3.of(bytes("abc"))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(hex(Sm3.of(bytes("abcd".repeat(16)))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void anyTextOfAnyLengthInAnyPartsHasTheDigestAndTheCodeOfAnotherImplementation() {
        for (int length = 0; length < 400; length++) {
            var text = some(length);
            int cut = random.nextInt(length + 1);
            var parts = new byte[][] {Arrays.copyOf(text, cut), Arrays.copyOfRange(text, cut, length)};
            var key = some(random.nextInt(100));
            assertThat(Sm3.of(parts)).as("seed %d, length %d", seed, length).isEqualTo(digest(text));
            assertThat(Sm3.mac(key, parts))
                    .as("seed %d, length %d", seed, length)
                    .isEqualTo(code(key, text));
        }
    }

    private byte[] some(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] digest(byte[] text) {
        var other = new SM3Digest();
        other.update(text, 0, text.length);
        var out = new byte[other.getDigestSize()];
        other.doFinal(out, 0);
        return out;
    }

    private static byte[] code(byte[] key, byte[] text) {
        var other = new HMac(new SM3Digest());
        other.init(new KeyParameter(key));
        other.update(text, 0, text.length);
        var out = new byte[other.getMacSize()];
        other.doFinal(out, 0);
        return out;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
