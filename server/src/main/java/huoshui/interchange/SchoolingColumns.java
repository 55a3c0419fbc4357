package huoshui.interchange;

import static huoshui.interchange.NewColumn.blank;
import static huoshui.kernel.Chapter.EDUCATION;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FormFact.Box;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody studied. 学历学位各列 */
final class SchoolingColumns {

    private SchoolingColumns() {}

    static List<RosterColumn> all() {
        return List.of(
                study(12, "fulltimeLevel", "全日制学历", "Full-time education")
                        .says(p -> blank(p.form().text(Box.FULLTIME_LEVEL))),
                study(14, "fulltimeDegree", "全日制学位", "Full-time degree")
                        .says(p -> blank(p.form().text(Box.FULLTIME_DEGREE))),
                study(26, "fulltimeSchool", "全日制毕业院校系及专业", "Full-time school")
                        .says(p -> either(p, Box.FULLTIME_LEVEL_SCHOOL, Box.FULLTIME_DEGREE_SCHOOL)),
                study(16, "fulltime", "全日制学历学位", "Full-time studies")
                        .says(p -> joined(p, Box.FULLTIME_LEVEL, Box.FULLTIME_DEGREE)),
                study(14, "inserviceLevel", "在职学历", "In-service education")
                        .says(p -> blank(p.form().text(Box.INSERVICE_LEVEL))),
                study(14, "inserviceDegree", "在职学位", "In-service degree")
                        .says(p -> blank(p.form().text(Box.INSERVICE_DEGREE))),
                study(26, "inserviceSchool", "在职毕业院校系及专业", "In-service school")
                        .says(p -> either(p, Box.INSERVICE_LEVEL_SCHOOL, Box.INSERVICE_DEGREE_SCHOOL)),
                study(16, "inservice", "在职学历学位", "In-service studies")
                        .says(p -> joined(p, Box.INSERVICE_LEVEL, Box.INSERVICE_DEGREE)),
                column(10, "education", "最高学历", "Highest education").says(SchoolingColumns::level),
                column(10, "degree", "最高学位", "Highest degree").says(SchoolingColumns::degree),
                column(16, "major", "所学专业", "Major")
                        .says(p -> p.card().schooling().all().stream()
                                .map(Study::major)
                                .filter(Objects::nonNull)
                                .distinct()
                                .collect(joining("、"))));
    }

    private static NewColumn column(int width, String code, String title, String english) {
        return new NewColumn(EDUCATION, width, code, title, english);
    }

    /** As a box of the form has it. */
    private static NewColumn study(int width, String code, String title, String english) {
        return column(width, code, title, english).from("study", "printed").comesIn();
    }

    private static @Nullable String level(RosterPerson p) {
        var level = p.card().schooling().level();
        return level == null ? null : level.title();
    }

    private static @Nullable String degree(RosterPerson p) {
        var degree = p.card().schooling().degree();
        return degree == null ? null : degree.title();
    }

    private static @Nullable String either(RosterPerson p, Box one, Box other) {
        var school = p.form().text(one);
        return blank(school.isEmpty() ? p.form().text(other) : school);
    }

    private static @Nullable String joined(RosterPerson p, Box one, Box other) {
        return blank(Stream.of(one, other)
                .map(p.form()::text)
                .filter(each -> !each.isEmpty())
                .collect(joining("\n")));
    }
}
