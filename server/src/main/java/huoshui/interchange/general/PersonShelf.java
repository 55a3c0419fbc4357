package huoshui.interchange.general;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of a package once read, laid down one by one in a file, so that any one of them is found by number without
 * reading the package again. 人员存架
 *
 * <p>The file: place of the index, head, people, index. It takes its name only when it is whole.
 */
public final class PersonShelf implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What all of them share.
     *
     * @param day which the package speaks of
     * @param units rows of B01
     * @param photos folder of the portraits within the package
     */
    public record Head(LocalDate day, List<Map<String, String>> units, String photos) {}

    /** One of them, and what was found about this person. */
    public record Shelved(GeneralPerson person, List<GeneralProblem> problems) {}

    private final Path path;
    private final Path draft;
    private final DataOutputStream out;
    private final List<Long> places = new ArrayList<>();
    private long written;

    private PersonShelf(Path path, Path draft) throws IOException {
        this.path = path;
        this.draft = draft;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)));
        out.writeLong(0);
        written = Long.BYTES;
    }

    /** Begins a shelf that will stand at this path, readable to this program's account only. */
    public static PersonShelf begin(Path path, Head head) {
        try {
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = path.resolveSibling(path.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            Files.createFile(draft, own);
            var shelf = new PersonShelf(path, draft);
            shelf.lay(head);
            return shelf;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Lays the next person down. */
    public void put(Shelved one) {
        places.add(written);
        lay(one);
    }

    private void lay(Object value) {
        try {
            var bytes = JSON.writeValueAsBytes(value);
            out.writeInt(bytes.length);
            out.write(bytes);
            written += Integer.BYTES + bytes.length;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Everybody is there: from now on it may be read. */
    public void finish() {
        try {
            for (var each : places) out.writeLong(each);
            out.close();
            try (var file = new RandomAccessFile(draft.toFile(), "rw")) {
                file.writeLong(written);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What was not finished leaves nothing behind. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(draft);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Head head(Path path) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            return read(file, Long.BYTES, Head.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The person of this number, from 1; empty when the package has fewer. */
    public static Optional<Shelved> person(Path path, int number) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            long place = file.readLong() + (number - 1L) * Long.BYTES;
            if (number < 1 || place + Long.BYTES > file.length()) return Optional.empty();
            file.seek(place);
            return Optional.of(read(file, file.readLong(), Shelved.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static <T> T read(RandomAccessFile file, long place, Class<T> type) throws IOException {
        file.seek(place);
        var bytes = new byte[file.readInt()];
        file.readFully(bytes);
        return JSON.readValue(bytes, type);
    }
}
