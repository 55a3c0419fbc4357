package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A package opened for reading: what it says of itself, its units, its people one after another, and everything wrong
 * with it. 通用格式包
 *
 * <p>Opening reads every table once, through a temporary folder that is gone on {@link #close()}; memory does not grow
 * with the number of people beyond their keys. A table that is broken refuses the whole package, since the rows after
 * the break are not known.
 */
public final class GeneralPackage implements Closeable {

    private final Archive archive;
    private final PersonSpool spool;
    private final GeneralManifest manifest;
    private final Map<String, List<Map<String, String>>> unitSets;
    private final Findings findings;

    GeneralPackage(
            Archive archive,
            PersonSpool spool,
            GeneralManifest manifest,
            Map<String, List<Map<String, String>>> unitSets,
            Findings findings) {
        this.archive = archive;
        this.spool = spool;
        this.manifest = manifest;
        this.unitSets = Collections.unmodifiableMap(unitSets);
        this.findings = findings;
    }

    /** Opens with the usual limits, and temporary files where the system keeps them. */
    public static GeneralPackage open(Path zip) {
        return open(zip, Path.of(System.getProperty("java.io.tmpdir", ".")), GeneralLimits.STANDARD);
    }

    /**
     * Opens a package.
     *
     * @param work folder in which a temporary folder may be made, readable by this user alone
     * @throws Refusal when the file is no package, is broken, hostile or too large
     */
    public static GeneralPackage open(Path zip, Path work, GeneralLimits limits) {
        try {
            var archive = Archive.open(zip, limits);
            try {
                return new PackageReading(archive, limits).read(Files.createTempDirectory(work, "general"));
            } catch (RuntimeException | IOException failed) {
                archive.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether this zip is a package of this format, as against a zip of forms. */
    public static boolean recognizes(Path zip) {
        try (var archive = Archive.open(zip, GeneralLimits.STANDARD)) {
            return archive.hasManifest() || archive.tables().contains(GeneralColumns.PEOPLE);
        } catch (Refusal | IOException other) {
            return false;
        }
    }

    /** The encoding of a table, so that a table saved by a Chinese Windows program is read all the same. */
    static Charset charsetOf(String file, Characters.Opener opener, Findings findings) throws IOException {
        var charset = Characters.detect(opener)
                .orElseThrow(() -> Refusal.input(
                        "general.encoding", "未读取通用格式包：%s 的文字既不是 UTF-8 也不是 GBK 编码，可能已损坏。请重新导出。".formatted(file)));
        if (charset.equals(Characters.CHINESE))
            findings.add(GeneralProblem.warning(
                    "general.gbk", "%s 是 GBK 编码而不是 UTF-8：已按 GBK 读取。请抽查姓名等文字是否正确。".formatted(file)));
        return charset;
    }

    public GeneralManifest manifest() {
        return manifest;
    }

    /** Rows of B01, in file order, untouched. 单位 */
    public List<Map<String, String>> units() {
        return unitSets.getOrDefault(GeneralColumns.UNITS, List.of());
    }

    /** B01 and every other set that is not about people, in file order. */
    public Map<String, List<Map<String, String>>> unitSets() {
        return unitSets;
    }

    /** How many people A01 lists, each key counted once. */
    public int people() {
        return spool.people();
    }

    /**
     * Hands out every person, in the order of A01; may be called again.
     *
     * <p>A person whose key A01 lists twice comes once, with both rows, and has an error among its problems.
     */
    public void eachPerson(Consumer<GeneralPerson> visitor) {
        try {
            spool.each(visitor);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Folder of the portraits within the package. */
    public String photos() {
        return manifest.photos();
    }

    /** The portrait of somebody laid down before, out of the package without reading its tables. */
    public static Optional<GeneralPhoto> photo(Path zip, String photos, GeneralPerson person) {
        try (var archive = Archive.open(zip, GeneralLimits.STANDARD)) {
            return photo(archive, photos, person);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The person's portrait, where A57 names one and the package holds a picture under that name. */
    public Optional<GeneralPhoto> photo(GeneralPerson person) {
        return photo(archive, manifest.photos(), person);
    }

    private static Optional<GeneralPhoto> photo(Archive archive, String photos, GeneralPerson person) {
        var name = person.value("A57", "A5714");
        if (name.isEmpty() || !PackageReading.plainName(name.get())) return Optional.empty();
        try {
            return archive.photo(photos, name.get())
                    .map(bytes -> GeneralPhoto.of(name.get(), bytes))
                    .filter(GeneralPhoto::picture);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything found, in reading order; beyond twenty thousand, warnings are only counted. */
    public List<GeneralProblem> problems() {
        return findings.all();
    }

    /** What was found about one person. */
    public List<GeneralProblem> problemsOf(GeneralPerson person) {
        return findings.of(person.a0000());
    }

    @Override
    public void close() {
        try (archive;
                spool) {
            // both are closed, whichever fails first
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
