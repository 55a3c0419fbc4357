package huoshui.interchange.form;

import huoshui.document.sheet.SheetFile;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files to import, one after the other: from one file, a folder with everything below it, or a zip. 导入来源
 *
 * <p>Lazy: only the files asked for are in memory. What cannot be read comes as a {@link Source} with its problem, and the
 * next one follows. Symbolic links are not followed out of a folder.
 */
public final class Sources {

    private final Limits limits;

    public Sources() {
        this(Limits.STANDARD);
    }

    public Sources(Limits limits) {
        this.limits = limits;
    }

    /**
     * The caller closes the stream.
     *
     * @throws Refusal when there is no such file
     */
    public Stream<Source> open(Path path) {
        return open(path, Set.of());
    }

    /** @param but files of the folder that are read otherwise */
    public Stream<Source> open(Path path, Set<Path> but) {
        if (!Files.exists(path)) throw Refusal.input("source.absent", "导入“" + path + "”：没有这个文件或文件夹；请核对路径后再导入。");
        if (!Files.isDirectory(path)) return single(path, true);
        return Chain.of(files(path, but), file -> single(file, false));
    }

    /** An uploaded file, from where it is kept meanwhile, under the name the user knows it by. */
    public Stream<Source> open(Path kept, String called) {
        return Kind.of(called) == Kind.ZIP ? zip(kept, called) : Stream.of(read(kept, called, null));
    }

    private static List<Path> files(Path folder, Set<Path> but) {
        try (var found = Files.walk(folder)) {
            return found.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> !SheetFile.recognizes(each.toString()) && !but.contains(each))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw Refusal.input("source.unreadable", "导入文件夹“" + folder + "”：无法列出其中的文件；请检查访问权限后再导入。");
        }
    }

    private Stream<Source> single(Path file, boolean named) {
        var name = file.toString();
        return switch (Kind.of(name)) {
            case LRMX, LRM -> Stream.of(read(file, name, sibling(file).orElse(null)));
            case ZIP -> zip(file, name);
            case JUNK, PICTURE -> named ? Stream.of(unsupported(name, null)) : Stream.empty();
            case SHEET, OTHER ->
                named && looksLikeForm(file) ? Stream.of(read(file, name, null)) : Stream.of(unsupported(name, null));
        };
    }

    private static boolean looksLikeForm(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Blanks.trim(Decoded.of(in.readNBytes(64)).text()).startsWith("<");
        } catch (IOException | Refusal no) {
            return false;
        }
    }

    static Source unsupported(String file, @Nullable String entry) {
        return Source.refused(
                file,
                entry,
                "source.unsupported",
                "导入“" + (entry == null ? file : entry) + "”：不是 .lrmx 或 .lrm 任免表文件，没有读取；请确认选择的文件。");
    }

    private Source read(Path file, String name, @Nullable Path picture) {
        try {
            var bytes = content(file);
            if (bytes.isEmpty()) return tooLarge(name, null, limits);
            return new Source(
                    name,
                    null,
                    bytes.get(),
                    picture == null ? null : content(picture).orElse(null),
                    null);
        } catch (IOException unreadable) {
            return Source.refused(name, null, "source.unreadable", "读取“" + name + "”：文件无法打开；请检查访问权限或是否被占用后再导入。");
        }
    }

    static Source tooLarge(String file, @Nullable String entry, Limits limits) {
        var refusal = LrmxReader.tooLarge(limits.file());
        return new Source(file, entry, new byte[0], null, Problem.of(refusal));
    }

    private Optional<byte[]> content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(limits.file() + 1);
            return bytes.length > limits.file() ? Optional.empty() : Optional.of(bytes);
        }
    }

    /** The `.pic` beside an `.lrm`, whatever the case of its suffix. */
    private static Optional<Path> sibling(Path file) {
        if (Kind.of(file.toString()) != Kind.LRM) return Optional.empty();
        var name = file.getFileName().toString();
        var stem = name.substring(0, name.length() - 4);
        return Stream.of(".pic", ".PIC", ".Pic")
                .map(suffix -> file.resolveSibling(stem + suffix))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The rosters of a zip; those that cannot be read are told by {@link #open} and left out here. The caller closes the
     * stream.
     */
    public Stream<Source> sheets(Path kept, String called) {
        if (Kind.of(called) != Kind.ZIP) return Stream.empty();
        try {
            return new ZipSources(kept, called, limits).sheets();
        } catch (IOException told) {
            return Stream.empty();
        }
    }

    private Stream<Source> zip(Path file, String called) {
        try {
            return new ZipSources(file, called, limits).stream();
        } catch (IOException broken) {
            return Stream.of(
                    Source.refused(called, null, "source.zip", "打开压缩包“" + called + "”：不是完好的 zip 文件；请重新压缩或重新复制后再导入。"));
        }
    }

    static String stem(String path) {
        return path.substring(0, path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }
}
