package huoshui.interchange;

import static huoshui.interchange.Redraft.plain;

import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.interchange.form.PersonSheet.Relative;
import huoshui.interchange.form.Problem;
import huoshui.interchange.roster.RelativeCell;
import huoshui.interchange.roster.RelativeCell.Part;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The relatives a row of a roster names, beside those in the dossier. 名册所载家庭成员
 *
 * <p>A table may name only some: those it does not name stay unless somebody takes it for the whole. A cell left blank takes
 * nothing away from a relative who is known.
 */
final class RosterRelatives {

    private final List<Relative> relatives = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param told how the row is called where something is wrong in it */
    RosterRelatives(Map<String, String> said, String told) {
        var cells = new TreeMap<Integer, Map<Part, String>>();
        said.forEach((code, text) -> RelativeCell.of(code)
                .filter(each -> each.place() > 0)
                .ifPresent(each -> cells.computeIfAbsent(each.place(), any -> new HashMap<>())
                        .put(each.part(), text)));
        cells.forEach((place, cell) -> {
            var relation = cell.get(Part.RELATION);
            var name = cell.get(Part.NAME);
            if (relation == null || name == null)
                problems.add(Problem.error(
                        "family",
                        "family.incomplete",
                        told + "第 " + place + " 名家庭成员没有写" + (relation == null ? "称谓" : "姓名") + "，没有读取；请补填后再导入。"));
            else
                relatives.add(new Relative(
                        relation,
                        name.replaceAll("\\s+", ""),
                        PartialDate.read(cell.get(Part.BIRTH)).orElse(null),
                        cell.get(Part.PARTY),
                        cell.get(Part.POST)));
        });
    }

    List<Relative> all() {
        return relatives;
    }

    List<Problem> problems() {
        return problems;
    }

    /** How many in the dossier are not named. */
    long others(List<FamilyMember> known) {
        return known.stream().filter(each -> named(each).isEmpty()).count();
    }

    private Optional<Relative> named(FamilyMember known) {
        return relatives.stream()
                .filter(each -> plain(each.name()).equals(plain(known.name())))
                .findFirst();
    }

    /** @param whole whether the table names all there are */
    void write(Redraft redraft, List<FamilyMember> known, boolean whole) {
        var wanted = new ArrayList<FamilyMember>();
        if (!whole)
            known.forEach(each -> wanted.add(
                    named(each).map(said -> merged(each, said, each.order())).orElse(each)));
        for (var each : relatives) {
            var before = known.stream()
                    .filter(one -> plain(one.name()).equals(plain(each.name())))
                    .findFirst();
            if (before.isPresent() && !whole) continue;
            int order = wanted.stream().mapToInt(FamilyMember::order).max().orElse(0) + 1;
            wanted.add(before.map(one -> merged(one, each, order))
                    .orElseGet(() -> new FamilyMember(
                            order,
                            Objects.requireNonNullElse(each.relation(), ""),
                            each.name(),
                            each.birth(),
                            each.party(),
                            each.post(),
                            null)));
        }
        redraft.relatives(wanted);
    }

    /** Still the person somebody confirmed this relative to be. */
    private static FamilyMember merged(FamilyMember known, Relative said, int order) {
        return new FamilyMember(
                order,
                Objects.requireNonNullElse(said.relation(), known.relation()),
                known.name(),
                birth(known.birth(), said.birth()),
                said.party() == null ? known.party() : said.party(),
                said.post() == null ? known.post() : said.post(),
                known.person());
    }

    private static @Nullable PartialDate birth(@Nullable PartialDate known, @Nullable PartialDate said) {
        if (said == null || known != null && known.toMonth().equals(said)) return known;
        return said;
    }
}
