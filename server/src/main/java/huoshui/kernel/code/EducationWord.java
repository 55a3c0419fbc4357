package huoshui.kernel.code;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Schooling as the form writes it. 学历（ZB64）
 *
 * @param code of ZB64; null when the list has no entry for it (结业, 肄业)
 * @param name as written, without blanks: 大学, 中央党校研究生, 省委党校大学, 大学肄业
 */
public record EducationWord(@Nullable String code, String name, EducationLevel level, School school, Outcome outcome) {

    /** Who taught. 办学单位 */
    public enum School {
        ORDINARY,
        CENTRAL_PARTY_SCHOOL,
        PROVINCIAL_PARTY_SCHOOL
    }

    /** How it ended. 学习结果：毕业、结业、肄业 */
    public enum Outcome {
        GRADUATED,
        COMPLETED,
        LEFT
    }

    private static final Pattern PROVINCIAL = Pattern.compile(".*(?:省|区|市|自治区|\\(省、?区、?市\\)|省\\(区、市\\))委党校(.+)");
    private static final Map<String, EducationLevel> LEVELS = Map.ofEntries(
            Map.entry("研究生", EducationLevel.POSTGRADUATE),
            Map.entry("研究生教育", EducationLevel.POSTGRADUATE),
            Map.entry("研究生班", EducationLevel.POSTGRADUATE),
            Map.entry("大学", EducationLevel.UNDERGRADUATE),
            Map.entry("本科教育", EducationLevel.UNDERGRADUATE),
            Map.entry("本科", EducationLevel.UNDERGRADUATE),
            Map.entry("大学本科", EducationLevel.UNDERGRADUATE),
            Map.entry("大学普通班", EducationLevel.ORDINARY_CLASS),
            Map.entry("大专", EducationLevel.JUNIOR_COLLEGE),
            Map.entry("专科", EducationLevel.JUNIOR_COLLEGE),
            Map.entry("专科教育", EducationLevel.JUNIOR_COLLEGE),
            Map.entry("大学专科", EducationLevel.JUNIOR_COLLEGE),
            Map.entry("中专", EducationLevel.SECONDARY_SPECIALIZED),
            Map.entry("中技", EducationLevel.TECHNICAL),
            Map.entry("技校", EducationLevel.TECHNICAL),
            Map.entry("高中", EducationLevel.SENIOR_HIGH),
            Map.entry("初中", EducationLevel.JUNIOR_HIGH),
            Map.entry("小学", EducationLevel.PRIMARY));

    /** From a code of ZB64 or a name, with 党校 before it and 毕业, 结业 or 肄业 after it. */
    public static Optional<EducationWord> read(@Nullable String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        var name = Codes.list("ZB64").name(text).orElse(text);
        return parse(Spelling.plain(name));
    }

    private static Optional<EducationWord> parse(String name) {
        var outcome = outcomeOf(name);
        var studied = outcome == Outcome.GRADUATED
                ? name.replaceFirst("(?<=.)毕业$", "")
                : name.substring(0, name.length() - 2);
        var school = schoolOf(studied);
        var level = LEVELS.get(bare(studied, school).replaceFirst("学历$", ""));
        if (level == null) return Optional.empty();
        return Optional.of(
                new EducationWord(codeOf(studied, level, school, outcome), printed(name), level, school, outcome));
    }

    private static Outcome outcomeOf(String name) {
        if (name.endsWith("结业")) return Outcome.COMPLETED;
        return name.endsWith("肄业") ? Outcome.LEFT : Outcome.GRADUATED;
    }

    private static School schoolOf(String name) {
        if (name.startsWith("中央党校") || name.startsWith("中共中央党校")) return School.CENTRAL_PARTY_SCHOOL;
        return PROVINCIAL.matcher(name).matches() ? School.PROVINCIAL_PARTY_SCHOOL : School.ORDINARY;
    }

    private static String bare(String name, School school) {
        return switch (school) {
            case ORDINARY -> name;
            case CENTRAL_PARTY_SCHOOL -> name.replaceFirst("^(?:中共)?中央党校(?:\\(国家行政学院\\))?", "");
            case PROVINCIAL_PARTY_SCHOOL -> PROVINCIAL.matcher(name).replaceFirst("$1");
        };
    }

    private static @Nullable String codeOf(String studied, EducationLevel level, School school, Outcome outcome) {
        if (outcome != Outcome.GRADUATED) return null;
        return switch (level) {
            case POSTGRADUATE -> bySchool(school, studied.endsWith("班") ? "13" : "11", "1A", "1B");
            case UNDERGRADUATE -> bySchool(school, "21", "2A", "2B");
            case JUNIOR_COLLEGE -> bySchool(school, "31", "34", "37");
            case ORDINARY_CLASS -> "3B";
            case SECONDARY_SPECIALIZED -> "41";
            case TECHNICAL -> "47";
            case SENIOR_HIGH -> "61";
            case JUNIOR_HIGH -> "71";
            case PRIMARY -> "81";
        };
    }

    private static String bySchool(School school, String ordinary, String central, String provincial) {
        return switch (school) {
            case ORDINARY -> ordinary;
            case CENTRAL_PARTY_SCHOOL -> central;
            case PROVINCIAL_PARTY_SCHOOL -> provincial;
        };
    }

    private static String printed(String plain) {
        return plain.replace('(', '（').replace(')', '）');
    }

    public boolean graduated() {
        return outcome == Outcome.GRADUATED;
    }

    public boolean partySchool() {
        return school != School.ORDINARY;
    }
}
