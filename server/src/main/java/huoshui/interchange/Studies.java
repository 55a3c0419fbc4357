package huoshui.interchange;

import static java.util.Comparator.comparingInt;

import huoshui.dossier.fact.EducationFact.Study;
import huoshui.interchange.form.PersonSheet.Education;
import huoshui.interchange.form.PersonSheet.Mode;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which studies the form prints: the highest level and the highest degree of each mode. 表中所列学历学位 */
final class Studies {

    private static final int NONE = 99;

    private Studies() {}

    static List<Education> printed(List<Held> held, Mode mode) {
        var studies = held.stream()
                .map(Held::body)
                .filter(Study.class::isInstance)
                .map(Study.class::cast)
                .filter(each -> mode(each) == mode && !Boolean.FALSE.equals(each.printed()))
                .toList();
        var entries = new ArrayList<Education>();
        studies.stream()
                .filter(each -> each.level() != null || each.degree() == null)
                .min(comparingInt((Study each) -> place(each.level())).thenComparing(each -> each.level() == null))
                .ifPresent(each -> entries.add(new Education(mode, each.level(), null, school(each))));
        studies.stream()
                .filter(each -> each.degree() != null)
                .min(comparingInt(each -> degreePlace(each.degree())))
                .ifPresent(each -> entries.add(new Education(mode, null, each.degree(), degreeSchool(each))));
        return entries;
    }

    static Mode mode(Study study) {
        return study.mode().equals("fulltime") ? Mode.FULLTIME : Mode.INSERVICE;
    }

    private static int place(@Nullable String level) {
        return EducationLevel.read(level).map(Enum::ordinal).orElse(NONE);
    }

    private static int degreePlace(@Nullable String degree) {
        return Degree.read(degree).map(Enum::ordinal).orElse(NONE);
    }

    private static @Nullable String school(Study study) {
        return joined(study.school(), study.major());
    }

    private static @Nullable String degreeSchool(Study study) {
        return study.degreeSchool() == null ? school(study) : study.degreeSchool();
    }

    private static @Nullable String joined(@Nullable String school, @Nullable String major) {
        if (school == null || major == null || school.contains(major)) return school;
        return school + major + (major.endsWith("专业") ? "" : "专业");
    }
}
