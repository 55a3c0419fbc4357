package huoshui.dossier.city;

import huoshui.access.ManagementCategory;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.org.Chart;
import huoshui.org.Post;
import huoshui.org.Unit;
import huoshui.org.fact.UnitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Units and posts as one chart shows them. 由机构图读出的机构环境 */
final class ChartSurroundings implements Surroundings {

    private static final Set<UnitKind> GRASSROOTS =
            Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP, UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);
    private static final Set<UnitKind> INSTITUTIONS =
            Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);

    private final Chart chart;
    private final Map<UUID, UnitAt> units = new LinkedHashMap<>();
    private final Map<UUID, PostAt> posts = new HashMap<>();

    ChartSurroundings(Chart chart) {
        this.chart = chart;
        for (var root : chart.roots()) place(root, false);
        for (var post : chart.posts()) posts.put(post.id(), post(post));
    }

    private void place(Unit unit, boolean inCounty) {
        if (units.containsKey(unit.id())) return;
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
                        code(chart.categoryIn(unit.id(), true)),
                        code(chart.categoryIn(unit.id(), false))));
        for (var each : chart.children(unit.id())) place(each, county);
    }

    private PostAt post(Post post) {
        var is = post.is();
        return new PostAt(
                post.id(),
                is.fullTitle(),
                is.unit(),
                is.level() == null
                        ? null
                        : LeadershipLevel.read(is.level().code()).orElse(null),
                is.leading(),
                is.principal(),
                is.termed(),
                is.category().ordinal() * 1000 + Math.min(999, Math.max(0, is.order())),
                code(chart.categoryOf(post)));
    }

    private static @Nullable ManagementCode code(Optional<ManagementCategory> category) {
        return category.flatMap(each -> ManagementCode.read(each.code())).orElse(null);
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
    public Optional<PostAt> post(@Nullable UUID post) {
        return Optional.ofNullable(post == null ? null : posts.get(post));
    }

    @Override
    public List<UnitAt> unitsNamed(String text) {
        return units.values().stream()
                .filter(each -> each.name().contains(text))
                .toList();
    }

    @Override
    public List<PostAt> postsNamed(String text) {
        var found = new ArrayList<PostAt>();
        for (var unit : units.values()) {
            for (var each : chart.postsIn(unit.id())) {
                if ((unit.name() + each.is().fullTitle()).contains(text)) unit(each, found);
            }
        }
        return found;
    }

    private void unit(Post post, List<PostAt> into) {
        var at = posts.get(post.id());
        if (at != null) into.add(at);
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
