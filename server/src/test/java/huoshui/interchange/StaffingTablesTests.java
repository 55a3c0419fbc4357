package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Approvals;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.OrgDescription;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.Teams;
import huoshui.org.Teams.SetTargets;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.StructureMeasure;
import huoshui.org.fact.TeamFact.Target;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Establishment and the seats of the four teams: what is not known is no zero, and each number is the length of its list. */
@RoomTest
class StaffingTablesTests {

    static final PartialDate LONG_AGO = PartialDate.month(1998, 1);
    private static final String PAPER = "示编〔2026〕1 号";

    final Actor clerk = new Actor(UUID.randomUUID());
    final StaffingTables tables;
    final StaffingFiles files;
    final Approvals approvals;
    final Accounts accounts;
    final Grants grants;
    final JdbcClient jdbc;
    final OrgLoader loader;
    final Organization organization;
    final Dossiers dossiers;
    final Teams targets;
    final Acts acts;

    StaffingTablesTests(
            @Autowired StaffingTables tables,
            @Autowired StaffingFiles files,
            @Autowired Approvals approvals,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired JdbcClient jdbc,
            @Autowired OrgLoader loader,
            @Autowired Organization organization,
            @Autowired Dossiers dossiers,
            @Autowired Teams targets,
            @Autowired Acts acts) {
        this.tables = tables;
        this.files = files;
        this.approvals = approvals;
        this.accounts = accounts;
        this.grants = grants;
        this.jdbc = jdbc;
        this.loader = loader;
        this.organization = organization;
        this.dossiers = dossiers;
        this.targets = targets;
        this.acts = acts;
    }

    static UnitRow unit(
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
        return post(code, unit, title, category, LeadershipLevel.DIVISION_DEPUTY, seats, opened);
    }

    static PostRow post(
            String code,
            String unit,
            String title,
            SeatCategory category,
            LeadershipLevel level,
            int seats,
            PartialDate opened) {
        return new PostRow(
                code,
                unit,
                List.of(),
                title,
                null,
                null,
                category,
                level,
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

    private static List<@Nullable Integer> values(NumberTable table, String row, int from, int count) {
        var cells = table.rows().stream()
                .filter(each -> each.label().contains(row))
                .findFirst()
                .orElseThrow()
                .cells();
        return cells.subList(from, from + count).stream()
                .map(NumberTable.Cell::value)
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

        var teams = tables.draw(RosterInTests.WHO, StaffingTables.TEAMS, UnitSet.EVERYTHING, at);
        // due, in post, missing, not recorded, too many: one deputy's chair stands empty beside the other, the
        // organizer's post is new
        assertThat(values(teams, "示泉", 5, 5)).containsExactly(5, 1, 2, 2, 0);
        assertThat(values(teams, "示泉", 10, 5)).containsOnlyNulls();
        assertThat(values(teams, "示泉", 15, 5)).containsExactly(1, 2, 0, 0, 1);
        for (var row : teams.rows())
            for (var cell : row.cells()) {
                if (cell.opens() == null) continue;
                var asked = cell.opens().split("[=&]");
                assertThat(tables.seats(RosterInTests.WHO, asked[3], asked[5], asked[7], UnitSet.EVERYTHING, at))
                        .hasSize(Objects.requireNonNull(cell.value()));
            }

        var numbers = tables.draw(RosterInTests.WHO, StaffingTables.ESTABLISHMENT, UnitSet.EVERYTHING, at);
        // approved, in post, vacant, too many, in post where nothing was approved
        assertThat(values(numbers, "示泉县委", 0, 5)).containsExactly(1, 1, 1, 0, 1);
        assertThat(values(numbers, "示泉县政府", 0, 5)).containsExactly(null, 2, null, null, 2);
    }

    @Test
    void numbersOfOneCountyBySeatAndWhatIsWishedOfItsTeams() {
        var bureau = bureau("示桥县", 3);
        var county = Objects.requireNonNull(organization.everCodedUnits().get("示桥县"));
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        var set = new UnitSet(List.of(county), null, null);
        var seats = tables.draw(RosterInTests.WHO, StaffingTables.BY_SEAT, set, at);
        assertThat(seats.rows()).hasSize(2);
        assertThat(seats.groups()).extracting(NumberTable.Group::title).containsExactly("合计", "正职");
        // approved, in post, vacant, too many, in post where nothing was approved
        assertThat(values(seats, "示桥县局", 5, 5)).containsExactly(1, 3, 0, 2, 0);

        var team = organization.at(at).teamsOf(bureau).getFirst();
        targets.aim(
                clerk,
                new SetTargets(
                        team.id(),
                        new Targets(
                                List.of(
                                        new Target(StructureMeasure.WOMEN, 2.0, null),
                                        new Target(StructureMeasure.NON_PARTY, 1.0, null)),
                                "示例目标"),
                        PartialDate.day(TestClock.FIRST_DAY),
                        PAPER));
        var later = new AsOf(TestClock.FIRST_DAY, acts.head());
        var makeUp = tables.draw(RosterInTests.WHO, StaffingTables.MAKE_UP, set, later);
        // due, in post, missing, not recorded: three men of whom no party is on record, and of minorities nothing is
        // wished
        assertThat(values(makeUp, "合计", 0, 4)).containsExactly(2, 0, 2, 0);
        assertThat(values(makeUp, "合计", 4, 4)).containsExactly(1, 0, 0, 3);
        assertThat(values(makeUp, "合计", 8, 4)).containsExactly(null, 0, null, 0);
        for (var row : makeUp.rows())
            for (var cell : row.cells()) {
                if (cell.opens() == null) continue;
                var asked = cell.opens().split("[=&]");
                var lines = tables.makeUpLines(RosterInTests.WHO, asked[3], asked[5], asked[7], asked[9], set, later);
                assertThat(lines.stream()
                                .mapToInt(StaffingTables.TeamLine::count)
                                .sum())
                        .isEqualTo(cell.value());
            }
        assertThat(refusedSet(new UnitSet(List.of(UUID.randomUUID()), null, null), later))
                .isEqualTo("no-unit");
    }

    private String refusedSet(UnitSet set, AsOf at) {
        try {
            tables.draw(RosterInTests.WHO, StaffingTables.BY_SEAT, set, at);
            return "";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void aSeatOfAUnitInSightCountsAsTakenWhoeverSitsThereAndOnlyThoseInSightAreNamed() {
        var bureau = bureau("示山县", 2);
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        var blind = RosterInTests.WHO.sight();
        var county = new Signed(
                UUID.randomUUID(),
                "county",
                "县",
                null,
                false,
                Sight.drawn(
                        UUID.randomUUID(),
                        null,
                        List.of(new Role("r", "测", false, true, blind.rights(), Set.of(Chapter.values()), Set.of())),
                        null,
                        List.of(Authority.over(
                                Set.of(bureau), Set.of(ManagementCategory.COUNTY), Authority.Mode.LEADS)),
                        Set.of()),
                new Purpose("P05"));

        var numbers = tables.draw(county, StaffingTables.ESTABLISHMENT, UnitSet.EVERYTHING, at);
        assertThat(values(numbers, "示山县局", 0, 5)).containsExactly(1, 2, 0, 1, 0);
        var seats = tables.seats(county, "ALL", "ALL", "ACTUAL", UnitSet.EVERYTHING, at);
        assertThat(seats).hasSize(2).allMatch(each -> each.hidden() && each.person() == null && each.name() == null);
    }

    @Test
    void theWorkbookGoesOutForAPurposeJournaledAndOfManyPeopleByTwoOnly() {
        bureau("示河县", 21);
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        var staff = new Staff(accounts, grants);
        var stated = by(staff.open("asker", null, null));
        var silent = stated.because(null);
        var sheet = files.sheet(stated, UnitSet.EVERYTHING, at);
        assertThat(sheet.people()).isGreaterThanOrEqualTo(21);

        assertThat(refused(silent, sheet)).isEqualTo("purpose-required");
        assertThat(refused(stated, sheet)).isEqualTo("approval-required");
        var asked = files.ask(stated, sheet);
        assertThat(asked.summary())
                .contains("涉及 %d 人".formatted(sheet.people()))
                .doesNotContain("示人");
        assertThat(refused(stated, sheet)).isEqualTo("approval-pending");
        assertThat(exported(stated)).as("nothing went out").isZero();

        approvals.decide(by(staff.open("second", null, null)), asked.id(), true);
        assertThat(files.write(stated, sheet, "示例", each -> "https://示例" + each))
                .isNotEmpty();
        assertThat(exported(stated)).isEqualTo(1);
        assertThat(refused(stated, sheet)).as("agreed to once").isEqualTo("approval-required");
    }

    private static Signed by(Account account) {
        return new Signed(
                account.id(), account.name(), "测", null, false, RosterInTests.WHO.sight(), new Purpose("P05"));
    }

    private String refused(Signed who, StaffingFiles.Sheet sheet) {
        try {
            files.write(who, sheet, "示例", each -> each);
            return "";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private long exported(Signed who) {
        return jdbc.sql(
                        "select count(*) from audit.entry where verb = 'EXPORT' and chapter = 'ORGANIZATION' and actor = :actor")
                .param("actor", who.account())
                .query(Long.class)
                .single();
    }

    /** A county with one bureau of its government's category, one head approved, so many in that seat. */
    private UUID bureau(String county, int people) {
        loader.load(
                clerk,
                new OrgDescription(
                        List.of(
                                unit(county, null, county, UnitKind.COUNTY, null, List.of()),
                                unit(
                                        county + ".1",
                                        county,
                                        county + "局",
                                        UnitKind.GOVERNMENT_ORGAN,
                                        "1004",
                                        List.of(new Establishment(
                                                SeatCategory.HEAD, LeadershipLevel.DIVISION_DEPUTY, 1, PAPER)))),
                        List.of(post(county + ".1.a", county + ".1", "局长", SeatCategory.HEAD, 1, LONG_AGO)),
                        List.of(),
                        List.of(),
                        List.of()),
                PAPER);
        var unit = Objects.requireNonNull(organization.everCodedUnits().get(county + ".1"));
        var post = Objects.requireNonNull(organization.everCodedPosts().get(county + ".1.a"));
        for (int i = 0; i < people; i++) seated(unit, post, "示人" + i);
        return unit;
    }
}
