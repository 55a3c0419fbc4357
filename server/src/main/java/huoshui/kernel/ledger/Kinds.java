package huoshui.kernel.ledger;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All kinds of facts of one room, and how their bodies are written down. 事实种类目录 */
public final class Kinds<B extends Body> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<Kind<B>> all;
    private final Map<String, Kind<B>> byCode;
    private final Map<Class<?>, Kind<B>> byType;

    public Kinds(List<Kind<B>> all) {
        this.all = List.copyOf(all);
        this.byCode = all.stream().collect(toUnmodifiableMap(Kind::code, each -> each));
        this.byType = all.stream().collect(toUnmodifiableMap(Kind::type, each -> each));
    }

    public List<Kind<B>> all() {
        return all;
    }

    public Optional<Kind<B>> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** @throws IllegalArgumentException for a code or a class that is none of this room's */
    public Kind<B> of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no kind " + code));
    }

    public Kind<B> of(B body) {
        var kind = byType.get(body.getClass());
        if (kind == null) throw new IllegalArgumentException("no kind for " + body.getClass());
        return kind;
    }

    /** The JSON that is stored and digested. */
    String write(B body) {
        return JSON.writeValueAsString(body);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not this kind's */
    public B read(String code, String json) {
        return JSON.readValue(json, of(code).type());
    }
}
