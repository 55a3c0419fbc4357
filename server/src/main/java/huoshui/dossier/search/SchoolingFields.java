package huoshui.dossier.search;

import static huoshui.kernel.Chapter.EDUCATION;

import huoshui.dossier.city.Card;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was studied. 条件项：学历学位 */
final class SchoolingFields {

    private SchoolingFields() {}

    static void enter(Catalogue into) {
        var levels = Stream.of(EducationLevel.values())
                .map(each -> new Code(each.name(), each.title()))
                .toList();
        var degrees = Stream.of(Degree.DOCTOR, Degree.MASTER, Degree.BACHELOR)
                .map(each -> new Code(each.name(), each.title()))
                .toList();
        into.schooled(
                "education",
                "最高学历",
                "Highest education",
                levels,
                card -> card.schooling().level(),
                SchoolingFields::level);
        into.schooled(
                "fulltime",
                "全日制学历",
                "Full-time education",
                levels,
                card -> level(card.schooling().fulltime()),
                SchoolingFields::level);
        into.schooled(
                "inservice",
                "在职学历",
                "In-service education",
                levels,
                card -> level(card.schooling().inservice()),
                SchoolingFields::level);
        into.schooled(
                "degree",
                "最高学位",
                "Highest degree",
                degrees,
                card -> card.schooling().degree(),
                SchoolingFields::degree);
        into.schooled(
                "fulltimeDegree",
                "全日制学位",
                "Full-time degree",
                degrees,
                card -> degree(card.schooling().fulltime()),
                SchoolingFields::degree);
        into.schooled(
                "inserviceDegree",
                "在职学位",
                "In-service degree",
                degrees,
                card -> degree(card.schooling().inservice()),
                SchoolingFields::degree);
        into.texts("school", "毕业院校", "School", EDUCATION, "education", Measures::schools, card -> true);
        into.texts("major", "所学专业", "Major", EDUCATION, "education", Measures::majors, card -> true);
    }

    private static @Nullable EducationLevel level(Card.@Nullable Attained attained) {
        return attained == null ? null : attained.level();
    }

    private static @Nullable Degree degree(Card.@Nullable Attained attained) {
        return attained == null ? null : attained.degree();
    }

    private static @Nullable EducationLevel level(String text) {
        for (var each : EducationLevel.values()) if (each.name().equals(text)) return each;
        return EducationLevel.read(text).orElse(null);
    }

    private static @Nullable Degree degree(String text) {
        for (var each : Degree.values()) if (each.name().equals(text)) return each;
        return Degree.read(text).orElse(null);
    }
}
