package huoshui.kernel;

import java.util.Arrays;

/** The digest of the house, SM3 (GB/T 32905). 杂凑 */
public final class Sm3 {

    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private Sm3() {}

    private static final int BLOCK = 64;

    /** Digest of the parts, one after the other. */
    public static byte[] of(byte[]... parts) {
        var state = new Sm3State();
        for (var part : parts) state.add(part, 0, part.length);
        return state.finish();
    }

    /** HMAC-SM3 (GB/T 15852.2) of the parts, one after the other. */
    public static byte[] mac(byte[] key, byte[]... parts) {
        var pad = Arrays.copyOf(key.length > BLOCK ? of(key) : key, BLOCK);
        for (int i = 0; i < BLOCK; i++) pad[i] ^= 0x36;
        var inner = new Sm3State().add(pad, 0, BLOCK);
        for (var part : parts) inner.add(part, 0, part.length);
        for (int i = 0; i < BLOCK; i++) pad[i] ^= 0x36 ^ 0x5c;
        return new Sm3State().add(pad, 0, BLOCK).add(inner.finish(), 0, LENGTH).finish();
    }
}
