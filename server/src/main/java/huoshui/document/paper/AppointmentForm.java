package huoshui.document.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one 干部任免审批表 as they are printed: dates with their points, ages counted, rows in order. 任免审批表（待印）
 *
 * @param birth month and age: {@code 1966.03\n（54岁）}
 * @param retirement 到龄年月; null on the form before 2025, which has no such box
 * @param fulltime 学历 and 学位, a line each
 * @param submittedOn as prose: {@code 2026年1月15日}; empty when nobody said
 * @param photo null when there is none, or when {@code photoNote} says what is wrong with it
 * @param photoNote what stands in the photo's place
 */
public record AppointmentForm(
        String name,
        String sex,
        String birth,
        String ethnicity,
        String nativePlace,
        String birthPlace,
        String party,
        String workStarted,
        @Nullable String retirement,
        String health,
        String title,
        String expertise,
        String fulltime,
        String fulltimeSchool,
        String inservice,
        String inserviceSchool,
        String currentPost,
        String proposedPost,
        String proposedRemoval,
        String resume,
        String rewards,
        String assessments,
        String reason,
        List<Relative> family,
        String submittedBy,
        String submittedOn,
        String filledBy,
        @Nullable Picture photo,
        String photoNote) {

    /** A row of 家庭主要成员及重要社会关系. 家庭成员（待印） */
    public record Relative(String relation, String name, String age, String party, String post) {}
}
