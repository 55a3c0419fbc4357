package huoshui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.interchange.Exports;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.Sheaf;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** How long forms take to print, from facts in the database to files on disk, photos included. */
@RoomTest
class FormsBench {

    private static final int FORMS = Integer.getInteger("huoshui.forms", 1_000);
    private static final int AT_ONCE = 20;
    private static final Signed CLERK = new Signed(
            UUID.randomUUID(),
            "bench",
            "量者",
            null,
            false,
            Sight.drawn(
                    UUID.randomUUID(),
                    null,
                    List.of(new Role(
                            "all",
                            "全部",
                            false,
                            true,
                            EnumSet.allOf(Right.class),
                            EnumSet.allOf(Chapter.class),
                            EnumSet.allOf(Chapter.class))),
                    null,
                    List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS)),
                    Set.of()),
            new Purpose("P14"));

    @TempDir
    static Path folder;

    final Imports imports;
    final Exports exports;
    final Acts acts;

    FormsBench(@Autowired Imports imports, @Autowired Exports exports, @Autowired Acts acts) {
        this.imports = imports;
        this.exports = exports;
        this.acts = acts;
    }

    @Test
    void measure() throws IOException {
        var people = people();
        var figures = new Figures("forms");
        figures.put("people", people.size());
        figures.put("first form, fonts not yet read, ms", one(people.getFirst(), Format.PDF));
        for (var format : List.of(Format.PDF, Format.DOCX)) {
            for (int i = 0; i < 50; i++) one(people.get(i), format);
            var single = new double[200];
            for (int i = 0; i < single.length; i++) single[i] = one(people.get(i % people.size()), format);
            figures.times("one form, " + format, single);
            figures.put(FORMS + " forms one file each, " + format + ", s", many(people, format, ".zip"));
        }
        figures.put(FORMS + " forms bound by twenty, PDF, s", many(people, Format.PDF, ".pdf"));
        figures.done();
    }

    private double one(UUID person, Format format) {
        long began = System.nanoTime();
        exports.run(CLERK, format, null, List.of(person), acts.now(), folder.resolve("one" + format.suffix()));
        return (System.nanoTime() - began) / 1e6;
    }

    /** By portions that one person may take out alone. */
    private double many(List<UUID> people, Format format, String suffix) throws IOException {
        long began = System.nanoTime();
        long bytes = 0;
        for (int i = 0; i < people.size(); i += AT_ONCE) {
            var out = folder.resolve("many" + i + suffix);
            exports.run(CLERK, format, null, people.subList(i, Math.min(people.size(), i + AT_ONCE)), acts.now(), out);
            bytes += Files.size(out);
        }
        assertThat(bytes).isPositive();
        return (System.nanoTime() - began) / 1e9;
    }

    private List<UUID> people() throws IOException {
        var photo = Base64.getEncoder().encodeToString(photo());
        for (int i = 0; i < FORMS; i++) {
            var form = Sheaf.with(
                    Sheaf.with(Sheaf.plain(1).getFirst(), "ShenFenZheng", Sheaf.number(birth(i), 2 * (i / 400) + 100)),
                    "XingMing",
                    "林" + Character.toString(0x4E00 + i) + "示");
            form = Sheaf.with(form, "ChuShengNianYue", birth(i).substring(0, 6));
            Sheaf.lay(folder.resolve("forms"), i + ".lrmx", Sheaf.with(form, "ZhaoPian", photo));
        }
        var items = new ArrayList<Item>();
        imports.run(CLERK, List.of(folder.resolve("forms")), false, items::add);
        assertThat(items).hasSize(FORMS);
        return items.stream()
                .map(each -> Objects.requireNonNull(each.personId()))
                .toList();
    }

    private static String birth(int i) {
        return "%d%02d%02d".formatted(1965 + i % 20, 1 + i % 12, 1 + i % 28);
    }

    /** About 40 kB, as photos in forms are. */
    private static byte[] photo() throws IOException {
        var random = new Random(7);
        var image = new BufferedImage(376, 460, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 460; y++)
            for (int x = 0; x < 376; x++) {
                int grey = 120 + x / 6 + random.nextInt(40);
                image.setRGB(x, y, grey << 16 | grey << 8 | (grey - 20));
            }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
