package huoshui.interchange;

import static huoshui.interchange.StaffingTablesTests.LONG_AGO;
import static huoshui.interchange.StaffingTablesTests.post;
import static huoshui.interchange.StaffingTablesTests.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.OrgDescription;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two days compared: rows add up, each number is the length of its list, and what cannot be told is told. */
@RoomTest
class ChangeTablesTests {

    private static final String PAPER = "示编〔2026〕9 号";
    private static final PartialDate YEARS_AGO = PartialDate.month(2019, 3);
    private static final PartialDate SPRING = PartialDate.month(2026, 2);
    private static final LocalDate BEGIN = LocalDate.of(2025, 12, 31);

    final Actor clerk = new Actor(UUID.randomUUID());
    final ChangeTables tables;
    final OrgLoader loader;
    final Organization organization;
    final Dossiers dossiers;
    final Acts acts;

    ChangeTablesTests(
            @Autowired ChangeTables tables,
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

    private UUID id(String code) {
        return Objects.requireNonNull(organization.everCodedUnits().get(code));
    }

    private Subject.Person person(String name, PartialDate workStart) {
        var person = dossiers.open();
        var known = Span.since(workStart);
        dossiers.record(
                clerk,
                person,
                new Identity(name, "男", PartialDate.month(1980, 5), "汉族", null, null, null),
                known,
                PAPER);
        dossiers.record(clerk, person, new WorkStart(workStart), known, PAPER);
        return person;
    }

    private void held(Subject.Person person, String post, PartialDate from, @Nullable PartialDate to) {
        var seat = Objects.requireNonNull(organization.everCodedPosts().get(post));
        dossiers.record(
                clerk,
                person,
                PostHeld.of(post).matchedTo(id(post.substring(0, post.lastIndexOf('.'))), seat),
                Span.between(from, to),
                PAPER);
    }

    private void county() {
        var head = LeadershipLevel.DIVISION_DEPUTY;
        var section = LeadershipLevel.SECTION_CHIEF;
        loader.load(
                clerk,
                new OrgDescription(
                        List.of(
                                unit("CT", null, "示岭县", UnitKind.COUNTY, null, List.of()),
                                unit("CT.1", "CT", "示岭县一局", UnitKind.GOVERNMENT_ORGAN, null, List.of()),
                                unit("CT.2", "CT", "示岭县二局", UnitKind.GOVERNMENT_ORGAN, null, List.of())),
                        List.of(
                                post("CT.1.a", "CT.1", "局长", SeatCategory.HEAD, head, 1, LONG_AGO),
                                post("CT.1.b", "CT.1", "副局长", SeatCategory.DEPUTY, section, 3, LONG_AGO),
                                post("CT.2.b", "CT.2", "副局长", SeatCategory.DEPUTY, section, 3, LONG_AGO)),
                        List.of(),
                        List.of(),
                        List.of()),
                PAPER);
    }

    @Test
    void rowsAddUpAndEachNumberIsTheLengthOfItsList() {
        county();
        var stays = person("岭示甲", YEARS_AGO);
        held(stays, "CT.1.b", YEARS_AGO, null);
        var rises = person("岭示乙", YEARS_AGO);
        held(rises, "CT.1.b", YEARS_AGO, SPRING);
        held(rises, "CT.1.a", SPRING, null);
        var moves = person("岭示丙", YEARS_AGO);
        held(moves, "CT.1.b", YEARS_AGO, SPRING);
        held(moves, "CT.2.b", SPRING, null);
        var comes = person("岭示丁", SPRING);
        held(comes, "CT.2.b", SPRING, null);
        var goes = person("岭示戊", YEARS_AGO);
        held(goes, "CT.2.b", YEARS_AGO, SPRING);
        dossiers.record(clerk, goes, new Departed("退休", null, null, null), Span.since(SPRING), PAPER);

        var set = new UnitSet(List.of(id("CT")), null, null);
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        var changes = tables.draw(RosterInTests.WHO, ChangeTables.CHANGES, BEGIN, set, at);
        assertThat(number(changes, "一局", Changed.START)).isEqualTo(3);
        assertThat(number(changes, "一局", Changed.MOVED_OUT)).isEqualTo(1);
        assertThat(number(changes, "一局", Changed.LEVEL_UP)).isEqualTo(1);
        assertThat(number(changes, "一局", Changed.END)).isEqualTo(2);
        assertThat(number(changes, "二局", Changed.JOINED)).isEqualTo(1);
        assertThat(number(changes, "二局", Changed.RETIRED)).isEqualTo(1);
        assertThat(number(changes, "二局", Changed.MOVED_IN)).isEqualTo(1);
        assertThat(number(changes, "二局", Changed.END)).isEqualTo(2);
        for (var row : changes.rows()) {
            int sum = 0;
            for (var each : Changed.values()) sum += each.sign() * number(changes, row.label(), each);
            assertThat(sum).as(row.label()).isEqualTo(number(changes, row.label(), Changed.END));
        }
        lists(changes, set, at);

        var period = tables.draw(RosterInTests.WHO, ChangeTables.MOVES, BEGIN, set, at);
        assertThat(number(period, "一局", Moved.UP)).isEqualTo(1);
        assertThat(number(period, "一局", Moved.ENDED)).isEqualTo(2);
        assertThat(number(period, "二局", Moved.ACROSS)).isEqualTo(1);
        assertThat(number(period, "二局", Moved.FIRST)).isEqualTo(1);
        lists(period, set, at);
    }

    @Test
    void ofEverybodyRowsAddUpToTheTotalThoseInNoUnitIncluded() {
        person("岭示己", YEARS_AGO);
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        var changes = tables.draw(RosterInTests.WHO, ChangeTables.CHANGES, BEGIN, UnitSet.EVERYTHING, at);
        var sums = new HashMap<Integer, Integer>();
        for (var row : changes.rows().subList(1, changes.rows().size()))
            for (int i = 0; i < row.cells().size(); i++)
                sums.merge(i, Objects.requireNonNull(row.cells().get(i).value()), Integer::sum);
        var total = changes.rows().getFirst().cells();
        for (int i = 0; i < total.size(); i++)
            assertThat(sums.getOrDefault(i, 0)).isEqualTo(total.get(i).value());
        assertThat(number(changes, "待核", Changed.END)).isPositive();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        var at = new AsOf(BEGIN, acts.head());
        assertThatThrownBy(() -> tables.draw(RosterInTests.WHO, ChangeTables.MOVES, BEGIN, UnitSet.EVERYTHING, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("period-backwards"));
    }

    private void lists(NumberTable table, UnitSet set, AsOf at) {
        var parts =
                table.groups().stream().flatMap(each -> each.parts().stream()).toList();
        for (var row : table.rows())
            for (int i = 0; i < parts.size(); i++)
                assertThat(tables.lines(
                                RosterInTests.WHO,
                                table.code(),
                                BEGIN,
                                set,
                                row.code(),
                                parts.get(i).code(),
                                at))
                        .hasSize(Objects.requireNonNull(row.cells().get(i).value()));
    }

    private static int number(NumberTable table, String row, Enum<?> what) {
        var parts = table.groups().stream()
                .flatMap(each -> each.parts().stream())
                .map(NumberTable.Part::code)
                .toList();
        return Objects.requireNonNull(table.rows().stream()
                .filter(each -> each.label().contains(row))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(parts.indexOf(what.name()))
                .value());
    }
}
