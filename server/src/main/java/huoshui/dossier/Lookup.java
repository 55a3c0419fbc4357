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

    private static final String KNOWN = """
            select coalesce((merged.body ->> 'person')::uuid, who.subject) as person, who.body ->> 'name' as name,
              who.body ->> 'birth' as birth, number.body ->> 'number' as number
            from dossier.fact who
            left join dossier.fact number
              on number.subject = who.subject and number.kind = 'id-number' and number.known_to is null
            left join dossier.fact merged
              on merged.subject = who.subject and merged.kind = 'merged-into' and merged.known_to is null
            where who.kind = 'identity' and who.known_to is null""";

    private final JdbcClient jdbc;

    Lookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever has one of these id numbers. */
    public List<Known> byIdNumber(Collection<String> numbers) {
        return jdbc.sql(KNOWN + """

                        and who.subject in (select subject from dossier.fact
                           where kind = 'id-number' and known_to is null and body ->> 'number' = any(:numbers::text[]))""")
                .param("numbers", numbers.toArray(String[]::new))
                .query(Lookup::known)
                .list();
    }

    /** Whoever has one of these names. */
    public List<Known> byName(Collection<String> names) {
        return jdbc.sql(KNOWN + " and who.body ->> 'name' = any(:names::text[])")
                .param("names", names.toArray(String[]::new))
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
