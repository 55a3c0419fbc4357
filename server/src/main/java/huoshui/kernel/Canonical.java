package huoshui.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one after another so that different values never give the same bytes. 规范字节 */
public final class Canonical {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    public Canonical add(@Nullable String text) {
        return text == null ? length(-1) : add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Canonical add(byte[] bytes) {
        length(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public Canonical add(long number) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    public Canonical add(@Nullable UUID id) {
        if (id == null) return length(-1);
        length(16);
        return add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    private Canonical length(int length) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
