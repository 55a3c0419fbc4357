package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.Problem;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** A file that speaks of an earlier day says nothing of what began after it; that is said where there is any. 旧时来文 */
final class EarlierDay {

    /** Kinds that follow from importing and printing, not from what befell anybody. */
    private static final Set<String> OF_THE_HOUSE =
            Set.of("printed", "form-draft", "unplaced", "custody", "cancelled", "corrected", "merged-into");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

    private EarlierDay() {}

    /** @param day of which the file speaks */
    static List<Problem> notes(LocalDate day, List<Fact<FactBody>> current, LocalDate today) {
        if (!day.isBefore(today)) return List.of();
        var since = current.stream()
                .filter(each -> !each.erased() && !OF_THE_HOUSE.contains(each.kind()))
                .filter(each -> each.valid().from().isAfter(day))
                .toList();
        if (since.isEmpty()) return List.of();
        var kinds = String.join(
                "、",
                since.stream()
                        .map(each -> PersonKeys.label(PersonKeys.of(each.kind())))
                        .distinct()
                        .toList());
        return List.of(Problem.warning(
                "filledOn",
                "file.earlier-day",
                "来文说的是 %s 的情况：库中此后开始的 %d 项（%s）予以保留，不按来文改；请核对是否拿的是最近的一份。"
                        .formatted(day.format(DAY), since.size(), kinds)));
    }
}
