package huoshui.interchange;

import huoshui.interchange.general.GeneralUnit;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.PartialDate;
import huoshui.org.Chart;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.Organization;
import huoshui.org.Unit;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of our units the units of a package are: by code, else by a name that only one unit has, or only one below the same
 * superior. 单位对照
 */
final class PackageUnits implements UnitKeys {

    private final Map<String, UUID> byKey = new HashMap<>();
    private final Map<UUID, String> keys = new HashMap<>();
    private final Map<String, UUID> posts = new HashMap<>();
    private final Map<UUID, String> postCodes = new HashMap<>();

    PackageUnits(List<GeneralUnit> units, Chart chart, Organization organization) {
        posts.putAll(organization.everCodedPosts());
        posts.forEach((code, post) -> postCodes.put(post, code));
        var byCode = new HashMap<String, UUID>();
        chart.units().forEach(each -> {
            var code = each.is().code();
            var key = code == null ? each.id().toString() : code;
            byCode.put(key, each.id());
            keys.put(each.id(), key);
        });
        for (var unit : units) {
            var id = byCode.get(unit.key());
            if (id == null && unit.code() != null) id = byCode.get(unit.code());
            if (id != null) byKey.put(unit.key(), id);
        }
        byNames(units, chart);
        byCode.forEach(byKey::putIfAbsent);
        organization.everCodedUnits().forEach((code, unit) -> {
            byKey.putIfAbsent(code, unit);
            keys.putIfAbsent(unit, code);
        });
    }

    /** Whose superior is known by its own name first is known by the superior's then: until nothing more is found. */
    private void byNames(List<GeneralUnit> units, Chart chart) {
        var keysOfAll = units.stream().map(GeneralUnit::key).collect(Collectors.toSet());
        boolean more = true;
        while (more) {
            more = false;
            for (var unit : units) {
                if (unit.name().isEmpty() || byKey.containsKey(unit.key())) continue;
                var found = named(unit, chart, keysOfAll);
                if (found != null) byKey.put(unit.key(), found);
                more |= found != null;
            }
        }
    }

    private @Nullable UUID named(GeneralUnit unit, Chart chart, Set<String> keysOfAll) {
        var named = chart.named(unit.name());
        var parent = unit.parent();
        var above = parent == null ? null : byKey.get(parent);
        if (above != null) {
            var below =
                    named.stream().filter(each -> within(each, above, chart)).toList();
            var beside = below.stream()
                    .filter(each -> above.equals(each.is().parent()))
                    .toList();
            if (beside.size() == 1) return beside.getFirst().id();
            return below.size() == 1 ? below.getFirst().id() : null;
        }
        boolean inner = "2".equals(unit.legal()) && parent != null && keysOfAll.contains(parent);
        return named.size() == 1 && !inner ? named.getFirst().id() : null;
    }

    private static boolean within(Unit unit, UUID above, Chart chart) {
        return chart.ancestors(unit.id()).stream().anyMatch(each -> each.id().equals(above));
    }

    @Override
    public Optional<UUID> unit(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Optional<String> key(UUID unit) {
        return Optional.ofNullable(keys.get(unit));
    }

    @Override
    public Optional<UUID> post(String code) {
        return Optional.ofNullable(posts.get(code));
    }

    @Override
    public Optional<String> postCode(UUID post) {
        return Optional.ofNullable(postCodes.get(post));
    }

    /** A unit of a package as org takes it in. */
    UnitRow row(GeneralUnit unit, @Nullable String parent, int order, LocalDate day) {
        return new UnitRow(
                unit.key(),
                parent,
                List.of(new Name(PartialDate.day(day), unit.name(), unit.shortName())),
                UnitKind.of(unit.kind(), unit.name()),
                UnitLevel.of(unit.level()).orElse(null),
                UnitColumns.order(unit).orElse(order),
                unit.legal() == null ? null : unit.legal().equals("1"),
                unit.region(),
                unit.affiliation(),
                unit.kind(),
                unit.remark(),
                null,
                PartialDate.day(day),
                null,
                List.of(),
                UnitColumns.establishment(unit),
                UnitColumns.headcount(unit).orElse(null),
                null,
                List.of(),
                UnitColumns.leaders(unit).orElse(null),
                UnitColumns.creditCode(unit).orElse(null),
                UnitColumns.civilManaged(unit).orElse(null));
    }
}
