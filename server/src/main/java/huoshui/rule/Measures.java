package huoshui.rule;

import static huoshui.kernel.Chapter.APPRAISAL;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;
import static huoshui.kernel.Chapter.EDUCATION;
import static huoshui.kernel.Chapter.FAMILY;
import static huoshui.kernel.Chapter.ORGANIZATION;
import static huoshui.kernel.Chapter.SUPERVISION;
import static java.util.Objects.requireNonNull;

import huoshui.kernel.Chapter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalogue of measures; described in {@code docs/rulebook/language.md}. 量度目录 */
final class Measures {

    private static final Map<String, Measure> ALL = new LinkedHashMap<>();
    static final Measure EFFECTIVE_RANK_TENURE;
    static final Measure EFFECTIVE_LEVEL_TENURE;

    static {
        number("age", "年龄", Scale.AGE, PersonMeasures::age, BASIC);
        number("service", "工龄", Scale.MONTHS, PersonMeasures::service, BASIC);
        number("party-standing", "党龄", Scale.MONTHS, PersonMeasures::partyStanding, BASIC);
        number("grassroots", "基层工作经历", Scale.MONTHS, PersonMeasures::grassroots, CAREER);
        number("time-in-post", "任现职", Scale.MONTHS, PersonMeasures::timeInPost, CAREER);
        number("time-in-unit", "在现单位", Scale.MONTHS, PersonMeasures::timeInUnit, CAREER);
        number("time-in-level", "任现职务层次", Scale.MONTHS, PersonMeasures::timeInLevel, CAREER);
        number("time-in-rank", "任现职级", Scale.MONTHS, PersonMeasures::timeInRank, CAREER);
        number("level-total", "同一层次领导职务累计", Scale.MONTHS, PersonMeasures::levelTotal, CAREER);
        EFFECTIVE_RANK_TENURE = number(
                "effective-rank-tenure",
                "职级有效年限",
                Scale.MONTHS,
                PersonMeasures::effectiveRankTenure,
                CAREER,
                APPRAISAL);
        EFFECTIVE_LEVEL_TENURE = number(
                "effective-level-tenure",
                "职务层次有效年限",
                Scale.MONTHS,
                PersonMeasures::effectiveLevelTenure,
                CAREER,
                APPRAISAL);
        number("since-promotion", "提拔以来", Scale.MONTHS, PersonMeasures::sincePromotion, CAREER);
        number("until-retirement", "距到龄", Scale.MONTHS, PersonMeasures::untilRetirement, BASIC);
        number("units-served", "任职单位数", Scale.UNITS, PersonMeasures::unitsServed, CAREER);
        number("terms-in-post", "连续任期", Scale.TIMES, PersonMeasures::termsInPost, CAREER);
        withParameters();
        withTarget();
        codes();
        ladder();
        flags();
        organization();
        given();
    }

    private Measures() {}

    static int size() {
        return ALL.size();
    }

    static @Nullable Measure of(String name) {
        return ALL.get(name);
    }

    static List<Measure> all() {
        return List.copyOf(ALL.values());
    }

    private static void withParameters() {
        put(
                "time-at-level",
                "曾任",
                Scale.MONTHS,
                null,
                Speaks.PERSON,
                Set.of("level"),
                false,
                Set.of(CAREER),
                (q, with) -> PersonMeasures.timeAtLevel(p(q), with.levels()));
        put(
                "rank-or-level-tenure",
                "职级或职务层次有效年限",
                Scale.MONTHS,
                null,
                Speaks.PERSON,
                Set.of("rank", "level"),
                false,
                Set.of(CAREER, APPRAISAL),
                (q, with) -> PersonMeasures.rankOrLevelTenure(p(q), q, with));
        put(
                "influence-left",
                "影响期剩余",
                Scale.MONTHS,
                null,
                Speaks.PERSON,
                Set.of("blocks", "of"),
                false,
                Set.of(SUPERVISION),
                (q, with) -> PersonMeasures.influenceLeft(p(q), with));
        put(
                "grades",
                "年度考核",
                Scale.TIMES,
                null,
                Speaks.PERSON,
                Set.of("grade", "years"),
                false,
                Set.of(APPRAISAL),
                (q, with) -> PersonMeasures.grades(p(q), with));
        put(
                "grades-in-a-row",
                "年度考核连续",
                Scale.TIMES,
                null,
                Speaks.PERSON,
                Set.of("grade"),
                false,
                Set.of(APPRAISAL),
                (q, with) -> PersonMeasures.gradesInARow(p(q), with));
        put(
                "training-hours",
                "培训学时",
                Scale.HOURS,
                null,
                Speaks.PERSON,
                Set.of("years", "category"),
                false,
                Set.of(EDUCATION),
                (q, with) -> PersonMeasures.training(p(q), with, true));
        put(
                "training-days",
                "培训天数",
                Scale.DAYS,
                null,
                Speaks.PERSON,
                Set.of("years", "category"),
                false,
                Set.of(EDUCATION),
                (q, with) -> PersonMeasures.training(p(q), with, false));
    }

    private static void withTarget() {
        put(
                "time-below-target",
                "任下一级职务",
                Scale.MONTHS,
                null,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(CAREER),
                (q, with) -> PersonMeasures.timeBelowTarget(p(q), q.target()));
        put(
                "posts-below-target",
                "下一级职位",
                Scale.POSTS,
                null,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(CAREER),
                (q, with) -> PersonMeasures.postsBelowTarget(p(q), q.target()));
        put(
                "rank-steps",
                "拟晋升级数",
                Scale.STEPS,
                null,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(CAREER),
                (q, with) -> PersonMeasures.rankSteps(p(q), q.target()));
        put(
                "level-steps",
                "拟提拔级数",
                Scale.STEPS,
                null,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(CAREER),
                (q, with) -> PersonMeasures.levelSteps(p(q), q.target()));
        put(
                "target-held",
                "拟任即现任职位",
                null,
                Measure.YES_NO,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(CAREER),
                (q, with) -> PersonCodes.targetHeld(p(q), q.target()));
        targets();
    }

    private static void targets() {
        put(
                "target-level",
                "拟任职务层次",
                null,
                Lists.LEVELS,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(),
                (q, with) -> PersonCodes.targetLevel(q.target()));
        put(
                "target-rank",
                "拟晋升职级",
                null,
                Lists.RANKS,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(),
                (q, with) -> PersonCodes.targetRank(q.target()));
        put(
                "target-tier",
                "拟任岗位分类",
                null,
                Lists.TIERS,
                Speaks.PERSON,
                Set.of(),
                true,
                Set.of(),
                (q, with) -> PersonCodes.targetTier(q.target()));
    }

    private static void codes() {
        code("sex", "性别", Lists.SEXES, BASIC, PersonCodes::sex);
        code("party", "政治面貌", Lists.PARTIES, BASIC, PersonCodes::party);
        code("education", "学历", Lists.EDUCATION, EDUCATION, p -> PersonCodes.education(p, false));
        code("fulltime-education", "全日制学历", Lists.EDUCATION, EDUCATION, p -> PersonCodes.education(p, true));
        code("degree", "学位", Lists.DEGREES, EDUCATION, PersonCodes::degree);
        code("level", "职务层次", Lists.LEVELS, CAREER, PersonCodes::level);
        code("rank", "职级", Lists.RANKS, CAREER, PersonCodes::rank);
        code("category", "管理类别", Lists.CATEGORIES, BASIC, PersonCodes::category);
        code("state", "人员状态", Lists.STATES, BASIC, PersonCodes::state);
        code("unit-kind", "所在单位类别", Lists.UNIT_KINDS, CAREER, PersonCodes::unitKind);
        code("sector", "战线", Lists.SECTORS, CAREER, PersonCodes::sector);
        code("last-grade", "上年度考核", Lists.GRADES, APPRAISAL, PersonCodes::lastGrade);
        put(
                "post-tier",
                "岗位分类",
                null,
                Lists.TIERS,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(CAREER),
                (q, with) -> PersonCodes.postTier(p(q), q));
        put(
                "local-body",
                "所在地方领导机关",
                null,
                Lists.LOCAL_BODIES,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(CAREER),
                (q, with) -> PersonCodes.localBody(p(q), q));
        put(
                "seat-category",
                "现任职位类别",
                null,
                Lists.SEATS,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(CAREER),
                (q, with) -> PersonCodes.seatCategory(p(q), q));
    }

    private static void ladder() {
        career("entry-tier", "任现层次之初的岗位分类", null, Lists.TIERS, (q, with) -> LadderMeasures.entryTier(p(q), q));
        career("entry-sector", "任现层次之初所在战线", null, Lists.SECTORS, (q, with) -> LadderMeasures.entrySector(p(q), q));
        career("entry-weight", "任现层次之初的岗位权重", Scale.STEPS, null, (q, with) -> LadderMeasures.entryWeight(p(q), q));
        career(
                "entry-headcount",
                "任现层次之初所在单位编制",
                Scale.PEOPLE,
                null,
                (q, with) -> LadderMeasures.entryHeadcount(p(q), q));
        career("tier-climb", "任现层次以来岗位分类一次升", Scale.STEPS, null, (q, with) -> LadderMeasures.tierClimb(p(q), q));
    }

    private static void career(
            String name, String title, @Nullable Scale scale, @Nullable Words words, Measure.Reader reader) {
        put(name, title, scale, words, Speaks.PERSON, Set.of(), false, Set.of(CAREER), reader);
    }

    private static void flags() {
        code("leading", "担任领导职务", Measure.YES_NO, CAREER, PersonCodes::leading);
        code("principal", "一把手", Measure.YES_NO, CAREER, PersonCodes::principal);
        code("communist", "中共党员", Measure.YES_NO, BASIC, PersonCodes::communist);
        code("minority", "少数民族", Measure.YES_NO, BASIC, PersonCodes::minority);
        code("selected-graduate", "选调生", Measure.YES_NO, CAREER, PersonCodes::selectedGraduate);
        code("in-service", "在职", Measure.YES_NO, BASIC, PersonCodes::inService);
        code("termed", "任期制职位", Measure.YES_NO, CAREER, PersonCodes::termed);
        code("on-probation", "任职试用期内", Measure.YES_NO, CAREER, PersonCodes::onProbation);
        put(
                "influence",
                "影响期未满",
                null,
                Measure.YES_NO,
                Speaks.PERSON,
                Set.of("blocks", "of"),
                false,
                Set.of(SUPERVISION),
                (q, with) -> PersonMeasures.influence(p(q), with));
        put(
                "kin-in-line",
                "亲属在同一领导线上",
                null,
                Measure.YES_NO,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(FAMILY),
                (q, with) -> KinMeasures.inLine(p(q), q));
        put(
                "kinship-distance",
                "同一领导线上最近亲属的亲等",
                Scale.STEPS,
                null,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(FAMILY),
                (q, with) -> KinMeasures.distance(p(q), q));
        put(
                "kin-leads-unit",
                "亲属领导的机关内从事组织人事、纪检监察、审计、财务",
                null,
                Measure.YES_NO,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(FAMILY),
                (q, with) -> KinMeasures.leadsUnit(p(q), q));
        put(
                "at-upbringing-place",
                "在成长地任职",
                null,
                Measure.YES_NO,
                Speaks.PERSON,
                Set.of(),
                false,
                Set.of(BASIC),
                (q, with) -> PersonCodes.atUpbringingPlace(p(q), q));
    }

    private static void organization() {
        for (var each : OrgMeasures.Number.values()) {
            var title = switch (each) {
                case APPROVED -> "核定职数";
                case FILLED -> "实配";
                case VACANT -> "空缺";
                case EXCESS -> "超配";
            };
            unit(
                    each.name().toLowerCase(java.util.Locale.ROOT),
                    title,
                    Set.of("category"),
                    (q, with) -> OrgMeasures.seats(q, with, each));
        }
        unit("headcount", "编制数", Set.of(), (q, with) -> OrgMeasures.headcount(q));
        unit("rank-holders", "职级人数", Set.of("rank"), (q, with) -> OrgMeasures.rankHolders(q, with));
        put(
                "unit-tier",
                "机关层级",
                null,
                Lists.UNIT_TIERS,
                Speaks.UNIT,
                Set.of(),
                false,
                Set.of(ORGANIZATION),
                (q, with) -> OrgMeasures.tier(q));
        team("members", "班子成员", Scale.PEOPLE, Set.of(), (q, with) -> OrgMeasures.members(q, with));
        team("members-with", "班子成员中", Scale.PEOPLE, Set.of("with"), (q, with) -> OrgMeasures.members(q, with));
        team("mean-age", "班子平均年龄", Scale.AGE, Set.of(), (q, with) -> OrgMeasures.meanAge(q));
    }

    /** What only the room that asks can say. */
    private static void given() {
        for (var each : List.of(
                "members-due 应到会成员",
                "members-present 实到会成员",
                "votes-for 同意票",
                "ballots-issued 发出票数",
                "ballots-returned 收回票数",
                "ballots-valid 有效票数",
                "candidates 参考人选",
                "inspected 考察对象",
                "assessed 参加考核人数",
                "outstanding 优秀人数",
                "participants 参加人数",
                "group-size 考察组人数")) round(each, Scale.PEOPLE, null);
        round("posts-to-fill 拟配职数", Scale.POSTS, null);
        round("published-days 公示天数", Scale.WORKING_DAYS, null);
        round("months-since-recommendation 民主推荐以来", Scale.MONTHS, null);
        for (var each : List.of(
                "audit-done 经济责任审计已完成",
                "superior-approved 上级组织部门已同意",
                "joint-signature 廉洁结论双签字",
                "four-checks 凡提四必已完成",
                "renewal 换届",
                "audit-due 属经济责任审计对象",
                "publicity-exempt 特殊岗位或者换届考察时已公示",
                "uplift-approved 提高优秀比例已经审核同意",
                "personnel-matter 议题为干部任免或者处分党员")) round(each, null, Measure.YES_NO);
    }

    private static void round(String nameAndTitle, @Nullable Scale scale, @Nullable Words words) {
        var parts = nameAndTitle.split(" ", 2);
        put(
                parts[0],
                parts[1],
                scale,
                words,
                Speaks.ROUND,
                Set.of(),
                false,
                Set.of(ORGANIZATION),
                (q, with) -> Reading.unknown(parts[1] + "未提供"));
    }

    private static void unit(String name, String title, Set<String> takes, Measure.Reader reader) {
        put(name, title, Scale.PEOPLE, null, Speaks.UNIT, takes, false, Set.of(ORGANIZATION), reader);
    }

    private static void team(String name, String title, Scale scale, Set<String> takes, Measure.Reader reader) {
        put(name, title, scale, null, Speaks.TEAM, takes, false, Set.of(ORGANIZATION), reader);
    }

    private static Measure number(
            String name, String title, Scale scale, Function<OnePerson, Reading> read, Chapter first, Chapter... rest) {
        return put(
                name,
                title,
                scale,
                null,
                Speaks.PERSON,
                Set.of(),
                false,
                EnumSet.of(first, rest),
                (q, with) -> read.apply(p(q)));
    }

    private static void code(
            String name, String title, Words words, Chapter chapter, Function<OnePerson, Reading> read) {
        put(name, title, null, words, Speaks.PERSON, Set.of(), false, Set.of(chapter), (q, with) -> read.apply(p(q)));
    }

    private static OnePerson p(Question q) {
        return requireNonNull(q.person());
    }

    private static Measure put(
            String name,
            String title,
            @Nullable Scale scale,
            @Nullable Words words,
            Speaks of,
            Set<String> takes,
            boolean needsTarget,
            Set<Chapter> chapters,
            Measure.Reader reader) {
        var measure = new Measure(
                name, title, scale, words, EnumSet.of(of), takes, needsTarget, chapters, ALL.size(), reader);
        if (ALL.put(name, measure) != null) throw new IllegalStateException("twice: " + name);
        return measure;
    }

    /** All names, for saying what there is. */
    static List<String> names() {
        return new ArrayList<>(ALL.keySet());
    }
}
