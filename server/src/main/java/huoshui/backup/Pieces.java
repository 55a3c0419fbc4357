package huoshui.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/** A stream of content cut into members of a few megabytes each. 分段 */
final class Pieces extends OutputStream {

    private final MemberWriter out;
    private final Parcel parcel;
    private final IntFunction<String> name;
    private final byte[] held = new byte[Parcel.SIZE];
    private int length;
    private int number;

    /** @param name of the first, second … piece */
    Pieces(MemberWriter out, Parcel parcel, IntFunction<String> name) {
        this.out = out;
        this.parcel = parcel;
        this.name = name;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            int taken = Math.min(from + count - at, held.length - length);
            System.arraycopy(bytes, at, held, length, taken);
            length += taken;
            at += taken;
            if (length == held.length) send();
        }
    }

    private void send() throws IOException {
        var member = name.apply(++number);
        out.add(member, parcel.close(member, held, length));
        length = 0;
    }

    @Override
    public void close() throws IOException {
        if (length > 0) send();
    }
}
