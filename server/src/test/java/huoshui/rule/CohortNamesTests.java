package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedLists;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Two colleagues of one bureau, whose roles were granted over another unit; a man and a woman are on record. */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("人群的名称：随账号所在单位，随建立者；成环看是哪一份；同事在用的抽不走")
class CohortNamesTests {

    private static final String MEN = "{\"field\":\"sex\",\"op\":\"is\",\"value\":\"男\"}";
    private static final String WOMEN = "{\"field\":\"sex\",\"op\":\"is\",\"value\":\"女\"}";
    private static final String PAPER = "文件";

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Dossiers dossiers;

    @Autowired
    SavedLists lists;

    @Autowired
    PeopleSearch search;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Acts acts;

    Signed anna = signed(new UUID(0, 1), "anna");
    Signed ben = anna;
    UUID man = new UUID(0, 0);
    UUID woman = man;
    private int serial;

    @BeforeAll
    void twoColleaguesAndTwoCadres() {
        var bureau = units.found(
                new Actor(UUID.randomUUID()),
                new FoundUnit(
                        UnitIs.of("示水局", UnitKind.GOVERNMENT_ORGAN, null, null), PartialDate.month(2000, 1), PAPER));
        var staff = new Staff(accounts, grants);
        anna = signed(staff.open("anna", bureau, null));
        ben = signed(staff.open("ben", bureau, null));
        man = person("示男", "男");
        woman = person("示女", "女");
    }

    private static Signed signed(Account account) {
        return signed(account.id(), account.displayName());
    }

    /** Sees everybody, by an authority that is not of the account's own unit. */
    private static Signed signed(UUID account, String name) {
        var all = new Role("walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        var everywhere = Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS);
        var sight = Sight.drawn(account, null, List.of(all), UUID.randomUUID(), List.of(everywhere), Set.of());
        return new Signed(account, name, name, null, false, sight, new Purpose("P01"));
    }

    private UUID person(String name, String sex) {
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new Identity(name, sex, PartialDate.month(1980, 2), "汉族", null, null, null),
                Span.since(PartialDate.month(1980, 2)),
                PAPER);
        return person.id();
    }

    private String name(String of) {
        return of + ++serial;
    }

    private static SavedLists.Draft draft(String name, String condition, boolean shared) {
        var read = ConditionReader.read(JsonMapper.shared().readTree(condition));
        return new SavedLists.Draft(name, read, null, null, shared, null);
    }

    private UUID save(Signed by, String name, String condition, boolean shared) {
        return lists.save(by, draft(name, condition, shared)).id();
    }

    private static String cohort(String name) {
        return "{\"cohort\":\"" + name + "\"}";
    }

    /** Whom the list of people shows; the evaluator of clauses reads the same names. */
    private List<UUID> met(Signed by, String name) {
        var condition = new Condition.Member(name);
        var read = Objects.requireNonNull(
                cohorts.criterion(condition, by, rulebook.at(acts.now()).city()));
        assertThat(read.asked()).isEqualTo("属于“" + name + "”");
        return met(by, Asking.of(condition));
    }

    private List<UUID> met(Signed by, Asking asking) {
        return search.all(asking, by.sight(), acts.now()).stream()
                .map(each -> each.id())
                .toList();
    }

    @Test
    void aSharedListIsFoundByWhoeverIsOfTheUnitWhateverUnitTheirRoleWasGrantedOver() {
        var shared = name("共享的");
        save(anna, shared, MEN, true);
        assertThat(met(ben, shared)).containsExactly(man);
    }

    @Test
    void namesWithinAListOfOnesOwnReachWhatIsSharedWithOnesUnit() {
        var shared = name("共享的");
        var own = name("自己的");
        save(anna, shared, MEN, true);
        save(ben, own, cohort(shared), false);
        assertThat(met(ben, own)).containsExactly(man);
    }

    @Test
    void aListIsAskedByItsMakersNamesWhoeverOpensIt() {
        var inner = name("里层");
        var outer = name("外层");
        save(anna, inner, MEN, false);
        save(ben, inner, WOMEN, false);
        var list = lists.require(ben, save(anna, outer, cohort(inner), true));
        assertThat(met(ben, outer)).containsExactly(man);
        assertThat(met(ben, lists.within(list, Asking.all(), acts.now()))).containsExactly(man);
    }

    @Test
    void twoListsOfOneNameAreNoRing() {
        var name = name("同名");
        var between = name("中间");
        save(anna, name, MEN, false);
        save(anna, between, cohort(name), true);
        save(ben, name, cohort(between), false);
        assertThat(met(ben, name)).containsExactly(man);
    }

    @Test
    void aRingThroughAColleaguesListIsSeenWhenItWouldClose() {
        var one = name("一");
        var other = name("二");
        var first = save(anna, one, MEN, true);
        save(ben, other, cohort(one), true);
        assertThatThrownBy(() -> lists.change(anna, first, draft(one, cohort(other), true)))
                .hasMessageContaining("成环：%s → %s → %s".formatted(one, other, one));
        assertThat(met(ben, other)).containsExactly(man);
    }

    @Test
    void whatAColleaguesOwnListRestsOnIsNeitherRemovedNorRenamedNorKeptBack() {
        var shared = name("共享的");
        var own = name("自己的");
        var id = save(anna, shared, MEN, true);
        var user = save(ben, own, cohort(shared), false);

        assertThatThrownBy(() -> lists.remove(anna, id))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("cohort-used"))
                .hasMessage("未删除：同事ben自用名单的条件用到了人群“%s”。请先改掉那里的条件，或请他们改用别的人群。".formatted(shared))
                .hasMessageNotContaining(own);
        assertThatThrownBy(() -> lists.change(anna, id, draft(name("改名"), MEN, true)))
                .hasMessageStartingWith("未改名：同事ben");
        assertThatThrownBy(() -> lists.change(anna, id, draft(shared, MEN, false)))
                .hasMessageStartingWith("未停止共享：同事ben");
        assertThat(met(ben, own)).containsExactly(man);

        lists.change(ben, user, draft(own, WOMEN, false));
        lists.change(anna, id, draft(shared, MEN, false));
        lists.remove(anna, id);
    }

    @Test
    void onesOwnListOfTheNameIsNotInTheWayOfAColleagues() {
        var name = name("同名");
        var id = save(anna, name, MEN, true);
        save(ben, name, WOMEN, false);
        save(ben, name("引用"), cohort(name), false);
        lists.remove(anna, id);
    }

    @Test
    void aNameIsSharedWithAUnitOnce() {
        var name = name("共享的");
        save(anna, name, MEN, true);
        assertThatThrownBy(() -> save(ben, name, WOMEN, true))
                .hasMessage("未共享：本单位已有anna共享的同名名单“%s”，条件里写这个名称时分不清是哪一份。请换一个名称。".formatted(name));
    }
}
