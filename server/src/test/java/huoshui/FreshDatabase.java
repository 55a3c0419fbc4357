package huoshui;

import huoshui.door.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives each test class (with those nested in it) a context, a database, a data folder and a clock that no other class touches. */
final class FreshDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var outermost = testClass;
        for (Class<?> around = testClass; around != null; around = around.getEnclosingClass()) outermost = around;
        return new ForClass(outermost);
    }

    /** Equal for the same class only, so that contexts are never shared between classes. */
    private record ForClass(Class<?> testClass) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var database = TestDatabases.fresh();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test database", settings(database)));
            context.getBeanFactory().registerSingleton("clock", new TestClock());
            context.getBeanFactory().registerSingleton("databaseAddress", database);
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context)
                    TestDatabases.drop(database);
            });
        }

        private static Map<String, Object> settings(DatabaseAddress database) {
            var folder = emptyFolder();
            return Map.of(
                    "huoshui.data", folder.toString(),
                    "huoshui.keys",
                            folder.resolveSibling(folder.getFileName() + "-keys")
                                    .toString(),
                    "spring.datasource.url", database.url(),
                    "spring.datasource.username", given(database.user()),
                    "spring.datasource.password", given(database.password()),
                    "spring.datasource.hikari.minimum-idle", 0,
                    "spring.datasource.hikari.maximum-pool-size", 8);
        }

        private static Path emptyFolder() {
            try {
                var around = Files.createDirectories(Path.of("target", "test-data"));
                return Files.createTempDirectory(around.toAbsolutePath(), "test-");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static String given(@Nullable String value) {
            return Objects.requireNonNull(value);
        }
    }
}
