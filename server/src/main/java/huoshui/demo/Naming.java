package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** Makes the names a unit had from the stems in the tables and the names of its place. 机构命名 */
final class Naming {

    private Naming() {}

    static List<CityUnit.Name> names(Place place, List<Place.Named> stems, int until) {
        var names = new ArrayList<CityUnit.Name>();
        for (int month : place.changes(stems)) {
            if (month >= until) break;
            var stem = stems.getFirst().text();
            for (var each : stems) if (each.from() <= month) stem = each.text();
            var name = name(place, stem, month);
            if (names.isEmpty() || !names.getLast().full().equals(name.full())) names.add(name);
        }
        return List.copyOf(names);
    }

    private static CityUnit.Name name(Place place, String stem, int month) {
        var at = place.nameAt(month);
        var letter = place.letter(month);
        if (stem.equals("本地")) return named(month, at, at);
        if (stem.startsWith("共青团")) return named(month, "共青团" + place.committee(month), "团委");
        if (stem.endsWith("纪律检查委员会")) return of(month, "中共" + at + "纪律检查委员会", at + "纪委", "纪委");
        if (stem.endsWith("纪委监委")) return of(month, "中共" + at + "纪律检查委员会" + at + "监察委员会", at + "纪委监委", letter + "纪委监委");
        if (stem.equals("市委") || stem.equals("县委"))
            return of(month, "中共" + at + "委员会", place.committee(month), letter + "委");
        if (stem.startsWith("市委市政府"))
            return of(
                    month,
                    "中共" + at + "委" + at + "人民政府" + stem.substring(5),
                    at + "委" + stem.substring(5),
                    stem.substring(5));
        if (stem.startsWith("市委") || stem.startsWith("县委")) {
            var printed = place.committee(month) + stem.substring(2);
            return of(month, "中共" + printed, printed, stem.substring(2));
        }
        if (stem.equals("市政府") || stem.equals("县政府")) return government(at, letter, month);
        if (at.endsWith("地区")) return prefecture(at, stem, month);
        if (stem.startsWith("市") || stem.startsWith("县")) {
            var rest = stem.substring(1);
            return of(month, at + rest, at + rest, letter + rest);
        }
        if (stem.startsWith("澜江") || stem.startsWith("清水湖")) return named(month, stem, stem);
        return of(month, at + stem, at + stem, letter + stem);
    }

    private static CityUnit.Name government(String at, String letter, int month) {
        return letter.equals("地")
                ? of(month, "澜江地区行政公署", "澜江地区行署", "行署")
                : of(month, at + "人民政府", at + "政府", letter + "政府");
    }

    private static CityUnit.Name prefecture(String at, String stem, int month) {
        if (stem.startsWith("行署")) return named(month, at + stem, stem);
        if (stem.equals("市人大常委会")) return named(month, at + "人大工作委员会", "地区人大工委");
        if (stem.equals("市政协")) return named(month, at + "政协工作委员会", "地区政协工委");
        if (stem.equals("市人民检察院")) return named(month, "岭川省人民检察院澜江分院", "检察分院");
        if (stem.startsWith("澜江") || stem.startsWith("清水湖")) return named(month, stem, stem);
        var rest = stem.startsWith("市") ? stem.substring(1) : stem;
        return of(month, at + rest, at + rest, "地区" + rest);
    }

    private static CityUnit.Name named(int month, String printed, String inner) {
        return of(month, printed, printed, inner);
    }

    private static CityUnit.Name of(int month, String full, String printed, String inner) {
        return new CityUnit.Name(Months.date(month), full, printed, inner);
    }

    /** 局长, 主任, 院长 …: what the head of a unit of this name is called. */
    static String head(String name) {
        if (name.startsWith("共青团")) return "书记";
        if (name.endsWith("总工会")
                || name.endsWith("妇女联合会")
                || name.endsWith("科学技术协会")
                || name.endsWith("艺术界联合会")
                || name.endsWith("社会科学界联合会")
                || name.endsWith("归国华侨联合会")
                || name.endsWith("工商业联合会")) return "主席";
        if (name.endsWith("残疾人联合会")) return "理事长";
        if (name.endsWith("红十字会")) return "会长";
        if (name.endsWith("联合社")) return "理事会主任";
        if (name.endsWith("公司")) return "董事长";
        if (name.endsWith("直属机关党委") || name.endsWith("机关工作委员会")) return "书记";
        if (name.endsWith("政法委员会")) return "常务副书记";
        if (name.endsWith("分院")) return "检察长";
        if (name.endsWith("检察院")) return "检察长";
        return switch (name.charAt(name.length() - 1)) {
            case '局' -> "局长";
            case '部' -> "部长";
            case '院' -> name.endsWith("法院") || name.endsWith("医院") || name.endsWith("研究院") ? "院长" : "检察长";
            case '校' -> name.endsWith("党校") ? "常务副校长" : "校长";
            case '学', '园' -> "校长";
            case '社' -> "社长";
            case '台' -> "台长";
            case '馆' -> "馆长";
            case '所' -> "所长";
            case '处' -> name.endsWith("办事处") ? "主任" : "处长";
            case '站' -> "站长";
            default -> "主任";
        };
    }

    /** 副局长 for 局长, 副主任 for 主任. */
    static String deputy(String head) {
        return switch (head) {
            case "常务副校长" -> "副校长";
            case "常务副书记" -> "副书记";
            case "董事长" -> "副总经理";
            case "理事会主任" -> "理事会副主任";
            default -> "副" + head;
        };
    }
}
