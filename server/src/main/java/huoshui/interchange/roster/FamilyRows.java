package huoshui.interchange.roster;

import huoshui.interchange.form.Problem;
import huoshui.interchange.roster.RelativeCell.Part;
import huoshui.interchange.roster.SheetMapping.Above;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of one person's relatives together, where a table has a row for each. 家庭成员归并
 *
 * <p>Only rows that follow one another are one family: somebody met again further down is told, never put together.
 */
final class FamilyRows {

    private final Above above;
    private final Consumer<RosterRow> each;
    private final Set<String> met = new HashSet<>();
    private @Nullable Family open;

    private static final class Family {
        private final int number;
        private final Map<String, String> said = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private int relatives;
        private boolean refused;

        Family(int number) {
            this.number = number;
        }
    }

    FamilyRows(Above above, Consumer<RosterRow> each) {
        this.above = above;
        this.each = each;
    }

    void take(RosterRow row) {
        boolean named = row.said().containsKey("name") || row.said().containsKey("idNumber");
        var family = open;
        if (family != null && (named ? same(family.said, row.said()) : above == Above.TAKE)) {
            add(family, row);
            return;
        }
        if (!named && row.said().keySet().stream().anyMatch(RelativeCell::is)) {
            each.accept(nobody(row));
            return;
        }
        end();
        var fresh = new Family(row.number());
        if (!met.add(key(row.said()))) {
            fresh.refused = true;
            fresh.problems.add(Problem.error(
                    "file",
                    "roster.family-apart",
                    "读取第 " + row.number() + " 行：这位干部的家庭成员在表中前面已经出现过，分在几处，这一处没有读取；请把同一干部的家庭成员排在一起后再导入。"));
        }
        open = fresh;
        add(fresh, row);
    }

    void end() {
        var family = open;
        open = null;
        if (family == null) return;
        if (!family.said.containsKey("name") && !family.said.containsKey("idNumber")) {
            family.refused = true;
            family.problems.add(Problem.error(
                    "name", "required.name", "读取第 " + family.number + " 行：没有干部姓名，也没有身份证号，没有读取；请补填是哪位干部的家庭成员后再导入。"));
        } else if (!family.said.containsKey("idNumber") && !family.said.containsKey("birth"))
            family.problems.add(Problem.error(
                    "idNumber",
                    "roster.unidentified",
                    "读取第 " + family.number + " 行：干部的身份证号和出生年月都没有，不能认定是谁；请至少补填一项，或在核对时逐人认定。"));
        each.accept(
                new RosterRow(family.number, Map.copyOf(family.said), List.copyOf(family.problems), family.refused));
    }

    private static RosterRow nobody(RosterRow row) {
        var why = Problem.error(
                "name",
                "roster.family-nobody",
                "读取第 " + row.number() + " 行：没有写是哪位干部的家庭成员，没有读取；请在列对应中说明空着的是否算上一行的干部，或补填干部姓名后再导入。");
        return new RosterRow(row.number(), row.said(), List.of(why), true);
    }

    private static void add(Family family, RosterRow row) {
        int place = row.said().keySet().stream().anyMatch(RelativeCell::is) ? ++family.relatives : 0;
        row.said().forEach((code, text) -> {
            var cell = RelativeCell.of(code);
            if (cell.isEmpty()) family.said.putIfAbsent(code, text);
            else if (place <= RelativeCell.MOST)
                family.said.put(cell.get().at(place).code(), text);
        });
        if (place == RelativeCell.MOST + 1)
            family.problems.add(Problem.error(
                    "family",
                    "family.too-many",
                    "读取第 " + row.number() + " 行：一人的家庭成员超过 " + RelativeCell.MOST + " 名，其后的没有读取；请核对是否写错了干部姓名。"));
        family.problems.addAll(row.problems());
        family.refused |= row.refused();
    }

    private static boolean same(Map<String, String> one, Map<String, String> other) {
        if (one.containsKey("idNumber") && other.containsKey("idNumber"))
            return Objects.equals(one.get("idNumber"), other.get("idNumber"));
        if (other.containsKey("name") && !Objects.equals(plain(one.get("name")), plain(other.get("name"))))
            return false;
        var born = born(one);
        var otherBorn = born(other);
        if (born.isPresent() && otherBorn.isPresent()) return born.equals(otherBorn);
        return !one.containsKey("birth")
                || !other.containsKey("birth")
                || one.get("birth").equals(other.get("birth"));
    }

    /** The month as written, or else as the id number holds it: namesakes are told apart by either. */
    private static Optional<PartialDate> born(Map<String, String> said) {
        var text = said.getOrDefault("birth", "");
        // 1966.1 may be October that lost its nought.
        var written = text.matches("\\d{4}\\.1") ? Optional.<PartialDate>empty() : PartialDate.read(text);
        var number = said.getOrDefault("idNumber", "");
        if (written.isEmpty() && number.matches("\\d{17}[\\dXx]"))
            written = PartialDate.read(number.substring(6, 10) + "." + number.substring(10, 12));
        return written.map(PartialDate::toMonth);
    }

    private static String key(Map<String, String> said) {
        return said.getOrDefault("idNumber", plain(said.get("name")) + said.getOrDefault("birth", ""));
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.replaceAll("\\s+", "");
    }

    /** Whether a mapping has a row for each relative. */
    static boolean in(SheetMapping mapping) {
        return mapping.columns().containsValue(new RelativeCell(0, Part.RELATION).code())
                || mapping.columns().containsValue(new RelativeCell(0, Part.NAME).code());
    }
}
