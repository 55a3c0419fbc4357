package huoshui.audit;

import huoshui.kernel.Chapter;
import huoshui.kernel.Readings;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who read sealed chapters, read off the journal. 谁看过 */
@Component
class ReadersFromJournal implements Readings {

    private final EntryTable table;

    ReadersFromJournal(EntryTable table) {
        this.table = table;
    }

    @Override
    public List<Reading> of(
            Collection<UUID> subjects,
            Collection<Chapter> chapters,
            @Nullable String untold,
            @Nullable Long before,
            int size) {
        return subjects.isEmpty() ? List.of() : table.readings(subjects, chapters, untold, before, size);
    }
}
