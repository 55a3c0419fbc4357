package huoshui.document.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of an archive and stops what grows beyond reason. 解压计量 */
final class Unpacking extends FilterInputStream {

    private static final long FREE = 8L << 20;

    /** Between two tags; the longest text of a cell, each character written as a reference, is a quarter of it. */
    private static final int RUN = 1 << 20;

    /** Bytes unpacked from one file, over all its parts. */
    static final class Sum {
        private long bytes;
    }

    private final String called;
    private final SheetLimits limits;
    private final long packed;
    private final Sum sum;
    private long mine;
    private int run;

    Unpacking(InputStream in, String called, SheetLimits limits, long packed, Sum sum) {
        super(in);
        this.called = called;
        this.limits = limits;
        this.packed = Math.max(1, packed);
        this.sum = sum;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            run = c == '<' ? 0 : run + 1;
            count(1);
        }
        return c;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            run(into, from, read);
            count(read);
        }
        return read;
    }

    /** A value of an attribute is taken in whole by the reader of tags, so that its length must be held here. */
    private void run(byte[] into, int from, int read) {
        for (int i = read - 1; i >= 0; i--) {
            if (into[from + i] != '<') continue;
            run = read - 1 - i;
            return;
        }
        run += read;
    }

    private void count(int read) {
        mine += read;
        sum.bytes += read;
        boolean bomb = mine > FREE && mine / packed > limits.ratio();
        if (bomb || sum.bytes > limits.unpacked())
            throw SheetFile.refused(called, "bomb", "解压后大得不合常理，疑为压缩炸弹", "请确认文件来源，在表格软件中打开另存后再导入");
        if (run > RUN) throw SheetFile.refused(called, "too-large", "其中有一段内容长得不合常理", "请确认文件来源，在表格软件中打开另存后再导入");
    }
}
