package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was asked of the server and what it acknowledged, held against what it knows later. 已应答的写入 */
final class Promises {

    static final String MARK = "断电试验";

    /** One edit that was sent; {@code corrects} is the text it puts right. */
    record Edit(String person, String text, @Nullable String corrects) {}

    private record Line(String id, boolean superseded) {}

    private final Map<String, Edit> sent = new ConcurrentHashMap<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    void sending(Edit edit) {
        sent.put(edit.text, edit);
    }

    void acknowledged(Edit edit, String fact) {
        acknowledged.put(edit.text, fact);
    }

    int count() {
        return acknowledged.size();
    }

    Set<String> people() {
        var all = new HashSet<String>();
        sent.values().forEach(each -> all.add(each.person));
        return all;
    }

    /**
     * Every acknowledged edit is there under its own number; a correction is there with what it took away, or not at all;
     * nothing is there that nobody sent, and nothing twice.
     *
     * @param history all versions of this person's posts
     */
    void hold(String person, JsonNode history) {
        var found = new HashMap<String, Line>();
        for (var each : history.path("facts")) {
            var text = each.path("body").path("text").asString();
            if (!text.startsWith(MARK)) continue;
            var line =
                    new Line(each.path("id").asString(), each.path("superseded").asBoolean());
            assertThat(found.put(text, line)).as("twice: %s", text).isNull();
        }
        assertThat(sent.keySet()).containsAll(found.keySet());
        var righted = new HashSet<String>();
        for (var each : of(person)) {
            var line = found.get(each.text);
            var fact = acknowledged.get(each.text);
            if (fact != null)
                assertThat(line).as("acknowledged, lost: %s", each.text).isNotNull();
            if (fact != null && line != null) assertThat(line.id).isEqualTo(fact);
            if (line != null && each.corrects != null) righted.add(each.corrects);
        }
        found.forEach((text, line) ->
                assertThat(line.superseded).as("half an act: %s", text).isEqualTo(righted.contains(text)));
    }

    private List<Edit> of(String person) {
        return sent.values().stream().filter(each -> each.person.equals(person)).toList();
    }
}
