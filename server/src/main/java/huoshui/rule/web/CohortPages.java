package huoshui.rule.web;

import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Found;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedList;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.rule.Cohorts;
import huoshui.rule.Rulebook;
import huoshui.rule.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Cohorts: named conditions, and whom they hold of. Saved and removed as the lists they are. 人群 */
@RestController
@RequestMapping("/api/v1/cohorts")
class CohortPages {

    private static final int PAGE = 50;

    private final Cohorts cohorts;
    private final PeopleSearch search;
    private final SavedLists lists;
    private final Rulebook rulebook;
    private final Accounts accounts;
    private final Acts acts;

    CohortPages(
            Cohorts cohorts, PeopleSearch search, SavedLists lists, Rulebook rulebook, Accounts accounts, Acts acts) {
        this.cohorts = cohorts;
        this.search = search;
        this.lists = lists;
        this.rulebook = rulebook;
        this.accounts = accounts;
        this.acts = acts;
    }

    /** Whose it is. */
    enum Origin {
        OWN,
        SHARED,
        RULEBOOK
    }

    /**
     * One cohort.
     *
     * @param sentence null where this account may not ask it; then {@code refused} says why
     * @param people how many are listed, where it is a list of people
     */
    record Line(
            @Nullable UUID id,
            String name,
            Origin origin,
            boolean shared,
            @Nullable String maker,
            @Nullable String sentence,
            @Nullable String refused,
            @Nullable Integer people,
            @Nullable Object condition) {}

    /** @param lacking of the heap left open only whom silence about this field keeps there, as {@code missing} names it */
    record Asked(
            @Nullable JsonNode condition,
            @Nullable UUID unit,
            @Nullable Verdict heap,
            @Nullable String lacking,
            @Nullable String among,
            @Nullable String cursor,
            @Nullable Integer size) {}

    record Said(String sentence, boolean sealed) {}

    /** Somebody of the heap shown: what was read, and what would settle it. */
    record Person(
            UUID id,
            String name,
            @Nullable String unit,
            @Nullable String post,
            Verdict verdict,
            String words,
            List<String> missing) {}

    record Heaps(
            long act,
            String sentence,
            int total,
            Found.Heaps heaps,
            List<Found.Gap> missing,
            List<Person> items,
            @Nullable String next) {}

    /** @param knownTo the instant from which another was known; null while this one stands */
    record Edition(
            String sentence,
            String maker,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Instant known,
            @Nullable Instant knownTo,
            Object condition) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    List<Line> all(AsOf at, Signed signed) {
        var found = lists.of(signed, at);
        var makers = accounts.displayNames(found.stream().map(SavedList::owner).toList());
        var all = new ArrayList<Line>();
        for (var each : found) all.add(line(each, makers.get(each.owner()), at, signed));
        var asking = rulebook.at(at);
        asking.book()
                .cohorts()
                .forEach((name, is) -> all.add(new Line(
                        null,
                        name,
                        Origin.RULEBOOK,
                        true,
                        null,
                        is.asked(),
                        null,
                        null,
                        new Condition.Member(name).written())));
        return all;
    }

    private Line line(SavedList list, @Nullable String maker, AsOf at, Signed signed) {
        var condition = list.condition();
        var people = list.people();
        var said = condition == null ? null : said(list, at, signed);
        return new Line(
                list.id(),
                list.name(),
                list.owner().equals(signed.account()) ? Origin.OWN : Origin.SHARED,
                list.unit() != null,
                maker,
                said == null ? null : said.sentence,
                said == null ? null : said.refused,
                people == null ? null : seen(people, signed),
                condition == null || said == null || said.refused != null ? null : condition.written());
    }

    /** People no longer in sight are not counted. */
    private int seen(List<UUID> people, Signed signed) {
        var view = search.view(signed.sight());
        return Math.toIntExact(people.stream()
                .filter(each -> view.find(view.today(), each).isPresent())
                .count());
    }

    private record Sentence(
            @Nullable String sentence, @Nullable String refused) {}

    private Sentence said(SavedList list, AsOf at, Signed signed) {
        try {
            return new Sentence(
                    cohorts.criterion(list, signed, rulebook.at(at).city()).asked(), null);
        } catch (Refusal notForThisAccount) {
            return new Sentence(null, notForThisAccount.getMessage());
        }
    }

    /** What this account may ask with, beside the fields of the list of people. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/language")
    Vocabulary.All language(AsOf at, Signed signed) {
        return Vocabulary.of(signed.sight(), rulebook.book(at.known()));
    }

    /** A condition as a sentence; refused where it cannot be asked, with what to do. */
    @Needs(Right.READ_PEOPLE)
    @PostMapping("/readings")
    Said read(@RequestBody Asked asked, AsOf at, Signed signed) {
        var criterion =
                cohorts.criterion(condition(asked), signed, rulebook.at(at).city());
        return new Said(criterion.asked(), criterion.chapters().stream().anyMatch(huoshui.kernel.Chapter::sealed));
    }

    /** Everybody in sight in three heaps, and one page of one of them. */
    @Needs(Right.READ_PEOPLE)
    @PostMapping("/heaps")
    Heaps heaps(@RequestBody Asked asked, AsOf at, Signed signed) {
        var asking = new Asking(
                        condition(asked),
                        null,
                        asked.unit(),
                        null,
                        "all".equals(asked.among()),
                        Objects.requireNonNullElse(asked.heap(), Verdict.MET),
                        Order.BY_ORGANIZATION,
                        Objects.requireNonNullElse(asked.size(), PAGE))
                .lacking(asked.lacking());
        var sorted = cohorts.sort(signed, asking, at, asked.cursor());
        var found = sorted.found();
        return new Heaps(
                found.city().at().known(),
                sorted.sentence(),
                found.total(),
                found.heaps(),
                found.missing(),
                sorted.shown().stream().map(each -> person(each, found)).toList(),
                found.next());
    }

    private static Person person(Cohorts.Sorted sorted, Found found) {
        var card = sorted.person();
        var posts = card.posts().current();
        return new Person(
                card.id(),
                card.who().name(),
                found.city()
                        .around()
                        .unit(card.service().unit())
                        .map(huoshui.dossier.city.Surroundings.UnitAt::name)
                        .orElse(null),
                posts.isEmpty() ? null : posts.getFirst().post().text(),
                sorted.answer().verdict(),
                sorted.answer().words(),
                sorted.answer().missing());
    }

    private static Condition condition(Asked asked) {
        var condition = ConditionReader.read(asked.condition());
        if (condition == null) throw Refusal.input("bad-condition", "未分拣：还没有条件。请先在条件栏中添加。");
        return condition;
    }

    /** What a cohort has asked when, newest first. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/{id}/editions")
    List<Edition> editions(@PathVariable UUID id, AsOf at, Signed signed) {
        var list = lists.require(signed, id);
        var all = lists.editions(signed, id);
        var numbers = new ArrayList<Long>();
        all.forEach(each -> {
            numbers.add(each.knownFrom());
            if (each.knownTo() != null) numbers.add(each.knownTo());
        });
        var instants = acts.of(numbers);
        var makers =
                accounts.displayNames(all.stream().map(each -> each.madeBy()).toList());
        return all.stream()
                .map(each -> {
                    var said = said(list.asking(each.condition()), at, signed);
                    return new Edition(
                            said.sentence != null ? said.sentence : Objects.requireNonNullElse(said.refused, ""),
                            makers.getOrDefault(each.madeBy(), ""),
                            each.from(),
                            each.to(),
                            Objects.requireNonNull(instants.get(each.knownFrom())),
                            each.knownTo() == null ? null : instants.get(each.knownTo()),
                            each.condition().written());
                })
                .toList();
    }
}
