package huoshui.dossier.search;

import static huoshui.dossier.search.Condition.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class PeopleSearchTests {

    private static boolean settled;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final Dossiers dossiers;
    private final Subjects subjects;
    private final Cities cities;
    private final Acts acts;
    private final PeopleSearch search;
    private final Recognitions recognitions;
    private final TransactionTemplate transaction;

    PeopleSearchTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Subjects subjects,
            @Autowired Cities cities,
            @Autowired Acts acts,
            @Autowired PeopleSearch search,
            @Autowired Recognitions recognitions,
            @Autowired PlatformTransactionManager transactions) {
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.cities = cities;
        this.acts = acts;
        this.search = search;
        this.recognitions = recognitions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aSmallCity() {
        if (settled) return;
        new Crowd(26).settle(dossiers, subjects, transaction, acts, 300, 8);
        settled = true;
    }

    @Test
    void theThreeHeapsSumToEverybodyInSight() {
        for (var field : List.of("age", "rank", "level", "monthsInPost", "outstanding3", "partyYears")) {
            var value = field.equals("rank") ? "四级调研员" : field.equals("level") ? "县处级副职" : "1";
            var found = find(test(field, Op.AT_LEAST, value));
            var heaps = found.heaps();
            assertThat(heaps.met() + heaps.notMet() + heaps.unknown()).as(field).isEqualTo(found.total());
            assertThat(heaps.met()).as(field).isPositive();
            assertThat(heaps.unknown()).as(field).isPositive();
            assertThat(found.missing()).as(field).isNotEmpty();
        }
    }

    @Test
    void silenceIsUnknownAndNamesWhatIsMissing() {
        var found = find(test("age", Op.AT_MOST, 45));
        assertThat(found.missing()).extracting("field").containsExactly("birth");
        assertThat(found.missing().getFirst().count()).isEqualTo(found.heaps().unknown());
    }

    @Test
    void aBarOfTheStructureFiltersToItsCount() {
        var everybody = search.find(Asking.all(), all(), acts.now(), null);
        for (var make : everybody.structure()) {
            if (make.name().equals("source") || make.name().equals("age")) continue;
            for (var bar : make.bars())
                assertThat(find(bar.condition()).heaps().met())
                        .as("%s %s", make.name(), bar.label())
                        .isEqualTo(bar.count());
        }
    }

    @Test
    void pagesOfAListAreOneListWhileOthersWrite() {
        var asking = Asking.of(test("communist", Op.IS, true)).sorted(new Order("name", false), 40);
        var whole = search.all(asking, all(), acts.now()).stream().map(Card::id).toList();
        var seen = new ArrayList<UUID>();
        var page = search.find(asking, all(), acts.now(), null);
        seen.addAll(page.page().stream().map(Card::id).toList());
        while (page.next() != null) {
            new Crowd(seen.size()).settle(dossiers, subjects, transaction, acts, 1, 3);
            page = search.find(asking, all(), acts.now(), page.next());
            seen.addAll(page.page().stream().map(Card::id).toList());
        }
        assertThat(seen).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        var asking = Asking.all().sorted(Order.BY_ORGANIZATION, 5);
        var next = search.find(asking, all(), acts.now(), null).next();
        var other = asking.sorted(new Order("age", true), 5);
        assertThatThrownBy(() -> search.find(other, all(), acts.now(), next))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("bad-cursor"));
    }

    @Test
    void resumesAreSearchedByAnyInfixTwoCharactersIncluded() {
        var person = person("邢远帆");
        dossiers.record(clerk, person, new CareerLine(1, null, null, "在䶮江水文观测站任助理工程师", false), since("2001-07"), "简历");

        for (var words : List.of("䶮江", "水文", "文观", "站", "水文观测站", "在䶮江水文观测站任助理工程师"))
            assertThat(ids(find(test("resume", Op.CONTAINS, words)))).as(words).contains(person.id());
        for (var words : List.of("江䶮", "水测", "观文", "水文观测站站"))
            assertThat(ids(find(test("resume", Op.CONTAINS, words)))).as(words).doesNotContain(person.id());
    }

    @Test
    void theTextBoxFindsNamesPinyinInitialsPostsAndForSomeNumbers() {
        var person = person("翟岩之");
        dossiers.record(clerk, person, PostHeld.of("市防汛抗旱指挥部办公室主任"), since("2020-01"), "文");
        dossiers.record(clerk, person, new IdNumber("530101197707077777"), since("1977-07"), "证件");

        for (var text : List.of("翟岩之", "翟", "zhai", "dy", "zyz", "防汛抗旱", "5301011977", "翟 岩 之"))
            assertThat(ids(search.find(
                            Asking.all().typed(text).sorted(Order.BY_ORGANIZATION, 1000), all(), acts.now(), null)))
                    .as(text)
                    .contains(person.id());
        var reader = sight(Set.of(Right.READ_PEOPLE), Set.of(Chapter.BASIC, Chapter.CAREER));
        assertThat(ids(search.find(Asking.all().typed("5301011977"), reader, acts.now(), null)))
                .isEmpty();
    }

    @Test
    void nobodyAsksAboutChaptersTheyMayNotRead() {
        var reader = sight(Set.of(Right.READ_PEOPLE), Set.of(Chapter.BASIC));
        assertThatThrownBy(() -> search.find(Asking.of(test("outstanding3", Op.AT_LEAST, 1)), reader, acts.now(), null))
                .hasMessageContaining("不能查阅");
    }

    @Test
    void whoeverIsOutOfSightIsInNoHeap() {
        var county = Sight.drawn(
                UUID.randomUUID(),
                null,
                List.of(role(Set.of(Right.READ_PEOPLE), Set.of(Chapter.values()))),
                UUID.randomUUID(),
                List.of(Authority.everywhere(Set.of(ManagementCategory.COUNTY), Authority.Mode.LEADS)),
                Set.of());
        var found = search.find(Asking.all().sorted(Order.BY_ORGANIZATION, 1000), county, acts.now(), null);
        assertThat(found.total()).isPositive().isLessThan(cities.now().size());
        assertThat(found.page())
                .allMatch(each -> String.valueOf(each.service().category()).equals("COUNTY"));
    }

    @Test
    void pastedLinesAreRecognisedAmbiguousOrNearlySomebody() {
        var jing = person("闻静姝");
        var tong = person("郁桐");
        var first = person("阮清平");
        var second = person("阮清平");
        dossiers.record(clerk, jing, new IdNumber("530101198111112222"), since("1981-11"), "证件");

        var answer = recognitions.of(
                List.of("郁　桐", "闻静殊", "阮清平", "530101198111112222", "3\t闻静姝\t女\t市财政局", "", "查无此人"), all(), acts.now());

        assertThat(answer.recognized()).extracting("id").containsExactly(tong.id(), jing.id(), jing.id());
        assertThat(answer.ambiguous()).hasSize(1);
        assertThat(answer.ambiguous().getFirst().candidates())
                .extracting("id")
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(answer.unknown()).extracting("line").containsExactly("闻静殊", "查无此人");
        assertThat(answer.unknown().getFirst().near()).extracting("name").contains("闻静姝");
    }

    @Test
    void pastedLinesAndTheSearchBoxMeanThePeopleOfTheDayAndOfWhatWasKnownThen() {
        var before = acts.now();
        var late = person("蒯晚成");
        dossiers.record(
                clerk,
                late,
                PostHeld.of("示例旧局副局长"),
                Span.between(PartialDate.parse("2001-01"), PartialDate.parse("2010-01")),
                "任免文件");
        dossiers.record(clerk, late, PostHeld.of("示例新局局长"), since("2015-01"), "任免文件");
        var now = acts.now();
        var then = new AsOf(LocalDate.of(2005, 6, 30), now.known());

        assertThat(recognitions.of(List.of("蒯晚成"), all(), before).unknown()).hasSize(1);
        assertThat(recognitions.of(List.of("蒯晚成"), all(), now).recognized())
                .extracting("id")
                .containsExactly(late.id());
        assertThat(typed("kuaiwancheng", before)).isEmpty();
        assertThat(typed("kuaiwancheng", now)).containsExactly(late.id());

        assertThat(typed("示例旧局", then)).containsExactly(late.id());
        assertThat(typed("示例新局", then)).isEmpty();
        assertThat(typed("示例旧局", now)).isEmpty();
        var other = person("蒯晚成");
        dossiers.record(clerk, other, PostHeld.of("示例甲局科员"), since("2002-01"), "任免文件");
        var both = new AsOf(then.valid(), acts.now().known());
        assertThat(recognitions.of(List.of("蒯晚成\t示例旧局副局长"), all(), both).recognized())
                .as("of two of one name the rest of the line tells which, by the posts of that day")
                .extracting("id")
                .containsExactly(late.id());
    }

    @Test
    void theNumberBesideAMissingFieldIsTheLengthOfTheListItOpens() {
        var asking = Asking.of(new Condition.All(List.of(
                        test("age", Op.AT_MOST, 45),
                        test("rank", Op.AT_LEAST, "四级调研员"),
                        test("partyYears", Op.AT_LEAST, 5))))
                .showing(Verdict.UNKNOWN)
                .sorted(Order.BY_ORGANIZATION, 1000);
        var whole = search.find(asking, all(), acts.now(), null);
        assertThat(whole.missing()).hasSizeGreaterThan(1);
        for (var gap : whole.missing()) {
            var open = search.find(asking.lacking(gap.field()), all(), acts.now(), null);
            assertThat(ids(open)).as(gap.label()).hasSize(gap.count());
            assertThat(ids(whole)).containsAll(ids(open));
            assertThat(open.heaps()).as("the heaps stay those of everybody").isEqualTo(whole.heaps());
        }
        assertThat(ids(search.find(asking.lacking("nothing"), all(), acts.now(), null)))
                .isEmpty();
    }

    private List<UUID> typed(String text, AsOf at) {
        return search.typed(text, search.view(all()), search.city(at), 12).stream()
                .map(Card::id)
                .toList();
    }

    @Test
    void everyFieldAnswersForEverybodyInAllItsOps() {
        for (var field : Fields.all()) {
            for (var op : field.ops()) {
                var value = switch (field.kind()) {
                    case NUMBER -> op == Op.KNOWN ? "true" : "3";
                    case DATE -> op == Op.KNOWN ? "true" : "2015-06";
                    case CODE ->
                        op == Op.KNOWN ? "true" : field.codes().getFirst().code();
                    case TEXT -> op == Op.KNOWN ? "true" : "市";
                    case FLAG -> "true";
                    case UNIT -> op == Op.KNOWN ? "true" : UUID.randomUUID().toString();
                };
                var condition = op == Op.BETWEEN ? test(field.code(), op, value, value) : test(field.code(), op, value);
                var found = find(condition);
                assertThat(found.heaps().met()
                                + found.heaps().notMet()
                                + found.heaps().unknown())
                        .as("%s %s", field.code(), op)
                        .isEqualTo(found.total());
                assertThat(ConditionReader.read(
                                new tools.jackson.databind.json.JsonMapper().valueToTree(condition.written())))
                        .isEqualTo(condition);
            }
        }
    }

    private Found find(Condition condition) {
        return search.find(Asking.of(condition).sorted(Order.BY_ORGANIZATION, 1000), all(), acts.now(), null);
    }

    private static List<UUID> ids(Found found) {
        return found.page().stream().map(Card::id).toList();
    }

    private static Sight all() {
        return sight(Set.of(Right.values()), Set.of(Chapter.values()));
    }

    private static Sight sight(Set<Right> rights, Set<Chapter> reads) {
        return Sight.drawn(
                new UUID(0, 1),
                null,
                List.of(role(rights, reads)),
                null,
                List.of(Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS)),
                Set.of());
    }

    private static Role role(Set<Right> rights, Set<Chapter> reads) {
        return new Role("test", "测试", false, true, rights, reads, reads);
    }

    private Subject.Person person(String name) {
        var person = dossiers.open();
        FactBody identity = new Identity(name, null, null, null, null, null, null);
        dossiers.record(clerk, person, identity, since("1970-01"), "测试");
        return person;
    }

    private static Span since(String date) {
        return Span.since(PartialDate.parse(date));
    }
}
