package huoshui.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one after another so that different values never give the same bytes. 规范字节 */
public final class Canonical {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out = new byte[256];
    private int size;

    public Canonical add(@Nullable String text) {
        return text == null ? length(-1) : add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Canonical add(byte[] bytes) {
        length(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
        return this;
    }

    public Canonical add(long number) {
        room(Long.BYTES);
        LONG.set(out, size, number);
        size += Long.BYTES;
        return this;
    }

    public Canonical add(@Nullable UUID id) {
        if (id == null) return length(-1);
        length(16);
        return add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    private Canonical length(int length) {
        room(Integer.BYTES);
        INT.set(out, size, length);
        size += Integer.BYTES;
        return this;
    }

    private void room(int more) {
        if (out.length - size < more) out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
    }

    public byte[] bytes() {
        return Arrays.copyOf(out, size);
    }
}
