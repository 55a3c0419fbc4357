package huoshui.dossier.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of people kept under a name: by condition, so that it follows the dossiers, or by people, so that it stays. 名单
 *
 * @param owner the account that made it
 * @param unit shared with the accounts of this unit; null while it is one's own
 * @param columns in the user's order; null for the usual ones
 */
public record SavedList(
        UUID id,
        UUID owner,
        @Nullable UUID unit,
        String name,
        @Nullable Condition condition,
        @Nullable List<UUID> people,
        @Nullable List<String> columns) {

    /** The same list, asking what it asked at another time. */
    public SavedList asking(Condition other) {
        return new SavedList(id, owner, unit, name, other, null, columns);
    }
}
