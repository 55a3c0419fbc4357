package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.KinCandidates;
import huoshui.dossier.KinCandidates.Evidence;
import huoshui.dossier.Kinships;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom the rows of a family mean: candidates with their evidence, confirmed by a named person. 亲属确认 */
@RestController
@RequestMapping("/api/v1/people/{id}/kin")
class KinPages {

    private final Kinships kinships;
    private final KinCandidates candidates;
    private final Cities cities;
    private final PeopleSearch search;
    private final Guard guard;
    private final FactLines lines;

    KinPages(
            Kinships kinships,
            KinCandidates candidates,
            Cities cities,
            PeopleSearch search,
            Guard guard,
            FactLines lines) {
        this.kinships = kinships;
        this.candidates = candidates;
        this.cities = cities;
        this.search = search;
        this.guard = guard;
        this.lines = lines;
    }

    /** Somebody in the store, in short. */
    record Known(
            UUID id,
            String name,
            @Nullable PartialDate birth,
            @Nullable String post) {

        static Known of(Card card) {
            return new Known(
                    card.id(),
                    card.who().name(),
                    card.who().birth(),
                    card.posts().text());
        }
    }

    record CandidateLine(Known person, List<Evidence> evidence) {}

    /**
     * One row of the family.
     *
     * @param confirmed whether somebody confirmed whom it means
     * @param kin whom; null while nobody did, and where that person is out of sight
     * @param candidates of an unconfirmed row that still counts
     */
    record KinLine(
            FactLine line, boolean confirmed, @Nullable Known kin, List<CandidateLine> candidates) {}

    record Confirming(
            @Nullable UUID fact,
            @Nullable UUID person,
            @Nullable String basis) {}

    record Withdrawing(@Nullable String reason) {}

    /** Reads this person's family and, of whoever bears a row's name, theirs too: each reading is journaled. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping
    List<KinLine> all(@PathVariable UUID id, AsOf at, Signed signed) {
        var card = guard.seen(id, at, signed);
        guard.open(card.id(), Chapter.FAMILY, signed);
        var told = new HashSet<UUID>();
        var rows = candidates.rows(new Subject.Person(card.id()), at);
        var shown = lines.lines(rows, signed.sight(), at);
        var all = new java.util.ArrayList<KinLine>();
        for (int i = 0; i < rows.size(); i++) all.add(line(card, rows.get(i), shown.get(i), at, signed, told));
        return all;
    }

    private KinLine line(Card owner, Fact<FactBody> row, FactLine shown, AsOf at, Signed signed, Set<UUID> told) {
        var view = search.view(signed.sight());
        var city = cities.at(at);
        var member = (FamilyMember) row.content();
        if (member.person() != null) {
            var kin = view.find(city, member.person()).map(Known::of).orElse(null);
            return new KinLine(shown, true, kin, List.of());
        }
        var named = candidates.named(member, owner, city, view);
        for (var each : named) if (told.add(each.id())) guard.open(each.id(), Chapter.FAMILY, signed);
        var found = candidates.of(member, owner, named, at).stream()
                .map(each -> new CandidateLine(Known.of(each.card()), each.evidence()))
                .toList();
        return new KinLine(shown, false, null, found);
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FactLine confirm(@PathVariable UUID id, @RequestBody Confirming asked, Signed signed) {
        var person = guard.changed(id, signed);
        if (asked.fact() == null) throw Guard.incomplete("哪一行家庭成员");
        if (asked.person() == null) throw Guard.incomplete("确认为哪一位");
        guard.writable(id, asked.fact(), signed);
        var kin = guard.seen(asked.person(), signed);
        var basis = Guard.given(asked.basis(), "确认的依据");
        var confirmed = kinships.confirm(
                signed.actor(), guard.ids(person.id()), asked.fact(), new Subject.Person(kin.id()), basis);
        return lines.line(confirmed, signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/{fact}/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine withdraw(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Withdrawing asked, Signed signed) {
        guard.writable(id, fact, signed);
        return lines.line(
                kinships.withdraw(signed.actor(), fact, Guard.given(asked.reason(), "撤销的理由")), signed.sight());
    }
}
