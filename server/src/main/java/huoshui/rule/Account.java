package huoshui.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an answer tells: words, facts, and what would settle what is open. 说明 */
public final class Account {

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<UUID> evidence = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    void words(String said) {
        if (!said.isEmpty()) words.add(said);
    }

    void facts(Evidence facts) {
        evidence.addAll(facts.ids());
    }

    void missing(String what) {
        missing.add(what);
    }

    public String words() {
        return String.join("；", words);
    }

    public List<UUID> evidence() {
        return List.copyOf(evidence);
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }
}
