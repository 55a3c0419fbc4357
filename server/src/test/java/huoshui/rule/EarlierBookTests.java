package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Span;
import huoshui.rule.Edition.Decision;
import huoshui.rule.Edition.Fate;
import huoshui.rule.Edition.Place;
import huoshui.rule.Edition.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@DisplayName("按以前的办理时点问条件，用当时知道的条款库")
class EarlierBookTests {

    @Autowired
    Practice practice;

    @Autowired
    EditionTable table;

    @Autowired
    Dossiers dossiers;

    @Autowired
    PeopleSearch search;

    @Autowired
    Cohorts cohorts;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Acts acts;

    @Autowired
    PlatformTransactionManager transactions;

    private final Signed keeper = keeper();

    private static Signed keeper() {
        var all = new Role("walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        var everywhere = Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS);
        var account = UUID.randomUUID();
        var sight = Sight.drawn(account, null, List.of(all), null, List.of(everywhere), Set.of());
        return new Signed(account, "keeper", "测试", null, false, sight, new Purpose("P01"));
    }

    private UUID person(String name, int born) {
        var person = dossiers.open();
        var birth = PartialDate.month(born, 2);
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new Identity(name, "男", birth, "汉族", null, null, null),
                Span.since(birth),
                "文件");
        return person.id();
    }

    private void publish(EditionKind kind, String code, String text) {
        new TransactionTemplate(transactions).executeWithoutResult(any -> {
            long act = acts.begin().number();
            var id = Ids.next();
            table.insert(List.of(new Edition(
                    id,
                    new Place(kind, code, null),
                    text,
                    Edition.digest(text),
                    "cohorts.yaml",
                    Source.CITY,
                    null,
                    act,
                    "本市文件",
                    null)));
            table.decide(Map.of(id, new Decision(Fate.PUBLISHED, 2, keeper.account(), act, "部务会研究", "")));
        });
    }

    private AsOf at(long known) {
        return new AsOf(TestClock.FIRST_DAY, known);
    }

    private List<UUID> met(Condition condition, AsOf at) {
        var listed = search.all(Asking.of(condition), keeper.sight(), at).stream()
                .map(each -> each.id())
                .toList();
        var sorted = cohorts.sort(keeper, Asking.of(condition), at, null);
        assertThat(sorted.shown().stream().map(each -> each.person().id()).toList())
                .as("explained as it is counted")
                .isEqualTo(listed);
        assertThat(sorted.shown()).allMatch(each -> each.answer().verdict() == huoshui.dossier.search.Verdict.MET);
        return listed;
    }

    @Test
    void aCohortOfTheBookIsAskedAsTheBookSaidAtTheActAskedAbout() {
        practice.opened();
        var young = new Condition.Member("年轻干部");
        var newer = new Condition.Member("更年轻的干部");
        var older = person("示四十", TestClock.FIRST_DAY.getYear() - 38);
        var younger = person("示二十", TestClock.FIRST_DAY.getYear() - 25);
        long before = acts.head();
        publish(EditionKind.COHORT, "年轻干部", "{ name: 年轻干部, title: 三十六岁以下, criterion: { age: { at-most: 36 years } } }");
        publish(EditionKind.COHORT, "更年轻的干部", "{ name: 更年轻的干部, criterion: { age: { at-most: 26 years } } }");

        assertThat(met(young, at(acts.head()))).containsExactly(younger);
        assertThat(met(young, at(before))).containsExactlyInAnyOrder(older, younger);
        assertThat(met(newer, at(acts.head()))).containsExactly(younger);
        assertThatThrownBy(() -> met(newer, at(before)))
                .as("nobody had said it then")
                .hasMessageContaining("没有名为“更年轻的干部”的人群");
        assertThatThrownBy(() ->
                        cohorts.criterion(newer, keeper, rulebook.at(at(before)).city()))
                .hasMessageContaining("没有名为“更年轻的干部”的人群");
    }
}
