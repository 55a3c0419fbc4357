package huoshui.dossier.city;

import huoshui.access.ManagementCategory;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.org.Chart;
import huoshui.org.Post;
import huoshui.org.Unit;
import huoshui.org.fact.UnitKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units and posts as one chart shows them. 由机构图读出的机构环境 */
final class ChartSurroundings implements Surroundings {

    private static final Set<UnitKind> GRASSROOTS =
            Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP, UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);
    private static final Set<UnitKind> INSTITUTIONS =
            Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);

    private static final Map<ManagementCategory, ManagementCode> CODES = Stream.of(ManagementCategory.values())
            .collect(Collectors.toUnmodifiableMap(
                    each -> each, each -> ManagementCode.read(each.code()).orElseThrow()));

    private final Chart chart;
    private final Map<UUID, UnitAt> units = new LinkedHashMap<>();
    private final Map<UUID, PostAt> posts = new ConcurrentHashMap<>();
    private volatile @Nullable List<Staff> inOrder;

    ChartSurroundings(Chart chart) {
        this.chart = chart;
        for (var root : chart.roots()) place(root, false, null, null);
    }

    /** What is laid down of a unit's posts holds beneath it too, unless something else is laid down there. */
    private void place(
            Unit unit,
            boolean inCounty,
            @Nullable ManagementCategory leadingAbove,
            @Nullable ManagementCategory othersAbove) {
        if (units.containsKey(unit.id())) return;
        var own = chart.managementOf(unit.id()).orElse(null);
        var leading = own == null || own.leading() == null ? leadingAbove : own.leading();
        var others = own == null || own.others() == null ? othersAbove : own.others();
        var kind = unit.is().kind();
        boolean county = inCounty || kind == UnitKind.COUNTY || kind == UnitKind.TOWNSHIP;
        units.put(
                unit.id(),
                new UnitAt(
                        unit.id(),
                        unit.called(),
                        kind.name(),
                        units.size(),
                        county || GRASSROOTS.contains(kind),
                        county ? Sector.COUNTY : INSTITUTIONS.contains(kind) ? Sector.INSTITUTION : Sector.CITY,
                        code(leading),
                        code(others)));
        for (var each : chart.children(unit.id())) place(each, county, leading, others);
    }

    private PostAt post(Post post) {
        var is = post.is();
        var category = is.management() == null ? null : code(is.management());
        var unit = units.get(is.unit());
        if (category == null && unit != null)
            category = Boolean.TRUE.equals(is.leading()) ? unit.leading() : unit.others();
        return new PostAt(
                post.id(),
                is.fullTitle(),
                is.unit(),
                is.level() == null
                        ? null
                        : LeadershipLevel.read(is.level().code()).orElse(null),
                is.leading(),
                is.principal(),
                is.category(),
                is.termed(),
                is.byElection(),
                chart.termDue(post).orElse(null),
                is.category().ordinal() * 1000 + Math.min(999, Math.max(0, is.order())),
                category);
    }

    private static @Nullable ManagementCode code(@Nullable ManagementCategory category) {
        return category == null ? null : CODES.get(category);
    }

    @Override
    public Set<UUID> under(UUID unit) {
        return chart.subtree(unit).stream().map(Unit::id).collect(Collectors.toSet());
    }

    @Override
    public Optional<UnitAt> unit(@Nullable UUID unit) {
        return Optional.ofNullable(unit == null ? null : units.get(unit));
    }

    @Override
    public Optional<UnitAt> above(UUID unit) {
        return chart.unit(unit).flatMap(each -> unit(each.is().parent()));
    }

    @Override
    public Optional<PostAt> post(@Nullable UUID post) {
        if (post == null) return Optional.empty();
        var known = posts.get(post);
        if (known != null) return Optional.of(known);
        return chart.post(post).map(each -> posts.computeIfAbsent(post, any -> post(each)));
    }

    @Override
    public Stream<UnitAt> unitsNamed(String text) {
        return units.values().stream().filter(each -> each.name().contains(text));
    }

    @Override
    public Stream<PostAt> postsNamed(String text) {
        return inOrder().stream().flatMap(each -> each.named(text));
    }

    /** A unit and its posts in order. */
    private record Staff(String unit, List<PostAt> posts) {

        /** Those whose unit and title, read as one, contain this. */
        Stream<PostAt> named(String text) {
            if (unit.contains(text)) return posts.stream();
            return posts.stream().filter(each -> each.name().contains(text) || across(each.name(), text));
        }

        private boolean across(String title, String text) {
            for (int i = 1; i < text.length(); i++)
                if (unit.regionMatches(unit.length() - i, text, 0, i)
                        && title.regionMatches(0, text, i, text.length() - i)) return true;
            return false;
        }
    }

    /** Every unit's posts in the order of the tree. */
    private List<Staff> inOrder() {
        var known = inOrder;
        if (known == null) {
            known = units.values().stream()
                    .map(unit -> new Staff(
                            unit.name(),
                            chart.postsIn(unit.id()).stream()
                                    .flatMap(each -> post(each.id()).stream())
                                    .toList()))
                    .toList();
            inOrder = known;
        }
        return known;
    }

    boolean shows(Chart other) {
        return chart == other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChartSurroundings same && same.chart == chart;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(chart);
    }
}
