package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.search.UnitSet;
import huoshui.dossier.web.OrgLines.Coded;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Chart;
import huoshui.org.LevelStaffing;
import huoshui.org.LevelStaffing.Cell;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Staffing.Seated;
import huoshui.org.Unit;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Establishment by level over any set of units on any day; each number opens its list. 分级别职数 */
@RestController
@RequestMapping("/api/v1/establishment")
@Needs(Right.READ_PEOPLE)
class EstablishmentPages {

    private final Organization organization;
    private final Seating seating;
    private final Cities cities;

    EstablishmentPages(Organization organization, Seating seating, Cities cities) {
        this.organization = organization;
        this.seating = seating;
        this.cities = cities;
    }

    /**
     * Sums over one level and category.
     *
     * @param level null where the number is laid down for several levels together
     * @param approved 核定; null when nothing was laid down anywhere
     * @param unset how many people sit where no number was laid down: they are in {@code actual}, in neither of the others
     */
    record Row(
            @Nullable Coded level,
            Coded category,
            int units,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            int unset) {}

    /** @param kinds of the units of the set, whatever kind was asked for */
    record Board(
            LocalDate asof, long known, String set, int units, List<Coded> kinds, List<Named> areas, List<Row> rows) {}

    /** @param person null when out of sight */
    record Holder(@Nullable UUID person, @Nullable String name, String post) {}

    record EmptyPost(UUID post, String title, @Nullable LocalDate since) {}

    /** One unit's share of a number. */
    record Line(
            Named unit,
            @Nullable Coded level,
            Coded category,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            @Nullable String document,
            List<Holder> holders,
            List<EmptyPost> empty) {}

    /**
     * @param unit the top of the set; everything in sight when left out
     * @param below with everything beneath it
     * @param kind units of this kind alone
     * @param picked units of this set alone, as statistics are drawn over
     */
    @GetMapping
    Board board(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "true") boolean below,
            @RequestParam(required = false) @Nullable UnitKind kind,
            UnitSet picked,
            AsOf at,
            Signed signed) {
        var chart = organization.at(at);
        var all = set(chart, unit, below, picked, signed);
        var some = all.stream()
                .filter(each -> kind == null || each.is().kind() == kind)
                .toList();
        return new Board(
                at.valid(),
                at.known(),
                unit == null ? picked.words(chart) : chart.requireUnit(unit).called(),
                some.size(),
                all.stream()
                        .map(each -> each.is().kind())
                        .distinct()
                        .sorted()
                        .map(each -> new Coded(each.name(), each.word()))
                        .toList(),
                areas(chart, signed),
                rows(staffing(chart, some, at)));
    }

    /** The counties in sight, to choose a set by. */
    private static List<Named> areas(Chart chart, Signed signed) {
        return chart.units().stream()
                .filter(each ->
                        each.is().kind() == UnitKind.COUNTY && signed.sight().seesUnit(each.id()))
                .filter(each -> !chart.children(each.id()).isEmpty())
                .sorted(Comparator.comparing(each -> each.is().order()))
                .map(each -> new Named(each.id(), each.called()))
                .toList();
    }

    /** The units that one number of the board is made of, those that make it first. */
    @GetMapping("/lines")
    List<Line> lines(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "true") boolean below,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable SeatCategory category,
            UnitSet picked,
            AsOf at,
            Signed signed) {
        var chart = organization.at(at);
        var some = set(chart, unit, below, picked, signed).stream()
                .filter(each -> kind == null || each.is().kind() == kind)
                .toList();
        var holding = seating.everywhere(chart, at);
        return staffing(chart, some, at).cells().stream()
                .filter(each -> category == null || each.category() == category)
                .filter(each -> level == null || level.equals(code(each.level())))
                .map(each -> line(chart, each, holding, at, signed))
                .toList();
    }

    private List<Unit> set(Chart chart, @Nullable UUID unit, boolean below, UnitSet picked, Signed signed) {
        picked.checked(chart, signed.sight());
        if (unit == null && !picked.everything())
            return picked.in(chart, cities.at(chart.at()).around(), signed.sight());
        if (unit != null && !signed.sight().seesUnit(unit)) throw UnitPages.unseen();
        Stream<Unit> all = unit == null
                ? chart.roots().stream().flatMap(each -> chart.subtree(each.id()).stream())
                : below ? chart.subtree(unit).stream() : Stream.of(chart.requireUnit(unit));
        var seen = all.filter(each -> signed.sight().seesUnit(each.id())).toList();
        if (unit != null && seen.isEmpty())
            throw Refusal.absent(
                    "no-unit", "未列出：%s 这一天没有该单位。请改选单位或日期。".formatted(chart.at().valid()));
        return seen;
    }

    private LevelStaffing staffing(Chart chart, List<Unit> units, AsOf at) {
        var holding = seating.everywhere(chart, at);
        return LevelStaffing.of(
                chart,
                units.stream().map(Unit::id).toList(),
                post -> holding.getOrDefault(post.id(), List.of()).stream()
                        .map(each -> new Seated(
                                each.person().id(),
                                post.is().category(),
                                post.is().level()))
                        .toList());
    }

    private static String code(@Nullable LeadershipLevel level) {
        return level == null ? "NONE" : level.name();
    }

    private static @Nullable Coded coded(@Nullable LeadershipLevel level) {
        return level == null ? null : new Coded(level.name(), level.title());
    }

    private static List<Row> rows(LevelStaffing all) {
        var rows = new ArrayList<Row>();
        var levels = Stream.concat(
                        Stream.of(LeadershipLevel.values()),
                        Stream.<@Nullable LeadershipLevel>of((LeadershipLevel) null))
                .toList();
        for (var level : levels)
            for (var category : SeatCategory.values()) {
                var cells = all.where(each -> each.level() == level && each.category() == category)
                        .cells();
                if (!cells.isEmpty()) rows.add(row(level, category, cells));
            }
        return rows;
    }

    private static Row row(@Nullable LeadershipLevel level, SeatCategory category, List<Cell> cells) {
        return new Row(
                coded(level),
                new Coded(category.name(), category.word()),
                (int) cells.stream().map(Cell::unit).distinct().count(),
                sum(cells, each -> each.line().approved()),
                cells.stream().mapToInt(each -> each.line().actual()).sum(),
                sum(cells, each -> each.line().vacant()),
                sum(cells, each -> each.line().excess()),
                cells.stream()
                        .filter(each -> each.line().approved() == null)
                        .mapToInt(each -> each.line().actual())
                        .sum());
    }

    private static @Nullable Integer sum(List<Cell> cells, Function<Cell, @Nullable Integer> number) {
        Integer sum = null;
        for (var cell : cells) {
            var each = number.apply(cell);
            if (each != null) sum = (sum == null ? 0 : sum) + each;
        }
        return sum;
    }

    private Line line(Chart chart, Cell cell, Map<UUID, List<Holding>> holding, AsOf at, Signed signed) {
        var line = cell.line();
        var empty = cell.posts().stream()
                .filter(each -> !holding.containsKey(each.id()))
                .toList();
        var ever = seating.ever(empty.stream().map(Post::id).toList(), at);
        return new Line(
                OrgLines.named(chart, cell.unit()),
                coded(cell.level()),
                new Coded(line.category().name(), line.category().word()),
                line.approved(),
                line.actual(),
                line.vacant(),
                line.excess(),
                cell.document(),
                cell.posts().stream()
                        .flatMap(post -> holding.getOrDefault(post.id(), List.of()).stream()
                                .filter(each ->
                                        line.people().contains(each.person().id()))
                                .map(each -> holder(each, post, signed)))
                        .toList(),
                empty.stream()
                        .map(each -> new EmptyPost(
                                each.id(),
                                each.is().fullTitle(),
                                seating.emptySince(each, ever.getOrDefault(each.id(), List.of()), at)))
                        .toList());
    }

    private Holder holder(Holding held, Post post, Signed signed) {
        boolean seen = seating.sees(signed.sight(), held.person());
        return new Holder(
                seen ? held.person().id() : null,
                seen ? held.person().who().name() : null,
                post.is().fullTitle());
    }
}
