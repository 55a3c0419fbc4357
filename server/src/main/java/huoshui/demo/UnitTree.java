package huoshui.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the city's units from the tables, with the reforms they went through. 机构树 */
final class UnitTree {

    static final int BEGIN = Months.of(1980, 1);

    private static final Map<String, String> SPLIT_FROM = Map.of(
            "退役军人事务局", "民政局",
            "医疗保障局", "人力资源和社会保障局",
            "数据局", "政务服务管理局",
            "社会工作部", "组织部");
    private static final List<String> FIRST = List.of(
            "市委组织部",
            "发展和改革委员会",
            "水务局",
            "财政局",
            "审计局",
            "卫生健康委员会",
            "澜江学院",
            "教育体育局",
            "市人民医院",
            "住房和城乡建设局",
            "农业农村局",
            "澜江水务投资集团有限公司",
            "市纪委监委",
            "自然资源和规划局",
            "文化和旅游局",
            "交通运输局");

    final List<Place> counties = new ArrayList<>();
    final List<Draft> drafts = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<UnitChange> changes = new ArrayList<>();
    final Map<String, Draft> heads = new HashMap<>();
    private final Place city = Place.city();

    UnitTree() {
        group("001", null, city);
        lines.add(teams("001", city, -1));
        var rows = Tables.lines("municipal.txt");
        for (int i = 0; i < rows.size(); i++) municipal(Tables.cells(rows.get(i)), i, rows.size());
        int number = 0;
        for (var row : Tables.lines("places.txt")) county(++number, Tables.cells(row));
        splits();
        for (var each : drafts) renames(each);
    }

    /** Draws one more school or hospital of a county or of the city. */
    Line institution(int number) {
        int at = number % 6;
        var place = at == 0 ? city : counties.get(at - 1);
        boolean school = number % 3 != 2;
        int ordinal = number / 6 + 2;
        var stem = (at == 0 ? "市" : "县") + (school ? "第" + ordinal + "中学" : "第" + ordinal + "人民医院");
        var code = (at == 0 ? "001" : "001.2%02d".formatted(at)) + ".4%02d".formatted(number / 6 + 1);
        var draft = draft(
                code,
                at == 0 ? "001" : "001.2%02d".formatted(at),
                "事业单位",
                "36",
                place,
                stems(stem + "@198001"),
                Seat.NEVER);
        draft.headLevel = at == 0 ? Level.COUNTY_DEPUTY : Level.SECTION;
        founded(draft);
        var line = new Line(
                at == 0 ? (school ? "学校" : "医院") : "县事业",
                at,
                List.of(draft),
                List.of(),
                school ? List.of("教务处", "德育处") : List.of("医务科", "护理部"),
                "-",
                school ? Trade.SCHOOL : Trade.HOSPITAL,
                2 + number);
        lines.add(line);
        return line;
    }

    private void group(String code, @Nullable String parent, Place place) {
        var draft = draft(code, parent, place == city ? "市" : "县（市、区）", "3", place, stems("本地@198001"), Seat.NEVER);
        draft.grouping = true;
        founded(draft);
    }

    private Line teams(String parent, Place place, double key) {
        var own = place == city ? "市" : "县";
        int level = place == city ? Level.BUREAU : Level.COUNTY;
        var teams = List.of(
                draft(parent + ".001", parent, "党委部门", "1001", place, stems(own + "委@198001"), Seat.NEVER),
                draft(parent + ".002", parent, "人大", "1003", place, stems(own + "人大常委会@198001"), Seat.NEVER),
                draft(parent + ".003", parent, "政府部门", "1004", place, stems(own + "政府@198001"), Seat.NEVER),
                draft(parent + ".004", parent, "政协", "1005", place, stems(own + "政协@198001"), Seat.NEVER));
        for (var each : teams) {
            each.headLevel = level;
            founded(each);
        }
        return new Line(own + "四套班子", place.number(), teams, List.of(), List.of(), "-", Trade.OFFICE, key);
    }

    private void municipal(String[] cells, int number, int of) {
        int first =
                FIRST.indexOf(cells[3].substring(cells[3].lastIndexOf('>') + 1).split("@")[0]);
        double key = first >= 0 ? first / (double) of : (FIRST.size() + number) / (double) of;
        lines.add(line(
                cells, "001", "001.1%02d".formatted(number + 1), city, key, cells[5], cells[6], headLevel(cells[1])));
    }

    private void county(int number, String[] cells) {
        var names = stems(cells[2]);
        var place = new Place(number, cells[1], names);
        counties.add(place);
        var code = "001.2%02d".formatted(number);
        group(code, "001", place);
        double rank = ((number + 3) % 5) / 5.0;
        lines.add(teams(code, place, rank));
        var rows = Tables.lines("county.txt");
        for (int i = 0; i < rows.size(); i++) {
            var row = Tables.cells(rows.get(i));
            lines.add(line(
                    row,
                    code,
                    code + ".1%02d".formatted(i + 1),
                    place,
                    rank + (i * 7 % rows.size()) / (5.0 * rows.size()),
                    "-",
                    row[5],
                    headLevel(row[1])));
        }
        var towns = cells[3].split(";");
        for (int i = 0; i < towns.length; i++)
            lines.add(town(towns[i], code, code + ".3%02d".formatted(i + 1), place, rank + i / (5.0 * towns.length)));
    }

    private Line town(String text, String parent, String code, Place place, double key) {
        var parts = text.split("<");
        var chain = Arrays.stream(parts[0].split(">"))
                .map(each -> "县" + each)
                .reduce((a, b) -> a + ">" + b)
                .orElseThrow();
        int at = parts.length > 1 ? Months.read(parts[1].substring(parts[1].indexOf('@') + 1)) : 0;
        var absorbed = parts.length > 1
                ? "县" + parts[1].substring(0, parts[1].indexOf('@')) + "@198001@"
                        + parts[1].substring(parts[1].indexOf('@') + 1)
                : "";
        return line(
                new String[] {"乡镇街道", "乡镇", "3450", chain, absorbed},
                parent,
                code,
                place,
                key,
                "-",
                "党政综合办公室,经济发展办公室,社会事务办公室" + (at > 0 ? ",村镇规划办公室" : ""),
                Level.SECTION);
    }

    private Line line(
            String[] cells,
            String parent,
            String code,
            Place place,
            double key,
            String special,
            String sections,
            int level) {
        var stems = stems(cells[3]);
        var absorbed = cells[4].isEmpty() ? List.<String>of() : List.of(cells[4].split(";"));
        var main = new ArrayList<Draft>();
        int cut = cutAt(stems, absorbed);
        if (cut == 0) main.add(draft(code, parent, cells[0], cells[2], place, stems, Seat.NEVER));
        else {
            main.add(draft(
                    code + "A",
                    parent,
                    cells[0],
                    cells[2],
                    place,
                    stems.stream().filter(each -> each.from() < cut).toList(),
                    cut));
            main.add(draft(
                    code,
                    parent,
                    cells[0],
                    cells[2],
                    place,
                    stems.stream().filter(each -> each.from() >= cut).toList(),
                    Seat.NEVER));
        }
        founded(main.getFirst());
        var joined = new ArrayList<Line.Joined>();
        for (int i = 0; i < absorbed.size(); i++) {
            int split = absorbed.get(i).lastIndexOf('@');
            int at = Months.read(absorbed.get(i).substring(split + 1));
            var unit = draft(
                    code + (char) ('B' + i),
                    parent,
                    cells[0],
                    cells[2],
                    place,
                    stems(absorbed.get(i).substring(0, split)),
                    at);
            founded(unit);
            joined.add(new Line.Joined(unit, at));
        }
        for (var each : main) each.headLevel = level;
        for (var each : joined) each.unit().headLevel = level;
        merged(main, joined, cut);
        var last = main.getLast();
        heads.put(place.number() + last.names.getLast().inner().replaceFirst("^[市县区]", ""), last);
        return new Line(
                cells[1],
                place.number(),
                List.copyOf(main),
                joined,
                List.of(sections.split(",")),
                special,
                trade(cells[1], last),
                key);
    }

    /** A merger that gives a new name founds a new unit; one that does not lets the old one live on. */
    private static int cutAt(List<Place.Named> stems, List<String> absorbed) {
        int cut = 0;
        for (var each : absorbed) {
            int at = Months.read(each.substring(each.lastIndexOf('@') + 1));
            for (var stem : stems) if (stem.from() == at) cut = Math.max(cut, at);
        }
        return cut;
    }

    private void merged(List<Draft> main, List<Line.Joined> joined, int cut) {
        var dates = joined.stream().map(Line.Joined::at).distinct().sorted().toList();
        for (int at : dates) {
            var from = new ArrayList<String>();
            if (at == cut) from.add(main.getFirst().code);
            for (var each : joined) if (each.at() == at) from.add(each.unit().code);
            var into = at < cut ? main.getFirst() : main.getLast();
            if (at != cut) from.addFirst(into.code);
            change(UnitChange.Kind.MERGED, at, from, List.of(into.code));
        }
    }

    private void splits() {
        for (var place : places()) {
            for (var each : SPLIT_FROM.entrySet()) {
                var young = heads.get(place.number() + each.getKey());
                var old = heads.get(place.number() + each.getValue());
                if (young == null || old == null) continue;
                changes.removeIf(change ->
                        change.kind() == UnitChange.Kind.FOUNDED && change.to().contains(young.code));
                change(UnitChange.Kind.SPLIT, young.founded, List.of(old.code), List.of(old.code, young.code));
            }
        }
    }

    private List<Place> places() {
        var places = new ArrayList<Place>(counties);
        places.addFirst(city);
        return places;
    }

    private void renames(Draft draft) {
        for (int i = 1; i < draft.names.size(); i++)
            change(
                    UnitChange.Kind.RENAMED,
                    Months.of(draft.names.get(i).from().firstDay()),
                    List.of(draft.code),
                    List.of(draft.code));
    }

    private void founded(Draft draft) {
        change(UnitChange.Kind.FOUNDED, draft.founded, List.of(), List.of(draft.code));
    }

    private void change(UnitChange.Kind kind, int at, List<String> from, List<String> to) {
        changes.add(new UnitChange(
                kind,
                Months.date(at),
                List.copyOf(from),
                List.copyOf(to),
                "澜编〔%d〕%d号".formatted(Months.year(at), 1 + Math.floorMod(to.hashCode(), 60))));
    }

    private Draft draft(
            String code,
            @Nullable String parent,
            String kind,
            String kindCode,
            Place place,
            List<Place.Named> stems,
            int abolished) {
        var draft = new Draft(code, parent, kind, kindCode, place, stems, abolished);
        drafts.add(draft);
        return draft;
    }

    private static List<Place.Named> stems(String chain) {
        return Arrays.stream(chain.split(">"))
                .map(each -> each.split("@"))
                .map(each -> new Place.Named(Months.read(each[1]), each[0]))
                .toList();
    }

    private static int headLevel(String style) {
        return switch (style) {
            case "法院", "检察院" -> Level.BUREAU_DEPUTY;
            case "高校" -> Level.BUREAU_DEPUTY;
            case "事业", "医院", "学校" -> Level.COUNTY_DEPUTY;
            case "县法院", "县检察院", "县公安", "县纪委" -> Level.COUNTY_DEPUTY;
            case "县事业", "县群团", "县局", "县部门", "县政府办" -> Level.SECTION;
            default -> Level.COUNTY;
        };
    }

    private static Trade trade(String style, Draft unit) {
        return switch (style) {
            case "法院", "检察院", "县法院", "县检察院" -> Trade.COURT;
            case "公安", "县公安" -> Trade.POLICE;
            case "学校", "高校" -> Trade.SCHOOL;
            case "医院" -> Trade.HOSPITAL;
            case "事业" -> Trade.INSTITUTE;
            case "国企" -> Trade.COMPANY;
            default -> Trade.OFFICE;
        };
    }
}
