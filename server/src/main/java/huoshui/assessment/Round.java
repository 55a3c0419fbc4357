package huoshui.assessment;

import huoshui.assessment.Instrument.About;
import huoshui.kernel.Acts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asking of many people about somebody: stated beforehand, never changed; it ends once. 考察轮次
 *
 * @param home the unit that runs it; null for an account of no unit
 * @param ending null while it is open
 */
public record Round(
        UUID id,
        UUID edition,
        String title,
        RoundOccasion occasion,
        Confidentiality confidentiality,
        @Nullable UUID home,
        Instant opens,
        Instant closes,
        String basis,
        UUID openedBy,
        long act,
        List<Examined> about,
        List<Invited> invited,
        @Nullable Ending ending) {

    public Round {
        about = List.copyOf(about);
        invited = List.copyOf(invited);
    }

    /**
     * Somebody or a team that is asked about. 测评对象
     *
     * @param withdrawn why it was taken out while the round ran; null where it was not
     */
    public record Examined(
            UUID subject, About kind, @Nullable String withdrawn) {}

    /**
     * A group of those who are asked.
     *
     * @param people in order of id; empty where only heads are known
     */
    public record Invited(String voice, int heads, List<UUID> people) {}

    /** How it ended. 截止或作废 */
    public record Ending(Outcome outcome, UUID by, long act, String reason) {}

    /** 结果 */
    public enum Outcome {
        CLOSED,
        ANNULLED
    }

    /** Those still asked about. */
    List<Examined> standing() {
        return about.stream().filter(each -> each.withdrawn() == null).toList();
    }

    /** The day from which a result holds: when its window ended, or when it was closed before that. */
    static LocalDate day(Instant closes, LocalDate closed) {
        var end = LocalDate.ofInstant(closes, Acts.ZONE);
        return closed.isBefore(end) ? closed : end;
    }

    int heads() {
        return invited.stream().mapToInt(Invited::heads).sum();
    }
}
