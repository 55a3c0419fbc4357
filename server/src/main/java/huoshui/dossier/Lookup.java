package huoshui.dossier;

import huoshui.kernel.PartialDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
        return known(jdbc.sql("""
                        select subject from dossier.fact
                        where kind = 'id-number' and known_to is null and body ->> 'number' = any(:numbers::text[])""")
                .param("numbers", numbers.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** Whoever has one of these names. */
    public List<Known> byName(Collection<String> names) {
        return known(jdbc.sql("""
                        select subject from dossier.fact
                        where kind = 'identity' and known_to is null and body ->> 'name' = any(:names::text[])""")
                .param("names", names.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** By subject alone, so that the one index on it serves however fresh the table's statistics are. */
    private List<Known> known(Collection<@Nullable UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        var found = new LinkedHashMap<UUID, Gathered>();
        jdbc.sql("""
                        select subject, kind, body ->> 'name' as name, body ->> 'birth' as birth, body ->> 'number' as number,
                          body ->> 'person' as person
                        from dossier.fact
                        where subject = any(:subjects::uuid[]) and known_to is null and body is not null
                          and kind in ('identity', 'id-number', 'merged-into')""")
                .param("subjects", subjects.stream().distinct().toArray(UUID[]::new))
                .query((ResultSet row) -> found.computeIfAbsent(row.getObject("subject", UUID.class), Gathered::new)
                        .take(row));
        return found.values().stream().flatMap(each -> each.known().stream()).toList();
    }

    /** What the lines of one dossier say together. */
    private static final class Gathered {
        private UUID person;
        private @Nullable String name;
        private @Nullable PartialDate birth;
        private @Nullable String number;

        Gathered(UUID subject) {
            this.person = subject;
        }

        void take(ResultSet row) throws SQLException {
            switch (row.getString("kind")) {
                case "identity" -> {
                    name = row.getString("name");
                    birth = PartialDate.read(row.getString("birth")).orElse(null);
                }
                case "id-number" -> number = row.getString("number");
                default -> person = UUID.fromString(row.getString("person"));
            }
        }

        Optional<Known> known() {
            return name == null ? Optional.empty() : Optional.of(new Known(person, name, birth, number));
        }
    }
}
