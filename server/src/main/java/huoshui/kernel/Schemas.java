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

    private static final List<String> ROOMS =
            List.of("kernel", "access", "audit", "document", "agenda", "org", "dossier", "interchange", "rule");

    private final DataSource database;

    Schemas(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        for (var room : furnished())
            flyway(database, room, MigrationVersion.LATEST).migrate();
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
