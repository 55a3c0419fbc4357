package huoshui.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings each room's own schema up to date, lower storeys first. 各室库表 */
@Component("schemas")
public class Schemas implements InitializingBean {

    private static final List<String> ROOMS = List.of(
            "kernel", "access", "audit", "document", "agenda", "org", "dossier", "interchange", "rule", "assessment");

    private final DataSource database;

    Schemas(DataSource database) {
        this.database = database;
    }

    /** @throws Refusal {@code schema-newer} */
    @Override
    public void afterPropertiesSet() {
        for (var room : furnished()) requireKnown(room);
        for (var room : furnished())
            flyway(database, room, MigrationVersion.LATEST).migrate();
    }

    /** Tables that a newer program has changed are left alone: this one does not know what must hold of them. */
    private void requireKnown(String room) {
        for (var each : flyway(database, room, MigrationVersion.LATEST).info().all()) {
            if (!each.getState().isApplied() || each.getState().isResolved() || each.getVersion() == null) continue;
            throw Refusal.input(
                    "schema-newer",
                    "不能打开：库表已由较新的程序升级（%s %s 本程序没有）。请改用升级时的程序版本；要退回旧版，请用升级前的备份恢复到一个新的数据文件夹。"
                            .formatted(room, each.getVersion()));
        }
    }

    /** The rooms that keep tables, each in the schema of its name. */
    public static List<String> rooms() {
        return ROOMS;
    }

    /** The newest version of each room's tables in this database. */
    public Map<String, String> versions() {
        var found = new LinkedHashMap<String, String>();
        for (var room : furnished()) {
            var current = flyway(database, room, MigrationVersion.LATEST).info().current();
            if (current != null && current.getVersion() != null)
                found.put(room, current.getVersion().getVersion());
        }
        return found;
    }

    /** Brings an empty database to these versions, so that rows of that time fit. */
    public static void migrate(DataSource database, Map<String, String> versions) {
        for (var room : furnished()) {
            var version = versions.get(room);
            if (version != null)
                flyway(database, room, MigrationVersion.fromVersion(version)).migrate();
        }
    }

    /** A version among these that this program does not know. */
    public static Optional<String> unknown(Map<String, String> versions) {
        return versions.entrySet().stream()
                .filter(each -> !known(each.getKey(), each.getValue()))
                .map(each -> each.getKey() + " " + each.getValue())
                .findFirst();
    }

    private static boolean known(String room, String version) {
        var files = new PathMatchingResourcePatternResolver();
        try {
            var wanted = MigrationVersion.fromVersion(version);
            return Arrays.stream(files.getResources("classpath*:db/migration/" + room + "/V*__*.sql"))
                    .map(each -> String.valueOf(each.getFilename()))
                    .map(each -> MigrationVersion.fromVersion(each.substring(1, each.indexOf("__"))))
                    .anyMatch(wanted::equals);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> furnished() {
        return ROOMS.stream()
                .filter(each -> Schemas.class.getResource("/db/migration/" + each) != null)
                .toList();
    }

    /** Numbers are given out in ranges, so a lower one may arrive after a higher one. */
    private static Flyway flyway(DataSource database, String room, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(room)
                .defaultSchema(room)
                .createSchemas(true)
                .outOfOrder(true)
                .target(target)
                .locations("classpath:db/migration/" + room)
                .load();
    }
}
