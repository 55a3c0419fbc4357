package huoshui.assessment;

import huoshui.assessment.Instrument.About;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round to be opened. 开设考察轮次
 *
 * @param opens by the clock of the house
 */
public record OpenRound(
        @Nullable String instrument,
        @Nullable String title,
        @Nullable RoundOccasion occasion,
        @Nullable Confidentiality confidentiality,
        @Nullable LocalDateTime opens,
        @Nullable LocalDateTime closes,
        @Nullable String basis,
        @Nullable List<Subject> subjects,
        @Nullable List<Group> groups) {

    /** 测评对象 */
    public record Subject(@Nullable UUID id, @Nullable About kind) {}

    /**
     * Those who are asked from one side: so many heads, these people, or whoever is on a list or in a cohort today.
     *
     * @param list a saved list of this account
     * @param cohort name of a cohort of the rulebook
     */
    public record Group(
            @Nullable String voice,
            @Nullable Integer heads,
            @Nullable List<UUID> people,
            @Nullable UUID list,
            @Nullable String cohort) {}
}
