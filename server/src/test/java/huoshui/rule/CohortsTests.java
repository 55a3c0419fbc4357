package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.code.Rank;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("人群：一种语言写条件，检索与核查同一答案；命名、沿用、按两个时点回看")
class CohortsTests {

    private static final List<String> CRITERIA = List.of(
            "{\"exists\":{\"kind\":\"training\",\"within\":\"60 months\"}}",
            "{\"count\":{\"kind\":\"annual-grade\",\"within\":\"5 calendar-years\",\"where\":{\"grade\":\"优秀\"},\"at-least\":\"2 times\"}}",
            "{\"effective-rank-tenure\":{\"at-least\":\"2 years\"}}",
            "{\"units-served\":{\"at-least\":\"2 units\"}}",
            "{\"exists\":{\"kind\":\"sanction\"}}",
            "{\"last-grade\":{\"in\":[\"优秀\",\"称职\"]}}",
            "{\"time-at-level\":{\"level\":{\"at-least\":\"乡科级正职\"},\"at-least\":\"3 years\"}}");

    private final Dossiers dossiers;
    private final Subjects subjects;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final PeopleSearch search;
    private final SavedLists lists;
    private final Cohorts cohorts;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;
    private final long seed = Seeds.next();
    private final Random random = new Random(seed);
    private final List<UUID> everybody = new ArrayList<>();
    private final Signed keeper = signed(UUID.randomUUID());

    CohortsTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Subjects subjects,
            @Autowired Acts acts,
            @Autowired PlatformTransactionManager transactions,
            @Autowired PeopleSearch search,
            @Autowired SavedLists lists,
            @Autowired Cohorts cohorts,
            @Autowired Rulebook rulebook,
            @Autowired JdbcClient jdbc) {
        ((TestClock) clock).goTo(LocalDate.of(2026, 6, 30));
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        this.search = search;
        this.lists = lists;
        this.cohorts = cohorts;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void aCrowd() {
        everybody.addAll(new Crowd(random.nextLong()).settle(dossiers, subjects, transaction, acts, 300, 6));
    }

    private static Signed signed(UUID account) {
        var all = new Role("walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of());
        var everywhere = Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS);
        var sight = Sight.drawn(account, null, List.of(all), null, List.of(everywhere), Set.of());
        return new Signed(account, "keeper", "管名单的人", null, false, sight, new Purpose("P01"));
    }

    private Condition random(int depth) {
        if (depth < 3 && random.nextInt(3) == 0) {
            var of = new ArrayList<Condition>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) of.add(random(depth + 1));
            return random.nextBoolean() ? new Condition.All(of) : new Condition.Any(of);
        }
        if (depth < 3 && random.nextInt(6) == 0) return new Condition.Not(random(depth + 1));
        return switch (random.nextInt(7)) {
            case 0 -> Condition.test("age", random.nextBoolean() ? Op.AT_LEAST : Op.AT_MOST, 25 + random.nextInt(35));
            case 1 -> Condition.test("communist", Op.IS, random.nextBoolean());
            case 2 -> Condition.test("rank", Op.AT_LEAST, Rank.values()[2 + random.nextInt(8)].code());
            case 3 -> Condition.test("post", Op.CONTAINS, "局长");
            case 4 -> new Condition.Member("年轻干部");
            default -> new Condition.Criterion(CRITERIA.get(random.nextInt(CRITERIA.size())));
        };
    }

    @Test
    void everybodyAtOnceAndTheEvaluatorOfClausesAnswerEveryConditionAlike() {
        for (int i = 0; i < 60; i++) {
            var condition = random(0);
            var at = random.nextInt(3) == 0
                    ? new AsOf(LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5000)), acts.head())
                    : acts.now();
            var now = rulebook.at(at);
            var criterion = cohorts.criterion(condition, keeper, now.city());
            for (var heap : Verdict.values()) {
                var asking = new Asking(condition, null, null, null, true, heap, Order.BY_ORGANIZATION, 1000);
                var shown = search.all(search.opened(keeper, asking, at), keeper.sight(), at);
                for (var card : shown)
                    assertThat(criterion
                                    .ask(now.about(new Subject.Person(card.id()), Occasion.STANDING, null))
                                    .verdict())
                            .as("seed %d, %s at %s of %s", seed, condition, at, card.id())
                            .isEqualTo(heap);
            }
        }
    }

    @Test
    void whereAFieldAndAMeasureSayTheSameTheyAnswerAlike() {
        var now = rulebook.at(acts.now());
        for (var pair : Vocabulary.ALIKE.entrySet()) {
            for (var both : asked(pair.getKey(), pair.getValue())) {
                var measure = BookReader.criterion(both.measure, now.book());
                var field = cohorts.criterion(both.field, keeper, now.city());
                for (var each : everybody) {
                    var q = now.about(new Subject.Person(each), Occasion.STANDING, null);
                    if (now.city().find(each).isEmpty()) continue;
                    assertThat(measure.ask(q).verdict())
                            .as("seed %d, %s and %s of %s", seed, both.measure, both.field, each)
                            .isEqualTo(field.ask(q).verdict());
                }
            }
        }
    }

    private record Both(String measure, Condition field) {}

    private static List<Both> asked(String name, String field) {
        var measure = Objects.requireNonNull(Measures.of(name));
        var all = new ArrayList<Both>();
        if (measure.flag())
            for (var yes : List.of(true, false))
                all.add(new Both("{\"%s\":%s}".formatted(name, yes), Condition.test(field, Op.IS, yes)));
        else if (measure.number())
            for (int each : List.of(0, 6, 24, 25, 60))
                all.add(new Both(
                        "{\"%s\":{\"at-least\":\"%d %s\"}}"
                                .formatted(
                                        name,
                                        each,
                                        Objects.requireNonNull(measure.scale()).code()),
                        Condition.test(field, Op.AT_LEAST, each)));
        else
            for (var code : huoshui.dossier.search.Fields.of(field).codes()) {
                if (Objects.requireNonNull(measure.words()).find(code.name()).isEmpty()) continue;
                all.add(new Both(
                        "{\"%s\":\"%s\"}".formatted(name, code.name()), Condition.test(field, Op.IS, code.code())));
            }
        assertThat(all).as(name).isNotEmpty();
        return all;
    }

    // Names

    private UUID saved(String name, String condition) {
        return lists.save(keeper, draft(name, condition, null)).id();
    }

    private static SavedLists.Draft draft(String name, String condition, LocalDate from) {
        return new SavedLists.Draft(
                name, ConditionReader.read(JsonMapper.shared().readTree(condition)), null, null, false, from);
    }

    private int met(String condition) {
        return search.count(
                Objects.requireNonNull(ConditionReader.read(JsonMapper.shared().readTree(condition))), keeper.sight());
    }

    @Test
    void aNamedCohortIsUsedInsideOtherConditions() {
        saved("局长们", "{\"field\":\"post\",\"op\":\"contains\",\"value\":\"局长\"}");
        saved("四十以下的局长们", "{\"all\":[{\"cohort\":\"局长们\"},{\"cohort\":\"年轻干部\"}]}");
        assertThat(met("{\"cohort\":\"四十以下的局长们\"}"))
                .isEqualTo(met("{\"all\":[{\"field\":\"post\",\"op\":\"contains\",\"value\":\"局长\"},"
                        + "{\"field\":\"age\",\"op\":\"atMost\",\"value\":40}]}"))
                .isPositive();
    }

    @Test
    void aListOfPeopleIsACohortToo() {
        var some = everybody.subList(0, 7);
        lists.save(keeper, new SavedLists.Draft("七人", null, some, null, false, null));
        var found = search.all(Asking.of(new Condition.Member("七人")), keeper.sight(), acts.now());
        assertThat(found).allMatch(each -> some.contains(each.id())).isNotEmpty();
        assertThat(met("{\"not\":{\"cohort\":\"七人\"}}") + found.size())
                .isEqualTo(search.all(Asking.all(), keeper.sight(), acts.now()).size());
    }

    @Test
    void aRingOfCohortsIsRefusedAndNamed() {
        saved("甲", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":40}");
        saved("乙", "{\"cohort\":\"甲\"}");
        var jia = lists.named(keeper, "甲", acts.now()).id();
        assertThatThrownBy(() -> lists.change(keeper, jia, draft("甲", "{\"not\":{\"cohort\":\"乙\"}}", null)))
                .isInstanceOf(Refusal.class)
                .hasMessage("未采用：人群互相引用成环：甲 → 乙 → 甲。请改其中一个人群的条件，使它不再引用环上的另一个。");
        assertThatThrownBy(() -> saved("丙", "{\"cohort\":\"丙\"}")).hasMessageContaining("丙 → 丙");
        assertThat(met("{\"cohort\":\"乙\"}")).isPositive();
    }

    @Test
    void whatOthersUseIsNeitherRenamedNorRemoved() {
        var used = saved("被引用的", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":40}");
        saved("引用它的", "{\"cohort\":\"被引用的\"}");
        assertThatThrownBy(() -> lists.remove(keeper, used)).hasMessage("未删除：“引用它的”的条件用到了人群“被引用的”。请先改掉那里的条件。");
        assertThatThrownBy(() -> lists.change(
                        keeper, used, draft("另一个名", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":41}", null)))
                .hasMessageStartingWith("未改名");
    }

    @Test
    void aCohortKeepsWhatItSaidOnBothClocks() {
        var id = saved("变过的", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":40}");
        long first = acts.head();
        lists.change(
                keeper,
                id,
                draft("变过的", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":45}", LocalDate.of(2026, 1, 1)));
        assertThat(value(id, new AsOf(LocalDate.of(2026, 6, 30), acts.head()))).isEqualTo("45");
        assertThat(value(id, new AsOf(LocalDate.of(2025, 12, 31), acts.head()))).isEqualTo("40");
        assertThat(value(id, new AsOf(LocalDate.of(2026, 6, 30), first))).isEqualTo("40");
        assertThat(value(id, new AsOf(LocalDate.of(2026, 6, 30), first - 1)))
                .as("asked of a time before it was made, the first edition speaks")
                .isEqualTo("40");
        lists.change(keeper, id, draft("变过的", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":50}", null));
        assertThat(value(id, new AsOf(LocalDate.of(2025, 12, 31), acts.head()))).isEqualTo("50");
        var editions = lists.editions(keeper, id);
        assertThat(editions).hasSize(4);
        assertThat(editions.stream().filter(each -> each.knownTo() == null)).hasSize(1);
        assertThat(editions).allMatch(each -> each.madeBy().equals(keeper.account()));
    }

    private String value(UUID id, AsOf at) {
        var condition = (Condition.Test)
                Objects.requireNonNull(lists.require(keeper, id, at).condition());
        return condition.values().getFirst();
    }

    @Test
    void whatIsSavedReadsBackAsItWasWritten() {
        for (var each : CRITERIA) {
            var id = saved("存下的", each);
            var back = lists.require(keeper, id).condition();
            assertThat(back).isEqualTo(new Condition.Criterion(each));
            assertThat(lists.editions(keeper, id).getFirst().condition()).isEqualTo(back);
            lists.remove(keeper, id);
        }
    }

    @Test
    void somebodyElsesCohortIsNotThere() {
        saved("只给自己的", "{\"field\":\"age\",\"op\":\"atMost\",\"value\":40}");
        var other = signed(UUID.randomUUID());
        assertThatThrownBy(() -> search.count(new Condition.Member("只给自己的"), other.sight()))
                .hasMessage("未检索：没有名为“只给自己的”的人群，或它未与您共享。请在人群列表中核对名称。");
    }

    // What is refused

    @Test
    void whatCannotBeAskedIsRefusedWithWhatToDo() {
        refused("{\"height\":{\"at-least\":\"2 years\"}}", "没有量度“height”");
        refused("{\"service\":{\"at-least\":\"2\"}}", "门槛“2”没有单位");
        refused("{\"service\":{\"at-least\":\"2 people\"}}", "单位不对：应以个月计");
        refused("{\"exists\":{\"kind\":\"reward\",\"within\":{\"from\":\"2024-02-30\"}}}", "没有“2024-02-30”这一天");
        refused("{\"exists\":{\"kind\":\"reward\",\"within\":\"36\"}}", "时间窗“36”没有单位");
        refused("{\"exists\":{\"kind\":\"marriage\"}}", "没有可计数的事实“marriage”");
        refused("{\"recorded\":\"NO-SUCH\"}", "没有代码为“NO-SUCH”的组织结论");
        refused("{\"cohort\":\"没有的\"}", "没有名为“没有的”的人群");
        refused("{\"field\":\"birth\",\"op\":\"atMost\",\"value\":\"1990-13\"}", "不能是“1990-13”");
        refused("{\"any\":[]}", "括号是空的");
    }

    private void refused(String condition, String what) {
        assertThatThrownBy(() -> {
                    var read = Objects.requireNonNull(
                            ConditionReader.read(JsonMapper.shared().readTree(condition)));
                    cohorts.criterion(read, keeper, rulebook.at(acts.now()).city());
                })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(what)
                .hasMessageContaining("请");
    }

    @Test
    void everyConditionReadsAsASentence() {
        assertThat(sentence(
                        "{\"all\":[{\"field\":\"age\",\"op\":\"atMost\",\"value\":45},{\"any\":[{\"cohort\":\"年轻干部\"},"
                                + "{\"exists\":{\"kind\":\"reward\",\"within\":{\"from\":\"2024-01-01\",\"to\":\"2024-12-31\"}}}]},"
                                + "{\"not\":{\"principal\":true}}]}"))
                .isEqualTo("年龄不超过 45 岁且（属于“年轻干部”或2024.01.01 至 2024.12.31 有奖励）且一把手：否");
        var odd = new HashSet<String>();
        for (var each : Measures.all())
            if (each.of().contains(Speaks.PERSON) && each.flag() && each.takes().isEmpty())
                odd.add(sentence("{\"" + each.name() + "\":false}"));
        assertThat(odd).allMatch(each -> each.endsWith("：否"));
    }

    private String sentence(String condition) {
        var read =
                Objects.requireNonNull(ConditionReader.read(JsonMapper.shared().readTree(condition)));
        return cohorts.criterion(read, keeper, rulebook.at(acts.now()).city()).asked();
    }

    @Test
    void sealedChaptersNeedAPurposeFirst() {
        var condition = new Condition.Criterion("{\"exists\":{\"kind\":\"sanction\"}}");
        var silent = keeper.because(null);
        assertThatThrownBy(() -> cohorts.sort(silent, Asking.of(condition), acts.now(), null))
                .hasMessageContaining("须选事由");
        var heaps = cohorts.sort(keeper, Asking.of(condition), acts.now(), null)
                .found()
                .heaps();
        assertThat(heaps.met() + heaps.notMet() + heaps.unknown()).isPositive();
        assertThatThrownBy(() -> search.count(condition, keeper.sight())).hasMessageContaining("须选事由");
    }

    @Test
    void aLaterPageIsJournaledAtTheClocksItBringsWithIt() {
        var condition = new Condition.Criterion("{\"exists\":{\"kind\":\"sanction\"}}");
        var one = new Asking(condition, null, null, null, true, Verdict.NOT_MET, Order.BY_ORGANIZATION, 1);
        var next = search.find(keeper, one, acts.now(), null).next();
        var beforeAnybody = new AsOf(LocalDate.of(1850, 1, 1), acts.head());

        long before = readings();
        var page = search.find(keeper, one, beforeAnybody, next);

        assertThat(page.page()).hasSize(1);
        assertThat(readings() - before).isEqualTo(page.total());
    }

    private long readings() {
        return jdbc.sql(
                        "select count(*) from audit.entry where verb = 'READ' and chapter = 'SUPERVISION' and actor = :actor")
                .param("actor", keeper.account())
                .query(Long.class)
                .single();
    }
}
