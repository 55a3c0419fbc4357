package huoshui.interchange;

import huoshui.interchange.general.GeneralUnit;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.PartialDate;
import huoshui.org.Chart;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.Organization;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of our units the units of a package are: by code, else by a name only one unit has. 单位对照 */
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
            if (code != null) byCode.put(code, each.id());
            keys.put(each.id(), code == null ? each.id().toString() : code);
        });
        for (var unit : units) {
            var id = byCode.get(unit.key());
            if (id == null && unit.code() != null) id = byCode.get(unit.code());
            if (id == null) id = only(chart, unit.name());
            if (id != null) byKey.put(unit.key(), id);
        }
        byCode.forEach(byKey::putIfAbsent);
        organization.everCodedUnits().forEach((code, unit) -> {
            byKey.putIfAbsent(code, unit);
            keys.putIfAbsent(unit, code);
        });
    }

    private static @Nullable UUID only(Chart chart, String name) {
        var named = chart.named(name);
        return named.size() == 1 ? named.getFirst().id() : null;
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

    /** The units of a package that we do not have, as org takes them in; parents we have are named by our code. */
    List<UnitRow> missing(List<GeneralUnit> units, LocalDate day) {
        var rows = new ArrayList<UnitRow>();
        for (var unit : units) {
            if (byKey.containsKey(unit.key())
                    || unit.key().isEmpty()
                    || unit.name().isEmpty()) continue;
            rows.add(row(unit, rows.size() + 1, day));
        }
        return rows;
    }

    private UnitRow row(GeneralUnit unit, int order, LocalDate day) {
        var parent = unit.parent() == null
                ? null
                : unit(unit.parent()).flatMap(this::key).orElse(unit.parent());
        return new UnitRow(
                unit.key(),
                parent,
                List.of(new Name(PartialDate.day(day), unit.name(), unit.shortName())),
                UnitKind.of(unit.kind(), unit.name()),
                UnitLevel.of(unit.level()).orElse(null),
                order,
                unit.legal() == null ? null : unit.legal().equals("1"),
                unit.region(),
                unit.affiliation(),
                unit.kind(),
                unit.remark(),
                null,
                PartialDate.day(day),
                null,
                List.of(),
                establishment(unit),
                null,
                null);
    }

    private static List<Establishment> establishment(GeneralUnit unit) {
        var numbers = new ArrayList<Establishment>();
        add(numbers, SeatCategory.HEAD, unit.numbers().get("B0183"));
        add(numbers, SeatCategory.DEPUTY, unit.numbers().get("B0185"));
        add(numbers, SeatCategory.CHIEF_SPECIALIST, unit.numbers().get("B0246"));
        return numbers;
    }

    private static void add(List<Establishment> numbers, SeatCategory category, @Nullable Integer number) {
        if (number != null) numbers.add(new Establishment(category, null, number, null));
    }
}
