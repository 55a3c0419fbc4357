package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.OrgDescription;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Establishment and the seats of the four teams: what is not known is no zero, and each number is the length of its list. */
@RoomTest
class StaffingTablesTests {

    private static final PartialDate LONG_AGO = PartialDate.month(1998, 1);
    private static final String PAPER = "示编〔2026〕1 号";

    final Actor clerk = new Actor(UUID.randomUUID());
    final StaffingTables tables;
    final OrgLoader loader;
    final Organization organization;
    final Dossiers dossiers;
    final Acts acts;

    StaffingTablesTests(
            @Autowired StaffingTables tables,
            @Autowired OrgLoader loader,
            @Autowired Organization organization,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts) {
        this.tables = tables;
        this.loader = loader;
        this.organization = organization;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    private static UnitRow unit(
            String code,
            @Nullable String parent,
            String name,
            UnitKind kind,
            @Nullable String category,
            List<Establishment> numbers) {
        return new UnitRow(
                code,
                parent,
                List.of(new Name(LONG_AGO, name, null)),
                kind,
                null,
                0,
                true,
                null,
                null,
                category,
                null,
                LONG_AGO,
                LONG_AGO,
                null,
                List.of(),
                numbers,
                null,
                null);
    }

    private static PostRow post(
            String code, String unit, String title, SeatCategory category, int seats, PartialDate opened) {
        return new PostRow(
                code,
                unit,
                List.of(),
                title,
                null,
                null,
                category,
                LeadershipLevel.DIVISION_DEPUTY,
                true,
                category == SeatCategory.HEAD,
                true,
                1,
                PostTier.ORDINARY,
                null,
                Set.of(),
                null,
                null,
                false,
                null,
                seats,
                true,
                opened,
                null);
    }

    private void seated(UUID unit, UUID post, String name) {
        var person = dossiers.open();
        dossiers.record(
                clerk,
                person,
                new Identity(name, "男", PartialDate.month(1970, 5), "汉族", null, null, null),
                Span.evidenced(TestClock.FIRST_DAY),
                PAPER);
        dossiers.record(
                clerk, person, PostHeld.of(name).matchedTo(unit, post), Span.since(PartialDate.month(2024, 1)), PAPER);
    }

    private static List<@Nullable Integer> values(StaffingTable table, String row, int from, int count) {
        var cells = table.rows().stream()
                .filter(each -> each.label().contains(row))
                .findFirst()
                .orElseThrow()
                .cells();
        return cells.subList(from, from + count).stream()
                .map(StaffingTable.Cell::value)
                .toList();
    }

    @Test
    void everyNumberIsTheLengthOfItsListAndSilenceIsNoVacancy() {
        var today = PartialDate.day(TestClock.FIRST_DAY);
        loader.load(
                clerk,
                new OrgDescription(
                        List.of(
                                unit("ST", null, "示泉县", UnitKind.COUNTY, null, List.of()),
                                unit(
                                        "ST.1",
                                        "ST",
                                        "示泉县委",
                                        UnitKind.PARTY_ORGAN,
                                        "1001",
                                        List.of(new Establishment(
                                                SeatCategory.HEAD, LeadershipLevel.DIVISION_DEPUTY, 1, PAPER))),
                                unit("ST.3", "ST", "示泉县政府", UnitKind.GOVERNMENT_ORGAN, "1004", List.of())),
                        List.of(
                                post("ST.1.a", "ST.1", "书记", SeatCategory.HEAD, 1, LONG_AGO),
                                post("ST.1.b", "ST.1", "副书记", SeatCategory.DEPUTY, 2, LONG_AGO),
                                post("ST.1.c", "ST.1", "常委", SeatCategory.DEPUTY, 1, LONG_AGO),
                                post("ST.1.d", "ST.1", "常委、组织部部长", SeatCategory.DEPUTY, 1, today),
                                post("ST.3.a", "ST.3", "县长", SeatCategory.HEAD, 1, LONG_AGO)),
                        List.of(),
                        List.of(),
                        List.of()),
                PAPER);
        var posts = organization.everCodedPosts();
        var units = organization.everCodedUnits();
        seated(units.get("ST.1"), posts.get("ST.1.b"), "示甲");
        seated(units.get("ST.3"), posts.get("ST.3.a"), "示乙");
        seated(units.get("ST.3"), posts.get("ST.3.a"), "示丙");
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());

        var teams = tables.draw(RosterInTests.WHO, StaffingTables.TEAMS, at);
        // due, in post, missing, not recorded, too many: one deputy's chair stands empty beside the other, the
        // organizer's post is new
        assertThat(values(teams, "示泉", 5, 5)).containsExactly(5, 1, 2, 2, 0);
        assertThat(values(teams, "示泉", 10, 5)).containsOnlyNulls();
        assertThat(values(teams, "示泉", 15, 5)).containsExactly(1, 2, 0, 0, 1);
        for (var row : teams.rows())
            for (var cell : row.cells()) {
                if (cell.opens() == null) continue;
                var asked = cell.opens().split("[=&]");
                assertThat(tables.seats(RosterInTests.WHO, asked[3], asked[5], asked[7], at))
                        .hasSize(Objects.requireNonNull(cell.value()));
            }

        var numbers = tables.draw(RosterInTests.WHO, StaffingTables.ESTABLISHMENT, at);
        // approved, in post, vacant, too many, in post where nothing was approved
        assertThat(values(numbers, "示泉县委", 0, 5)).containsExactly(1, 1, 1, 0, 1);
        assertThat(values(numbers, "示泉县政府", 0, 5)).containsExactly(null, 2, null, null, 2);
        assertThat(tables.workbook(RosterInTests.WHO, at, "示例", each -> "https://示例" + each))
                .isNotEmpty();
    }
}
