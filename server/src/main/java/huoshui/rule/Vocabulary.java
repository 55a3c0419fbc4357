package huoshui.rule;

import huoshui.access.Sight;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.kernel.Chapter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of everybody in the language of clauses, for whoever composes a condition. 条款语言的词汇 */
public final class Vocabulary {

    /** Measures that the catalogue of fields has under another name, and answers alike; offered once, as fields. */
    static final Map<String, String> ALIKE = Map.ofEntries(
            Map.entry("sex", "sex"),
            Map.entry("party", "party"),
            Map.entry("communist", "communist"),
            Map.entry("minority", "minority"),
            Map.entry("rank", "rank"),
            Map.entry("category", "category"),
            Map.entry("state", "state"),
            Map.entry("unit-kind", "unitKind"),
            Map.entry("sector", "source"),
            Map.entry("leading", "leading"),
            Map.entry("principal", "principal"),
            Map.entry("time-in-post", "monthsInPost"),
            Map.entry("age", "age"),
            Map.entry("time-in-level", "monthsInLevel"),
            Map.entry("until-retirement", "monthsToRetirement"),
            Map.entry("time-in-rank", "monthsInRank"));

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("name", "名称"),
            Map.entry("code", "种类"),
            Map.entry("authority-level", "批准机关级别"),
            Map.entry("lifted", "已解除"),
            Map.entry("measure", "措施"),
            Map.entry("ground", "事由"),
            Map.entry("rescinded", "已撤销"),
            Map.entry("year", "年度"),
            Map.entry("grade", "等次"),
            Map.entry("course", "课程"),
            Map.entry("category", "类别"),
            Map.entry("hours", "学时"),
            Map.entry("days", "天数"),
            Map.entry("abroad", "在境外"),
            Map.entry("mode", "方式"),
            Map.entry("level", "层次"),
            Map.entry("degree", "学位"),
            Map.entry("text", "职务名称"),
            Map.entry("leading", "领导职务"),
            Map.entry("member", "班子成员身份"),
            Map.entry("main", "主要职务"),
            Map.entry("way", "方式"),
            Map.entry("rank", "职级"),
            Map.entry("track", "类型"),
            Map.entry("place", "地点"),
            Map.entry("purpose", "事由"),
            Map.entry("organization", "单位"),
            Map.entry("post", "职务"),
            Map.entry("title", "资格名称"),
            Map.entry("kind", "类别"),
            Map.entry("sort", "类别"),
            Map.entry("front", "何事何岗"),
            Map.entry("showing", "表现"),
            Map.entry("proven", "有评定单位和佐证"),
            Map.entry("relation", "称谓"));

    private static final Map<String, List<Word>> USUAL = Map.of(
            "annual-grade.grade",
            words("优秀", "称职", "基本称职", "不称职", "不定等次"),
            "org-measure.measure",
            words(
                    "提醒", "函询", "批评教育", "责令检查", "诫勉", "停职检查", "调整职务", "调离岗位", "转任职级", "引咎辞职", "责令辞职", "免职", "降职",
                    "降低职级", "通报", "责任追究", "辞退", "其他"),
            "frontline.sort",
            plain(FrontlineService.SORTS),
            "frontline.showing",
            plain(FrontlineService.SHOWINGS),
            "reward.code",
            List.of(
                    new Word("01111A", "国家级荣誉"),
                    new Word("01111B", "省部级荣誉"),
                    new Word("01112", "一等功"),
                    new Word("01113", "二等功"),
                    new Word("01114", "三等功"),
                    new Word("01115", "嘉奖")),
            "sanction.code",
            List.of(
                    new Word("02110", "政务警告"),
                    new Word("02112", "记过"),
                    new Word("02113", "记大过"),
                    new Word("02114", "降级"),
                    new Word("02117", "撤职"),
                    new Word("02119", "开除"),
                    new Word("02250", "党内警告"),
                    new Word("02251", "党内严重警告"),
                    new Word("02257", "撤销党内职务"),
                    new Word("02258", "留党察看"),
                    new Word("02259", "开除党籍")));

    private Vocabulary() {}

    /** A word as it is written, and as it is read. */
    public record Word(String code, String name) {}

    /**
     * A measure.
     *
     * @param kind {@code number}, {@code code} or {@code flag}
     * @param units in which a threshold may be written
     * @param ordered how many of the words have a place in the order
     * @param takes names of its parameters
     * @param sealed whether a purpose must be stated
     */
    public record Asked(
            String name,
            String title,
            String kind,
            List<Word> units,
            List<Word> words,
            int ordered,
            Map<String, List<Word>> takes,
            boolean sealed) {}

    /** A field of a kind of facts. */
    public record Part(String name, String title, String sort, List<Word> units, List<Word> words) {}

    /** A kind of facts that can be looked for and counted. */
    public record Countable(String kind, String title, boolean sealed, List<Part> fields) {}

    /** A conclusion of a named collective. */
    public record Concludable(String code, String title, List<String> values, boolean sealed) {}

    /** All of it, as far as one account reads. */
    public record All(
            List<Asked> measures, List<Countable> kinds, List<Concludable> conclusions, List<String> cohorts) {}

    /** How a field of facts is called. */
    static String title(String field) {
        return TITLES.getOrDefault(field, field);
    }

    public static All of(Sight sight, Book book) {
        return new All(
                Measures.all().stream()
                        .filter(each -> each.of().contains(Speaks.PERSON) && !each.needsTarget())
                        .filter(each -> !ALIKE.containsKey(each.name()) && reads(sight, each.chapters()))
                        .map(Vocabulary::asked)
                        .toList(),
                FactFields.all().values().stream()
                        .filter(each -> sight.reads(each.chapter()))
                        .sorted(java.util.Comparator.comparing(FactFields.Counted::title))
                        .map(Vocabulary::countable)
                        .toList(),
                book.conclusions().stream()
                        .filter(each -> sight.reads(each.chapter()))
                        .sorted(java.util.Comparator.comparing(ConclusionKind::title))
                        .map(each -> new Concludable(
                                each.code(),
                                each.title(),
                                each.values(),
                                each.chapter().sealed()))
                        .toList(),
                List.copyOf(book.cohorts().keySet()));
    }

    private static boolean reads(Sight sight, Set<Chapter> chapters) {
        return chapters.stream().allMatch(sight::reads);
    }

    private static Asked asked(Measure is) {
        var words = is.words();
        var takes = new java.util.LinkedHashMap<String, List<Word>>();
        for (var each : List.of("level", "rank", "grade", "years", "blocks", "of", "category"))
            if (is.takes().contains(each)) takes.put(each, parameter(each));
        return new Asked(
                is.name(),
                is.title(),
                is.number() ? "number" : is.flag() ? "flag" : "code",
                units(is.scale()),
                words == null || is.flag() ? List.of() : plain(words.titles()),
                words == null ? 0 : words.ordered(),
                takes,
                is.chapters().stream().anyMatch(Chapter::sealed));
    }

    private static List<Word> parameter(String name) {
        return switch (name) {
            case "level" -> plain(Lists.LEVELS.titles());
            case "rank" -> plain(Lists.RANKS.titles());
            case "grade" -> plain(Lists.GRADES.titles());
            case "years" ->
                List.of(
                        new Word("1 years", "近 1 年"),
                        new Word("3 years", "近 3 年"),
                        new Word("5 years", "近 5 年"),
                        new Word("this-year", "本年"),
                        new Word("in-rank", "任现职级以来"),
                        new Word("in-level", "任现职务层次以来"),
                        new Word("in-post", "任现职以来"));
            case "blocks" ->
                Arrays.stream(Blocked.values())
                        .map(each -> new Word(each.code(), each.word()))
                        .toList();
            case "of" ->
                Arrays.stream(Family.values())
                        .map(each -> new Word(each.code(), each.word()))
                        .toList();
            default -> List.of();
        };
    }

    private static List<Word> units(@Nullable Scale scale) {
        if (scale == null) return List.of();
        var own = new Word(scale.code(), scale.word());
        return scale == Scale.MONTHS ? List.of(new Word("years", "年"), own) : List.of(own);
    }

    private static Countable countable(FactFields.Counted is) {
        return new Countable(
                is.kind(),
                is.title(),
                is.chapter().sealed(),
                is.fields().values().stream()
                        .map(each -> new Part(
                                each.name(),
                                title(each.name()),
                                each.sort().name().toLowerCase(java.util.Locale.ROOT),
                                units(each.scale()),
                                each.words() == null
                                        ? USUAL.getOrDefault(is.kind() + "." + each.name(), List.of())
                                        : plain(each.words().titles())))
                        .toList());
    }

    private static List<Word> plain(List<String> titles) {
        return titles.stream().map(each -> new Word(each, each)).toList();
    }

    private static List<Word> words(String... titles) {
        return plain(List.of(titles));
    }
}
