package huoshui.interchange;

import static huoshui.interchange.RosterColumn.Kind.DATE;
import static huoshui.interchange.RosterColumn.Kind.NUMBER;
import static huoshui.interchange.RosterColumn.Kind.TEXT;
import static huoshui.kernel.Chapter.APPRAISAL;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;
import static huoshui.kernel.Chapter.EDUCATION;
import static huoshui.kernel.Chapter.FAMILY;
import static huoshui.kernel.Chapter.HEALTH;
import static huoshui.kernel.Chapter.SUPERVISION;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.Remark;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.dossier.search.IdNumbers;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Retirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of what a roster can say of a person; the same for spreadsheets, print and what comes in. 名册列目录 */
public final class RosterColumns {

    /** Counts the rows; it says nothing of anybody. */
    public static final String NUMBERING = "n";

    static final String GRADE = "grade:";
    static final String MOBILE = "手机";
    private static final Map<String, RosterColumn> ALL = new LinkedHashMap<>();

    private record Head(String code, String title, String english, Chapter chapter, int width) {}

    static {
        person();
        schooling();
        posts();
        record();
    }

    private RosterColumns() {}

    public static List<RosterColumn> all() {
        return List.copyOf(ALL.values());
    }

    /** @throws Refusal {@code unknown-column} */
    public static RosterColumn of(String code) {
        return find(code)
                .orElseThrow(() -> Refusal.input("unknown-column", "未办理：没有“%s”这一列。请从名册列目录中选取。".formatted(code)));
    }

    public static Optional<RosterColumn> find(String code) {
        if (code.matches("grade:\\d{4}")) return Optional.of(grade(Integer.parseInt(code.substring(GRADE.length()))));
        return Optional.ofNullable(ALL.get(code));
    }

    private static void person() {
        in("name", "姓名", "Name", BASIC, 9, TEXT, p -> p.card().who().name());
        in(
                "sex",
                "性别",
                "Sex",
                BASIC,
                5,
                TEXT,
                p -> p.card().who().sex() == null
                        ? null
                        : Objects.requireNonNull(p.card().who().sex()).title());
        in("birth", "出生年月", "Born", BASIC, 10, DATE, p -> p.card().who().birth());
        out("age", "年龄", "Age", BASIC, 6, NUMBER, p -> years(p.card().who().age()));
        in("birthAge", "出生年月（年龄）", "Born (age)", BASIC, 12, TEXT, RosterColumns::birthAge);
        facts(
                "ethnicity",
                "民族",
                "Ethnicity",
                BASIC,
                8,
                TEXT,
                true,
                Set.of("identity"),
                p -> p.first(Identity.class).map(Identity::ethnicity).orElse(null));
        in(
                "nativePlace",
                "籍贯",
                "Native place",
                BASIC,
                12,
                TEXT,
                p -> p.card().who().nativePlace());
        facts(
                "birthPlace",
                "出生地",
                "Birthplace",
                BASIC,
                12,
                TEXT,
                true,
                Set.of("identity"),
                p -> p.first(Identity.class).map(Identity::birthPlace).orElse(null));
        in(
                "idNumber",
                "身份证号",
                "ID number",
                BASIC,
                21,
                TEXT,
                p -> IdNumbers.shown(p.card().who().idNumber(), p.sight()));
        in(
                "party",
                "政治面貌",
                "Political status",
                BASIC,
                12,
                TEXT,
                p -> blank(String.join("、", p.card().party().words())));
        in(
                "partyJoined",
                "入党时间",
                "Joined the Party",
                BASIC,
                10,
                DATE,
                p -> p.card().party().joined());
        in(
                "workStart",
                "参加工作时间",
                "Began work",
                BASIC,
                10,
                DATE,
                p -> p.card().service().workStart());
        facts(
                "health",
                "健康状况",
                "Health",
                HEALTH,
                10,
                TEXT,
                true,
                Set.of("health"),
                p -> p.first(HealthStatement.class).map(HealthStatement::text).orElse(null));
        facts(
                "title",
                "专业技术职务",
                "Professional title",
                BASIC,
                14,
                TEXT,
                true,
                Set.of("title", "printed"),
                box(Box.TITLE));
        in(
                "expertise",
                "熟悉专业有何专长",
                "Expertise",
                BASIC,
                18,
                TEXT,
                p -> p.card().experience().expertise());
        facts(
                "mobile",
                "手机",
                "Mobile",
                BASIC,
                14,
                TEXT,
                true,
                Set.of("contact"),
                p -> p.begun(Contact.class).stream()
                        .filter(each -> each.channel().equals(MOBILE))
                        .map(Contact::value)
                        .reduce((first, last) -> last)
                        .orElse(null));
    }

    private static void schooling() {
        var kinds = Set.of("study", "printed");
        facts(
                "fulltimeLevel",
                "全日制学历",
                "Full-time education",
                EDUCATION,
                12,
                TEXT,
                true,
                kinds,
                box(Box.FULLTIME_LEVEL));
        facts(
                "fulltimeDegree",
                "全日制学位",
                "Full-time degree",
                EDUCATION,
                14,
                TEXT,
                true,
                kinds,
                box(Box.FULLTIME_DEGREE));
        facts(
                "fulltimeSchool",
                "全日制毕业院校系及专业",
                "Full-time school",
                EDUCATION,
                26,
                TEXT,
                true,
                kinds,
                p -> either(p, Box.FULLTIME_LEVEL_SCHOOL, Box.FULLTIME_DEGREE_SCHOOL));
        facts(
                "fulltime",
                "全日制学历学位",
                "Full-time studies",
                EDUCATION,
                16,
                TEXT,
                true,
                kinds,
                p -> joined(p, Box.FULLTIME_LEVEL, Box.FULLTIME_DEGREE));
        facts(
                "inserviceLevel",
                "在职学历",
                "In-service education",
                EDUCATION,
                14,
                TEXT,
                true,
                kinds,
                box(Box.INSERVICE_LEVEL));
        facts(
                "inserviceDegree",
                "在职学位",
                "In-service degree",
                EDUCATION,
                14,
                TEXT,
                true,
                kinds,
                box(Box.INSERVICE_DEGREE));
        facts(
                "inserviceSchool",
                "在职毕业院校系及专业",
                "In-service school",
                EDUCATION,
                26,
                TEXT,
                true,
                kinds,
                p -> either(p, Box.INSERVICE_LEVEL_SCHOOL, Box.INSERVICE_DEGREE_SCHOOL));
        facts(
                "inservice",
                "在职学历学位",
                "In-service studies",
                EDUCATION,
                16,
                TEXT,
                true,
                kinds,
                p -> joined(p, Box.INSERVICE_LEVEL, Box.INSERVICE_DEGREE));
        out(
                "education",
                "最高学历",
                "Highest education",
                EDUCATION,
                10,
                TEXT,
                p -> p.card().schooling().level() == null
                        ? null
                        : Objects.requireNonNull(p.card().schooling().level()).title());
        out(
                "degree",
                "最高学位",
                "Highest degree",
                EDUCATION,
                10,
                TEXT,
                p -> p.card().schooling().degree() == null
                        ? null
                        : Objects.requireNonNull(p.card().schooling().degree()).title());
        out(
                "major",
                "所学专业",
                "Major",
                EDUCATION,
                16,
                TEXT,
                p -> p.card().schooling().all().stream()
                        .map(Study::major)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(joining("、")));
    }

    private static void posts() {
        facts(
                "currentPost",
                "现任职务",
                "Current post",
                CAREER,
                30,
                TEXT,
                true,
                Set.of("post", "printed"),
                box(Box.CURRENT_POST));
        in(
                "postSince",
                "任现职时间",
                "In post since",
                CAREER,
                10,
                DATE,
                p -> p.card().posts().since());
        out(
                "postYears",
                "任现职年限",
                "Years in post",
                CAREER,
                9,
                TEXT,
                p -> length(p.card().posts().months()));
        out("unit", "所在单位", "Unit", CAREER, 22, TEXT, p -> unit(p.card(), p.around()));
        in(
                "level",
                "职务层次",
                "Level",
                CAREER,
                12,
                TEXT,
                p -> p.card().level() == null
                        ? null
                        : Objects.requireNonNull(p.card().level()).level().title());
        in(
                "levelSince",
                "任现职务层次时间",
                "At this level since",
                CAREER,
                12,
                DATE,
                p -> p.card().level() == null
                        ? null
                        : Objects.requireNonNull(p.card().level()).since());
        in(
                "rank",
                "职级",
                "Rank",
                CAREER,
                14,
                TEXT,
                p -> p.card().rank() == null
                        ? null
                        : Objects.requireNonNull(p.card().rank()).rank().name());
        in(
                "rankSince",
                "任现职级时间",
                "In rank since",
                CAREER,
                10,
                DATE,
                p -> p.card().rank() == null
                        ? null
                        : Objects.requireNonNull(p.card().rank()).since());
        facts(
                "resume",
                "简历",
                "Résumé",
                CAREER,
                60,
                TEXT,
                true,
                Set.of("career-line", "career-note", "unread-line", "printed"),
                box(Box.RESUME));
        out(
                "workYears",
                "工作年限",
                "Years of service",
                CAREER,
                9,
                TEXT,
                p -> length(p.card().service().months()));
        out(
                "grassroots",
                "基层工作年限",
                "Grassroots service",
                CAREER,
                10,
                TEXT,
                p -> length(p.card().experience().grassroots()));
        out(
                "secondment",
                "挂职经历",
                "Secondments",
                CAREER,
                22,
                TEXT,
                p -> p.card().experience().secondments().stream()
                        .map(Seconded::text)
                        .collect(joining("\n")));
        out(
                "overseas",
                "出国（境）经历",
                "Overseas stays",
                CAREER,
                18,
                TEXT,
                p -> p.card().experience().overseas().stream()
                        .map(RosterColumns::stay)
                        .collect(joining("\n")));
        out(
                "graduate",
                "选调生",
                "Selected graduate",
                CAREER,
                9,
                TEXT,
                p -> p.card().experience().graduate() == null ? null : "是");
        out(
                "category",
                "管理类别",
                "Managed by",
                BASIC,
                9,
                TEXT,
                p -> p.card().service().category() == null
                        ? null
                        : Objects.requireNonNull(p.card().service().category()).brief());
        out(
                "state",
                "人员状态",
                "State",
                BASIC,
                9,
                TEXT,
                p -> p.card().service().state().title());
        out("retirement", "到龄年月", "Retirement month", BASIC, 14, TEXT, RosterColumns::retirement);
    }

    private static void record() {
        out(
                "grades",
                "近五年年度考核",
                "Grades, five years",
                APPRAISAL,
                20,
                TEXT,
                p -> p.card().grades().stream()
                        .filter(each -> each.text() != null)
                        .map(each -> each.year() + "年" + each.text())
                        .collect(joining("\n")));
        facts(
                "rewards",
                "奖惩情况",
                "Rewards and sanctions",
                SUPERVISION,
                30,
                TEXT,
                true,
                Set.of("reward", "sanction", "printed"),
                box(Box.REWARDS_AND_SANCTIONS));
        out(
                "trainings",
                "培训",
                "Trainings",
                EDUCATION,
                24,
                TEXT,
                p -> p.card().experience().trainings().stream()
                        .map(Trained::course)
                        .distinct()
                        .collect(joining("\n")));
        facts(
                "family",
                "家庭主要成员及重要社会关系",
                "Family",
                FAMILY,
                40,
                TEXT,
                false,
                Set.of("family"),
                p -> p.begun(FamilyMember.class).stream()
                        .sorted(java.util.Comparator.comparing(FamilyMember::order))
                        .map(RosterColumns::relative)
                        .collect(joining("\n")));
        draft("proposedPost", "拟任职务", "Proposed post");
        draft("proposedRemoval", "拟免职务", "Proposed removal");
        draft("reason", "任免理由", "Reason");
        out(
                "missing",
                "档案缺项",
                "Missing",
                BASIC,
                16,
                TEXT,
                p -> p.card().missing().stream().map(RosterColumns::titleOf).collect(joining("、")));
        facts(
                "remark",
                "备注",
                "Remark",
                BASIC,
                14,
                TEXT,
                true,
                Set.of("remark"),
                p -> p.first(Remark.class).map(Remark::text).orElse(null));
    }

    private static void draft(String code, String title, String english) {
        facts(
                code,
                title,
                english,
                FAMILY,
                24,
                TEXT,
                false,
                Set.of("form-draft"),
                p -> p.first(FormDraft.class).map(each -> each.own().get(code)).orElse(null));
    }

    private static RosterColumn grade(int year) {
        return new RosterColumn(
                GRADE + year,
                year + "年度考核",
                "Grade " + year,
                TEXT,
                APPRAISAL,
                Set.of("annual-grade"),
                true,
                9,
                p -> p.begun(AnnualGrade.class).stream()
                        .filter(each -> each.year() == year)
                        .map(AnnualGrade::grade)
                        .findFirst()
                        .orElse(null));
    }

    private static void in(
            String code,
            String title,
            String english,
            Chapter chapter,
            int width,
            RosterColumn.Kind kind,
            RosterColumn.Reading reading) {
        put(new RosterColumn(code, title, english, kind, chapter, Set.of(), true, width, reading));
    }

    private static void out(
            String code,
            String title,
            String english,
            Chapter chapter,
            int width,
            RosterColumn.Kind kind,
            RosterColumn.Reading reading) {
        put(new RosterColumn(code, title, english, kind, chapter, Set.of(), false, width, reading));
    }

    private static void facts(
            String code,
            String title,
            String english,
            Chapter chapter,
            int width,
            RosterColumn.Kind kind,
            boolean comesIn,
            Set<String> kinds,
            RosterColumn.Reading reading) {
        put(new RosterColumn(code, title, english, kind, chapter, kinds, comesIn, width, reading));
    }

    private static void put(RosterColumn column) {
        ALL.put(column.code(), column);
    }

    private static RosterColumn.Reading box(Box box) {
        return p -> blank(p.form().text(box));
    }

    private static @Nullable String either(RosterPerson p, Box one, Box other) {
        var school = p.form().text(one);
        return blank(school.isEmpty() ? p.form().text(other) : school);
    }

    private static @Nullable String joined(RosterPerson p, Box one, Box other) {
        return blank(Stream.of(one, other)
                .map(p.form()::text)
                .filter(each -> !each.isEmpty())
                .collect(joining("\n")));
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Integer years(@Nullable Bounds age) {
        return age == null || !age.exact() ? null : age.least();
    }

    private static @Nullable String birthAge(RosterPerson p) {
        var birth = p.card().who().birth();
        var age = years(p.card().who().age());
        if (birth == null) return null;
        return age == null ? birth.printed() : birth.printed() + "\n（" + age + "岁）";
    }

    /** Years and months, 4年8月; nothing where it is not certain. */
    private static @Nullable String length(@Nullable Bounds months) {
        if (months == null || !months.exact()) return null;
        int all = months.least();
        var parts = new ArrayList<String>();
        if (all >= 12) parts.add(all / 12 + "年");
        if (all % 12 > 0 || all == 0) parts.add(all % 12 + "月");
        return String.join("", parts);
    }

    private static @Nullable String unit(Card card, Surroundings around) {
        return around.unit(card.service().unit()).map(Surroundings.UnitAt::name).orElse(null);
    }

    private static @Nullable String retirement(RosterPerson p) {
        var level = p.card().level();
        var month = Retirement.of(
                p.card().who().sex(),
                p.card().who().birth(),
                level == null ? null : level.level(),
                p.card().experience().titles());
        if (month == null) return null;
        var first =
                PartialDate.month(month.earliest().getYear(), month.earliest().getMonthValue());
        var last = PartialDate.month(month.latest().getYear(), month.latest().getMonthValue());
        return month.certain() ? first.printed() : first.printed() + "—" + last.printed();
    }

    private static String stay(OverseasStay stay) {
        return stay.place() + " " + stay.purpose();
    }

    private static String relative(FamilyMember each) {
        return Stream.of(
                        each.relation(),
                        each.name(),
                        each.birth() == null ? null : each.birth().printed(),
                        each.party(),
                        each.post())
                .filter(Objects::nonNull)
                .collect(joining(" "));
    }

    private static String titleOf(String missing) {
        var column = ALL.get(missing);
        return column == null
                ? huoshui.dossier.search.Fields.all().stream()
                        .filter(each -> each.code().equals(missing))
                        .map(each -> each.label())
                        .findFirst()
                        .orElse(missing)
                : column.title();
    }
}
