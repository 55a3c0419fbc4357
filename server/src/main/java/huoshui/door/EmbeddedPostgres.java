package huoshui.door;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of one data folder, in use by this process: the first one starts it, later ones join, the last one out
 * stops it, and one left over after a crash is adopted. 内置数据库
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final DataFolder data;
    private final Cluster cluster;
    private final Postmaster server;
    private final Residents residents;
    private final Residents.Place place;
    private final AtomicBoolean left = new AtomicBoolean();

    private EmbeddedPostgres(DataFolder data) {
        this.data = data;
        cluster = new Cluster(data);
        residents = new Residents(data);
        server = cluster.adopt(residents.nobody()).orElseGet(cluster::start);
        place = residents.enter();
        var page = RunFile.read(data)
                .map(RunFile::server)
                .filter(each -> ProcessHandle.of(each.pid()).isPresent());
        new RunFile(server.port(), server.pid(), Unprivileged.uid(data.root()), page.orElse(null)).write(data);
    }

    /**
     * Starts or joins the PostgreSQL of this folder, making folder and cluster when they are missing.
     *
     * @throws Unfit when the machine or the folder does not allow it
     */
    public static EmbeddedPostgres join(Path folder) {
        var data = DataFolder.open(folder);
        try (var turn = Turn.in(data)) {
            return new EmbeddedPostgres(data);
        }
    }

    /** The rooms' database, by an account that is no superuser but may make databases of its own. */
    public DatabaseAddress address() {
        return cluster.address(server);
    }

    /** The maintenance database, by the superuser. */
    public DatabaseAddress superuser() {
        return cluster.superuser(server);
    }

    /** Notes in the run file where the page answers, or that it no longer does. */
    void serving(RunFile.@Nullable Server page) {
        try (var turn = Turn.in(data)) {
            RunFile.read(data).ifPresent(file -> file.with(page).write(data));
        }
    }

    /** Leaves; stops the server when nobody else is left. Once is enough. */
    @Override
    public void close() {
        if (!left.compareAndSet(false, true)) return;
        try (var turn = Turn.in(data)) {
            place.leave();
            if (!residents.nobody()) return;
            cluster.stop();
            RunFile.remove(data);
        }
    }
}
