package huoshui.interchange;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The box 年度考核结果: the last two years, in words. 年度考核栏 */
final class Grades {

    private static final int YEARS = 2;
    private static final String GRADE = "优秀|基本称职|不称职|称职|基本合格|不合格|合格|不定等次|不确定等次|未定等次";
    private static final Pattern CLAUSE =
            Pattern.compile("((?:\\d{4}年?(?:度)?[、,，和]?)+)(?:年度考核|考核)?(?:结果)?(?:均|都)?(?:为|是|被评为|评为|被确定为|确定为|评定为)?[:：]?("
                    + GRADE + ")(?:等次)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private Grades() {}

    static String text(List<AnnualGrade> grades) {
        var sorted = grades.stream().sorted(comparingInt(AnnualGrade::year)).toList();
        return sorted.stream()
                .skip(Math.max(0, sorted.size() - YEARS))
                .map(each -> each.year() + "年" + each.grade())
                .collect(joining("，"));
    }

    /** The grades of a text that says nothing else; empty when any of it is not understood. */
    static Optional<List<AnnualGrade>> read(String text) {
        Map<Integer, String> found = new TreeMap<>();
        var plain = text.replaceAll("\\s", "").replaceAll("[。；;]", "，");
        var clauses = CLAUSE.matcher(plain);
        int end = 0;
        while (clauses.find()) {
            if (!plain.substring(end, clauses.start()).matches("[，,、]*")) return Optional.empty();
            var years = YEAR.matcher(clauses.group(1));
            while (years.find()) found.put(Integer.parseInt(years.group()), clauses.group(2));
            end = clauses.end();
        }
        if (found.isEmpty() || !plain.substring(end).matches("[，,、]*")) return Optional.empty();
        var grades = new ArrayList<AnnualGrade>();
        found.forEach((year, grade) -> grades.add(new AnnualGrade(year, grade, null)));
        return Optional.of(grades);
    }
}
