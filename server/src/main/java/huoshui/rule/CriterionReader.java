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
import org.jspecify.annotations.Nullable;

/** Reads criteria. 条件认读 */
final class CriterionReader {

    private static final Set<String> NUMBERS = Set.of("at-least", "at-most", "more-than", "less-than", "is", "between");
    private static final Set<String> CODES =
            Set.of("at-least", "at-most", "above", "below", "is", "between", "in", "not-in");
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
        var test = test(value, map, NUMBERS);
        return new Criterion.Counted(test, range(value, map, Scale.TIMES));
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
                    named.text(), String.join("、", FactFields.all().keySet()));
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
        var window = within == null ? new FactTest.Window.Ever() : window(within);
        var title = (within == null ? "" : windowWords(window))
                + kind.title()
                + (told.isEmpty() ? "" : "（" + String.join("，", told) + "）");
        return new FactTest(kind, window, where, title);
    }

    private static FactTest.Window window(Part within) {
        if (within.isMap()) return between(within);
        var text = within.text();
        switch (text) {
            case "current":
                return new FactTest.Window.Current();
            case "this-year":
                return new FactTest.Window.Since(Arguments.Since.THIS_YEAR);
            case "in-rank":
                return new FactTest.Window.Since(Arguments.Since.IN_RANK);
            case "in-level":
                return new FactTest.Window.Since(Arguments.Since.IN_LEVEL);
            case "in-post":
                return new FactTest.Window.Since(Arguments.Since.IN_POST);
            default:
                break;
        }
        var calendar = text.matches("\\d{1,2}\\s+calendar-years?");
        if (calendar) return new FactTest.Window.CalendarYears(Integer.parseInt(text.split("\\s+")[0]));
        var months = Scale.MONTHS.read(text);
        if (months != null) return new FactTest.Window.Last(months, 0);
        var days = Scale.DAYS.read(text);
        if (days != null) return new FactTest.Window.Last(0, days);
        throw within.wrong(
                "时间窗“%s”没有单位或写法不对，可写：24 months、3 calendar-years、this-year、current、in-rank、in-level、in-post", text);
    }

    private static FactTest.Window between(Part within) {
        var map = within.map(Set.of("from", "to"));
        var from = Sheet.need(within, map, "from").day();
        var to = map.get("to");
        var last = to == null ? null : to.day();
        if (last != null && last.isBefore(from)) throw within.wrong("时间窗的止日早于起日");
        return new FactTest.Window.Between(from, last);
    }

    private static String windowWords(FactTest.Window window) {
        return switch (window) {
            case FactTest.Window.Between(var from, var to) -> to == null ? from + " 以来" : from + " 至 " + to + " ";
            case FactTest.Window.Ever ever -> "";
            case FactTest.Window.Current current -> "当前";
            case FactTest.Window.Last(var months, var days) ->
                "近 " + (months > 0 ? Scale.MONTHS.words(months) : Scale.DAYS.words(days));
            case FactTest.Window.CalendarYears(var years) -> "近 " + years + " 个年度";
            case FactTest.Window.Since(var since) -> sinceWords(since);
        };
    }

    private static String sinceWords(Arguments.Since since) {
        return switch (since) {
            case IN_RANK -> "任现职级以来";
            case IN_LEVEL -> "任现职务层次以来";
            case IN_POST -> "任现职以来";
            case THIS_YEAR -> "本年";
        };
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
                var range = range(part, part.map(NUMBERS), java.util.Objects.requireNonNull(field.scale()));
                told.add(range.words());
                yield value -> range.holds((Integer) value, (Integer) value);
            }
            case CODE -> {
                var words = java.util.Objects.requireNonNull(field.words());
                var mask = mask(part, words);
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
        if (part.isText()) {
            var measure = measure(part.text(), part, about);
            if (!measure.number()) throw part.wrong("“%s”不是数值，不能作比例", part.text());
            return new Side(measure, Arguments.NONE);
        }
        var map = part.map();
        if (map.size() != 1) throw part.wrong("比例的一端只写一个量度");
        var name = map.keySet().iterator().next();
        var inner = map.get(name);
        var measure = measure(name, part, about);
        return new Side(
                measure,
                arguments(measure, java.util.Objects.requireNonNull(inner).map(), about));
    }

    private static Measure measure(String name, Part at, Speaks about) {
        var measure = Measures.of(name);
        if (measure == null) throw at.wrong("没有量度“%s”。现有：%s", name, String.join("、", Measures.names()));
        if (!measure.of().contains(about)) throw at.wrong("量度“%s”不能用于 %s", name, about.code());
        return measure;
    }

    private Criterion measured(String name, Part value, Speaks about) {
        var measure = measure(name, value, about);
        if (value.isText()) {
            if (measure.flag()) {
                boolean yes = value.yes();
                return new Criterion.OneOf(measure, Arguments.NONE, yes ? 2 : 1, false, yes ? "：是" : "：否");
            }
            if (measure.number()) throw value.wrong("“%s”是数值，要写怎样比较，如 { at-least: 2 years }", name);
            var mask = mask(value, java.util.Objects.requireNonNull(measure.words()));
            return new Criterion.OneOf(measure, Arguments.NONE, mask.bits(), mask.negated(), mask.asks());
        }
        if (value.isList()) throw value.wrong("“%s”的比较应写作 { in: [ … ] }", name);
        var map = value.map();
        var compares = measure.number() ? NUMBERS : measure.flag() ? Set.of("is") : CODES;
        map.forEach((key, part) -> {
            if (!compares.contains(key) && !measure.takes().contains(key)) throw part.wrong("“%s”不认识“%s”", name, key);
        });
        var with = arguments(measure, map, about);
        if (measure.number())
            return new Criterion.Compared(
                    measure, with, range(value, map, java.util.Objects.requireNonNull(measure.scale())));
        if (measure.flag()) {
            var is = map.get("is");
            boolean yes = is == null || is.yes();
            return new Criterion.OneOf(measure, with, yes ? 2 : 1, false, yes ? "：是" : "：否");
        }
        var mask = mask(value, java.util.Objects.requireNonNull(measure.words()));
        return new Criterion.OneOf(measure, with, mask.bits(), mask.negated(), mask.asks());
    }

    private Arguments arguments(Measure measure, Map<String, Part> map, Speaks about) {
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
                    var mask = mask(part, Lists.LEVELS);
                    levels = mask.bits();
                    words.add(mask.asks());
                }
                case "rank" -> {
                    var mask = mask(part, Lists.RANKS);
                    ranks = mask.bits();
                    words.add(mask.asks());
                }
                case "grade" -> {
                    var mask = mask(part, Lists.GRADES);
                    grades = mask.bits();
                    words.add(mask.asks());
                }
                case "years" -> {
                    since = since(part.text());
                    years = since == null ? years(part) : 0;
                    words.add(since == null ? "近 " + years + " 年" : sinceWords(since));
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
            throw missing(measure, "level", map);
        if (measure.takes().contains("grade") && grades == 0) throw missing(measure, "grade", map);
        if (words.isEmpty()) return Arguments.NONE;
        return new Arguments(
                levels, ranks, grades, years, since, blocks, families, category, text, with, String.join("，", words));
    }

    private static RuntimeException missing(Measure measure, String parameter, Map<String, Part> map) {
        var at = map.values().iterator().next();
        return at.wrong("“%s”要写明 %s", measure.name(), parameter);
    }

    private static Arguments.@Nullable Since since(String text) {
        return switch (text) {
            case "in-rank" -> Arguments.Since.IN_RANK;
            case "in-level" -> Arguments.Since.IN_LEVEL;
            case "in-post" -> Arguments.Since.IN_POST;
            case "this-year" -> Arguments.Since.THIS_YEAR;
            default -> null;
        };
    }

    private static int years(Part part) {
        var text = part.text();
        if (text.matches("\\d{1,2}")) return Integer.parseInt(text);
        var years = Scale.YEARS.read(text);
        if (years == null || years < 1) throw part.wrong("“%s”应写作 3 years、in-rank、in-level 或 this-year", text);
        return years;
    }

    /** Which words a code may be. */
    record Mask(long bits, boolean negated, String asks) {}

    static Mask mask(Part part, Words words) {
        if (part.isText() || part.isList()) {
            long bits = 0;
            for (var each : part.list()) bits |= 1L << place(each, words);
            return new Mask(bits, false, part.isText() ? "为" + part.text() : "为" + words.words(bits));
        }
        Mask found = null;
        for (var entry : part.map().entrySet()) {
            if (!CODES.contains(entry.getKey())) continue;
            if (found != null) throw part.wrong("代码只比较一样");
            found = mask(entry.getKey(), entry.getValue(), words);
        }
        if (found == null) throw part.wrong("没有写怎样比较，可写：%s", String.join("、", CODES));
        return found;
    }

    private static Mask mask(String how, Part value, Words words) {
        long order = Words.down(words.ordered() - 1);
        return switch (how) {
            case "is", "in" -> mask(value, words);
            case "not-in" -> {
                var of = mask(value, words);
                yield new Mask(of.bits(), true, "非" + words.words(of.bits()));
            }
            case "between" -> {
                if (value.list().size() != 2) throw value.wrong("between 要写两端");
                int one = ranked(value.list().get(0), words);
                int other = ranked(value.list().get(1), words);
                long bits = Words.down(Math.max(one, other)) & ~(Words.down(Math.min(one, other)) >> 1);
                yield new Mask(
                        bits,
                        false,
                        "在%s与%s之间"
                                .formatted(
                                        value.list().get(0).text(),
                                        value.list().get(1).text()));
            }
            case "at-least" -> new Mask(Words.down(ranked(value, words)), false, "不低于" + value.text());
            case "at-most" -> new Mask(order & ~(Words.down(ranked(value, words)) >> 1), false, "不高于" + value.text());
            case "above" -> new Mask(Words.down(ranked(value, words)) >> 1, false, "高于" + value.text());
            default -> new Mask(order & ~Words.down(ranked(value, words)), false, "低于" + value.text());
        };
    }

    private static int place(Part word, Words words) {
        return words.find(word.text())
                .orElseThrow(() -> word.wrong("没有“%s”，可写：%s", word.text(), String.join("、", words.titles())));
    }

    private static int ranked(Part word, Words words) {
        int at = place(word, words);
        if (at >= words.ordered()) throw word.wrong("“%s”不在高低次序之内，只能写 is、in 或 not-in", word.text());
        return at;
    }

    static Range range(Part part, Map<String, Part> map, Scale scale) {
        Range found = null;
        for (var entry : map.entrySet()) {
            if (!NUMBERS.contains(entry.getKey())) continue;
            if (found != null) throw part.wrong("数值只比较一样；两端请写 between");
            found = range(entry.getKey(), entry.getValue(), scale);
        }
        if (found == null) throw part.wrong("没有写怎样比较，可写：at-least、at-most、more-than、less-than、is、between");
        return found;
    }

    private static Range range(String how, Part value, Scale scale) {
        if (how.equals("between")) {
            if (value.list().size() != 2) throw value.wrong("between 要写两端");
            int low = amount(value.list().get(0), scale);
            int high = amount(value.list().get(1), scale);
            if (low > high) throw value.wrong("between 的两端写反了");
            return new Range(low, high, "%s 至 %s".formatted(scale.words(low), scale.words(high)));
        }
        int amount = amount(value, scale);
        var told = scale.words(amount);
        return switch (how) {
            case "at-least" -> new Range(amount, Integer.MAX_VALUE, "不少于 " + told);
            case "at-most" -> new Range(Integer.MIN_VALUE, amount, "不超过 " + told);
            case "more-than" -> new Range(amount + 1, Integer.MAX_VALUE, "多于 " + told);
            case "less-than" -> new Range(Integer.MIN_VALUE, amount - 1, "少于 " + told);
            default -> new Range(amount, amount, "等于 " + told);
        };
    }

    static int amount(Part value, Scale scale) {
        var amount = scale.read(value.text());
        if (amount == null)
            throw value.wrong("门槛“%s”没有单位，或单位不对：应以%s计，如 2 %s", value.text(), scale.word(), scale.code());
        return amount;
    }
}
