package huoshui.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Asked of org: what units are called today. 单位名称（由机构提供） */
public interface UnitNames {

    /** Those that exist, by id. */
    Map<UUID, String> of(Collection<UUID> units);
}
