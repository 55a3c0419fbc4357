package huoshui.kernel.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of wrapped keys. 数据密钥表 */
@Component
class KeyTable {

    /**
     * A key as the database holds it.
     *
     * @param use {@code seal} or {@code blind}
     * @param master fingerprint of the master key that wraps it
     */
    record Wrapped(int number, String use, String suite, String master, byte[] wrapped) {}

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Wrapped> all() {
        return jdbc.sql("select number, use, suite, master, wrapped from kernel.data_key order by number")
                .query((row, i) -> new Wrapped(
                        row.getInt("number"),
                        row.getString("use"),
                        row.getString("suite"),
                        row.getString("master"),
                        row.getBytes("wrapped")))
                .list();
    }

    int newest() {
        return jdbc.sql("select coalesce(max(number), 0) from kernel.data_key")
                .query(Integer.class)
                .single();
    }

    void insert(Wrapped key, Instant made) {
        jdbc.sql("insert into kernel.data_key (number, use, suite, master, wrapped, made) values (?, ?, ?, ?, ?, ?)")
                .params(
                        key.number(),
                        key.use(),
                        key.suite(),
                        key.master(),
                        key.wrapped(),
                        OffsetDateTime.ofInstant(made, ZoneOffset.UTC))
                .update();
    }

    void rewrap(Wrapped key) {
        jdbc.sql("update kernel.data_key set master = ?, wrapped = ? where number = ?")
                .params(key.master(), key.wrapped(), key.number())
                .update();
    }
}
