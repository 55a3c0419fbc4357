package huoshui.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked of the journal: which account read or took away sealed chapters of whom. 谁看过（由操作留痕提供） */
public interface Readings {

    /**
     * One chapter read once.
     *
     * @param number in the journal, the later the greater
     * @param purpose its code; what was journaled before there were codes, in words
     * @param export whether it left the house in a file
     */
    record Reading(
            long number, Instant at, UUID account, @Nullable String purpose, Chapter chapter, boolean export) {}

    /**
     * Those of these subjects, newest first, so many at most; with {@code before} only those of smaller numbers. What is not to be
     * told is not counted either, or a full page would say how much there is of it.
     *
     * @param chapters of these alone
     * @param untold for this purpose none
     */
    List<Reading> of(
            Collection<UUID> subjects,
            Collection<Chapter> chapters,
            @Nullable String untold,
            @Nullable Long before,
            int size);
}
