package huoshui.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the line tables the city is drawn from. 样本表 */
final class Tables {

    private Tables() {}

    static List<String> lines(String name) {
        try (var in = Tables.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) throw new IllegalStateException("no table " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String[] cells(String line) {
        return line.split("\\|", -1);
    }
}
