package huoshui.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text proposed for an instrument, and what became of it. Never changes. 测评表版本
 *
 * @param digest SM3 of the text
 * @param drafter the named person who stands behind it; null while nobody does, since a file is nobody's
 * @param decision null while it is a proposal
 */
public record InstrumentEdition(
        UUID id,
        String code,
        String text,
        String digest,
        String file,
        long proposedAct,
        @Nullable UUID drafter,
        String reason,
        @Nullable Decision decision) {

    /** What becomes of a proposal. 处理结果 */
    public enum Fate {
        PUBLISHED,
        REFUSED
    }

    /**
     * Who decided what, and why. 决定
     *
     * @param version of its instrument, counted from 1; null where it was not published
     * @param by null where the program published what it was shipped with
     */
    public record Decision(
            Fate fate, @Nullable Integer version, @Nullable UUID by, long act, String reason) {}

    /** Counted from 1; 0 while it is not published. */
    public int version() {
        return decision == null || decision.version() == null ? 0 : decision.version();
    }

    /** What it asks. */
    public Instrument instrument() {
        return InstrumentReader.read(file, text);
    }
}
