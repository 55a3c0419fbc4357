package huoshui.rule;

import huoshui.dossier.city.LinesAt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts a reading rests on, looked up when somebody wants to see them. 所据事实 */
public interface Evidence {

    Evidence NONE = List::of;

    List<UUID> ids();

    static Evidence of(@Nullable UUID fact) {
        return fact == null ? NONE : () -> List.of(fact);
    }

    static Evidence of(List<LinesAt.At> lines) {
        return lines.isEmpty() ? NONE : () -> lines.stream().map(LinesAt.At::id).toList();
    }

    /** Whatever of these kinds holds on the day, or had begun where nothing holds. */
    static Evidence kinds(LinesAt lines, String... kinds) {
        return () -> {
            var all = new ArrayList<UUID>();
            for (var kind : kinds) {
                var now = lines.visibleLines(kind);
                for (var each : now.isEmpty() ? lines.begunLines(kind) : now) all.add(each.id());
            }
            return all;
        };
    }
}
