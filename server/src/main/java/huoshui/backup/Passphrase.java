package huoshui.backup;

import huoshui.kernel.Refusal;
import huoshui.kernel.seal.Suite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** What people remember to open a backup elsewhere; the keys lie in the file locked by it. 备份口令 */
public record Passphrase(char[] words) {

    /** Characters at least. */
    public static final int SHORTEST = 12;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final byte[] BOUND = "huoshui backup keys".getBytes(StandardCharsets.US_ASCII);

    /** Three keys of 32 bytes. 备份所带密钥 */
    record Keys(byte[] content, byte[] master, byte[] journal) {}

    /** The keys as they lie in the file, and what else is needed to unlock them. 锁住的密钥 */
    public record Locked(String salt, int memoryKib, int passes, String keys) {}

    /** @throws Refusal {@code passphrase-short} */
    public Passphrase {
        if (words.length < SHORTEST)
            throw Refusal.input(
                    "passphrase-short",
                    "未办理：备份口令至少 %d 个字符，所给为 %d 个。请用一句记得住的长句，并与备份分开保存。".formatted(SHORTEST, words.length));
    }

    Locked lock(Keys keys) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        var plain = concat(keys.content, keys.master, keys.journal);
        var sealed = cipher(salt, MEMORY_KIB, PASSES).encrypt(nonce, BOUND, plain);
        var out = Base64.getEncoder();
        return new Locked(out.encodeToString(salt), MEMORY_KIB, PASSES, out.encodeToString(concat(nonce, sealed)));
    }

    /** @throws Refusal {@code passphrase-wrong} */
    Keys unlock(Locked locked) {
        try {
            var in = Base64.getDecoder();
            var whole = in.decode(locked.keys);
            if (locked.memoryKib > 1_048_576 || locked.passes > 100) throw new GeneralSecurityException("too dear");
            var plain = cipher(in.decode(locked.salt), locked.memoryKib, locked.passes)
                    .decrypt(
                            Arrays.copyOf(whole, Suite.NONCE),
                            BOUND,
                            Arrays.copyOfRange(whole, Suite.NONCE, whole.length));
            return new Keys(
                    Arrays.copyOf(plain, 32), Arrays.copyOfRange(plain, 32, 64), Arrays.copyOfRange(plain, 64, 96));
        } catch (GeneralSecurityException | RuntimeException wrong) {
            var refusal = Refusal.input("passphrase-wrong", "打不开备份：备份口令不对，或备份中的密钥被改动过。请核对口令（区分大小写和空格）。");
            refusal.initCause(wrong);
            throw refusal;
        }
    }

    private Suite.Cipher cipher(byte[] salt, int memory, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        var suite = Suite.usual();
        var key = new byte[suite.keyLength()];
        generator.generateBytes(words, key);
        return suite.cipher(key);
    }

    private static byte[] concat(byte[]... parts) {
        var whole = new byte[Arrays.stream(parts).mapToInt(each -> each.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
