package huoshui.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked to erase lines of a dossier, and whether it was done. 抹除事项
 *
 * @param id of its approval
 * @param facts the lines that shall be, or were, emptied
 * @param copies keys of what may be the person's among the copies that rooms keep, and shall be emptied too
 * @param ground code of the legal ground
 * @param done when they were emptied; null while they are not
 */
public record Erasure(
        UUID id,
        UUID person,
        List<UUID> facts,
        List<String> copies,
        String ground,
        UUID askedBy,
        Instant asked,
        @Nullable Instant done) {}
