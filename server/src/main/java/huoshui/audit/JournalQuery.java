package huoshui.audit;

import huoshui.kernel.Auditable.Verb;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What part of the journal is asked for, newest first. 留痕查询
 *
 * @param before only entries with smaller numbers: the cursor
 * @param size at most this many
 */
public record JournalQuery(
        @Nullable Long before,
        @Nullable UUID subject,
        @Nullable UUID actor,
        @Nullable Verb verb,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        int size) {}
