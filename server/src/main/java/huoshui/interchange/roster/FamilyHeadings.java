package huoshui.interchange.roster;

import huoshui.interchange.roster.RelativeCell.Part;
import huoshui.interchange.roster.SheetSurvey.Heading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a sheet are about relatives rather than the person. 家庭成员表头
 *
 * <p>Headings that say so by themselves are taken at their word. A bare 称谓 makes those to its right a relative's only where
 * the person's own 姓名 or 身份证号 stands to its left and another 姓名 to its right; otherwise nothing is supposed.
 */
final class FamilyHeadings {

    private FamilyHeadings() {}

    static Map<Integer, String> of(SheetSurvey survey) {
        var headed = new LinkedHashMap<Integer, RelativeCell>();
        for (var each : survey.headings()) {
            var cell = RelativeCell.headed(Headings.plain(each.text()));
            cell.ifPresent(found -> headed.put(each.column(), found));
        }
        if (headed.isEmpty()) return Map.of();
        var relations = headed.entrySet().stream()
                .filter(each -> each.getValue().part() == Part.RELATION)
                .toList();
        if (relations.isEmpty() || !beside(survey, relations.getFirst().getKey())) return Map.of();
        boolean several = relations.size() > 1
                && relations.stream().allMatch(each -> each.getValue().place() == 0);
        return several
                ? repeated(survey, relations.stream().map(Map.Entry::getKey).toList())
                : once(survey, headed);
    }

    /** Somebody's name or number left of the first relation. */
    private static boolean beside(SheetSurvey survey, int relation) {
        return survey.headings().stream()
                .anyMatch(each -> each.column() < relation
                        && ("name".equals(each.guess()) || "idNumber".equals(each.guess()))
                        && each.sure());
    }

    private static Map<Integer, String> once(SheetSurvey survey, Map<Integer, RelativeCell> headed) {
        var columns = new LinkedHashMap<Integer, String>();
        var taken = new HashSet<String>();
        headed.forEach((column, cell) -> {
            if (taken.add(cell.code())) columns.put(column, cell.code());
        });
        if (headed.values().stream().noneMatch(each -> each.place() == 0)) return columns;
        int relation = headed.entrySet().stream()
                .filter(each -> each.getValue().equals(new RelativeCell(0, Part.RELATION)))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        for (var each : right(survey, relation, Integer.MAX_VALUE)) {
            var cell = bare(each).map(part -> new RelativeCell(0, part));
            if (cell.isPresent()
                    && !columns.containsKey(each.column())
                    && taken.add(cell.get().code()))
                columns.put(each.column(), cell.get().code());
        }
        return taken.contains(new RelativeCell(0, Part.NAME).code()) ? columns : Map.of();
    }

    /** 称谓 姓名 … 称谓 姓名 …: the first relative, the second. */
    private static Map<Integer, String> repeated(SheetSurvey survey, List<Integer> relations) {
        var columns = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < relations.size() && i < RelativeCell.MOST; i++) {
            int end = i + 1 < relations.size() ? relations.get(i + 1) : Integer.MAX_VALUE;
            var taken = new HashSet<Part>();
            columns.put(relations.get(i), new RelativeCell(i + 1, Part.RELATION).code());
            for (var each : right(survey, relations.get(i), end)) {
                var part = RelativeCell.headed(Headings.plain(each.text()))
                        .map(RelativeCell::part)
                        .or(() -> bare(each));
                if (part.isPresent() && taken.add(part.get()))
                    columns.put(each.column(), new RelativeCell(i + 1, part.get()).code());
            }
            if (!taken.contains(Part.NAME)) return Map.of();
        }
        return columns;
    }

    private static List<Heading> right(SheetSurvey survey, int from, int to) {
        var all = new ArrayList<Heading>();
        for (var each : survey.headings()) if (each.column() > from && each.column() < to) all.add(each);
        return all;
    }

    private static Optional<Part> bare(Heading heading) {
        return RelativeCell.part(Headings.plain(heading.text())).filter(each -> each != Part.RELATION);
    }
}
