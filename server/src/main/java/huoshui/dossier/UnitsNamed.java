package huoshui.dossier;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which units dossiers name, on whatever days: where somebody serves, served, is lent to, whose dossier is kept. 档案所及单位 */
@Component
public class UnitsNamed {

    private final JdbcClient jdbc;

    UnitsNamed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these that something which counts names. */
    public Set<UUID> among(Collection<UUID> units) {
        if (units.isEmpty()) return Set.of();
        return new HashSet<>(jdbc.sql("""
                        select distinct (coalesce(body ->> 'unit', body ->> 'host'))::uuid as unit from dossier.fact
                        where kind in ('post', 'custody', 'secondment') and known_to is null and body is not null
                          and coalesce(body ->> 'unit', body ->> 'host') = any(:units::text[])""")
                .param("units", units.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("unit", UUID.class))
                .list());
    }
}
