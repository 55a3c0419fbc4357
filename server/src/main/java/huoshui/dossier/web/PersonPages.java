package huoshui.dossier.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.Blobs;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.TalentKinds;
import huoshui.dossier.search.IdNumbers;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.View;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person at both clocks. 人员页 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class PersonPages {

    private static final Set<String> UNSHOWN = Set.of("merged-into", "form-draft", "unplaced", "corrected");

    private final Dossiers dossiers;
    private final Cities cities;
    private final PeopleSearch search;
    private final Guard guard;
    private final FactLines lines;
    private final Blobs blobs;

    PersonPages(Dossiers dossiers, Cities cities, PeopleSearch search, Guard guard, FactLines lines, Blobs blobs) {
        this.dossiers = dossiers;
        this.cities = cities;
        this.search = search;
        this.guard = guard;
        this.lines = lines;
        this.blobs = blobs;
    }

    /** @param count null where the chapter may not be read */
    record ChapterHead(
            Chapter chapter, boolean sealed, @Nullable Integer count, boolean readable) {}

    /**
     * @param identity who it is; null where the basic chapter may not be read
     * @param idNumber masked for those who do not keep dossiers
     * @param ids every id this person is known by, the shown one first
     * @param facts of the open chapters, those that have ended too
     */
    record Person(
            @JsonUnwrapped PersonRow row,
            @Nullable Identity identity,
            @Nullable String idNumber,
            Set<UUID> ids,
            boolean mayChange,
            List<ChapterHead> chapters,
            List<FactLine> facts) {}

    record Lines(List<FactLine> facts) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    Person one(@PathVariable UUID id, AsOf at, Signed signed) {
        var sight = signed.sight();
        var view = search.view(sight);
        var city = cities.at(at);
        var card = view.require(city, id);
        var all = known(card, at);
        var open = all.stream()
                .filter(each -> !each.chapter().sealed() && sight.reads(each.chapter()))
                .toList();
        return new Person(
                PersonRow.of(card, city.around(), sight),
                sight.reads(Chapter.BASIC) ? identity(open, at) : null,
                sight.reads(Chapter.BASIC) ? IdNumbers.shown(card.who().idNumber(), sight) : null,
                city.ids(card.id()),
                mayChange(view, card, signed),
                chapters(card, all.stream().filter(each -> begun(each, at)).toList(), signed),
                lines.lines(open, sight, at));
    }

    private List<Fact<FactBody>> known(Card card, AsOf at) {
        return dossiers.known(new Subject.Person(card.id()), at.known()).stream()
                .filter(each -> !UNSHOWN.contains(each.kind()))
                .toList();
    }

    private static @Nullable Identity identity(List<Fact<FactBody>> facts, AsOf at) {
        return facts.stream()
                .filter(each -> each.visible(at) && each.body() instanceof Identity)
                .map(each -> (Identity) each.content())
                .findFirst()
                .orElse(null);
    }

    private static boolean mayChange(View view, Card card, Signed signed) {
        var place = view.today().find(card.id()).orElse(card).place();
        return signed.sight().changes(card.id(), place);
    }

    /** Of a talent who is no cadre there are fewer; of a cadre who is no talent there is none of talents. */
    private static List<ChapterHead> chapters(Card card, List<Fact<FactBody>> facts, Signed signed) {
        return Stream.of(Chapter.values())
                .filter(each -> each != Chapter.ORGANIZATION)
                .filter(each -> card.footing().cadre() || TalentKinds.CHAPTERS.contains(each))
                .filter(each -> each != Chapter.TALENT || signed.sight().reads(each))
                .map(each -> {
                    boolean readable = signed.sight().reads(each);
                    int count = (int) facts.stream()
                            .filter(fact -> fact.chapter() == each)
                            .count();
                    return new ChapterHead(each, each.sealed(), readable ? count : null, readable);
                })
                .toList();
    }

    /** A chapter; a sealed one for a stated purpose, and the reading is journaled. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/chapters/{chapter}")
    Lines chapter(@PathVariable UUID id, @PathVariable Chapter chapter, AsOf at, Signed signed) {
        var card = search.view(signed.sight()).require(cities.at(at), id);
        guard.open(card.id(), chapter, signed);
        var facts = known(card, at).stream()
                .filter(each -> each.chapter() == chapter && begun(each, at))
                .toList();
        return new Lines(lines.lines(facts, signed.sight(), at));
    }

    /** What has begun by the day that is asked about, whether it still holds or not. */
    private static boolean begun(Fact<FactBody> fact, AsOf at) {
        return !fact.valid().from().isAfter(at.valid());
    }

    /** Every version of facts of a kind, superseded ones too, in order of knowledge. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/history")
    Lines history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String slot,
            AsOf at,
            Signed signed) {
        var card = search.view(signed.sight()).require(cities.at(at), id);
        var person = new Subject.Person(card.id());
        var all = dossiers.history(person);
        var facts = all.stream()
                .filter(each -> each.known() <= at.known())
                .filter(each -> kind == null || each.kind().equals(kind))
                .filter(each -> slot == null || each.slot().equals(slot))
                .filter(each -> !UNSHOWN.contains(each.kind()))
                .filter(each -> kind != null || !each.chapter().sealed())
                .toList();
        return new Lines(lines.versions(guard.opened(card.id(), facts, signed), all, signed.sight(), at));
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/photo")
    ResponseEntity<byte[]> photo(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String size, AsOf at, Signed signed) {
        var card = search.view(signed.sight()).require(cities.at(at), id);
        Guard.requireReadable(signed.sight(), Chapter.BASIC);
        var photo = dossiers.of(new Subject.Person(card.id()), at).stream()
                .map(Fact::body)
                .filter(Photo.class::isInstance)
                .map(each -> (Photo) Objects.requireNonNull(each))
                .findFirst()
                .orElseThrow(PersonPages::noPhoto);
        return new Portrait(blobs).answer(photo, size).orElseThrow(PersonPages::noPhoto);
    }

    private static Refusal noPhoto() {
        return Refusal.absent("no-photo", "未显示：档案中没有照片。可在导入表单时一并导入。");
    }
}
