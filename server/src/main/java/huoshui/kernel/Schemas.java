package huoshui.kernel;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
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
        for (var room : ROOMS) {
            if (Schemas.class.getResource("/db/migration/" + room) == null) continue;
            Flyway.configure()
                    .dataSource(database)
                    .schemas(room)
                    .defaultSchema(room)
                    .createSchemas(true)
                    .locations("classpath:db/migration/" + room)
                    .load()
                    .migrate();
        }
    }
}
