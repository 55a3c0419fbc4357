package huoshui.org;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked to erase a line about a unit, post or team, and whether it was done. 机构记录抹除事项
 *
 * @param id of its approval
 * @param unit whose line it is, or whose post's or team's
 * @param ground code of the legal ground
 * @param done when it was emptied; null while it is not
 */
public record OrgErasure(
        UUID id,
        UUID fact,
        UUID unit,
        String ground,
        UUID askedBy,
        Instant asked,
        @Nullable Instant done) {}
