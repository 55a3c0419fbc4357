package huoshui;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that somebody with the database alone can read. 全库文本 */
public final class TestDump {

    private TestDump() {}

    /** Every row of every table of ours, as text; raw bytes also as the characters they may spell. */
    public static String of(JdbcClient jdbc) {
        return jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1""").query(String.class).list().stream()
                .map(each -> jdbc.sql(
                                "select coalesce(string_agg(row::text, chr(10)), '') from %s as row".formatted(each))
                        .query(String.class)
                        .single())
                .collect(Collectors.joining("\n"));
    }
}
