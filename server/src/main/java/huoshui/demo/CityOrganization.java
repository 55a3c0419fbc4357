package huoshui.demo;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.org.OrgDescription;
import huoshui.org.OrgDescription.AuthorityRow;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.Reform;
import huoshui.org.OrgDescription.TermRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.Management;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.Way;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The city's units, posts and management authority as the organization room takes them in. 机构数据 */
final class CityOrganization {

    private static final PartialDate BEGIN = PartialDate.month(1980, 1);

    private CityOrganization() {}

    static OrgDescription of(City city) {
        var units = new ArrayList<UnitRow>();
        for (int i = 0; i < city.units().size(); i++)
            units.add(unit(city.units().get(i), i + 1));
        return new OrgDescription(
                units,
                city.posts().stream().map(new Posts(city)::row).toList(),
                city.changes().stream()
                        .filter(each -> each.kind() != UnitChange.Kind.RENAMED)
                        .map(CityOrganization::reform)
                        .toList(),
                authorities(city),
                terms(city));
    }

    private static UnitRow unit(CityUnit unit, int order) {
        var names = unit.names().stream()
                .map(each -> new OrgDescription.Name(each.from(), each.full(), each.printed()))
                .toList();
        return new UnitRow(
                unit.code(),
                unit.parent(),
                names,
                UnitKind.of(unit.kind()).orElse(UnitKind.OTHER),
                level(unit),
                order,
                unit.legalPerson(),
                unit.areaCode(),
                CityRows.affiliation(unit),
                unit.kindCode(),
                null,
                unit.founded().equals(BEGIN) ? null : unit.founded(),
                BEGIN,
                unit.abolished(),
                List.of(),
                establishment(unit),
                headcount(unit),
                management(unit),
                ranks(unit),
                null,
                null,
                null);
    }

    /** As a paper lays them down from the headcount of an organ, by the parts of the 2019 provisions; whole people only. */
    private static List<RankEstablishment> ranks(CityUnit unit) {
        var heads = headcount(unit);
        if (heads == null || heads.administrative() == null) return List.of();
        int all = heads.administrative();
        var paper = unit.establishmentPaper();
        if (unit.county() > 0)
            return List.of(
                    new RankEstablishment(Rank.CONSULTANT_3, Rank.CONSULTANT_4, all * 10 / 100, paper),
                    new RankEstablishment(Rank.PRINCIPAL_STAFF_1, Rank.PRINCIPAL_STAFF_4, all * 60 / 100, paper));
        return List.of(
                new RankEstablishment(Rank.CONSULTANT_1, Rank.CONSULTANT_4, all * 20 / 100, paper),
                new RankEstablishment(Rank.CONSULTANT_1, Rank.CONSULTANT_2, all * 8 / 100, paper),
                new RankEstablishment(Rank.PRINCIPAL_STAFF_1, Rank.PRINCIPAL_STAFF_4, all * 60 / 100, paper));
    }

    private static @Nullable UnitLevel level(CityUnit unit) {
        if (unit.levelCode().equals("999")) return unit.county() == 0 ? UnitLevel.BUREAU : UnitLevel.COUNTY;
        return UnitLevel.of(unit.levelCode()).orElse(null);
    }

    private static List<Establishment> establishment(CityUnit unit) {
        var rows = new ArrayList<Establishment>();
        for (var category : SeatCategory.values()) {
            var number = unit.establishment().get(category.word());
            if (number != null && category != SeatCategory.NOT_LEADING)
                rows.add(new Establishment(category, null, number, unit.establishmentPaper()));
        }
        return rows;
    }

    static @Nullable Headcount headcount(CityUnit unit) {
        int all = unit.establishment().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (all == 0) return null;
        boolean institution = unit.kind().equals("事业单位") || unit.kind().equals("高校");
        boolean company = unit.kind().equals("国企");
        return new Headcount(
                institution || company ? null : all,
                null,
                institution ? all : null,
                null,
                null,
                company ? all : null,
                unit.establishmentPaper());
    }

    private static Management management(CityUnit unit) {
        if (unit.county() > 0)
            return new Management(
                    unit.code().contains(".00") ? ManagementCategory.CITY : ManagementCategory.COUNTY,
                    ManagementCategory.COUNTY);
        return new Management(
                unit.code().matches("001\\.00\\d") ? ManagementCategory.PROVINCE : ManagementCategory.CITY,
                ManagementCategory.OTHER);
    }

    /** Which posts are elected, and which are held for a term besides: principals of the departments. */
    private record Posts(Map<String, CityUnit> units, Set<String> electing) {

        Posts(City city) {
            this(
                    city.units().stream().collect(Collectors.toMap(CityUnit::code, each -> each)),
                    city.terms().stream().map(Term::unit).collect(Collectors.toSet()));
        }

        PostRow row(CityPost post) {
            boolean elected = post.termed() && electing.contains(post.unit());
            var kind = Objects.requireNonNull(units.get(post.unit())).kind();
            boolean head = post.principal() && post.inTeam() && (kind.equals("党委部门") || kind.equals("政府部门"));
            return post(post, elected || head, elected);
        }
    }

    private static PostRow post(CityPost post, boolean termed, boolean elected) {
        return new PostRow(
                post.code(),
                post.unit(),
                List.of(),
                post.title(),
                post.partyTitle().isEmpty() ? null : post.partyTitle(),
                post.section().isEmpty() ? null : post.section(),
                SeatCategory.of(post.category()).orElse(SeatCategory.NOT_LEADING),
                LeadershipLevel.read(post.level()).orElse(null),
                post.leading(),
                post.principal(),
                post.inTeam(),
                post.order(),
                PostTier.of(post.tier()).orElse(null),
                post.weight(),
                post.functions(),
                post.qualification().isEmpty() ? null : post.qualification(),
                managed(post.management()),
                termed,
                elected,
                1,
                post.leading(),
                post.opened(),
                post.closed());
    }

    /** Of the teams whose posts are elected; the last one runs on until the next begins. */
    private static List<TermRow> terms(City city) {
        var teams = city.posts().stream()
                .filter(each -> each.inTeam() && each.closed() == null)
                .map(CityPost::unit)
                .collect(Collectors.toSet());
        return city.terms().stream()
                .filter(each -> teams.contains(each.unit()))
                .map(each -> new TermRow(
                        each.unit(),
                        each.ordinal(),
                        each.from(),
                        each.until(),
                        each.until().firstDay().isAfter(city.today()) ? null : each.until()))
                .toList();
    }

    private static ManagementCategory managed(String word) {
        return switch (word) {
            case "省管" -> ManagementCategory.PROVINCE;
            case "市管" -> ManagementCategory.CITY;
            case "县管" -> ManagementCategory.COUNTY;
            default -> ManagementCategory.OTHER;
        };
    }

    private static Reform reform(UnitChange change) {
        var way = switch (change.kind()) {
            case MERGED -> Way.MERGED;
            case SPLIT -> Way.SPLIT;
            case ABOLISHED -> Way.ABOLISHED;
            default -> Way.FOUNDED;
        };
        return new Reform(way, change.on(), change.from(), change.to(), change.paper());
    }

    /** The city's department decides on 市管 everywhere and is told of the rest; each county's on its own; each bureau on its clerks. */
    private static List<AuthorityRow> authorities(City city) {
        var rows = new ArrayList<AuthorityRow>();
        var all = Set.of(ManagementCategory.PROVINCE, ManagementCategory.COUNTY, ManagementCategory.OTHER);
        for (var unit : city.units()) {
            if (unit.abolished() != null) continue;
            var name = unit.name().printed();
            if (name.equals("澜江市委组织部")) {
                rows.add(authority(unit, null, Set.of(ManagementCategory.CITY), Mode.LEADS));
                rows.add(authority(unit, null, all, Mode.FILES));
            } else if (name.equals("澜江市委")) {
                rows.add(authority(
                        unit, null, Set.of(ManagementCategory.PROVINCE, ManagementCategory.CITY), Mode.ASSISTS));
            } else if (unit.county() > 0 && name.endsWith("委组织部")) {
                rows.add(authority(
                        unit, unit.parent(), Set.of(ManagementCategory.COUNTY, ManagementCategory.OTHER), Mode.LEADS));
            } else if (unit.code().matches("001\\.1\\d\\d"))
                rows.add(authority(unit, unit.code(), Set.of(ManagementCategory.OTHER), Mode.LEADS));
        }
        return rows;
    }

    private static AuthorityRow authority(
            CityUnit unit, @Nullable String over, Set<ManagementCategory> categories, Mode mode) {
        return new AuthorityRow(unit.code(), over, true, categories, mode, unit.founded(), null);
    }
}
