package huoshui.kernel.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** A family of algorithms: encryption that notices tampering, and a keyed digest. 密码算法 */
public interface Suite {

    /** Bytes of a nonce; one is never used twice with the same key. */
    int NONCE = 12;

    /** Stable word, kept beside each key. */
    String id();

    /** Bytes of a key of its cipher. */
    int keyLength();

    /** The cipher under this key, for any number of threads. */
    Cipher cipher(byte[] key);

    /** Keyed digest of the parts, one after the other; 32 bytes. */
    byte[] mac(byte[] key, byte[]... parts);

    /** Encrypts and decrypts under one key. 加解密 */
    interface Cipher {

        byte[] encrypt(byte[] nonce, byte[] bound, byte[] plain);

        /** @throws GeneralSecurityException when key, nonce, text or what it is bound to is not what it was */
        byte[] decrypt(byte[] nonce, byte[] bound, byte[] sealed) throws GeneralSecurityException;
    }

    /** What the house uses unless told otherwise. */
    static Suite usual() {
        return SmSuite.ONE;
    }

    static Optional<Suite> of(String id) {
        return Arrays.<Suite>asList(SmSuite.ONE, AesSuite.ONE).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }
}
