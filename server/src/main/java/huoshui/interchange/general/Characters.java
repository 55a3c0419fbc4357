package huoshui.interchange.general;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which characters a file's bytes are, by trying and not by what it declares. 字符编码 */
final class Characters {

    static final Charset CHINESE = Charset.forName("GB18030");

    private static final int BUFFER = 1 << 16;

    private Characters() {}

    /** UTF-8 if every byte of the stream is so, else GB18030 if every byte is so, else none. Closes neither. */
    static Optional<Charset> detect(Opener file) throws IOException {
        for (var each : new Charset[] {StandardCharsets.UTF_8, CHINESE}) {
            try (var bytes = file.open()) {
                if (decodes(bytes, each)) return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean decodes(InputStream bytes, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.allocate(BUFFER);
        var out = CharBuffer.allocate(BUFFER);
        while (true) {
            int got = bytes.read(in.array(), in.position(), in.remaining());
            in.limit(got < 0 ? in.position() : in.position() + got).position(0);
            if (decoder.decode(in, out.clear(), got < 0).isError()) return false;
            in.compact();
            if (got < 0) return true;
        }
    }

    /** Text of these bytes, without the mark some programs put at the beginning. */
    static Reader reader(InputStream bytes, Charset charset) throws IOException {
        var pushed = new PushbackInputStream(bytes, 3);
        var head = pushed.readNBytes(3);
        boolean mark =
                head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF;
        if (!mark) pushed.unread(head);
        return new InputStreamReader(pushed, charset);
    }

    /** Opens the same file anew. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
