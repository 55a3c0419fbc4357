package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets no more bytes through than were agreed, however small they were packed. 限量读取 */
final class Capped extends FilterInputStream {

    private final String name;
    private final long most;
    private long passed;

    Capped(InputStream source, String name, long most) {
        super(source);
        this.name = name;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) count(got);
        return got;
    }

    private void count(int more) {
        passed += more;
        if (passed > most)
            throw Refusal.input(
                    "general.too-large", "未读取通用格式包：包内文件“%s”解开后超过 %d 字节。请核对该文件是否正常，或分批导出。".formatted(name, most));
    }
}
