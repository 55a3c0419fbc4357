package huoshui.door;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes: which house, and whether a program reads the answer. 公共选项 */
final class HouseOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./data", descriptionKey = "data")
    Path data = Path.of("./data");

    @Option(names = "--database-url", paramLabel = "URL", descriptionKey = "database-url")
    @Nullable
    String databaseUrl;

    @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "keys")
    @Nullable
    Path keys;

    @Option(names = "--practice", paramLabel = "DIR", descriptionKey = "practice")
    @Nullable
    Path practice;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;
}
