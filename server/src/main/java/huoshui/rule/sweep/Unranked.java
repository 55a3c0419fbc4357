package huoshui.rule.sweep;

import huoshui.dossier.city.Card;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.kernel.code.Codes;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitKind;
import huoshui.rule.Rulebook;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody without a rank is in the sweep or out of it: what is on record decides, silence never does. 未记录职级者
 *
 * @param outside whether it is on record that civil servants' ranks are not for them
 * @param note in words; where nothing tells, what would settle it
 */
record Unranked(boolean outside, String note) {

    /** 人员类别 (ZB125) of those who hold civil servants' ranks. */
    private static final Set<String> RANKED = Set.of("1", "2", "3", "5", "6", "61", "62", "63", "B1", "B2", "B3", "B4");

    /** Units whose people are no civil servants, an institution unless it is managed like an organ (参公). */
    private static final Set<UnitKind> BESIDE = EnumSet.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);

    private static final Unranked MISSING = new Unranked(false, "职级未记录");

    static Unranked of(Rulebook.Asking asking, Card person) {
        var category = category(asking, person);
        if (category != null)
            return RANKED.contains(category)
                    ? MISSING
                    : new Unranked(true, "人员类别为“%s”，不实行公务员职级".formatted(word(category)));
        var unit = asking.chart().unit(person.service().unit()).orElse(null);
        if (unit == null || !BESIDE.contains(unit.is().kind()) || unit.is().civilManaged() != null) return MISSING;
        if (unit.is().kind() != UnitKind.INSTITUTION)
            return new Unranked(
                    true, "所在单位为%s，不实行公务员职级".formatted(unit.is().kind().word()));
        var none =
                asking.chart().headcount(unit.id()).map(Headcount::civilManaged).filter(each -> each == 0);
        return none.isPresent()
                ? new Unranked(true, "所在事业单位没有参公编制，不实行公务员职级")
                : new Unranked(false, "职级未记录，所在事业单位是否参公也未记录。须登记该单位的参公审批或参公编制数（没有的记 0），或本人的人员类别");
    }

    private static @Nullable String category(Rulebook.Asking asking, Card person) {
        for (var each : asking.city().linesAt(person.id()).visibleLines("standing"))
            if (each.body() instanceof Standing is
                    && is.category() != null
                    && !is.category().isBlank()) return is.category().strip();
        return null;
    }

    private static String word(String category) {
        return Codes.list("ZB125").name(category).orElse(category);
    }
}
