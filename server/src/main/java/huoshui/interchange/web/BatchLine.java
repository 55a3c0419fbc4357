package huoshui.interchange.web;

import huoshui.interchange.Batch;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as pages show it.
 *
 * @param by who brought it in
 * @param counts by status, and {@code ready}, {@code undecided}, {@code skipped}, {@code held}, {@code written} …
 */
record BatchLine(
        UUID id,
        String number,
        String title,
        String by,
        boolean mine,
        int files,
        long bytes,
        Instant received,
        String state,
        int done,
        @Nullable Integer total,
        double seconds,
        @Nullable String note,
        Map<String, Integer> counts) {

    static BatchLine of(Batch batch, String by, boolean mine, Map<String, Integer> counts) {
        return new BatchLine(
                batch.id(),
                batch.called(),
                batch.title(),
                by,
                mine,
                batch.files(),
                batch.bytes(),
                batch.received(),
                batch.state().word(),
                batch.done(),
                batch.total(),
                batch.seconds(),
                batch.note(),
                counts);
    }
}
