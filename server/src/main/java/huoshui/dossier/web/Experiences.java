package huoshui.dossier.web;

import static huoshui.org.fact.StructureMeasure.BEEN_ABROAD;
import static huoshui.org.fact.StructureMeasure.BEEN_COLLEGE;
import static huoshui.org.fact.StructureMeasure.BEEN_COUNTY;
import static huoshui.org.fact.StructureMeasure.BEEN_ENTERPRISE;
import static huoshui.org.fact.StructureMeasure.BEEN_INSTITUTION;
import static huoshui.org.fact.StructureMeasure.BEEN_JUDICIAL;
import static huoshui.org.fact.StructureMeasure.BEEN_SECONDED;
import static huoshui.org.fact.StructureMeasure.BEEN_TOWNSHIP;

import huoshui.dossier.web.MemberCards.Member;
import huoshui.kernel.AsOf;
import huoshui.org.Organization;
import huoshui.org.fact.StructureMeasure;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
                line(BEEN_COUNTY, "县（市、区）", members, at),
                line(BEEN_TOWNSHIP, "乡镇街道", members, at),
                line(BEEN_ENTERPRISE, "企业", members, at),
                line(BEEN_COLLEGE, "高校", members, at),
                line(BEEN_INSTITUTION, "事业单位", members, at),
                line(BEEN_JUDICIAL, "法检", members, at),
                line(BEEN_SECONDED, "挂职", members, at),
                line(BEEN_ABROAD, "境外学习工作", members, at));
    }

    private Line line(StructureMeasure sort, String word, List<Member> members, AsOf at) {
        var people = members.stream()
                .filter(each -> Boolean.TRUE.equals(has(each, sort, at)))
                .map(Member::id)
                .toList();
        return new Line(sort.name(), word, people);
    }

    /** Whether somebody has this experience; null where a post matched with no unit may have been it. */
    @Nullable
    Boolean has(Member member, StructureMeasure sort, AsOf at) {
        return switch (sort) {
            case BEEN_COUNTY -> been(member, Place.COUNTY, at);
            case BEEN_TOWNSHIP -> been(member, Place.TOWNSHIP, at);
            case BEEN_ENTERPRISE -> been(member, Place.ENTERPRISE, at);
            case BEEN_COLLEGE -> been(member, Place.COLLEGE, at);
            case BEEN_INSTITUTION -> been(member, Place.INSTITUTION, at);
            case BEEN_JUDICIAL -> been(member, Place.JUDICIAL, at);
            case BEEN_SECONDED -> recorded(member, member.seconded());
            case BEEN_ABROAD -> recorded(member, member.abroad());
            default -> throw new IllegalArgumentException(sort.name());
        };
    }

    /** A dossier without a single post says nothing of what its owner has not done. */
    private static @Nullable Boolean recorded(Member member, boolean has) {
        return has ? Boolean.valueOf(true) : member.silent() ? null : Boolean.valueOf(false);
    }

    private @Nullable Boolean been(Member member, Place place, AsOf at) {
        if (member.served().stream().anyMatch(unit -> places(unit, at).contains(place))) return true;
        return member.unmatched() || member.silent() ? null : Boolean.valueOf(false);
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
