package huoshui.dossier.city;

import huoshui.access.Placement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where everybody is placed today, and whose kin they are. 人员归属 */
@Component
class CurrentPlacement implements Placement {

    private final Cities cities;
    private final JdbcClient jdbc;

    CurrentPlacement(Cities cities, JdbcClient jdbc) {
        this.cities = cities;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Place> of(UUID person) {
        return cities.now().find(person).map(Card::place);
    }

    @Override
    public Set<UUID> kin(UUID person) {
        var city = cities.now();
        var own = city.ids(person);
        var found = jdbc.sql("""
                        select (body ->> 'person')::uuid as kin from dossier.fact
                        where kind = 'family' and known_to is null and body ->> 'person' is not null and subject = any(:ids::uuid[])
                        union
                        select subject from dossier.fact
                        where kind = 'family' and known_to is null and body ->> 'person' = any(:texts::text[])""")
                .param("ids", own.toArray(UUID[]::new))
                .param("texts", own.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, i) -> row.getObject("kin", UUID.class))
                .list();
        var all = new HashSet<UUID>();
        for (var each : found) all.addAll(city.ids(each));
        all.removeAll(own);
        return all;
    }

    @Override
    public long version() {
        return jdbc.sql("""
                        select coalesce(max(greatest(known_from, coalesce(known_to, 0))), 0) from dossier.fact
                        where (kind = 'family' or kind = 'merged-into') and body ->> 'person' is not null""").query(Long.class).single();
    }
}
