package huoshui.access;

import static huoshui.access.ManagementCategory.CITY;
import static huoshui.access.ManagementCategory.COUNTY;
import static huoshui.access.ManagementCategory.OTHER;

import huoshui.kernel.Ids;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Primary;

/** A department, a county and a bureau with a few people, as org and dossier would tell of them. */
@Primary
class Town implements Reach, Placement {

    final UUID department = Ids.next();
    final UUID county = Ids.next();
    final UUID bureau = Ids.next();
    final Map<UUID, Place> people = new HashMap<>();
    final Map<UUID, Set<UUID>> kin = new HashMap<>();
    boolean bureauLeftToCounty;
    private long version;

    UUID settle(UUID unit, ManagementCategory category) {
        var person = Ids.next();
        people.put(person, new Place(unit, category));
        return person;
    }

    void marry(UUID one, UUID other) {
        kin.computeIfAbsent(one, each -> new HashSet<>()).add(other);
        kin.computeIfAbsent(other, each -> new HashSet<>()).add(one);
        version++;
    }

    void leaveBureauToCounty() {
        bureauLeftToCounty = true;
        version++;
    }

    @Override
    public List<Authority> of(UUID homeUnit, LocalDate day) {
        if (homeUnit.equals(department))
            return List.of(Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS));
        if (homeUnit.equals(county)) {
            var units = bureauLeftToCounty ? Set.of(county, bureau) : Set.of(county);
            return List.of(Authority.over(units, Set.of(COUNTY, OTHER), Authority.Mode.LEADS));
        }
        return homeUnit.equals(bureau)
                ? List.of(Authority.over(Set.of(bureau), Set.of(OTHER, CITY), Authority.Mode.FILES))
                : List.of();
    }

    @Override
    public Optional<Place> of(UUID person) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public Set<UUID> ids(UUID person) {
        return Set.of(person);
    }

    @Override
    public Set<UUID> kin(UUID person) {
        return kin.getOrDefault(person, Set.of());
    }

    @Override
    public long version() {
        return version;
    }
}
