package huoshui.door;

import huoshui.Huoshui;
import huoshui.backup.Occupancy;
import huoshui.kernel.Refusal;
import huoshui.kernel.seal.KeysUnfit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The rooms put together over a database, from joining it to leaving it. 开门 */
final class OpenHouse implements AutoCloseable {

    /** Refusals that say the database is not one to be opened now, or by this program. */
    private static final Set<String> UNFIT = Set.of("database-busy", "schema-newer");

    private final @Nullable EmbeddedPostgres embedded;
    private final ConfigurableApplicationContext rooms;

    private OpenHouse(@Nullable EmbeddedPostgres embedded, ConfigurableApplicationContext rooms) {
        this.embedded = embedded;
        this.rooms = rooms;
    }

    /** Opens the rooms for one command, without pages. */
    static OpenHouse quietly(HouseOptions options) {
        return open(options, WebApplicationType.NONE, Map.of("spring.datasource.hikari.maximum-pool-size", 4));
    }

    /** Opens the rooms with their pages. */
    static OpenHouse withPages(HouseOptions options, Map<String, Object> settings) {
        return open(options, WebApplicationType.SERVLET, settings);
    }

    private static OpenHouse open(HouseOptions options, WebApplicationType type, Map<String, Object> settings) {
        var data = DataFolder.open(options.data);
        requireWhole(data);
        var embedded = options.databaseUrl == null ? EmbeddedPostgres.join(options.data) : null;
        try {
            var database = options.databaseUrl == null
                    ? Objects.requireNonNull(embedded).address()
                    : ExternalPostgres.at(options.databaseUrl);
            var all = new HashMap<>(settings);
            if (options.practice != null)
                all.put("huoshui.practice", options.practice.toAbsolutePath().toString());
            var house = new OpenHouse(embedded, rooms(data, KeysFolder.of(data, options.keys), database, type, all));
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing the house"));
            return house;
        } catch (RuntimeException failed) {
            if (embedded != null) embedded.close();
            throw reason(failed);
        }
    }

    private static void requireWhole(DataFolder data) {
        if (Files.exists(data.of(KeysFolder.UNFINISHED)))
            throw new Unfit("不能打开 %s：正在往里恢复备份，或上一次恢复没有做完。恢复仍在进行的，请等它结束；已经中断的，请删去这个文件夹（用外部数据库的，也清空该数据库），再恢复一次。"
                    .formatted(data.root()));
    }

    /** Opening makes tables, and none are made in the midst of a restoration: neither in its database nor in its folder. */
    private static ConfigurableApplicationContext rooms(
            DataFolder data,
            Path keys,
            DatabaseAddress database,
            WebApplicationType type,
            Map<String, Object> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("huoshui.data", data.root().toString());
        all.put("huoshui.keys", keys.toString());
        all.put("spring.datasource.url", database.url());
        if (database.user() != null) all.put("spring.datasource.username", database.user());
        if (database.password() != null) all.put("spring.datasource.password", database.password());
        try (var opening = Occupancy.opening(database.source())) {
            requireWhole(data);
            return new SpringApplicationBuilder(Huoshui.class)
                    .web(type)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .initializers(context ->
                            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("door", all)))
                    .run();
        } catch (SQLException deaf) {
            throw ExternalPostgres.deaf(database, deaf);
        }
    }

    private static RuntimeException reason(RuntimeException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal && UNFIT.contains(refusal.code()))
                return new Unfit(String.valueOf(refusal.getMessage()), failed);
            if (each instanceof KeysUnfit keys) return new Unfit(String.valueOf(keys.getMessage()), failed);
            if (each instanceof PortInUseException taken)
                return new Unfit("不能打开页面：端口 %d 已被占用。请用 --port 换一个端口，或先停掉占用它的程序。".formatted(taken.getPort()), failed);
        }
        return failed;
    }

    <T> T room(Class<T> face) {
        return rooms.getBean(face);
    }

    /** The port that was asked for, or the one found when any would do. */
    int port() {
        return Integer.parseInt(Objects.requireNonNull(rooms.getEnvironment().getProperty("local.server.port")));
    }

    void serving(String address) {
        if (embedded != null)
            embedded.serving(new RunFile.Server(ProcessHandle.current().pid(), address));
    }

    /** Closes the rooms, then leaves the database. Once is enough. */
    @Override
    public synchronized void close() {
        rooms.close();
        if (embedded != null) embedded.close();
    }
}
