package huoshui.access;

import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reviewed list of roles. 角色表 */
@Component
public class Roles {

    private final Map<String, Role> roles = new LinkedHashMap<>();

    Roles() {
        for (var each : entries()) {
            var role = read(each);
            if (role.hand() && !(role.reads().isEmpty() && role.writes().isEmpty()))
                throw new IllegalStateException("access/roles.yaml: a hand reads no dossier: " + role.id());
            if (roles.put(role.id(), role) != null)
                throw new IllegalStateException("access/roles.yaml: twice: " + role.id());
        }
    }

    public Collection<Role> all() {
        return List.copyOf(roles.values());
    }

    public Optional<Role> find(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /** @throws Refusal {@code unknown-role} */
    Role of(String id) {
        return find(id).orElseThrow(() -> Refusal.input("unknown-role", "未授权：没有名为“" + id + "”的角色。请从角色表中选择。"));
    }

    private static List<Map<?, ?>> entries() {
        try (var in = new ClassPathResource("access/roles.yaml").getInputStream()) {
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return ((List<?>) Objects.requireNonNull(file.get("roles")))
                    .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Role read(Map<?, ?> entry) {
        return new Role(
                text(entry, "id"),
                text(entry, "name"),
                Boolean.TRUE.equals(entry.get("hand")),
                text(entry, "scope").equals("unit"),
                words(entry, "rights", Right::valueOf),
                words(entry, "reads", Chapter::valueOf),
                words(entry, "writes", Chapter::valueOf),
                entry.containsKey("people")
                        ? words(entry, "people", Role.People::valueOf)
                        : Set.of(Role.People.CADRES));
    }

    private static String text(Map<?, ?> entry, String key) {
        return Objects.requireNonNull(entry.get(key), key).toString();
    }

    private static <T> Set<T> words(Map<?, ?> entry, String key, Function<String, T> word) {
        if (!(entry.get(key) instanceof List<?> list)) return Set.of();
        return list.stream().map(each -> word.apply(String.valueOf(each))).collect(Collectors.toUnmodifiableSet());
    }
}
