package huoshui.demo;

import huoshui.interchange.form.LrmxWriter;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralPhoto;
import huoshui.interchange.general.GeneralWriter;
import huoshui.interchange.general.GeneralWriter.Extent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the city as others would send it: a package in the exchange format, appointment forms, and a description of its
 * units and posts. 示例市数据包
 *
 * <p>One person in twenty-five comes by form alone, as in real life; the others by package.
 */
public final class DemoPackages {

    private static final int AT_ONCE = 256;

    private DemoPackages() {}

    /** Where the parts were written. */
    public record Written(Path units, Path general, Path forms, int inPackage, int byForm) {}

    /** Whether this person's dossier comes as a form alone. */
    public static boolean byFormAlone(Cadre cadre) {
        return cadre.number() % 25 == 3;
    }

    /** Everything, into a folder that may exist. */
    public static Written write(City city, Path folder) {
        try {
            Files.createDirectories(folder);
            var units = folder.resolve("units.json");
            Files.write(
                    units,
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(CityOrganization.of(city)));
            var general = folder.resolve("澜江市_通用格式.zip");
            int inPackage;
            try (var out = new BufferedOutputStream(Files.newOutputStream(general))) {
                inPackage = general(city, out, each -> !byFormAlone(each));
            }
            var forms = folder.resolve("任免审批表");
            return new Written(units, general, forms, inPackage, forms(city, forms, DemoPackages::byFormAlone, true));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    /** Units and the people wanted, with their photos, as a 通用格式 package; the number of people. */
    public static int general(City city, OutputStream out, Predicate<Cadre> which) {
        try (var writer = new GeneralWriter(out, Extent.WHOLE)) {
            int order = 0;
            java.util.Map<String, String> first = java.util.Map.of();
            for (var each : city.units()) {
                if (each.abolished() != null) continue;
                var row = CityRows.unit(each, ++order);
                if (order == 1) first = row;
                writer.unit(row);
            }
            for (int from = 0; from < city.size(); from += AT_ONCE)
                for (var each : drawn(city, from, which)) writer.person(each.person(), each.photo());
            var time = city.today().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)) + "090000";
            return writer.finish(GeneralManifest.made(time, first)).people();
        }
    }

    /** A person with the photo, ready to be written. */
    private record Drawn(GeneralPerson person, GeneralPhoto photo) {}

    /** Portraits take longest: some hundred people are drawn side by side, and written in order. */
    private static List<Drawn> drawn(City city, int from, Predicate<Cadre> which) {
        return IntStream.range(from, Math.min(city.size(), from + AT_ONCE))
                .parallel()
                .mapToObj(city::person)
                .filter(which)
                .map(each -> new Drawn(
                        new GeneralPerson(each.id(), CadreRows.of(each)),
                        GeneralPhoto.of(CadreRows.photoName(each), each.photo())))
                .toList();
    }

    /** One {@code .lrmx} for each person wanted; how many. */
    public static int forms(City city, Path folder, Predicate<Cadre> which, boolean photos) {
        try {
            Files.createDirectories(folder);
            var asof = city.today().format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
            var writer = new LrmxWriter();
            int count = 0;
            for (int i = 0; i < city.size(); i++) {
                var each = city.person(i);
                if (!which.test(each)) continue;
                Files.write(
                        folder.resolve("%s_%05d.lrmx".formatted(each.name(), each.number())),
                        writer.write(CadreForm.of(each, asof, photos)));
                count++;
            }
            return count;
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }
}
