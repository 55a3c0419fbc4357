package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.access.Reach;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Authorities;
import huoshui.org.Authorities.GrantAuthority;
import huoshui.org.Organization;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Posts;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.MergeUnits;
import huoshui.org.UnitCommand.SetManagement;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("S68 坚持党管干部原则：谁管谁（省管、市管、县管、备案）是有起止的事实，可见范围由此而来")
class S68ManagementAuthorityStory {

    static final PartialDate LONG_AGO = PartialDate.month(2000, 1);
    static final PartialDate HANDED_OVER = PartialDate.month(2023, 7);
    static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);
    static final LocalDate TODAY = TestClock.FIRST_DAY;
    static final String PAPER = "干部管理权限规定";
    static int serial;

    final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Units units;

    @Autowired
    Posts posts;

    @Autowired
    Authorities authorities;

    @Autowired
    Organization organization;

    @Autowired
    Reach reach;

    @Autowired
    Acts acts;

    UUID none = new UUID(0, 0);
    UUID city = none;
    UUID department = none;
    UUID county = none;
    UUID countyDepartment = none;
    UUID bureau = none;

    @BeforeEach
    void aCityWithACounty() {
        city = found("澜江市" + ++serial, UnitKind.CITY, null);
        department = found("中共澜江市委组织部", UnitKind.PARTY_ORGAN, city);
        county = found("隆川县", UnitKind.COUNTY, city);
        countyDepartment = found("中共隆川县委组织部", UnitKind.PARTY_ORGAN, county);
        bureau = found("隆川县水务局", UnitKind.GOVERNMENT_ORGAN, county);
        grant(department, city, Set.of(ManagementCategory.CITY), Mode.LEADS, LONG_AGO);
        grant(countyDepartment, county, Set.of(ManagementCategory.COUNTY), Mode.LEADS, LONG_AGO);
    }

    @Test
    void authorityReachesThroughTheSubtreeAndNoFurther() {
        assertThat(only(department, TODAY).units())
                .containsExactlyInAnyOrder(city, department, county, countyDepartment, bureau);
        assertThat(only(countyDepartment, TODAY).units()).containsExactlyInAnyOrder(county, countyDepartment, bureau);
        assertThat(only(countyDepartment, TODAY).categories()).containsExactly(ManagementCategory.COUNTY);
        assertThat(reach.of(bureau, TODAY)).isEmpty();
    }

    @Test
    void authorityHoldsFromItsDayOn() {
        grant(department, county, Set.of(ManagementCategory.COUNTY), Mode.FILES, HANDED_OVER);

        assertThat(reach.of(department, BEFORE)).extracting(Authority::mode).containsExactly(Mode.LEADS);
        assertThat(reach.of(department, TODAY))
                .extracting(Authority::mode)
                .containsExactlyInAnyOrder(Mode.LEADS, Mode.FILES);
    }

    @Test
    void whoeverIsStillRecordedInAMergedUnitStaysInSight() {
        var fresh = UnitIs.of("隆川县农业农村和水务局", UnitKind.GOVERNMENT_ORGAN, null, county);
        var merged =
                units.merge(clerk, new MergeUnits(Set.of(bureau), null, fresh, Set.of(), null, HANDED_OVER, PAPER));

        assertThat(only(countyDepartment, TODAY).units()).contains(bureau, merged);
    }

    @Test
    void theUnitThatTakesOverTakesOverTheAuthorityToo() {
        var fresh = UnitIs.of("中共隆川县委组织人事部", UnitKind.PARTY_ORGAN, null, county);
        var heir = units.merge(
                clerk, new MergeUnits(Set.of(countyDepartment), null, fresh, Set.of(), null, HANDED_OVER, PAPER));

        assertThat(only(heir, TODAY).units()).contains(bureau);
        assertThat(reach.of(countyDepartment, TODAY)).isEqualTo(reach.of(heir, TODAY));
        assertThat(only(countyDepartment, BEFORE).units()).contains(bureau);
    }

    @Test
    void aPostIsManagedAsItsUnitSaysUnlessItSaysSoItself() {
        units.manage(
                clerk, new SetManagement(county, ManagementCategory.COUNTY, ManagementCategory.OTHER, LONG_AGO, PAPER));
        var head = post(bureau, "局长", null);
        var secretary = post(county, "县委书记", ManagementCategory.PROVINCE);
        var chart = organization.at(new AsOf(TODAY, acts.head()));

        assertThat(chart.categoryOf(chart.requirePost(head))).contains(ManagementCategory.COUNTY);
        assertThat(chart.categoryOf(chart.requirePost(secretary))).contains(ManagementCategory.PROVINCE);
        assertThat(chart.categoryIn(bureau, false)).contains(ManagementCategory.OTHER);
        assertThat(chart.categoryIn(department, true)).isEmpty();
    }

    @Test
    void everyChangeOfAuthorityMovesTheVersionOthersRememberBy() {
        long before = reach.version();
        grant(department, county, EnumSet.allOf(ManagementCategory.class), Mode.ASSISTS, HANDED_OVER);
        assertThat(reach.version()).isGreaterThan(before);
    }

    private Authority only(UUID manager, LocalDate day) {
        var all = reach.of(manager, day);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private UUID found(String name, UnitKind kind, @Nullable UUID parent) {
        return units.found(clerk, new FoundUnit(UnitIs.of(name, kind, null, parent), LONG_AGO, PAPER));
    }

    private UUID post(UUID unit, String title, @Nullable ManagementCategory own) {
        var is = PostIs.of(unit, title, SeatCategory.HEAD, LeadershipLevel.DIVISION_CHIEF);
        return posts.add(
                clerk,
                new AddPost(
                        new PostIs(
                                is.unit(),
                                is.title(),
                                null,
                                null,
                                null,
                                is.category(),
                                is.level(),
                                true,
                                true,
                                is.tier(),
                                null,
                                List.of(),
                                null,
                                1,
                                1,
                                true,
                                own,
                                false,
                                null,
                                null),
                        LONG_AGO,
                        PAPER));
    }

    private void grant(UUID manager, UUID over, Set<ManagementCategory> categories, Mode mode, PartialDate on) {
        var manages = new Manages(over, true, List.copyOf(new HashSet<>(categories)), mode);
        authorities.grant(clerk, new GrantAuthority(manager, manages, on, PAPER));
    }
}
