package huoshui.document.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The texts that cells of a workbook point at, kept as bytes so that a hundred thousand rows stay small. 共享文字 */
final class SharedTexts {

    private static final int CHUNK = 1 << 20;

    private final String called;
    private final SheetLimits limits;
    private final List<byte[]> chunks = new ArrayList<>();
    private long[] places = new long[1024];
    private int size;
    private byte[] open = new byte[0];
    private int used;
    private long bytes;

    SharedTexts(String called, SheetLimits limits) {
        this.called = called;
        this.limits = limits;
    }

    void add(String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        bytes += plain.length + 12L;
        if (bytes > limits.strings()) throw SheetFile.refused(called, "too-large", "表中文字太多", "请分成几个文件后再导入");
        if (used + plain.length > open.length) {
            open = new byte[Math.max(CHUNK, plain.length)];
            chunks.add(open);
            used = 0;
        }
        System.arraycopy(plain, 0, open, used, plain.length);
        if (size == places.length) places = Arrays.copyOf(places, size * 2);
        places[size++] = (long) (chunks.size() - 1) << 44 | (long) used << 20 | plain.length & 0xFFFFF;
        used += plain.length;
    }

    /** Empty where a cell points at nothing. */
    String get(int at) {
        if (at < 0 || at >= size) return "";
        long place = places[at];
        return new String(
                chunks.get((int) (place >>> 44)),
                (int) (place >>> 20 & 0xFFFFFF),
                (int) (place & 0xFFFFF),
                StandardCharsets.UTF_8);
    }
}
