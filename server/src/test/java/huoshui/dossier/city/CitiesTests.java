package huoshui.dossier.city;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Placement;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.LeadershipLevel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class CitiesTests {

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final Dossiers dossiers;
    private final Merges merges;
    private final Cities cities;
    private final Acts acts;
    private final Placement placement;
    private final TransactionTemplate transaction;
    private final LocalDate today = TestClock.FIRST_DAY;

    CitiesTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Merges merges,
            @Autowired Cities cities,
            @Autowired Acts acts,
            @Autowired Placement placement,
            @Autowired PlatformTransactionManager transactions) {
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
        this.dossiers = dossiers;
        this.merges = merges;
        this.cities = cities;
        this.acts = acts;
        this.placement = placement;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void everyAcknowledgedWriteIsInTheNextAnswer() {
        var zhou = person("周明远", "1979-05");
        assertThat(card(zhou).who().name()).isEqualTo("周明远");
        assertThat(card(zhou).posts().text()).isNull();

        record(zhou, PostHeld.of("市水务局副局长"), since("2022-03"));

        assertThat(card(zhou).posts().text()).isEqualTo("市水务局副局长");
        assertThat(card(zhou).posts().months()).isEqualTo(Bounds.exactly(55));
    }

    @Test
    void ageIsCountedInCompletedMonthsAndUncertainWhereTheMonthIsUnknown() {
        assertThat(card(person("甲", "1979-10")).who().age()).isEqualTo(Bounds.exactly(47));
        assertThat(card(person("乙", "1979-11")).who().age()).isEqualTo(Bounds.exactly(46));
        assertThat(card(person("丙", "1979")).who().age()).isEqualTo(new Bounds(46, 47));
        assertThat(card(person("丁", null)).who().age()).isNull();
    }

    @Test
    void bothClocksAreAnswered() {
        var wu = person("吴桐", "1980-01");
        var before = acts.head();
        record(wu, PostHeld.of("县财政局副局长"), between("2015-06", "2019-08"));
        record(wu, PostHeld.of("县财政局局长"), since("2019-08"));

        assertThat(at("2018-01-01", acts.head(), wu).posts().text()).isEqualTo("县财政局副局长");
        assertThat(at("2018-01-01", before, wu).posts().text()).isNull();
        assertThat(at("2026-01-01", acts.head(), wu).posts().ever()).hasSize(2);
    }

    @Test
    void mergedDossiersAreOnePersonUntilTheMergerIsUndone() {
        var kept = person("郑国栋", "1970-02");
        var other = person("郑国栋", "1970-02");
        record(other, new PartyMembership("中共党员", PartialDate.parse("1995-07")), since("1995-07"));
        int before = cities.now().size();
        var beforeMerger = acts.now();

        merges.merge(clerk, other, kept, "同一人");

        assertThat(cities.now().size()).isEqualTo(before - 1);
        assertThat(card(other).id()).isEqualTo(kept.id());
        assertThat(card(kept).party().joined()).isEqualTo(PartialDate.parse("1995-07"));
        assertThat(cities.at(beforeMerger).size()).isEqualTo(before);

        merges.undo(clerk, other, "不是一人");

        assertThat(cities.now().size()).isEqualTo(before);
        assertThat(card(kept).party().recorded()).isFalse();
    }

    @Test
    void aCityOnceTakenStaysAsItWasWhileOthersWrite() {
        var qian = person("钱进", "1985-03");
        var city = cities.now();
        record(qian, PostHeld.of("市统计局局长"), since("2020-01"));

        assertThat(city.find(qian.id()).orElseThrow().posts().text()).isNull();
        assertThat(cities.at(city.at()).find(qian.id()).orElseThrow().posts().text())
                .isNull();
    }

    @Test
    void whatATransactionHasWrittenIsSeenByItAloneUntilItCommits() {
        var sun = person("孙和平", "1982-04");
        var inside = new AtomicReference<@Nullable String>();
        transaction.executeWithoutResult(status -> {
            record(sun, PostHeld.of("市司法局局长"), since("2021-01"));
            inside.set(card(sun).posts().text());
            status.setRollbackOnly();
        });

        assertThat(inside.get()).isEqualTo("市司法局局长");
        assertThat(card(sun).posts().text()).isNull();
    }

    @Test
    void holdersOfAPostAndMembersOfAUnitAreFound() {
        var unit = UUID.randomUUID();
        var post = UUID.randomUUID();
        var before = person("前任", "1960-01");
        var now = person("现任", "1975-01");
        record(before, PostHeld.of("市档案馆馆长").matchedTo(unit, post), between("2010-01", "2020-01"));
        record(now, PostHeld.of("市档案馆馆长").matchedTo(unit, post), since("2020-01"));

        assertThat(names(cities.now().holders(post))).containsExactly("现任");
        assertThat(names(cities.now().everHeld(post))).containsExactly("前任", "现任");
        assertThat(names(cities.now().membersOf(unit))).containsExactly("现任");
        assertThat(names(cities.at(new AsOf(LocalDate.of(2015, 5, 1), acts.head()))
                        .holders(post)))
                .containsExactly("前任");
        assertThat(card(now).service().unit()).isEqualTo(unit);
    }

    @Test
    void theLevelFollowsFromThePostsHeldWhereNoneIsRecorded() {
        var li = person("李闻", "1976-01");
        record(li, leading("乡长", "乡科级正职"), between("2010-05", "2014-05"));
        record(li, leading("副县长", "县处级副职"), between("2014-05", "2018-05"));
        record(li, leading("县委副书记", "县处级副职"), since("2018-05"));

        assertThat(card(li).level())
                .isEqualTo(new Card.LevelStep(
                        LeadershipLevel.DIVISION_DEPUTY, PartialDate.parse("2014-05"), Bounds.exactly(149), false));

        record(li, new LevelHeld("县处级正职", null, null), since("2025-01"));
        assertThat(card(li).level()).extracting("level").isEqualTo(LeadershipLevel.DIVISION_CHIEF);
    }

    @Test
    void theHighestEducationOfEachModeIsTold() {
        var han = person("韩雪", "1984-06");
        record(han, study("fulltime", "大学", "法学学士"), between("2002-09", "2006-07"));
        record(han, study("inservice", "省委党校研究生", null), between("2012-09", "2015-07"));
        record(han, study("inservice", "大专", null), between("2008-09", "2010-07"));

        var schooling = card(han).schooling();
        assertThat(schooling.fulltime()).extracting("levelWord").isEqualTo("大学");
        assertThat(schooling.inservice()).extracting("levelWord").isEqualTo("省委党校研究生");
        assertThat(schooling.level()).isEqualTo(EducationLevel.POSTGRADUATE);
    }

    @Test
    void kinAreFoundInBothDirectionsAndThroughMergers() {
        var father = person("冯远山", "1960-01");
        var twice = person("冯远山", "1960-01");
        var daughter = person("冯小雨", "1990-01");
        var before = placement.version();
        record(daughter, new FamilyMember(1, "父亲", "冯远山", null, null, null, twice.id()), Span.evidenced(today));
        merges.merge(clerk, twice, father, "同一人");

        assertThat(placement.version()).isGreaterThan(before);
        assertThat(placement.kin(father.id())).containsExactly(daughter.id());
        assertThat(placement.kin(daughter.id())).containsExactlyInAnyOrder(father.id(), twice.id());
    }

    @Test
    void aSealedOrErasedLineLeavesTheMemory() {
        var tan = person("谭清", "1990-01");
        record(tan, new UnreadLine(3, "看不清的一行"), since("2010-01"));
        assertThat(card(tan).unreadLines()).isEqualTo(1);
        assertThat(card(tan).missing()).contains("party", "workStart", "rank");
        assertThat(Set.copyOf(Kept.KINDS)).doesNotContain("health", "contact", "remark");
    }

    private static List<String> names(List<City.Holding> holdings) {
        return holdings.stream().map(each -> each.person().who().name()).toList();
    }

    private Card card(Subject.Person person) {
        return cities.now().find(person.id()).orElseThrow();
    }

    private Card at(String day, long known, Subject.Person person) {
        return cities.at(new AsOf(LocalDate.parse(day), known))
                .find(person.id())
                .orElseThrow();
    }

    private Subject.Person person(String name, @Nullable String birth) {
        var person = dossiers.open();
        var date = birth == null ? null : PartialDate.parse(birth);
        record(person, new Identity(name, "男", date, "汉族", null, null, null), since("1960-01"));
        return person;
    }

    private void record(Subject.Person person, FactBody body, Span valid) {
        dossiers.record(clerk, person, body, valid, "测试");
    }

    private static PostHeld leading(String text, String level) {
        return new PostHeld(
                text, null, null, null, null, level, true, true, null, null, null, null, null, null, null, null);
    }

    private static Study study(String mode, String level, @Nullable String degree) {
        return new Study(mode, level, null, degree, null, null, null, null, null, null, null, null);
    }

    private static Span since(String date) {
        return Span.since(PartialDate.parse(date));
    }

    private static Span between(String from, String to) {
        return Span.between(PartialDate.parse(from), PartialDate.parse(to));
    }
}
