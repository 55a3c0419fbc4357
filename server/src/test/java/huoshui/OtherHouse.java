package huoshui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Another city's house beside the one of a test: the same program on an empty database and data folder of its own. */
public final class OtherHouse implements AutoCloseable {

    private final huoshui.door.DatabaseAddress database = TestDatabases.fresh();
    private final ConfigurableApplicationContext context;

    /** Opens it; its clock is the test's. */
    public OtherHouse(Clock clock) {
        context = new SpringApplicationBuilder(Huoshui.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> {
                    fresh.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("other house", settings()));
                    fresh.getBeanFactory().registerSingleton("clock", clock);
                    fresh.getBeanFactory().registerSingleton("databaseAddress", database);
                })
                .run();
    }

    /** The part of it that does this. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        TestDatabases.drop(database);
    }

    private Map<String, Object> settings() {
        try {
            var around = Files.createDirectories(Path.of("target", "test-data"));
            var folder = Files.createTempDirectory(around.toAbsolutePath(), "other-");
            return Map.of(
                    "huoshui.data",
                    folder.toString(),
                    "huoshui.keys",
                    folder.resolveSibling(folder.getFileName() + "-keys").toString(),
                    "spring.datasource.url",
                    database.url(),
                    "spring.datasource.username",
                    Objects.requireNonNull(database.user()),
                    "spring.datasource.password",
                    Objects.requireNonNull(database.password()),
                    "spring.datasource.hikari.minimum-idle",
                    0,
                    "spring.datasource.hikari.maximum-pool-size",
                    8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
