package huoshui.dossier.city;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Spells names. 注音
 *
 * <p>Dictionaries read surnames as common words (曾 ceng, 仇 chou, 区 qu), so a table of our own stands over them; where a
 * character is read in several ways as a name, every reading is kept. ü is kept both as v and as u.
 */
public final class Pinyin {

    private static final int MOST_READINGS = 8;
    private static final Map<String, List<String>> SURNAMES = table("/pinyin/surnames.csv");
    private static final Map<String, List<String>> GIVEN = table("/pinyin/given-names.csv");
    private static final int REMEMBERED = 1 << 13;
    private static final Pair[] SEEN = new Pair[REMEMBERED];

    private record Pair(String name, Spelled spelled) {}

    private Pinyin() {}

    /** Opens the dictionary, which takes a while, before the first name is asked for. */
    static void ready() {
        of("准备");
    }

    /** Every reading of a name; what is not Chinese is kept in lower case. */
    public static Spelled of(String name) {
        int slot = name.hashCode() & REMEMBERED - 1;
        var seen = SEEN[slot];
        if (seen != null && seen.name.equals(name)) return seen.spelled;
        var spelled = spell(name);
        SEEN[slot] = new Pair(name, spelled);
        return spelled;
    }

    private static Spelled spell(String name) {
        int length = surnameLength(name);
        var surnames = length == 0 ? List.<List<String>>of() : surname(name.substring(0, length));
        var given = readings(name.substring(length));
        var full = new LinkedHashSet<String>();
        var initials = new LinkedHashSet<String>();
        var rest = new LinkedHashSet<String>();
        for (var each : given) rest.add(String.join("", each));
        for (var first : surnames.isEmpty() ? List.of(List.<String>of()) : surnames) {
            for (var each : given) {
                full.add(String.join("", first) + String.join("", each));
                initials.add(initials(first) + initials(each));
            }
        }
        withoutUmlaut(full);
        withoutUmlaut(rest);
        return new Spelled(String.join(" ", full), String.join(" ", initials), String.join(" ", rest));
    }

    /** lv and nv are also typed lu and nu. */
    private static void withoutUmlaut(Set<String> readings) {
        for (var each : List.copyOf(readings)) if (each.indexOf('v') >= 0) readings.add(each.replace('v', 'u'));
    }

    private static int surnameLength(String name) {
        if (name.codePointCount(0, name.length()) > 2) {
            int two = name.offsetByCodePoints(0, 2);
            if (SURNAMES.containsKey(name.substring(0, two))) return two;
        }
        return name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
    }

    private static List<List<String>> surname(String surname) {
        var known = SURNAMES.get(surname);
        if (known == null) return readings(surname);
        return known.stream().map(each -> List.of(each.split(" ", -1))).toList();
    }

    /** Every way to read a run of characters, each as its syllables. */
    private static List<List<String>> readings(String text) {
        var all = List.<List<String>>of(List.of());
        var syllables = syllables(text);
        for (var choice : syllables) {
            var longer = new ArrayList<List<String>>();
            for (var before : all) {
                for (var each : choice) {
                    if (longer.size() == MOST_READINGS) break;
                    var one = new ArrayList<>(before);
                    one.add(each);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<List<String>> syllables(String text) {
        var all = new ArrayList<List<String>>();
        text.codePoints().forEach(point -> {
            var sign = Character.toString(point);
            if (sign.isBlank() || sign.equals("·") || sign.equals("•")) return;
            var known = GIVEN.get(sign);
            all.add(known == null ? List.of(dictionary(sign)) : known);
        });
        return all;
    }

    private static String dictionary(String sign) {
        var read = HanLP.convertToPinyinList(sign);
        if (read.isEmpty()) return sign.toLowerCase(java.util.Locale.ROOT);
        var plain = read.getFirst().getPinyinWithoutTone();
        if (plain == null || plain.equals("none")) return sign.toLowerCase(java.util.Locale.ROOT);
        return plain.replace('ü', 'v').replace("u:", "v");
    }

    private static String initials(List<String> syllables) {
        var all = new StringBuilder();
        for (var each : syllables) if (!each.isEmpty()) all.append(each.charAt(0));
        return all.toString();
    }

    private static Map<String, List<String>> table(String resource) {
        var table = new HashMap<String, List<String>>();
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Pinyin.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            file.lines()
                    .filter(each -> !each.startsWith("#") && !each.isBlank())
                    .forEach(line -> {
                        int comma = line.indexOf(',');
                        table.put(
                                line.substring(0, comma),
                                List.of(line.substring(comma + 1).split("\\|", -1)));
                    });
            return Map.copyOf(table);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
