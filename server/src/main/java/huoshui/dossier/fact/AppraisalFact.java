package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import java.util.List;
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
     * 重大斗争一线、吃劲岗位服务；起止另记
     *
     * @param sort one of {@link #SORTS}
     * @param front what it was: 某流域抗洪抢险、某企业改制清欠 …
     * @param role 所任职务、承担任务
     * @param showing one of {@link #SHOWINGS}; null while nobody entitled has concluded it
     * @param assessedBy who concluded it 评定单位
     * @param proof the paper that shows it 佐证
     */
    record FrontlineService(
            String sort,
            String front,
            @Nullable String role,
            @Nullable String showing,
            @Nullable String assessedBy,
            @Nullable String proof)
            implements AppraisalFact {

        public static final List<String> SORTS = List.of("重大斗争一线", "吃劲岗位");
        public static final List<String> SHOWINGS = List.of("优秀", "较好", "一般", "较差");

        /** Whether it says by whom and by which paper the showing was concluded. */
        public boolean proven() {
            return assessedBy != null && !assessedBy.isBlank() && proof != null && !proof.isBlank();
        }
    }

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
