package huoshui.interchange.general;

import huoshui.dossier.fact.FactKinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is being read about one person. 正在识读的一人 */
final class SheetGathering {

    private final GeneralPerson person;
    private final LocalDate evidenced;
    private final UnitKeys units;
    private final List<SheetFact> facts = new ArrayList<>();
    private final List<GeneralProblem> problems = new ArrayList<>();
    private final List<GeneralReading.Unplaced> unplaced = new ArrayList<>();

    SheetGathering(GeneralPerson person, LocalDate evidenced, UnitKeys units) {
        this.person = person;
        this.evidenced = evidenced;
        this.units = units;
    }

    LocalDate evidenced() {
        return evidenced;
    }

    UnitKeys units() {
        return units;
    }

    boolean has(String set) {
        return !person.rows(set).isEmpty();
    }

    void add(SheetFact fact) {
        facts.add(fact);
    }

    void unplaced(GeneralReading.Unplaced value) {
        unplaced.add(value);
    }

    List<SheetFact> facts() {
        return facts;
    }

    void error(String code, String set, int row, @Nullable String column, String what) {
        problems.add(GeneralProblem.error(code, message(set, row, column, what)).at(set, row, person.a0000(), column));
    }

    void warn(String code, String set, int row, @Nullable String column, String what) {
        problems.add(
                GeneralProblem.warning(code, message(set, row, column, what)).at(set, row, person.a0000(), column));
    }

    private String message(String set, int row, @Nullable String column, String what) {
        var field = column == null ? "" : "的" + GeneralColumns.called(set, column);
        return "%s%s第 %d 行%s：%s".formatted(person.name(), GeneralColumns.called(set), row, field, what);
    }

    /** Ends the reading: what cannot hold side by side is told. */
    GeneralReading done() {
        var last = new HashMap<String, List<SheetFact>>();
        for (var fact : facts) {
            var kind = FactKinds.ALL.of(fact.body());
            if (!kind.exclusive()) continue;
            var same = last.computeIfAbsent(kind.code() + "\n" + fact.body().slot(), key -> new ArrayList<>());
            same.stream()
                    .filter(each -> each.valid().overlaps(fact.valid()))
                    .findFirst()
                    .ifPresent(other -> tellClash(other, fact));
            same.add(fact);
        }
        return new GeneralReading(
                List.copyOf(facts),
                List.copyOf(problems),
                List.copyOf(unplaced),
                new Leftovers(List.of(), java.util.Map.of()));
    }

    private void tellClash(SheetFact other, SheetFact fact) {
        error(
                "general.clash",
                fact.set(),
                fact.row(),
                null,
                "与%s第 %d 行时间重叠，两者不能同时成立。请核对起止时间。".formatted(GeneralColumns.called(other.set()), other.row()));
    }

    /** Rows of a set, numbered. */
    void each(String set, RowTaker taker) {
        var rows = person.rows(set);
        for (int i = 0; i < rows.size(); i++) {
            var row = new SheetRow(set, i + 1, rows.get(i), this);
            taker.take(row);
            row.close();
        }
    }

    /** Sets that no fact comes from. */
    void leaveOthers(Map<String, ?> known) {
        person.sets().keySet().stream().filter(set -> !known.containsKey(set)).forEach(set -> each(set, row -> {}));
    }

    /** Reads one row. */
    @FunctionalInterface
    interface RowTaker {
        void take(SheetRow row);
    }
}
