package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("条款汇编：docs/rulebook 各页由条款文件生成，不与之相左")
class RulebookPagesTests {

    private static final Path PAGES = Path.of("../docs/rulebook");
    private static final Path CLAUSES = Path.of("src/main/resources/practice/rulebook");

    @Test
    void thePagesSayWhatTheClausesSay() throws IOException {
        var regulations = Files.readString(CLAUSES.resolve("regulations.yaml"));
        var pages = new RulebookPages(Rulebook.shipped(), Map.of("regulations.yaml", regulations)).pages();
        if (Boolean.getBoolean("huoshui.write"))
            for (var each : pages.entrySet()) Files.writeString(PAGES.resolve(each.getKey()), each.getValue());
        for (var each : pages.entrySet())
            assertThat(PAGES.resolve(each.getKey()))
                    .as("docs/rulebook is generated: run this test with -Dhuoshui.write=true")
                    .content()
                    .isEqualTo(each.getValue());
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        var regulations = Files.readString(CLAUSES.resolve("regulations.yaml"));
        var pages = new RulebookPages(Rulebook.shipped(), Map.of("regulations.yaml", regulations)).pages();
        try (var there = Files.list(PAGES)) {
            assertThat(there.map(each -> each.getFileName().toString()).filter(each -> each.endsWith(".md")))
                    .allMatch(each -> each.equals("language.md") || pages.containsKey(each));
        }
    }
}
