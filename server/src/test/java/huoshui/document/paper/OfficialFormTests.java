package huoshui.document.paper;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Every box of the form against the table of the official one, and none beside them: as laid out, and as ruled in the PDF read back.
 * The same table holds the page on which the form is filled in ({@code web/src/kit/official.spec.ts}).
 */
@DisplayName("任免审批表：逐格与官方版式对照")
class OfficialFormTests {

    private static final double EXACTLY = 0.051;
    private static final double RULED = 0.6;

    private static final Typefaces TYPEFACES = new Typefaces();
    private final AppointmentLayout layout = new AppointmentLayout(TYPEFACES);
    private final PdfPaper paper = new PdfPaper(TYPEFACES);

    /** One row of the table. */
    record Official(String name, int page, String edition, double x, double y, double width, double height) {

        static Official read(String line) {
            var cells = line.split(",");
            return new Official(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    cells[2],
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]));
        }

        boolean within(double otherX, double otherY, double otherWidth, double otherHeight, double tolerance) {
            return Math.abs(x - otherX) < tolerance
                    && Math.abs(y - otherY) < tolerance
                    && Math.abs(width - otherWidth) < tolerance
                    && Math.abs(height - otherHeight) < tolerance;
        }
    }

    static List<Official> official(String edition) {
        try (var in = Objects.requireNonNull(OfficialFormTests.class.getResourceAsStream("/official-form.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#") && !each.startsWith("name,page"))
                    .map(Official::read)
                    .filter(each ->
                            each.edition().equals("both") || each.edition().equals(edition))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyBoxOfTheFormBefore2025() throws IOException {
        holds(SampleForms.plain(), "before");
    }

    @Test
    void everyBoxOfTheFormSince2025() throws IOException {
        holds(SampleForms.since2025(), "since");
    }

    private void holds(AppointmentForm form, String edition) throws IOException {
        var sheet = layout.lay(form);
        var printed = Printed.of(paper, sheet);
        var table = official(edition);
        for (int page = 1; page <= 2; page++) {
            int number = page;
            var ours = sheet.pages().get(page - 1).boxes().stream()
                    .collect(toMap(Sheet.Box::name, Function.identity(), (a, b) -> b, TreeMap::new));
            var theirs = table.stream().filter(each -> each.page() == number).toList();
            assertThat(ours.keySet())
                    .as("boxes of page %d", page)
                    .containsExactlyInAnyOrderElementsOf(
                            theirs.stream().map(Official::name).toList());
            assertThat(differences(theirs, ours))
                    .as("page %d of %s", page, edition)
                    .isEmpty();
            for (var each : theirs)
                assertThat(printed.get(page - 1).rules())
                        .as("rules of %s", each)
                        .anyMatch(rule -> each.within(rule.x, rule.y, rule.width, rule.height, RULED));
        }
    }

    private static List<String> differences(List<Official> theirs, Map<String, Sheet.Box> ours) {
        var differences = new ArrayList<String>();
        for (var each : theirs) {
            var box = Objects.requireNonNull(ours.get(each.name()));
            if (!each.within(box.x(), box.y(), box.width(), box.height(), EXACTLY))
                differences.add("%s: official %s, ours %.2f %.2f %.2f %.2f"
                        .formatted(each.name(), each, box.x(), box.y(), box.width(), box.height()));
        }
        return differences;
    }
}
