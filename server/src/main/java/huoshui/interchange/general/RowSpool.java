package huoshui.interchange.general;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A temporary file of rows, each with the number of the person it belongs to; read back in the order written. 暂存行 */
final class RowSpool implements Closeable {

    private static final int BUFFER = 1 << 15;

    /** One row laid aside. 暂存的一行 */
    record Laid(int person, String set, Map<String, String> values) {}

    /** Takes laid rows one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Laid laid);
    }

    private final Path path;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final DataOutputStream out;

    RowSpool(Path path) throws IOException {
        this.path = path;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    void lay(int person, String set, Map<String, String> values) {
        try {
            out.writeInt(person);
            out.writeInt(number(set));
            out.writeInt(values.size());
            for (var each : values.entrySet()) {
                out.writeInt(number(each.getKey()));
                var bytes = each.getValue().getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, each -> {
            words.add(each);
            return words.size() - 1;
        });
    }

    /** Ends the writing. */
    void seal() throws IOException {
        out.close();
    }

    void each(Taker taker) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            while (true) {
                int person;
                try {
                    person = in.readInt();
                } catch (EOFException end) {
                    return;
                }
                taker.take(laid(person, in));
            }
        }
    }

    private Laid laid(int person, DataInputStream in) throws IOException {
        var set = words.get(in.readInt());
        int size = in.readInt();
        var values = LinkedHashMap.<String, String>newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            var column = words.get(in.readInt());
            values.put(column, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new Laid(person, set, values);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
