package huoshui.org;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which units bear a name, however it is spaced or bracketed. 名称索引 */
final class Names {

    private final Map<String, Set<UUID>> byName = new HashMap<>();

    void add(Unit unit) {
        add(unit.id(), unit.is().name());
        if (unit.is().shortName() != null) add(unit.id(), unit.is().shortName());
    }

    void add(UUID unit, String name) {
        byName.computeIfAbsent(plain(name), any -> new LinkedHashSet<>()).add(unit);
    }

    Set<UUID> find(String name) {
        return byName.getOrDefault(plain(name), Set.of());
    }

    /** Full-width letters, digits and brackets as half-width, no blanks. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
