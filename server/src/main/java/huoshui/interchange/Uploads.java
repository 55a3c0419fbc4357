package huoshui.interchange;

import huoshui.document.sheet.SheetFile;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.Source;
import huoshui.interchange.form.Sources;
import huoshui.interchange.general.GeneralPackage;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Uploaded files, kept under DATA/uploads by batch, readable to this program's account only, until the batch is discarded. 上传件 */
@Component
class Uploads {

    private static final int LONGEST_NAME = 80;
    private static final String FORMS = "forms";
    private static final String PACKAGES = "packages";
    private static final String SHELVES = "shelves";
    private static final String SHEETS = "sheets";

    private final Path folder;

    Uploads(@Value("${huoshui.data}") Path data) {
        this.folder = data.resolve("uploads");
    }

    /** Opens the place of a batch. */
    void open(UUID batch) {
        try {
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder, own);
            for (var each : List.of(FORMS, PACKAGES, SHELVES, SHEETS))
                Files.createDirectories(place(batch).resolve(each), own);
        } catch (IOException broken) {
            throw unwritable(broken);
        }
    }

    /** Keeps one file under the name it came with, as far as a file may have that name. */
    long keep(UUID batch, String name, InputStream content) {
        try (content) {
            var called = plain(name);
            var file = free(place(batch).resolve(SheetFile.recognizes(called) ? SHEETS : FORMS), called);
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, own);
            try (var out = Files.newOutputStream(file)) {
                content.transferTo(out);
            }
            if (!SheetFile.recognizes(called) && GeneralPackage.recognizes(file))
                Files.move(file, place(batch).resolve(PACKAGES).resolve(file.getFileName()));
            else rosters(batch, file);
            return Files.exists(file)
                    ? Files.size(file)
                    : Files.size(place(batch).resolve(PACKAGES).resolve(file.getFileName()));
        } catch (IOException broken) {
            throw unwritable(broken);
        }
    }

    /** Rosters that came in a zip are laid beside those that came alone. */
    private void rosters(UUID batch, Path file) throws IOException {
        var called = String.valueOf(file.getFileName());
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var sheets = new Sources().sheets(file, called)) {
            for (var each : (Iterable<Source>) sheets::iterator) {
                var entry = String.valueOf(each.entry()).replaceAll("[/\\\\]", "／");
                var laid = free(place(batch).resolve(SHEETS), plain(called + "：" + entry));
                Files.createFile(laid, own);
                Files.write(laid, each.bytes());
            }
        }
    }

    /** The forms in it, one after the other, by the names their sender knows. */
    Stream<Source> forms(UUID batch) {
        var root = place(batch).resolve(FORMS);
        return new Sources().open(root).map(each -> called(each, root + "/"));
    }

    List<Path> packages(UUID batch) {
        return files(batch, PACKAGES);
    }

    /** Rosters. */
    List<Path> sheets(UUID batch) {
        return files(batch, SHEETS);
    }

    private List<Path> files(UUID batch, String kind) {
        var folder = place(batch).resolve(kind);
        if (!Files.isDirectory(folder)) return List.of();
        try (var found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where the people of a package are laid down once it was read. */
    Path shelf(UUID batch, Path file) {
        try {
            var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var shelves = Files.createDirectories(place(batch).resolve(SHELVES), own);
            return shelves.resolve(file.getFileName() + ".people");
        } catch (IOException broken) {
            throw unwritable(broken);
        }
    }

    /** About how many forms there are, counted without reading them. */
    int count(UUID batch) {
        try (var found = Files.walk(place(batch).resolve(FORMS))) {
            return found.filter(Files::isRegularFile).mapToInt(Uploads::inside).sum();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void discard(UUID batch) {
        var place = place(batch);
        if (!Files.exists(place)) return;
        try (var found = Files.walk(place)) {
            for (var each : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path place(UUID batch) {
        return folder.resolve(batch.toString());
    }

    private static int inside(Path file) {
        if (!file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) return 1;
        try (var zip = new ZipFile(file.toFile(), Charset.forName("GBK"))) {
            return (int) zip.stream()
                    .filter(each -> !each.isDirectory() && !SheetFile.recognizes(each.getName()))
                    .count();
        } catch (IOException | IllegalArgumentException broken) {
            return 1;
        }
    }

    private static Source called(Source source, String root) {
        var why = source.problem();
        var told = why == null
                ? null
                : new Problem(
                        why.severity(), why.field(), why.code(), why.message().replace(root, ""));
        return new Source(source.file().replace(root, ""), source.entry(), source.bytes(), source.picture(), told);
    }

    private static Path free(Path folder, String name) {
        var file = folder.resolve(name);
        for (int i = 2; Files.exists(file); i++) file = folder.resolve(i + "_" + name);
        return file;
    }

    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
        if (kept.length() > LONGEST_NAME) kept = "…" + kept.substring(kept.length() - LONGEST_NAME);
        return kept.isEmpty() || kept.startsWith(".") ? "_" + kept : kept;
    }

    private static Refusal unwritable(IOException broken) {
        var refusal = Refusal.input("upload-unwritable", "未收下：上传的文件写不进数据目录。请系统管理员检查磁盘空间和权限后再上传。");
        refusal.initCause(broken);
        return refusal;
    }
}
