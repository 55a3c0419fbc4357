package huoshui.kernel.seal;

import huoshui.kernel.Canonical;
import huoshui.kernel.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The key that wraps all others; it never encrypts anything else and never lies in the data folder. 主密钥 */
record MasterKey(byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PRINT = 8;

    /** Tells master keys apart without telling anything about them. */
    String fingerprint() {
        return HexFormat.of().formatHex(Arrays.copyOf(derived("fingerprint"), PRINT));
    }

    byte[] wrap(Suite suite, int number, String use, byte[] key) {
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(suite).encrypt(nonce, bound(suite, number, use), key);
        var whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
        return whole;
    }

    byte[] unwrap(Suite suite, int number, String use, byte[] wrapped) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(wrapped, Suite.NONCE);
        var sealed = Arrays.copyOfRange(wrapped, Suite.NONCE, wrapped.length);
        return cipher(suite).decrypt(nonce, bound(suite, number, use), sealed);
    }

    private Suite.Cipher cipher(Suite suite) {
        return suite.cipher(Arrays.copyOf(derived("wrap " + suite.id()), suite.keyLength()));
    }

    private static byte[] bound(Suite suite, int number, String use) {
        return new Canonical().add(number).add(use).add(suite.id()).bytes();
    }

    private byte[] derived(String purpose) {
        return Sm3.mac(secret, ("huoshui " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "master key " + fingerprint();
    }
}
