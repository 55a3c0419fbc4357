package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.RecordFact.MergedInto;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Ledger;
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
    private final Ledger<FactBody> ledger;

    Lookup(JdbcClient jdbc, Ledger<FactBody> personLedger) {
        this.ledger = personLedger;
        this.jdbc = jdbc;
    }

    /** Whoever has one of these id numbers. */
    public List<Known> byIdNumber(Collection<String> numbers) {
        return known(jdbc.sql("""
                        select subject from dossier.fact
                        where kind = 'id-number' and known_to is null and blind = any(:blinds::bytea[])""")
                .param(
                        "blinds",
                        numbers.stream()
                                .distinct()
                                .map(each -> ledger.blind("id-number", each))
                                .toArray(byte[][]::new))
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
                        select id, subject, kind, body_version, body::text as body from dossier.fact
                        where subject = any(:subjects::uuid[]) and known_to is null and body is not null
                          and kind in ('identity', 'id-number', 'merged-into')""")
                .param("subjects", subjects.stream().distinct().toArray(UUID[]::new))
                .query((ResultSet row) -> found.computeIfAbsent(row.getObject("subject", UUID.class), Gathered::new)
                        .take(said(row)));
        return found.values().stream().flatMap(each -> each.known().stream()).toList();
    }

    private FactBody said(ResultSet row) throws SQLException {
        return ledger.read(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("kind"),
                row.getInt("body_version"),
                row.getString("body"));
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

        void take(FactBody said) {
            switch (said) {
                case Identity is -> {
                    name = is.name();
                    birth = is.birth();
                }
                case IdNumber is -> number = is.number();
                case MergedInto is -> person = is.person();
                default -> throw new IllegalArgumentException("not asked for: " + said.getClass());
            }
        }

        Optional<Known> known() {
            return name == null ? Optional.empty() : Optional.of(new Known(person, name, birth, number));
        }
    }
}
