package huoshui.interchange.general;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.general.PersonShelf.Head;
import huoshui.interchange.general.PersonShelf.Shelved;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonShelfTests {

    static final Head HEAD =
            new Head(LocalDate.of(2026, 6, 1), List.of(Map.of("B0111", "001", "B0101", "示例市")), "Photos");

    @TempDir
    Path folder;

    final Samples samples = new Samples(20_261_130L);

    @Test
    void anyPersonIsFoundByNumberAloneWithWhatWasFoundAboutThem() {
        var path = folder.resolve("a.people");
        var warning =
                GeneralProblem.warning("general.bad-date", "“201513”不是日历上的时间。").at("A02", 1, "P000002", "A0243");
        try (var shelf = PersonShelf.begin(path, HEAD)) {
            for (int i = 1; i <= 300; i++)
                shelf.put(new Shelved(samples.person(i), i == 2 ? List.of(warning) : List.of()));
            shelf.finish();
        }

        var again = new Samples(20_261_130L);
        var first = again.person(1);
        var second = again.person(2);
        assertThat(PersonShelf.head(path)).isEqualTo(HEAD);
        assertThat(PersonShelf.person(path, 1).orElseThrow().person()).isEqualTo(first);
        assertThat(PersonShelf.person(path, 2).orElseThrow()).isEqualTo(new Shelved(second, List.of(warning)));
        assertThat(PersonShelf.person(path, 300).orElseThrow().person().a0000()).isEqualTo("P000300");
        assertThat(PersonShelf.person(path, 301)).isEmpty();
        assertThat(PersonShelf.person(path, 0)).isEmpty();
    }

    @Test
    void whatWasNotFinishedIsNoShelf() throws Exception {
        var path = folder.resolve("b.people");
        try (var shelf = PersonShelf.begin(path, HEAD)) {
            shelf.put(new Shelved(samples.person(1), List.of()));
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
