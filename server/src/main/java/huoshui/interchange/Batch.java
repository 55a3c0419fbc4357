package huoshui.interchange;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was brought in together: kept, examined, settled by people, then written. 导入批次
 *
 * @param number of its year, as in 2026-118
 * @param home unit whose colleagues may go on with it
 * @param done how many files were looked at, or written, in the run under way or the last one
 * @param total how many there are; null while nobody knows
 * @param seconds the last run took
 * @param note why it stopped, for people
 */
public record Batch(
        UUID id,
        int year,
        int number,
        UUID account,
        @Nullable UUID home,
        String title,
        int files,
        long bytes,
        Instant received,
        State state,
        int done,
        @Nullable Integer total,
        double seconds,
        @Nullable String note) {

    /** What is being done with it. 批次状态 */
    public enum State {
        RECEIVING,
        /** Somebody has to say what the columns of a roster mean. */
        MAPPING,
        EXAMINING,
        READY,
        WRITING,
        TAKING_BACK,
        CANCELLED,
        INTERRUPTED,
        BROKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether something runs. */
        public boolean busy() {
            return this == RECEIVING || this == EXAMINING || this == WRITING || this == TAKING_BACK;
        }
    }

    /** As people call it. */
    public String called() {
        return year + "-" + number;
    }
}
