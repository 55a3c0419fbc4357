package huoshui.kernel.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Text as it is sealed: long texts made shorter first, since what is encrypted cannot be made shorter any more. 密封前的紧缩 */
final class Packed {

    private static final int LONG = 512;
    private static final byte AS_IS = 0;
    private static final byte SHORTENED = 1;

    private Packed() {}

    static byte[] of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(bytes.length + 1);
        if (bytes.length < LONG) {
            out.write(AS_IS);
            out.writeBytes(bytes);
            return out.toByteArray();
        }
        out.write(SHORTENED);
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[4096];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    static String text(byte[] packed) throws DataFormatException {
        if (packed[0] == AS_IS) return new String(packed, 1, packed.length - 1, StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(packed.length * 3);
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed, 1, packed.length - 1);
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                int got = inflater.inflate(buffer);
                if (got == 0 && inflater.needsInput()) throw new DataFormatException("torn");
                out.write(buffer, 0, got);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
