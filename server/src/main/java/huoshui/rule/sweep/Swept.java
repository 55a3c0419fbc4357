package huoshui.rule.sweep;

import huoshui.dossier.city.Card;
import huoshui.kernel.code.Rank;
import org.jspecify.annotations.Nullable;

/**
 * One of the people swept, and where they stand. 普查一人
 *
 * @param held the rank held; null where none of the general class is recorded
 * @param target the next rank; null where there is none or the rank is not recorded
 * @param gate whether the gate of virtue is closed
 * @param lowering whether a situation is met in which a rank is lowered
 * @param note why somebody is not in the sweep; null for the rest
 */
public record Swept(
        Card person,
        @Nullable Rank held,
        @Nullable Rank target,
        RankHeap heap,
        boolean gate,
        boolean lowering,
        Outlook outlook,
        @Nullable String note) {}
