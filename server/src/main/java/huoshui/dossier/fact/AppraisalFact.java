package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** How somebody's work was judged by those entitled to. 考核奖惩类事实 */
public sealed interface AppraisalFact extends FactBody {

    /** 年度考核 A15 */
    record AnnualGrade(int year, String grade, @Nullable String code) implements AppraisalFact {
        @Override
        public String slot() {
            return String.valueOf(year);
        }
    }

    /** 奖励 A14 (ZB65 01…) */
    record Reward(
            String name,
            @Nullable String code,
            @Nullable String authority,
            @Nullable String authorityLevel,
            @Nullable String levelThen,
            @Nullable PartialDate revoked)
            implements AppraisalFact {}

    /**
     * 处分 A14 (ZB65 02…)
     *
     * @param influenceUntil 影响期至, last day
     */
    record Sanction(
            String name,
            @Nullable String code,
            @Nullable String authority,
            @Nullable String authorityLevel,
            @Nullable PartialDate influenceUntil,
            @Nullable PartialDate lifted,
            @Nullable String reason)
            implements AppraisalFact {}
}
