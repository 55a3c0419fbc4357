package huoshui.interchange.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one sheet mean. 列对应
 *
 * @param columns place, from 0, to column code; what is missing is not read
 * @param habits column code to what 1966.1 means there
 * @param above whom a row is about that has a relative but nobody's name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SheetMapping(
        Map<Integer, String> columns,
        Map<String, Habit> habits,
        Hidden hiddenRows,
        @Nullable Above above) {

    /** What 1966.1 means. 日期写法 */
    public enum Habit {
        ASK,
        JANUARY,
        OCTOBER
    }

    /** What becomes of rows that somebody has hidden. 隐藏行 */
    public enum Hidden {
        ASK,
        TAKE,
        SKIP
    }

    /** Whose relative stands in a row without a name. 姓名空着的行 */
    public enum Above {
        ASK,
        TAKE
    }

    /** What is asked of a sheet that has such rows. */
    public static final String ABOVE = "above";

    /** What 1966.1 means in dates of birth of relatives, whichever of them. */
    public static final String RELATIVE_BIRTH = "relativeBirth";

    /** Columns that hold dates. */
    public static final Set<String> DATES = Set.of(
            "birth", "partyJoined", "workStart", "postSince", "levelSince", "rankSince", "talentSince", "consented");

    public SheetMapping {
        columns = Map.copyOf(columns);
        habits = Map.copyOf(habits);
        above = above == null ? Above.ASK : above;
    }

    /** As the wording of the headings suggests; of two columns that mean the same the first is read. */
    public static SheetMapping guessed(SheetSurvey survey) {
        var columns = new LinkedHashMap<Integer, String>(FamilyHeadings.of(survey));
        var taken = new HashSet<>(columns.values());
        for (boolean sure : new boolean[] {true, false}) {
            for (var each : survey.headings()) {
                var guess = each.guess();
                if (guess == null || each.sure() != sure || columns.containsKey(each.column())) continue;
                if (RelativeCell.is(guess)) continue;
                if (taken.add(guess)) columns.put(each.column(), guess);
            }
        }
        return new SheetMapping(columns, Map.of(), Hidden.ASK, Above.ASK);
    }

    /** Headings told apart by how they read and, where several read alike, by their order. */
    private static Map<Integer, String> keys(SheetSurvey survey) {
        var keys = new LinkedHashMap<Integer, String>();
        var met = new HashMap<String, Integer>();
        for (var each : survey.headings()) {
            var plain = Headings.plain(each.text());
            int time = met.merge(plain, 1, Integer::sum);
            keys.put(each.column(), time == 1 ? plain : plain + "#" + time);
        }
        return keys;
    }

    /**
     * What is kept of a mapping for the next file of its source. 记住的列对应
     *
     * @param headings plain heading to column code; blank where it is not read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Remembered(
            Map<String, String> headings,
            Map<String, Habit> habits,
            Hidden hiddenRows,
            @Nullable Above above) {

        /** The same for this sheet, whatever the order of its columns; new headings are guessed. */
        public SheetMapping on(SheetSurvey survey) {
            var columns = new HashMap<Integer, String>();
            var taken = new HashSet<String>();
            var keys = keys(survey);
            keys.forEach((column, key) -> {
                var code = headings.get(key);
                if (code != null && !code.isEmpty() && taken.add(code)) columns.put(column, code);
            });
            guessed(survey).columns().forEach((column, code) -> {
                if (!headings.containsKey(keys.getOrDefault(column, "")) && taken.add(code)) columns.put(column, code);
            });
            return new SheetMapping(columns, habits, hiddenRows, above);
        }
    }

    public Remembered remembered(SheetSurvey survey) {
        var headings = new HashMap<String, String>();
        keys(survey).forEach((column, key) -> headings.put(key, columns.getOrDefault(column, "")));
        return new Remembered(headings, habits, hiddenRows, above);
    }

    /**
     * Questions that only a person can answer: columns in which 1966.1 stands and nobody has said what it means, and whose
     * the relatives are that stand beside no name.
     */
    public List<String> open(SheetSurvey survey) {
        var dates = survey.headings().stream()
                .filter(each -> each.ambiguous() > 0)
                .map(each -> dated(columns.getOrDefault(each.column(), "")))
                .filter(each -> !each.isEmpty() && habit(each) == Habit.ASK)
                .distinct();
        return Stream.concat(dates, nameless(survey) && above == Above.ASK ? Stream.of(ABOVE) : Stream.empty())
                .toList();
    }

    private boolean nameless(SheetSurvey survey) {
        int named = Math.max(filled(survey, "name"), filled(survey, "idNumber"));
        return named < filled(survey, new RelativeCell(0, RelativeCell.Part.NAME).code());
    }

    private int filled(SheetSurvey survey, String code) {
        return survey.headings().stream()
                .filter(each -> code.equals(columns.get(each.column())))
                .mapToInt(SheetSurvey.Heading::filled)
                .sum();
    }

    /** Under which name it is kept what 1966.1 means in a column; empty where it holds no dates. */
    private static String dated(String code) {
        if (code.equals("birthAge")) return "birth";
        if (DATES.contains(code)) return code;
        return RelativeCell.of(code)
                .filter(each -> each.part() == RelativeCell.Part.BIRTH)
                .map(each -> RELATIVE_BIRTH)
                .orElse("");
    }

    public Habit habit(String code) {
        var dated = dated(code);
        return habits.getOrDefault(dated.isEmpty() ? code : dated, Habit.ASK);
    }
}
