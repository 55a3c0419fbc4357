package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names turned round to people, and what comes near a name: one sign more, less or other, or the same sound. 姓名索引 */
final class NameRegister {

    private static final char ANY = '\u0001';

    private final List<Card> people;
    private final boolean numbers;
    private final Map<String, List<Card>> byName = new HashMap<>();
    private final Map<String, Card> byNumber = new HashMap<>();
    private @Nullable Map<String, List<Card>> byShape;

    NameRegister(List<Card> people, boolean numbers) {
        this.people = people;
        this.numbers = numbers;
        for (var each : people) {
            put(byName, TextMatch.plain(each.who().name()), each);
            if (numbers && each.who().idNumber() != null)
                byNumber.put(each.who().idNumber(), each);
        }
    }

    List<Card> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    Optional<Card> numbered(String number) {
        return numbers ? Optional.ofNullable(byNumber.get(number)) : Optional.empty();
    }

    List<Card> near(String name) {
        if (name.isEmpty() || name.length() > 20) return List.of();
        var shapes = shapes();
        var found = new LinkedHashSet<Card>();
        for (var each : shapesOf(name)) found.addAll(shapes.getOrDefault(each, List.of()));
        for (var each : readings(name)) found.addAll(shapes.getOrDefault(each, List.of()));
        return new ArrayList<>(found);
    }

    private Map<String, List<Card>> shapes() {
        var known = byShape;
        if (known == null) {
            known = new HashMap<>();
            for (var each : people) {
                for (var shape : shapesOf(TextMatch.plain(each.who().name()))) put(known, shape, each);
                for (var reading : each.who().spelled().full().split(" ", -1)) put(known, "=" + reading, each);
            }
            byShape = known;
        }
        return known;
    }

    private static List<String> readings(String name) {
        var all = new ArrayList<String>();
        for (var each : Pinyin.of(name).full().split(" ", -1)) all.add("=" + each);
        return all;
    }

    /** The name itself, with one sign left open, with one sign left out: two names at distance one share a shape. */
    private static Set<String> shapesOf(String name) {
        var shapes = new HashSet<String>();
        shapes.add(name);
        for (int i = 0; i < name.length(); i++) {
            shapes.add(name.substring(0, i) + ANY + name.substring(i + 1));
            if (name.length() > 2) shapes.add(name.substring(0, i) + name.substring(i + 1));
        }
        return shapes;
    }

    private static void put(Map<String, List<Card>> into, String key, Card card) {
        into.computeIfAbsent(key, any -> new ArrayList<>(1)).add(card);
    }
}
