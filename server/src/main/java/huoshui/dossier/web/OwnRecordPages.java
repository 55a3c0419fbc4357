package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.document.Blobs;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.search.IdNumbers;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One's own dossier, its open chapters, to be checked and not to be written. 本人档案
 *
 * <p>Sealed chapters stay shut here: they open to oneself with a second factor, which is asked for elsewhere.
 */
@RestController
@RequestMapping("/api/v1/own-record")
@Needs(Right.OWN_RECORD)
class OwnRecordPages {

    private static final Set<String> UNSHOWN = Set.of("merged-into", "form-draft", "cancelled", "corrected");
    private static final Set<Chapter> OPEN = open();

    private final Dossiers dossiers;
    private final Cities cities;
    private final FactLines lines;
    private final Blobs blobs;

    OwnRecordPages(Dossiers dossiers, Cities cities, FactLines lines, Blobs blobs) {
        this.dossiers = dossiers;
        this.cities = cities;
        this.lines = lines;
        this.blobs = blobs;
    }

    @GetMapping
    PersonPages.Person own(AsOf at, Signed signed) {
        var city = cities.at(at);
        var card = card(at, signed);
        var sight = oneself(signed);
        var facts = open(card, at);
        return new PersonPages.Person(
                PersonRow.of(card, city.around(), sight),
                facts.stream()
                        .filter(each -> each.visible(at) && each.body() instanceof Identity)
                        .map(each -> (Identity) each.content())
                        .findFirst()
                        .orElse(null),
                IdNumbers.shown(card.who().idNumber(), sight),
                city.ids(card.id()),
                false,
                chapters(facts),
                lines.lines(facts, sight, at));
    }

    /** Every version of open facts of a kind. */
    @GetMapping("/history")
    PersonPages.Lines history(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String slot,
            AsOf at,
            Signed signed) {
        var facts = dossiers.history(new Subject.Person(card(at, signed).id())).stream()
                .filter(each -> each.known() <= at.known() && OPEN.contains(each.chapter()))
                .filter(each -> kind == null || each.kind().equals(kind))
                .filter(each -> slot == null || each.slot().equals(slot))
                .filter(each -> !UNSHOWN.contains(each.kind()))
                .toList();
        return new PersonPages.Lines(lines.lines(facts, oneself(signed), at));
    }

    @GetMapping("/photo")
    ResponseEntity<byte[]> photo(@RequestParam(required = false) @Nullable String size, AsOf at, Signed signed) {
        var photo = open(card(at, signed), at).stream()
                .filter(each -> each.visible(at) && each.body() instanceof Photo)
                .map(each -> (Photo) Objects.requireNonNull(each.body()))
                .findFirst()
                .orElseThrow(OwnRecordPages::noPhoto);
        return new Portrait(blobs).answer(photo, size).orElseThrow(OwnRecordPages::noPhoto);
    }

    private Card card(AsOf at, Signed signed) {
        var person = signed.sight().person();
        if (person == null) throw absent();
        return cities.at(at).find(person).orElseThrow(OwnRecordPages::absent);
    }

    private List<Fact<FactBody>> open(Card card, AsOf at) {
        return dossiers.known(new Subject.Person(card.id()), at.known()).stream()
                .filter(each -> OPEN.contains(each.chapter()) && !UNSHOWN.contains(each.kind()))
                .toList();
    }

    private static List<PersonPages.ChapterHead> chapters(List<Fact<FactBody>> facts) {
        return Stream.of(Chapter.values())
                .filter(each -> each != Chapter.ORGANIZATION)
                .map(each -> new PersonPages.ChapterHead(
                        each,
                        each.sealed(),
                        each.sealed()
                                ? null
                                : (int) facts.stream()
                                        .filter(fact -> fact.chapter() == each)
                                        .count(),
                        !each.sealed()))
                .toList();
    }

    /** Reads the open chapters, and may nothing. */
    private static Sight oneself(Signed signed) {
        var reader = new Role(Role.CADRE, "本人", false, false, Set.of(), OPEN, Set.of());
        return Sight.drawn(signed.account(), signed.sight().person(), List.of(reader), null, List.of(), Set.<UUID>of());
    }

    private static Set<Chapter> open() {
        var open = EnumSet.allOf(Chapter.class);
        open.removeIf(Chapter::sealed);
        return Set.copyOf(open);
    }

    private static Refusal absent() {
        return Refusal.absent("no-own-record", "未找到：您的账号没有对应到一份档案。请告知组织部门核对。");
    }

    private static Refusal noPhoto() {
        return Refusal.absent("no-photo", "未显示：档案中没有照片。可在导入表单时一并导入。");
    }
}
