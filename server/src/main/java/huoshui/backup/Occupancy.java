package huoshui.backup;

import huoshui.kernel.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Who is about to make tables of ours in a database: one restoration by itself, or whoever opens the rooms over it. Neither
 * begins while the other is at it, for a restoration that fails takes for its own whatever has come there since. 占用
 */
public final class Occupancy implements AutoCloseable {

    /** Of the locks of a database, the one taken here. */
    static final long LOCK = 0x6875_6f73_6875_6972L;

    private final Connection connection;

    private Occupancy(Connection connection) {
        this.connection = connection;
    }

    /** @throws Refusal {@code database-busy} while another restoration fills it, or rooms are being opened over it */
    static Occupancy alone(DataSource database) throws SQLException {
        return new Occupancy(
                held(database, "select pg_try_advisory_lock(?)", "未恢复：另一次恢复正在往这个数据库里装，或有程序正在打开它。请等它结束，或换一个空的数据库。"));
    }

    /**
     * For whoever opens the rooms, until their tables are there: a restoration takes no database that has some.
     *
     * @throws Refusal {@code database-busy} while a restoration fills it
     */
    public static Occupancy opening(DataSource database) throws SQLException {
        return new Occupancy(held(
                database,
                "select pg_try_advisory_lock_shared(?)",
                "不能打开数据库：正在往里恢复备份。请等恢复结束，再用恢复时指定的数据文件夹打开；要另开一套，请换一个数据库。"));
    }

    private static Connection held(DataSource database, String question, String otherwise) throws SQLException {
        var connection = database.getConnection();
        try (var asked = connection.prepareStatement(question)) {
            asked.setLong(1, LOCK);
            try (var row = asked.executeQuery()) {
                if (row.next() && row.getBoolean(1)) return connection;
            }
            throw Refusal.input("database-busy", otherwise);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** At once, for a connection that is closed goes on for a moment where the database is. */
    @Override
    public void close() {
        try (connection;
                var release = connection.createStatement()) {
            release.execute("select pg_advisory_unlock_all()");
        } catch (SQLException broken) {
            LoggerFactory.getLogger(Occupancy.class).warn("the lock went with its connection", broken);
        }
    }
}
