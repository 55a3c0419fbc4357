package huoshui.interchange.general;

import huoshui.dossier.fact.EducationFact.Study;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.DegreeWord;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.EducationWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Studies and degrees. 学历学位 A08 */
final class StudySet {

    private static final String FULLTIME = "fulltime";
    private static final String IN_SERVICE = "inservice";
    private static final List<String> FLAGS = List.of("A0831", "A0832", "A0834", "A0835", "A0838", "A0839");

    private StudySet() {}

    static void read(SheetRow row) {
        var levelCode = row.text("A0801B");
        var level = named(row.text("A0801A"), levelCode, "ZB64");
        var degreeCode = row.text("A0901B");
        var degree = named(row.text("A0901A"), degreeCode, "GB6864");
        var mode = mode(row, level);
        if (mode.isEmpty() || (level == null && degree == null)) {
            row.leaveAll();
            row.error(
                    "general.no-study", mode.isEmpty() ? "A0837" : "A0801A", "没有教育类别，或既无学历也无学位：此行未计入。请补填（1 全日制，2 在职）。");
            return;
        }
        FLAGS.forEach(row::skip);
        row.fact(
                new Study(
                        mode.get(),
                        level,
                        levelCode,
                        degree,
                        degreeCode,
                        row.text("A0814"),
                        null,
                        row.text("A0824"),
                        row.text("A0827"),
                        row.text("A0811"),
                        row.date("A0904"),
                        row.flag("A0899")),
                row.span(row.date("A0804"), row.date("A0807"), false));
    }

    private static @Nullable String named(@Nullable String name, @Nullable String code, String list) {
        if (name != null) return name;
        return code == null ? null : SheetRow.wordOf(code, list);
    }

    /** By the column, else by the flags of the highest, else in-service for what a Party school taught. */
    private static Optional<String> mode(SheetRow row, @Nullable String level) {
        var told = row.text("A0837");
        if ("1".equals(told) || "全日制".equals(told)) return Optional.of(FULLTIME);
        if ("2".equals(told) || "在职".equals(told)) return Optional.of(IN_SERVICE);
        if (Boolean.TRUE.equals(row.flag("A0831")) || Boolean.TRUE.equals(row.flag("A0832")))
            return Optional.of(FULLTIME);
        if (Boolean.TRUE.equals(row.flag("A0838")) || Boolean.TRUE.equals(row.flag("A0839")))
            return Optional.of(IN_SERVICE);
        return EducationWord.read(level).filter(EducationWord::partySchool).map(school -> IN_SERVICE);
    }

    static List<Map<String, String>> write(SheetWriting person) {
        var all = person.of(Study.class).toList();
        var rows = new ArrayList<Map<String, String>>();
        var studies = all.stream().map(SheetWriting.Typed::body).toList();
        for (var each : all) rows.add(row(person, each.body(), each.fact(), studies));
        return rows;
    }

    private static Map<String, String> row(SheetWriting person, Study study, SheetFact fact, List<Study> all) {
        boolean fulltime = study.mode().equals(FULLTIME);
        Predicate<Study> sameMode = each -> each.mode().equals(study.mode());
        return person.row()
                .text("A0801A", study.level())
                .text("A0801B", levelCode(study))
                .text("A0901A", study.degree())
                .text("A0901B", degreeCode(study))
                .date("A0804", fact.valid().firstDate())
                .date("A0807", fact.valid().lastDate())
                .date("A0904", study.degreeGranted())
                .text("A0814", study.school())
                .text("A0824", study.major())
                .text("A0827", study.majorCode())
                .text("A0837", fulltime ? "1" : "2")
                .text("A0811", study.years())
                .figure("A0831", fulltime && highestLevel(study, all, sameMode))
                .figure("A0832", fulltime && highestDegree(study, all, sameMode))
                .figure("A0834", highestLevel(study, all, each -> true))
                .figure("A0835", highestDegree(study, all, each -> true))
                .figure("A0838", !fulltime && highestLevel(study, all, sameMode))
                .figure("A0839", !fulltime && highestDegree(study, all, sameMode))
                .word("A0899", study.printed())
                .row();
    }

    private static @Nullable String levelCode(Study study) {
        if (study.levelCode() != null) return study.levelCode();
        return EducationWord.read(study.level()).map(EducationWord::code).orElse(null);
    }

    private static @Nullable String degreeCode(Study study) {
        if (study.degreeCode() != null) return study.degreeCode();
        return DegreeWord.read(study.degree()).map(DegreeWord::code).orElse(null);
    }

    private static boolean highestLevel(Study study, List<Study> all, Predicate<Study> among) {
        return highest(study, all, among, each -> EducationLevel.read(each.level()));
    }

    private static boolean highestDegree(Study study, List<Study> all, Predicate<Study> among) {
        return highest(study, all, among, each -> Degree.read(each.degree()));
    }

    /** Whether it is the first of the highest. */
    private static <T extends Comparable<? super T>> boolean highest(
            Study study, List<Study> all, Predicate<Study> among, Function<Study, Optional<T>> height) {
        return all.stream()
                .filter(among)
                .filter(each -> height.apply(each).isPresent())
                .min(Comparator.comparing(each -> height.apply(each).orElseThrow()))
                .filter(study::equals)
                .isPresent();
    }
}
