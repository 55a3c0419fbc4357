package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit while the tree is being drawn. 机构草图 */
final class Draft {

    final String code;
    final @Nullable String parent;
    final String kind;
    final String kindCode;
    final Place place;
    final int founded;
    final List<CityUnit.Name> names;
    final Map<String, Integer> establishment = new LinkedHashMap<>();
    int abolished;
    int headLevel;
    boolean grouping;

    Draft(
            String code,
            @Nullable String parent,
            String kind,
            String kindCode,
            Place place,
            List<Place.Named> stems,
            int abolished) {
        this.code = code;
        this.parent = parent;
        this.kind = kind;
        this.kindCode = kindCode;
        this.place = place;
        this.founded = stems.getFirst().from();
        this.abolished = abolished;
        this.names = Naming.names(place, stems, abolished);
    }

    CityUnit unit() {
        PartialDate end = abolished == Seat.NEVER ? null : Months.date(abolished);
        return new CityUnit(
                code,
                parent,
                kind,
                grouping ? "999" : Level.unitCode(headLevel),
                kindCode,
                place.code(),
                place.number(),
                Months.date(founded),
                end,
                new ArrayList<>(names),
                !grouping,
                Map.copyOf(establishment),
                "澜编〔%d〕%d号"
                        .formatted(
                                founded >= Months.of(2019, 1) ? 2024 : 2019 + code.length() % 6,
                                3 + Math.floorMod(code.hashCode(), 90)));
    }
}
