package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In what relation somebody stands to the service. 身份与管理类事实 */
public sealed interface StandingFact extends FactBody {

    /**
     * 人员类别 A0160、编制类型 A0121、人员状态 A0163、级别 A0120、公务员登记时间 A2949
     *
     * <p>Codes are kept as they came (ZB125, ZB135, ZB126, ZB134).
     */
    record Standing(
            @Nullable String category,
            @Nullable String establishment,
            @Nullable String state,
            @Nullable String grade,
            @Nullable PartialDate registered)
            implements StandingFact {}

    /** 管理类别 A0165 (ZB130): 02 省管、03 市管、04 县管 …… */
    record Managed(String category) implements StandingFact {}

    /**
     * 管档单位、统计关系所在单位 A0195
     *
     * @param unit null when the text is not matched to a unit
     */
    record Custody(@Nullable UUID unit, @Nullable String text) implements StandingFact {}

    /** 进入 A29 */
    record Entered(
            @Nullable String way,
            @Nullable String fromUnit,
            @Nullable String fromPost,
            @Nullable String fromLevel,
            @Nullable PartialDate civilServant,
            @Nullable PartialDate registered)
            implements StandingFact {}

    /** 退出 A30 */
    record Departed(
            @Nullable String way,
            @Nullable String toUnit,
            @Nullable String approvedBy,
            @Nullable String remark) implements StandingFact {}

    /**
     * 列为干部：by whose decision a talent became a cadre; of whoever came in as a cadre it is not recorded
     *
     * @param decidedBy the collective or organ that decided
     * @param document its paper: number and date, or title
     */
    record CadreListed(String decidedBy, @Nullable String document) implements StandingFact {}

    /** 选调生 A61 */
    record SelectedGraduate(
            String kind,
            @Nullable String source,
            @Nullable String firstUnit,
            @Nullable String grassroots,
            @Nullable String education,
            @Nullable String degree)
            implements StandingFact {}

    /** 海外经历 */
    record OverseasStay(String place, String purpose) implements StandingFact {}

    /** 社会（企业、社团）兼职 */
    record PartTimePost(
            String organization, String post, @Nullable String approvedBy) implements StandingFact {}
}
