package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** What somebody has learnt. 教育培训类事实 */
public sealed interface EducationFact extends FactBody {

    /**
     * 学历学位 A08
     *
     * @param mode fulltime 全日制 or inservice 在职 (A0837)
     * @param level 学历 in words, null when only a degree was obtained
     * @param degree 学位 in words
     * @param school 学校院系
     * @param degreeSchool 学位的院校, where it differs
     * @param years 学制年限
     * @param printed whether it is the one the form prints for its mode
     */
    record Study(
            String mode,
            @Nullable String level,
            @Nullable String levelCode,
            @Nullable String degree,
            @Nullable String degreeCode,
            @Nullable String school,
            @Nullable String degreeSchool,
            @Nullable String major,
            @Nullable String majorCode,
            @Nullable String years,
            @Nullable PartialDate degreeGranted,
            @Nullable Boolean printed)
            implements EducationFact {}

    /**
     * 培训 A11
     *
     * @param hours 学时
     */
    record Trained(
            String course,
            @Nullable String category,
            @Nullable String release,
            @Nullable String host,
            @Nullable String institution,
            @Nullable Integer hours,
            @Nullable Integer days,
            @Nullable Boolean abroad)
            implements EducationFact {}
}
