package huoshui.kernel.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shelf of code lists, each read from its file when first asked for. 标准代码库 */
public final class Codes {

    private static final Map<String, Optional<CodeList>> SHELF = new ConcurrentHashMap<>();

    private Codes() {}

    /**
     * The list of this name, as {@code ZB64} or {@code GB3304}.
     *
     * @throws IllegalArgumentException when no such list is shipped
     */
    public static CodeList list(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no code list " + id));
    }

    /** The list of this name, where it is shipped. */
    public static Optional<CodeList> find(String id) {
        return SHELF.computeIfAbsent(id, Codes::read);
    }

    private static Optional<CodeList> read(String id) {
        if (!id.matches("[A-Z0-9]+")) return Optional.empty();
        try (var file = Codes.class.getResourceAsStream("/codes/" + id + ".csv")) {
            if (file == null) return Optional.empty();
            return Optional.of(read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CodeList read(BufferedReader lines) {
        var head = new HashMap<String, String>();
        var codes = new ArrayList<Code>();
        lines.lines().forEach(line -> {
            if (line.startsWith("#")) {
                int colon = line.indexOf(':');
                head.put(
                        line.substring(1, colon).strip(),
                        line.substring(colon + 1).strip());
            } else if (!line.isBlank() && !line.equals("code,name")) {
                int comma = line.indexOf(',');
                codes.add(new Code(line.substring(0, comma), line.substring(comma + 1)));
            }
        });
        return new CodeList(CodeListHead.of(head), codes);
    }
}
