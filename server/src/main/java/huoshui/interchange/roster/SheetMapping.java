package huoshui.interchange.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of one sheet mean. 列对应
 *
 * @param columns place, from 0, to column code; what is missing is not read
 * @param habits column code to what 1966.1 means there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SheetMapping(Map<Integer, String> columns, Map<String, Habit> habits, Hidden hiddenRows) {

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

    /** Columns that hold dates. */
    public static final Set<String> DATES =
            Set.of("birth", "partyJoined", "workStart", "postSince", "levelSince", "rankSince");

    public SheetMapping {
        columns = Map.copyOf(columns);
        habits = Map.copyOf(habits);
    }

    /** As the wording of the headings suggests; of two columns that mean the same the first is read. */
    public static SheetMapping guessed(SheetSurvey survey) {
        var columns = new LinkedHashMap<Integer, String>();
        var taken = new HashSet<String>();
        for (boolean sure : new boolean[] {true, false}) {
            for (var each : survey.headings()) {
                var guess = each.guess();
                if (guess == null || each.sure() != sure || columns.containsKey(each.column())) continue;
                if (taken.add(guess)) columns.put(each.column(), guess);
            }
        }
        return new SheetMapping(columns, Map.of(), Hidden.ASK);
    }

    /**
     * What is kept of a mapping for the next file of its source. 记住的列对应
     *
     * @param headings plain heading to column code; blank where it is not read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Remembered(Map<String, String> headings, Map<String, Habit> habits, Hidden hiddenRows) {

        /** The same for this sheet, whatever the order of its columns; new headings are guessed. */
        public SheetMapping on(SheetSurvey survey) {
            var columns = new HashMap<Integer, String>();
            var taken = new HashSet<String>();
            for (var each : survey.headings()) {
                var code = headings.get(Headings.plain(each.text()));
                if (code != null && !code.isEmpty() && taken.add(code)) columns.put(each.column(), code);
            }
            for (var each : guessed(survey).columns().entrySet()) {
                var heading = heading(survey, each.getKey());
                if (!headings.containsKey(Headings.plain(heading)) && taken.add(each.getValue()))
                    columns.put(each.getKey(), each.getValue());
            }
            return new SheetMapping(columns, habits, hiddenRows);
        }
    }

    public Remembered remembered(SheetSurvey survey) {
        var headings = new HashMap<String, String>();
        for (var each : survey.headings())
            headings.put(Headings.plain(each.text()), columns.getOrDefault(each.column(), ""));
        return new Remembered(headings, habits, hiddenRows);
    }

    private static String heading(SheetSurvey survey, int column) {
        return survey.headings().stream()
                .filter(each -> each.column() == column)
                .map(SheetSurvey.Heading::text)
                .findFirst()
                .orElse("");
    }

    /** Questions that only a person can answer: columns in which 1966.1 stands and nobody has said what it means. */
    public List<String> open(SheetSurvey survey) {
        return survey.headings().stream()
                .filter(each -> each.ambiguous() > 0)
                .map(each -> columns.getOrDefault(each.column(), ""))
                .map(each -> each.equals("birthAge") ? "birth" : each)
                .filter(DATES::contains)
                .filter(each -> habits.getOrDefault(each, Habit.ASK) == Habit.ASK)
                .toList();
    }

    public Habit habit(String code) {
        return habits.getOrDefault(code, Habit.ASK);
    }
}
