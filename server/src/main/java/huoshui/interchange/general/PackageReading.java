package huoshui.interchange.general;

import static huoshui.interchange.general.GeneralColumns.KEY;
import static huoshui.interchange.general.GeneralColumns.PEOPLE;
import static huoshui.interchange.general.GeneralColumns.UNITS;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One reading of a package, table by table: A01 first, which numbers the people, then the rest. 读包 */
final class PackageReading {

    private static final int LONGEST_KEY = 120;

    private final Archive archive;
    private final GeneralLimits limits;
    private final Findings findings = new Findings();
    private final RowChecks checks = new RowChecks(findings);
    private final Map<String, String> namesByKey = new HashMap<>();
    private final List<Map.Entry<String, Map<String, String>>> repeats = new ArrayList<>();

    PackageReading(Archive archive, GeneralLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /** Whether this is the bare name of a file, which may be looked for in the photo folder. */
    static boolean plainName(String name) {
        return !name.isBlank()
                && name.length() <= 200
                && name.chars().noneMatch(c -> "/\\:*?\"<>|".indexOf(c) >= 0 || c < ' ')
                && !name.startsWith(".");
    }

    GeneralPackage read(Path folder) throws IOException {
        var spool = new PersonSpool(folder);
        try {
            var manifest = readManifest();
            var tables = archive.tables();
            checks.checkSets(tables);
            refuseWithoutPeople(tables);
            readPeople(spool);
            spool.numbered();
            var unitSets = new LinkedHashMap<String, List<Map<String, String>>>();
            for (var set : inOrder(tables)) {
                if (set.startsWith("A")) readFurther(set, spool, manifest);
                else unitSets.put(set, readUnits(set));
            }
            spool.seal();
            new UnitChecks(findings).check(unitSets.getOrDefault(UNITS, List.of()));
            checkCount(manifest, spool.people());
            return new GeneralPackage(archive, spool, manifest, unitSets, findings);
        } catch (RuntimeException | IOException failed) {
            spool.close();
            throw failed;
        }
    }

    private static void refuseWithoutPeople(List<String> tables) {
        if (!tables.contains(PEOPLE) && !tables.contains(UNITS))
            throw Refusal.input("general.no-tables", "未读取通用格式包：包内没有 Table/A01.xml（人员）和 Table/B01.xml（单位）。请重新导出。");
    }

    private GeneralManifest readManifest() throws IOException {
        var nodes = new LinkedHashMap<String, String>();
        if (!archive.hasManifest()) {
            findings.add(
                    GeneralProblem.warning("general.no-manifest", "包内没有 gwyinfo.xml：人数、导出单位和时间无法核对，按表内内容读取。请确认包是完整的。"));
            return new GeneralManifest(nodes);
        }
        var charset = GeneralPackage.charsetOf("gwyinfo.xml", archive::manifest, findings);
        try (var text = Characters.reader(archive.manifest(), charset)) {
            XmlRows.read(text, "gwyinfo.xml", "node", limits.row(), (row, node) -> {
                var name = node.get("name");
                if (name != null) nodes.put(name, node.getOrDefault("value", ""));
            });
        }
        // the 2013 generation spells it so
        var misspelt = nodes.remove("dataverion");
        if (misspelt != null) nodes.putIfAbsent("dataversion", misspelt);
        return new GeneralManifest(nodes);
    }

    private void readPeople(PersonSpool spool) throws IOException {
        if (!archive.tables().contains(PEOPLE)) return;
        var persons = new PersonChecks(findings);
        rows(PEOPLE, (row, values) -> {
            if (row > limits.people())
                throw Refusal.input("general.too-many-people", "未读取通用格式包：人员超过 %d 人。请分批导出。".formatted(limits.people()));
            var key = key(PEOPLE, row, values);
            if (key.isEmpty()) return;
            var name = GeneralPerson.value(values, "A0101").orElse("");
            boolean isNew = spool.begin(key, values);
            if (!isNew) repeats.add(Map.entry(key, values));
            persons.check(row, key, name, values, isNew);
            checks.check(PEOPLE, row, key, name, values);
        });
        namesByKey.putAll(persons.names());
    }

    private void readFurther(String set, PersonSpool spool, GeneralManifest manifest) throws IOException {
        if (set.equals(PEOPLE)) {
            for (var each : repeats) spool.add(each.getKey(), PEOPLE, each.getValue());
            return;
        }
        rows(set, (row, values) -> {
            var key = key(set, row, values);
            if (key.isEmpty()) return;
            var name = namesByKey.getOrDefault(key, "");
            if (!spool.add(key, set, values)) tellOrphan(set, row, key);
            else checks.check(set, row, key, name, values);
            if (set.equals("A57")) checkPhoto(row, key, name, values, manifest);
        });
    }

    private void tellOrphan(String set, int row, String key) {
        findings.add(GeneralProblem.error(
                        "general.orphan",
                        "%s第 %d 行的人员主键“%s”在 A01 中没有对应的人：此行未读入。请核对包是否完整。"
                                .formatted(GeneralColumns.called(set), row, key))
                .at(set, row, null, KEY));
    }

    private void checkPhoto(int row, String key, String name, Map<String, String> values, GeneralManifest manifest) {
        GeneralPerson.value(values, "A5714").ifPresent(file -> {
            if (!plainName(file))
                findings.add(GeneralProblem.error(
                                "general.unsafe-path",
                                "A57第 %d 行（%s）的照片文件名带有路径或特殊符号：未读取照片。请改为单纯的文件名。".formatted(row, name))
                        .at("A57", row, key, "A5714"));
            else if (!archive.hasPhoto(manifest.photos(), file))
                findings.add(GeneralProblem.warning(
                                "general.no-photo", "A57第 %d 行（%s）的照片“%s”不在包内：此人没有照片。请补传照片。".formatted(row, name, file))
                        .at("A57", row, key, "A5714"));
        });
    }

    private List<Map<String, String>> readUnits(String set) throws IOException {
        var units = new ArrayList<Map<String, String>>();
        rows(set, (row, values) -> {
            if (row > limits.units())
                throw Refusal.input(
                        "general.too-many-units", "未读取通用格式包：%s 超过 %d 行。请分批导出。".formatted(set, limits.units()));
            checks.check(set, row, null, GeneralPerson.value(values, "B0101").orElse(""), values);
            units.add(Collections.unmodifiableMap(values));
        });
        return Collections.unmodifiableList(units);
    }

    private void checkCount(GeneralManifest manifest, int people) {
        manifest.node("psncount")
                .filter(told -> !told.equals(String.valueOf(people)))
                .ifPresent(told -> findings.add(GeneralProblem.warning(
                        "general.count", "gwyinfo.xml 说有 %s 人，A01 实有 %d 人：包可能不完整。请与导出单位核对。".formatted(told, people))));
    }

    private String key(String set, int row, Map<String, String> values) {
        var key = GeneralPerson.value(values, KEY).orElse("");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            findings.add(GeneralProblem.error(
                            "general.no-key",
                            "%s第 %d 行没有可用的人员主键（A0000）：不知是谁，此行未读入。请核对后重新导出。".formatted(GeneralColumns.called(set), row))
                    .at(set, row, null, KEY));
            return "";
        }
        return key;
    }

    private void rows(String set, BiConsumer<Integer, Map<String, String>> each) throws IOException {
        var file = "Table/" + set + ".xml";
        var charset = GeneralPackage.charsetOf(file, () -> archive.table(set), findings);
        try (var text = Characters.reader(archive.table(set), charset)) {
            XmlRows.read(text, file, "row", limits.row(), each);
        }
    }

    /** Standard sets first and in their order, so that a person's sets are so too; then the others by name. */
    private static List<String> inOrder(List<String> tables) {
        var order = GeneralColumns.sets();
        return tables.stream()
                .sorted(Comparator.comparingInt((String set) -> order.contains(set) ? order.indexOf(set) : order.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
