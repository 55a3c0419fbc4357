package huoshui.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SM3 (GB/T 32905-2016) under way: state, message words and what is left of the last block. Of our own making because verifying a
 * city takes tens of millions of blocks; a test holds it equal to Bouncy Castle's. 杂凑过程
 */
final class Sm3State {

    private static final int BLOCK = 64;
    private static final int ROUNDS = 64;
    private static final int WORDS = 68;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int[] CONSTANTS = new int[ROUNDS];

    static {
        for (int j = 0; j < ROUNDS; j++) CONSTANTS[j] = Integer.rotateLeft(j < 16 ? 0x79CC4519 : 0x7A879D8A, j % 32);
    }

    private final int[] words = new int[WORDS];
    private final byte[] rest = new byte[BLOCK];
    private int held;
    private long length;
    private int a0 = 0x7380166F;
    private int b0 = 0x4914B2B9;
    private int c0 = 0x172442D7;
    private int d0 = 0xDA8A0600;
    private int e0 = 0xA96F30BC;
    private int f0 = 0x163138AA;
    private int g0 = 0xE38DEE4D;
    private int h0 = 0xB0FB0E4E;

    Sm3State add(byte[] bytes, int from, int size) {
        length += size;
        int at = from;
        int left = size;
        if (held > 0) {
            int part = Math.min(left, BLOCK - held);
            System.arraycopy(bytes, at, rest, held, part);
            held += part;
            at += part;
            left -= part;
            if (held < BLOCK) return this;
            compress(rest, 0);
            held = 0;
        }
        for (; left >= BLOCK; at += BLOCK, left -= BLOCK) compress(bytes, at);
        System.arraycopy(bytes, at, rest, 0, left);
        held = left;
        return this;
    }

    byte[] finish() {
        rest[held++] = (byte) 0x80;
        if (held > BLOCK - Long.BYTES) {
            java.util.Arrays.fill(rest, held, BLOCK, (byte) 0);
            compress(rest, 0);
            held = 0;
        }
        java.util.Arrays.fill(rest, held, BLOCK - Long.BYTES, (byte) 0);
        LONG.set(rest, BLOCK - Long.BYTES, length * Byte.SIZE);
        compress(rest, 0);
        var out = new byte[Sm3.LENGTH];
        INT.set(out, 0, a0);
        INT.set(out, 4, b0);
        INT.set(out, 8, c0);
        INT.set(out, 12, d0);
        INT.set(out, 16, e0);
        INT.set(out, 20, f0);
        INT.set(out, 24, g0);
        INT.set(out, 28, h0);
        return out;
    }

    private void compress(byte[] block, int from) {
        var w = words;
        for (int j = 0; j < 16; j++) w[j] = (int) INT.get(block, from + 4 * j);
        for (int j = 16; j < WORDS; j++) {
            int word = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = word
                    ^ Integer.rotateLeft(word, 15)
                    ^ Integer.rotateLeft(word, 23)
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        int a = a0;
        int b = b0;
        int c = c0;
        int d = d0;
        int e = e0;
        int f = f0;
        int g = g0;
        int h = h0;
        for (int j = 0; j < 16; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + CONSTANTS[j], 7);
            int tt1 = (a ^ b ^ c) + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            int tt2 = (e ^ f ^ g) + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        for (int j = 16; j < ROUNDS; j++) {
            int a12 = Integer.rotateLeft(a, 12);
            int ss1 = Integer.rotateLeft(a12 + e + CONSTANTS[j], 7);
            int tt1 = ((a & b) | ((a | b) & c)) + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            int tt2 = (((f ^ g) & e) ^ g) + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        a0 ^= a;
        b0 ^= b;
        c0 ^= c;
        d0 ^= d;
        e0 ^= e;
        f0 ^= f;
        g0 ^= g;
        h0 ^= h;
    }
}
