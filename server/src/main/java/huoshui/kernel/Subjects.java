package huoshui.kernel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of everything a fact can be about. 主体登记 */
@Component
public class Subjects {

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters new subjects, in the transaction of an act. */
    public void register(Collection<? extends Subject> subjects) {
        if (subjects.isEmpty()) return;
        jdbc.sql("insert into kernel.subject (id, kind) select * from unnest(:ids::uuid[], :kinds::text[])")
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .param("kinds", subjects.stream().map(Subjects::kind).toArray(String[]::new))
                .update();
    }

    public void register(Subject subject) {
        register(List.of(subject));
    }

    /** Whether this id is that of a person, team, unit or post entered before. */
    public boolean knows(Subject subject) {
        return jdbc.sql("select count(*) from kernel.subject where id = :id and kind = :kind")
                        .param("id", subject.id())
                        .param("kind", kind(subject))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How many people were ever entered. */
    public long people() {
        return jdbc.sql("select count(*) from kernel.subject where kind = 'person'")
                .query(Long.class)
                .single();
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> "person";
            case Subject.Team team -> "team";
            case Subject.Unit unit -> "unit";
            case Subject.Post post -> "post";
        };
    }
}
