package huoshui.assessment;

import huoshui.assessment.Instrument.Dimension;
import huoshui.assessment.Instrument.Sign;
import huoshui.assessment.Item.Checklist;
import huoshui.assessment.Item.Choice;
import huoshui.assessment.Item.Grade;
import huoshui.assessment.Item.Keyed;
import huoshui.assessment.Item.Narrative;
import huoshui.assessment.Item.Nomination;
import huoshui.assessment.Item.Point;
import huoshui.assessment.Item.Rating;
import huoshui.assessment.Item.Stem;
import huoshui.rule.Sheet;
import huoshui.rule.Sheet.Part;
import huoshui.rule.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one item of an instrument. 题项读入 */
final class ItemReader {

    private static final Set<String> STEM = Set.of("code", "kind", "dimension", "text", "status", "source", "required");
    private static final Map<String, Set<String>> OWN = Map.of(
            "rating", Set.of("scale"),
            "choice", Set.of("options", "least", "most"),
            "nomination", Set.of("most"),
            "narrative", Set.of("longest"),
            "checklist", Set.of("points"),
            "keyed", Set.of("options", "right"));

    private final Part part;
    private final Map<String, List<Grade>> scales;
    private final Map<String, Dimension> dimensions;

    ItemReader(Part part, Map<String, List<Grade>> scales, Map<String, Dimension> dimensions) {
        this.part = part;
        this.scales = scales;
        this.dimensions = dimensions;
    }

    Item item() {
        var kind = Sheet.need(part, part.map(), "kind");
        var own = OWN.get(kind.text());
        if (own == null)
            throw kind.wrong("不认识题型“%s”，可写：rating、choice、nomination、narrative、checklist、keyed", kind.text());
        var known = new HashSet<>(STEM);
        known.addAll(own);
        var map = part.map(known);
        var stem = stem(map);
        return switch (kind.text()) {
            case "rating" -> rating(stem, Sheet.need(part, map, "scale"));
            case "choice" -> choice(stem, map);
            case "nomination" -> new Nomination(stem, number(map, "most", 1, 20));
            case "narrative" -> new Narrative(stem, number(map, "longest", 10, 2000));
            case "checklist" -> new Checklist(stem, points(Sheet.need(part, map, "points")));
            default -> keyed(stem, map);
        };
    }

    private Stem stem(Map<String, Part> map) {
        var status = InstrumentReader.status(Sheet.need(part, map, "status"));
        var source = Sheet.need(part, map, "source");
        if (source.isEmpty()) throw source.wrong("出处不能空着；没有文本可依的写“本地自定义示例”，可信度写 P");
        if (status != Status.PROPOSED && source.text().contains("自定义"))
            throw source.wrong("出处是本地自定义的，可信度只能是 P，所写为 %s", status.code());
        var required = map.get("required");
        return new Stem(
                Sheet.need(part, map, "code").text(),
                Sheet.text(map, "dimension"),
                Sheet.need(part, map, "text").text(),
                status,
                source.text(),
                required == null || required.yes());
    }

    private Item rating(Stem stem, Part scale) {
        var grades = scales.get(scale.text());
        if (grades == null) throw scale.wrong("没有名为“%s”的等次表，请先写在 scales 中", scale.text());
        if (negative(stem.dimension()) && grades.stream().noneMatch(Grade::adverse))
            throw scale.wrong("反向题项“%s”的等次表须至少有一档 adverse: true，选它须写事例", stem.code());
        return new Rating(stem, grades);
    }

    private boolean negative(@Nullable String dimension) {
        var found = dimension == null ? null : dimensions.get(dimension);
        return found != null && found.sign() == Sign.NEGATIVE;
    }

    private Item choice(Stem stem, Map<String, Part> map) {
        var options = options(map);
        int most = number(map, "most", 1, options.size());
        return new Choice(stem, options, number(map, "least", 0, most), most);
    }

    private Item keyed(Stem stem, Map<String, Part> map) {
        var options = options(map);
        var right = Sheet.need(part, map, "right");
        var keys = right.list().stream().map(Part::text).toList();
        if (keys.isEmpty() || !options.containsAll(keys)) throw right.wrong("正确选项须是 options 中的，至少一个");
        return new Keyed(stem, options, keys);
    }

    private List<String> options(Map<String, Part> map) {
        var list = Sheet.need(part, map, "options");
        var options = list.list().stream().map(Part::text).toList();
        if (options.size() < 2 || new HashSet<>(options).size() < options.size()) throw list.wrong("选项至少两个，且不得重复");
        return options;
    }

    private static List<Point> points(Part list) {
        var all = new ArrayList<Point>();
        for (var each : list.list()) {
            var map = each.map(Set.of("text", "adverse"));
            var adverse = map.get("adverse");
            all.add(new Point(Sheet.need(each, map, "text").text(), adverse != null && adverse.yes()));
        }
        if (all.stream().map(Point::text).distinct().count() < all.size()) throw list.wrong("清单项不得重复");
        return all;
    }

    private int number(Map<String, Part> map, String key, int least, int most) {
        return InstrumentReader.whole(Sheet.need(part, map, key), least, most);
    }
}
