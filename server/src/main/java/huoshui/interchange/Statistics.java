package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.org.Organization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The common tables of how cadres are made up. 统计表
 *
 * <p>A number is the length of a list: those whom the people list finds by the very condition that stands beside it.
 */
@Component
public class Statistics {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Kind> ALL = kinds();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");

    /** A table that can be asked for. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Kind(
            String code,
            String name,
            String english,
            @Nullable JsonNode base,
            String rows,
            List<String> columns) {

        @Nullable
        Condition condition() {
            return ConditionReader.read(base);
        }
    }

    /**
     * A table drawn.
     *
     * @param base whom the whole table counts: what the table itself asks, within the set of units
     * @param unplaced how many the table would count whose unit is not recorded, so that they are in no set of units; zero where
     *     everybody is counted
     * @param cells by row, then by part of each group in turn; the first row and the first cell of each are the totals
     */
    public record Drawn(
            Kind kind,
            @Nullable Condition base,
            Dimension rows,
            List<Dimension> columns,
            List<List<Integer>> cells,
            AsOf at,
            UnitSet set,
            int unplaced) {

        /** The condition behind one cell; null where everybody is counted. */
        public @Nullable Condition condition(int row, int cell) {
            var of = new ArrayList<Condition>();
            if (base != null) of.add(base);
            if (row > 0) of.add(rows.parts().get(row - 1).condition());
            if (cell > 0) of.add(part(cell - 1).condition());
            return of.isEmpty() ? null : of.size() == 1 ? of.getFirst() : new Condition.All(of);
        }

        private Dimension.Part part(int place) {
            int at = place;
            for (var each : columns) {
                if (at < each.parts().size()) return each.parts().get(at);
                at -= each.parts().size();
            }
            throw new IndexOutOfBoundsException(place);
        }
    }

    /** Whose unit is not on record. 未定单位 */
    public static final Condition UNPLACED = Condition.test("unit", Op.KNOWN, false);

    private final PeopleSearch search;
    private final Organization organization;
    private final Acts acts;
    private final Clock clock;

    Statistics(PeopleSearch search, Organization organization, Acts acts, Clock clock) {
        this.search = search;
        this.organization = organization;
        this.acts = acts;
        this.clock = clock;
    }

    private static List<Kind> kinds() {
        try (var in = Objects.requireNonNull(Statistics.class.getResourceAsStream("/rosters/statistics.json"))) {
            return List.of(JSON.readValue(in, Kind[].class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static List<Kind> all() {
        return ALL;
    }

    /** Whom a table counts before any set of units is chosen; null for everybody. */
    public static @Nullable Condition condition(Kind kind) {
        return kind.condition();
    }

    /** A set of units in words; empty for everything. */
    public String words(UnitSet set, AsOf at) {
        return set.words(organization.at(at));
    }

    /** @throws Refusal {@code no-statistic} */
    public static Kind kind(String code) {
        return ALL.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.absent("no-statistic", "未找到：没有这张统计表。请从统计分析的列表中选取。"));
    }

    /**
     * Counts everybody in sight who is in service in this set of units.
     *
     * @throws Refusal {@code no-unit}, {@code too-many-units}
     */
    public Drawn draw(Signed who, Kind kind, UnitSet set, AsOf at) {
        who.require(Right.READ_PEOPLE);
        var chart = organization.at(at);
        set.checked(chart, who.sight());
        var rows = Dimension.of(kind.rows(), chart, who.sight(), set);
        var columns = kind.columns().stream()
                .map(each -> Dimension.of(each, chart, who.sight(), set))
                .toList();
        var base = both(kind.condition(), set.condition());
        var asked = new ArrayList<@Nullable Condition>();
        asked.add(base);
        rows.parts().forEach(each -> asked.add(each.condition()));
        columns.forEach(each -> each.parts().forEach(part -> asked.add(part.condition())));
        var met = search.met(asked, who.sight(), at);
        var all = met.getFirst();
        var cells = new ArrayList<List<Integer>>();
        int lines = rows.parts().size();
        for (int row = 0; row <= lines; row++) {
            var mine = row == 0 ? all : both(all, met.get(row));
            var line = new ArrayList<Integer>();
            line.add(mine.cardinality());
            for (int i = lines + 1; i < met.size(); i++)
                line.add(both(mine, met.get(i)).cardinality());
            cells.add(line);
        }
        int unplaced = set.everything() ? 0 : unplaced(who, kind, at);
        return kept(new Drawn(kind, base, rows, columns, cells, at, set, unplaced));
    }

    private int unplaced(Signed who, Kind kind, AsOf at) {
        return search.met(List.of(Objects.requireNonNull(both(kind.condition(), UNPLACED))), who.sight(), at)
                .getFirst()
                .cardinality();
    }

    private static @Nullable Condition both(@Nullable Condition one, @Nullable Condition other) {
        return one == null ? other : other == null ? one : new Condition.All(List.of(one, other));
    }

    /** Rows and columns that are there only in case somebody belongs to them go where nobody does. */
    private static Drawn kept(Drawn drawn) {
        var rows = new ArrayList<Integer>();
        var parts = drawn.rows().parts();
        for (int i = 0; i < parts.size(); i++)
            if (!parts.get(i).spare() || drawn.cells().get(i + 1).getFirst() > 0) rows.add(i);
        var cells = new ArrayList<Integer>(List.of(0));
        var columns = new ArrayList<Dimension>();
        int cell = 1;
        for (var group : drawn.columns()) {
            var some = new ArrayList<Dimension.Part>();
            for (var part : group.parts()) {
                if (!part.spare() || drawn.cells().getFirst().get(cell) > 0) {
                    some.add(part);
                    cells.add(cell);
                }
                cell++;
            }
            if (!some.isEmpty()) columns.add(new Dimension(group.code(), group.title(), group.english(), some));
        }
        var counted = new ArrayList<List<Integer>>();
        counted.add(cells.stream().map(drawn.cells().getFirst()::get).toList());
        for (int row : rows)
            counted.add(cells.stream().map(drawn.cells().get(row + 1)::get).toList());
        var kept = new Dimension(
                drawn.rows().code(),
                drawn.rows().title(),
                drawn.rows().english(),
                rows.stream().map(parts::get).toList());
        return new Drawn(drawn.kind(), drawn.base(), kept, columns, counted, drawn.at(), drawn.set(), drawn.unplaced());
    }

    private static BitSet both(BitSet one, BitSet other) {
        var set = (BitSet) one.clone();
        set.and(other);
        return set;
    }

    /**
     * These tables as one workbook, each on a sheet of its own; a number opens its list in the page.
     *
     * @param address of a list by its condition
     * @param page the same of a list by path and query
     */
    public byte[] workbook(
            Signed who,
            List<Kind> kinds,
            List<NumberTable> changes,
            UnitSet set,
            AsOf at,
            Function<@Nullable Condition, String> address,
            Function<String, String> page) {
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, new SheetWriter.Style("宋体", 10, "F3F0E8", true, "A3"))) {
            for (var kind : kinds) {
                var drawn = draw(who, kind, set, at);
                write(sheet.sheet(kind.name()), drawn, note(who, drawn), address);
            }
            for (var each : changes) NumberSheet.write(sheet.sheet(each.name()), each, note(who, set, at), page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private String note(Signed who, Drawn drawn) {
        var note = note(who, drawn.set(), drawn.at());
        return drawn.unplaced() == 0 ? note : note + "　另有 %d 人未定单位，不在本范围内".formatted(drawn.unplaced());
    }

    /** What a workbook says of itself. */
    public String note(Signed who, UnitSet set, AsOf at) {
        var words = set.words(organization.at(at));
        return "情况截至 %s　信息录至 %s　统计范围：%s本账号可见的在职人员　制表：%s %s"
                .formatted(
                        at.valid().format(DAY),
                        acts.of(at.known()).at().atZone(Acts.ZONE).format(MINUTE),
                        words.isEmpty() ? "" : words + "中",
                        who.displayName(),
                        clock.instant().atZone(Acts.ZONE).format(MINUTE));
    }

    private static void write(
            SheetWriter sheet, Drawn drawn, String note, Function<@Nullable Condition, String> address)
            throws IOException {
        int last = drawn.cells().getFirst().size();
        sheet.text(0, 0, drawn.kind().name(), Look.TITLE);
        sheet.merge(0, 0, 0, last);
        sheet.height(0, 34);
        sheet.text(1, 0, note, Look.NOTE);
        sheet.merge(1, 0, 1, last);
        sheet.width(0, List.of("unit", "county").contains(drawn.kind().rows()) ? 28 : 16);
        sheet.text(2, 0, drawn.rows().title(), Look.HEAD);
        sheet.text(3, 0, "", Look.HEAD);
        sheet.merge(2, 0, 3, 0);
        sheet.text(2, 1, "合计", Look.HEAD);
        sheet.text(3, 1, "", Look.HEAD);
        sheet.merge(2, 1, 3, 1);
        int column = 2;
        for (var group : drawn.columns()) {
            int first = column;
            for (var part : group.parts()) {
                sheet.text(2, column, column == first ? group.title() : "", Look.HEAD);
                sheet.text(3, column, part.label(), Look.HEAD);
                sheet.width(column, 8);
                column++;
            }
            sheet.merge(2, first, 2, column - 1);
        }
        sheet.height(3, 32);
        for (int row = 0; row < drawn.cells().size(); row++) {
            var label = row == 0 ? "合计" : drawn.rows().parts().get(row - 1).label();
            sheet.text(4 + row, 0, label, Look.TEXT);
            var line = drawn.cells().get(row);
            for (int i = 0; i < line.size(); i++)
                sheet.link(
                        4 + row,
                        1 + i,
                        line.get(i),
                        address.apply(drawn.condition(row, i)),
                        row == 0 ? Look.TOTAL : Look.NUMBER);
        }
        sheet.head(2, 3, 1);
        sheet.foot(note);
    }
}
