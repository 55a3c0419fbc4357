package huoshui.dossier.city;

import huoshui.access.Placement;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.ledger.Ledger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
    private final Ledger<FactBody> ledger;

    CurrentPlacement(Cities cities, JdbcClient jdbc, Ledger<FactBody> personLedger) {
        this.cities = cities;
        this.ledger = personLedger;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Place> of(UUID person) {
        return cities.now().find(person).map(Card::place);
    }

    @Override
    public Set<UUID> ids(UUID person) {
        return cities.now().ids(person);
    }

    @Override
    public Set<UUID> kin(UUID person) {
        var city = cities.now();
        var own = city.ids(person);
        var all = new HashSet<UUID>();
        for (var each : named(own, city.at().valid())) all.addAll(city.ids(each));
        for (var each : naming(own, city.at().valid())) all.addAll(city.ids(each));
        all.removeAll(own);
        return all;
    }

    /** Whom their confirmed family rows are about, those aside that have ended. */
    private List<UUID> named(Set<UUID> people, LocalDate today) {
        return jdbc
                .sql("""
                        select id from dossier.fact
                        where kind = 'family' and known_to is null and blind is not null and subject = any(:ids::uuid[])
                          and coalesce(upper(valid) > :today, true)""")
                .param("ids", people.toArray(UUID[]::new))
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(each -> ledger.find(Objects.requireNonNull(each)).stream())
                .map(each -> ((FamilyMember) each.content()).person())
                .filter(Objects::nonNull)
                .toList();
    }

    /** In whose confirmed family rows they stand. */
    private List<UUID> naming(Set<UUID> people, LocalDate today) {
        return jdbc.sql("""
                        select subject from dossier.fact where known_to is null and blind = any(:blinds::bytea[])
                          and coalesce(upper(valid) > :today, true)""")
                .param(
                        "blinds",
                        people.stream()
                                .map(each -> ledger.blind("family", each.toString()))
                                .toArray(byte[][]::new))
                .param("today", today)
                .query((row, i) -> row.getObject("subject", UUID.class))
                .list();
    }

    @Override
    public long version() {
        return jdbc.sql("""
                        select coalesce(max(greatest(known_from, coalesce(known_to, 0))), 0) from dossier.fact
                        where kind = 'merged-into' or kind = 'family' and blind is not null""").query(Long.class).single();
    }
}
