package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Purposes;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.Posts;
import huoshui.org.Teams;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A head whom the county manages, and a deputy of the same team whom only the city does; they are married. */
@RoomTest
@DisplayName("核查读到他人档案的：不在管理范围内的人，任职不说、密章不读；读了的每人留痕")
class OthersOutOfSightTests {

    private static final PartialDate FOUNDED = PartialDate.month(2004, 5);
    private static final String PAPER = "文件";
    private static int serial;

    private final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Units units;

    @Autowired
    Posts posts;

    @Autowired
    Teams teams;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Roles roles;

    @Autowired
    Acts acts;

    @Autowired
    Examinations examinations;

    @Autowired
    Journal journal;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Subjects subjects;

    @Autowired
    PlatformTransactionManager transactions;

    UUID bureau = new UUID(0, 0);
    UUID elsewhere = bureau;
    UUID head = bureau;
    UUID team = bureau;
    Subject.Person near = new Subject.Person(bureau);
    Subject.Person kin = near;

    @BeforeEach
    void aCoupleInOneTeam() {
        bureau = unit("示川县水务局" + ++serial);
        elsewhere = unit("澜江市水务局" + serial);
        head = post(bureau, "局长", SeatCategory.HEAD);
        var deputy = post(bureau, "副局长", SeatCategory.DEPUTY);
        team = teams.form(
                clerk, new Teams.FormTeam(new TeamIs(bureau, null, 0), List.of(head, deputy), FOUNDED, PAPER));
        near = person("韩若川", head, "04");
        kin = person("叶知秋", deputy, "03");
        marry();
    }

    @Test
    void whereARelativeOutOfSightServesIsNotTold() {
        assertThat(kinship(city()).verdict()).isEqualTo(Verdict.MET);

        var told = kinship(county());
        assertThat(told.verdict()).as("open, never a pass").isEqualTo(Verdict.UNKNOWN);
        assertThat(told.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(told.missing()).containsExactly("有亲属不在您的管理范围内，其任职须由主管单位核查");
        assertThat(told.words()).doesNotContain("副局长", "叶知秋");
    }

    @Test
    void nothingDiffersWhenTheRelativeOutOfSightServesElsewhere() {
        var before = kinship(county());
        near = person("龙映雪", post(bureau, "总工程师", SeatCategory.DEPUTY), "04");
        kin = person("郁桐", post(elsewhere, "科员", SeatCategory.NOT_LEADING), "03");
        marry();
        assertThat(kinship(city()).verdict()).isEqualTo(Verdict.NOT_MET);

        var after = kinship(county());
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.words()).isEqualTo(before.words());
        assertThat(after.missing()).isEqualTo(before.missing());
    }

    /** Two hundred more, so that everybody is asked at once. */
    private void aCrowd() {
        new Crowd(Seeds.next()).settle(dossiers, subjects, new TransactionTemplate(transactions), acts, 210, 1);
    }

    @Test
    void aConditionOfTheListOfPeopleReadsOfRelativesInTheAskersSightAloneAndKeepsNoAnswerForOthers() {
        aCrowd();
        var everybody = Asking.of(new Condition.Criterion("{\"kin-in-line\":true}"));
        var alone = new Asking(
                everybody.condition(), null, null, List.of(near.id()), false, Verdict.MET, Order.BY_ORGANIZATION, 50);
        for (var asking : List.of(everybody, alone)) {
            assertThat(heap(city(), asking, Verdict.MET)).contains(near.id());
            assertThat(heap(county(), asking, Verdict.MET)).doesNotContain(near.id());
            assertThat(heap(county(), asking, Verdict.UNKNOWN)).contains(near.id());
            assertThat(heap(city(), asking, Verdict.MET)).contains(near.id());
        }
    }

    /** As the list counts and shows them, and as the evaluator of clauses explains each. */
    private List<UUID> heap(Signed by, Asking asking, Verdict heap) {
        var who = by.because(Purposes.EXAMINED_BY_COMMAND);
        var sorted = cohorts.sort(who, asking.showing(heap), now(), null);
        assertThat(sorted.shown()).allMatch(each -> each.answer().verdict() == heap);
        return sorted.found().page().stream().map(Card::id).toList();
    }

    @Test
    void sealedChaptersOfATeamsMembersAreReadForAPurposeJournaledAndOnlyOfThoseInSight() {
        record(kin, new Sanction("党内警告", "02250", null, null, null, null, null), "2025-09");
        var clause = clause("""
                  - code: T-1
                    title: 班子中有受处分的成员
                    cite: { regulation: 试行规定, edition: "2020", clause: 第一条 }
                    in-force: { from: 2020-01-01 }
                    status: C
                    effect: WARNS
                    scope: { subject: team }
                    when: { members-with: { with: { exists: { kind: sanction } }, at-least: 1 people } }
                    cases:
                      - { facts: { members-with: 1 people }, expect: MET }
                      - { facts: { members-with: 0 people }, expect: NOT_MET }
                      - { expect: UNKNOWN }
                """);

        assertThatThrownBy(() -> examinations.announce(city(), ready(city(), clause)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("purpose-required"));
        var stated = city().because(Purposes.EXAMINED_BY_COMMAND);
        examinations.announce(stated, ready(stated, clause));
        assertThat(readings(near)).isEqualTo(1);
        assertThat(readings(kin)).isEqualTo(1);
        assertThat(finding(ready(stated, clause)).verdict()).isEqualTo(Verdict.MET);

        var county = county().because(Purposes.EXAMINED_BY_COMMAND);
        examinations.announce(county, ready(county, clause));
        assertThat(readings(near)).isEqualTo(2);
        assertThat(readings(kin)).as("out of sight, so not read").isEqualTo(1);
        assertThat(finding(ready(county, clause)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aPostOutOfSightCannotBeAimedAtAndIsToldAsOneThatIsNot() {
        assertThat(examinations.target(county(), head.toString(), now())).isEqualTo(new Target.Post(head));
        var hidden = post(elsewhere, "局长", SeatCategory.HEAD);
        assertThat(examinations.target(city(), hidden.toString(), now())).isEqualTo(new Target.Post(hidden));
        assertThat(refused(hidden)).isEqualTo(refused(UUID.randomUUID()));
    }

    private static Provision clause(String text) {
        return BookReader.read(Map.of("t.yaml", BookTests.HEAD + text), Map.of())
                .editions("T-1")
                .getFirst();
    }

    private String refused(UUID post) {
        try {
            examinations.target(county(), post.toString(), now());
            return "";
        } catch (Refusal bad) {
            assertThat(bad.code()).isEqualTo("bad-target");
            return String.valueOf(bad.getMessage()).replace(post.toString(), "");
        }
    }

    private Finding kinship(Signed who) {
        var ready = examinations.ready(
                who,
                new Examinations.Request(List.of(near.id()), null, List.of("HB-03-1"), Occasion.STANDING, null, now()));
        return examinations.findings(ready, near).getFirst();
    }

    private Examinations.Ready ready(Signed who, Provision clause) {
        var request = new Examinations.Request(List.of(), bureau, List.of(), Occasion.STANDING, null, now());
        var all = examinations.ready(who, request);
        return new Examinations.Ready(all.asking(), all.people(), all.bodies(), List.of(clause), List.of(), request);
    }

    private Finding finding(Examinations.Ready ready) {
        return examinations.findings(ready, new Subject.Team(team)).getFirst();
    }

    private long readings(Subject.Person of) {
        return journal.page(new JournalQuery(null, of.id(), null, Verb.READ, null, null, 50))
                .size();
    }

    private void marry() {
        record(near, new FamilyMember(1, "妻子", "某某", null, null, null, kin.id()), "2010-01");
    }

    private UUID unit(String name) {
        return units.found(
                clerk, new FoundUnit(UnitIs.of(name, UnitKind.GOVERNMENT_ORGAN, null, null), FOUNDED, PAPER));
    }

    private UUID post(UUID unit, String title, SeatCategory category) {
        return posts.add(
                clerk, new AddPost(PostIs.of(unit, title, category, LeadershipLevel.SECTION_CHIEF), FOUNDED, PAPER));
    }

    private Subject.Person person(String name, UUID post, String category) {
        Subject.Person person = dossiers.open();
        record(person, new Identity(name, "男", PartialDate.month(1980, 5), "汉族", null, null, null), "1980-05");
        var unit = category.equals("03") && name.equals("郁桐") ? elsewhere : bureau;
        record(person, PostHeld.of(name).matchedTo(unit, post), "2015-01");
        record(person, new Managed(category), "2015-01");
        return person;
    }

    private void record(Subject.Person person, FactBody body, String since) {
        dossiers.record(clerk, person, body, Span.since(PartialDate.parse(since)), PAPER);
    }

    private AsOf now() {
        return new AsOf(TestClock.FIRST_DAY, acts.head());
    }

    private Signed city() {
        return signed(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS));
    }

    private Signed county() {
        return signed(Authority.over(Set.of(bureau), Set.of(ManagementCategory.COUNTY), Authority.Mode.LEADS));
    }

    private Signed signed(Authority authority) {
        var all = roles.all().stream().filter(each -> !each.hand()).toList();
        var sight = Sight.drawn(UUID.randomUUID(), null, all, null, List.of(authority), Set.of());
        return new Signed(sight.account(), "test", "测试", null, false, sight, null);
    }
}
