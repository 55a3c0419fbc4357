package huoshui.interchange.general;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.general.GeneralWriter.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigPackageTests {

    private static final long SEED = 7;
    private static final int PEOPLE = 5_000;

    @TempDir
    Path folder;

    @Test
    void fiveThousandPeopleComeBackOneByOneInOrder() throws IOException {
        var file = write();
        try (var read = GeneralPackage.open(file)) {
            assertThat(read.people()).isEqualTo(PEOPLE);
            assertThat(read.problems()).isEmpty();
            var expected = new Samples(SEED);
            var count = new int[1];
            read.eachPerson(person -> assertThat(person).as("seed %d", SEED).isEqualTo(expected.person(count[0]++)));
            assertThat(count[0]).isEqualTo(PEOPLE);
        }
    }

    private Path write() throws IOException {
        var file = folder.resolve("big.zip");
        var samples = new Samples(SEED);
        try (var out = Files.newOutputStream(file);
                var writer = new GeneralWriter(out, folder, Extent.STANDARD)) {
            writer.unit(Samples.unit());
            for (int i = 0; i < PEOPLE; i++) writer.person(samples.person(i), null);
            var written = writer.finish(GeneralManifest.made("20261122141500", Samples.unit()));
            assertThat(written.people()).isEqualTo(PEOPLE);
            assertThat(written.left()).isEmpty();
        }
        return file;
    }
}
