package huoshui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.form.Sources;
import huoshui.interchange.general.GeneralPackage;
import huoshui.interchange.general.GeneralPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("示例市数据包：通用格式、任免审批表、机构数据")
class DemoPackagesTests {

    private static final City CITY = DemoCity.generate(5, 300, LocalDate.of(2026, 11, 22));

    @TempDir
    Path folder = Path.of("");

    @Test
    void thePackageIsReadWithoutAFinding() {
        var written = DemoPackages.write(CITY, folder);
        assertThat(written.inPackage() + written.byForm()).isEqualTo(300);
        try (var open = GeneralPackage.open(written.general())) {
            var people = new ArrayList<GeneralPerson>();
            open.eachPerson(people::add);
            assertThat(people).hasSize(written.inPackage());
            var problems = people.stream()
                    .flatMap(each -> open.problemsOf(each).stream())
                    .map(each -> each.message())
                    .collect(Collectors.toSet());
            assertThat(problems).isEmpty();
            assertThat(open.photo(people.getFirst())).isPresent();
        }
    }

    @Test
    void everyFormIsReadWithItsTexts() {
        assertThat(DemoPackages.forms(CITY, folder, each -> each.number() < 40, true))
                .isEqualTo(40);
        try (var sources = new Sources().open(folder)) {
            assertThat(sources).hasSize(40).allMatch(each -> each.problem() == null);
        }
    }

    @Test
    void theSameCityGivesTheSameBytes() throws Exception {
        var one = DemoPackages.write(CITY, folder.resolve("one"));
        var other = DemoPackages.write(DemoCity.generate(5, 300, CITY.today()), folder.resolve("other"));
        assertThat(Files.mismatch(one.general(), other.general())).isEqualTo(-1);
        assertThat(Files.mismatch(one.units(), other.units())).isEqualTo(-1);
    }
}
