package huoshui.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is running in a data folder, for other programs to read: {@code run.json}, mode 0600. 运行状态
 *
 * @param port loopback port of the embedded PostgreSQL
 * @param pid its process
 * @param uid the account that started it
 * @param server the page server, while one is up
 */
record RunFile(int port, long pid, int uid, @Nullable Server server) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param address what to open in a browser */
    record Server(long pid, String address) {}

    RunFile with(@Nullable Server other) {
        return new RunFile(port, pid, uid, other);
    }

    static Optional<RunFile> read(DataFolder data) {
        var file = data.of("run.json");
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), RunFile.class)) : Optional.empty();
        } catch (JacksonException torn) {
            return Optional.empty();
        }
    }

    void write(DataFolder data) {
        Path file = data.of("run.json");
        try {
            DataFolder.writePrivately(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }

    static void remove(DataFolder data) {
        DataFolder.delete(data.of("run.json"));
    }
}
