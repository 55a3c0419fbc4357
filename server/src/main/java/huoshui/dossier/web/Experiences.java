package huoshui.dossier.web;

import huoshui.dossier.web.MemberCards.Member;
import huoshui.kernel.AsOf;
import huoshui.org.Organization;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the members of a team have served, as far as their posts are matched to units. 经历 */
@Component
class Experiences {

    private final Organization organization;

    Experiences(Organization organization) {
        this.organization = organization;
    }

    /** One sort of experience and who has it. */
    record Line(String code, String word, List<UUID> people) {}

    private enum Place {
        COUNTY,
        TOWNSHIP,
        ENTERPRISE,
        COLLEGE,
        INSTITUTION,
        JUDICIAL
    }

    List<Line> of(List<Member> members, AsOf at) {
        return List.of(
                line("COUNTY", "县（市、区）", members, card -> been(card, Place.COUNTY, at)),
                line("TOWNSHIP", "乡镇街道", members, card -> been(card, Place.TOWNSHIP, at)),
                line("ENTERPRISE", "企业", members, card -> been(card, Place.ENTERPRISE, at)),
                line("COLLEGE", "高校", members, card -> been(card, Place.COLLEGE, at)),
                line("INSTITUTION", "事业单位", members, card -> been(card, Place.INSTITUTION, at)),
                line("JUDICIAL", "法检", members, card -> been(card, Place.JUDICIAL, at)),
                line("SECONDED", "挂职", members, Member::seconded),
                line("ABROAD", "境外学习工作", members, Member::abroad));
    }

    private static Line line(String code, String word, List<Member> members, Predicate<Member> has) {
        return new Line(code, word, members.stream().filter(has).map(Member::id).toList());
    }

    private boolean been(Member card, Place place, AsOf at) {
        return card.served().stream().anyMatch(unit -> places(unit, at).contains(place));
    }

    private Set<Place> places(UUID unit, AsOf at) {
        var places = EnumSet.noneOf(Place.class);
        var is = last(unit, at);
        if (is == null) return places;
        var own = of(is.kind());
        if (own != null) places.add(own);
        Set<UUID> seen = new HashSet<>(Set.of(unit));
        var above = is.parent();
        while (above != null && seen.add(above)) {
            var next = last(above, at);
            if (next == null) break;
            if (next.kind() == UnitKind.COUNTY) places.add(Place.COUNTY);
            if (next.kind() == UnitKind.TOWNSHIP) places.add(Place.TOWNSHIP);
            above = next.parent();
        }
        return places;
    }

    private static @Nullable Place of(UnitKind kind) {
        return switch (kind) {
            case COUNTY -> Place.COUNTY;
            case TOWNSHIP -> Place.TOWNSHIP;
            case ENTERPRISE -> Place.ENTERPRISE;
            case COLLEGE -> Place.COLLEGE;
            case INSTITUTION -> Place.INSTITUTION;
            case JUDICIAL -> Place.JUDICIAL;
            default -> null;
        };
    }

    /** As it is, or as it last was. */
    private @Nullable UnitIs last(UUID unit, AsOf at) {
        return organization.line(unit, at.known()).reversed().stream()
                .filter(each ->
                        each.content() instanceof UnitIs && !each.valid().from().isAfter(at.valid()))
                .map(each -> (UnitIs) each.content())
                .findFirst()
                .orElse(null);
    }
}
