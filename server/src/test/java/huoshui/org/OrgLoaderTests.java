package huoshui.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.OrgDescription.AuthorityRow;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.Reform;
import huoshui.org.OrgDescription.TermRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Way;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class OrgLoaderTests {

    static final PartialDate LONG_AGO = PartialDate.month(1985, 1);
    static final PartialDate REFORM = PartialDate.month(2019, 2);
    static final LocalDate BEFORE = LocalDate.of(2010, 1, 1);
    static final String PAPER = "机构数据";

    final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    OrgLoader loader;

    @Autowired
    Organization organization;

    @Autowired
    Acts acts;

    @Test
    void aWholeOrganizationComesInWithItsHistory() {
        var loaded = loader.load(clerk, city("A"), PAPER);
        var agriculture = Objects.requireNonNull(loaded.units().get("A.2"));
        var livestock = Objects.requireNonNull(loaded.units().get("A.3"));
        var now = organization.now();

        assertThat(now.requireUnit(agriculture).is().name()).isEqualTo("澜江市农业农村局A");
        assertThat(at(BEFORE).requireUnit(agriculture).is().name()).isEqualTo("澜江市农业局A");
        assertThat(now.unit(livestock)).isEmpty();
        assertThat(now.heirs(livestock)).containsExactly(agriculture);
        assertThat(now.establishment(agriculture))
                .extracting(Establishment::number)
                .containsExactly(1);
        assertThat(now.seats(Objects.requireNonNull(loaded.teams().get("A.2")))).hasSize(1);
        assertThat(now.authorities(agriculture)).hasSize(1);
    }

    @Test
    void whatStandsAlreadyIsLeftAloneAndNamed() {
        var first = loader.load(clerk, city("B"), PAPER);
        var again = loader.load(clerk, city("B"), PAPER);
        assertThat(again.written()).isZero();
        assertThat(again.units()).isEqualTo(first.units());
        assertThat(again.differing()).isEmpty();

        var renamed = OrgDescription.ofUnits(List.of(unit("B.1", null, null, new Name(LONG_AGO, "别的名称", null))));
        assertThat(loader.load(clerk, renamed, PAPER).differing()).containsExactly("B.1");
    }

    @Test
    void whatCameInByMistakeGoesOutAgainWhereNothingRestsOnIt() {
        var units = List.of(
                unit("D.1", null, null, new Name(LONG_AGO, "误录单位甲", null)),
                unit("D.2", "D.1", null, new Name(LONG_AGO, "误录单位乙", null)),
                unit("D.3", null, null, new Name(LONG_AGO, "误录单位丙", null)));
        var loaded = loader.load(clerk, OrgDescription.ofUnits(units), PAPER).units();
        var one = Objects.requireNonNull(loaded.get("D.1"));
        var two = Objects.requireNonNull(loaded.get("D.2"));
        var three = Objects.requireNonNull(loaded.get("D.3"));

        assertThat(loader.unload(clerk, List.of(one, two, three), two::equals)).containsExactly(three);
        assertThat(organization.now().unit(one)).isPresent();
        assertThat(loader.unload(clerk, List.of(one, two, three), any -> false)).containsExactly(two, one);
        assertThat(organization.now().named("误录单位甲")).isEmpty();
        assertThat(loader.load(clerk, OrgDescription.ofUnits(units), PAPER).written())
                .isEqualTo(6);
    }

    @Test
    void aMissingCodeIsNamedAndNothingIsWritten() {
        long before = organization.version();
        var orphan = OrgDescription.ofUnits(List.of(unit("C.1", "C.0", null, new Name(LONG_AGO, "无上级单位", null))));

        assertThatThrownBy(() -> loader.load(clerk, orphan, PAPER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("C.0 不在其中");
        assertThat(organization.version()).isEqualTo(before);
    }

    private Chart at(LocalDate day) {
        return organization.at(new AsOf(day, acts.head()));
    }

    private static OrgDescription city(String prefix) {
        var units = List.of(
                unit(prefix + ".1", null, null, new Name(LONG_AGO, "澜江市" + prefix, null)),
                unit(
                        prefix + ".2",
                        prefix + ".1",
                        null,
                        new Name(LONG_AGO, "澜江市农业局" + prefix, null),
                        new Name(REFORM, "澜江市农业农村局" + prefix, null)),
                unit(prefix + ".3", prefix + ".1", REFORM, new Name(LONG_AGO, "澜江市畜牧局" + prefix, null)));
        var merger =
                new Reform(Way.MERGED, REFORM, List.of(prefix + ".2", prefix + ".3"), List.of(prefix + ".2"), PAPER);
        var authority = new AuthorityRow(
                prefix + ".2", prefix + ".2", true, Set.of(ManagementCategory.OTHER), Mode.LEADS, LONG_AGO, null);
        var term = new TermRow(prefix + ".2", 3, REFORM, PartialDate.month(2027, 2), null);
        return new OrgDescription(units, List.of(head(prefix)), List.of(merger), List.of(authority), List.of(term));
    }

    private static UnitRow unit(String code, @Nullable String parent, @Nullable PartialDate abolished, Name... names) {
        return new UnitRow(
                code,
                parent,
                List.of(names),
                UnitKind.GOVERNMENT_ORGAN,
                UnitLevel.COUNTY,
                1,
                true,
                null,
                null,
                null,
                null,
                LONG_AGO,
                LONG_AGO,
                abolished,
                List.of(),
                List.of(new Establishment(SeatCategory.HEAD, null, 1, PAPER)),
                null,
                null);
    }

    private static PostRow head(String prefix) {
        return new PostRow(
                prefix + ".2-1",
                prefix + ".2",
                List.of(),
                "局长",
                "党组书记",
                null,
                SeatCategory.HEAD,
                LeadershipLevel.DIVISION_CHIEF,
                true,
                true,
                true,
                1,
                PostTier.CRUCIAL,
                5,
                Set.of("组织人事"),
                null,
                ManagementCategory.CITY,
                true,
                true,
                1,
                true,
                LONG_AGO,
                null);
    }
}
