package huoshui.access;

import static huoshui.access.ManagementCategory.CITY;
import static huoshui.access.ManagementCategory.COUNTY;
import static huoshui.access.ManagementCategory.OTHER;
import static huoshui.access.ManagementCategory.PROVINCE;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SightTests {

    private static final Set<ManagementCategory> ALL = Set.of(ManagementCategory.values());

    private final Roles roles = new Roles();
    private final UUID home = Ids.next();
    private final UUID county = Ids.next();
    private final UUID elsewhere = Ids.next();
    private final UUID zhang = Ids.next();

    @Test
    void aCountySeesItsOwnCadresAndNoOthers() {
        var sight = sight("county-department", Authority.over(Set.of(county), Set.of(COUNTY), Authority.Mode.LEADS));
        assertThat(sight.seesCadre(county, COUNTY)).isTrue();
        assertThat(sight.seesCadre(county, CITY)).isFalse();
        assertThat(sight.seesCadre(elsewhere, COUNTY)).isFalse();
    }

    @Test
    void whoOnlyAssistsOrFilesReadsButDoesNotWrite() {
        var sight = sight(
                "county-department",
                Authority.over(Set.of(county), Set.of(COUNTY), Authority.Mode.LEADS),
                Authority.over(Set.of(county), Set.of(CITY), Authority.Mode.ASSISTS),
                Authority.over(Set.of(county), Set.of(OTHER), Authority.Mode.FILES));
        assertThat(sight.seesCadre(county, CITY)).isTrue();
        assertThat(sight.seesCadre(county, OTHER)).isTrue();
        assertThat(sight.changesCadre(county, COUNTY)).isTrue();
        assertThat(sight.changesCadre(county, CITY)).isFalse();
        assertThat(sight.changesCadre(county, OTHER)).isFalse();
    }

    @Test
    void unknownIsNeverAPass() {
        var county = sight("county-department", Authority.over(Set.of(this.county), ALL, Authority.Mode.LEADS));
        assertThat(county.seesCadre(null, COUNTY)).isFalse();
        assertThat(county.seesCadre(null, null)).isFalse();
        assertThat(county.seesCadre(elsewhere, null)).isFalse();
        var part = sight("cadre-section", Authority.everywhere(Set.of(CITY, COUNTY), Authority.Mode.LEADS));
        assertThat(part.seesCadre(null, CITY)).isTrue();
        assertThat(part.seesCadre(elsewhere, null)).isFalse();
        assertThat(part.everything()).isFalse();
    }

    @Test
    void whoSeesTheWholeCitySeesTheUnknownToo() {
        var sight = sight(
                "cadre-section",
                Authority.everywhere(Set.of(CITY, COUNTY, OTHER), Authority.Mode.LEADS),
                Authority.everywhere(Set.of(PROVINCE), Authority.Mode.ASSISTS));
        assertThat(sight.everything()).isTrue();
        assertThat(sight.seesCadre(null, null)).isTrue();
        assertThat(sight.changesCadre(null, null)).isFalse();
    }

    @Test
    void theUnitThatKeepsADossierLooksAfterItUntilItsCategoryIsKnown() {
        var sight = sight("unit-personnel", Authority.over(Set.of(home), Set.of(OTHER), Authority.Mode.LEADS));
        assertThat(sight.seesCadre(home, null)).isTrue();
        assertThat(sight.changesCadre(home, null)).isTrue();
        assertThat(sight.seesCadre(home, CITY)).isFalse();
        assertThat(sight.changesCadre(elsewhere, null)).isFalse();
    }

    @Test
    void oneselfAndKinAreRefusedAsStaff() {
        var sight = Sight.drawn(
                Ids.next(),
                zhang,
                List.of(roles.of("cadre-section")),
                home,
                List.of(Authority.everywhere(ALL, Authority.Mode.LEADS)),
                Set.of(zhang));
        assertThat(sight.seesCadre(home, CITY)).isTrue();
        assertThat(sight.sees(zhang, new Placement.Place(home, CITY))).isFalse();
        assertThat(sight.changes(zhang, new Placement.Place(home, CITY))).isFalse();
        assertThat(sight.person()).isEqualTo(zhang);
    }

    @Test
    void noHandOfTheThreeReadsAnybodyWhateverItsUnit() {
        var hands = roles.all().stream().filter(Role::hand).toList();
        assertThat(hands).hasSize(3);
        for (var hand : hands) {
            var sight = sight(hand.id(), Authority.everywhere(ALL, Authority.Mode.LEADS));
            assertThat(sight.seesCadre(home, CITY)).isFalse();
            assertThat(sight.everything()).isFalse();
            assertThat(Stream.of(Chapter.values()).anyMatch(sight::reads)).isFalse();
        }
    }

    @Test
    void onlyTheSupervisionSectionItsLeadersAndWhoKeepsTheFilesReadSupervision() {
        assertThat(roles.all().stream()
                        .filter(each -> each.reads().contains(Chapter.SUPERVISION))
                        .map(Role::id))
                .containsExactlyInAnyOrder("department-leader", "supervision-section", "information-section");
    }

    @Test
    void aCityIsSievedToThoseWhoAreLed() {
        long seed = 20261122;
        var random = new Random(seed);
        var units = Stream.generate(Ids::next).limit(600).toList();
        var mine = new HashSet<>(units.subList(0, 300));
        var sight = sight("cadre-section", Authority.over(mine, Set.of(CITY, COUNTY), Authority.Mode.LEADS));
        var places = Stream.generate(() -> new Placement.Place(
                        units.get(random.nextInt(units.size())), ManagementCategory.values()[random.nextInt(4)]))
                .limit(30_000)
                .toList();
        var people = Stream.generate(Ids::next).limit(30_000).toList();
        int seen = 0;
        for (int i = 0; i < places.size(); i++) if (sight.sees(people.get(i), places.get(i))) seen++;
        assertThat(seen).as("seed %d", seed).isBetween(6_000, 9_000);
    }

    private Sight sight(String role, Authority... authorities) {
        return Sight.drawn(Ids.next(), null, List.of(roles.of(role)), home, List.of(authorities), Set.of());
    }
}
