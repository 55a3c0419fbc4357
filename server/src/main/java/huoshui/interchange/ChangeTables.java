package huoshui.interchange;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.UnitSet;
import huoshui.dossier.search.View;
import huoshui.interchange.NumberTable.Cell;
import huoshui.interchange.NumberTable.Group;
import huoshui.interchange.NumberTable.Part;
import huoshui.interchange.NumberTable.Row;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.org.Chart;
import huoshui.org.Organization;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What changed between two days: who came, moved, rose, left; and the appointments of the period, by kind. 变动汇总与调配情况
 *
 * <p>Both days are read as known at the same act. Of each row those at the start, less who left, more who came, are those at the end;
 * units that took over from others count as those, so that a reform of units moves nobody. Whoever is in no unit has a row.
 */
@Component
public class ChangeTables {

    public static final String CHANGES = "changes";
    public static final String MOVES = "moves";
    public static final List<String> CODES = List.of(CHANGES, MOVES);
    private static final String NOWHERE = "NONE";
    private static final String ELSEWHERE = "ELSEWHERE";

    private final Organization organization;
    private final Cities cities;
    private final PeopleSearch search;

    ChangeTables(Organization organization, Cities cities, PeopleSearch search) {
        this.organization = organization;
        this.cities = cities;
        this.search = search;
    }

    /**
     * One person counted by one number.
     *
     * @param before posts before, where the number is about posts or places
     * @param on the day of the change, where it has one
     */
    public record Line(
            UUID person,
            String name,
            @Nullable String before,
            @Nullable String after,
            @Nullable String on) {}

    private record Mark(String row, String what, Line line) {}

    /** @param after the day before the period begins, hence the first day that is compared */
    private record Drawing(
            String code,
            LocalDate after,
            UnitSet set,
            Chart chart,
            UnitPartition rows,
            View view,
            City then,
            City now) {

        /** The row of a unit: its own, that of its heirs where it ceased; null outside the set. */
        @Nullable
        String row(@Nullable UUID unit) {
            if (unit == null) return set.everything() ? NOWHERE : null;
            for (var each : chart.heirs(unit)) {
                var row = rows.of(each);
                if (row.isPresent() && kept(each)) return row.get().code();
            }
            return set.everything() ? ELSEWHERE : null;
        }

        private boolean kept(UUID unit) {
            if (set.kinds().isEmpty() && set.sector() == null) return true;
            var at = now.around().unit(unit);
            return at.isPresent()
                    && (set.kinds().isEmpty()
                            || set.kinds().stream()
                                    .anyMatch(
                                            each -> each.name().equals(at.get().kind())))
                    && (set.sector() == null || set.sector() == at.get().sector());
        }
    }

    /**
     * @param after the first day compared; the last is the day asked about
     * @throws Refusal {@code no-statistic}, {@code period-backwards}, {@code no-unit}, {@code right}
     */
    public NumberTable draw(Signed who, String code, LocalDate after, UnitSet set, AsOf at) {
        var drawing = drawing(who, code, after, set, at);
        var marks = marks(drawing);
        var groups = groups(code);
        var whats = groups.stream()
                .flatMap(each -> each.parts().stream())
                .map(Part::code)
                .toList();
        var rows = new ArrayList<Row>();
        rows.add(row("ALL", "合计", marks, whats, drawing));
        var named = new ArrayList<String[]>();
        for (var each : drawing.rows.rows()) named.add(new String[] {each.code(), each.label()});
        named.add(new String[] {ELSEWHERE, "单位已撤销或不在册"});
        named.add(new String[] {NOWHERE, "待核（未定单位）"});
        var counted = marks.stream().map(Mark::row).collect(Collectors.toSet());
        for (var each : named) if (counted.contains(each[0])) rows.add(row(each[0], each[1], marks, whats, drawing));
        boolean changes = code.equals(CHANGES);
        return new NumberTable(
                code,
                changes ? "变动汇总" : "调配情况",
                changes ? "What changed" : "Appointments of the period",
                "单位",
                "Unit",
                groups,
                rows,
                set.everything() ? null : unplaced(drawing));
    }

    /** The list one number is the length of. */
    public List<Line> lines(Signed who, String code, LocalDate after, UnitSet set, String row, String what, AsOf at) {
        return marks(drawing(who, code, after, set, at)).stream()
                .filter(each -> each.what.equals(what) && (row.equals("ALL") || each.row.equals(row)))
                .map(Mark::line)
                .toList();
    }

    private Drawing drawing(Signed who, String code, LocalDate after, UnitSet set, AsOf at) {
        who.require(Right.READ_PEOPLE);
        if (!who.sight().reads(Chapter.CAREER)) throw Refusal.sight("right", "未统计：变动与调配要看任职经历，本账号不能查阅该类信息。请由有权的同志统计。");
        if (!code.equals(CHANGES) && !code.equals(MOVES))
            throw Refusal.absent("no-statistic", "未找到：没有这张统计表。请从统计分析的列表中选取。");
        if (!after.isBefore(at.valid()))
            throw Refusal.input(
                    "period-backwards", "未统计：期初 %s 不早于期末 %s。请把期初改早，或把“情况截至”改晚。".formatted(after, at.valid()));
        var chart = organization.at(at);
        set.checked(chart, who.sight());
        return new Drawing(
                code,
                after,
                set,
                chart,
                UnitPartition.of(chart, who.sight(), set),
                search.view(who.sight()),
                cities.at(new AsOf(after, at.known())),
                cities.at(at));
    }

    private static List<Group> groups(String code) {
        if (code.equals(MOVES))
            return List.of(new Group(
                    "ALL",
                    "任免人次",
                    "Appointments",
                    Arrays.stream(Moved.values())
                            .map(each -> new Part(each.name(), each.title, each.english))
                            .toList()));
        var parts = Arrays.stream(Changed.values())
                .collect(Collectors.partitioningBy(
                        Changed::balances,
                        Collectors.mapping(
                                each -> new Part(each.name(), each.title, each.english), Collectors.toList())));
        return List.of(
                new Group("BALANCE", "进出", "Coming and going", parts.getOrDefault(true, List.of())),
                new Group("WITHIN", "职务职级变动", "Levels, ranks and posts", parts.getOrDefault(false, List.of())));
    }

    private static Row row(String row, String label, List<Mark> marks, List<String> whats, Drawing drawing) {
        var cells = whats.stream()
                .map(what -> {
                    int count = (int) marks.stream()
                            .filter(each -> each.what.equals(what) && (row.equals("ALL") || each.row.equals(row)))
                            .count();
                    var opens = "/statistics?table=" + drawing.code + "&since=" + drawing.after + "&"
                            + drawing.set.query() + "row=" + row + "&what=" + what;
                    return new Cell(count, count == 0 ? null : opens);
                })
                .toList();
        return new Row(row, label, cells);
    }

    private static Cell unplaced(Drawing drawing) {
        int count = (int) drawing.now.cards().stream()
                .filter(each -> drawing.view.sees(each)
                        && Changed.serves(each)
                        && each.service().unit() == null)
                .count();
        var said = URLEncoder.encode("{\"field\":\"unit\",\"op\":\"known\",\"value\":false}", StandardCharsets.UTF_8);
        return new Cell(count, count == 0 ? null : "/people?c=" + said);
    }

    private static List<Mark> marks(Drawing drawing) {
        var marks = new ArrayList<Mark>();
        for (var now : drawing.now.cards()) {
            if (!drawing.view.sees(now)) continue;
            if (drawing.code.equals(MOVES)) moves(drawing, now, marks);
            else drawing.then.find(now.id()).ifPresent(then -> changes(drawing, then, now, marks));
        }
        return marks;
    }

    private static void changes(Drawing drawing, Card then, Card now, List<Mark> into) {
        boolean served = Changed.serves(then) && !Changed.beganAfter(now, drawing.after);
        boolean serves = Changed.serves(now);
        var from = served ? drawing.row(then.service().unit()) : null;
        var to = serves ? drawing.row(now.service().unit()) : null;
        var line = new Line(
                now.id(), now.who().name(), then.posts().text(), now.posts().text(), null);
        if (from != null) into.add(new Mark(from, Changed.START.name(), line));
        if (to != null) into.add(new Mark(to, Changed.END.name(), line));
        if (!served && to != null) into.add(new Mark(to, Changed.JOINED.name(), line));
        if (!serves && from != null) into.add(new Mark(from, Changed.left(now).name(), line));
        if (!served || !serves) return;
        boolean open = NOWHERE.equals(from) || NOWHERE.equals(to);
        if (from != null && !from.equals(to))
            into.add(new Mark(from, (open ? Changed.OPEN_OUT : Changed.MOVED_OUT).name(), line));
        if (to == null) return;
        if (!to.equals(from)) into.add(new Mark(to, (open ? Changed.OPEN_IN : Changed.MOVED_IN).name(), line));
        Changed.within(then, now).forEach(each -> into.add(new Mark(to, each.name(), line)));
    }

    private static void moves(Drawing drawing, Card card, List<Mark> into) {
        for (var move : Moved.of(card, drawing.after, drawing.now.at().valid(), drawing.now)) {
            var row = drawing.row(move.unit());
            if (row == null) continue;
            var posts = move.posts().stream().map(each -> each.post().text()).collect(Collectors.joining("、"));
            var before = move.before().stream().map(each -> each.post().text()).collect(Collectors.joining("、"));
            boolean ended = move.what() == Moved.ENDED;
            var dates = move.posts().stream()
                    .map(each -> ended ? each.valid().lastDate() : each.valid().firstDate())
                    .map(each -> each == null ? "" : each.toString())
                    .findFirst()
                    .orElse("");
            into.add(new Mark(
                    row,
                    move.what().name(),
                    new Line(
                            card.id(),
                            card.who().name(),
                            ended ? posts : before.isEmpty() ? null : before,
                            ended ? null : posts,
                            dates.isEmpty() ? move.day().toString() : dates)));
        }
    }
}
