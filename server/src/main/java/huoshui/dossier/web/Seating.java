package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.city.City.Holding;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Staffing;
import huoshui.org.Staffing.Seated;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.SeatCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts people into seats: who sits, what is empty since when, who sat there before. 任职与空缺 */
@Component
class Seating {

    private final Cities cities;
    private final Organization organization;
    private final Acts acts;

    Seating(Cities cities, Organization organization, Acts acts) {
        this.cities = cities;
        this.organization = organization;
        this.acts = acts;
    }

    /**
     * A stretch of a seat: somebody in it, or nobody.
     *
     * @param person null when empty, and when out of sight
     * @param hidden somebody sits there who is out of sight
     * @param unrecorded nobody is recorded, for days before the record of this post began: silence, not a vacancy
     */
    record Stretch(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable PartialDate since,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String text,
            boolean hidden,
            boolean empty,
            boolean unrecorded) {}

    /** Who holds and held these posts, as known; filtered by day where it is read. */
    Map<UUID, List<Holding>> ever(Collection<UUID> posts, AsOf at) {
        var city = city(at);
        Map<UUID, List<Holding>> held = new HashMap<>();
        for (var post : posts) {
            var all = city.everHeld(post);
            if (!all.isEmpty()) held.put(post, all);
        }
        return held;
    }

    /** Whoever holds any seat on that day, by post. */
    Map<UUID, List<Holding>> everywhere(Chart chart, AsOf at) {
        Map<UUID, List<Holding>> held = new HashMap<>();
        var city = city(at);
        for (var post : chart.posts()) {
            var now = on(city.everHeld(post.id()), at.valid());
            if (!now.isEmpty()) held.put(post.id(), now);
        }
        return held;
    }

    /** One city answers for all days up to today, so that looking back draws nobody anew. */
    private City city(AsOf at) {
        var today = acts.today();
        return cities.at(at.valid().isAfter(today) ? at : new AsOf(today, at.known()));
    }

    /** The person as of that day, where this account sees them. */
    Optional<Card> card(Sight sight, UUID person, AsOf at) {
        return cities.at(at).find(person).filter(card -> sees(sight, card));
    }

    /** By placement today, whatever day is asked about. */
    boolean sees(Sight sight, Card card) {
        var today = cities.now().find(card.id()).orElse(card);
        return sight.reads(Chapter.CAREER) && sight.sees(card.id(), today.place());
    }

    static List<Holding> on(List<Holding> held, LocalDate day) {
        return held.stream().filter(each -> each.held().valid().covers(day)).toList();
    }

    /** 核定、实配、空缺、超配 of a unit. */
    static Staffing staffing(Chart chart, UUID unit, Map<UUID, List<Holding>> holding) {
        return staffing(chart, unit, holding, any -> true);
    }

    /** The same, of those categories alone that sit in its team; its sections' heads are not the team's. */
    static Staffing staffingOfTeam(Chart chart, UUID unit, Map<UUID, List<Holding>> holding) {
        return staffing(chart, unit, holding, SeatCategory::sitsInTeam);
    }

    private static Staffing staffing(
            Chart chart, UUID unit, Map<UUID, List<Holding>> holding, Predicate<SeatCategory> which) {
        var seated = new ArrayList<Seated>();
        for (var post : chart.postsIn(unit)) {
            if (!post.is().counted() || !which.test(post.is().category())) continue;
            for (var each :
                    on(holding.getOrDefault(post.id(), List.of()), chart.at().valid()))
                seated.add(new Seated(
                        each.person().id(), post.is().category(), post.is().level()));
        }
        var numbers = chart.establishment(unit).stream()
                .filter(each -> which.test(each.category()))
                .toList();
        return Staffing.of(numbers, seated);
    }

    /** Since when a post has nobody in it; null while somebody is, and where nobody ever was and the record began later. */
    @Nullable
    LocalDate emptySince(Post post, List<Holding> held, AsOf at) {
        if (!on(held, at.valid()).isEmpty()) return null;
        return held.stream()
                .map(each -> each.held().valid().to())
                .filter(end -> end != null && !end.isAfter(at.valid()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> organization.silentBefore(post.id(), at.known()) ? null : opened(post.id(), at));
    }

    /** First day on which the post was there. */
    LocalDate opened(UUID post, AsOf at) {
        return organization.line(post, at.known()).stream()
                .map(Fact<OrgFact>::valid)
                .map(span -> span.from())
                .min(Comparator.naturalOrder())
                .orElse(at.valid());
    }

    /** Every stretch of a post from its opening to the day, newest last; those shorter than a month between two people are left out. */
    List<Stretch> stretches(Sight sight, Post post, List<Holding> held, AsOf at) {
        var all = new ArrayList<Stretch>();
        var reached = opened(post.id(), at);
        for (var each : held) {
            var from = each.held().valid().from();
            if (from.isAfter(at.valid())) continue;
            if (reached.plusDays(27).isBefore(from))
                all.add(all.isEmpty() ? begun(post, reached, from, at) : empty(reached, from));
            all.add(taken(sight, each, at.valid()));
            var to = each.held().valid().to();
            if (to == null || to.isAfter(at.valid())) reached = at.valid().plusDays(1);
            else if (to.isAfter(reached)) reached = to;
        }
        if (!reached.isAfter(at.valid()))
            all.add(all.isEmpty() ? begun(post, reached, null, at) : empty(reached, null));
        return all;
    }

    /** The stretch before anybody is recorded. */
    private Stretch begun(Post post, LocalDate from, @Nullable LocalDate to, AsOf at) {
        boolean silent = organization.silentBefore(post.id(), at.known());
        return new Stretch(from, to, null, null, null, null, false, !silent, silent);
    }

    private static Stretch empty(LocalDate from, @Nullable LocalDate to) {
        return new Stretch(from, to, null, null, null, null, false, true, false);
    }

    private Stretch taken(Sight sight, Holding each, LocalDate day) {
        boolean seen = sees(sight, each.person());
        var to = each.held().valid().to();
        return new Stretch(
                each.held().valid().from(),
                to == null || to.isAfter(day) ? null : to,
                each.held().valid().firstDate(),
                seen ? each.person().id() : null,
                seen ? each.person().who().name() : null,
                seen ? each.held().post().text() : null,
                !seen,
                false,
                false);
    }

    /** People recorded in a unit without a seat that is known. 未挂接职位 */
    List<Holding> unseated(UUID unit, AsOf at) {
        return cities.at(at).membersOf(unit).stream()
                .filter(each -> each.held().post().post() == null)
                .toList();
    }
}
