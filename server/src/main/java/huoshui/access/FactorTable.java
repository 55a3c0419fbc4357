package huoshui.access;

import huoshui.kernel.Canonical;
import huoshui.kernel.seal.Seals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of second factors. 动态口令表 */
@Component
class FactorTable {

    record Factor(byte[] secret, boolean confirmed) {}

    private final JdbcClient jdbc;
    private final Seals seals;

    FactorTable(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    Optional<Factor> of(UUID account) {
        return jdbc.sql("select secret, confirmed from access.second_factor where account = ?")
                .param(account)
                .query((row, i) ->
                        new Factor(seals.open(place(account), row.getBytes("secret")), row.getBoolean("confirmed")))
                .optional();
    }

    void put(UUID account, byte[] secret) {
        remove(account);
        jdbc.sql("insert into access.second_factor (account, secret) values (?, ?)")
                .params(account, seals.seal(place(account), secret))
                .update();
    }

    private static byte[] place(UUID account) {
        return new Canonical().add("second-factor").add(account).bytes();
    }

    void confirm(UUID account, List<byte[]> recovery) {
        jdbc.sql("update access.second_factor set confirmed = true where account = ?")
                .param(account)
                .update();
        for (var digest : recovery)
            jdbc.sql("insert into access.recovery_code (account, digest) values (?, ?)")
                    .params(account, digest)
                    .update();
    }

    /** False when a code of this step or a later one was used before. */
    boolean advance(UUID account, long step) {
        return jdbc.sql(
                                "update access.second_factor set last_step = :step where account = :account and last_step < :step")
                        .param("account", account)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Uses up a recovery code; false when there is none such. */
    boolean use(UUID account, byte[] digest) {
        return jdbc.sql("delete from access.recovery_code where account = ? and digest = ?")
                        .params(account, digest)
                        .update()
                == 1;
    }

    void remove(UUID account) {
        jdbc.sql("delete from access.second_factor where account = ?")
                .param(account)
                .update();
    }
}
