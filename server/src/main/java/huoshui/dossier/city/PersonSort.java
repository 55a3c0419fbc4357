package huoshui.dossier.city;

import huoshui.dossier.city.Surroundings.UnitAt;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.kernel.code.Codes;
import huoshui.org.fact.UnitKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the sorts of people in the store somebody is of. 人员类别：公务员、事业单位、企业、人才 */
public enum PersonSort {
    CIVIL_SERVANT("公务员（含参公）"),
    INSTITUTION("事业单位"),
    ENTERPRISE("企业"),
    /** A talent who is no cadre. */
    TALENT("人才（非干部）");

    private final String word;

    PersonSort(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** As recorded (ZB125); where that is silent, as the unit somebody serves in tells; null where neither does. */
    static @Nullable PersonSort of(@Nullable Standing standing, @Nullable UnitAt unit) {
        var code = standing == null ? null : standing.category();
        if (code != null) {
            var recorded = recorded(
                    Codes.list("ZB125").find(code).map(each -> each.code()).orElse(code.strip()));
            if (recorded.isPresent()) return recorded.get();
        }
        return unit == null
                ? null
                : UnitKind.of(unit.kind()).map(PersonSort::in).orElse(null);
    }

    private static Optional<PersonSort> recorded(String code) {
        if (code.matches("[78]|A1|B5")) return Optional.of(INSTITUTION);
        if (code.matches("A[456]")) return Optional.of(ENTERPRISE);
        return code.matches("[12356]|6[123]|B[1-4]") ? Optional.of(CIVIL_SERVANT) : Optional.empty();
    }

    private static @Nullable PersonSort in(UnitKind kind) {
        return switch (kind) {
            case INSTITUTION, COLLEGE -> INSTITUTION;
            case ENTERPRISE -> ENTERPRISE;
            case OTHER -> null;
            default -> CIVIL_SERVANT;
        };
    }
}
