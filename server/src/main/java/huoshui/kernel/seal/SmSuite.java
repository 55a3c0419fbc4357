package huoshui.kernel.seal;

import huoshui.kernel.Sm3;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905). 国密算法 */
final class SmSuite implements Suite {

    static final SmSuite ONE = new SmSuite();

    private static final int TAG_BITS = 128;

    private SmSuite() {}

    @Override
    public String id() {
        return "sm";
    }

    @Override
    public int keyLength() {
        return 16;
    }

    @Override
    public Cipher cipher(byte[] key) {
        return new Gcm(new KeyParameter(key));
    }

    @Override
    public byte[] mac(byte[] key, byte[]... parts) {
        return Sm3.mac(key, parts);
    }

    /** Engines are used again: making the tables of a key costs more than sealing a short text. */
    private static final class Gcm implements Cipher {

        private final KeyParameter key;
        private final ConcurrentLinkedQueue<GCMModeCipher> idle = new ConcurrentLinkedQueue<>();

        private Gcm(KeyParameter key) {
            this.key = key;
        }

        @Override
        public byte[] encrypt(byte[] nonce, byte[] bound, byte[] plain) {
            try {
                return run(true, nonce, bound, plain);
            } catch (InvalidCipherTextException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public byte[] decrypt(byte[] nonce, byte[] bound, byte[] sealed) throws GeneralSecurityException {
            try {
                return run(false, nonce, bound, sealed);
            } catch (InvalidCipherTextException | IllegalArgumentException broken) {
                throw new GeneralSecurityException(broken);
            }
        }

        private byte[] run(boolean encrypting, byte[] nonce, byte[] bound, byte[] text)
                throws InvalidCipherTextException {
            var idler = idle.poll();
            var engine = idler == null ? GCMBlockCipher.newInstance(new SM4Engine()) : idler;
            engine.init(encrypting, new AEADParameters(key, TAG_BITS, nonce, bound));
            var out = new byte[engine.getOutputSize(text.length)];
            int done = engine.processBytes(text, 0, text.length, out, 0);
            engine.doFinal(out, done);
            idle.offer(engine);
            return out;
        }
    }
}
