package huoshui.org;

import huoshui.kernel.PartialDate;
import java.util.Set;
import java.util.UUID;

/** Something happened to units; announced in the transaction that does it. 机构已变动 */
public sealed interface UnitChanged {

    PartialDate on();

    /** 已更名 */
    record UnitRenamed(UUID unit, String was, String now, PartialDate on) implements UnitChanged {}

    /** 已合并 */
    record UnitsMerged(Set<UUID> from, UUID into, PartialDate on) implements UnitChanged {}

    /** 已分设 */
    record UnitSplit(UUID unit, Set<UUID> into, boolean stays, PartialDate on) implements UnitChanged {}

    /** 已撤销 */
    record UnitAbolished(UUID unit, PartialDate on) implements UnitChanged {}
}
