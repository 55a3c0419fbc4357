package huoshui.interchange.general;

import static huoshui.interchange.general.GeneralColumns.KEY;
import static huoshui.interchange.general.GeneralColumns.UNITS;

import huoshui.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a package, person after person. 写出通用格式包
 *
 * <p>Units and people are given in the order they shall stand; {@link #finish} closes the tables and says who is in it.
 * The same calls give the same bytes. Tables wait in a temporary folder, so memory does not grow with their size.
 */
public final class GeneralWriter implements Closeable {

    /** How much of what is given goes in. 输出范围 */
    public enum Extent {
        /** Exactly the sets and columns of the exchange format, for another system. */
        STANDARD,
        /** Everything given, what the format does not name after what it does, for another house like this one. */
        WHOLE
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,60}");
    // the earliest time a zip can hold: a time of writing would make equal packages differ
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Path folder;
    private final Extent extent;
    private final Map<String, TableFile> tables = new LinkedHashMap<>();
    private final Set<String> photos = new HashSet<>();
    private final SortedMap<String, Integer> left = new TreeMap<>();
    private int people;
    private int units;

    /** Begins a package, with temporary files where the system keeps them. */
    public GeneralWriter(OutputStream out, Extent extent) {
        this(out, Path.of(System.getProperty("java.io.tmpdir", ".")), extent);
    }

    /**
     * Begins a package.
     *
     * @param out not closed by this writer
     * @param work folder in which a temporary folder may be made, readable by this user alone
     */
    public GeneralWriter(OutputStream out, Path work, Extent extent) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.extent = extent;
        try {
            this.folder = Files.createTempDirectory(work, "general");
            for (var set : GeneralColumns.standardSets()) table(set);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Adds a row of B01. */
    public void unit(Map<String, String> row) {
        units++;
        row(UNITS, row);
    }

    /** Adds a row of another set that is not about people; only a whole package holds it. */
    public void unitRow(String set, Map<String, String> row) {
        row(set, row);
    }

    /**
     * Adds a person.
     *
     * @param photo its portrait, under the name that A57 gives; A57 is added where the person has none
     */
    public void person(GeneralPerson person, @Nullable GeneralPhoto photo) {
        people++;
        person.sets().forEach((set, rows) -> rows.forEach(row -> row(set, keyed(person.a0000(), row))));
        if (photo == null) return;
        if (person.rows("A57").isEmpty()) row("A57", Map.of(KEY, person.a0000(), "A5714", photo.name()));
        store(photo);
    }

    private static Map<String, String> keyed(String a0000, Map<String, String> row) {
        if (a0000.equals(row.get(KEY))) return row;
        var copy = new LinkedHashMap<String, String>();
        copy.put(KEY, a0000);
        row.forEach(copy::putIfAbsent);
        return copy;
    }

    private void row(String set, Map<String, String> row) {
        var standard = GeneralColumns.standard(set);
        try {
            if (extent == Extent.WHOLE) {
                table(set).row(row, everyColumn(set, row));
            } else if (standard.isEmpty()) {
                left.merge(set, 1, Integer::sum);
            } else {
                table(set).row(row, standard);
                row.forEach((column, value) -> {
                    if (!standard.contains(column) && !value.isBlank()) left.merge(set + "." + column, 1, Integer::sum);
                });
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static List<String> everyColumn(String set, Map<String, String> row) {
        var columns = new ArrayList<>(
                GeneralColumns.columns(set).stream().map(GeneralColumn::name).toList());
        row.keySet().stream().filter(each -> !columns.contains(each)).sorted().forEach(each -> {
            refuseName(each);
            columns.add(each);
        });
        return columns;
    }

    private TableFile table(String set) throws IOException {
        var open = tables.get(set);
        if (open != null) return open;
        refuseName(set);
        var table = new TableFile(set, folder);
        tables.put(set, table);
        return table;
    }

    private static void refuseName(String name) {
        if (!NAME.matcher(name).matches())
            throw Refusal.input("general.bad-name", "未导出通用格式包：“%s”不能作为信息集或栏目名。请检查来源数据。".formatted(name));
    }

    private void store(GeneralPhoto photo) {
        if (!PackageReading.plainName(photo.name()))
            throw Refusal.input("general.bad-name", "未导出通用格式包：照片文件名“%s”不能使用。请改为单纯的文件名。".formatted(photo.name()));
        if (!photos.add(photo.name()))
            throw Refusal.input("general.twice", "未导出通用格式包：两张照片同名（%s）。请改名后再导出。".formatted(photo.name()));
        try {
            begin(GeneralManifest.PHOTOS + "/" + photo.name());
            zip.write(photo.bytes());
            zip.closeEntry();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What the standard package has had no place for so far, as {@code A11} or {@code A14.A1423} → how many rows had it. */
    public SortedMap<String, Integer> left() {
        return Collections.unmodifiableSortedMap(left);
    }

    /** Lays a text beside the tables, for people; no reader of packages looks at it. */
    public void beside(String name, String text) {
        try {
            begin(name);
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Writes the tables and the manifest; nothing may be added afterwards. */
    public GeneralWritten finish(GeneralManifest manifest) {
        try {
            for (var set : tables.keySet().stream().sorted().toList()) {
                begin("Table/" + set + ".xml");
                table(set).copyTo(zip);
                zip.closeEntry();
            }
            begin("gwyinfo.xml");
            zip.write(manifestText(manifest.counting(people)).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            return new GeneralWritten(people, units, left);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String manifestText(GeneralManifest manifest) {
        var names = new ArrayList<>(GeneralManifest.NODES);
        manifest.nodes().keySet().stream()
                .filter(each -> !names.contains(each))
                .sorted()
                .forEach(names::add);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root>\n");
        for (var name : names) {
            var value = name.equals("photodir")
                    ? GeneralManifest.PHOTOS
                    : manifest.nodes().get(name);
            text.append("<node name=\"")
                    .append(TableFile.escaped("gwyinfo", name, name))
                    .append("\" value=\"")
                    .append(TableFile.escaped("gwyinfo", name, value == null ? "" : value))
                    .append("\"/>\n");
        }
        text.append("<tablelist>")
                .append(String.join(",", tables.keySet().stream().sorted().toList()))
                .append("</tablelist>\n</root>\n");
        return text.toString();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    /** Removes the temporary folder; the output stays open. */
    @Override
    public void close() {
        try {
            for (var each : tables.values()) each.close();
            Files.deleteIfExists(folder);
        } catch (IOException unremovable) {
            throw new UncheckedIOException(unremovable);
        }
    }
}
