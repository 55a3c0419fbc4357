package huoshui.kernel.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One national code list, in the order it is printed. 代码表
 *
 * <p>Some lists are shipped as an excerpt: they name what they hold and do not judge what lies outside ({@link
 * #judges}).
 */
public final class CodeList {

    private final CodeListHead head;
    private final Map<String, Code> byCode = new LinkedHashMap<>();
    private final Map<String, List<Code>> byName = new HashMap<>();

    CodeList(CodeListHead head, List<Code> codes) {
        this.head = head;
        for (var each : codes) {
            byCode.put(each.code(), each);
            byName.computeIfAbsent(Spelling.plain(each.name()), name -> new ArrayList<>())
                    .add(each);
        }
    }

    /** Name of the list as forms cite it: {@code ZB64}, {@code GB3304}. */
    public String id() {
        return head.id();
    }

    /** What the list is about: 学历. */
    public String title() {
        return head.title();
    }

    /** The standard it belongs to. */
    public String standard() {
        return head.standard();
    }

    /** Where these values were taken from, and how far they are checked. */
    public String source() {
        return head.source();
    }

    public List<Code> codes() {
        return List.copyOf(byCode.values());
    }

    /** The entry with this code, in any spelling of the code known for this list. */
    public Optional<Code> code(@Nullable String code) {
        if (code == null) return Optional.empty();
        var plain = Spelling.plain(code);
        var exact = byCode.get(plain);
        if (exact != null) return Optional.of(exact);
        return head.withoutAlias(plain).map(byCode::get);
    }

    /** The name of this code. */
    public Optional<String> name(@Nullable String code) {
        return code(code).map(Code::name);
    }

    /** The one entry of this name; empty when none or several bear it (警告 is both a civil servant's and a party penalty). */
    public Optional<Code> named(@Nullable String name) {
        if (name == null) return Optional.empty();
        var found = byName.getOrDefault(Spelling.plain(name), List.of());
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The entry meant by a code or a name. */
    public Optional<Code> find(@Nullable String text) {
        return code(text).or(() -> named(text));
    }

    /** The entry this one is filed under: by the longest shorter code that begins it, or by zeros for regions. */
    public Optional<Code> parent(String code) {
        var own = code(code).map(Code::code);
        return own.flatMap(each -> head.parentCodes(each).stream()
                .map(byCode::get)
                .filter(found -> found != null)
                .findFirst());
    }

    /** Whether a value not found here is thereby wrong; false where only an excerpt of the list is held. */
    public boolean judges(String text) {
        return head.judges(Spelling.plain(text));
    }
}
