package huoshui.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server as its lock file {@code postmaster.pid} tells of it. 数据库主进程
 *
 * @param port on loopback
 */
record Postmaster(long pid, int port) {

    /** The one named in the lock file of this cluster, alive or not. */
    static Optional<Postmaster> of(Path pgdata) {
        try {
            List<String> lines = Files.readAllLines(file(pgdata));
            if (lines.size() < 4) return Optional.empty();
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether that process is a server of this cluster and not a stranger who got its number after a reboot. */
    boolean serves(Path pgdata) {
        try {
            return Path.of("/proc", Long.toString(pid), "cwd").toRealPath().equals(pgdata.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** Takes away a lock file that nobody holds. */
    static void forget(Path pgdata) {
        DataFolder.delete(file(pgdata));
    }

    private static Path file(Path pgdata) {
        return pgdata.resolve("postmaster.pid");
    }
}
