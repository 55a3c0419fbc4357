package huoshui.door;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that someone else runs, given by its address. 外部数据库 */
final class ExternalPostgres {

    private static final int OLDEST = 15;

    private ExternalPostgres() {}

    /**
     * Reads {@code postgresql://user:password@host:port/database} as well as a JDBC address; a missing password is taken from
     * {@code PGPASSWORD}. Asks the server once.
     *
     * @throws Unfit when the address makes no sense, nobody answers, or the server is too old
     */
    static DatabaseAddress at(String url) {
        var address = url.startsWith("jdbc:") ? new DatabaseAddress(url, null, System.getenv("PGPASSWORD")) : read(url);
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST)
                throw new Unfit("不能使用 %s：其版本是 PostgreSQL %d，至少需要 %d。请升级该数据库，或不带 --database-url 使用内置数据库。"
                        .formatted(address, version, OLDEST));
            try (var row = statement.executeQuery("show server_encoding")) {
                if (row.next() && !row.getString(1).equals("UTF8"))
                    throw new Unfit("不能使用 %s：其编码是 %s，需要 UTF8。请用 UTF8 编码另建一个数据库。".formatted(address, row.getString(1)));
            }
            return address;
        } catch (SQLException refused) {
            throw deaf(address, refused);
        }
    }

    static Unfit deaf(DatabaseAddress address, SQLException refused) {
        return new Unfit(
                "不能连接 %s：%s。请核对地址、账户和密码（可用环境变量 PGPASSWORD 提供），并确认数据库已启动。".formatted(address, refused.getMessage()),
                refused);
    }

    private static DatabaseAddress read(String url) {
        try {
            var uri = URI.create(url.replaceFirst("^postgres:", "postgresql:"));
            if (!"postgresql".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) throw new IllegalArgumentException(url);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            var account = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return new DatabaseAddress(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                    account.length > 0 ? plain(account[0]) : System.getenv("PGUSER"),
                    account.length > 1 ? plain(account[1]) : System.getenv("PGPASSWORD"));
        } catch (IllegalArgumentException unreadable) {
            throw new Unfit("不能识别 --database-url 给出的数据库地址。请写成 postgresql://用户@主机:端口/库名。", unreadable);
        }
    }

    private static @Nullable String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
