package huoshui.interchange.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files of one zip. Nothing is ever unpacked to disk; names decide nothing but the message. 压缩包
 *
 * <p>Names are GBK in most of the field, UTF-8 in the rest: the bytes decide.
 */
final class ZipSources {

    private static final int SMALL = 1 << 20;

    /** Bytes of all rosters of one zip: they are laid down on disk to be read. */
    private static final long ROSTERS = 1L << 30;

    private final String file;
    private final Limits limits;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final Map<String, ZipArchiveEntry> pictures = new HashMap<>();
    private long unpacked;
    private long rosters;
    private boolean exhausted;

    ZipSources(Path path, String file, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        this.zip = open(path);
        this.entries = Collections.list(zip.getEntries());
        for (var each : entries.subList(0, Math.min(entries.size(), limits.entries()))) {
            var name = name(each);
            if (Kind.of(name) == Kind.PICTURE) pictures.put(Sources.stem(name), each);
        }
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            return ZipFile.builder()
                    .setPath(path)
                    .setCharset(Decoded.CHINESE)
                    .setUseUnicodeExtraFields(true)
                    .get();
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException broken) {
            throw new IOException(broken);
        }
    }

    Stream<Source> stream() {
        if (entries.size() > limits.entries()) {
            close();
            return Stream.of(Source.refused(
                    file,
                    null,
                    "source.too-many",
                    "打开压缩包“" + file + "”：有 " + entries.size() + " 个文件，超过 " + limits.entries() + " 个的上限；请分成几个压缩包导入。"));
        }
        return Chain.of(entries, this::source).onClose(this::close);
    }

    /** Only the rosters, and of them only those that can be read. */
    Stream<Source> sheets() {
        if (entries.size() > limits.entries()) {
            close();
            return Stream.empty();
        }
        return Chain.of(entries, this::sheet).onClose(this::close);
    }

    private Stream<Source> sheet(ZipArchiveEntry entry) {
        var name = name(entry);
        if (exhausted || entry.isDirectory() || unsafe(name) || Kind.of(name) != Kind.SHEET) return Stream.empty();
        return Stream.of(roster(entry, name)).filter(each -> each.problem() == null);
    }

    private Source roster(ZipArchiveEntry entry, String name) {
        if (rosters > ROSTERS) return refused(name, "source.too-large", "压缩包中的表格解压后超过 1 GB，从这个文件起没有读取；请分成几个压缩包导入");
        var read = read(entry, name);
        rosters += read.bytes().length;
        return read;
    }

    private void close() {
        try {
            zip.close();
        } catch (IOException ignored) {
            // only read from; nothing can be lost by a failing close
        }
    }

    private Stream<Source> source(ZipArchiveEntry entry) {
        var name = name(entry);
        if (exhausted || entry.isDirectory()) return Stream.empty();
        if (unsafe(name)) return Stream.of(refused(name, "source.path", "文件名试图指向压缩包以外的位置，出于安全不予读取；请向来件单位核实后重新压缩"));
        return switch (Kind.of(name)) {
            case JUNK, PICTURE -> Stream.empty();
            case ZIP -> Stream.of(refused(name, "source.nested", "压缩包中又有压缩包，没有读取；请解压后单独导入"));
            case OTHER -> Stream.of(Sources.unsupported(file, name));
            case SHEET -> Stream.of(roster(entry, name)).filter(each -> each.problem() != null);
            case LRMX, LRM -> Stream.of(read(entry, name));
        };
    }

    private static boolean unsafe(String name) {
        if (name.startsWith("/") || name.startsWith("\\") || name.indexOf('\0') >= 0) return true;
        if (name.length() > 1 && name.charAt(1) == ':') return true;
        for (var part : name.split("[/\\\\]")) if (part.equals("..")) return true;
        return false;
    }

    private Source read(ZipArchiveEntry entry, String name) {
        try {
            if (entry.getGeneralPurposeBit().usesEncryption())
                return refused(name, "source.encrypted", "文件已加密，无法读取；请去掉压缩包密码后再导入");
            var bytes = content(entry);
            if (bytes.isEmpty()) return bomb(name);
            return new Source(file, name, bytes.get(), picture(name), null);
        } catch (IOException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException broken) {
            return refused(name, "source.damaged", "压缩包中的这个文件已损坏，无法解压；请重新压缩后再导入");
        }
    }

    private Source bomb(String name) {
        if (!exhausted) return refused(name, "source.bomb", "解压后过大或膨胀倍数异常，没有读取；请核对该文件后单独导入");
        return refused(name, "source.too-large", "压缩包解压后的总量超过上限，从这个文件起没有读取；请分成几个压缩包导入");
    }

    private byte @Nullable [] picture(String name) throws IOException {
        var entry = Kind.of(name) == Kind.LRM ? pictures.get(Sources.stem(name)) : null;
        return entry == null ? null : content(entry).orElse(null);
    }

    /** Empty when it is larger than allowed; sizes stated in the archive are not believed. */
    private Optional<byte[]> content(ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            int most = limits.file();
            long growth = Math.max(SMALL, entry.getCompressedSize() * (long) limits.ratio());
            var bytes = in.readNBytes((int) Math.min(most, growth) + 1);
            unpacked += bytes.length;
            exhausted = unpacked > limits.archive();
            boolean grown = bytes.length > most || bytes.length > growth;
            return grown || exhausted ? Optional.empty() : Optional.of(bytes);
        }
    }

    private static String name(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()) return entry.getName();
        var raw = entry.getRawName();
        if (raw == null) return entry.getName();
        try {
            return Decoded.strictly(raw, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException gbk) {
            return entry.getName();
        }
    }

    private Source refused(String name, String code, String what) {
        return Source.refused(file, name, code, "读取压缩包中的“" + name + "”：" + what + "。");
    }
}
