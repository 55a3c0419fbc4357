package huoshui.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** What an answer tells: words, facts, and what would settle what is open. 说明 */
public final class Account {

    private List<String> words = List.of();
    private List<UUID> evidence = List.of();
    private List<String> missing = List.of();

    void words(String said) {
        if (!said.isEmpty()) words = with(words, said);
    }

    void facts(Evidence facts) {
        var more = facts.ids();
        if (evidence.isEmpty() || more.isEmpty()) {
            if (evidence.isEmpty()) evidence = more;
            return;
        }
        var all = new LinkedHashSet<>(evidence);
        all.addAll(more);
        evidence = List.copyOf(all);
    }

    void missing(String what) {
        missing = with(missing, what);
    }

    /** Each once, in the order said; mostly there is one. */
    private static List<String> with(List<String> said, String more) {
        if (said.isEmpty()) return List.of(more);
        if (said.contains(more)) return said;
        var all = new ArrayList<>(said);
        all.add(more);
        return all;
    }

    public String words() {
        return words.size() == 1 ? words.getFirst() : String.join("；", words);
    }

    public List<UUID> evidence() {
        return List.copyOf(evidence);
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }
}
