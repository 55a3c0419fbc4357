package huoshui.org;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.LeaderNumbers;
import huoshui.org.fact.UnitFact.Management;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.Way;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole organization as another system describes it, by its own codes. 机构数据 */
public record OrgDescription(
        List<UnitRow> units,
        List<PostRow> posts,
        List<Reform> reforms,
        List<AuthorityRow> authorities,
        List<TermRow> terms) {

    /** Units alone, as a B01 table has them. */
    public static OrgDescription ofUnits(List<UnitRow> units) {
        return new OrgDescription(units, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * @param code B0111
     * @param parent code of the unit above
     * @param names every name it had, in order; at least one
     * @param founded null when not known: then it stands since {@code evidenced}
     * @param evidenced first day it is known to have stood
     * @param document 核定文号
     * @param leaders 按层次核定的领导职数
     * @param creditCode 统一社会信用代码
     * @param civilManaged 参公审批时间与文号
     */
    public record UnitRow(
            String code,
            @Nullable String parent,
            List<Name> names,
            UnitKind kind,
            @Nullable UnitLevel level,
            int order,
            @Nullable Boolean legalPerson,
            @Nullable String area,
            @Nullable String affiliation,
            @Nullable String category,
            @Nullable String remark,
            @Nullable PartialDate founded,
            PartialDate evidenced,
            @Nullable PartialDate abolished,
            List<String> aliases,
            List<Establishment> establishment,
            @Nullable Headcount headcount,
            @Nullable Management management,
            List<RankEstablishment> rankEstablishment,
            @Nullable LeaderNumbers leaders,
            @Nullable String creditCode,
            @Nullable String civilManaged) {

        /** One of whose numbers by rank or level and of whose papers nothing is told. */
        public UnitRow(
                String code,
                @Nullable String parent,
                List<Name> names,
                UnitKind kind,
                @Nullable UnitLevel level,
                int order,
                @Nullable Boolean legalPerson,
                @Nullable String area,
                @Nullable String affiliation,
                @Nullable String category,
                @Nullable String remark,
                @Nullable PartialDate founded,
                PartialDate evidenced,
                @Nullable PartialDate abolished,
                List<String> aliases,
                List<Establishment> establishment,
                @Nullable Headcount headcount,
                @Nullable Management management) {
            this(
                    code,
                    parent,
                    names,
                    kind,
                    level,
                    order,
                    legalPerson,
                    area,
                    affiliation,
                    category,
                    remark,
                    founded,
                    evidenced,
                    abolished,
                    aliases,
                    establishment,
                    headcount,
                    management,
                    List.of(),
                    null,
                    null,
                    null);
        }
    }

    /**
     * A name and since when.
     *
     * @param from of no account for the first name
     */
    public record Name(
            PartialDate from, String name, @Nullable String shortName) {}

    /**
     * @param code unique among posts
     * @param unit code of its unit
     * @param moved to other units since, as reforms had it
     */
    public record PostRow(
            String code,
            String unit,
            List<Moved> moved,
            String title,
            @Nullable String partyTitle,
            @Nullable String section,
            SeatCategory category,
            @Nullable LeadershipLevel level,
            @Nullable Boolean leading,
            boolean principal,
            boolean inTeam,
            int order,
            @Nullable PostTier tier,
            @Nullable Integer weight,
            Set<String> functions,
            @Nullable String qualification,
            @Nullable ManagementCategory management,
            boolean termed,
            @Nullable Boolean elected,
            int seats,
            boolean counted,
            PartialDate opened,
            @Nullable PartialDate closed) {}

    /**
     * A term of a unit's team.
     *
     * @param due when it comes to its end by rule
     * @param until when the next began; null for the last
     */
    public record TermRow(
            String unit,
            @Nullable Integer ordinal,
            PartialDate from,
            PartialDate due,
            @Nullable PartialDate until) {}

    /** From a date on, in another unit. */
    public record Moved(PartialDate from, String unit) {}

    /** Units that came of units. */
    public record Reform(Way way, PartialDate on, List<String> from, List<String> to, String document) {}

    /** @param over code of a unit; null means everywhere */
    public record AuthorityRow(
            String manager,
            @Nullable String over,
            boolean subtree,
            Set<ManagementCategory> categories,
            Mode mode,
            PartialDate from,
            @Nullable PartialDate to) {}
}
