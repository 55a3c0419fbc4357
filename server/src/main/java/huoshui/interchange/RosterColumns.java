package huoshui.interchange;

import huoshui.dossier.search.Fields;
import huoshui.interchange.roster.RelativeCell;
import huoshui.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue of what a roster can say of a person; the same for spreadsheets, print and what comes in. 名册列目录 */
public final class RosterColumns {

    /** Counts the rows; it says nothing of anybody. */
    public static final String NUMBERING = "n";

    static final String GRADE = "grade:";
    private static final Map<String, RosterColumn> ALL = new LinkedHashMap<>();

    static {
        Stream.of(
                        PersonColumns.all(),
                        SchoolingColumns.all(),
                        CareerColumns.all(),
                        RecordColumns.management(),
                        TalentColumns.all(),
                        RecordColumns.appraisal(),
                        FamilyColumns.all(),
                        RecordColumns.closing())
                .flatMap(List::stream)
                .forEach(each -> ALL.put(each.code(), each));
    }

    private RosterColumns() {}

    public static List<RosterColumn> all() {
        return List.copyOf(ALL.values());
    }

    /** @throws Refusal {@code unknown-column} */
    public static RosterColumn of(String code) {
        return find(code)
                .orElseThrow(() -> Refusal.input("unknown-column", "未办理：没有“%s”这一列。请从名册列目录中选取。".formatted(code)));
    }

    public static Optional<RosterColumn> find(String code) {
        if (code.matches("grade:\\d{4}"))
            return Optional.of(RecordColumns.grade(code, Integer.parseInt(code.substring(GRADE.length()))));
        return Optional.ofNullable(ALL.get(code)).or(() -> RelativeCell.of(code).map(FamilyColumns::of));
    }

    /** What a column, or else a field people are asked by, is called. */
    static String called(String code) {
        var column = ALL.get(code);
        if (column != null) return column.title();
        return Fields.all().stream()
                .filter(each -> each.code().equals(code))
                .map(each -> each.label())
                .findFirst()
                .orElse(code);
    }
}
