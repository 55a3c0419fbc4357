package huoshui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("docs/asvs.md：一级要求一条不少，写明的测试都在，缺口都有说明")
class AsvsTableTests {

    private static final Path TABLE = Path.of("../docs/asvs.md");
    private static final Path IDS = Path.of("src/test/resources/asvs/level-1.txt");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern SPEC = Pattern.compile("`(web/[\\w./-]+)`");

    private record Row(String id, String asks, String state, String heldBy) {}

    private List<Row> rows = List.of();
    private final Map<String, Path> tests = new HashMap<>();

    @BeforeAll
    void readTheTable() throws IOException {
        rows = Files.readAllLines(TABLE).stream()
                .filter(each -> each.matches("\\| \\d+\\.\\d+\\.\\d+ \\|.*"))
                .map(each -> each.split("\\|", -1))
                .map(each -> new Row(each[1].strip(), each[2].strip(), each[3].strip(), each[4].strip()))
                .toList();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.filter(each -> each.toString().endsWith(".java"))
                    .forEach(each -> tests.put(each.getFileName().toString().replace(".java", ""), each));
        }
    }

    @Test
    void everyRequirementStandsThereOnceAndNoneIsInvented() throws IOException {
        var asked = Files.readAllLines(IDS).stream()
                .filter(each -> !each.startsWith("#"))
                .flatMap(each -> Stream.of(each.split(" ")))
                .toList();
        assertThat(asked).doesNotHaveDuplicates().hasSize(70);
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates().containsExactlyElementsOf(asked);
    }

    @Test
    void everyRowSaysInItsOwnWordsWhatIsAskedAndHowItStands() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.asks()).as(row.id()).hasSizeGreaterThan(15).doesNotStartWith("Verify that");
            assertThat(row.state()).as(row.id()).isIn("met", "not applicable", "gap");
            assertThat(row.heldBy()).as(row.id()).hasSizeGreaterThan(20);
        });
    }

    @Test
    void theCountsAboveTheTableAreThoseOfTheTable() throws IOException {
        var counts = "Counts: %d met, %d not applicable, %d gaps."
                .formatted(count("met"), count("not applicable"), count("gap"));
        assertThat(Files.readString(TABLE)).contains(counts);
    }

    private long count(String state) {
        return rows.stream().filter(each -> each.state().equals(state)).count();
    }

    @Test
    void theTestsThatAreNamedExist() throws Exception {
        int named = 0;
        for (var row : rows) {
            var test = TEST.matcher(row.heldBy());
            while (test.find()) {
                assertThat(methods(test.group(1))).as(row.id()).contains(test.group(2));
                named++;
            }
            var spec = SPEC.matcher(row.heldBy());
            while (spec.find())
                assertThat(Path.of("..", spec.group(1))).as(row.id()).exists();
        }
        assertThat(named).as("a table of words alone proves nothing").isGreaterThan(30);
    }

    @Test
    void whatIsNotMetSaysWhyInASentence() {
        assertThat(rows)
                .filteredOn(row -> !row.state().equals("met"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(TEST.matcher(row.heldBy()).replaceAll(""))
                        .as(row.id())
                        .hasSizeGreaterThan(25)
                        .contains("."));
    }

    private List<String> methods(String test) throws ClassNotFoundException {
        var file = tests.get(test);
        assertThat(file).as("no test " + test).isNotNull();
        var name = Path.of("src/test/java")
                .relativize(file)
                .toString()
                .replace(".java", "")
                .replace('/', '.');
        return Arrays.stream(Class.forName(name).getDeclaredMethods())
                .map(Method::getName)
                .toList();
    }
}
