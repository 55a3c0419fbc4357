package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The zip around a package: its files by where they stand, whatever folder somebody packed them in. 压缩包 */
final class Archive implements Closeable {

    private static final String MANIFEST = "gwyinfo.xml";
    private static final Pattern TABLE = Pattern.compile("table/([A-Za-z0-9_]+)\\.xml", Pattern.CASE_INSENSITIVE);

    private final ZipFile zip;
    private final GeneralLimits limits;
    private final Map<String, ZipArchiveEntry> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String root = "";

    private Archive(ZipFile zip, GeneralLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Archive open(Path path, GeneralLimits limits) throws IOException {
        refuseOtherFormats(path);
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(path).setCharset(Characters.CHINESE).get();
        } catch (IOException broken) {
            throw Refusal.input("general.not-zip", "未读取通用格式包：文件不是完整的 zip 压缩包，可能被截断。请重新拷贝或重新导出。");
        }
        var archive = new Archive(zip, limits);
        try {
            archive.index();
            return archive;
        } catch (RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static void refuseOtherFormats(Path path) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(path)) {
            head = bytes.readNBytes(6);
        }
        if (head.length > 1 && head[0] == '7' && head[1] == 'z')
            throw Refusal.input("general.seven-zip", "未读取通用格式包：这是 7z 压缩包。请解开后另存为 zip 再导入。");
        if (head.length < 2 || head[0] != 'P' || head[1] != 'K')
            throw Refusal.input("general.not-zip", "未读取通用格式包：文件不是 zip 压缩包（加密的 .hzb、.zb3 不支持）。请在原系统中按“通用格式”导出为 zip。");
    }

    private void index() {
        int count = 0;
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (++count > limits.entries())
                throw Refusal.input(
                        "general.too-many-files", "未读取通用格式包：包内文件超过 %d 个。请分批导出。".formatted(limits.entries()));
            var name = nameOf(entry);
            refuseEscape(name);
            if (entry.isDirectory()) continue;
            if (entry.getGeneralPurposeBit().usesEncryption())
                throw Refusal.input("general.encrypted", "未读取通用格式包：压缩包设有密码。请去掉密码后再导入。");
            if (files.put(name, entry) != null)
                throw Refusal.input("general.twice", "未读取通用格式包：包内有两个同名文件 %s。请重新导出。".formatted(name));
        }
        root = findRoot();
    }

    /** Names without the UTF-8 flag are UTF-8 if they can be, else Chinese Windows. */
    private static String nameOf(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) return entry.getName();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return entry.getName();
        }
    }

    private static void refuseEscape(String name) {
        var plain = name.replace('\\', '/');
        boolean escapes = plain.startsWith("/") || plain.matches("^[A-Za-z]:.*") || plain.indexOf('\0') >= 0;
        for (var part : plain.split("/", -1)) escapes |= part.equals("..");
        if (escapes)
            throw Refusal.input("general.unsafe-path", "未读取通用格式包：包内文件“%s”想写到包外，可能是恶意文件。请核实来源。".formatted(name));
    }

    private String findRoot() {
        var found = new ArrayList<String>();
        for (var name : files.keySet()) {
            var plain = name.toLowerCase(Locale.ROOT);
            if (plain.equals(MANIFEST) || plain.endsWith("/" + MANIFEST))
                found.add(name.substring(0, name.length() - MANIFEST.length()));
            else if (plain.endsWith("table/a01.xml"))
                found.add(name.substring(0, name.length() - "table/a01.xml".length()));
        }
        return found.stream()
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> Refusal.input(
                        "general.no-tables", "未读取通用格式包：包内没有 gwyinfo.xml，也没有 Table/A01.xml。请确认这是按“通用格式”导出的包。"));
    }

    boolean hasManifest() {
        return files.containsKey(root + MANIFEST);
    }

    /** Set names that have a table, sorted. */
    List<String> tables() {
        return files.keySet().stream()
                .filter(each -> each.startsWith(root))
                .map(each -> TABLE.matcher(each.substring(root.length())))
                .filter(each -> each.matches())
                .map(each -> each.group(1).toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    InputStream manifest() throws IOException {
        return open(root + MANIFEST, limits.row());
    }

    InputStream table(String set) throws IOException {
        return open(root + "Table/" + set + ".xml", limits.table());
    }

    Optional<byte[]> photo(String folder, String name) throws IOException {
        var path = root + folder + "/" + name;
        if (!files.containsKey(path)) return Optional.empty();
        try (var bytes = open(path, limits.photo())) {
            return Optional.of(bytes.readAllBytes());
        }
    }

    boolean hasPhoto(String folder, String name) {
        return files.containsKey(root + folder + "/" + name);
    }

    private InputStream open(String path, long most) throws IOException {
        var entry = files.get(path);
        if (entry == null) throw new IOException("no entry " + path);
        return new Capped(zip.getInputStream(entry), path, most);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
