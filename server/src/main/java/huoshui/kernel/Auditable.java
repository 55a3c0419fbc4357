package huoshui.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a room announces to the journal, in the transaction that does it; if it cannot be journaled it does not happen.
 * 留痕事项
 *
 * @param lines one per subject and chapter touched
 * @param entered told the number of the first entry; the others follow it without a gap
 */
public record Auditable(Actor actor, List<Line> lines, LongConsumer entered) {

    public Auditable(Actor actor, List<Line> lines) {
        this(actor, lines, first -> {});
    }

    /** What was done. 动作 */
    public enum Verb {
        RECORD,
        READ,
        EXPORT,
        ERASE,
        SIGN_IN,
        SIGN_OUT,
        REFUSED,
        GRANT,
        ADMINISTER,
        MERGE,
        BACKUP,
        RESTORE
    }

    /**
     * One entry to be.
     *
     * @param act number of the act, or null for a reading
     * @param content canonical bytes of what was written or read; only their salted digest is kept, so they may hold
     *     personal values
     */
    public record Line(
            Verb verb,
            @Nullable UUID subject,
            @Nullable Chapter chapter,
            @Nullable Long act,
            byte[] content) {}

    public static Auditable of(Actor actor, Line line) {
        return new Auditable(actor, List.of(line));
    }
}
