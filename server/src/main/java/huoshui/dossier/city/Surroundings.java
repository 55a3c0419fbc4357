package huoshui.dossier.city;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What cards need to know of units and posts at the same clocks. 机构环境 */
interface Surroundings {

    /** Nothing is known of any unit or post. */
    Surroundings NONE = new Surroundings() {};

    /** The unit and everything beneath it. */
    default Set<UUID> under(UUID unit) {
        return Set.of(unit);
    }

    /** What is known of a unit; empty for one that is not there. */
    default Optional<UnitAt> unit(@Nullable UUID unit) {
        return Optional.empty();
    }

    default Optional<PostAt> post(@Nullable UUID post) {
        return Optional.empty();
    }

    /**
     * A unit. 单位
     *
     * @param kind code of its kind
     * @param order its place in the whole tree, from the top down
     * @param grassroots whether work there is 基层工作: at a county or township, or in a firm, institution or college
     */
    record UnitAt(String name, String kind, int order, boolean grassroots) {}

    /** A post. 职位 */
    record PostAt(
            String name,
            UUID unit,
            @Nullable LeadershipLevel level,
            @Nullable Boolean leading,
            boolean principal,
            boolean termed,
            int order,
            @Nullable ManagementCode category) {}
}
