package huoshui.interchange.general;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Invented people and units, the same for the same seed, and packages put together by hand. */
final class Samples {

    private static final String[] FAMILY = {"林", "赵", "钱", "孙", "李", "周", "吴", "郑"};
    private static final String[] GIVEN = {"示例", "样本", "甲一", "乙二", "丙三", "丁四"};

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    GeneralPerson person(int number) {
        var key = "P%06d".formatted(number);
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        sets.put("A01", List.of(basics(key)));
        sets.put("A02", posts(key));
        sets.put(
                "A05",
                List.of(row(
                        "A0000",
                        key,
                        "A0531",
                        "1",
                        "A0501B",
                        "1A1" + (3 + random.nextInt(4)),
                        "A0504",
                        "201906",
                        "A0524",
                        "1")));
        sets.put(
                "A08",
                List.of(row(
                        "A0000", key, "A0801A", "大学", "A0801B", "21", "A0804", "199909", "A0807", "200307", "A0814",
                        "示例大学中文系", "A0824", "汉语言文学", "A0837", "1", "A0899", "true")));
        sets.put("A15", years(key));
        sets.put(
                "A36",
                List.of(row(
                        "A0000",
                        key,
                        "A3601",
                        "赵示例",
                        "A3604A",
                        "妻子",
                        "A3607",
                        "198507",
                        "A3627",
                        "群众",
                        "A3611",
                        "示例市第一小学教师",
                        "SORTID",
                        "1")));
        return new GeneralPerson(key, sets);
    }

    private Map<String, String> basics(String key) {
        int start = 1985 + random.nextInt(20);
        return row(
                "A0000",
                key,
                "A0101",
                pick(FAMILY) + pick(GIVEN),
                "A0104",
                random.nextBoolean() ? "1" : "2",
                "A0107",
                "%d%02d".formatted(start - 22, 1 + random.nextInt(12)),
                "A0117",
                "01",
                "A0134",
                "%d07".formatted(start),
                "A0141",
                "01",
                "A0165",
                "03",
                "A0192A",
                "示例市自然资源和规划局规划处处长",
                "A1701",
                "%d.07--2008.03  示例市规划局科员\r\n2008.03--         示例市自然资源和规划局“规划处”处长 <试用> & 其他".formatted(start));
    }

    private List<Map<String, String>> posts(String key) {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i <= random.nextInt(4); i++)
            rows.add(row(
                    "A0000",
                    key,
                    "A0201A",
                    "示例市规划局",
                    "A0201B",
                    "001.001",
                    "A0215A",
                    "科员",
                    "A0219",
                    "2",
                    "A0223",
                    String.valueOf(i + 1),
                    "A0243",
                    "200%d03".formatted(i),
                    "A0255",
                    "0",
                    "A0281",
                    "true",
                    "A0279",
                    "1"));
        return rows;
    }

    private List<Map<String, String>> years(String key) {
        var rows = new ArrayList<Map<String, String>>();
        for (int year = 2020; year < 2026; year++)
            rows.add(row("A0000", key, "A1517", random.nextInt(5) == 0 ? "1" : "2", "A1521", String.valueOf(year)));
        return rows;
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    static Map<String, String> unit() {
        return row("B0101", "示例市", "B0114", "530000", "B0111", "001", "B0117", "530500", "B0124", "41", "B0194", "3");
    }

    static Map<String, String> row(String... pairs) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) row.put(pairs[i], pairs[i + 1]);
        return row;
    }

    static byte[] written(GeneralWriter.Extent extent, List<GeneralPerson> people, GeneralPhoto... photos) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new GeneralWriter(bytes, extent)) {
            writer.unit(unit());
            for (int i = 0; i < people.size(); i++) writer.person(people.get(i), i < photos.length ? photos[i] : null);
            writer.finish(GeneralManifest.made("20261122141500", unit()));
        }
        return bytes.toByteArray();
    }

    /** A zip of these files, name and text in turn. */
    static Path zip(Path folder, String... files) {
        var bytes = new byte[files.length / 2][];
        var names = new String[files.length / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = files[2 * i];
            bytes[i] = files[2 * i + 1].getBytes(StandardCharsets.UTF_8);
        }
        return zip(folder, names, bytes);
    }

    static Path zip(Path folder, String[] names, byte[][] contents) {
        try {
            var path = Files.createTempFile(folder, "package", ".zip");
            try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
                for (int i = 0; i < names.length; i++) {
                    zip.putNextEntry(new ZipEntry(names[i]));
                    zip.write(contents[i]);
                }
            }
            return path;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String table(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><data>" + rows + "</data></xml>";
    }

    static List<GeneralPerson> everyone(GeneralPackage read) {
        var people = new ArrayList<GeneralPerson>();
        read.eachPerson(people::add);
        return people;
    }
}
