package huoshui.dossier;

import huoshui.kernel.PartialDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds dossiers by what identifies a person. 认人 */
@Component
public class Lookup {

    /** Somebody whose dossier we have. 在册人员 */
    public record Known(
            UUID person,
            String name,
            @Nullable PartialDate birth,
            @Nullable String idNumber) {}

    private final JdbcClient jdbc;

    Lookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has one of these id numbers. */
    public List<Known> byIdNumber(Collection<String> numbers) {
        return among(subjects("""
                        select distinct subject from dossier.fact
                        where kind = 'id-number' and known_to is null and body ->> 'number' = any(:texts::text[])""", numbers));
    }

    /** Whoever has one of these names. */
    public List<Known> byName(Collection<String> names) {
        return among(subjects("""
                        select distinct subject from dossier.fact
                        where kind = 'identity' and known_to is null and body ->> 'name' = any(:texts::text[])""", names));
    }

    /** Apart from what follows, so that each is one walk down one index whatever the planner thinks of the table. */
    private UUID[] subjects(String question, Collection<String> texts) {
        if (texts.isEmpty()) return new UUID[0];
        return jdbc.sql(question)
                .param("texts", texts.toArray(String[]::new))
                .query((row, i) -> row.getObject("subject", UUID.class))
                .list()
                .toArray(UUID[]::new);
    }

    private List<Known> among(UUID[] subjects) {
        if (subjects.length == 0) return List.of();
        return jdbc.sql("""
                        with said as materialized (
                          select subject, kind, body from dossier.fact
                          where subject = any(:subjects::uuid[]) and known_to is null
                            and kind in ('identity', 'id-number', 'merged-into'))
                        select coalesce((merged.body ->> 'person')::uuid, who.subject) as person, who.body ->> 'name' as name,
                          who.body ->> 'birth' as birth, number.body ->> 'number' as number
                        from said who
                        left join said number on number.subject = who.subject and number.kind = 'id-number'
                        left join said merged on merged.subject = who.subject and merged.kind = 'merged-into'
                        where who.kind = 'identity'""")
                .param("subjects", subjects)
                .query(Lookup::known)
                .list();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("person", UUID.class),
                row.getString("name"),
                PartialDate.read(row.getString("birth")).orElse(null),
                row.getString("number"));
    }
}
