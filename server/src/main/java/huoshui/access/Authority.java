package huoshui.access;

import java.util.Set;
import java.util.UUID;

/**
 * Over which units and which cadres someone has authority, and how far it goes. 管理权限
 *
 * @param everywhere over every unit there is, those not yet known too; {@code units} is then of no account
 * @param categories only cadres of these categories
 */
public record Authority(boolean everywhere, Set<UUID> units, Set<ManagementCategory> categories, Mode mode) {

    /** How far authority goes. 管理方式 */
    public enum Mode {
        /** Decides, hence writes. 主管 */
        LEADS,
        /** Is heard, hence reads. 协管 */
        ASSISTS,
        /** Is told, hence reads. 备案 */
        FILES
    }

    public static Authority over(Set<UUID> units, Set<ManagementCategory> categories, Mode mode) {
        return new Authority(false, Set.copyOf(units), Set.copyOf(categories), mode);
    }

    public static Authority everywhere(Set<ManagementCategory> categories, Mode mode) {
        return new Authority(true, Set.of(), Set.copyOf(categories), mode);
    }

    int categoryBits() {
        int bits = 0;
        for (var each : categories) bits |= each.bit();
        return bits;
    }
}
