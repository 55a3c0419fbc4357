package huoshui.backup;

import huoshui.kernel.Refusal;
import huoshui.kernel.seal.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs and seals a piece of content for one member of a backup: made shorter, then encrypted, bound to the member's name. 封装 */
record Parcel(Suite.Cipher cipher) {

    /** Bytes of content in one member, about; all of it is held in memory at once. */
    static final int SIZE = 8 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    static Parcel under(byte[] key) {
        var suite = Suite.usual();
        return new Parcel(suite.cipher(Arrays.copyOf(key, suite.keyLength())));
    }

    byte[] close(String member, byte[] content, int length) {
        var out = new ByteArrayOutputStream(length / 3 + 64);
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(content, 0, length);
            deflater.finish();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        }
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher.encrypt(nonce, bound(member), out.toByteArray());
        var whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
        return whole;
    }

    byte[] open(String member, byte[] stored) {
        try {
            var nonce = Arrays.copyOf(stored, Suite.NONCE);
            var plain = cipher.decrypt(nonce, bound(member), Arrays.copyOfRange(stored, Suite.NONCE, stored.length));
            var out = new ByteArrayOutputStream(plain.length * 3);
            try (var inflater = new Inflater(true)) {
                inflater.setInput(plain);
                var buffer = new byte[1 << 16];
                while (!inflater.finished()) {
                    int got = inflater.inflate(buffer);
                    if (got == 0 && inflater.needsInput()) throw new DataFormatException("torn");
                    out.write(buffer, 0, got);
                }
            }
            return out.toByteArray();
        } catch (GeneralSecurityException | DataFormatException | RuntimeException broken) {
            var refusal = Refusal.input("backup-broken", "备份已损坏：成员 %s 打不开，被改动或调换过。请改用另一份备份。".formatted(member));
            refusal.initCause(broken);
            throw refusal;
        }
    }

    private static byte[] bound(String member) {
        return member.getBytes(StandardCharsets.UTF_8);
    }
}
