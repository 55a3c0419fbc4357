package huoshui.assessment;

import huoshui.assessment.Instrument.About;
import huoshui.assessment.Instrument.Dimension;
import huoshui.assessment.Instrument.Sign;
import huoshui.assessment.Instrument.Validity;
import huoshui.assessment.Instrument.Voice;
import huoshui.assessment.Item.Grade;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.rule.Sheet;
import huoshui.rule.Sheet.Part;
import huoshui.rule.Sheet.Wrong;
import huoshui.rule.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an instrument from its file, or says what is wrong in which line. 测评表读入 */
final class InstrumentReader {

    /** Nothing may ever be totalled by itself of fewer voices. */
    static final int FEWEST = 5;

    private static final Set<String> KEYS = Set.of(
            "schema",
            "code",
            "title",
            "status",
            "source",
            "chapter",
            "about",
            "occasions",
            "dimensions",
            "scales",
            "voices",
            "fewest",
            "validity",
            "items");

    private final Part file;
    private final Map<String, Part> top;
    private final Map<String, List<Grade>> scales = new HashMap<>();

    private InstrumentReader(Part file) {
        this.file = file;
        this.top = file.map(KEYS);
    }

    /** @throws Refusal {@code bad-instrument}, with file and line */
    static Instrument read(String name, String text) {
        try {
            return new InstrumentReader(Sheet.read(name, text)).instrument();
        } catch (Wrong wrong) {
            throw Refusal.input("bad-instrument", "未采用测评表：" + wrong.told() + "。请改正后再采用。");
        }
    }

    private Instrument instrument() {
        if (!need("schema").text().equals("1")) throw need("schema").wrong("本程序只认 schema: 1");
        var code = need("code");
        if (!code.text().matches("[A-Z][A-Z0-9-]{2,19}")) throw code.wrong("代码“%s”应为大写字母、数字和连字符，3 到 20 位", code.text());
        need("scales").map().forEach((name, part) -> scales.put(name, scale(part)));
        var status = status(need("status"));
        var dimensions = dimensions();
        var items = items(dimensions.keySet());
        counts(dimensions, items);
        return new Instrument(
                code.text(),
                need("title").text(),
                status,
                need("source").text(),
                word(Chapter.class, need("chapter")),
                words(About.class, need("about")),
                words(RoundOccasion.class, need("occasions")),
                dimensions.keySet().stream().map(this::plain).toList(),
                voices(),
                fewest(),
                validity(),
                items);
    }

    private final Map<String, Dimension> byCode = new LinkedHashMap<>();

    private Dimension plain(String code) {
        var found = byCode.get(code);
        if (found == null) throw new IllegalStateException(code);
        return found;
    }

    /** By code, with the part that declares how many items each has. */
    private Map<String, Part> dimensions() {
        var declared = new LinkedHashMap<String, Part>();
        for (var each : need("dimensions").list()) {
            var map = each.map(Set.of("code", "name", "sign", "items"));
            var code = Sheet.need(each, map, "code");
            var is = new Dimension(
                    code.text(), Sheet.need(each, map, "name").text(), word(Sign.class, Sheet.need(each, map, "sign")));
            if (byCode.put(is.code(), is) != null) throw code.wrong("维度“%s”列了两次", is.code());
            declared.put(is.code(), Sheet.need(each, map, "items"));
        }
        return declared;
    }

    /** ZZ-01: as many items as the plan declares, or it is not published. */
    private void counts(Map<String, Part> declared, List<Item> items) {
        declared.forEach((code, part) -> {
            long found = items.stream()
                    .filter(each -> code.equals(each.stem().dimension()))
                    .count();
            if (whole(part, 1, 200) != found)
                throw part.wrong("维度“%s”声明 %s 项，实列 %d 项，两者须一致", plain(code).name(), part.text(), found);
        });
    }

    private List<Grade> scale(Part part) {
        var all = new ArrayList<Grade>();
        var seen = new HashSet<String>();
        for (var each : part.list()) {
            var map = each.map(Set.of("word", "points", "adverse"));
            var word = Sheet.need(each, map, "word");
            if (!seen.add(word.text())) throw word.wrong("等次“%s”列了两次", word.text());
            var points = map.get("points");
            var adverse = map.get("adverse");
            all.add(new Grade(
                    word.text(), points == null ? null : whole(points, 0, 100), adverse != null && adverse.yes()));
        }
        if (all.stream().filter(Grade::counts).map(Grade::points).distinct().count() < 2)
            throw part.wrong("一个等次表至少要有两档不同的分值");
        return all;
    }

    private List<Voice> voices() {
        var all = new ArrayList<Voice>();
        var at = new LinkedHashMap<String, Part>();
        for (var each : need("voices").list()) {
            var map = each.map(Set.of("code", "name", "weight", "into"));
            var code = Sheet.need(each, map, "code").text();
            if (at.put(code, each) != null) throw each.wrong("测评主体“%s”列了两次", code);
            var into = Sheet.text(map, "into");
            all.add(new Voice(
                    code,
                    Sheet.need(each, map, "name").text(),
                    whole(Sheet.need(each, map, "weight"), 0, 100),
                    into == null ? code : into));
        }
        int sum = all.stream().mapToInt(Voice::weight).sum();
        if (sum != 100) throw need("voices").wrong("各测评主体权重之和应为 100，实为 %d", sum);
        for (var each : all)
            if (!at.containsKey(each.into()) || (each.into().equals(each.code()) && all.size() > 1))
                throw file(at, each.code()).wrong("“%s”票数不足时并入何处没有写对：into 应为另一测评主体的代码", each.name());
        return all;
    }

    private static Part file(Map<String, Part> at, String code) {
        var found = at.get(code);
        if (found == null) throw new IllegalStateException(code);
        return found;
    }

    private int fewest() {
        return whole(need("fewest"), FEWEST, 1000);
    }

    private Validity validity() {
        var part = need("validity");
        var map = part.map(Set.of("unknown-most", "valid-least", "instance-least"));
        return new Validity(
                whole(Sheet.need(part, map, "unknown-most"), 0, 100),
                whole(Sheet.need(part, map, "valid-least"), 0, 100),
                whole(Sheet.need(part, map, "instance-least"), 1, 200));
    }

    private List<Item> items(Set<String> dimensions) {
        var all = new ArrayList<Item>();
        var seen = new HashSet<String>();
        for (var each : need("items").list()) {
            var item = new ItemReader(each, scales, byCode).item();
            if (!seen.add(item.stem().code()))
                throw each.wrong("题项“%s”列了两次", item.stem().code());
            var dimension = item.stem().dimension();
            if (dimension != null && !dimensions.contains(dimension))
                throw each.wrong("题项“%s”的维度“%s”没有列在 dimensions 中", item.stem().code(), dimension);
            all.add(item);
        }
        if (all.isEmpty()) throw need("items").wrong("没有题项");
        return all;
    }

    private Part need(String key) {
        return Sheet.need(file, top, key);
    }

    static Status status(Part part) {
        return Status.of(part.text()).orElseThrow(() -> part.wrong("不认识可信度“%s”，可写 C、C~、M+、M、S、P", part.text()));
    }

    static int whole(Part part, int least, int most) {
        try {
            int number = Integer.parseInt(part.text());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException none) {
            throw part.wrong("“%s”应为整数", part.text());
        }
        throw part.wrong("“%s”应在 %d 到 %d 之间", part.text(), least, most);
    }

    private static <E extends Enum<E>> E word(Class<E> type, Part part) {
        try {
            return Enum.valueOf(
                    type, part.text().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw part.wrong("不认识“%s”，此处可写：%s", part.text(), String.join("、", names(type)));
        }
    }

    private static <E extends Enum<E>> Set<E> words(Class<E> type, Part part) {
        var all = EnumSet.noneOf(type);
        for (var each : part.list()) all.add(word(type, each));
        if (all.isEmpty()) throw part.wrong("至少写一种");
        return all;
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return EnumSet.allOf(type).stream()
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
