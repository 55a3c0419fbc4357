package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.kernel.AsOf;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Chart;
import huoshui.org.Charts;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Units, posts and kin as plainly as the plain examiner reads facts: two maps, and a list of lines for each relative. */
final class PlainWorld {

    static final List<String> COUNTIES = List.of("隆川县", "永昭县");

    /** @param above the unit it stands under; null for the city */
    record Place(
            UUID id,
            String name,
            UnitKind kind,
            @Nullable UnitLevel level,
            @Nullable UUID above,
            @Nullable Integer places) {}

    record Chair(
            UUID id,
            UUID unit,
            String title,
            @Nullable String section,
            SeatCategory category,
            @Nullable LeadershipLevel level,
            @Nullable Boolean leading,
            boolean principal,
            @Nullable PostTier tier,
            @Nullable Integer weight,
            List<String> functions,
            boolean termed) {}

    final Map<UUID, Place> places = new LinkedHashMap<>();
    final Map<UUID, Chair> chairs = new LinkedHashMap<>();
    final Map<UUID, List<Line>> relatives = new HashMap<>();

    /** A city of two counties with every kind of unit, and seats of every sort in them. */
    static PlainWorld invented(Random random) {
        var world = new PlainWorld();
        var city = world.place("澜江市", UnitKind.CITY, UnitLevel.BUREAU, null, random);
        for (var kind : UnitKind.values())
            if (kind != UnitKind.CITY && kind != UnitKind.COUNTY) world.staffed("市" + kind.word(), kind, city, random);
        for (var name : COUNTIES) {
            var county = world.place(name, UnitKind.COUNTY, UnitLevel.COUNTY, city, random);
            for (var kind : UnitKind.values())
                if (kind != UnitKind.CITY && kind != UnitKind.COUNTY)
                    world.staffed(name + kind.word(), kind, county, random);
        }
        return world;
    }

    private UUID place(String name, UnitKind kind, @Nullable UnitLevel level, @Nullable UUID above, Random random) {
        var id = new UUID(random.nextLong(), 1);
        places.put(
                id,
                new Place(
                        id,
                        name,
                        kind,
                        level,
                        above,
                        random.nextInt(4) == 0 ? null : Integer.valueOf(20 + random.nextInt(80))));
        return id;
    }

    private void staffed(String name, UnitKind kind, UUID above, Random random) {
        var levels =
                java.util.Arrays.asList(UnitLevel.BUREAU, UnitLevel.COUNTY, UnitLevel.COUNTY, UnitLevel.TOWNSHIP, null);
        var unit = place(name, kind, one(levels, random), above, random);
        int seats = 1 + random.nextInt(4);
        for (int i = 0; i < seats; i++) {
            var category = SeatCategory.values()[random.nextInt(SeatCategory.values().length)];
            var id = new UUID(random.nextLong(), 2);
            chairs.put(
                    id,
                    new Chair(
                            id,
                            unit,
                            "第" + i + "把椅子",
                            random.nextInt(3) == 0 ? one(List.of("人事科", "财务科"), random) : null,
                            category,
                            random.nextInt(4) == 0 ? null : LeadershipLevel.values()[5 + random.nextInt(7)],
                            random.nextInt(5) == 0 ? null : category.leads(),
                            category == SeatCategory.HEAD && random.nextBoolean(),
                            random.nextInt(4) == 0 ? null : PostTier.values()[random.nextInt(3)],
                            random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(5)),
                            random.nextInt(3) > 0
                                    ? List.of()
                                    : List.of(one(List.of("人事管理", "财务", "水利规划", "监察"), random)),
                            random.nextInt(4) == 0));
        }
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** The same as the program's own rooms know it. */
    Chart chart() {
        var units = new LinkedHashMap<UUID, OrgFact>();
        places.values().forEach(each -> units.put(each.id, UnitIs.of(each.name, each.kind, each.level, each.above)));
        var posts = new LinkedHashMap<UUID, OrgFact>();
        chairs.values()
                .forEach(each -> posts.put(
                        each.id,
                        new PostIs(
                                each.unit,
                                each.title,
                                null,
                                each.section,
                                null,
                                each.category,
                                each.level,
                                each.leading,
                                each.principal,
                                each.tier,
                                each.weight,
                                each.functions,
                                null,
                                1,
                                0,
                                true,
                                null,
                                each.termed,
                                null,
                                null)));
        var more = new LinkedHashMap<UUID, List<OrgFact>>();
        places.values().stream()
                .filter(each -> each.places != null)
                .forEach(each ->
                        more.put(each.id, List.of(new Headcount(each.places, null, null, null, null, null, null))));
        return Charts.of(new AsOf(LocalDate.of(2026, 12, 31), 1), units, posts, more);
    }

    @Nullable
    Place place(@Nullable UUID id) {
        return id == null ? null : places.get(id);
    }

    @Nullable
    Chair chair(@Nullable UUID id) {
        return id == null ? null : chairs.get(id);
    }

    boolean within(Place place, Set<UnitKind> kinds) {
        for (Place each = place; each != null; each = place(each.above)) if (kinds.contains(each.kind)) return true;
        return false;
    }

    List<Place> upwards(Place from) {
        var all = new ArrayList<Place>();
        for (Place each = from; each != null; each = place(each.above)) all.add(each);
        return all;
    }
}
