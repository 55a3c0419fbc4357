package huoshui.interchange;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.UnitSet;
import huoshui.interchange.NumberTable.Cell;
import huoshui.interchange.NumberTable.Group;
import huoshui.interchange.NumberTable.Part;
import huoshui.interchange.NumberTable.Row;
import huoshui.interchange.TeamSeats.Body;
import huoshui.interchange.TeamSeats.What;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Chart;
import huoshui.org.LevelStaffing;
import huoshui.org.Organization;
import huoshui.org.Staffing.Seated;
import huoshui.org.Unit;
import huoshui.org.fact.SeatCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Establishment by unit and level, and the seats of the four leading teams: due, in post, missing, too many. 职数与班子应配缺配
 *
 * <p>What was never laid down, and seats of which nothing was ever recorded, are counted apart and are no zeros. That a seat of a
 * unit in sight is taken is counted whoever sits there; who it is, is told of those in sight alone (SECURITY.md, numbers of units).
 */
@Component
public class StaffingTables {

    public static final String ESTABLISHMENT = "establishment";
    public static final String BY_SEAT = "establishment-by-seat";
    public static final String TEAMS = "four-teams";
    public static final String MAKE_UP = "team-make-up";
    public static final List<String> CODES = List.of(ESTABLISHMENT, BY_SEAT, TEAMS, MAKE_UP);

    private static final List<Part> NUMBERS = List.of(
            new Part("approved", "核定", "Approved"),
            new Part("actual", "实配", "In post"),
            new Part("vacant", "空缺", "Vacant"),
            new Part("excess", "超配", "Excess"),
            new Part("unset", "未核定的实配", "In post, none approved"));
    private static final List<Part> SEATS = Arrays.stream(What.values())
            .map(each -> new Part(each.name(), each.title, each.english))
            .toList();

    private final Organization organization;
    private final Cities cities;
    private final PeopleSearch search;
    private final Acts acts;

    StaffingTables(Organization organization, Cities cities, PeopleSearch search, Acts acts) {
        this.organization = organization;
        this.cities = cities;
        this.search = search;
        this.acts = acts;
    }

    /** @throws Refusal {@code no-statistic}, {@code no-unit}, {@code too-many-units} */
    public NumberTable draw(Signed who, String code, UnitSet set, AsOf at) {
        who.require(Right.READ_PEOPLE);
        set.checked(organization.at(at), who.sight());
        return switch (code) {
            case ESTABLISHMENT -> establishment(who, set, at);
            case BY_SEAT -> bySeat(who, set, at);
            case TEAMS -> teams(who, set, at);
            case MAKE_UP -> makeUp(who, set, at);
            default -> throw Refusal.absent("no-statistic", "未找到：没有这张统计表。请从统计分析的列表中选取。");
        };
    }

    private City city(AsOf at) {
        var today = acts.today();
        return cities.at(at.valid().isAfter(today) ? at : new AsOf(today, at.known()));
    }

    // Establishment

    private NumberTable establishment(Signed who, UnitSet set, AsOf at) {
        var chart = organization.at(at);
        var units = units(who, chart, set, at);
        var all = staffing(chart, units, at);
        var columns = new ArrayList<Column>();
        for (var each : levels(all))
            columns.add(new Column(
                    code(each),
                    each == null ? "不分层次" : each.title(),
                    each == null ? "Levels together" : each.title(),
                    "level=" + code(each) + "&",
                    cell -> cell.level() == each));
        return numbers(ESTABLISHMENT, "职数核定与配备", "Establishment by unit and level", chart, units, all, columns, set);
    }

    private NumberTable bySeat(Signed who, UnitSet set, AsOf at) {
        var chart = organization.at(at);
        var units = units(who, chart, set, at);
        var all = staffing(chart, units, at);
        var columns = new ArrayList<Column>();
        for (var each : SeatCategory.values())
            if (all.cells().stream().anyMatch(cell -> cell.category() == each))
                columns.add(new Column(
                        each.name(),
                        each.word(),
                        Dimension.english(each),
                        "category=" + each.name() + "&",
                        cell -> cell.category() == each));
        return numbers(
                BY_SEAT, "职数核定与配备（正职、副职、三总师）", "Establishment by unit and seat", chart, units, all, columns, set);
    }

    /** @param query of the page that lists it */
    private record Column(
            String code, String title, String english, String query, Predicate<LevelStaffing.Cell> such) {}

    private static NumberTable numbers(
            String code,
            String name,
            String english,
            Chart chart,
            List<Unit> units,
            LevelStaffing all,
            List<Column> columns,
            UnitSet set) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("ALL", "合计", "Total", NUMBERS));
        columns.forEach(each -> groups.add(new Group(each.code, each.title, each.english, NUMBERS)));
        var rows = new ArrayList<Row>();
        rows.add(row("ALL", "合计", all, columns, set.query()));
        for (var unit : units) {
            var mine = all.where(each -> each.unit().equals(unit.id()));
            if (!mine.cells().isEmpty())
                rows.add(row(
                        unit.id().toString(), name(chart, unit), mine, columns, "unit=" + unit.id() + "&below=false&"));
        }
        return new NumberTable(code, name, english, "单位", "Unit", groups, rows, null);
    }

    private List<Unit> units(Signed who, Chart chart, UnitSet set, AsOf at) {
        return set.in(chart, city(at).around(), who.sight());
    }

    /** Those that occur, and last what is laid down for several levels together. */
    private static List<@Nullable LeadershipLevel> levels(LevelStaffing all) {
        var levels = new ArrayList<@Nullable LeadershipLevel>();
        for (var each : LeadershipLevel.values())
            if (all.cells().stream().anyMatch(cell -> cell.level() == each)) levels.add(each);
        if (all.cells().stream().anyMatch(cell -> cell.level() == null)) levels.add(null);
        return levels;
    }

    /** The name alone does not tell one county's bureau from another's. */
    private static String name(Chart chart, Unit unit) {
        var parent = chart.unit(unit.is().parent());
        return parent.isEmpty() || unit.called().startsWith(parent.get().called())
                ? unit.called()
                : parent.get().called() + "　" + unit.called();
    }

    private LevelStaffing staffing(Chart chart, List<Unit> units, AsOf at) {
        var city = city(at);
        return LevelStaffing.of(
                chart,
                units.stream().map(Unit::id).toList(),
                post -> city.everHeld(post.id()).stream()
                        .filter(each -> each.held().valid().covers(at.valid()))
                        .map(each -> new Seated(
                                each.person().id(),
                                post.is().category(),
                                post.is().level()))
                        .toList());
    }

    private static Row row(String code, String label, LevelStaffing all, List<Column> columns, String set) {
        var cells = new ArrayList<>(numbers(all, set));
        for (var each : columns) cells.addAll(numbers(all.where(each.such), set + each.query));
        return new Row(code, label, cells);
    }

    private static List<Cell> numbers(LevelStaffing all, String set) {
        var lines = all.cells().stream().map(LevelStaffing.Cell::line).toList();
        var unset = lines.stream()
                .filter(each -> each.approved() == null)
                .mapToInt(each -> each.actual())
                .sum();
        return List.of(
                cell(sum(lines, each -> each.approved()), set, "approved"),
                cell(
                        lines.isEmpty()
                                ? null
                                : Integer.valueOf(lines.stream()
                                        .mapToInt(each -> each.actual())
                                        .sum()),
                        set,
                        "actual"),
                cell(sum(lines, each -> each.vacant()), set, "vacant"),
                cell(sum(lines, each -> each.excess()), set, "excess"),
                cell(lines.isEmpty() ? null : Integer.valueOf(unset), set, "unset"));
    }

    private static <T> @Nullable Integer sum(List<T> lines, Function<T, @Nullable Integer> number) {
        var known = lines.stream().map(number).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToInt(Integer::intValue).sum();
    }

    private static Cell cell(@Nullable Integer value, String set, String what) {
        return new Cell(value, value == null || value == 0 ? null : "/establishment?" + set + "what=" + what);
    }

    private static String code(@Nullable LeadershipLevel level) {
        return level == null ? "NONE" : level.name();
    }

    // Teams

    private NumberTable teams(Signed who, UnitSet set, AsOf at) {
        var lines = seats(who, set, at);
        var groups = new ArrayList<Group>();
        groups.add(new Group("ALL", "合计", "Total", SEATS));
        for (var each : Body.values()) groups.add(new Group(each.name(), each.title, each.english, SEATS));
        var areas = new LinkedHashMap<String, String>();
        lines.forEach(each -> areas.putIfAbsent(each.area(), each.areaName()));
        var rows = new ArrayList<Row>();
        rows.add(row("ALL", "合计", lines, set));
        areas.forEach((area, name) -> rows.add(row(
                area,
                name,
                lines.stream().filter(each -> each.area().equals(area)).toList(),
                set)));
        return new NumberTable(TEAMS, "四套班子应配缺配", "Seats of the four teams", "市县", "Area", groups, rows, null);
    }

    private List<TeamSeats.Line> seats(Signed who, UnitSet set, AsOf at) {
        var chart = organization.at(at);
        return new TeamSeats(organization, chart, city(at), search.view(who.sight())).all(units(who, chart, set, at));
    }

    private static Row row(String area, String label, List<TeamSeats.Line> lines, UnitSet set) {
        var cells = new ArrayList<Cell>(counts(area, "ALL", lines, set));
        for (var body : Body.values())
            cells.addAll(counts(
                    area,
                    body.name(),
                    lines.stream().filter(each -> each.body() == body).toList(),
                    set));
        return new Row(area, label, cells);
    }

    private static List<Cell> counts(String area, String body, List<TeamSeats.Line> lines, UnitSet set) {
        return Arrays.stream(What.values())
                .map(what -> {
                    if (lines.isEmpty()) return new Cell(null, null);
                    int count = (int)
                            lines.stream().filter(each -> each.counts(what)).count();
                    var opens = "/statistics?table=" + TEAMS + "&area=" + area + "&body=" + body + "&what=" + what
                            + suffix(set);
                    return new Cell(count, count == 0 ? null : opens);
                })
                .toList();
    }

    private static String suffix(UnitSet set) {
        var query = set.query();
        return query.isEmpty() ? "" : "&" + query.substring(0, query.length() - 1);
    }

    // What the teams are made up of

    private NumberTable makeUp(Signed who, UnitSet set, AsOf at) {
        var lines = makeUpLines(who, set, at);
        var parts = Arrays.stream(TeamMakeUp.What.values())
                .map(each -> new Part(each.name(), each.title, each.english))
                .toList();
        var groups = Arrays.stream(TeamMakeUp.Sort.values())
                .map(each -> new Group(each.name(), each.title, each.english, parts))
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(makeUpRow("ALL", "ALL", "合计", lines, set));
        var areas = new LinkedHashMap<String, String>();
        var places = makeUp(who, at).places(units(who, organization.at(at), set, at));
        places.forEach(each -> areas.putIfAbsent(each.area(), each.areaName()));
        areas.forEach((area, name) -> {
            var mine = lines.stream().filter(each -> each.area().equals(area)).toList();
            rows.add(makeUpRow(area, "ALL", name, mine, set));
            for (var place : places) {
                if (!place.area().equals(area)) continue;
                var its = mine.stream()
                        .filter(each -> each.body() == place.body())
                        .toList();
                rows.add(makeUpRow(area, place.body().name(), "　" + name + " " + place.body().title, its, set));
            }
        });
        return new NumberTable(
                MAKE_UP, "四套班子结构性干部", "Make-up of the four teams", "市县与班子", "Area and team", groups, rows, null);
    }

    private List<TeamMakeUp.Line> makeUpLines(Signed who, UnitSet set, AsOf at) {
        return makeUp(who, at).all(units(who, organization.at(at), set, at));
    }

    private TeamMakeUp makeUp(Signed who, AsOf at) {
        return new TeamMakeUp(organization.at(at), city(at), search.view(who.sight()));
    }

    private static Row makeUpRow(String area, String body, String label, List<TeamMakeUp.Line> lines, UnitSet set) {
        var cells = new ArrayList<Cell>();
        for (var sort : TeamMakeUp.Sort.values()) {
            var mine = lines.stream().filter(each -> each.sort() == sort).toList();
            boolean wished = TeamMakeUp.wished(mine);
            for (var what : TeamMakeUp.What.values()) {
                boolean told = wished || what == TeamMakeUp.What.ACTUAL || what == TeamMakeUp.What.OPEN;
                int count = mine.stream()
                        .filter(each -> each.what() == what)
                        .mapToInt(TeamMakeUp.Line::count)
                        .sum();
                var opens = "/statistics?table=" + MAKE_UP + "&area=" + area + "&body=" + body + "&what=" + what
                        + "&sort=" + sort + suffix(set);
                cells.add(told ? new Cell(count, count == 0 ? null : opens) : new Cell(null, null));
            }
        }
        return new Row(area + "/" + body, label, cells);
    }

    /**
     * A team or a member in the list of a number.
     *
     * @param count how many of the number it is
     * @param hidden whether it is about a member who is out of sight
     */
    public record TeamLine(
            String area,
            String body,
            UUID team,
            String teamName,
            int count,
            boolean hidden,
            @Nullable UUID person,
            @Nullable String name) {}

    /** The list one number about the make-up of teams is the sum of. */
    public List<TeamLine> makeUpLines(
            Signed who, String area, String body, String what, String sort, UnitSet set, AsOf at) {
        who.require(Right.READ_PEOPLE);
        set.checked(organization.at(at), who.sight());
        return makeUpLines(who, set, at).stream()
                .filter(each -> (area.equals("ALL") || each.area().equals(area))
                        && (body.equals("ALL") || each.body().name().equals(body))
                        && each.what().name().equals(what)
                        && each.sort().name().equals(sort))
                .map(each -> new TeamLine(
                        each.areaName(),
                        each.body().title,
                        each.team(),
                        each.teamName(),
                        each.count(),
                        each.member() && each.person() == null,
                        each.person(),
                        each.name()))
                .toList();
    }

    /**
     * A seat as its list shows it.
     *
     * @param hidden somebody sits there who is out of sight
     */
    public record Seat(
            String area,
            String body,
            UUID unit,
            UUID post,
            String title,
            boolean taken,
            boolean hidden,
            @Nullable UUID person,
            @Nullable String name) {}

    /**
     * The list one number of the four teams is the length of.
     *
     * @param area of a row, or ALL
     * @param body of a group of columns, or ALL
     * @throws Refusal {@code no-statistic}
     */
    public List<Seat> seats(Signed who, String area, String body, String what, UnitSet set, AsOf at) {
        who.require(Right.READ_PEOPLE);
        set.checked(organization.at(at), who.sight());
        var counted = Arrays.stream(What.values())
                .filter(each -> each.name().equals(what))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("no-statistic", "未找到：没有这个统计数。请从统计表中点选。"));
        Predicate<TeamSeats.Line> asked =
                each -> (area.equals("ALL") || each.area().equals(area))
                        && (body.equals("ALL") || each.body().name().equals(body))
                        && each.counts(counted);
        return seats(who, set, at).stream()
                .filter(asked)
                .map(each -> new Seat(
                        each.areaName(),
                        each.body().title,
                        each.unit(),
                        each.post(),
                        each.title(),
                        each.taken(),
                        each.taken() && each.person() == null,
                        each.person(),
                        each.name()))
                .toList();
    }

    // Whom they count

    /** Everybody whom the numbers of all tables count, in sight or not: for telling how many an export is about, and for nothing else. */
    Set<UUID> counted(Signed who, UnitSet set, AsOf at) {
        var chart = organization.at(at);
        var all = new HashSet<UUID>();
        staffing(chart, units(who, chart, set, at), at)
                .cells()
                .forEach(each -> all.addAll(each.line().people()));
        seats(who, set, at).forEach(each -> {
            if (each.holder() != null) all.add(each.holder());
        });
        return all;
    }
}
