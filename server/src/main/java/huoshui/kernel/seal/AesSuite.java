package huoshui.kernel.seal;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256. 国际通用算法 */
final class AesSuite implements Suite {

    static final AesSuite ONE = new AesSuite();

    private static final int TAG_BITS = 128;

    private AesSuite() {}

    @Override
    public String id() {
        return "aes";
    }

    @Override
    public int keyLength() {
        return 32;
    }

    @Override
    public Cipher cipher(byte[] key) {
        return new Gcm(new SecretKeySpec(key, "AES"));
    }

    @Override
    public byte[] mac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (var part : parts) mac.update(part);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Gcm implements Cipher {

        private final SecretKeySpec key;
        private final ConcurrentLinkedQueue<javax.crypto.Cipher> idle = new ConcurrentLinkedQueue<>();

        private Gcm(SecretKeySpec key) {
            this.key = key;
        }

        @Override
        public byte[] encrypt(byte[] nonce, byte[] bound, byte[] plain) {
            try {
                return run(javax.crypto.Cipher.ENCRYPT_MODE, nonce, bound, plain);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public byte[] decrypt(byte[] nonce, byte[] bound, byte[] sealed) throws GeneralSecurityException {
            return run(javax.crypto.Cipher.DECRYPT_MODE, nonce, bound, sealed);
        }

        private byte[] run(int mode, byte[] nonce, byte[] bound, byte[] text) throws GeneralSecurityException {
            var idler = idle.poll();
            var engine = idler == null ? javax.crypto.Cipher.getInstance("AES/GCM/NoPadding") : idler;
            engine.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            engine.updateAAD(bound);
            var out = engine.doFinal(text);
            idle.offer(engine);
            return out;
        }
    }
}
