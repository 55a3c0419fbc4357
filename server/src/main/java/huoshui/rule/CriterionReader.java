package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.org.fact.SeatCategory;
import huoshui.rule.Sheet.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads criteria. 条件认读 */
final class CriterionReader {

    private static final Range ANY = new Range(1, Integer.MAX_VALUE, "");

    private final Map<String, ConclusionKind> conclusions;
    private final Map<String, Part> cohorts;
    private final Map<String, Criterion> known;
    private final Set<String> opening = new LinkedHashSet<>();

    /**
     * @param cohorts those still to be read, by name
     * @param known those already read
     */
    CriterionReader(Map<String, ConclusionKind> conclusions, Map<String, Part> cohorts, Map<String, Criterion> known) {
        this.conclusions = conclusions;
        this.cohorts = cohorts;
        this.known = new LinkedHashMap<>(known);
    }

    Criterion read(Part part, Speaks about) {
        if (part.isList()) throw part.wrong("几个条件要写明 all（都要）或 any（任一）");
        var all = new ArrayList<Criterion>();
        part.map().forEach((key, value) -> all.add(one(key, value, about)));
        if (all.isEmpty()) throw part.wrong("条件是空的");
        return all.size() == 1 ? all.getFirst() : new Criterion.All(all);
    }

    private Criterion one(String key, Part value, Speaks about) {
        return switch (key) {
            case "all" -> new Criterion.All(several(value, about));
            case "any" -> new Criterion.Any(several(value, about));
            case "not" -> new Criterion.Not(read(value, about));
            case "exists" -> new Criterion.Counted(test(value, value.map(), Set.of()), ANY);
            case "count" -> count(value);
            case "ratio" -> ratio(value, about);
            case "recorded" -> recorded(value);
            case "cohort" -> cohort(value, about);
            default -> measured(key, value, about);
        };
    }

    private List<Criterion> several(Part value, Speaks about) {
        if (!value.isList()) throw value.wrong("此处应是一列条件");
        var all = new ArrayList<Criterion>();
        for (var each : value.list()) all.add(read(each, about));
        if (all.isEmpty()) throw value.wrong("条件是空的");
        return all;
    }

    private Criterion cohort(Part value, Speaks about) {
        var name = value.text();
        var read = known.get(name);
        if (read != null) return new Criterion.InCohort(name, read);
        var part = cohorts.get(name);
        if (part == null) throw value.wrong("没有名为“%s”的人群", name);
        if (!opening.add(name)) throw value.wrong("人群互相引用成环：%s → %s", String.join(" → ", opening), name);
        try {
            var criterion = read(part, about);
            known.put(name, criterion);
            return new Criterion.InCohort(name, criterion);
        } finally {
            opening.remove(name);
        }
    }

    /** The cohort of this name, itself open to be named within. */
    Criterion cohort(String name, Part part) {
        var read = known.get(name);
        if (read != null) return read;
        opening.add(name);
        try {
            var criterion = read(part, Speaks.PERSON);
            known.put(name, criterion);
            return criterion;
        } finally {
            opening.remove(name);
        }
    }

    private Criterion recorded(Part value) {
        if (value.isText()) {
            var kind = conclusion(value);
            return new Criterion.Recorded(kind, Set.of(kind.values().getFirst()));
        }
        var map = value.map(Set.of("code", "is", "in", "not-in"));
        var kind = conclusion(Sheet.need(value, map, "code"));
        var values = new LinkedHashSet<String>();
        boolean without = map.containsKey("not-in");
        for (var key : List.of("is", "in", "not-in")) {
            var part = map.get(key);
            if (part == null) continue;
            for (var each : part.list()) {
                if (!kind.values().contains(each.text()))
                    throw each.wrong("结论 %s 没有“%s”，可写：%s", kind.code(), each.text(), String.join("、", kind.values()));
                values.add(each.text());
            }
        }
        if (values.isEmpty()) throw value.wrong("结论要写 is、in 或 not-in");
        if (!without) return new Criterion.Recorded(kind, values);
        var others = new LinkedHashSet<>(kind.values());
        others.removeAll(values);
        return new Criterion.Recorded(kind, others);
    }

    private ConclusionKind conclusion(Part value) {
        var kind = conclusions.get(value.text());
        if (kind == null) throw value.wrong("没有代码为“%s”的组织结论，请先写入 conclusions.yaml", value.text());
        return kind;
    }

    private Criterion count(Part value) {
        var map = value.map();
        var test = test(value, map, RangeReader.WAYS);
        return new Criterion.Counted(test, RangeReader.read(value, map, Scale.TIMES));
    }

    FactTest test(Part value, Map<String, Part> map, Set<String> more) {
        map.forEach((key, part) -> {
            if (!Set.of("kind", "within", "where").contains(key) && !more.contains(key))
                throw part.wrong("不认识“%s”，此处可写：kind、within、where", key);
        });
        var named = Sheet.need(value, map, "kind");
        var kind = FactFields.of(named.text());
        if (kind == null)
            throw named.wrong(
                    "没有可计数的事实“%s”，可写：%s",
                    named.text(),
                    FactFields.all().keySet().stream().sorted().collect(java.util.stream.Collectors.joining("、")));
        var where = new ArrayList<FactTest.FieldTest>();
        var told = new ArrayList<String>();
        var asked = map.get("where");
        if (asked != null)
            asked.map().forEach((key, part) -> {
                var field = kind.fields().get(key);
                if (field == null)
                    throw part.wrong(
                            "%s 没有可比较的字段“%s”，可写：%s",
                            kind.kind(), key, String.join("、", kind.fields().keySet()));
                where.add(new FactTest.FieldTest(field, comparing(field, part, told)));
            });
        var within = map.get("within");
        var window = within == null ? new FactTest.Window.Ever() : WindowReader.read(within);
        var what = kind.title() + (told.isEmpty() ? "" : "（" + String.join("，", told) + "）");
        return new FactTest(kind, window, where, within == null ? "" : WindowReader.words(window), what);
    }

    private FactTest.Comparing comparing(FactFields.Field field, Part part, List<String> told) {
        return switch (field.sort()) {
            case FLAG -> {
                boolean yes = part.yes();
                told.add(Vocabulary.title(field.name()) + "：" + (yes ? "是" : "否"));
                yield value -> Verdict.of(value.equals(yes));
            }
            case TEXT -> textual(field.name(), part, told);
            case NUMBER -> {
                var range = RangeReader.read(
                        part, part.map(RangeReader.WAYS), java.util.Objects.requireNonNull(field.scale()));
                told.add(range.words());
                yield value -> range.holds((Integer) value, (Integer) value);
            }
            case CODE -> {
                var words = java.util.Objects.requireNonNull(field.words());
                var mask = MaskReader.read(part, words);
                told.add(mask.asks());
                yield value -> {
                    var at = words.find((String) value);
                    if (at.isEmpty()) return Verdict.UNKNOWN;
                    return Verdict.of(((mask.bits() & 1L << at.getAsInt()) != 0) != mask.negated());
                };
            }
        };
    }

    private static FactTest.Comparing textual(String field, Part part, List<String> told) {
        if (part.isText()) {
            var wanted = part.text();
            told.add(word(field, wanted));
            return value -> Verdict.of(value.equals(wanted));
        }
        var map = part.map(Set.of("is", "in", "contains", "not-in"));
        if (map.size() != 1) throw part.wrong("文字字段只比较一样：is、in、not-in 或 contains");
        var key = map.keySet().iterator().next();
        var values =
                map.values().iterator().next().list().stream().map(Part::text).toList();
        var words = values.stream().map(each -> word(field, each)).toList();
        told.add((key.equals("not-in") ? "除" : "") + String.join("、", words));
        return switch (key) {
            case "contains" -> value -> Verdict.of(values.stream().anyMatch(((String) value)::contains));
            case "not-in" -> value -> Verdict.of(!values.contains((String) value));
            default -> value -> Verdict.of(values.contains((String) value));
        };
    }

    private static String word(String field, String value) {
        return field.equals("code") ? SanctionCodes.word(value) : value;
    }

    private Criterion ratio(Part value, Speaks about) {
        var map = value.map(Set.of("of", "to", "at-least", "at-most", "more-than", "less-than"));
        var of = side(Sheet.need(value, map, "of"), about);
        var to = side(Sheet.need(value, map, "to"), about);
        for (var each : Criterion.Ratio.Part.values()) {
            var part = map.get(each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            if (part == null) continue;
            var fraction = Fraction.read(part.text())
                    .orElseThrow(() -> part.wrong("比例“%s”没有单位，应写作 2/3 或 25 percent", part.text()));
            return new Criterion.Ratio(of.measure, of.with, to.measure, to.with, each, fraction);
        }
        throw value.wrong("比例要写 at-least、at-most、more-than 或 less-than");
    }

    private record Side(Measure measure, Arguments with) {}

    private Side side(Part part, Speaks about) {
        if (part.isText()) return new Side(counted(part.text(), part, about), Arguments.NONE);
        var map = part.map();
        if (map.size() != 1) throw part.wrong("比例的一端只写一个量度");
        var name = map.keySet().iterator().next();
        var inner = map.values().iterator().next();
        var measure = counted(name, part, about);
        parameters(measure, inner.map(), Set.of());
        return new Side(measure, arguments(measure, inner));
    }

    private static Measure counted(String name, Part at, Speaks about) {
        var measure = measure(name, at, about);
        if (!measure.number()) throw at.wrong("“%s”不是数值，不能作比例", name);
        return measure;
    }

    private static Measure measure(String name, Part at, Speaks about) {
        var measure = Measures.of(name);
        if (measure == null) throw unknown(name, at, about);
        if (!measure.of().contains(about)) throw at.wrong("量度“%s”不能用于 %s", name, about.code());
        return measure;
    }

    /** Names the nearest few; by their Chinese titles too, which is what somebody may have written. */
    private static RuntimeException unknown(String name, Part at, Speaks about) {
        var known = new LinkedHashMap<String, String>();
        for (var each : Measures.all()) if (each.of().contains(about)) known.put(each.name(), each.title());
        var near = new LinkedHashSet<>(NearNames.of(name, known.keySet()));
        known.forEach((word, title) -> {
            if (title.contains(name) || name.contains(title)) near.add(word);
        });
        return near.isEmpty()
                ? at.wrong("没有量度“%s”。可用的量度见草拟页的量度表", name)
                : at.wrong(
                        "没有量度“%s”，相近的有：%s",
                        name,
                        near.stream()
                                .map(each -> each + "（" + known.get(each) + "）")
                                .collect(java.util.stream.Collectors.joining("、")));
    }

    private Criterion measured(String name, Part value, Speaks about) {
        var measure = measure(name, value, about);
        if (value.isText()) {
            if (measure.flag()) {
                boolean yes = value.yes();
                return new Criterion.OneOf(measure, Arguments.NONE, yes ? 2 : 1, false, yes ? "：是" : "：否");
            }
            if (measure.number()) throw value.wrong("“%s”是数值，要写怎样比较，如 { at-least: 2 years }", name);
            var mask = MaskReader.read(value, java.util.Objects.requireNonNull(measure.words()));
            return new Criterion.OneOf(measure, Arguments.NONE, mask.bits(), mask.negated(), mask.asks());
        }
        if (value.isList()) throw value.wrong("“%s”的比较应写作 { in: [ … ] }", name);
        var map = value.map();
        var compares = measure.number() ? RangeReader.WAYS : measure.flag() ? Set.of("is") : MaskReader.WAYS;
        parameters(measure, map, compares);
        var with = arguments(measure, value);
        if (measure.number())
            return new Criterion.Compared(
                    measure, with, RangeReader.read(value, map, java.util.Objects.requireNonNull(measure.scale())));
        if (measure.flag()) {
            var is = map.get("is");
            boolean yes = is == null || is.yes();
            return new Criterion.OneOf(measure, with, yes ? 2 : 1, false, yes ? "：是" : "：否");
        }
        var mask = MaskReader.read(value, java.util.Objects.requireNonNull(measure.words()));
        return new Criterion.OneOf(measure, with, mask.bits(), mask.negated(), mask.asks());
    }

    private static void parameters(Measure measure, Map<String, Part> map, java.util.Collection<String> compares) {
        map.forEach((key, part) -> {
            if (!compares.contains(key) && !measure.takes().contains(key))
                throw part.wrong("“%s”不认识“%s”", measure.name(), key);
        });
    }

    private Arguments arguments(Measure measure, Part value) {
        var map = value.map();
        long levels = 0;
        long ranks = 0;
        long grades = 0;
        int years = 0;
        Arguments.Since since = null;
        Blocked blocks = null;
        var families = EnumSet.noneOf(Family.class);
        SeatCategory category = null;
        String text = null;
        Criterion with = null;
        var words = new ArrayList<String>();
        for (var key : List.of("level", "rank", "grade", "years", "blocks", "of", "category", "with")) {
            var part = map.get(key);
            if (part == null || !measure.takes().contains(key)) continue;
            switch (key) {
                case "level" -> {
                    var mask = MaskReader.read(part, Lists.LEVELS);
                    levels = mask.bits();
                    words.add(mask.asks());
                }
                case "rank" -> {
                    var mask = MaskReader.read(part, Lists.RANKS);
                    ranks = mask.bits();
                    words.add(mask.asks());
                }
                case "grade" -> {
                    var mask = MaskReader.read(part, Lists.GRADES);
                    grades = mask.bits();
                    words.add(mask.asks());
                }
                case "years" -> {
                    since = WindowReader.since(part.text());
                    years = since == null ? years(part) : 0;
                    words.add(since == null ? "近 " + years + " 年" : WindowReader.words(since));
                }
                case "blocks" -> {
                    blocks = Blocked.of(part.text()).orElseThrow(() -> part.wrong("影响期不能禁“%s”", part.text()));
                    words.add(blocks.word());
                }
                case "of" -> {
                    for (var each : part.list())
                        families.add(Family.of(each.text()).orElseThrow(() -> each.wrong("没有影响期来源“%s”", each.text())));
                    families.forEach(each -> words.add(each.word()));
                }
                case "category" -> {
                    text = part.text();
                    category = OrgMeasures.category(text);
                    if (measure.of().contains(Speaks.UNIT) && category == null) throw part.wrong("没有职数类别“%s”", text);
                    words.add(text);
                }
                default -> {
                    with = read(part, Speaks.PERSON);
                    words.add(with.asked());
                }
            }
        }
        if (measure.takes().contains("level") && measure.takes().size() == 1 && levels == 0)
            throw value.wrong("“%s”要写明 level", measure.name());
        if (measure.takes().contains("grade") && grades == 0) throw value.wrong("“%s”要写明 grade", measure.name());
        if (words.isEmpty()) return Arguments.NONE;
        return new Arguments(
                levels, ranks, grades, years, since, blocks, families, category, text, with, String.join("，", words));
    }

    private static int years(Part part) {
        var text = part.text();
        var years = text.matches("\\d{1,2}") ? Integer.valueOf(text) : Scale.YEARS.read(text);
        if (years == null || years < 1) throw part.wrong("“%s”应写作 3 years、in-rank、in-level 或 this-year", text);
        return years;
    }
}
