package huoshui.kernel;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The digest of the house, SM3 (GB/T 32905). 杂凑 */
public final class Sm3 {

    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private Sm3() {}

    /** Digest of the parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) digest.update(part, 0, part.length);
        var out = new byte[LENGTH];
        digest.doFinal(out, 0);
        return out;
    }

    /** HMAC-SM3 of the parts, one after the other. */
    public static byte[] mac(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) mac.update(part, 0, part.length);
        var out = new byte[LENGTH];
        mac.doFinal(out, 0);
        return out;
    }
}
