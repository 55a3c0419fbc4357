package huoshui.org;

import huoshui.access.ManagementCategory;
import huoshui.kernel.PartialDate;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a unit: each is one act, from a day on, on the word of a paper. 机构变动
 *
 * <p>{@code on} is the first day on which it is so; {@code basis} the paper, as 澜编〔2024〕17 号.
 */
public sealed interface UnitCommand {

    PartialDate on();

    String basis();

    /** 新设 */
    record FoundUnit(UnitIs is, PartialDate on, String basis) implements UnitCommand {}

    /** 更名 */
    record RenameUnit(UUID unit, String name, @Nullable String shortName, PartialDate on, String basis)
            implements UnitCommand {}

    /** 调整隶属 */
    record MoveUnit(UUID unit, @Nullable UUID parent, int order, PartialDate on, String basis) implements UnitCommand {}

    /** 其他基本情况变化：种类、级别、编码等 */
    record AlterUnit(UUID unit, UnitIs is, PartialDate on, String basis) implements UnitCommand {}

    /**
     * 合并
     *
     * @param from at least one; none of them is left
     * @param into the unit they go into, when it stands already
     * @param fresh the new unit they go into, when it does not
     * @param closing posts that are not carried over
     * @param principal which of the carried-over posts is 一把手 of the merged unit
     */
    record MergeUnits(
            Set<UUID> from,
            @Nullable UUID into,
            @Nullable UnitIs fresh,
            Set<UUID> closing,
            @Nullable UUID principal,
            PartialDate on,
            String basis)
            implements UnitCommand {}

    /**
     * 分设
     *
     * @param stays whether the unit itself goes on, with the posts and numbers no part takes
     */
    record SplitUnit(UUID unit, List<Part> parts, boolean stays, PartialDate on, String basis) implements UnitCommand {}

    /** One of the units a unit is split into. 分设出的单位 */
    record Part(UnitIs is, Set<UUID> posts, List<Establishment> establishment) {}

    /** 撤销 */
    record AbolishUnit(UUID unit, PartialDate on, String basis) implements UnitCommand {}

    /** 登记别名 */
    record NameAlias(UUID unit, String text, PartialDate on, String basis) implements UnitCommand {}

    /** 核定职数：所列即全部，未列的类别自该日起不再核定 */
    record SetEstablishment(UUID unit, List<Establishment> establishment, PartialDate on, String basis)
            implements UnitCommand {}

    /** 核定职级职数：所列即全部，未列的自该日起不再核定 */
    record SetRankEstablishment(UUID unit, List<RankEstablishment> establishment, PartialDate on, String basis)
            implements UnitCommand {}

    /** 核定编制 */
    record SetHeadcount(UUID unit, Headcount headcount, PartialDate on, String basis) implements UnitCommand {}

    /** 确定所属职位的管理类别 */
    record SetManagement(
            UUID unit,
            @Nullable ManagementCategory leading,
            @Nullable ManagementCategory others,
            PartialDate on,
            String basis)
            implements UnitCommand {}
}
