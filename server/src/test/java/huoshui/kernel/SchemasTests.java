package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.TestDatabases;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("库表由较新的程序升级过的，旧程序不打开，也不改动")
class SchemasTests {

    /** Numbers are given out in ranges: what a newer program added may be higher or lower than what this one knows last. */
    @ParameterizedTest
    @ValueSource(strings = {"9999", "002"})
    void whatANewerProgramHasChangedIsLeftAlone(String version) throws SQLException {
        var database = TestDatabases.fresh();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
            var schemas = new Schemas(source);
            schemas.afterPropertiesSet();
            schemas.afterPropertiesSet();
            statement.execute("""
                    insert into dossier.flyway_schema_history
                    select max(installed_rank) + 1, '%s', 'of a later day', 'SQL', 'V%s__of_a_later_day.sql', 1, current_user, now(), 1, true
                    from dossier.flyway_schema_history""".formatted(version, version));

            assertThatThrownBy(schemas::afterPropertiesSet)
                    .isInstanceOfSatisfying(
                            Refusal.class, each -> assertThat(each.code()).isEqualTo("schema-newer"))
                    .hasMessageContaining("dossier " + version)
                    .hasMessageContaining("升级前的备份");
        } finally {
            TestDatabases.drop(database);
        }
    }
}
