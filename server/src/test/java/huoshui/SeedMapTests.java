package huoshui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/seed-map.md what the stories say: which promise is told where. What has no story is not promised. A story about
 * the program as it is given away cannot be told from within it: it is a script, and its first line says what it tells.
 */
class SeedMapTests {

    static final Path STORIES = Path.of("src/test/java/huoshui/story");
    static final Path MAP = Path.of("../docs/seed-map.md");
    static final Pattern NAME =
            Pattern.compile("@DisplayName\\(\"([SB]\\d{2}) ([^\"]+)\"\\)\\s*(?:public )?class (\\w+)");

    static final Path ARCHIVE_STORY = Path.of("../package/story.mjs");
    static final Pattern FIRST_LINE = Pattern.compile("// ([SB]\\d{2}) (.+)");

    @Test
    void theMapIsWhatTheStoriesSay() throws IOException {
        var now = map();
        if (Boolean.getBoolean("huoshui.write")) Files.writeString(MAP, now);

        assertThat(Files.readString(MAP))
                .as("docs/seed-map.md is generated: run this test with -Dhuoshui.write=true")
                .isEqualTo(now);
    }

    private static String map() throws IOException {
        var lines = new TreeMap<String, String>();
        try (var files = Files.list(STORIES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var name = NAME.matcher(Files.readString(file));
                while (name.find())
                    lines.put(
                            name.group(1) + name.group(3),
                            "| %s | %s | [`%s`](../server/src/test/java/huoshui/story/%s) |\n"
                                    .formatted(name.group(1), name.group(2), name.group(3), file.getFileName()));
            }
        }
        var told = FIRST_LINE.matcher(Files.readAllLines(ARCHIVE_STORY).getFirst());
        assertThat(told.matches())
                .as("%s says in its first line what it tells", ARCHIVE_STORY)
                .isTrue();
        lines.put(
                told.group(1) + "package",
                "| %s | %s | [`package/story.mjs`](../package/story.mjs) |\n".formatted(told.group(1), told.group(2)));
        return "<!-- generated from the stories' names by SeedMapTests -->\n# What is promised, and where it is proved\n\n"
                + "| # | Promise | Story |\n|---|---|---|\n" + String.join("", lines.values());
    }
}
