package huoshui.interchange.form;

import huoshui.interchange.form.PersonSheet.Education;
import huoshui.interchange.form.PersonSheet.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The eight boxes of education as entries, and back. 学历学位栏
 *
 * <p>Level and degree from one school are one entry; from two schools they are two.
 */
public final class Schooling {

    private Schooling() {}

    static List<Education> read(Form form, List<Problem> problems) {
        var entries = new ArrayList<Education>();
        entries.addAll(split(
                Mode.FULLTIME,
                text(form, Box.FULLTIME_LEVEL),
                text(form, Box.FULLTIME_DEGREE),
                text(form, Box.FULLTIME_LEVEL_SCHOOL),
                text(form, Box.FULLTIME_DEGREE_SCHOOL)));
        entries.addAll(split(
                Mode.INSERVICE,
                text(form, Box.INSERVICE_LEVEL),
                text(form, Box.INSERVICE_DEGREE),
                text(form, Box.INSERVICE_LEVEL_SCHOOL),
                text(form, Box.INSERVICE_DEGREE_SCHOOL)));
        for (var each : entries) check(each, problems);
        return entries;
    }

    private static @Nullable String text(Form form, Box box) {
        var text = form.text(box);
        return text.isEmpty() ? null : text;
    }

    public static List<Education> split(
            Mode mode,
            @Nullable String level,
            @Nullable String degree,
            @Nullable String levelSchool,
            @Nullable String degreeSchool) {
        if (level == null && degree == null && levelSchool == null && degreeSchool == null) return List.of();
        if (levelSchool == null || degreeSchool == null || levelSchool.equals(degreeSchool))
            return List.of(new Education(mode, level, degree, levelSchool == null ? degreeSchool : levelSchool));
        return List.of(new Education(mode, level, null, levelSchool), new Education(mode, null, degree, degreeSchool));
    }

    private static void check(Education each, List<Problem> problems) {
        var mode = each.mode() == Mode.FULLTIME ? "全日制" : "在职";
        var level = each.level();
        if (level == null && each.degree() == null)
            problems.add(warning("education.school-only", mode + "教育只填了院校“" + each.school() + "”，没有学历或学位；请补填学历或学位。"));
        if (level == null) return;
        if (each.mode() == Mode.FULLTIME && Vocabulary.partySchool(level))
            problems.add(warning("education.party-school", "全日制学历填写为“" + level + "”，党校学历应填在在职教育栏；请核对后移到在职教育。"));
        if (!Vocabulary.knowsLevel(level))
            problems.add(warning(
                    "education.level", mode + "学历填写为“" + FormDate.shortened(level) + "”，不在学历名称之内，已原样保留；请核对后改为规范名称。"));
    }

    private static Problem warning(String code, String what) {
        return Problem.warning("education", code, "读取学历学位：" + what);
    }

    /** What the four boxes of one mode hold for these entries, in box order: level, degree, and their schools. */
    public static List<String> boxes(List<Education> entries, Mode mode) {
        String level = "";
        String degree = "";
        String levelSchool = "";
        String degreeSchool = "";
        for (var each : entries) {
            if (each.mode() != mode) continue;
            var school = Objects.requireNonNullElse(each.school(), "");
            if (each.level() != null && level.isEmpty()) {
                level = each.level();
                levelSchool = school;
            }
            if (each.degree() != null && degree.isEmpty()) {
                degree = each.degree();
                degreeSchool = school;
            }
        }
        return List.of(level, degree, levelSchool, degreeSchool);
    }
}
