package huoshui.audit;

import huoshui.kernel.Recorders;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who wrote what, read off the journal. 经办人 */
@Component
class JournaledRecorders implements Recorders {

    private final EntryTable table;

    JournaledRecorders(EntryTable table) {
        this.table = table;
    }

    @Override
    public List<Recorder> of(Collection<Long> acts, Collection<UUID> subjects) {
        return acts.isEmpty() || subjects.isEmpty() ? List.of() : table.recorders(acts, subjects);
    }
}
