package huoshui.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.ForcedFiles;
import huoshui.RoomTest;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.kernel.Actor;
import huoshui.kernel.Span;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@RoomTest
@DisplayName("附件：按摘要存放并密封，照片缩制两种尺寸，无人引用的一天后清理")
class BlobsTests {

    static int shades;

    @Autowired
    Blobs blobs;

    @Autowired
    BlobSweep sweep;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Clock clock;

    @Value("${huoshui.data}")
    Path data;

    @Test
    void aPhotoComesBackAsItCameAndInTwoSizes() throws IOException {
        var photo = photo(413, 579);
        var digest = blobs.keep(photo);

        assertThat(blobs.find(digest)).contains(photo);
        assertThat(file(digest + ".small")).exists();
        assertThat(file(digest + ".large")).exists();
        assertThat(width(blobs.find(digest, PictureSize.SMALL).orElseThrow())).isEqualTo(96);
        assertThat(width(blobs.find(digest, PictureSize.LARGE).orElseThrow())).isEqualTo(240);

        Files.delete(file(digest + ".small"));
        assertThat(width(blobs.find(digest, PictureSize.SMALL).orElseThrow())).isEqualTo(96);
        assertThat(file(digest + ".small")).as("made once, not at each viewing").exists();
    }

    @Test
    void whatIsKeptIsOnDiskWithTheFoldersThatNameIt(@TempDir Path place) throws IOException {
        var name = "ab" + "0".repeat(62);
        var forced = new ForcedFiles();

        new BlobFolder(place.resolve("blobs")).write(name, new byte[] {1}, true);

        assertThat(forced.end())
                .anyMatch(each ->
                        each.startsWith(place.resolve("blobs/ab").resolve(name).toString()))
                .contains(
                        place.resolve("blobs/ab").toString(),
                        place.resolve("blobs").toString(),
                        place.toString());
    }

    @Test
    void aSmallPictureAndABrokenOneAreKeptAsTheyAre() throws IOException {
        var small = blobs.keep(photo(80, 112));
        assertThat(blobs.find(small, PictureSize.LARGE)).isEmpty();

        var broken = blobs.keep(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3});
        assertThat(blobs.find(broken, PictureSize.SMALL)).isEmpty();
        assertThat(blobs.find(broken)).isPresent();
    }

    @Test
    void onDiskItIsSealedAndReadableToThisAccountOnly() throws IOException {
        var digest = blobs.keep("附件密存词".getBytes(StandardCharsets.UTF_8));

        assertThat(Files.readString(file(digest), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String("附件密存词".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(digest))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatWasChangedOrExchangedIsNotGivenOut() throws IOException {
        var one = blobs.keep("甲".getBytes(StandardCharsets.UTF_8));
        var other = blobs.keep("乙".getBytes(StandardCharsets.UTF_8));
        Files.copy(file(one), file(other), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> blobs.find(other)).hasMessageContaining("与其密封不符");
    }

    @Test
    void aPhotoLookedAtWhileItIsErasedLeavesNothingBehind() throws Exception {
        for (int round = 0; round < 40; round++) {
            var digest = blobs.keep(photo(300, 420));
            Files.delete(file(digest + ".small"));
            Files.delete(file(digest + ".large"));
            var looking = Thread.ofPlatform().start(() -> blobs.find(digest, PictureSize.SMALL));
            Thread.sleep(round % 8);
            blobs.discard(digest);
            looking.join();
            for (var name : List.of(digest, digest + ".small", digest + ".large"))
                assertThat(file(name)).as("round %d", round).doesNotExist();
        }
    }

    @Test
    void whatNoFactNamesIsGoneADayLaterAndWhatOneNamesStays() throws IOException {
        var named = blobs.keep(photo(300, 420));
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new Photo(named, "image/jpeg", 1),
                Span.since(LocalDate.of(2020, 1, 1)),
                "任免表");
        var unnamed = blobs.keep(photo(300, 420));
        var young = blobs.keep(photo(300, 420));
        var again = photo(300, 420);
        var touched = blobs.keep(again);
        var draft = Files.writeString(file(named).resolveSibling(named + ".77-1"), "torn");
        for (var each : new String[] {named, unnamed, touched})
            for (var ending : new String[] {"", ".small", ".large"}) age(file(each + ending));
        age(draft);
        blobs.keep(again);

        sweep.sweep();

        assertThat(blobs.find(named)).isPresent();
        assertThat(blobs.find(young)).isPresent();
        assertThat(blobs.find(touched)).isPresent();
        assertThat(blobs.find(unnamed)).isEmpty();
        assertThat(file(unnamed + ".small")).doesNotExist();
        assertThat(file(named + ".small")).exists();
        assertThat(draft).doesNotExist();
        assertThat(sweep.sweep()).isZero();
    }

    private void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
    }

    private Path file(String name) {
        return data.resolve("blobs").resolve(name.substring(0, 2)).resolve(name);
    }

    /** No two alike. */
    private static byte[] photo(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(40, 90, 3 * shades++ % 256));
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    private static int width(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture)).getWidth();
    }
}
