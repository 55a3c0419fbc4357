package huoshui.dossier.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose names of lists are meant: an account's own, and those shared with a unit. 名称的归属
 *
 * @param unit null for an account of none
 */
public record ListNames(UUID account, @Nullable UUID unit) {

    /** Whether this list has a name here. */
    boolean reach(SavedList list) {
        return list.owner().equals(account)
                || (list.unit() != null && list.unit().equals(unit));
    }
}
