package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.APPRAISAL;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;
import static huoshui.kernel.Chapter.EDUCATION;
import static java.util.stream.Collectors.toUnmodifiableMap;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.ServiceState;
import huoshui.dossier.city.Surroundings.Sector;
import huoshui.dossier.search.Comparisons.Applies;
import huoshui.dossier.search.Field.Kind;
import huoshui.dossier.search.Field.Reading;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.Sex;
import huoshui.org.fact.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of what can be asked of everybody. 条件项目录
 *
 * <p>Rules of silence. What every dossier should say (birth, party, posts, level, rank, grades …) answers UNKNOWN while it
 * does not. What may simply not have happened (secondment, overseas stay, reward, training …) answers NOT_MET once a career is
 * recorded at all. What cannot apply (years in the Party of somebody who is not in it) answers NOT_MET.
 * <p>Ages and lengths are completed months, by month; a date known to the year only gives bounds.
 */
public final class Fields {

    private static final List<Op> NUMBER_OPS = List.of(Op.AT_LEAST, Op.AT_MOST, Op.BETWEEN, Op.IS, Op.KNOWN);
    private static final List<Op> CODE_OPS = List.of(Op.IS, Op.IN, Op.KNOWN);
    private static final List<Op> ORDERED_OPS = List.of(Op.AT_LEAST, Op.IS, Op.IN, Op.AT_MOST, Op.BETWEEN, Op.KNOWN);
    private static final List<Op> TEXT_OPS = List.of(Op.CONTAINS, Op.IS, Op.IN, Op.KNOWN);
    private static final List<Op> FLAG_OPS = List.of(Op.HAS, Op.IS, Op.KNOWN);
    private static final List<Op> UNIT_OPS = List.of(Op.UNDER, Op.IS, Op.IN, Op.KNOWN);
    private static final List<Field> ALL = new ArrayList<>();
    private static final Applies POSTED = card -> card.posts().current().isEmpty() ? Verdict.UNKNOWN : Verdict.MET;

    static {
        person();
        party();
        schooling();
        standing();
        posts();
        appraisal();
        experience();
        record();
    }

    private static final Map<String, Field> BY_CODE =
            ALL.stream().collect(toUnmodifiableMap(Field::code, each -> each));

    private Fields() {}

    public static List<Field> all() {
        return List.copyOf(ALL);
    }

    /** @throws Refusal {@code unknown-field} */
    public static Field of(String code) {
        var found = BY_CODE.get(code);
        if (found == null) throw Refusal.input("unknown-field", "未检索：没有“%s”这一条件项。请从条件列表中选取。".formatted(code));
        return found;
    }

    /** What a field is called, also one that only gaps are named after. */
    static String label(String code) {
        var found = BY_CODE.get(code);
        return found == null ? code : found.label();
    }

    /** Whether it is answered by the ledger each time it is asked, and not off the card. */
    static boolean inLedger(Field field) {
        return field.code().equals("resume");
    }

    static Object typed(String field, Op op, String text) {
        var kind = BY_CODE.containsKey(field) ? of(field).kind() : Kind.TEXT;
        if (op == Op.KNOWN || kind == Kind.FLAG) return !text.equals("false");
        if (kind == Kind.NUMBER && text.matches("-?\\d{1,9}")) return Integer.valueOf(text);
        return text;
    }

    private static void person() {
        text("name", "姓名", "Name", BASIC, "name", named());
        codes("sex", "性别", "Sex", BASIC, List.of(code(Sex.MALE), code(Sex.FEMALE)), "sex", (card, on) -> {
            var sex = card.who().sex();
            return sex == null ? null : Set.of(sex.code());
        });
        number(
                "age",
                "年龄",
                "Age",
                "岁",
                BASIC,
                "birth",
                ALWAYS,
                (card, on) -> card.who().age());
        date("birth", "出生年月", "Born", BASIC, "birth", ALWAYS, card -> card.who().birth());
        codes("ethnicity", "民族", "Ethnicity", BASIC, Codes.list("GB3304").codes(), "ethnicity", (card, on) -> {
            var ethnicity = card.who().ethnicity();
            return ethnicity == null ? null : Set.of(ethnicity.code());
        });
        flag("minority", "少数民族", "Minority", BASIC, "ethnicity", (card, on) -> {
            var ethnicity = card.who().ethnicity();
            return ethnicity == null ? Verdict.UNKNOWN : Verdict.of(ethnicity.minority());
        });
        texts(
                "nativePlace",
                "籍贯",
                "Native place",
                BASIC,
                "nativePlace",
                one(card -> card.who().nativePlace()),
                card -> true);
        date(
                "workStart",
                "参加工作时间",
                "Began work",
                BASIC,
                "workStart",
                ALWAYS,
                card -> card.service().workStart());
        number(
                "serviceYears",
                "工龄",
                "Years of service",
                "年",
                BASIC,
                "workStart",
                ALWAYS,
                (card, on) -> Measures.years(card.service().months()));
        number(
                "monthsToRetirement",
                "距到龄",
                "Until retirement age",
                "月",
                BASIC,
                "birth",
                ALWAYS,
                (card, on) -> Measures.monthsToRetirement(card, on.at().valid()));
        flag(
                "photo",
                "照片",
                "Photo",
                BASIC,
                "photo",
                (card, on) -> Verdict.of(card.who().photo()));
    }

    private static void party() {
        codes(
                "party",
                "政治面貌",
                "Political status",
                BASIC,
                Stream.of(PoliticalStatus.values())
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "party",
                (card, on) -> Measures.parties(card));
        flag("communist", "中共党员", "Party member", BASIC, "party", (card, on) -> Measures.communist(card));
        flag(
                "nonParty",
                "党外",
                "Not in the Party",
                BASIC,
                "party",
                (card, on) -> Measures.communist(card).negated());
        date(
                "partyJoined",
                "入党时间",
                "Joined the Party",
                BASIC,
                "partyJoined",
                Measures::communist,
                card -> card.party().joined());
        number(
                "partyYears",
                "党龄",
                "Years in the Party",
                "年",
                BASIC,
                "partyJoined",
                Measures::communist,
                (card, on) -> Measures.yearsSince(card.party().joined(), on.at().valid()));
    }

    private static void schooling() {
        var levels = Stream.of(EducationLevel.values())
                .map(each -> new Code(each.name(), each.title()))
                .toList();
        var degrees = Stream.of(Degree.DOCTOR, Degree.MASTER, Degree.BACHELOR)
                .map(each -> new Code(each.name(), each.title()))
                .toList();
        schooled(
                "education",
                "最高学历",
                "Highest education",
                levels,
                card -> card.schooling().level(),
                Fields::level);
        schooled(
                "fulltime",
                "全日制学历",
                "Full-time education",
                levels,
                card -> level(card.schooling().fulltime()),
                Fields::level);
        schooled(
                "inservice",
                "在职学历",
                "In-service education",
                levels,
                card -> level(card.schooling().inservice()),
                Fields::level);
        schooled(
                "degree",
                "最高学位",
                "Highest degree",
                degrees,
                card -> card.schooling().degree(),
                Fields::degree);
        schooled(
                "fulltimeDegree",
                "全日制学位",
                "Full-time degree",
                degrees,
                card -> degree(card.schooling().fulltime()),
                Fields::degree);
        schooled(
                "inserviceDegree",
                "在职学位",
                "In-service degree",
                degrees,
                card -> degree(card.schooling().inservice()),
                Fields::degree);
        texts("school", "毕业院校", "School", EDUCATION, "education", Measures::schools, card -> true);
        texts("major", "所学专业", "Major", EDUCATION, "education", Measures::majors, card -> true);
    }

    private static void standing() {
        ordered("level", "职务层次", "Level", CAREER, levels(), "level", card -> level(card), Fields::leadership, ALWAYS);
        date("levelSince", "任现职务层次时间", "At this level since", CAREER, "levelSince", Fields::levelled, card -> {
            var level = card.level();
            return level == null ? null : level.since();
        });
        number(
                "monthsInLevel",
                "任现职务层次",
                "Time at this level",
                "月",
                CAREER,
                "levelSince",
                Fields::levelled,
                (card, on) -> monthsInLevel(card));
        number(
                "yearsInLevel",
                "任现职务层次年限",
                "Years at this level",
                "年",
                CAREER,
                "levelSince",
                Fields::levelled,
                (card, on) -> Measures.years(monthsInLevel(card)));
        var ranks = Stream.of(Rank.values())
                .map(each -> new Code(each.code(), each.title()))
                .toList();
        ordered("rank", "职级", "Rank", CAREER, ranks, "rank", card -> rank(card), Fields::rank, ALWAYS);
        date("rankSince", "任现职级时间", "In this rank since", CAREER, "rankSince", Fields::ranked, card -> {
            var rank = card.rank();
            return rank == null ? null : rank.since();
        });
        number(
                "monthsInRank",
                "任现职级",
                "Time in this rank",
                "月",
                CAREER,
                "rankSince",
                Fields::ranked,
                (card, on) -> monthsInRank(card));
        number(
                "yearsInRank",
                "任现职级年限",
                "Years in this rank",
                "年",
                CAREER,
                "rankSince",
                Fields::ranked,
                (card, on) -> Measures.years(monthsInRank(card)));
        codes(
                "category",
                "管理类别",
                "Managed by",
                BASIC,
                Stream.of(ManagementCode.values())
                        .map(each -> new Code(each.code(), each.brief()))
                        .toList(),
                "category",
                (card, on) -> {
                    var category = card.service().category();
                    return category == null ? null : Set.of(category.code());
                });
        codes(
                "state",
                "人员状态",
                "State",
                BASIC,
                Stream.of(ServiceState.values())
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "state",
                (card, on) -> Set.of(card.service().state().code()));
    }

    private static void posts() {
        texts("post", "现任职务", "Current post", CAREER, "post", Measures::currentPosts, card -> true);
        texts("everPost", "曾任职务", "Posts ever held", CAREER, "post", Measures::postsEver, card -> true);
        add("resume", "简历", "Résumé", Kind.TEXT, List.of(Op.CONTAINS), List.of(), null, CAREER, "resume", resume());
        add(
                "unit",
                "所在单位",
                "Unit",
                Kind.UNIT,
                UNIT_OPS,
                List.of(),
                null,
                BASIC,
                "unit",
                Comparisons.unit(card -> card.service().unit()));
        add(
                "custody",
                "管档单位",
                "Dossier kept by",
                Kind.UNIT,
                UNIT_OPS,
                List.of(),
                null,
                BASIC,
                "custody",
                Comparisons.unit(card -> card.service().custody()));
        codes(
                "unitKind",
                "单位种类",
                "Kind of unit",
                BASIC,
                Stream.of(UnitKind.values())
                        .map(each -> new Code(each.name(), each.word()))
                        .toList(),
                "unit",
                Measures::unitKind);
        codes(
                "source",
                "来源",
                "Sector",
                BASIC,
                Stream.of(Sector.values())
                        .map(each -> new Code(each.name(), each.word()))
                        .toList(),
                "unit",
                (card, on) -> Measures.sector(card, on.around()));
        flag(
                "leading",
                "领导职务",
                "Leading post",
                CAREER,
                "leading",
                (card, on) -> Comparisons.flag(card.posts().leading()));
        flag(
                "principal",
                "主要负责人（一把手）",
                "Principal",
                CAREER,
                "principal",
                (card, on) -> Comparisons.flag(card.posts().principal()));
        date(
                "postSince",
                "任现职时间",
                "In this post since",
                CAREER,
                "postSince",
                POSTED,
                card -> card.posts().since());
        number(
                "monthsInPost",
                "任现职",
                "Time in this post",
                "月",
                CAREER,
                "postSince",
                POSTED,
                (card, on) -> card.posts().months());
        number(
                "yearsInPost",
                "任现职年限",
                "Years in this post",
                "年",
                CAREER,
                "postSince",
                POSTED,
                (card, on) -> Measures.years(card.posts().months()));
        coming("monthsToProbation", "距试用期满", "Until probation ends", Coming.Sort.PROBATION);
        coming("monthsToTerm", "距任期届满", "Until the term ends", Coming.Sort.TERM);
        number(
                "grassroots",
                "基层工作经历",
                "Grass-roots work",
                "年",
                CAREER,
                "grassroots",
                ALWAYS,
                (card, on) -> Measures.years(card.experience().grassroots()));
    }

    private static void appraisal() {
        codes(
                "grade",
                "上一年度考核",
                "Last year's grade",
                APPRAISAL,
                Stream.of(AnnualGradeWord.values())
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "grade",
                (card, on) -> {
                    var word = card.grades().getLast().word();
                    return word == null ? null : Set.of(word.code());
                });
        for (int years : new int[] {2, 3, 5}) {
            number(
                    "outstanding" + years,
                    "近 " + years + " 年优秀次数",
                    "Outstanding in " + years + " years",
                    "次",
                    APPRAISAL,
                    "grade",
                    ALWAYS,
                    (card, on) -> Measures.grades(card, years, each -> each == AnnualGradeWord.OUTSTANDING));
            number(
                    "competent" + years,
                    "近 " + years + " 年称职以上次数",
                    "Competent in " + years + " years",
                    "次",
                    APPRAISAL,
                    "grade",
                    ALWAYS,
                    (card, on) -> Measures.grades(card, years, AnnualGradeWord::competent));
            flag(
                    "belowCompetent" + years,
                    "近 " + years + " 年有基本称职以下",
                    "Below competent in " + years + " years",
                    APPRAISAL,
                    "grade",
                    (card, on) -> Measures.any(Measures.grades(card, years, Measures::belowCompetent)));
        }
        flag(
                "reward",
                "奖励",
                "Reward",
                APPRAISAL,
                "reward",
                (card, on) ->
                        Measures.happened(card, !card.experience().rewards().isEmpty()));
        texts(
                "rewardName",
                "奖励名称",
                "Reward named",
                APPRAISAL,
                "reward",
                card -> card.experience().rewards().stream()
                        .map(each -> each.name())
                        .toList(),
                Measures::careerSilent);
    }

    private static void experience() {
        texts(
                "title",
                "专业技术职务",
                "Professional title",
                BASIC,
                "title",
                card -> card.experience().titles(),
                Measures::careerSilent);
        texts(
                "expertise",
                "熟悉专业有何专长",
                "Expertise",
                BASIC,
                "expertise",
                one(card -> card.experience().expertise()),
                card -> true);
        flag(
                "selectedGraduate",
                "选调生",
                "Selected graduate",
                CAREER,
                "selectedGraduate",
                (card, on) -> Measures.happened(card, card.experience().graduate() != null));
        flag(
                "secondment",
                "挂职经历",
                "Secondment",
                CAREER,
                "secondment",
                (card, on) ->
                        Measures.happened(card, !card.experience().secondments().isEmpty()));
        texts(
                "secondmentTrack",
                "挂职类别",
                "Secondment track",
                CAREER,
                "secondment",
                card -> Measures.texts(
                        card.experience().secondments().stream().flatMap(each -> Stream.of(each.track(), each.text()))),
                Measures::careerSilent);
        flag(
                "overseas",
                "海外经历",
                "Overseas stay",
                CAREER,
                "overseas",
                (card, on) ->
                        Measures.happened(card, !card.experience().overseas().isEmpty()));
        flag(
                "trained",
                "培训经历",
                "Training",
                EDUCATION,
                "training",
                (card, on) ->
                        Measures.happened(card, !card.experience().trainings().isEmpty()));
        texts(
                "training",
                "培训班次",
                "Training course",
                EDUCATION,
                "training",
                card -> card.experience().trainings().stream()
                        .map(each -> each.course())
                        .toList(),
                Measures::careerSilent);
    }

    private static void record() {
        codes("missing", "档案缺项", "Missing", BASIC, missing(), "missing", (card, on) -> Set.copyOf(card.missing()));
        number(
                "unmatched",
                "未挂接职务数",
                "Unmatched posts",
                "个",
                CAREER,
                "post",
                ALWAYS,
                (card, on) -> Bounds.exactly(card.posts().unmatched()));
        number(
                "unread",
                "未认读简历行数",
                "Unread résumé lines",
                "行",
                CAREER,
                "resume",
                ALWAYS,
                (card, on) -> Bounds.exactly(card.unreadLines()));
    }

    private static List<Code> missing() {
        return Stream.of(
                        "sex",
                        "birth",
                        "ethnicity",
                        "party",
                        "partyJoined",
                        "workStart",
                        "education",
                        "post",
                        "postSince",
                        "level",
                        "rank",
                        "grades",
                        "category",
                        "idNumber",
                        "photo")
                .map(each -> new Code(each, missingWord(each)))
                .toList();
    }

    private static String missingWord(String code) {
        return switch (code) {
            case "education" -> "学历";
            case "grades" -> "年度考核";
            case "idNumber" -> "公民身份号码";
            default ->
                ALL.stream()
                        .filter(each -> each.code().equals(code))
                        .map(Field::label)
                        .findFirst()
                        .orElse(code);
        };
    }

    // What a value is read as

    private static Code code(Sex sex) {
        return new Code(sex.code(), sex.title());
    }

    private static List<Code> levels() {
        return Stream.of(LeadershipLevel.values())
                .filter(LeadershipLevel::ordered)
                .map(each -> new Code(each.code(), each.title()))
                .toList();
    }

    private static @Nullable EducationLevel level(Card.@Nullable Attained attained) {
        return attained == null ? null : attained.level();
    }

    private static @Nullable Degree degree(Card.@Nullable Attained attained) {
        return attained == null ? null : attained.degree();
    }

    private static @Nullable EducationLevel level(String text) {
        for (var each : EducationLevel.values()) if (each.name().equals(text)) return each;
        return EducationLevel.read(text).orElse(null);
    }

    private static @Nullable Degree degree(String text) {
        for (var each : Degree.values()) if (each.name().equals(text)) return each;
        return Degree.read(text).orElse(null);
    }

    private static @Nullable LeadershipLevel level(Card card) {
        var level = card.level();
        return level == null || !level.level().ordered() ? null : level.level();
    }

    private static @Nullable LeadershipLevel leadership(String text) {
        return LeadershipLevel.read(text).filter(LeadershipLevel::ordered).orElse(null);
    }

    private static Verdict levelled(Card card) {
        return card.level() == null ? Verdict.UNKNOWN : Verdict.MET;
    }

    private static Verdict ranked(Card card) {
        return card.rank() == null ? Verdict.UNKNOWN : Verdict.MET;
    }

    private static @Nullable Bounds monthsInLevel(Card card) {
        var level = card.level();
        return level == null ? null : level.months();
    }

    private static @Nullable Bounds monthsInRank(Card card) {
        var rank = card.rank();
        return rank == null ? null : rank.months();
    }

    /** Of the general class only; other ladders are not compared with it. */
    private static @Nullable Rank rank(Card card) {
        var rank = card.rank();
        return rank == null ? null : rank.rank().rank();
    }

    private static @Nullable Rank rank(String text) {
        return Rank.read(text).orElse(null);
    }

    private static Function<Card, List<String>> one(Function<Card, @Nullable String> value) {
        return card -> {
            var text = value.apply(card);
            return text == null ? List.of() : List.of(text);
        };
    }

    /** A part of the name, or how its pinyin or initials begin. */
    private static Reading named() {
        return (field, test, occasion) -> {
            var asked = Comparisons.asked(field, test).stream()
                    .map(TextMatch.Typed::of)
                    .toList();
            boolean whole = test.op() == Op.IS || test.op() == Op.IN;
            return card -> {
                for (var each : asked) if (each.names(card, whole)) return Verdict.MET;
                return Verdict.NOT_MET;
            };
        };
    }

    private static Reading resume() {
        return (field, test, occasion) -> {
            var found = new java.util.HashSet<java.util.UUID>();
            for (var each : Comparisons.asked(field, test))
                found.addAll(occasion.resume().apply(each));
            return card -> Measures.happened(card, found.contains(card.id()));
        };
    }

    // Entering into the catalogue

    private static void coming(String code, String label, String english, Coming.Sort sort) {
        add(code, label, english, Kind.NUMBER, NUMBER_OPS, List.of(), "月", CAREER, code, Coming.reading(sort));
    }

    private static void number(
            String code,
            String label,
            String english,
            String unit,
            Chapter chapter,
            String lacks,
            Applies applies,
            BiFunction<Card, Occasion, @Nullable Bounds> value) {
        add(
                code,
                label,
                english,
                Kind.NUMBER,
                NUMBER_OPS,
                List.of(),
                unit,
                chapter,
                lacks,
                Comparisons.number(value, applies));
    }

    private static void date(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            Applies applies,
            Function<Card, @Nullable PartialDate> value) {
        add(
                code,
                label,
                english,
                Kind.DATE,
                NUMBER_OPS,
                List.of(),
                null,
                chapter,
                lacks,
                Comparisons.date(value, applies));
    }

    private static void codes(
            String code,
            String label,
            String english,
            Chapter chapter,
            List<Code> codes,
            String lacks,
            BiFunction<Card, Occasion, @Nullable Set<String>> value) {
        add(code, label, english, Kind.CODE, CODE_OPS, codes, null, chapter, lacks, Comparisons.codes(value));
    }

    private static <E extends Enum<E>> void schooled(
            String code,
            String label,
            String english,
            List<Code> codes,
            Function<Card, @Nullable E> value,
            Function<String, @Nullable E> read) {
        Reading recorded = Comparisons.ordered(value, read, Measures::schooled);
        Reading reading = (field, test, occasion) -> {
            var asked = recorded.ready(field, test, occasion);
            return card -> {
                var answer = asked.of(card);
                boolean none = answer == Verdict.UNKNOWN && Measures.schooled(card) == Verdict.MET;
                return none ? Verdict.NOT_MET : answer;
            };
        };
        add(code, label, english, Kind.CODE, ORDERED_OPS, codes, null, EDUCATION, "education", reading);
    }

    private static <E extends Enum<E>> void ordered(
            String code,
            String label,
            String english,
            Chapter chapter,
            List<Code> codes,
            String lacks,
            Function<Card, @Nullable E> value,
            Function<String, @Nullable E> read,
            Applies applies) {
        add(
                code,
                label,
                english,
                Kind.CODE,
                ORDERED_OPS,
                codes,
                null,
                chapter,
                lacks,
                Comparisons.ordered(value, read, applies));
    }

    private static void flag(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            BiFunction<Card, Occasion, Verdict> value) {
        add(code, label, english, Kind.FLAG, FLAG_OPS, List.of(), null, chapter, lacks, Comparisons.flag(value));
    }

    private static void texts(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            Function<Card, List<String>> value,
            Predicate<Card> silent) {
        text(code, label, english, chapter, lacks, Comparisons.texts(value, silent));
    }

    private static void text(
            String code, String label, String english, Chapter chapter, String lacks, Reading reading) {
        add(code, label, english, Kind.TEXT, TEXT_OPS, List.of(), null, chapter, lacks, reading);
    }

    private static void add(
            String code,
            String label,
            String english,
            Kind kind,
            List<Op> ops,
            List<Code> codes,
            @Nullable String unit,
            Chapter chapter,
            String lacks,
            Reading reading) {
        ALL.add(new Field(code, label, english, kind, ops, codes, unit, chapter, lacks, reading));
    }
}
