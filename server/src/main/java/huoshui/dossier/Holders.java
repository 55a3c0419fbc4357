package huoshui.dossier;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.AsOf;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds, and has held, a post. 任职者 */
@Component
public class Holders {

    private static final String HELD = """
            select held.id, coalesce((merged.body ->> 'person')::uuid, held.subject) as person, held.body::text as body,
              lower(held.valid) as valid_from, upper(held.valid) as valid_to, held.start_precision, held.end_precision
            from dossier.fact held
            left join dossier.fact merged on merged.subject = held.subject and merged.kind = 'merged-into'
              and merged.known_from <= :known and (merged.known_to is null or merged.known_to > :known)
            where held.kind = 'post' and held.erased is null
              and held.known_from <= :known and (held.known_to is null or held.known_to > :known)""";

    private static final String ON_THE_DAY = " and held.valid @> :day::date";

    private final JdbcClient jdbc;
    private final Ledger<FactBody> ledger;

    Holders(JdbcClient jdbc, Ledger<FactBody> personLedger) {
        this.jdbc = jdbc;
        this.ledger = personLedger;
    }

    /**
     * Somebody in a post, for these days. 任职
     *
     * @param person whoever the dossier belongs to now, mergers followed
     */
    public record Holding(UUID fact, UUID person, PostHeld held, Span span) {}

    /** Everybody who ever held one of these posts, as known, in order of days. */
    public List<Holding> ever(Collection<UUID> posts, long known) {
        return jdbc.sql(HELD + " and held.body ->> 'post' = any(:posts::text[]) order by lower(held.valid), held.id")
                .param("known", known)
                .param("posts", texts(posts))
                .query(this::holding)
                .list();
    }

    /** Everybody who is in one of these units on that day, in a seat or in none that is known. */
    public List<Holding> in(Collection<UUID> units, AsOf at) {
        return jdbc.sql(HELD + ON_THE_DAY
                        + " and held.body ->> 'unit' = any(:units::text[]) order by lower(held.valid), held.id")
                .param("known", at.known())
                .param("day", at.valid())
                .param("units", texts(units))
                .query(this::holding)
                .list();
    }

    /** Everybody who holds any seat on that day. */
    public List<Holding> all(AsOf at) {
        return jdbc.sql(HELD + ON_THE_DAY + " and held.body ->> 'post' is not null")
                .param("known", at.known())
                .param("day", at.valid())
                .query(this::holding)
                .list();
    }

    /** Names by person, as known. */
    public Map<UUID, String> names(Collection<UUID> people, long known) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        select subject, body ->> 'name' as name from dossier.fact
                        where kind = 'identity' and erased is null and subject = any(:people::uuid[])
                          and known_from <= :known and (known_to is null or known_to > :known)
                        order by lower(valid)""")
                .param("people", people.toArray(UUID[]::new))
                .param("known", known)
                .query((ResultSet row) -> {
                    names.put(row.getObject("subject", UUID.class), row.getString("name"));
                });
        return names;
    }

    private Holding holding(ResultSet row, int number) throws SQLException {
        var span = new Span(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Precision.of(row.getString("start_precision").charAt(0)),
                Precision.of(row.getString("end_precision").charAt(0)));
        var held = (PostHeld) ledger.kinds().read("post", row.getString("body"));
        return new Holding(row.getObject("id", UUID.class), row.getObject("person", UUID.class), held, span);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
