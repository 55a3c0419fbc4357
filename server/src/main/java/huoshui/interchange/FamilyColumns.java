package huoshui.interchange;

import static huoshui.kernel.Chapter.FAMILY;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.interchange.roster.RelativeCell;
import huoshui.interchange.roster.RelativeCell.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Relatives: all in one cell, or each in cells of their own. 家庭成员各列 */
final class FamilyColumns {

    private FamilyColumns() {}

    static List<RosterColumn> all() {
        return List.of(new NewColumn(FAMILY, 40, "family", "家庭主要成员及重要社会关系", "Family")
                .from("family")
                .says(p -> relatives(p).stream().map(FamilyColumns::line).collect(joining("\n"))));
    }

    /** One cell of one relative, by the order in which they stand in the dossier. */
    static RosterColumn of(RelativeCell cell) {
        var english = "Relative " + (cell.place() == 0 ? "" : cell.place() + " ")
                + cell.part().name().toLowerCase(java.util.Locale.ROOT);
        var column = new NewColumn(FAMILY, cell.part() == Part.POST ? 26 : 10, cell.code(), cell.title(), english)
                .from("family")
                .comesIn();
        if (cell.part() == Part.BIRTH) column.date();
        return column.says(p -> {
            var relatives = relatives(p);
            return cell.place() < 1 || cell.place() > relatives.size()
                    ? null
                    : part(relatives.get(cell.place() - 1), cell.part());
        });
    }

    private static List<FamilyMember> relatives(RosterPerson p) {
        return p.standing(FamilyMember.class).stream()
                .sorted(Comparator.comparing(FamilyMember::order))
                .toList();
    }

    private static @Nullable Object part(FamilyMember each, Part part) {
        return switch (part) {
            case RELATION -> each.relation();
            case NAME -> each.name();
            case BIRTH -> each.birth();
            case PARTY -> each.party();
            case POST -> each.post();
        };
    }

    private static String line(FamilyMember each) {
        return Stream.of(
                        each.relation(),
                        each.name(),
                        each.birth() == null ? null : each.birth().printed(),
                        each.party(),
                        each.post())
                .filter(Objects::nonNull)
                .collect(joining(" "));
    }
}
