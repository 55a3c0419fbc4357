package huoshui.door;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a database answers, and to whom. 数据库地址
 *
 * @param url a JDBC address of PostgreSQL
 * @param user null when the address itself names the account
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    /** The same server and account, another database. */
    public DatabaseAddress of(String database) {
        return new DatabaseAddress(url.substring(0, url.lastIndexOf('/') + 1) + database, user, password);
    }

    /** The name of the database, without any options. */
    public String name() {
        var last = url.substring(url.lastIndexOf('/') + 1);
        int options = last.indexOf('?');
        return options < 0 ? last : last.substring(0, options);
    }

    /** A connection of its own; waits five seconds at most. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        if (user != null) properties.setProperty("user", user);
        if (password != null) properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url, properties);
    }

    /** Connections of its own, each made when it is asked for. */
    DataSource source() {
        var source = new DriverManagerDataSource(url);
        if (user != null) source.setUsername(user);
        if (password != null) source.setPassword(password);
        return source;
    }

    /** Never tells the password. */
    @Override
    public String toString() {
        return url;
    }
}
