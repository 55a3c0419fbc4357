package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Charts;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("按职位和单位读的量度：任职、亲属回避、职数、班子")
class SeatsTests {

    static final AsOf TODAY = new AsOf(LocalDate.of(2026, 6, 15), 1);

    static final UUID CITY = unit(1);
    static final UUID WATER = unit(2);
    static final UUID COUNTY = unit(3);
    static final UUID COUNTY_GOVERNMENT = unit(4);
    static final UUID COUNTY_WATER = unit(5);
    static final UUID TOWN = unit(6);
    static final UUID SCHOOL = unit(7);
    static final UUID CITY_COMMITTEE = unit(8);
    static final UUID UNGRADED = unit(9);
    static final UUID TEAM = new UUID(4, 1);

    static final UUID DIRECTOR = seat(1);
    static final UUID DEPUTY = seat(2);
    static final UUID PERSONNEL = seat(3);
    static final UUID CLERK = seat(4);
    static final UUID COUNTY_HEAD = seat(5);
    static final UUID COUNTY_DIRECTOR = seat(6);
    static final UUID TOWN_HEAD = seat(7);
    static final UUID OFFICE = seat(8);
    static final UUID SECRETARY = seat(9);
    static final UUID COUNTY_DEPUTY = seat(10);

    static UUID unit(int number) {
        return new UUID(2, number);
    }

    static UUID seat(int number) {
        return new UUID(3, number);
    }

    final Map<UUID, OrgFact> units = new LinkedHashMap<>();
    final Map<UUID, OrgFact> posts = new LinkedHashMap<>();
    final Map<UUID, List<OrgFact>> more = new LinkedHashMap<>();

    SeatsTests() {
        units.put(CITY, UnitIs.of("澜江市", UnitKind.CITY, UnitLevel.BUREAU, null));
        units.put(WATER, UnitIs.of("市水务局", UnitKind.GOVERNMENT_ORGAN, UnitLevel.COUNTY, CITY));
        units.put(COUNTY, UnitIs.of("隆川县", UnitKind.COUNTY, UnitLevel.COUNTY, CITY));
        units.put(COUNTY_GOVERNMENT, UnitIs.of("隆川县人民政府", UnitKind.GOVERNMENT_ORGAN, UnitLevel.COUNTY, COUNTY));
        units.put(COUNTY_WATER, UnitIs.of("隆川县水务局", UnitKind.GOVERNMENT_ORGAN, UnitLevel.TOWNSHIP, COUNTY_GOVERNMENT));
        units.put(TOWN, UnitIs.of("甲镇", UnitKind.TOWNSHIP, UnitLevel.TOWNSHIP, COUNTY));
        units.put(SCHOOL, UnitIs.of("市水利学校", UnitKind.INSTITUTION, UnitLevel.COUNTY, CITY));
        units.put(CITY_COMMITTEE, UnitIs.of("市委", UnitKind.PARTY_ORGAN, UnitLevel.BUREAU, CITY));
        units.put(UNGRADED, UnitIs.of("市政协", UnitKind.CONSULTATIVE, null, CITY));
        units.put(TEAM, new TeamIs(WATER, null, 0));
        var division = LeadershipLevel.DIVISION_CHIEF;
        posts.put(
                DIRECTOR, is(WATER, "局长", null, SeatCategory.HEAD, division, PostTier.CRUCIAL, List.of(), false, TEAM));
        posts.put(
                DEPUTY,
                is(
                        WATER,
                        "副局长",
                        null,
                        SeatCategory.DEPUTY,
                        LeadershipLevel.DIVISION_DEPUTY,
                        PostTier.IMPORTANT,
                        List.of(),
                        false,
                        TEAM));
        posts.put(
                PERSONNEL,
                is(
                        WATER,
                        "科长",
                        "人事科",
                        SeatCategory.SECTION_HEAD,
                        LeadershipLevel.SECTION_CHIEF,
                        PostTier.ORDINARY,
                        List.of("组织人事"),
                        false,
                        null));
        posts.put(
                CLERK,
                is(
                        WATER,
                        "科员",
                        "人事科",
                        SeatCategory.NOT_LEADING,
                        LeadershipLevel.STAFF,
                        PostTier.ORDINARY,
                        List.of("水利规划"),
                        false,
                        null));
        posts.put(
                COUNTY_HEAD,
                is(
                        COUNTY_GOVERNMENT,
                        "县长",
                        null,
                        SeatCategory.HEAD,
                        division,
                        PostTier.CRUCIAL,
                        List.of(),
                        true,
                        null));
        posts.put(
                COUNTY_DEPUTY,
                is(
                        COUNTY_GOVERNMENT,
                        "副县长",
                        null,
                        SeatCategory.DEPUTY,
                        LeadershipLevel.DIVISION_DEPUTY,
                        PostTier.IMPORTANT,
                        List.of(),
                        true,
                        null));
        posts.put(
                COUNTY_DIRECTOR,
                is(
                        COUNTY_WATER,
                        "局长",
                        null,
                        SeatCategory.HEAD,
                        LeadershipLevel.SECTION_CHIEF,
                        PostTier.IMPORTANT,
                        List.of(),
                        false,
                        null));
        posts.put(
                TOWN_HEAD,
                is(
                        TOWN,
                        "镇长",
                        null,
                        SeatCategory.HEAD,
                        LeadershipLevel.SECTION_CHIEF,
                        PostTier.IMPORTANT,
                        List.of(),
                        true,
                        null));
        posts.put(
                OFFICE,
                is(
                        WATER,
                        "主任",
                        "办公室",
                        SeatCategory.SECTION_HEAD,
                        LeadershipLevel.SECTION_CHIEF,
                        PostTier.ORDINARY,
                        List.of(),
                        false,
                        null));
        posts.put(
                SECRETARY,
                is(
                        CITY_COMMITTEE,
                        "书记",
                        null,
                        SeatCategory.HEAD,
                        LeadershipLevel.BUREAU_CHIEF,
                        PostTier.CRUCIAL,
                        List.of(),
                        false,
                        null));
    }

    private static PostIs is(
            UUID unit,
            String title,
            @Nullable String section,
            SeatCategory category,
            LeadershipLevel level,
            PostTier tier,
            List<String> functions,
            boolean termed,
            @Nullable UUID team) {
        return new PostIs(
                unit,
                title,
                null,
                section,
                team,
                category,
                level,
                category.leads(),
                category == SeatCategory.HEAD,
                tier,
                null,
                functions,
                null,
                1,
                0,
                true,
                null,
                termed,
                false,
                null);
    }

    private Chart chart() {
        return Charts.of(TODAY, units, posts, more);
    }

    private OnPaper who(String dossier) {
        return OnPaper.on("2026-06-15", dossier).among(chart());
    }

    private OnPaper in(UUID seat) {
        return who(holds(seat, "2023-06"));
    }

    private static String holds(UUID seat, String since) {
        return "- { kind: post, text: 任职, post: %s, from: %s }\n".formatted(seat, since);
    }

    private static String served(UUID unit, String from, String to) {
        return "- { kind: post, text: 任职, unit: %s, from: %s, to: %s }\n".formatted(unit, from, to);
    }

    // Where one serves

    @Test
    void theSeatTellsKindSectorTierCategoryAndWhetherItLeads() {
        var director = in(DIRECTOR);
        assertThat(director.says("unit-kind")).isEqualTo("所在单位类别：政府部门");
        assertThat(director.says("sector")).isEqualTo("战线：市直");
        assertThat(director.says("post-tier")).isEqualTo("岗位分类：关键");
        assertThat(director.says("seat-category")).isEqualTo("现任职位类别：正职");
        assertThat(director.says("principal")).isEqualTo("一把手：是");
        assertThat(director.says("leading")).isEqualTo("担任领导职务：是");
        assertThat(director.says("termed")).isEqualTo("任期制职位：否");
        for (var measure :
                List.of("unit-kind", "sector", "post-tier", "seat-category", "principal", "leading", "termed"))
            assertThat(director.restsOn(measure)).as(measure).containsExactly(0L);
        assertThat(in(CLERK).says("leading")).isEqualTo("担任领导职务：否");
        assertThat(in(CLERK).says("principal")).isEqualTo("一把手：否");
        assertThat(in(PERSONNEL).says("post-tier")).isEqualTo("岗位分类：一般");
        assertThat(in(COUNTY_DIRECTOR).says("sector")).isEqualTo("战线：县区");
        assertThat(in(COUNTY_HEAD).says("termed")).isEqualTo("任期制职位：是");
        assertThat(who("- { kind: post, text: 任职, from: 2023-06 }").says("termed"))
                .isEqualTo("任期制职位：现任职务未挂接到职位");
        assertThat(who("- { kind: post, text: 任职, from: 2023-06 }").says("post-tier"))
                .isEqualTo("岗位分类：现任职务未挂接到职位");
        assertThat(who("- { kind: post, text: 任职, from: 2023-06 }").says("seat-category"))
                .isEqualTo("现任职位类别：现任职务未挂接到职位");
    }

    @Test
    void aLocalBodyIsTheCommitteeCongressGovernmentOrConferenceItself() {
        assertThat(in(COUNTY_HEAD).says("local-body")).isEqualTo("所在地方领导机关：县级政府");
        assertThat(in(SECRETARY).says("local-body")).isEqualTo("所在地方领导机关：市级党委");
        assertThat(in(DIRECTOR).says("local-body")).as("an office of it").isEqualTo("所在地方领导机关：无");
        assertThat(in(COUNTY_DIRECTOR).says("local-body")).isEqualTo("所在地方领导机关：无");
        assertThat(in(TOWN_HEAD).says("local-body")).isEqualTo("所在地方领导机关：无");
        assertThat(who("- { kind: post, text: 任职, unit: %s, from: 2023-06 }".formatted(UNGRADED))
                        .says("local-body"))
                .isEqualTo("所在地方领导机关：所在单位的机构级别未记录");
    }

    @Test
    void oneServesWhereOneGrewUpWhereTheCountyBearsThatName() {
        var grownUp = "- { kind: identity, name: 某, upbringing-place: %s }\n";
        assertThat(who(grownUp.formatted("隆川县") + holds(COUNTY_HEAD, "2023-06")).says("at-upbringing-place"))
                .isEqualTo("在成长地任职：是");
        assertThat(who(grownUp.formatted("云南隆川") + holds(TOWN_HEAD, "2023-06")).says("at-upbringing-place"))
                .isEqualTo("在成长地任职：是");
        assertThat(who(grownUp.formatted("永昭县") + holds(TOWN_HEAD, "2023-06")).says("at-upbringing-place"))
                .isEqualTo("在成长地任职：否");
        assertThat(who(grownUp.formatted("隆川县") + holds(DIRECTOR, "2023-06")).says("at-upbringing-place"))
                .as("a unit of the city lies in no county")
                .isEqualTo("在成长地任职：否");
        assertThat(who(grownUp.formatted("隆川县")).says("at-upbringing-place")).isEqualTo("在成长地任职：现任职务未挂接到单位");
        assertThat(who(grownUp.formatted("隆川县") + holds(COUNTY_HEAD, "2023-06")).restsOn("at-upbringing-place"))
                .containsExactly(0L, 1L);
    }

    @Test
    void theSeatAimedAtMayBeHeldAlready() {
        assertThat(in(DIRECTOR).aimingAt(new Target.Post(DIRECTOR)).says("target-held"))
                .isEqualTo("拟任即现任职位：是");
        assertThat(in(DEPUTY).aimingAt(new Target.Post(DIRECTOR)).says("target-held"))
                .isEqualTo("拟任即现任职位：否");
        assertThat(in(DEPUTY).aimingAt(new Target.Post(DIRECTOR)).says("target-tier"))
                .isEqualTo("拟任岗位分类：关键");
        assertThat(in(DEPUTY).aimingAt(new Target.Post(DIRECTOR)).says("target-level"))
                .isEqualTo("拟任职务层次：县处级正职");
        var unmatched = who("- { kind: post, text: 任职, from: 2023-06 }").aimingAt(new Target.Post(DIRECTOR));
        assertThat(unmatched.says("target-held")).isEqualTo("拟任即现任职位：现任职务未挂接到职位");
        assertThat(who("- { kind: expertise, text: 水利 }")
                        .aimingAt(new Target.Post(DIRECTOR))
                        .says("target-held"))
                .isEqualTo("拟任即现任职位：现任职务未记录");
    }

    @Test
    void probationIsAYearInALeadingPostOneRoseTo() {
        assertThat(who(holds(DEPUTY, "2025-09")).says("on-probation")).isEqualTo("任职试用期内：是");
        assertThat(who(holds(DEPUTY, "2025-06")).says("on-probation")).isEqualTo("任职试用期内：否");
        assertThat(who(holds(DEPUTY, "2025-07")).says("on-probation")).isEqualTo("任职试用期内：是");
        assertThat(who(holds(DEPUTY, "2025")).says("on-probation")).isEqualTo("任职试用期内：任现职时间未记全");
        assertThat(who(holds(CLERK, "2026-01")).says("on-probation")).isEqualTo("任职试用期内：否");
        assertThat(who("- { kind: post, text: 任职, from: 2026-01 }").says("on-probation"))
                .isEqualTo("任职试用期内：任现职时间、职务层次未记录，或者现任职务未挂接到职位");
        assertThat(who(holds(DEPUTY, "2025-09")).restsOn("on-probation")).containsExactly(0L);
    }

    // How long and how often

    @Test
    void timeInTheUnitGoesBackThroughPostsThatJoin() {
        assertThat(who(served(WATER, "2015-01", "2018-03")
                                + served(WATER, "2018-04", "2023-06")
                                + holds(DIRECTOR, "2023-06"))
                        .says("time-in-unit"))
                .isEqualTo("在现单位 11 年 5 个月");
        assertThat(who(served(WATER, "2015-01", "2018-03")
                                + served(WATER, "2018-05", "2023-06")
                                + holds(DIRECTOR, "2023-06"))
                        .says("time-in-unit"))
                .as("a gap of more than a month")
                .isEqualTo("在现单位 8 年 1 个月");
        assertThat(who(served(SCHOOL, "2015-01", "2023-06") + holds(DIRECTOR, "2023-06"))
                        .says("time-in-unit"))
                .isEqualTo("在现单位 3 年");
        var two = who(served(WATER, "2015-01", "2023-06") + holds(DIRECTOR, "2023-06"));
        assertThat(two.restsOn("time-in-unit")).containsExactly(0L);
        assertThat(who("- { kind: post, text: 任职, from: 2023-06 }").says("time-in-unit"))
                .isEqualTo("在现单位：现任职务未挂接到单位");
    }

    @Test
    void unitsServedAreCountedOnceEach() {
        var three = who(served(WATER, "2010-01", "2012-01")
                + served(SCHOOL, "2012-01", "2015-01")
                + holds(DIRECTOR, "2015-01")
                + "- { kind: post, text: 不详, from: 2008-01, to: 2010-01 }\n");
        assertThat(three.says("units-served")).isEqualTo("任职单位数 2 个单位 至 3 个单位");
        assertThat(three.lacks("units-served")).isEqualTo("有任职未挂接到单位");
        assertThat(three.restsOn("units-served")).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({"2021-07, 0 次", "2021-06, 1 次", "2016-07, 1 次", "2016-06, 2 次", "2021, 0 次 至 1 次"})
    void aTermIsFiveYearsInATermedPost(String since, String terms) {
        assertThat(who(holds(COUNTY_HEAD, since)).says("terms-in-post")).isEqualTo("连续任期 " + terms);
    }

    @Test
    void ofSeveralPostsTheLongestTermedOneCounts() {
        var both = who(holds(COUNTY_DEPUTY, "2016-01") + holds(COUNTY_HEAD, "2021-01") + holds(DIRECTOR, "2000-01"));
        assertThat(both.says("terms-in-post")).isEqualTo("连续任期 2 次");
        assertThat(both.restsOn("terms-in-post")).containsExactly(0L);
        assertThat(in(COUNTY_HEAD).sinceWhenever("post").says("terms-in-post")).isEqualTo("连续任期：任现职时间未记录");
        assertThat(in(DIRECTOR).says("terms-in-post")).as("no post of a term").isEqualTo("连续任期 0 次");
    }

    @Test
    void workAtTheGrassRootsIsWorkInACounty() {
        var started = "- { kind: work-start, date: 2010-01, from: 2010-01 }\n";
        var both = who(started
                + served(TOWN, "2010-01", "2014-01")
                + "- { kind: post, text: 任职, unit: %s, from: 2014-01 }".formatted(WATER));
        assertThat(both.says("grassroots")).isEqualTo("基层工作经历 4 年");
        assertThat(both.restsOn("grassroots")).containsExactly(2L);
    }

    @Test
    void theLevelAndWhetherItLeadsMayBeTheSeats() {
        assertThat(in(DEPUTY).says("{ time-at-level: { level: 县处级副职, at-least: 2 years } }"))
                .isEqualTo("曾任（为县处级副职） 3 年（条件：不少于 2 年）");
        assertThat(in(CLERK).says("{ time-at-level: { level: 科员, at-least: 2 years } }"))
                .as("not a leading level")
                .isEqualTo("曾任（为科员） 0 个月（条件：不少于 2 年）");
        assertThat(who("- { kind: post, text: 任职, post: %s, level: 乡科级正职, from: 2023-06 }".formatted(CLERK))
                        .says("{ time-at-level: { level: 乡科级正职, at-least: 2 years } }"))
                .as("a level without leading is not surely a leading post")
                .isEqualTo("曾任（为乡科级正职） 0 个月 至 3 年（条件：不少于 2 年）");
        assertThat(who("- { kind: post, text: 任职, level: 乡科级正职, from: 2023-06 }")
                        .says("{ time-at-level: { level: 乡科级正职, at-least: 2 years } }"))
                .isEqualTo("曾任（为乡科级正职） 3 年（条件：不少于 2 年）");
        var career = who(holds(DEPUTY, "2023-06")
                + "- { kind: post, text: 另任, post: %s, from: 2020-01, to: 2023-06 }".formatted(DEPUTY));
        assertThat(career.aimingAt(new Target.Post(DIRECTOR)).says("posts-below-target"))
                .as("one seat held twice")
                .isEqualTo("下一级职位 1 个职位");
    }

    // Kin

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, DEPUTY, 是",
        "DIRECTOR, PERSONNEL, 是",
        "PERSONNEL, CLERK, 是",
        "DEPUTY, CLERK, 家庭成员中有尚未与在册人员核对的",
        "DIRECTOR, COUNTY_DIRECTOR, 否",
        "COUNTY_DIRECTOR, COUNTY_HEAD, 是",
        "COUNTY_HEAD, COUNTY_DIRECTOR, 是",
        "COUNTY_DIRECTOR, COUNTY_DEPUTY, 是",
        "COUNTY_HEAD, TOWN_HEAD, 否"
    })
    void kinStandInOneLineInOneTeamOrWhereOneHeadsTheUnitRightAbove(String own, String theirs, String said) {
        assertThat(kin(named(own), named(theirs)).says("kin-in-line")).isEqualTo("亲属在同一领导线上：" + said);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONNEL, DIRECTOR, 是",
        "CLERK, DIRECTOR, 否",
        "OFFICE, DIRECTOR, 家庭成员中有尚未与在册人员核对的",
        "PERSONNEL, CLERK, 否",
        "PERSONNEL, COUNTY_HEAD, 否"
    })
    void whoseKinLeadsTheUnitDoesNotWorkAtItsPersonnelOrMoney(String own, String theirs, String said) {
        assertThat(kin(named(own), named(theirs)).says("kin-leads-unit"))
                .isEqualTo("亲属领导的机关内从事组织人事、纪检监察、审计、财务：" + said);
    }

    private static UUID named(String seat) {
        return switch (seat) {
            case "DIRECTOR" -> DIRECTOR;
            case "DEPUTY" -> DEPUTY;
            case "PERSONNEL" -> PERSONNEL;
            case "CLERK" -> CLERK;
            case "COUNTY_HEAD" -> COUNTY_HEAD;
            case "COUNTY_DEPUTY" -> COUNTY_DEPUTY;
            case "COUNTY_DIRECTOR" -> COUNTY_DIRECTOR;
            case "TOWN_HEAD" -> TOWN_HEAD;
            default -> OFFICE;
        };
    }

    static final UUID SISTER = new UUID(0, 77);

    private static String family(@Nullable UUID person) {
        return "- { kind: family, order: 1, relation: 姐姐, name: 某某, %sfrom: 2010-01 }\n"
                .formatted(person == null ? "" : "person: " + person + ", ");
    }

    private OnPaper kin(UUID own, UUID theirs) {
        return who(holds(own, "2023-06") + family(SISTER)).beside(SISTER, holds(theirs, "2020-01"));
    }

    @Test
    void kinNotConfirmedLeaveItOpenAndOnesOutOfSightAreTold() {
        var unconfirmed = who(holds(DIRECTOR, "2023-06") + family(null));
        assertThat(unconfirmed.says("kin-in-line")).isEqualTo("亲属在同一领导线上：家庭成员中有尚未与在册人员核对的");
        assertThat(unconfirmed.restsOn("kin-in-line")).isEmpty();
        var nobodyHere = who(holds(DIRECTOR, "2023-06") + family(SISTER));
        assertThat(nobodyHere.says("kin-in-line")).isEqualTo("亲属在同一领导线上：家庭成员中有尚未与在册人员核对的");
        assertThat(nobodyHere.restsOn("kin-in-line")).containsExactly(1L);
        assertThat(kin(DIRECTOR, DEPUTY).restsOn("kin-in-line")).containsExactly(1L);
        var hidden = kin(DIRECTOR, COUNTY_DIRECTOR)
                .question()
                .seenBy(card -> card.id().equals(OnPaper.SOMEBODY));
        var reading =
                java.util.Objects.requireNonNull(Measures.of("kin-in-line")).read(hidden, Arguments.NONE);
        assertThat(reading.missing()).isEqualTo("有亲属不在您的管理范围内，其任职须由主管单位核查");
        var noSeat = who("- { kind: post, text: 任职, from: 2023-06 }\n" + family(SISTER))
                .beside(SISTER, holds(DEPUTY, "2020-01"));
        assertThat(noSeat.says("kin-in-line")).isEqualTo("亲属在同一领导线上：家庭成员中有尚未与在册人员核对的");
        var noUnits = OnPaper.on("2026-06-15", holds(DIRECTOR, "2023-06") + family(SISTER));
        assertThat(noUnits.says("kin-in-line")).isEqualTo("亲属在同一领导线上：没有机构资料");
    }

    @ParameterizedTest
    @CsvSource({
        "妻子, 0", "父亲, 1", "长女, 1", "儿媳, 1", "岳父, 1", "姐姐, 2", "外祖母, 2", "孙子, 2", "妻弟, 2", "姑父, 3", "外甥女, 3", "表姐, 4",
        "堂弟媳, 4", "保姆,"
    })
    void aRelationIsSoManyStepsAway(String relation, @Nullable Integer steps) {
        var read = Kinship.steps(relation);
        assertThat(read.isPresent() ? Integer.valueOf(read.getAsInt()) : null).isEqualTo(steps);
    }

    @Test
    void theNearestOfKinInOneLineIsTold() {
        var brother = new UUID(0, 78);
        var both = who(holds(DIRECTOR, "2023-06")
                        + family(SISTER)
                        + "- { kind: family, order: 2, relation: 堂弟, name: 某某, person: " + brother
                        + ", from: 2010-01 }\n")
                .beside(SISTER, holds(DEPUTY, "2020-01"))
                .beside(brother, holds(PERSONNEL, "2020-01"));
        assertThat(both.says("kinship-distance")).isEqualTo("同一领导线上最近亲属的亲等 2 级");
        assertThat(both.restsOn("kinship-distance")).containsExactly(1L, 2L);
        assertThat(both.verdict("{ kinship-distance: { at-most: 2 steps } }")).isEqualTo(Verdict.MET);
        assertThat(both.verdict("{ kinship-distance: { less-than: 2 steps } }")).isEqualTo(Verdict.NOT_MET);
        var none = kin(DIRECTOR, COUNTY_DIRECTOR);
        assertThat(none.says("kinship-distance")).isEqualTo("同一领导线上最近亲属的亲等：没有");
        assertThat(none.verdict("{ kinship-distance: { at-most: 4 steps } }")).isEqualTo(Verdict.NOT_MET);
        var open = kin(DEPUTY, CLERK);
        assertThat(open.verdict("{ kinship-distance: { at-most: 4 steps } }")).isEqualTo(Verdict.UNKNOWN);
        assertThat(open.lacks("kinship-distance")).isEqualTo("家庭成员中有尚未与在册人员核对的");
        var nobody = who(holds(DIRECTOR, "2023-06"));
        assertThat(nobody.says("kinship-distance")).isEqualTo("同一领导线上最近亲属的亲等：家庭成员未记录");
    }

    @Test
    void aRelativeWithSeveralSeatsStandsNearWhereOneOfThemDoes() {
        var two = who(holds(DEPUTY, "2023-06") + family(SISTER))
                .beside(SISTER, holds(TOWN_HEAD, "2020-01") + holds(DIRECTOR, "2021-01"));
        assertThat(two.says("kin-in-line")).isEqualTo("亲属在同一领导线上：是");
        var open = who(holds(DEPUTY, "2023-06") + family(SISTER))
                .beside(SISTER, holds(CLERK, "2020-01") + holds(TOWN_HEAD, "2021-01"));
        assertThat(open.says("kin-in-line")).isEqualTo("亲属在同一领导线上：家庭成员中有尚未与在册人员核对的");
    }

    // Numbers of units and teams

    private Reading of(UUID unit, String asked, OnPaper people) {
        return read(new Subject.Unit(unit), Speaks.UNIT, asked, people);
    }

    private static Reading read(Subject subject, Speaks about, String asked, OnPaper people) {
        var criterion =
                (Criterion) new CriterionReader(Map.of(), Map.of(), Map.of()).read(Sheet.read("条件", asked), about);
        var leaf = (Answer.Leaf) criterion.ask(people.question(subject));
        return leaf.reading();
    }

    @Test
    void seatsOfACategoryAreApprovedFilledVacantOrTooMany() {
        more.put(
                WATER,
                List.of(
                        new Establishment(SeatCategory.HEAD, null, 1, null),
                        new Establishment(SeatCategory.DEPUTY, null, 3, null),
                        new Establishment(SeatCategory.SECTION_HEAD, null, 1, null)));
        var people = who(holds(DEPUTY, "2023-06"))
                .beside(new UUID(0, 21), holds(DEPUTY, "2020-01"))
                .beside(new UUID(0, 22), holds(PERSONNEL, "2020-01"))
                .beside(new UUID(0, 23), holds(OFFICE, "2020-01"));
        assertThat(numbers(people, "deputy", "副职")).containsExactly(3, 2, 1, 0);
        assertThat(numbers(people, "section", "内设正职")).containsExactly(1, 2, 0, 1);
        assertThat(of(WATER, "{ approved: { at-least: 1 people } }", people).least())
                .as("of the team, where no category is asked")
                .isEqualTo(4);
        assertThat(of(WATER, "{ vacant: { at-least: 1 people } }", people).least())
                .isEqualTo(2);
        assertThat(of(WATER, "{ filled: { category: 副职, at-least: 1 people } }", people)
                        .least())
                .isEqualTo(2);
        assertThat(of(WATER, "{ approved: { category: 三总师, at-least: 1 people } }", people)
                        .missing())
                .isEqualTo("职数未核定");
        assertThat(of(WATER, "{ filled: { category: 三总师, at-least: 1 people } }", people)
                        .least())
                .isZero();
    }

    private List<Integer> numbers(OnPaper people, String any, String category) {
        return List.of("approved", "filled", "vacant", "excess").stream()
                .map(each -> of(WATER, "{ %s: { category: %s, at-least: 1 people } }".formatted(each, category), people)
                        .least())
                .toList();
    }

    @Test
    void withoutAnApprovedNumberNothingIsVacantOrTooMany() {
        var people = who(holds(DEPUTY, "2023-06"));
        assertThat(of(WATER, "{ vacant: { category: 副职, at-least: 1 people } }", people)
                        .missing())
                .isEqualTo("副职职数未核定");
        assertThat(of(WATER, "{ filled: { category: 副职, at-least: 1 people } }", people)
                        .least())
                .isEqualTo(1);
        assertThat(of(WATER, "{ vacant: { at-least: 1 people } }", OnPaper.on("2026-06-15", ""))
                        .missing())
                .isEqualTo("没有机构资料");
    }

    @Test
    void aPostThatTakesUpNoNumberIsNotCounted() {
        var uncounted = seat(20);
        posts.put(
                uncounted,
                new PostIs(
                        WATER,
                        "二级巡视员",
                        null,
                        null,
                        null,
                        SeatCategory.DEPUTY,
                        null,
                        false,
                        false,
                        PostTier.ORDINARY,
                        null,
                        List.of(),
                        null,
                        1,
                        0,
                        false,
                        null,
                        false,
                        false,
                        null));
        var people = who(holds(DEPUTY, "2023-06")).beside(new UUID(0, 21), holds(uncounted, "2020-01"));
        assertThat(of(WATER, "{ filled: { category: 副职, at-least: 1 people } }", people)
                        .least())
                .isEqualTo(1);
    }

    @Test
    void headcountIsAdministrativeAndCivilManaged() {
        more.put(WATER, List.of(new Headcount(30, 12, 50, null, null, null, null)));
        more.put(COUNTY_WATER, List.of(new Headcount(null, 8, null, null, null, null, null)));
        more.put(TOWN, List.of(new Headcount(20, null, null, null, null, null, null)));
        more.put(SCHOOL, List.of(new Headcount(null, null, 80, null, null, null, null)));
        var people = who("");
        var asked = "{ headcount: { at-least: 1 people } }";
        assertThat(of(WATER, asked, people).least()).isEqualTo(42);
        var part = of(COUNTY_WATER, asked, people);
        assertThat(part.least()).isEqualTo(8);
        assertThat(part.most()).as("a part is not all of it").isEqualTo(Reading.UNBOUNDED);
        assertThat(part.missing()).isEqualTo("行政编制数未核定");
        assertThat(of(TOWN, asked, people).least()).isEqualTo(20);
        assertThat(of(SCHOOL, asked, people).missing()).isEqualTo("编制数未核定");
        assertThat(of(CITY_COMMITTEE, asked, people).missing()).isEqualTo("编制数未核定");
    }

    @Test
    void anOrganBelongsToTheCityTheCountyOrTheTown() {
        var people = who("");
        assertThat(tier(WATER, people)).isEqualTo("市级机关");
        assertThat(tier(COUNTY_WATER, people)).isEqualTo("县级机关");
        assertThat(tier(TOWN, people)).isEqualTo("乡级机关");
        assertThat(tier(SCHOOL, people)).isEqualTo("无");
        assertThat(of(unit(99), "{ unit-tier: 市级机关 }", people).missing()).isEqualTo("当日无此机构");
    }

    private String tier(UUID unit, OnPaper people) {
        return Lists.UNIT_TIERS.words(of(unit, "{ unit-tier: 市级机关 }", people).codes());
    }

    @Test
    void rankHoldersAreThosePlacedInTheUnitAndOnesOfUnknownRankMayBe() {
        var ranked = "- { kind: rank, rank: %s, from: 2020-01 }\n";
        var at = "- { kind: post, text: 任职, unit: %s, from: 2020-01 }\n".formatted(WATER);
        var people = who(at + ranked.formatted("三级调研员"))
                .beside(new UUID(0, 21), at + ranked.formatted("四级调研员"))
                .beside(new UUID(0, 22), at)
                .beside(new UUID(0, 23), at + ranked.formatted("一级警长"))
                .beside(new UUID(0, 24), ranked.formatted("三级调研员"));
        var reading = of(WATER, "{ rank-holders: { rank: 三级调研员, at-least: 1 people } }", people);
        assertThat(reading.least()).isEqualTo(1);
        assertThat(reading.most()).isEqualTo(2);
        assertThat(reading.missing()).isEqualTo("有 1 人职级未记录，或者不在您的管理范围内");
        var both = of(WATER, "{ rank-holders: { rank: { at-least: 四级调研员 }, at-least: 1 people } }", people);
        assertThat(both.least()).isEqualTo(2);
    }

    @Test
    void aTeamIsCountedWithThoseOfWhomAConditionHolds() {
        var born = "- { kind: identity, name: 某, sex: %s, birth: %s }\n";
        var people = who(holds(DIRECTOR, "2023-06") + born.formatted("女", "1976-06"))
                .beside(new UUID(0, 21), holds(DEPUTY, "2020-01") + born.formatted("男", "1980-06"))
                .beside(new UUID(0, 22), holds(DEPUTY, "2020-01") + "- { kind: identity, name: 某, birth: 1981-06 }\n")
                .beside(new UUID(0, 23), holds(OFFICE, "2020-01"));
        var team = new Subject.Team(TEAM);
        assertThat(read(team, Speaks.TEAM, "{ members: { at-least: 1 people } }", people)
                        .least())
                .isEqualTo(3);
        var women = read(team, Speaks.TEAM, "{ members-with: { with: { sex: 女 }, at-least: 1 people } }", people);
        assertThat(women.least()).isEqualTo(1);
        assertThat(women.most()).isEqualTo(2);
        assertThat(women.missing()).isEqualTo("有 1 名成员的情况未记全，或者不在您的管理范围内");
        assertThat(read(team, Speaks.TEAM, "{ mean-age: { at-most: 50 years } }", people)
                        .least())
                .as("50, 46 and 45")
                .isEqualTo(47);
        assertThat(read(new Subject.Team(unit(50)), Speaks.TEAM, "{ mean-age: { at-most: 50 years } }", people)
                        .missing())
                .isEqualTo("没有班子资料");
        var unborn = people.beside(new UUID(0, 24), holds(DEPUTY, "2020-01"));
        assertThat(read(team, Speaks.TEAM, "{ mean-age: { at-most: 50 years } }", unborn)
                        .missing())
                .isEqualTo("有成员出生年月未记录");
    }

    @Test
    void ofMembersOutOfSightNothingIsTold() {
        var born = "- { kind: identity, name: 某, sex: 女, birth: 1976-06 }\n";
        var people = who(holds(DIRECTOR, "2023-06") + born).beside(new UUID(0, 21), holds(DEPUTY, "2020-01") + born);
        var own =
                people.question(new Subject.Team(TEAM)).seenBy(card -> card.id().equals(OnPaper.SOMEBODY));
        var women = new CriterionReader(Map.of(), Map.of(), Map.of())
                .read(Sheet.read("条件", "{ members-with: { with: { sex: 女 }, at-least: 2 people } }"), Speaks.TEAM);
        assertThat(women.ask(own).missing()).containsExactly("有 1 名成员的情况未记全，或者不在您的管理范围内");
        var age = java.util.Objects.requireNonNull(Measures.of("mean-age")).read(own, Arguments.NONE);
        assertThat(age.missing()).isEqualTo("有成员不在您的管理范围内");
    }

    @Test
    void aRankIsAimedAtByWhatItIs() {
        var target = TargetAt.read(new Target.Rank(Rank.CONSULTANT_2), null);
        assertThat(target.leading()).isFalse();
        assertThat(target.level()).isNull();
        var seat = TargetAt.read(new Target.Post(CLERK), chart());
        assertThat(seat.leading()).isFalse();
        assertThat(seat.tier()).isEqualTo(PostTier.ORDINARY);
        assertThat(TargetAt.read(new Target.Post(seat(99)), chart()).level()).isNull();
        assertThat(TargetAt.read(new Target.Post(seat(99)), null).tier()).isNull();
        assertThat(TargetAt.read(new Target.Level(LeadershipLevel.STAFF), null).leading())
                .isFalse();
    }
}
